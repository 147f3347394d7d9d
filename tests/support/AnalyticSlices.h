#pragma once

#include "grading/geometry/Patient.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace grading::test {

/// One DICOM image made for a test. What isn't named here is a plain T2 of a lumbar spine; a field left at its "none"
/// value is left out of the file. The stored value of a pixel is `base` + column + columns × row, so a voxel tells
/// where it comes from.
struct AnalyticSlice {
    std::string study = "1.2.826.0.1.3680043.10.543.7";
    std::string series = "1.2.826.0.1.3680043.10.543.7.1";
    std::string instance; ///< Empty: made from `file`.
    std::string file;     ///< Name in the folder; empty: a number that says nothing about the order.
    std::string frameOfReference = "1.2.826.0.1.3680043.10.543.7.9";
    int columns = 7;
    int rows = 5;
    PatientPoint position;
    PatientVector rowDirection{0, 1, 0}; ///< A plain sagittal.
    PatientVector columnDirection{0, 0, -1};
    double rowSpacing = 0.7;
    double columnSpacing = 0.6;
    double thickness = 4;
    double statedSpacing = 0; ///< 0: left out.
    int instanceNumber = 0;   ///< 0: left out.
    int base = 0;
    bool isSigned = false;
    int bitsStored = 12;
    int bitsAllocated = 16;
    std::uint32_t strayBits = 0; ///< Set above the high bit.
    std::string photometric = "MONOCHROME2";
    std::vector<std::pair<std::string, std::string>>
        texts;                                ///< More attributes by keyword; they replace the usual ones.
    int transferSyntax = -1;                  ///< E_TransferSyntax; -1: explicit little endian.
    bool hasMetaHeader = true;                ///< Else neither preamble nor meta header.
    std::size_t cutOffBytes = 0;              ///< Taken off the file's end.
    std::vector<std::uint16_t> modalityTable; ///< Outputs for the inputs from 0 on; empty: no table.
    std::vector<std::uint16_t> voiTable;      ///< The same for display.
    std::string claimedSyntax;                ///< A UID of 23 characters written into the meta header afterwards.
};

/// Writes the image and returns its path.
std::filesystem::path writeSlice(const std::filesystem::path& folder, const AnalyticSlice& slice);

/// `count` slices from `first` on, `spacing` mm apart along the normal; slice i has base `first.base` + 40 i.
[[nodiscard]] std::vector<AnalyticSlice> stackOf(const AnalyticSlice& first, int count, double spacing);

/// Writes all as the frames of one enhanced MR file. What is not a frame's own is the first one's.
std::filesystem::path writeMultiFrame(const std::filesystem::path& folder, const std::vector<AnalyticSlice>& frames);

/// Names and Instance Numbers that say nothing, the same at every run.
void shuffle(std::vector<AnalyticSlice>& slices);

/// Writes them in an order that is none.
void writeAll(const std::filesystem::path& folder, const std::vector<AnalyticSlice>& slices);

} // namespace grading::test
