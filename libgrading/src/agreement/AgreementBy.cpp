#include "grading/agreement/Agreement.h"

#include <map>
#include <tuple>

namespace grading {

namespace {

/// Sorts by level from the head, then right before left; items that are no foramen come last.
using PartKey = std::tuple<bool, std::optional<Level>, std::optional<Side>>;

PartKey partOf(const Ratings::Item& item, AgreementSplit split)
{
    if (!item.foramen)
        return {split.byLevel || split.bySide, std::nullopt, std::nullopt};
    return {false, split.byLevel ? std::optional(item.foramen->level) : std::nullopt,
            split.bySide ? std::optional(item.foramen->side) : std::nullopt};
}

Ratings onlyReaders(const Ratings& ratings, std::size_t a, std::size_t b)
{
    Ratings two;
    two.scale = ratings.scale;
    two.readers = {ratings.readers[a], ratings.readers[b]};
    for (const auto& item : ratings.items)
        two.items.push_back({item.patient, item.name, item.foramen, {item.categories[a], item.categories[b]}});
    return two;
}

struct Part {
    AgreementGroup group;
    Ratings ratings;
};

std::vector<Part> splitByItems(const Ratings& ratings, AgreementSplit split)
{
    std::map<PartKey, Ratings> parts;
    for (const auto& item : ratings.items) {
        auto& part = parts[partOf(item, split)];
        part.scale = ratings.scale;
        part.readers = ratings.readers;
        part.items.push_back(item);
    }
    std::vector<Part> result;
    for (auto& [key, part] : parts) {
        const auto& [isOther, level, side] = key;
        AgreementGroup group;
        if (split.byLevel)
            group.level = level ? level->name() : std::string();
        if (split.bySide)
            group.side = side ? std::string(name(*side)) : std::string();
        result.push_back({std::move(group), std::move(part)});
    }
    return result;
}

std::vector<Part> splitByPairs(const std::vector<Part>& parts)
{
    std::vector<Part> result;
    for (const auto& part : parts) {
        for (std::size_t a = 0; a < part.ratings.readers.size(); ++a) {
            for (std::size_t b = a + 1; b < part.ratings.readers.size(); ++b) {
                Part pair{part.group, onlyReaders(part.ratings, a, b)};
                pair.group.pair = {part.ratings.readers[a], part.ratings.readers[b]};
                result.push_back(std::move(pair));
            }
        }
    }
    return result;
}

} // namespace

Result<std::vector<AgreementGroup>> agreementBy(const Ratings& ratings, AgreementSplit split,
                                                const AgreementOptions& options, const Progress& progress)
{
    auto parts = splitByItems(ratings, split);
    if (split.byPair)
        parts = splitByPairs(parts);
    std::vector<AgreementGroup> groups;
    for (auto& part : parts) {
        auto statistics = agreement(part.ratings, options, progress);
        if (!statistics)
            return fail(statistics.error());
        part.group.statistics = std::move(*statistics);
        groups.push_back(std::move(part.group));
    }
    return groups;
}

} // namespace grading
