#include "study/OpenStudy.h"

#include "Log.h"

#include "grading/dicom/LoadVolume.h"
#include "grading/dicom/ScanFolder.h"

#include <algorithm>

namespace foragrade {
namespace {

int imagesOf(const grading::Study& study)
{
    int count = 0;
    for (const auto& series : study.series)
        for (const auto& stack : series.stacks)
            count += stack.slices();
    return count;
}

} // namespace

OpenStudy::OpenStudy(Background& background, QObject* parent) : QObject(parent), m_background(background) {}

void OpenStudy::open(const std::vector<std::filesystem::path>& paths)
{
    close();
    m_state = State::Scanning;
    m_paths = paths;
    emit scanning();
    using Scanned = grading::Result<grading::SeriesCatalogue>;
    m_background.run<Scanned>(
        tr("Reading headers"),
        [paths](const grading::Progress& progress) {
            grading::ScanOptions options;
            options.cache = grading::scanCacheFolder();
            return grading::scanFolder(paths, options, progress);
        },
        [this](Scanned result) {
            if (!result) {
                close();
                if (result.error().code != grading::ErrorCode::Cancelled)
                    fail(QString::fromStdString(result.error().message()));
                return;
            }
            take(std::move(*result));
        });
}

void OpenStudy::close()
{
    m_background.cancelAll();
    const bool wasOpen = m_state != State::Empty;
    m_state = State::Empty;
    m_study = nullptr;
    if (wasOpen)
        emit closed(); // while the catalogue that panes point into is still there
    m_catalogue = {};
    m_volumes.clear();
    m_errors.clear();
    m_loading.clear();
    m_paths.clear();
}

void OpenStudy::show(grading::SeriesCatalogue catalogue, std::map<std::string, grading::Volume> volumes)
{
    close();
    m_volumes = std::move(volumes);
    take(std::move(catalogue));
}

void OpenStudy::take(grading::SeriesCatalogue catalogue)
{
    m_catalogue = std::move(catalogue);
    logCatalogue(m_catalogue);
    const auto& studies = m_catalogue.studies;
    const auto largest = std::max_element(studies.begin(), studies.end(),
                                          [](const auto& a, const auto& b) { return imagesOf(a) < imagesOf(b); });
    if (largest == studies.end() || imagesOf(*largest) == 0) {
        const QString where = m_paths.empty() ? QString() : QString::fromStdString(m_paths.front().string());
        close();
        fail(tr("%1: holds no readable DICOM images; open a folder with an MRI study").arg(where));
        return;
    }
    m_state = State::Ready;
    m_study = &*largest;
    emit opened();
}

void OpenStudy::fail(const QString& message)
{
    log(grading::Severity::Error, message);
    emit failed(message);
}

void OpenStudy::chooseStudy(const grading::Uid& uid)
{
    const auto* study = m_catalogue.findStudy(uid);
    if (study == nullptr || study == m_study)
        return;
    m_study = study;
    emit opened();
}

const grading::Series* OpenStudy::seriesOf(const grading::Stack& stack) const
{
    if (m_study == nullptr)
        return nullptr;
    for (const auto& series : m_study->series) {
        if (series.uid == stack.seriesUid)
            return &series;
    }
    return nullptr;
}

grading::Volume OpenStudy::volume(const std::string& stackId) const
{
    const auto found = m_volumes.find(stackId);
    return found == m_volumes.end() ? grading::Volume{} : found->second;
}

QString OpenStudy::loadError(const std::string& stackId) const
{
    const auto found = m_errors.find(stackId);
    return found == m_errors.end() ? QString() : found->second;
}

void OpenStudy::request(const std::string& stackId)
{
    const auto* stack = m_catalogue.findStack(stackId);
    if (stack == nullptr || m_volumes.contains(stackId) || m_errors.contains(stackId) ||
        !m_loading.insert(stackId).second)
        return;
    using Loaded = grading::Result<grading::Volume>;
    m_background.run<Loaded>(
        tr("Loading %1").arg(QString::fromStdString(stack->role.name())),
        [copy = *stack](const grading::Progress& progress) { return grading::loadPictures(copy, progress); },
        [this, stackId](Loaded result) {
            m_loading.erase(stackId);
            if (result)
                m_volumes[stackId] = std::move(*result);
            else
                m_errors[stackId] = QString::fromStdString(result.error().message());
            if (!result && result.error().code != grading::ErrorCode::Cancelled)
                log(grading::Severity::Error, m_errors[stackId]);
            emit volumeReady(QString::fromStdString(stackId));
        });
}

} // namespace foragrade
