#pragma once

#include "grading/reading/Reading.h"

#include <array>
#include <optional>
#include <string_view>

namespace grading {

// What a reader chooses from: `name` is the key in JSON and stores ("discBulge"), `title` the words for people
// ("disc bulge"), parse… the way back from the key, exactly as written.

inline constexpr std::array<RootContact, 4> allRootContacts{RootContact::None, RootContact::Contact,
                                                            RootContact::Deviation, RootContact::Compression};
[[nodiscard]] std::string_view name(RootContact contact);
[[nodiscard]] std::string_view title(RootContact contact);
[[nodiscard]] std::optional<RootContact> parseRootContact(std::string_view name);

inline constexpr std::array<Confidence, 3> allConfidences{Confidence::Low, Confidence::Medium, Confidence::High};
[[nodiscard]] std::string_view name(Confidence confidence);
[[nodiscard]] std::string_view title(Confidence confidence);
[[nodiscard]] std::optional<Confidence> parseConfidence(std::string_view name);

inline constexpr std::array<ContributoryFinding, 13> allContributoryFindings{
    ContributoryFinding::DiscBulge,         ContributoryFinding::DiscProtrusion,
    ContributoryFinding::DiscExtrusion,     ContributoryFinding::FacetHypertrophy,
    ContributoryFinding::Osteophyte,        ContributoryFinding::LigamentumFlavumThickening,
    ContributoryFinding::Spondylolisthesis, ContributoryFinding::DiscHeightLoss,
    ContributoryFinding::SynovialCyst,      ContributoryFinding::Scar,
    ContributoryFinding::Hardware,          ContributoryFinding::Tumour,
    ContributoryFinding::Fracture};
[[nodiscard]] std::string_view name(ContributoryFinding finding);
[[nodiscard]] std::string_view title(ContributoryFinding finding);
[[nodiscard]] std::optional<ContributoryFinding> parseContributoryFinding(std::string_view name);

inline constexpr std::array<Etiology, 8> allEtiologies{
    Etiology::Degenerative,          Etiology::Osteophytic, Etiology::Traumatic,  Etiology::PostSurgical,
    Etiology::InflammatoryMetabolic, Etiology::Congenital,  Etiology::Neoplastic, Etiology::Unknown};
[[nodiscard]] std::string_view name(Etiology etiology);
[[nodiscard]] std::string_view title(Etiology etiology);
[[nodiscard]] std::optional<Etiology> parseEtiology(std::string_view name);

[[nodiscard]] std::string_view name(ReaderRole role); ///< "performing", "reader", "adjudicator"
[[nodiscard]] std::optional<ReaderRole> parseReaderRole(std::string_view name);

[[nodiscard]] std::string_view name(ReadingStatus status); ///< "draft", "signed"
[[nodiscard]] std::optional<ReadingStatus> parseReadingStatus(std::string_view name);

} // namespace grading
