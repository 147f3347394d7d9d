#include "grading/dataset/Split.h"

#include "grading/base/Sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace grading {

Result<Split> Split::parse(std::string_view text)
{
    const auto wrong = fail(ErrorCode::InvalidArgument, std::string(text), "isn't a split",
                            "write percentages that add up to 100: 70/15/15 (train/validation/test) or 80/20");
    std::vector<int> shares;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (true) {
        int share = -1;
        const auto read = std::from_chars(at, end, share);
        if (read.ec != std::errc() || share < 0 || share > 100)
            return wrong;
        shares.push_back(share);
        at = read.ptr;
        if (at == end)
            break;
        if (*at++ != '/')
            return wrong;
    }
    if (shares.size() == 2)
        shares.insert(shares.begin() + 1, 0);
    if (shares.size() != 3 || std::accumulate(shares.begin(), shares.end(), 0) != 100)
        return wrong;
    return Split{shares[0], shares[1], shares[2]};
}

std::string Split::text() const
{
    return fmt::format("{}/{}/{}", train, validation, test);
}

std::string_view name(SplitPart part)
{
    constexpr std::array<std::string_view, 3> names{"train", "val", "test"};
    return names.at(static_cast<std::size_t>(part));
}

std::vector<std::string> shuffled(std::vector<std::string> patients, std::uint64_t seed)
{
    std::vector<std::pair<std::string, std::string>> keyed;
    for (auto& patient : patients)
        keyed.emplace_back(sha256(std::to_string(seed) + '\n' + patient), std::move(patient));
    std::ranges::sort(keyed);
    std::vector<std::string> order;
    for (auto& [key, patient] : keyed)
        order.push_back(std::move(patient));
    return order;
}

std::vector<SplitPart> splitOf(std::size_t patients, const Split& split)
{
    const std::array<int, 3> shares{split.train, split.validation, split.test};
    std::array<std::size_t, 3> counts{};
    std::array<std::size_t, 3> remainders{};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        counts.at(i) = patients * static_cast<std::size_t>(shares.at(i)) / 100;
        remainders.at(i) = patients * static_cast<std::size_t>(shares.at(i)) % 100;
    }
    for (auto left = patients - std::accumulate(counts.begin(), counts.end(), std::size_t(0)); left > 0; --left) {
        const auto largest = std::ranges::max_element(remainders);
        ++counts.at(static_cast<std::size_t>(largest - remainders.begin()));
        *largest = 0;
    }
    for (std::size_t i = 0; i < counts.size(); ++i) { // nobody asks for a test set to get an empty one
        auto& richest = *std::ranges::max_element(counts);
        if (shares.at(i) > 0 && counts.at(i) == 0 && richest > 1) {
            --richest;
            ++counts.at(i);
        }
    }
    std::vector<SplitPart> parts;
    for (std::size_t i = 0; i < counts.size(); ++i)
        parts.insert(parts.end(), counts.at(i), allSplitParts.at(i));
    return parts;
}

} // namespace grading
