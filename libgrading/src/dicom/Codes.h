#pragma once

#include "grading/anatomy/Foramen.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// One coded concept (PS3.3 section 8). Two codes are the same concept when value and scheme are equal.
struct Code {
    std::string value;
    std::string scheme; ///< Coding Scheme Designator
    std::string meaning;

    [[nodiscard]] bool isSame(const Code& other) const { return value == other.value && scheme == other.scheme; }
    [[nodiscard]] bool isEmpty() const { return value.empty(); }
};

inline constexpr std::string_view privateScheme = "99FORAMEN";
inline constexpr std::string_view privateSchemeUid = "2.25.218340775513926064875529016241340881734";
inline constexpr std::string_view privateSchemeName = "Foragrade neural foramen coding scheme";
inline constexpr std::string_view privateSchemeVersion = "1";
inline constexpr std::string_view privateSchemeOrganization = "Foragrade project";

/// Standard codes used by segmentation and report; each is verified in a stored source (dicom.md).
namespace codes {

inline const Code anatomicalStructure{"91723000", "SCT", "Anatomical structure"};
inline const Code tissue{"85756007", "SCT", "Tissue"};
inline const Code fat{"55603005", "SCT", "Fat"};
inline const Code nerveRoot{"69733000", "SCT", "Spinal nerve root"};
inline const Code right{"24028007", "SCT", "Right"};
inline const Code left{"7771000", "SCT", "Left"};
inline const Code segmentation{"113076", "DCM", "Segmentation"};
inline const Code sourceImage{"121322", "DCM", "Source image for image processing operation"};
inline const Code foramen{"FS001", std::string(privateScheme), "Neural foramen"};

} // namespace codes

[[nodiscard]] const Code& codeOf(Side side);

/// "Level of L4/L5 intervertebral disc" (CID 1003); levels of spines with other numbers of vertebrae and sacral ones
/// have none and take a private code ("FL-L6-S1").
[[nodiscard]] Code codeOf(const Level& level);
[[nodiscard]] std::optional<Level> levelFrom(const Code& code);

} // namespace grading
