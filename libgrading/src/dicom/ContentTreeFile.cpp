#include "ContentTreeFile.h"

#include "DatasetParts.h"

#include <cmath>
#include <cstdlib>

namespace grading {

namespace {

constexpr int maximumDepth = 200;

void writeNumber(DcmItem& item, const ContentItem& content)
{
    auto& value = addItem(item, DCM_MeasuredValueSequence);
    const auto decimal = decimalString(content.number);
    put(value, DCM_NumericValue, decimal);
    if (std::strtod(decimal.c_str(), nullptr) != content.number)
        value.putAndInsertFloat64(DCM_FloatingPointValue, content.number);
    putCode(value, DCM_MeasurementUnitsCodeSequence, content.code);
}

std::string joined(const std::vector<int>& values)
{
    std::string text;
    for (const int value : values)
        text += (text.empty() ? "" : "\\") + std::to_string(value);
    return text;
}

void writeImage(DcmItem& item, const ContentItem& content)
{
    auto& reference = addItem(item, DCM_ReferencedSOPSequence);
    put(reference, DCM_ReferencedSOPClassUID, content.image.sopClass);
    put(reference, DCM_ReferencedSOPInstanceUID, content.image.sopInstance);
    if (!content.image.frames.empty())
        put(reference, DCM_ReferencedFrameNumber, joined(content.image.frames));
    if (content.image.segments.empty())
        return;
    const std::vector<Uint16> segments(content.image.segments.begin(), content.image.segments.end());
    reference.putAndInsertUint16Array(DCM_ReferencedSegmentNumber, segments.data(), segments.size());
}

void writeCoordinates(DcmItem& item, const SpatialCoordinates& coordinates)
{
    put(item, DCM_ReferencedFrameOfReferenceUID, coordinates.frameOfReference);
    put(item, DCM_GraphicType, coordinates.graphicType);
    item.putAndInsertFloat32Array(DCM_GraphicData, coordinates.values.data(), coordinates.values.size());
}

/// Without the control characters that DICOM text can't hold (PS3.5 section 6.1.3).
std::string storable(const std::string& text)
{
    std::string kept;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\r' || c == '\t')
            kept += c;
    }
    return kept;
}

void writeContainer(DcmItem& item, const ContentItem& content)
{
    put(item, DCM_ContinuityOfContent, "SEPARATE");
    if (content.templateId.empty())
        return;
    auto& identification = addItem(item, DCM_ContentTemplateSequence);
    put(identification, DCM_MappingResource, "DCMR");
    put(identification, DCM_MappingResourceUID, "1.2.840.10008.8.1.1");
    put(identification, DCM_TemplateIdentifier, content.templateId);
}

void writeValue(DcmItem& item, const ContentItem& content)
{
    switch (content.type) {
    case ValueType::Container:
        return writeContainer(item, content);
    case ValueType::Code:
        return putCode(item, DCM_ConceptCodeSequence, content.code);
    case ValueType::Text:
        return put(item, DCM_TextValue, storable(content.text));
    case ValueType::Number:
        return writeNumber(item, content);
    case ValueType::PersonName:
        return put(item, DCM_PersonName, content.text);
    case ValueType::UidReference:
        return put(item, DCM_UID, content.text);
    case ValueType::DateTime:
        return put(item, DCM_DateTime, content.text);
    case ValueType::Image:
        return writeImage(item, content);
    case ValueType::Coordinates3d:
        return writeCoordinates(item, content.coordinates);
    case ValueType::Other:
        break;
    }
}

void writeItem(DcmItem& item, const ContentItem& content)
{
    if (content.relationship != Relationship::None)
        put(item, DCM_RelationshipType, std::string(term(content.relationship)));
    put(item, DCM_ValueType, std::string(term(content.type)));
    if (!content.name.isEmpty())
        putCode(item, DCM_ConceptNameCodeSequence, content.name);
    writeValue(item, content);
    for (const auto& child : content.children)
        writeItem(addItem(item, DCM_ContentSequence), child);
}

std::vector<int> whole(const std::vector<double>& values)
{
    std::vector<int> result;
    for (const double value : values)
        result.push_back(std::abs(value) < 1e9 ? static_cast<int>(value) : 0);
    return result;
}

void readNumber(DcmItem& item, ContentItem& content)
{
    auto* value = itemOf(item, DCM_MeasuredValueSequence);
    if (!value)
        return;
    content.code = readCode(*value, DCM_MeasurementUnitsCodeSequence);
    Float64 exact = 0;
    if (value->findAndGetFloat64(DCM_FloatingPointValue, exact).good())
        content.number = exact;
    else if (const auto decimal = numberValues(*value, DCM_NumericValue); !decimal.empty())
        content.number = decimal[0];
}

void readImage(DcmItem& item, ContentItem& content)
{
    auto* reference = itemOf(item, DCM_ReferencedSOPSequence);
    if (!reference)
        return;
    content.image = {text(*reference, DCM_ReferencedSOPClassUID), Uid(text(*reference, DCM_ReferencedSOPInstanceUID)),
                     whole(numberValues(*reference, DCM_ReferencedFrameNumber)),
                     whole(numberValues(*reference, DCM_ReferencedSegmentNumber))};
}

SpatialCoordinates readCoordinates(DcmItem& item)
{
    SpatialCoordinates coordinates;
    coordinates.graphicType = text(item, DCM_GraphicType);
    coordinates.frameOfReference = Uid(text(item, DCM_ReferencedFrameOfReferenceUID));
    const Float32* values = nullptr;
    unsigned long count = 0;
    if (item.findAndGetFloat32Array(DCM_GraphicData, values, &count).good() && values)
        coordinates.values.assign(values, values + count);
    return coordinates;
}

void readValue(DcmItem& item, ContentItem& content)
{
    switch (content.type) {
    case ValueType::Container:
        if (auto* identification = itemOf(item, DCM_ContentTemplateSequence))
            content.templateId = text(*identification, DCM_TemplateIdentifier);
        return;
    case ValueType::Code:
        content.code = readCode(item, DCM_ConceptCodeSequence);
        return;
    case ValueType::Text:
        content.text = text(item, DCM_TextValue);
        return;
    case ValueType::Number:
        return readNumber(item, content);
    case ValueType::PersonName:
        content.text = text(item, DCM_PersonName);
        return;
    case ValueType::UidReference:
        content.text = text(item, DCM_UID);
        return;
    case ValueType::DateTime:
        content.text = text(item, DCM_DateTime);
        return;
    case ValueType::Image:
        return readImage(item, content);
    case ValueType::Coordinates3d:
        content.coordinates = readCoordinates(item);
        return;
    case ValueType::Other:
        content.text = text(item, DCM_Date) + text(item, DCM_Time);
        if (content.text.empty())
            content.text = "(" + text(item, DCM_ValueType) + ")";
        return;
    }
}

bool readItem(DcmItem& item, ContentItem& content, int depth)
{
    if (depth > maximumDepth)
        return false;
    content.relationship = relationshipFrom(text(item, DCM_RelationshipType)).value_or(Relationship::None);
    content.isByReference = item.tagExists(DCM_ReferencedContentItemIdentifier);
    content.type = valueTypeFrom(text(item, DCM_ValueType));
    content.name = readCode(item, DCM_ConceptNameCodeSequence);
    readValue(item, content);
    for (auto* child : items(item, DCM_ContentSequence)) {
        if (!readItem(*child, content.add({}), depth + 1))
            return false;
    }
    return true;
}

} // namespace

void writeContentTree(DcmItem& dataset, const ContentItem& root)
{
    writeItem(dataset, root);
}

Result<ContentItem> readContentTree(DcmItem& dataset, const std::string& file)
{
    ContentItem root;
    if (text(dataset, DCM_ValueType) != "CONTAINER")
        return fail(ErrorCode::Unreadable, file, "has no report content", "give a structured report");
    if (!readItem(dataset, root, 0))
        return fail(ErrorCode::Unreadable, file, "its content is nested too deeply", "ask for the report again");
    return root;
}

} // namespace grading
