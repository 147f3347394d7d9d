#pragma once

#include "ExportedStudy.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace grading::test {

/// A study with a signed report, segmentations and key images whose every file is full of invented identifiers, each of
/// them found nowhere else.
class SeededStudy {
public:
    SeededStudy();

    [[nodiscard]] std::filesystem::path folder() const { return m_study.folder(); }
    /// An image that holds a value in every element of the profile's table; no validator would take it.
    [[nodiscard]] std::filesystem::path stuffed() const { return m_stuffed; }
    /// Elements of `stuffed` whose loss of a rule must be noticed.
    [[nodiscard]] const std::vector<DcmTagKey>& stuffedTags() const { return m_stuffedTags; }
    /// The identifiers, as bytes in the encodings they are stored in and in UTF-8.
    [[nodiscard]] const std::vector<std::string>& seeds() const { return m_seeds; }
    [[nodiscard]] const Reading& reading() const { return m_reading; }

private:
    std::string seed(const std::string& text);
    std::string next(const std::string& stem);
    void seedImages();
    void seedImage(DcmDataset& image);
    void seedPrivate(DcmItem& item);
    void seedCharacterSets();
    void seedReading();
    void seedSegmentation(const std::filesystem::path& file);
    void stuff();
    bool putSeed(DcmItem& item, const DcmTagKey& tag);

    ExportedStudy m_study;
    Reading m_reading;
    std::filesystem::path m_stuffed;
    std::vector<DcmTagKey> m_stuffedTags;
    std::vector<std::string> m_seeds;
    int m_count = 0;
};

/// Opens a file, changes it, saves it in its own transfer syntax.
void change(const std::filesystem::path& file, const std::function<void(DcmDataset&)>& by);

/// All files below a folder, sorted.
[[nodiscard]] std::vector<std::filesystem::path> filesBelow(const std::filesystem::path& folder);

} // namespace grading::test
