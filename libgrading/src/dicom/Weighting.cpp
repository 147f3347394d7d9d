#include "Weighting.h"

#include "Words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace grading {

namespace {

bool holds(const std::vector<std::string>& values, std::initializer_list<std::string_view> wanted)
{
    return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
        return std::find(wanted.begin(), wanted.end(), value) != wanted.end();
    });
}

/// The words that name a sequence: description and the maker's sequence name.
std::string wordsOf(const Acquisition& acquisition)
{
    return lowerCase(acquisition.description + " " + acquisition.sequenceName);
}

bool isLocalizer(const Acquisition& acquisition, const std::string& words)
{
    if (isMarkedLocalizer(acquisition))
        return true;
    return hasAnyWord(words, {"localizer", "localiser", "loc", "scout", "survey", "pilot", "3-plane", "3plane", "3-pl",
                              "3pl", "three-plane", "plan scan", "planscan", "smartbrain", "aascout", "topogram"});
}

bool isDixon(const Acquisition& acquisition, const std::string& words)
{
    const std::vector<std::string> kinds(acquisition.imageType.begin() +
                                             std::min<std::ptrdiff_t>(2, std::ssize(acquisition.imageType)),
                                         acquisition.imageType.end());
    if (holds(kinds,
              {"W", "F", "IP", "OP", "WATER", "FAT", "IN_PHASE", "OUT_PHASE", "OPP_PHASE", "DIXON", "FAT_FRACTION"}))
        return true;
    return hasAnyWord(words, {"dixon", "mdixon", "ideal", "lava-flex", "flex"});
}

bool isFatSaturated(const Acquisition& acquisition, const std::string& words)
{
    if (acquisition.isFatSaturated)
        return true;
    if (holds(acquisition.scanOptions, {"FS", "FATSAT", "FAT_SAT", "SFS", "SPIR", "SPAIR"}))
        return true;
    return hasAnyWord(words, {"fs", "fatsat", "fat sat", "fat-sat", "fat_sat", "spair", "spir", "sfs", "fssat"});
}

using Verdict = std::pair<Weighting, std::string>;

/// None (Other, "") where times and sequence don't decide. Bounds: usual spine protocols at 1.5 and 3 T.
Verdict byTimes(const Acquisition& acquisition)
{
    const auto tr = acquisition.repetitionTime;
    const auto te = acquisition.echoTime;
    const auto ti = acquisition.inversionTime;
    const bool inverts = acquisition.isInversionRecovery || holds(acquisition.scanningSequence, {"IR"});
    if (ti && *ti >= 80 && *ti <= 300 && (inverts || !tr || *tr > 1500))
        return {Weighting::Stir, fmt::format("TI {:g}", *ti)};
    if (!tr || !te || *te <= 0)
        return {Weighting::Other, {}};
    std::string times = fmt::format("TR {:g}, TE {:g}", *tr, *te);
    if (inverts && ti && *ti > 0) {
        times += fmt::format(", TI {:g}", *ti);
        // Inversion between fat's and CSF's null point with a short echo is T1-FLAIR.
        if (*ti > 300 && *ti < 1500 && *te < 40)
            return {Weighting::T1, times};
        return {Weighting::Other, times};
    }
    if (holds(acquisition.scanningSequence, {"GR"}) && !holds(acquisition.scanningSequence, {"SE"}))
        return *te < 8 && *tr < 1000 ? Verdict{Weighting::T1, times + ", gradient echo"}
                                     : Verdict{Weighting::Other, {}};
    if (holds(acquisition.scanningSequence, {"EP"}))
        return {Weighting::Other, times + ", echo planar"};
    if (*te >= 60)
        return {Weighting::T2, times};
    if (*te <= 35 && *tr <= 1300)
        return {Weighting::T1, times};
    if (*te <= 45 && *tr >= 1500)
        return {Weighting::ProtonDensity, times};
    return {Weighting::Other, {}};
}

Verdict byWords(const std::string& words)
{
    const auto quote = [](std::string_view word) { return fmt::format("\"{}\" in the description", word); };
    for (const std::string_view word : {"stir", "tirm", "t2_tirm", "ir-tse"}) {
        if (hasWord(words, word))
            return {Weighting::Stir, quote(word)};
    }
    for (const std::string_view word : {"t2", "t2w", "t2*", "t2star", "medic", "merge", "ciss", "fiesta"}) {
        if (hasWord(words, word))
            return {Weighting::T2, quote(word)};
    }
    for (const std::string_view word : {"t1", "t1w"}) {
        if (hasWord(words, word))
            return {Weighting::T1, quote(word)};
    }
    for (const std::string_view word : {"pd", "pdw", "proton density", "dp"}) {
        if (hasWord(words, word))
            return {Weighting::ProtonDensity, quote(word)};
    }
    return {Weighting::Other, {}};
}

Verdict weigh(const Acquisition& acquisition, const std::string& words)
{
    Verdict timed = byTimes(acquisition);
    Verdict said = byWords(words);
    if (timed.first == Weighting::Other && timed.second.empty())
        return said;
    // A STIR is told from a T2 by its inversion, and not every file gives the inversion time.
    if (said.first == Weighting::Stir && (timed.first == Weighting::T2 || timed.first == Weighting::ProtonDensity))
        return {Weighting::Stir, said.second + "; " + timed.second};
    if (said.first == timed.first && !said.second.empty())
        timed.second += "; " + said.second;
    else if (said.first != Weighting::Other)
        timed.second += "; although " + said.second;
    return timed;
}

} // namespace

bool isMarkedLocalizer(const Acquisition& acquisition)
{
    return holds(acquisition.imageType, {"LOCALIZER"});
}

SeriesRole roleOf(const FrameHeader& frame)
{
    SeriesRole role;
    role.plane = planeOf(cross(frame.rowDirection, frame.columnDirection));
    const auto words = wordsOf(frame.acquisition);
    role.isLocalizer = isLocalizer(frame.acquisition, words);
    auto [weighting, why] = weigh(frame.acquisition, words);
    if (isDixon(frame.acquisition, words)) {
        weighting = Weighting::Dixon;
        why = "image type or description names a Dixon part" + (why.empty() ? why : "; " + why);
    } else if (weighting == Weighting::T2 && isFatSaturated(frame.acquisition, words)) {
        weighting = Weighting::T2FatSaturated;
        why += "; fat saturation";
    }
    role.weighting = weighting;
    role.evidence = std::string(name(weighting)) + ": " + (why.empty() ? "nothing says otherwise" : why);
    return role;
}

} // namespace grading
