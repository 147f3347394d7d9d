#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace grading::fuzz {

/// The input as a file, since the readers take paths: in the current folder and under the same name every time, as a
/// run that is to be repeated may not see names that differ.
inline std::filesystem::path inputFile(const unsigned char* data, std::size_t size, const char* name = "input.dcm")
{
    std::ofstream file(name, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size)); // NOLINT
    return name;
}

/// A broken promise ends the run like a crash does, and libFuzzer keeps the input.
inline void require(bool isKept)
{
    if (!isKept)
        std::abort();
}

} // namespace grading::fuzz

/// ITK's readers lose a few hundred bytes of some broken headers, DCMTK's what it has parsed of a directory's record
/// before it throws; what we lose ourselves still counts. By library: without llvm-symbolizer no function has a name.
extern "C" inline __attribute__((used)) const char*
__lsan_default_suppressions() // NOLINT(bugprone-reserved-identifier)
{
    return "leak:libITKNrrdIO\nleak:libITKMetaIO\nleak:libniftiio\nleak:libITKniftiio\n"
           "leak:libdcmdata\n";
}
