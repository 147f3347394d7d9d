#pragma once

#include "Codes.h"

#include "grading/base/Uid.h"
#include "grading/geometry/Patient.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

enum class Relationship {
    None, ///< The root's.
    Contains,
    HasObservationContext,
    HasAcquisitionContext,
    HasConceptModifier,
    HasProperties,
    InferredFrom,
    SelectedFrom,
};
[[nodiscard]] std::string_view term(Relationship relationship); ///< "HAS CONCEPT MOD"
[[nodiscard]] std::optional<Relationship> relationshipFrom(std::string_view term);

enum class ValueType {
    Container,
    Code,
    Text,
    Number,
    PersonName,
    UidReference,
    DateTime,
    Image,
    Coordinates3d,
    Other, ///< Any type that we don't write: composite, waveform, image coordinates, date, time.
};
[[nodiscard]] std::string_view term(ValueType type); ///< "NUM"
[[nodiscard]] ValueType valueTypeFrom(std::string_view term);

/// One SOP instance, with the segments of a segmentation or the frames of a multi-frame image.
struct InstanceReference {
    std::string sopClass;
    Uid sopInstance;
    std::vector<int> frames;   ///< From 1.
    std::vector<int> segments; ///< Segment Numbers.
};

/// A figure in patient space (PS3.3 C.18.9).
struct SpatialCoordinates {
    std::string graphicType;   ///< "POINT"
    std::vector<float> values; ///< mm: x, y, z of each point; Graphic Data has single precision.
    Uid frameOfReference;

    [[nodiscard]] bool isPoint() const { return graphicType == "POINT" && values.size() == 3; }
};

/// One item of an SR content tree (PS3.3 C.17.3), by value only: no by-reference relationships.
struct ContentItem {
    Relationship relationship = Relationship::Contains;
    ValueType type = ValueType::Container;
    Code name; ///< Concept Name; empty for an image of the image library.
    Code code; ///< Of a Code; the unit of a Number.
    std::string
        text; ///< Of Text, PersonName, UidReference, DateTime; of Other its date, time or value type: "(SCOORD)".
    double number = 0; ///< Of a Number.
    InstanceReference image;
    SpatialCoordinates coordinates; ///< Of Coordinates3d.
    std::string templateId;         ///< Of a Container, "1411" of DCMR.
    bool isByReference = false;     ///< Read from others: refers to another item of the tree.
    std::vector<ContentItem> children;

    ContentItem& add(ContentItem child); ///< Returns the child in its place.

    /// First child of that name, nullptr when there is none.
    [[nodiscard]] const ContentItem* find(const Code& wanted) const;
    [[nodiscard]] std::vector<const ContentItem*> all(const Code& wanted) const;
    [[nodiscard]] std::string textOf(const Code& wanted) const; ///< Empty without such a child.
    [[nodiscard]] Code codeOf(const Code& wanted) const;        ///< Likewise.
};

namespace content {

[[nodiscard]] ContentItem container(Relationship relationship, const Code& name, std::string templateId = {});
[[nodiscard]] ContentItem code(Relationship relationship, const Code& name, const Code& value);
[[nodiscard]] ContentItem text(Relationship relationship, const Code& name, std::string value);
[[nodiscard]] ContentItem number(const Code& name, double value, const Code& unit);
[[nodiscard]] ContentItem personName(Relationship relationship, const Code& name, std::string value);
[[nodiscard]] ContentItem uid(Relationship relationship, const Code& name, const Uid& value);
[[nodiscard]] ContentItem image(const Code& name, InstanceReference value);
[[nodiscard]] ContentItem point(const Code& name, const PatientPoint& value, const Uid& frameOfReference);

} // namespace content

/// Visits every item from the root, parents first; `depth` is 0 at the root.
void visit(const ContentItem& root, const std::function<void(const ContentItem&, int depth)>& see);

} // namespace grading
