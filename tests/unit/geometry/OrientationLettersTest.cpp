#include "grading/geometry/Patient.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

TEST(OrientationLetters, plainAxesHaveOneLetter)
{
    EXPECT_EQ(orientationLetters(patient::left), "L");
    EXPECT_EQ(orientationLetters(patient::right), "R");
    EXPECT_EQ(orientationLetters(patient::anterior), "A");
    EXPECT_EQ(orientationLetters(patient::posterior), "P");
    EXPECT_EQ(orientationLetters(patient::superior), "H");
    EXPECT_EQ(orientationLetters(patient::inferior), "F");
}

TEST(OrientationLetters, obliqueDirectionsNameTheStrongestFirst)
{
    EXPECT_EQ(orientationLetters({0, -0.9, 0.43}), "AH");
    EXPECT_EQ(orientationLetters({0.43, 0, -0.9}), "FL");
}

TEST(OrientationLetters, aSlightTiltIsNotSaid)
{
    EXPECT_EQ(orientationLetters({0.2, 0, 0.98}), "H");
}

} // namespace
} // namespace grading
