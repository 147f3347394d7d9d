#include "foragrade/print/PdfReport.h"

#include "PageFlow.h"
#include "Sections.h"
#include "TablePainter.h"
#include "grading/base/Files.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPdfWriter>

#include <cstdio>

namespace foragrade {

namespace {

constexpr int resolution = 1200; ///< dots per inch: fine enough that no rounding shows

/// Keeps Qt's remarks on the surroundings (no runtime folder, say) from a command line's stderr; an end has its reason.
void dropRemarks(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message)
{
    if (type == QtFatalMsg)
        std::fputs(qPrintable(message + '\n'), stderr);
}

/// Fonts need a Qt application; one without a window does. Kept until the program ends.
void ensureApplication()
{
    if (QCoreApplication::instance() != nullptr)
        return;
    static int argc = 3;
    static char name[] = "foragrade";
    static char platformOption[] = "-platform";
    static char platform[] = "offscreen";
    static char* argv[] = {name, platformOption, platform, nullptr};
    const auto handler = qInstallMessageHandler(dropRemarks);
    new QGuiApplication(argc, argv);
    qInstallMessageHandler(handler);
}

/// Gives the number of pages; `pageCount` is what they say it is.
int paint(QPagedPaintDevice& device, double dotsPerInch, const grading::Report& report, int pageCount)
{
    const QString patient = QString::fromStdString(
        report.patientName + (report.patientId.empty() ? "" : ", " + report.patientId) + " · " + report.studyDate);
    PageFlow flow(device, dotsPerInch / 25.4, {patient, QString::fromStdString(report.signature), pageCount});
    paintHead(flow, report);
    paintOverview(flow, report);
    paintTable(flow, grading::report::findingsTable(report));
    paintComments(flow, report);
    paintTable(flow, grading::report::techniqueTable(report));
    paintMarkedForamina(flow, report);
    paintTable(flow, grading::report::measuresTable(report));
    paintEnd(flow, report);
    return flow.pages();
}

/// Bytes of the whole document; `pageCount` is what the pages say, then what they are.
QByteArray written(const grading::Report& report, const QPageLayout& layout, int& pageCount)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setPageLayout(layout);
    writer.setTitle(QString::fromStdString(report.title + ", " + report.patientName));
    writer.setCreator(QString::fromStdString(report.software));
    pageCount = paint(writer, resolution, report, pageCount);
    return bytes;
}

QPageLayout layoutOn(Paper paper)
{
    return {QPageSize(paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter), QPageLayout::Portrait,
            QMarginsF(15, 13, 15, 10), QPageLayout::Millimeter};
}

} // namespace

grading::Result<std::string> toPdf(const grading::Report& report, Paper paper)
{
    ensureApplication();
    int pageCount = 0;
    written(report, layoutOn(paper), pageCount); // once for the number of pages
    const QByteArray bytes = written(report, layoutOn(paper), pageCount);
    if (!bytes.startsWith("%PDF"))
        return grading::fail(grading::ErrorCode::Io, "PDF", "couldn't be made");
    return bytes.toStdString();
}

void paintReport(QPagedPaintDevice& device, double dotsPerInch, const grading::Report& report)
{
    int pageCount = 0;
    written(report, device.pageLayout(), pageCount);
    paint(device, dotsPerInch, report, pageCount);
}

void setUpPages(QPagedPaintDevice& device, Paper paper)
{
    device.setPageLayout(layoutOn(paper));
}

grading::Result<void> writePdf(const grading::Report& report, const std::filesystem::path& path, Paper paper)
{
    const auto bytes = toPdf(report, paper);
    if (!bytes)
        return grading::fail(bytes.error());
    return grading::writeFile(path, *bytes);
}

} // namespace foragrade
