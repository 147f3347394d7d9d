#include "MainWindow.h"

#include "panels/Banner.h"
#include "panels/ReportPreview.h"

#include "export/ExportReading.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QSettings>
#include <QUrl>

namespace foragrade {

namespace {

const char* const exportFolderKey = "folders/export";

} // namespace

void MainWindow::buildReports()
{
    m_preview = new ReportPreview(this);
    connect(m_preview, &ReportPreview::exportRequested, this, &MainWindow::chooseExportFolder);
}

bool MainWindow::mayReport()
{
    if (!m_desk.isOpen())
        return false;
    const bool mayNot = m_desk.isBlindTo(grading::BlindTo::Suggestion) && !m_desk.isSigned();
    if (mayNot)
        m_banner->tell(tr("The project hides suggestions, which the report of a draft names; sign the reading first."));
    return !mayNot;
}

void MainWindow::previewReport()
{
    if (!mayReport())
        return;
    m_background.run<grading::Report>(
        tr("Making the report"),
        [reading = m_desk.reading(), images = m_study.catalogue()](const grading::Progress&) {
            return reportForPeople(reading, &images);
        },
        [this, id = m_desk.reading().id](const grading::Result<grading::Report>& report) {
            if (!m_desk.isOpen() || m_desk.reading().id != id)
                return; // another study by now
            if (!report)
                return m_banner->tell(QString::fromStdString(report.error().message()));
            if (m_preview == nullptr)
                buildReports();
            m_preview->show(*report);
        });
}

void MainWindow::chooseExportFolder()
{
    if (!m_desk.isOpen())
        return;
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Export SR, SEG, KOS, JSON, CSV, HTML and PDF into a folder"),
                                          QSettings().value(exportFolderKey).toString());
    if (folder.isEmpty())
        return;
    QSettings().setValue(exportFolderKey, folder);
    exportTo(folder);
}

void MainWindow::exportTo(const QString& folder)
{
    if (!mayReport())
        return;
    const std::filesystem::path root(folder.toStdString());
    ExportTargets targets;
    if (!m_desk.isBlindTo(grading::BlindTo::Identity)) { // DICOM files name the patient
        targets.report = root / "report.dcm";
        targets.segmentations = root / "segmentations";
        targets.keyObjects = root / "key-images.dcm";
    }
    targets.json = root / "reading.json";
    targets.csv = root / "foramina.csv";
    targets.html = root / "report.html";
    targets.pdf = root / "report.pdf";
    using Written = grading::Result<grading::Issues>;
    m_background.run<grading::Issues>(
        tr("Exporting"),
        [reading = m_desk.reading(), images = m_study.catalogue(), targets](const grading::Progress&) {
            return exportReading(reading, &images, targets, grading::FileSet::Existing::Replace);
        },
        [this, folder](const Written& written) {
            if (!written)
                m_banner->tell(QString::fromStdString(written.error().message()));
            else
                tellOfExport(folder, *written);
        });
}

void MainWindow::tellOfExport(const QString& folder, const grading::Issues& remarks)
{
    QStringList lines{tr("Exported to %1.").arg(folder)};
    if (m_desk.isBlindTo(grading::BlindTo::Identity))
        lines << tr("The project hides the patient; DICOM files are its manager's to export.");
    for (const auto& remark : remarks)
        lines << QString::fromStdString(remark.text);
    const auto opens = [](const QString& path) {
        return [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); };
    };
    m_banner->tell(lines.join(' '), Banner::Kind::Info,
                   {{tr("Open the report"), opens(folder + "/report.pdf")}, {tr("Show the folder"), opens(folder)}});
    emit exported(folder);
}

} // namespace foragrade
