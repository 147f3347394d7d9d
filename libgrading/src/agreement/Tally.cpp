#include "Tally.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace grading::detail {

namespace {

struct Rated {
    int reader;
    int category;
};

std::vector<Rated> ratedOf(const Ratings::Item& item)
{
    std::vector<Rated> rated;
    for (std::size_t reader = 0; reader < item.categories.size(); ++reader) {
        if (item.categories[reader])
            rated.push_back({static_cast<int>(reader), *item.categories[reader]});
    }
    return rated;
}

/// Index of the pair of readers a < b among 0-1, 0-2, …, 1-2, …
std::size_t pairIndex(int a, int b, int readers)
{
    return static_cast<std::size_t>(a * (2 * readers - a - 1) / 2 + (b - a - 1));
}

class ItemTally {
public:
    ItemTally(const TallyLayout& layout, std::map<std::uint32_t, double>& sums) : m_layout(layout), m_sums(sums) {}

    void add(const Ratings::Item& item)
    {
        const auto rated = ratedOf(item);
        if (rated.empty())
            return;
        addTo(m_layout.scalar(TallyLayout::RatedItems), 1);
        for (const auto& [reader, category] : rated) {
            addTo(m_layout.shares() + index(category), 1.0 / static_cast<double>(rated.size()));
            addTo(m_layout.readerCounts() + index(reader * m_layout.categories + category), 1);
        }
        if (rated.size() >= 2)
            addPairs(rated);
        if (rated.size() == static_cast<std::size_t>(m_layout.readers))
            addComplete(rated);
    }

private:
    static std::size_t index(int value) { return static_cast<std::size_t>(value); }
    void addTo(std::size_t place, double value) { m_sums[static_cast<std::uint32_t>(place)] += value; }

    void addPairs(const std::vector<Rated>& rated)
    {
        const double ratings = static_cast<double>(rated.size());
        double plain = 0;
        double weighted = 0;
        for (std::size_t i = 0; i < rated.size(); ++i) {
            for (std::size_t j = i + 1; j < rated.size(); ++j) {
                const int a = rated[i].category;
                const int b = rated[j].category;
                plain += a == b ? 1 : 0;
                weighted += m_layout.weight(a, b);
                const auto pair = pairIndex(rated[i].reader, rated[j].reader, m_layout.readers);
                addTo(m_layout.pairCounts(pair) + index(a * m_layout.categories + b), 1);
                addTo(m_layout.coincidences() + index(a * m_layout.categories + b), 1 / (ratings - 1));
                addTo(m_layout.coincidences() + index(b * m_layout.categories + a), 1 / (ratings - 1));
            }
        }
        const double pairs = ratings * (ratings - 1) / 2;
        addTo(m_layout.scalar(TallyLayout::ComparableItems), 1);
        addTo(m_layout.scalar(TallyLayout::PlainAgreement), plain / pairs);
        addTo(m_layout.scalar(TallyLayout::WeightedAgreement), weighted / pairs);
    }

    void addComplete(const std::vector<Rated>& rated)
    {
        double sum = 0;
        for (const auto& [reader, category] : rated) {
            const double value = m_layout.scale[index(category)];
            sum += value;
            addTo(m_layout.scalar(TallyLayout::SumOfSquares), value * value);
            addTo(m_layout.readerSums() + index(reader), value);
        }
        addTo(m_layout.scalar(TallyLayout::SumOfItemSquares), sum * sum);
        addTo(m_layout.scalar(TallyLayout::CompleteItems), 1);
    }

    const TallyLayout& m_layout;
    std::map<std::uint32_t, double>& m_sums;
};

} // namespace

TallyLayout layoutFor(const Ratings& ratings, const AgreementOptions& options)
{
    TallyLayout layout;
    layout.readers = static_cast<int>(ratings.readers.size());
    layout.categories = static_cast<int>(ratings.scale.size());
    layout.scale = ratings.scale;
    if (options.weights == AgreementWeights::Own) {
        for (const auto& row : options.ownWeights)
            layout.weights.insert(layout.weights.end(), row.begin(), row.end());
        return layout;
    }
    const auto [low, high] = std::minmax_element(ratings.scale.begin(), ratings.scale.end());
    const double range = *high - *low;
    for (const double a : ratings.scale) {
        for (const double b : ratings.scale) {
            const double distance = std::abs(a - b) / range;
            if (options.weights == AgreementWeights::None)
                layout.weights.push_back(a == b ? 1 : 0);
            else
                layout.weights.push_back(
                    1 - (options.weights == AgreementWeights::Linear ? distance : distance * distance));
        }
    }
    return layout;
}

std::vector<SparseTally> tallyByPatient(const Ratings& ratings, const TallyLayout& layout)
{
    std::map<std::string, std::size_t> numbers;
    std::vector<std::map<std::uint32_t, double>> sums;
    for (const auto& item : ratings.items) {
        const auto [entry, isNew] = numbers.try_emplace(item.patient, sums.size());
        if (isNew)
            sums.emplace_back();
        ItemTally(layout, sums[entry->second]).add(item);
    }
    std::vector<SparseTally> tallies;
    for (const auto& patient : sums)
        tallies.emplace_back(patient.begin(), patient.end());
    return tallies;
}

} // namespace grading::detail
