#include "TemporaryFolder.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

/// Puts every file in the folders that are named through a fuzz target, without libFuzzer: with any compiler, as a
/// test.
int main(int count, char** arguments)
{
    namespace fs = std::filesystem;
    std::vector<fs::path> inputs;
    for (int i = 1; i < count; ++i) {
        std::error_code missing; // a target without finds has no folder of them
        for (const auto& entry : fs::directory_iterator(arguments[i], missing))
            inputs.push_back(fs::absolute(entry.path()));
    }
    std::sort(inputs.begin(), inputs.end());
    const grading::samples::TemporaryFolder folder;
    fs::current_path(folder.path()); // where the targets write their input
    for (const auto& input : inputs) {
        std::printf("%s\n", input.c_str()); // before it runs: the last line names what crashed
        std::fflush(stdout);
        std::ifstream file(input, std::ios::binary);
        const std::vector<char> bytes((std::istreambuf_iterator<char>(file)), {});
        LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()); // NOLINT
    }
    std::printf("%zu inputs\n", inputs.size());
    return inputs.empty() ? 1 : 0;
}
