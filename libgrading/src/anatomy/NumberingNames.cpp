#include "grading/anatomy/SpineNumbering.h"

#include <algorithm>
#include <array>
#include <utility>

namespace grading {

namespace {

using Castellvi = SpineNumbering::Castellvi;
using Transition = SpineNumbering::Transition;
using CountedFrom = SpineNumbering::CountedFrom;

constexpr std::array<std::pair<Castellvi, std::string_view>, 5> castellvis{{
    {Castellvi::None, "none"},
    {Castellvi::I, "I"},
    {Castellvi::II, "II"},
    {Castellvi::III, "III"},
    {Castellvi::IV, "IV"},
}};

constexpr std::array<std::pair<Transition, std::string_view>, 3> transitions{{
    {Transition::None, "none"},
    {Transition::LumbarisedS1, "lumbarisedS1"},
    {Transition::SacralisedL5, "sacralisedL5"},
}};

constexpr std::array<std::pair<CountedFrom, std::string_view>, 6> landmarks{{
    {CountedFrom::Unknown, "unknown"},
    {CountedFrom::C2, "C2"},
    {CountedFrom::T12Ribs, "T12Ribs"},
    {CountedFrom::Iliolumbar, "iliolumbar"},
    {CountedFrom::Sacrum, "sacrum"},
    {CountedFrom::Localizer, "localizer"},
}};

template <class Names, class Choice>
std::string_view nameIn(const Names& names, Choice choice)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.first == choice; });
    return found == names.end() ? std::string_view() : found->second;
}

template <class Choice, std::size_t N>
std::optional<Choice> choiceIn(const std::array<std::pair<Choice, std::string_view>, N>& names, std::string_view name)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.second == name; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

} // namespace

std::string_view name(Castellvi castellvi)
{
    return nameIn(castellvis, castellvi);
}

std::string_view name(Transition transition)
{
    return nameIn(transitions, transition);
}

std::string_view name(CountedFrom countedFrom)
{
    return nameIn(landmarks, countedFrom);
}

std::optional<Castellvi> parseCastellvi(std::string_view name)
{
    return choiceIn(castellvis, name);
}

std::optional<Transition> parseTransition(std::string_view name)
{
    return choiceIn(transitions, name);
}

std::optional<CountedFrom> parseCountedFrom(std::string_view name)
{
    return choiceIn(landmarks, name);
}

} // namespace grading
