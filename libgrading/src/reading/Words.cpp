#include "grading/reading/Words.h"

#include "grading/base/Contract.h"

#include <algorithm>

namespace grading {

namespace {

template <class Choice>
struct Word {
    Choice choice;
    std::string_view name;
    std::string_view title;
};

constexpr std::array<Word<RootContact>, 4> contacts{{
    {RootContact::None, "none", "no contact"},
    {RootContact::Contact, "contact", "contact"},
    {RootContact::Deviation, "deviation", "deviation"},
    {RootContact::Compression, "compression", "compression"},
}};

constexpr std::array<Word<Confidence>, 3> confidences{{
    {Confidence::Low, "low", "low"},
    {Confidence::Medium, "medium", "medium"},
    {Confidence::High, "high", "high"},
}};

constexpr std::array<Word<ContributoryFinding>, 13> contributoryFindings{{
    {ContributoryFinding::DiscBulge, "discBulge", "disc bulge"},
    {ContributoryFinding::DiscProtrusion, "discProtrusion", "disc protrusion"},
    {ContributoryFinding::DiscExtrusion, "discExtrusion", "disc extrusion"},
    {ContributoryFinding::FacetHypertrophy, "facetHypertrophy", "facet hypertrophy"},
    {ContributoryFinding::LigamentumFlavumThickening, "ligamentumFlavumThickening", "ligamentum flavum thickening"},
    {ContributoryFinding::Osteophyte, "osteophyte", "osteophyte"},
    {ContributoryFinding::Spondylolisthesis, "spondylolisthesis", "spondylolisthesis"},
    {ContributoryFinding::DiscHeightLoss, "discHeightLoss", "disc height loss"},
    {ContributoryFinding::SynovialCyst, "synovialCyst", "synovial cyst"},
    {ContributoryFinding::Scar, "scar", "scar"},
    {ContributoryFinding::Hardware, "hardware", "hardware"},
    {ContributoryFinding::Tumour, "tumour", "tumour"},
    {ContributoryFinding::Fracture, "fracture", "fracture"},
}};

constexpr std::array<Word<Etiology>, 8> etiologies{{
    {Etiology::Degenerative, "degenerative", "degenerative"},
    {Etiology::Osteophytic, "osteophytic", "osteophytic"},
    {Etiology::Traumatic, "traumatic", "traumatic"},
    {Etiology::PostSurgical, "postSurgical", "post-surgical"},
    {Etiology::InflammatoryMetabolic, "inflammatoryMetabolic", "inflammatory or metabolic"},
    {Etiology::Congenital, "congenital", "congenital"},
    {Etiology::Neoplastic, "neoplastic", "neoplastic"},
    {Etiology::Unknown, "unknown", "unknown"},
}};

constexpr std::array<Word<ReaderRole>, 3> roles{{
    {ReaderRole::Performing, "performing", "performing"},
    {ReaderRole::Reader, "reader", "reader"},
    {ReaderRole::Adjudicator, "adjudicator", "adjudicator"},
}};

constexpr std::array<Word<ReadingStatus>, 2> statuses{{
    {ReadingStatus::Draft, "draft", "draft"},
    {ReadingStatus::Signed, "signed", "signed"},
}};

template <class Words, class Choice>
const auto& wordFor(const Words& words, Choice choice)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.choice == choice; });
    GRADING_EXPECTS(found != words.end());
    return *found;
}

template <class Choice, std::size_t N>
std::optional<Choice> choiceOf(const std::array<Word<Choice>, N>& words, std::string_view name)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.name == name; });
    return found == words.end() ? std::nullopt : std::optional(found->choice);
}

} // namespace

std::string_view name(RootContact contact)
{
    return wordFor(contacts, contact).name;
}

std::string_view title(RootContact contact)
{
    return wordFor(contacts, contact).title;
}

std::optional<RootContact> parseRootContact(std::string_view name)
{
    return choiceOf(contacts, name);
}

std::string_view name(Confidence confidence)
{
    return wordFor(confidences, confidence).name;
}

std::string_view title(Confidence confidence)
{
    return wordFor(confidences, confidence).title;
}

std::optional<Confidence> parseConfidence(std::string_view name)
{
    return choiceOf(confidences, name);
}

std::string_view name(ContributoryFinding finding)
{
    return wordFor(contributoryFindings, finding).name;
}

std::string_view title(ContributoryFinding finding)
{
    return wordFor(contributoryFindings, finding).title;
}

std::optional<ContributoryFinding> parseContributoryFinding(std::string_view name)
{
    return choiceOf(contributoryFindings, name);
}

std::string_view name(Etiology etiology)
{
    return wordFor(etiologies, etiology).name;
}

std::string_view title(Etiology etiology)
{
    return wordFor(etiologies, etiology).title;
}

std::optional<Etiology> parseEtiology(std::string_view name)
{
    return choiceOf(etiologies, name);
}

std::string_view name(ReaderRole role)
{
    return wordFor(roles, role).name;
}

std::optional<ReaderRole> parseReaderRole(std::string_view name)
{
    return choiceOf(roles, name);
}

std::string_view name(ReadingStatus status)
{
    return wordFor(statuses, status).name;
}

std::optional<ReadingStatus> parseReadingStatus(std::string_view name)
{
    return choiceOf(statuses, name);
}

} // namespace grading
