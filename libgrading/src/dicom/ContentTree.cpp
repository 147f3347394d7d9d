#include "ContentTree.h"

#include <algorithm>
#include <array>
#include <utility>

namespace grading {

namespace {

constexpr std::array<std::pair<Relationship, std::string_view>, 7> relationships{{
    {Relationship::Contains, "CONTAINS"},
    {Relationship::HasObservationContext, "HAS OBS CONTEXT"},
    {Relationship::HasAcquisitionContext, "HAS ACQ CONTEXT"},
    {Relationship::HasConceptModifier, "HAS CONCEPT MOD"},
    {Relationship::HasProperties, "HAS PROPERTIES"},
    {Relationship::InferredFrom, "INFERRED FROM"},
    {Relationship::SelectedFrom, "SELECTED FROM"},
}};

constexpr std::array<std::pair<ValueType, std::string_view>, 9> valueTypes{{
    {ValueType::Container, "CONTAINER"},
    {ValueType::Code, "CODE"},
    {ValueType::Text, "TEXT"},
    {ValueType::Number, "NUM"},
    {ValueType::PersonName, "PNAME"},
    {ValueType::UidReference, "UIDREF"},
    {ValueType::DateTime, "DATETIME"},
    {ValueType::Image, "IMAGE"},
    {ValueType::Coordinates3d, "SCOORD3D"},
}};

ContentItem make(Relationship relationship, ValueType type, const Code& name)
{
    ContentItem item;
    item.relationship = relationship;
    item.type = type;
    item.name = name;
    return item;
}

void visitBelow(const ContentItem& item, int depth, const std::function<void(const ContentItem&, int)>& see)
{
    see(item, depth);
    for (const auto& child : item.children)
        visitBelow(child, depth + 1, see);
}

} // namespace

std::string_view term(Relationship relationship)
{
    const auto found = std::ranges::find(relationships, relationship, [](const auto& pair) { return pair.first; });
    return found == relationships.end() ? std::string_view() : found->second;
}

std::optional<Relationship> relationshipFrom(std::string_view term)
{
    const auto found = std::ranges::find(relationships, term, [](const auto& pair) { return pair.second; });
    return found == relationships.end() ? std::nullopt : std::optional(found->first);
}

std::string_view term(ValueType type)
{
    const auto found = std::ranges::find(valueTypes, type, [](const auto& pair) { return pair.first; });
    return found == valueTypes.end() ? std::string_view() : found->second;
}

ValueType valueTypeFrom(std::string_view term)
{
    const auto found = std::ranges::find(valueTypes, term, [](const auto& pair) { return pair.second; });
    return found == valueTypes.end() ? ValueType::Other : found->first;
}

ContentItem& ContentItem::add(ContentItem child)
{
    children.push_back(std::move(child));
    return children.back();
}

const ContentItem* ContentItem::find(const Code& wanted) const
{
    const auto found = std::ranges::find_if(children, [&](const auto& child) { return child.name.isSame(wanted); });
    return found == children.end() ? nullptr : &*found;
}

std::vector<const ContentItem*> ContentItem::all(const Code& wanted) const
{
    std::vector<const ContentItem*> found;
    for (const auto& child : children) {
        if (child.name.isSame(wanted))
            found.push_back(&child);
    }
    return found;
}

std::string ContentItem::textOf(const Code& wanted) const
{
    const auto* item = find(wanted);
    return item ? item->text : std::string();
}

Code ContentItem::codeOf(const Code& wanted) const
{
    const auto* item = find(wanted);
    return item ? item->code : Code();
}

namespace content {

ContentItem container(Relationship relationship, const Code& name, std::string templateId)
{
    auto item = make(relationship, ValueType::Container, name);
    item.templateId = std::move(templateId);
    return item;
}

ContentItem code(Relationship relationship, const Code& name, const Code& value)
{
    auto item = make(relationship, ValueType::Code, name);
    item.code = value;
    return item;
}

ContentItem text(Relationship relationship, const Code& name, std::string value)
{
    auto item = make(relationship, ValueType::Text, name);
    item.text = std::move(value);
    return item;
}

ContentItem number(const Code& name, double value, const Code& unit)
{
    auto item = make(Relationship::Contains, ValueType::Number, name);
    item.number = value;
    item.code = unit;
    return item;
}

ContentItem personName(Relationship relationship, const Code& name, std::string value)
{
    auto item = make(relationship, ValueType::PersonName, name);
    item.text = std::move(value);
    return item;
}

ContentItem uid(Relationship relationship, const Code& name, const Uid& value)
{
    auto item = make(relationship, ValueType::UidReference, name);
    item.text = value.text();
    return item;
}

ContentItem image(const Code& name, InstanceReference value)
{
    auto item = make(Relationship::Contains, ValueType::Image, name);
    item.image = std::move(value);
    return item;
}

ContentItem point(const Code& name, const PatientPoint& value, const Uid& frameOfReference)
{
    auto item = make(Relationship::Contains, ValueType::Coordinates3d, name);
    const auto& [x, y, z] = value;
    item.coordinates = {
        "POINT", {static_cast<float>(x), static_cast<float>(y), static_cast<float>(z)}, frameOfReference};
    return item;
}

} // namespace content

void visit(const ContentItem& root, const std::function<void(const ContentItem&, int depth)>& see)
{
    visitBelow(root, 0, see);
}

} // namespace grading
