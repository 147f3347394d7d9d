#pragma once

#include "grading/base/Sha256.h"
#include "grading/reading/ReadingJson.h"

#include <string>

namespace foragrade::test {

inline constexpr const char* scriptedReader = "Test^Reader";

/// All of a reading in words that a pipe can carry.
inline std::string confirmationOf(const grading::Reading& reading)
{
    return grading::sha256(grading::toJson(reading));
}

} // namespace foragrade::test
