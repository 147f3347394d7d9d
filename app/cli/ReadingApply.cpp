#include "ReadingArguments.h"
#include "ReadingText.h"
#include "ScanOptions.h"

#include "grading/base/Files.h"
#include "grading/dataset/StudyFolder.h"
#include "grading/dicom/ReadMarks.h"
#include "grading/reading/Assessment.h"
#include "grading/reading/ReadingJson.h"
#include "grading/store/StoredSession.h"

#include <iostream>
#include <optional>

namespace foragrade {

namespace fs = std::filesystem;

namespace {

/// Turns a document's marks files into marks on the study's stacks. The images are scanned when the first is asked for.
class MarksReader {
public:
    MarksReader(const grading::Store& store, const ApplyReadingArguments& arguments, const grading::ReadingKey& key)
        : m_store(store), m_arguments(arguments), m_study(key.study),
          m_names(store, arguments.actor.empty() ? key.reader : arguments.actor, key.study, !arguments.images.empty())
    {}

    grading::Result<grading::StackMarks> read(const grading::Foramen& foramen, const std::string& file,
                                              const std::string& stackId)
    {
        auto stack = findStack(stackId);
        if (!stack)
            return grading::fail(stack.error());
        const auto path = m_arguments.file.parent_path() / file;
        auto image = grading::readMarks(path, **stack, foramen);
        if (!image)
            return grading::fail(image.error());
        for (auto& issue : image->issues) {
            issue.where = issue.where.empty() ? path.string() : issue.where;
            m_issues.push_back(std::move(issue));
        }
        grading::StackMarks marks;
        marks.stackId = stackId;
        marks.frameOfReference = (*stack)->frameOfReference;
        marks.geometry = *(*stack)->geometry;
        marks.labels = std::move(image->marks);
        return marks;
    }

    [[nodiscard]] const grading::Issues& issues() const { return m_issues; }

private:
    grading::Result<const grading::Stack*> findStack(const std::string& id)
    {
        if (!m_catalogue) {
            auto images = m_arguments.images.empty()
                              ? m_store.studyImages(m_study)
                              : grading::Result<grading::StudyImages>({m_arguments.images, {}, {}});
            if (!images)
                return grading::fail(images.error());
            auto place = grading::studyFolder(*images, m_study, terminalProgress());
            if (!place)
                return grading::fail(place.error());
            m_issues = m_names.shown(std::move(place->issues));
            auto catalogue = grading::scanFolder({place->folder}, scanOptions(), terminalProgress());
            if (!catalogue)
                return grading::fail(m_names.shown(withAdvice(catalogue.error())));
            m_folder = place->folder;
            m_catalogue = std::move(*catalogue);
        }
        const auto* stack = m_catalogue->findStack(id);
        if (stack == nullptr || stack->studyUid != m_study)
            return grading::fail(
                m_names.shown({grading::ErrorCode::NotFound, m_folder.string(),
                               "holds no stack " + id + " of this study", "see `foragrade-cli scan` for its stacks"}));
        return stack;
    }

    static grading::Error withAdvice(grading::Error error)
    {
        if (error.code == grading::ErrorCode::NotFound)
            error.advice = "if the images have moved, name their folder with --images";
        return error;
    }

    const grading::Store& m_store;
    const ApplyReadingArguments& m_arguments;
    grading::Uid m_study;
    FileNames m_names;
    fs::path m_folder;
    std::optional<grading::SeriesCatalogue> m_catalogue;
    grading::Issues m_issues;
};

/// The document is at fault, so its name comes first.
ExitStatus failAbout(const fs::path& file, grading::Error error)
{
    const bool isAboutStore = error.code == grading::ErrorCode::Refused || error.code == grading::ErrorCode::Conflict ||
                              error.code == grading::ErrorCode::Io || error.code == grading::ErrorCode::Cancelled;
    if (error.advice.empty())
        error.advice = "correct it and apply it again; nothing was changed";
    if (!isAboutStore)
        error.subject = file.string() + (error.subject.empty() ? "" : ": " + error.subject);
    return failWith(error);
}

} // namespace

ExitStatus applyToReading(const ApplyReadingArguments& arguments)
{
    const auto json = grading::readFile(arguments.file);
    if (!json)
        return failWith(json.error());
    // Whose reading it is stands in the document; the marks need its images, so that is looked at first.
    const auto key = grading::readingKeyFromJson(*json);
    if (!key)
        return failAbout(arguments.file, key.error());
    auto store = openStore(arguments);
    if (!store)
        return failWith(store.error());
    auto session = grading::openSession(*store, key->study, key->reader, arguments.choice());
    if (!session)
        return failWith(session.error());
    MarksReader marks(*store, arguments, *key);
    const auto edit =
        grading::readingEditFromJson(*json, [&](const grading::Foramen& foramen, const std::string& file,
                                                const std::string& stack) { return marks.read(foramen, file, stack); });
    if (!edit)
        return failAbout(arguments.file, edit.error());
    if (const auto done = session->apply(edit->command); !done)
        return failAbout(arguments.file, done.error());
    printIssues(edit->issues);
    printIssues(marks.issues());
    for (const auto& [foramen, record] : session->reading().foramina)
        printIssues(assess(session->reading(), foramen).issues);
    std::cout << (arguments.json ? grading::toJson(session->reading())
                                 : textOf(session->reading(), suggestionsIn(*store, session->reading())));
    return ExitStatus::Done;
}

} // namespace foragrade
