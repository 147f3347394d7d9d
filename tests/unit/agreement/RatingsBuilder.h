#pragma once

#include "grading/agreement/Agreement.h"

#include <string>
#include <vector>

namespace grading::test {

/// One row an item, one entry a reader, `-1` = missing, otherwise an index into the scale; every item its own patient.
inline Ratings ratingsFromRows(std::vector<double> scale, const std::vector<std::vector<int>>& rows)
{
    Ratings ratings;
    ratings.scale = std::move(scale);
    for (std::size_t reader = 0; reader < rows.front().size(); ++reader)
        ratings.readers.push_back("R" + std::to_string(reader + 1));
    for (const auto& row : rows) {
        Ratings::Item item{"P" + std::to_string(ratings.items.size()), "item", {}, {}};
        for (const int rating : row)
            item.categories.push_back(rating < 0 ? std::nullopt : std::optional(rating));
        ratings.items.push_back(std::move(item));
    }
    return ratings;
}

/// One string a reader, one digit an item, digits from 1.
inline Ratings ratingsFromDigits(std::vector<double> scale, const std::vector<std::string>& readers)
{
    std::vector<std::vector<int>> rows(readers.front().size());
    for (const auto& digits : readers) {
        for (std::size_t i = 0; i < digits.size(); ++i)
            rows[i].push_back(digits[i] - '1');
    }
    return ratingsFromRows(std::move(scale), rows);
}

/// Two readers out of a table of counts.
inline Ratings ratingsFromCounts(std::vector<double> scale, const std::vector<std::vector<int>>& counts)
{
    std::vector<std::vector<int>> rows;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        for (std::size_t j = 0; j < counts.size(); ++j)
            rows.insert(rows.end(), static_cast<std::size_t>(counts[i][j]), {static_cast<int>(i), static_cast<int>(j)});
    }
    return ratingsFromRows(std::move(scale), rows);
}

inline AgreementStatistics statisticsOf(const Ratings& ratings, AgreementWeights weights)
{
    return agreement(ratings, {.weights = weights}).value();
}

} // namespace grading::test
