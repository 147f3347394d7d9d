#include "Impression.h"

#include "Words.h"

#include <fmt/format.h>

#include <functional>

namespace grading::report {

namespace {

using Wanted = std::function<bool(const Report::Row&)>;
using Details = std::function<std::string(const Report::Row&)>;

std::string withDetails(const std::string& place, const std::string& details)
{
    return details.empty() ? place : place + " (" + details + ")";
}

/// The wanted foramina by name; a level's two sides become one when they are the same.
std::vector<std::string> places(const Report& report, const Wanted& isWanted, const Details& detailsOf)
{
    std::vector<std::string> all;
    for (const auto& rows : report.levels) {
        const bool right = isWanted(rows.right);
        const bool left = isWanted(rows.left);
        if (right && left && detailsOf(rows.right) == detailsOf(rows.left)) {
            all.push_back(withDetails(rows.level.name() + " both sides", detailsOf(rows.right)));
            continue;
        }
        if (right)
            all.push_back(withDetails(rows.right.foramen.title(), detailsOf(rows.right)));
        if (left)
            all.push_back(withDetails(rows.left.foramen.title(), detailsOf(rows.left)));
    }
    return all;
}

/// What a referring physician wants to know beside the grade.
std::string gradeDetails(const Report::Row& row)
{
    std::vector<std::string> parts;
    if (row.root == "deformed" || row.root == "collapsed")
        parts.push_back(fmt::format("{} root {}", row.nerveRoot, row.root));
    if (!row.contact.empty() && row.contact != "no contact")
        parts.push_back(fmt::format("{} of the {} root", row.contact, row.nerveRoot));
    parts.insert(parts.end(), row.contributory.begin(), row.contributory.end());
    std::string text;
    for (const auto& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string nothing(const Report::Row& /*row*/)
{
    return {};
}

std::string sentence(const std::string& what, const std::vector<std::string>& where)
{
    std::string text = what + ": ";
    for (std::size_t i = 0; i < where.size(); ++i)
        text += (i > 0 ? "; " : "") + where[i];
    return text + ".";
}

} // namespace

std::vector<std::string> impression(const Report& report)
{
    constexpr std::array<const char*, 4> titles{"No narrowing (Grade 0)", "Mild narrowing (Grade 1)",
                                                "Moderate narrowing (Grade 2)", "Severe narrowing (Grade 3)"};
    std::vector<std::string> sentences;
    const auto add = [&](const std::string& what, const Wanted& isWanted, const Details& detailsOf) {
        const auto where = places(report, isWanted, detailsOf);
        if (!where.empty())
            sentences.push_back(sentence(what, where));
    };
    for (int digit = 3; digit >= 0; --digit) {
        add(
            titles.at(static_cast<std::size_t>(digit)),
            [digit](const Report::Row& row) { return row.grade && row.grade->digit() == digit; },
            digit == 0 ? Details(nothing) : Details(gradeDetails));
    }
    add(
        "Not gradable", [](const Report::Row& row) { return row.state == Report::Row::State::NotGradable; },
        [](const Report::Row& row) { return row.notGradableReason; });
    const auto isUnread = [](const Report::Row& row) { return row.state == Report::Row::State::NotRead; };
    if (sentences.empty())
        return {"No foramen has been graded."};
    add("Not read", isUnread, nothing);
    return sentences;
}

std::vector<std::string> contradictions(const Report& report)
{
    std::vector<std::string> sentences;
    for (const auto* row : report.rows()) {
        if (row->agreement != Agreement::Hard || !row->grade || !row->suggested)
            continue;
        const std::string reason = row->disagreementReason.empty() ? "No reason has been given."
                                                                   : "The reader's reason: " + row->disagreementReason;
        sentences.push_back(fmt::format("{}: recorded as Grade {}, while the {} admit Grade {}. {}",
                                        row->foramen.title(), row->grade->digit(), row->suggested->basis,
                                        row->suggested->grades, reason));
    }
    return sentences;
}

} // namespace grading::report
