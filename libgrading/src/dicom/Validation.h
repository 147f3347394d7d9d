#pragma once

#include "ContentTree.h"
#include "DicomFile.h"
#include "StoredSegmentation.h"

#include "grading/dicom/Validate.h"

#include <map>
#include <set>

namespace grading {

/// Objects of one run, by instance.
struct ValidationInput {
    struct SegmentationFile {
        std::filesystem::path path;
        StoredSegmentation stored;
    };

    /// Where a single-frame image lies.
    struct ImagePlane {
        Uid frameOfReference;
        int rows = 0;
        int columns = 0;
        PatientPoint position;
    };

    std::map<Uid, SegmentationFile> segmentations;
    std::map<Uid, std::vector<ImagePlane>> planes; ///< By series.
    std::set<Uid> instances;                       ///< Every instance given.
    std::set<Uid> imageSeries;                     ///< Series of which at least one image is given.
};

/// Collects what is wrong in one file.
class Findings {
public:
    Findings(Issues& issues, std::string where) : m_issues(issues), m_where(std::move(where)) {}

    void wrong(const std::string& code, const std::string& text) { add(Severity::Error, code, text); }
    void odd(const std::string& code, const std::string& text) { add(Severity::Warning, code, text); }
    void note(const std::string& code, const std::string& text) { add(Severity::Info, code, text); }

private:
    void add(Severity severity, const std::string& code, const std::string& text)
    {
        m_issues.push_back({severity, code, m_where, text});
    }

    Issues& m_issues;
    std::string m_where;
};

/// Checks on any object of ours or others: uids, codes and the coding schemes they name.
void checkCommon(DcmItem& dataset, Findings& findings);
void checkSegmentation(DcmItem& dataset, const StoredSegmentation& stored, const ValidationInput& input,
                       Findings& findings);
void checkReport(DcmItem& dataset, const ContentItem& root, const ValidationInput& input, Findings& findings);

} // namespace grading
