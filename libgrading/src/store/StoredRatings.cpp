#include "ProjectRows.h"
#include "Rows.h"
#include "StoreDatabase.h"

#include "grading/store/Adjudication.h"

#include <algorithm>
#include <map>

namespace grading {

using soci::into;
using soci::use;

namespace {

/// One grade of one reader.
struct GradeRow {
    std::string study;
    std::string patient;
    std::string reader;
    std::string foramen;
    int round = 1;
    int grade = 0;
};

std::vector<GradeRow> readGrades(Connection& connection, const std::string& project)
{
    std::vector<GradeRow> rows;
    GradeRow row;
    const std::string select =
        "SELECT r.study, s.patient_id, r.reader, f.foramen, r.round, f.grade FROM revisions r JOIN records f ON"
        " f.reading = r.id AND f.revision = r.revision AND f.grade IS NOT NULL JOIN studies s ON s.uid = r.study"
        " JOIN members m ON m.project = r.project AND m.reader = r.reader WHERE r.project = :p AND r.revision = 1"
        " AND r.status = 'signed' AND m.role = 'reader'";
    forEachRow((connection.sql.prepare << select, into(row.study), into(row.patient), into(row.reader),
                into(row.foramen), into(row.round), into(row.grade), use(project)),
               [&] { rows.push_back(row); });
    std::ranges::sort(
        rows, {}, [](const GradeRow& each) { return std::tuple(each.reader, each.study, each.foramen, each.round); });
    return rows;
}

/// Whose foramen of which study, with the one who read it where both rounds are by the same.
using ItemKey = std::tuple<std::string, std::string, std::string>;

class RatingsMaker {
public:
    explicit RatingsMaker(std::vector<std::string> readers)
    {
        m_ratings.scale = gradeScale();
        m_ratings.readers = std::move(readers);
    }

    void add(const GradeRow& row, const std::string& itemOf, std::size_t reader)
    {
        const auto [known, isNew] = m_items.try_emplace({row.study, row.foramen, itemOf}, m_ratings.items.size());
        if (isNew)
            m_ratings.items.push_back({row.patient.empty() ? row.study : row.patient, row.foramen,
                                       Foramen::parse(row.foramen),
                                       std::vector<std::optional<int>>(m_ratings.readers.size())});
        m_ratings.items[known->second].categories[reader] = row.grade; // the scale is 0, 1, 2, 3
    }

    Ratings take() { return std::move(m_ratings); }

private:
    Ratings m_ratings;
    std::map<ItemKey, std::size_t> m_items;
};

/// The rows, if the actor may have them.
Result<std::vector<GradeRow>> gradesFor(const Store& store, const std::string& project)
{
    if (const auto allowed = signedReadings(store, project); !allowed)
        return fail(allowed.error());
    auto& connection = *StoreAccess::of(store).connection;
    return connection.guarded([&]() -> Result<std::vector<GradeRow>> { return readGrades(connection, project); });
}

} // namespace

Result<Ratings> ratingsOf(const Store& store, const std::string& project)
{
    const auto rows = gradesFor(store, project);
    if (!rows)
        return fail(rows.error());
    std::vector<std::string> readers;
    for (const auto& row : *rows) {
        if (row.round == 1 && (readers.empty() || readers.back() != row.reader))
            readers.push_back(row.reader);
    }
    RatingsMaker maker(readers);
    for (const auto& row : *rows) {
        const auto reader = std::ranges::find(readers, row.reader);
        if (row.round == 1)
            maker.add(row, {}, static_cast<std::size_t>(reader - readers.begin()));
    }
    return maker.take();
}

Result<Ratings> repeatedRatingsOf(const Store& store, const std::string& project)
{
    const auto rows = gradesFor(store, project);
    if (!rows)
        return fail(rows.error());
    std::map<std::pair<std::string, std::string>, int> rounds;
    for (const auto& row : *rows)
        rounds[{row.reader, row.study}] = std::max(rounds[{row.reader, row.study}], row.round);
    RatingsMaker maker({"first", "second"});
    for (const auto& row : *rows) {
        if (rounds[{row.reader, row.study}] == 2)
            maker.add(row, row.reader, row.round == 1 ? 0 : 1);
    }
    return maker.take();
}

} // namespace grading
