#include "study/OpenStudy.h"

#include "Log.h"
#include "models/Words.h"

#include "grading/dicom/LoadVolume.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/imaging/Reformat.h"

#include <algorithm>
#include <utility>

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

void OpenStudy::open(const std::vector<std::filesystem::path>& paths, bool isCase)
{
    close();
    m_namesFiles = !isCase;
    m_state = State::Scanning;
    m_paths = paths;
    emit scanning();
    m_background.run<grading::SeriesCatalogue>(
        tr("Reading headers"),
        [paths](const grading::Progress& progress) {
            grading::ScanOptions options;
            options.cache = grading::scanCacheFolder();
            return grading::scanFolder(paths, options, progress);
        },
        [this](grading::Result<grading::SeriesCatalogue> result) {
            if (!result) {
                close();
                if (result.error().code != grading::ErrorCode::Cancelled)
                    fail(wordsOf(result.error()));
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
    m_reformats.clear();
    m_volumes.clear();
    m_errors.clear();
    m_loading.clear();
    m_paths.clear();
}

void OpenStudy::stopLoading()
{
    if (m_state == State::Scanning) {
        close();
        return;
    }
    for (const auto& stackId : std::exchange(m_loading, {})) {
        m_errors[stackId] = tr("Loading was cancelled. A double click here loads it.");
        emit volumeReady(QString::fromStdString(stackId));
    }
}

void OpenStudy::retry(const std::string& stackId)
{
    if (m_errors.erase(stackId) > 0)
        request(stackId);
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
    askWhatHides();
    logCatalogue(m_catalogue, m_namesFiles);
    const auto& studies = m_catalogue.studies;
    const auto largest = std::max_element(studies.begin(), studies.end(),
                                          [](const auto& a, const auto& b) { return imagesOf(a) < imagesOf(b); });
    if (largest == studies.end() || imagesOf(*largest) == 0) {
        const QString where = m_paths.empty() || !m_namesFiles ? tr("The case's folder")
                                                               : QString::fromStdString(m_paths.front().string());
        close();
        fail(tr("%1: holds no readable DICOM images; open a folder with an MRI study").arg(where));
        return;
    }
    m_state = State::Ready;
    choose(*largest);
}

void OpenStudy::askWhatHides()
{
    if (m_hides && std::ranges::any_of(m_catalogue.studies, [&](const auto& study) { return m_hides(study.uid); }))
        m_namesFiles = false;
}

QString OpenStudy::wordsOf(grading::Error error) const
{
    if (!m_namesFiles)
        error.subject = tr("A file of the case").toStdString();
    return QString::fromStdString(error.message());
}

void OpenStudy::choose(const grading::Study& study)
{
    m_study = &study;
    m_reformats.merge(reformatsOf(study));
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
    choose(*study);
}

const grading::Stack* OpenStudy::stack(const std::string& id) const
{
    const auto reformat = m_reformats.find(id);
    return reformat == m_reformats.end() ? m_catalogue.findStack(id) : &reformat->second.stack;
}

std::vector<const grading::Stack*> OpenStudy::reformats() const
{
    std::vector<const grading::Stack*> stacks;
    for (const auto& [id, reformat] : m_reformats) {
        if (m_study != nullptr && seriesOf(reformat.stack) != nullptr)
            stacks.push_back(&reformat.stack);
    }
    return stacks;
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
    const auto* wanted = stack(stackId);
    if (wanted == nullptr || m_volumes.contains(stackId) || m_errors.contains(stackId) ||
        !m_loading.insert(stackId).second)
        return;
    if (const auto reformat = m_reformats.find(stackId); reformat != m_reformats.end()) {
        const std::string& source = reformat->second.source;
        if (m_volumes.contains(source))
            cut(reformat->second);
        else
            request(source); // `finish` goes on
        return;
    }
    m_background.run<grading::Volume>(
        tr("Loading %1").arg(said(wanted->role)),
        [copy = *wanted](const grading::Progress& progress) { return grading::loadPictures(copy, progress); },
        [this, stackId](grading::Result<grading::Volume> result) { finish(stackId, std::move(result)); });
}

void OpenStudy::cut(const Reformat& reformat)
{
    m_background.run<grading::Volume>(
        tr("Cutting %1").arg(said(reformat.stack.role)),
        [source = m_volumes.at(reformat.source), plane = reformat.stack.role.plane](const grading::Progress&) {
            return grading::reformatted(source, plane);
        },
        [this, id = reformat.stack.id](grading::Result<grading::Volume> volume) { finish(id, std::move(volume)); });
}

void OpenStudy::finish(const std::string& stackId, grading::Result<grading::Volume> result)
{
    m_loading.erase(stackId);
    const auto error = result ? std::nullopt : std::optional(result.error());
    if (!error)
        m_volumes[stackId] = std::move(*result);
    else
        m_errors[stackId] = wordsOf(*error);
    if (error && error->code != grading::ErrorCode::Cancelled)
        log(grading::Severity::Error, m_errors[stackId]);
    emit volumeReady(QString::fromStdString(stackId));
    for (const auto& [id, reformat] : m_reformats) {
        if (reformat.source != stackId || !m_loading.contains(id))
            continue;
        if (!error)
            cut(reformat);
        else
            finish(id, grading::fail(*error));
    }
}

} // namespace foragrade
