#include "grading/dicom/Validate.h"

#include "ContentTreeFile.h"
#include "DatasetParts.h"
#include "GivenFiles.h"
#include "Validation.h"

#include <algorithm>

namespace grading {

namespace fs = std::filesystem;

namespace {

class Run {
public:
    explicit Run(const Progress& progress) : m_progress(progress) {}

    Result<ValidationResult> over(const std::vector<fs::path>& files, const std::vector<fs::path>& given)
    {
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (m_progress.isCancelled())
                return fail(ErrorCode::Cancelled, {}, "was cancelled");
            m_progress.at(static_cast<double>(i) / static_cast<double>(files.size()), "reading");
            look(files[i], std::ranges::find(given, files[i]) != given.end());
        }
        if (m_result.reports + m_result.segmentations == 0 && m_result.isFaultless())
            return fail(ErrorCode::Unreadable, given.empty() ? "" : given.front().string(),
                        given.size() > 1 ? "and what else was named hold no structured report or segmentation"
                                         : "holds no structured report or segmentation",
                        "name an SR or SEG file, or a folder with some");
        checkAll();
        return std::move(m_result);
    }

private:
    /// Reads the header: images are only remembered, reports and segmentations kept for the checks.
    void look(const fs::path& path, bool isNamedSingly)
    {
        auto header = looksLikeDicom(path)
                          ? loadSourceHeader(path)
                          : Result<DicomFile>(fail(ErrorCode::Unreadable, path.string(), "isn't DICOM"));
        Findings findings(m_result.issues, path.string());
        if (!header) {
            if (isNamedSingly || looksLikeDicom(path))
                findings.wrong("unreadable", "The file isn't readable as DICOM.");
            return;
        }
        auto& dataset = header->dataset();
        const auto sopClass = text(dataset, DCM_SOPClassUID);
        const Uid instance(text(dataset, DCM_SOPInstanceUID));
        if (!m_input.instances.insert(instance).second && (isReport(sopClass) || sopClass == UID_SegmentationStorage))
            findings.odd("instance-twice", "The same instance is given in another file too.");
        if (sopClass == UID_SegmentationStorage) {
            ++m_result.segmentations;
            keepSegmentation(path, instance, findings);
        } else if (isReport(sopClass)) {
            ++m_result.reports;
            m_reports.push_back(path);
        } else {
            ++m_result.others;
            rememberImage(dataset);
        }
    }

    void rememberImage(DcmItem& dataset)
    {
        const Uid series(text(dataset, DCM_SeriesInstanceUID));
        m_input.imageSeries.insert(series);
        const auto position = numberValues(dataset, DCM_ImagePositionPatient);
        if (position.size() == 3)
            m_input.planes[series].push_back({Uid(text(dataset, DCM_FrameOfReferenceUID)),
                                              static_cast<int>(wholeNumber(dataset, DCM_Rows, 0)),
                                              static_cast<int>(wholeNumber(dataset, DCM_Columns, 0)),
                                              {position[0], position[1], position[2]}});
    }

    void keepSegmentation(const fs::path& path, const Uid& instance, Findings& findings)
    {
        auto stored = loadStoredSegmentation(path);
        if (stored)
            m_input.segmentations.emplace(instance, ValidationInput::SegmentationFile{path, std::move(*stored)});
        else if (stored.error().code == ErrorCode::Unsupported)
            findings.note("not-checked", "It " + stored.error().what + ", which isn't checked further.");
        else
            findings.wrong("unreadable", "It " + stored.error().what + ".");
    }

    void checkAll()
    {
        for (const auto& [instance, file] : m_input.segmentations) {
            Findings findings(m_result.issues, file.path.string());
            auto object = loadSourceHeader(file.path);
            if (!object)
                continue;
            checkCommon(object->dataset(), findings);
            checkSegmentation(object->dataset(), file.stored, m_input, findings);
        }
        for (const auto& path : m_reports)
            checkOneReport(path);
    }

    void checkOneReport(const fs::path& path)
    {
        Findings findings(m_result.issues, path.string());
        auto object = loadObject(path);
        if (!object)
            return findings.wrong("unreadable", "It " + object.error().what + ".");
        checkCommon(object->dataset(), findings);
        const auto root = readContentTree(object->dataset(), path.string());
        if (!root)
            return findings.wrong("unreadable", "It " + root.error().what + ".");
        checkReport(object->dataset(), *root, m_input, findings);
    }

    const Progress& m_progress;
    ValidationInput m_input;
    std::vector<fs::path> m_reports;
    ValidationResult m_result;
};

} // namespace

bool ValidationResult::isFaultless() const
{
    return std::ranges::none_of(issues, [](const Issue& issue) { return issue.severity == Severity::Error; });
}

Result<ValidationResult> validateObjects(const std::vector<fs::path>& paths, const Progress& progress)
{
    const auto files = filesIn(paths);
    if (!files)
        return fail(files.error());
    return Run(progress).over(*files, paths);
}

} // namespace grading
