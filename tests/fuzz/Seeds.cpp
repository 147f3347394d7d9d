#include "Seeds.h"

#include "grading/base/Files.h"

#include <cstdio>

using namespace grading;

/// Writes the seeds of every fuzz target into a folder each below the one that is named.
int main(int count, char** arguments)
{
    if (count != 2) {
        std::fputs("usage: fuzz_seeds FOLDER\n", stderr);
        return 2;
    }
    const auto objects = fuzz::objectSeeds();
    const auto images = fuzz::imageSeeds();
    const std::vector<std::pair<const char*, std::vector<fuzz::Seed>>> topics{{"dicomScan", images},
                                                                              {"pixelDecode", images},
                                                                              {"segRead", objects.segmentations},
                                                                              {"srRead", objects.reports},
                                                                              {"readingJson", fuzz::readingSeeds()},
                                                                              {"labelMap", fuzz::labelMapSeeds()},
                                                                              {"labelImage", fuzz::labelImageSeeds()},
                                                                              {"ratingsCsv", fuzz::ratingsSeeds()}};
    for (const auto& [topic, seeds] : topics) {
        const auto folder = std::filesystem::path(arguments[1]) / topic;
        std::filesystem::create_directories(folder);
        for (const auto& seed : seeds) {
            if (const auto written = writeFile(folder / seed.name, seed.bytes); !written) {
                std::fprintf(stderr, "fuzz_seeds: %s\n", written.error().message().c_str());
                return 1;
            }
        }
    }
    return 0;
}
