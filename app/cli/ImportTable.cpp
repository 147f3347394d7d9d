#include "ImportTable.h"

#include "ReadingIdentity.h"

#include "grading/base/Files.h"
#include "grading/reading/RatingsTable.h"
#include "grading/store/StoredSession.h"

#include <fmt/format.h>

#include <iostream>

namespace foragrade {

using grading::ErrorCode;
using grading::fail;
using grading::Result;

namespace {

/// What a table says of one reader's reading of a study.
struct Draft {
    const grading::Study* study = nullptr;
    std::string reader;
    std::vector<grading::TableRating> ratings;
};

struct Drafts {
    std::map<std::pair<grading::Uid, std::string>, Draft> drafts;
    std::size_t rowsOfOthers = 0; ///< Of studies that the images don't hold.
};

Result<std::vector<grading::TableRating>> readTable(const ImportArguments& arguments)
{
    const auto columns = grading::parseTableColumns(arguments.columns);
    if (!columns)
        return fail(columns.error());
    if (arguments.reader.empty() && !columns->fields.contains("reader"))
        return fail(ErrorCode::Unsupported, arguments.table.string(), "doesn't say whose ratings it holds",
                    "name the reader with --reader, or the column that does with --columns reader=…");
    const auto bytes = grading::readFile(arguments.table);
    return bytes ? grading::readRatingsTable(*bytes, arguments.table.string(), *columns) : fail(bytes.error());
}

Result<Drafts> sortByReading(std::vector<grading::TableRating> ratings, const grading::SeriesCatalogue& images,
                             const ImportArguments& arguments)
{
    Drafts sorted;
    for (auto& rating : ratings) {
        const auto study = studyNamed(rating.study, images);
        if (!study) {
            auto problem = study.error();
            problem.subject = fmt::format("{}, row {}", arguments.table.string(), rating.row);
            return fail(std::move(problem));
        }
        if (*study == nullptr) {
            ++sorted.rowsOfOthers;
            continue;
        }
        const auto reader = rating.reader.empty() ? arguments.reader : rating.reader;
        auto& draft = sorted.drafts[{(*study)->uid, reader}];
        draft.study = *study;
        draft.reader = reader;
        draft.ratings.push_back(std::move(rating));
    }
    if (sorted.drafts.empty())
        return fail(ErrorCode::Mismatch, arguments.table.string(), "has no row of a study in the images",
                    "its study column must hold the Study Instance UID or the patient id");
    return sorted;
}

/// In the store, or only tried.
Result<void> apply(grading::Store& store, const Draft& draft, const ImportArguments& arguments, bool keep)
{
    const auto command = grading::takeTableRatings(draft.ratings, arguments.force);
    auto session = grading::openSession(store, draft.study->uid, draft.reader);
    if (session) {
        if (keep)
            return session->apply(command);
        const auto tried = command.apply(session->reading());
        return tried ? Result<void>() : fail(tried.error());
    }
    if (session.error().code != ErrorCode::NotFound)
        return fail(session.error());
    const auto changed = command.apply(
        newDraft(identityOf(*draft.study), {draft.reader, arguments.organization, grading::ReaderRole::Reader}));
    if (!changed)
        return fail(changed.error());
    return keep ? store.add(*changed, arguments.images) : Result<void>();
}

} // namespace

ExitStatus importTable(const ImportArguments& arguments, const grading::SeriesCatalogue& images)
{
    auto ratings = readTable(arguments);
    if (!ratings)
        return ratings.error().subject == "columns" ? failUsage("--columns: " + ratings.error().message())
                                                    : failWith(ratings.error());
    const auto drafts = sortByReading(std::move(*ratings), images, arguments);
    if (!drafts)
        return failWith(drafts.error());
    auto store = grading::Store::open(arguments.store);
    if (!store)
        return failWith(store.error());
    for (const bool keep : {false, true}) {
        for (const auto& [key, draft] : drafts->drafts) {
            if (const auto done = apply(*store, draft, arguments, keep); !done)
                return failWith(done.error());
            if (keep)
                std::cout << "Imported ratings of " << draft.ratings.size() << " foramina into the reading of "
                          << printable(draft.reader) << ", study " << draft.study->uid.text() << '\n';
        }
    }
    if (drafts->rowsOfOthers > 0)
        printIssues({{grading::Severity::Info, "other-studies", arguments.table.string(),
                      fmt::format("Rows of studies that the images don't hold: {}.", drafts->rowsOfOthers)}});
    return ExitStatus::Done;
}

} // namespace foragrade
