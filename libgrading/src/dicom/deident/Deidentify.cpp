#include "grading/dicom/Deidentify.h"

#include "CleanDataset.h"
#include "DatasetParts.h"
#include "Dates.h"
#include "Deidentification.h"
#include "FileListing.h"
#include "LeakCheck.h"
#include "Risk.h"

#include "grading/base/FileSet.h"

#include <dcmtk/dcmdata/dctk.h>

#include <map>
#include <set>

namespace grading {

namespace fs = std::filesystem;

namespace {

/// One run.
class Deidentification {
public:
    Deidentification(const Rules& rules, const DeidentifyRequest& request, const Pseudonyms& pseudonyms,
                     const Progress& progress)
        : m_rules(rules), m_request(request), m_pseudonyms(pseudonyms), m_progress(progress),
          m_identities(request.options)
    {}

    Result<DeidentifyResult> run()
    {
        if (auto done = checkOutput(); !done)
            return fail(done.error());
        const auto listing = listFiles(m_request.inputs, m_progress);
        if (!listing)
            return fail(listing.error());
        m_result.issues = listing->issues;
        if (auto done = look(listing->files); !done)
            return fail(done.error());
        if (m_sources.empty())
            return fail(ErrorCode::Unreadable, m_request.inputs.front().string(), "holds no DICOM file to de-identify");
        if (auto done = write(); !done)
            return fail(done.error());
        m_result.patients = static_cast<int>(m_patients.size());
        m_result.studies = static_cast<int>(m_studies.size());
        return m_result;
    }

private:
    Result<void> checkOutput() const
    {
        std::error_code error;
        if (fs::exists(m_request.output, error) && !fs::is_empty(m_request.output, error))
            return fail(ErrorCode::Exists, m_request.output.string(), "is there already and not empty",
                        "name a new folder");
        return {};
    }

    /// First pass: what identifies anybody, and what may not be cleaned.
    Result<void> look(const std::vector<fs::path>& files)
    {
        double done = 0;
        for (const auto& path : files) {
            if (m_progress.isCancelled())
                return fail(ErrorCode::Cancelled, path.string(), "de-identifying was cancelled");
            m_progress.at(0.3 * done++ / static_cast<double>(files.size()), path.filename().string());
            if (!looksLikeDicom(path)) {
                ++m_result.skipped;
                continue;
            }
            auto file = readDicomFile(path);
            if (!file)
                return fail(file.error());
            if (auto looked = lookAt(path, *file); !looked)
                return looked;
        }
        return {};
    }

    Result<void> lookAt(const fs::path& path, DicomFile& file)
    {
        if (isDirectory(file.dataset()))
            return {};
        if (!file.isWhole)
            return fail(ErrorCode::Unreadable, path.string(), "is cut off or broken", "get a new copy of the file");
        convertAllToUtf8(file.dataset());
        m_identities.collect(file.dataset());
        collectDays(file.dataset());
        const auto risk = riskOf(file.dataset());
        if (risk.empty()) {
            m_sources.push_back(path);
            return {};
        }
        if (!m_request.options.leaveOutRisky)
            return fail(ErrorCode::Refused, path.string(), risk,
                        "look at it, then take it away or leave such files out with --leave-out-risky");
        m_result.issues.push_back({Severity::Warning, "left-out", path.string(), "Left out: the file " + risk});
        ++m_result.leftOut;
        return {};
    }

    /// The days that this file's dates may become.
    void collectDays(DcmItem& dataset)
    {
        m_allowed.days.insert(dummyDay);
        if (m_request.options.dates != DeidentifyOptions::Dates::Shift)
            return;
        Identities own(m_request.options);
        own.collect(dataset);
        const auto shift = m_pseudonyms.shift(patientKey(dataset));
        for (const auto& day : own.days())
            m_allowed.days.insert(shiftedDate(day, shift));
    }

    Result<void> write()
    {
        FileSet files(FileSet::Existing::Refuse);
        double done = 0;
        for (const auto& path : m_sources) {
            if (m_progress.isCancelled())
                return fail(ErrorCode::Cancelled, path.string(), "de-identifying was cancelled");
            m_progress.at(0.3 + 0.7 * done++ / static_cast<double>(m_sources.size()), path.filename().string());
            if (auto written = writeOne(path, files); !written)
                return written;
        }
        return files.commit();
    }

    Result<void> writeOne(const fs::path& path, FileSet& files)
    {
        auto file = readDicomFile(path);
        if (!file)
            return fail(file.error());
        auto& dataset = file->dataset();
        convertAllToUtf8(dataset);
        count(dataset);
        cleanDataset(dataset, {m_request.options, m_rules, m_identities, m_pseudonyms});
        const auto folder = m_request.output / text(dataset, DCM_PatientID) / text(dataset, DCM_StudyInstanceUID) /
                            text(dataset, DCM_SeriesInstanceUID);
        if (auto made = files.addFolder(folder); !made)
            return made;
        return files.add(folder / (text(dataset, DCM_SOPInstanceUID) + ".dcm"),
                         [&](const fs::path& temporary) { return writeChecked(path, *file, temporary); });
    }

    Result<void> writeChecked(const fs::path& source, DicomFile& file, const fs::path& temporary) const
    {
        const auto syntax = file.dataset().getOriginalXfer();
        const auto status = file.format->saveFile(temporary.c_str(), syntax, EET_ExplicitLength, EGL_withoutGL,
                                                  EPD_withoutPadding, 0, 0, EWM_createNewMeta);
        if (status.bad())
            return fail(ErrorCode::Io, source.string(), std::string("can't be written anew (") + status.text() + ")",
                        "check the output folder's rights and space");
        const auto leak = findLeak(temporary, m_identities, m_allowed);
        if (!leak)
            return fail(leak.error());
        if (!leak->empty())
            return fail(ErrorCode::Refused, source.string(), "would leak: " + *leak,
                        "nothing was written; take the file away or remove more");
        return {};
    }

    void count(DcmItem& dataset)
    {
        m_patients.insert(patientKey(dataset));
        m_studies.insert(text(dataset, DCM_StudyInstanceUID));
        switch (kindOf(dataset)) {
        case ObjectKind::Segmentation:
            ++m_result.segmentations;
            break;
        case ObjectKind::Document:
            ++m_result.documents;
            break;
        case ObjectKind::Image:
        case ObjectKind::Other:
            ++m_result.images;
            break;
        }
    }

    const Rules& m_rules;
    const DeidentifyRequest& m_request;
    const Pseudonyms& m_pseudonyms;
    const Progress& m_progress;
    Identities m_identities;
    AllowedDays m_allowed;
    std::vector<fs::path> m_sources;
    std::set<std::string> m_patients;
    std::set<std::string> m_studies;
    DeidentifyResult m_result;
};

} // namespace

Result<DeidentifyResult> deidentifyBy(const Rules& rules, const DeidentifyRequest& request,
                                      const Pseudonyms& pseudonyms, const Progress& progress)
{
    return Deidentification(rules, request, pseudonyms, progress).run();
}

Result<DeidentifyResult> deidentify(const DeidentifyRequest& request, const Pseudonyms& pseudonyms,
                                    const Progress& progress)
{
    return deidentifyBy(Rules(request.options), request, pseudonyms, progress);
}

} // namespace grading
