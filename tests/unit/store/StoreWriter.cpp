// store_writer STORE: marks one pixel after the other in a stored reading and prints each step's number once the store
// has confirmed it. Runs until it is killed.

#include "ReadingSamples.h"

#include "grading/store/StoredSession.h"

#include <cstdio>
#include <unistd.h>

using namespace grading;

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    auto store = Store::open(argv[1]);
    if (!store)
        return 1;
    const auto sample = samples::emptyReading();
    auto session = openSession(*store, sample.study.uid, sample.reader.name);
    if (!session)
        return 1;
    for (int pixel = 0;; ++pixel) {
        auto at = samples::target(samples::foramen("L4-L5:R"), pixel / 64 / 64);
        const PixelSet one({{pixel / 64 % 64, pixel % 64, pixel % 64 + 1}});
        const auto brush = commands::mark("Brush", at, one, Structure::NerveRoot, PaintMode::Replace);
        if (!session->apply(brush))
            return 1;
        const auto line = std::to_string(pixel) + "\n";
        if (write(STDOUT_FILENO, line.data(), line.size()) < 0)
            return 1;
    }
}
