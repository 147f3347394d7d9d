#include "Assign.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <map>
#include <random>

namespace grading {

namespace {

/// The generator is the same everywhere by the standard, its distributions aren't; the remainder's bias, below 1e-15
/// here, doesn't matter.
class Shuffler {
public:
    explicit Shuffler(std::uint64_t seed) : m_random(seed) {}

    template <class T>
    void shuffle(std::vector<T>& values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[m_random() % i]);
    }

private:
    std::mt19937_64 m_random;
};

/// Each study for the readers who have the fewest, chance deciding between equals.
std::map<std::string, std::vector<Uid>> distribute(const AssignmentInput& input, Shuffler& chance)
{
    std::map<std::string, int> load;
    for (const auto& reader : input.readers)
        load[reader] = 0;
    for (const auto& present : input.present) {
        if (present.round == 1 && load.contains(present.reader))
            ++load[present.reader];
    }
    std::map<std::string, std::vector<Uid>> lists;
    auto readers = input.readers;
    auto studies = input.newStudies;
    chance.shuffle(studies);
    for (const auto& study : studies) {
        chance.shuffle(readers);
        std::ranges::stable_sort(readers, {}, [&](const std::string& reader) { return load[reader]; });
        for (int i = 0; i < input.protocol.readersPerStudy; ++i) {
            const auto& reader = readers[static_cast<std::size_t>(i)];
            lists[reader].push_back(study);
            ++load[reader];
        }
    }
    return lists;
}

/// One reader's new studies in their order, and after them those to be read again in another.
std::vector<Assignment> listOf(const AssignmentInput& input, const std::string& reader, std::vector<Uid> studies,
                               Shuffler& chance)
{
    int place = 0;
    for (const auto& present : input.present) {
        if (present.reader == reader)
            place = std::max(place, present.place);
    }
    std::vector<Assignment> list;
    const auto append = [&](int round) {
        for (const auto& study : studies)
            list.push_back({study, reader, round, ++place, {}, round == 1 ? input.due : std::string()});
    };
    chance.shuffle(studies);
    append(1);
    chance.shuffle(studies);
    const auto share = (studies.size() * static_cast<std::size_t>(input.protocol.repeatPercent) + 50) / 100;
    studies.resize(std::min(share, studies.size()));
    append(2);
    return list;
}

} // namespace

std::string caseName(int number)
{
    const auto digits = std::to_string(number);
    return "Case " + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

std::vector<Assignment> newAssignments(const AssignmentInput& input)
{
    GRADING_EXPECTS(input.readers.size() >= static_cast<std::size_t>(input.protocol.readersPerStudy));
    Shuffler chance(input.protocol.seed + input.present.size()); // other lists for studies that come later
    std::vector<Assignment> all;
    for (auto& [reader, studies] : distribute(input, chance)) {
        for (auto& assignment : listOf(input, reader, std::move(studies), chance))
            all.push_back(std::move(assignment));
    }
    std::vector<int> numbers;
    for (std::size_t i = 0; i < all.size(); ++i)
        numbers.push_back(static_cast<int>(input.present.size() + i + 1));
    chance.shuffle(numbers);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].alias = caseName(numbers[i]);
    return all;
}

} // namespace grading
