#include "InputFile.h"

#include "grading/agreement/Agreement.h"

#include <cmath>

using namespace grading;
using fuzz::require;

namespace {

void requireAtMostOne(const Statistic& statistic)
{
    if (!statistic.value)
        return require(!statistic.reason.empty());
    require(std::isfinite(*statistic.value) && *statistic.value <= 1 + 1e-9);
}

} // namespace

/// Any text is refused or gives a table whose statistics are numbers up to 1 or say why there is none.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string text(data, data + size);
    const auto ratings = ratingsFromCsv(text, "ratings.csv");
    if (!ratings)
        return require(!ratings.error().what.empty()), 0;
    for (const auto& item : ratings->items)
        require(item.categories.size() == ratings->readers.size());
    if (ratings->readers.size() > 20)
        return 0; // pairs of readers grow by the square
    const auto statistics = agreement(*ratings, {.bootstraps = 3, .jobs = 1});
    if (!statistics)
        return 0;
    for (const auto* statistic : {&statistics->percent, &statistics->light, &statistics->fleiss, &statistics->conger,
                                  &statistics->gwet, &statistics->alphaNominal, &statistics->alphaOrdinal,
                                  &statistics->alphaInterval, &statistics->iccAgreement, &statistics->iccConsistency})
        requireAtMostOne(*statistic);
    for (const auto& pair : statistics->pairs)
        requireAtMostOne(pair.weighted);
    return 0;
}
