#pragma once

#include "TemporaryFolder.h"

#include <fstream>

namespace grading::fuzz {

/// The input as a file, since the readers take paths: the same name every time, in a folder that goes away at exit.
/// TMPDIR says where; in memory it costs least.
inline std::filesystem::path inputFile(const unsigned char* data, std::size_t size, const char* name = "input.dcm")
{
    static const samples::TemporaryFolder folder;
    const auto path = folder / name;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size)); // NOLINT
    return path;
}

/// A broken promise ends the run like a crash does, and libFuzzer keeps the input.
inline void require(bool isKept)
{
    if (!isKept)
        std::abort();
}

} // namespace grading::fuzz
