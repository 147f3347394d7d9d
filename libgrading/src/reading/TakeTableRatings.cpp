#include "grading/reading/RatingsTable.h"

#include "grading/reading/RsnaRatings.h"

namespace grading {

namespace {

bool contradicts(const ForamenReading& record, const TableRating& rating)
{
    if (rating.others.notGradable)
        return record.grade.has_value();
    if (!rating.grade)
        return false;
    return record.notGradable.has_value() || (record.grade && *record.grade != *rating.grade);
}

void take(const TableRating& rating, ForamenReading& record)
{
    if (rating.grade) {
        record.grade = rating.grade;
        record.notGradable.reset();
    }
    if (rating.others.notGradable) {
        record.notGradable = rating.others.notGradable;
        record.grade.reset();
    }
    for (std::size_t i = 0; i < record.findings.sides.size(); ++i) {
        if (rating.others.findings.sides[i])
            record.findings.sides[i] = rating.others.findings.sides[i];
    }
    if (rating.others.findings.root)
        record.findings.root = rating.others.findings.root;
    if (rating.others.confidence)
        record.confidence = rating.others.confidence;
    if (record.comment.find(rating.others.comment) == std::string::npos)
        record.comment += (record.comment.empty() ? "" : "\n") + rating.others.comment;
}

} // namespace

Command takeTableRatings(std::vector<TableRating> ratings, bool replace)
{
    return {"Import table", [ratings = std::move(ratings), replace](const Reading& reading) -> Result<Reading> {
                Result<Reading> changed = reading;
                RsnaRatings labels;
                for (const auto& rating : ratings) {
                    const auto* record = changed->find(rating.foramen);
                    if (record != nullptr && !replace && contradicts(*record, rating))
                        return fail(ErrorCode::Exists, "row " + std::to_string(rating.row),
                                    rating.foramen.key() + " has another grade already", "say --force to replace it");
                    if (rating.rsnaLabel)
                        labels.labels.emplace(rating.foramen, *rating.rsnaLabel);
                    changed = commands::edit(rating.foramen, "Import table, " + rating.foramen.title(),
                                             [&](ForamenReading& each) { take(rating, each); })
                                  .apply(*changed);
                    if (!changed)
                        return changed;
                }
                return takeRsnaRatings(labels).apply(*changed);
            }};
}

} // namespace grading
