#include "Rules.h"

#include "ConfidentialityProfile.h"
#include "HeaderItem.h"
#include "Identities.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dctag.h>

#include <algorithm>
#include <array>

namespace grading {

namespace {

using Descriptors = DeidentifyOptions::Descriptors;

/// Texts outside the table that a scanner or a program writes: kept unless they hold what identifies.
constexpr std::array harmless{
    0x00080070u, // Manufacturer
    0x00081090u, // Manufacturer's Model Name
    0x00181020u, // Software Versions
    0x00080100u, // Code Value
    0x00080102u, // Coding Scheme Designator
    0x00080103u, // Coding Scheme Version
    0x00080104u, // Code Meaning
    0x00080119u, // Long Code Value
    0x00080120u, // URN Code Value
    0x00080112u, // Coding Scheme Registry
    0x00080114u, // Coding Scheme External ID
    0x00080115u, // Coding Scheme Name
    0x00080116u, // Coding Scheme Responsible Organization
    0x00180024u, // Sequence Name
    0x00189005u, // Pulse Sequence Name
    0x00181250u, // Receive Coil Name
    0x00181251u, // Transmit Coil Name
    0x00189041u, // Receive Coil Manufacturer Name
    0x00189050u, // Transmit Coil Manufacturer Name
    0x00189047u, // Multi-Coil Element Name
    0x00201040u, // Position Reference Indicator
    0x00209056u, // Stack ID
    0x00209421u, // Dimension Description Label
    0x00281055u, // Window Center & Width Explanation
    0x00283003u, // LUT Explanation
    0x00660031u, // Algorithm Version
};

/// Texts outside the table that a person may have typed.
constexpr std::array typed{
    0x00620005u, // Segment Label
    0x00620006u, // Segment Description
    0x00620009u, // Segment Algorithm Name
    0x00660036u, // Algorithm Name
    0x00700081u, // Content Description
    0x00700080u, // Content Label
};

constexpr std::array harmlessBytes{
    0x7FE00010u, 0x7FE00008u, 0x7FE00009u,              // Pixel Data
    0x00283006u, 0x00281201u, 0x00281202u,              // LUT Data, palette
    0x00281203u, 0x00281221u, 0x00281222u,              // segmented palette
    0x00281223u, 0x00189760u, 0x7FE00001u, 0x7FE00002u, // offset tables
};

template <class List>
bool isIn(const List& list, std::uint32_t tag)
{
    return std::ranges::find(list, tag) != list.end();
}

/// One of several choices of the table: remove where the object stays valid without, else empty, else a dummy.
Action plainAction(const ProfileRow& row)
{
    if (row.keyword == "DeviceSerialNumber" || row.keyword == "AcquisitionDateTime" ||
        row.keyword == "StudyID") // required in enhanced objects and by a DICOMDIR
        return Action::Dummy;
    if (row.keyword == "ReferencedPerformedProcedureStepSequence") // wanted in documents, empty or not
        return Action::Empty;
    if (row.action.starts_with('X'))
        return Action::Remove;
    return row.action.starts_with('Z') && row.keyword != "ContentDate" && row.keyword != "ContentTime" ? Action::Empty
                                                                                                       : Action::Dummy;
}

Rule ruleOf(const ProfileRow& row, const DeidentifyOptions& options)
{
    const DcmTagKey tag(static_cast<Uint16>(row.tag >> 16U), static_cast<Uint16>(row.tag));
    const auto vr = DcmTag(tag).getEVR();
    const auto plain = plainAction(row);
    if (tag == DCM_PatientID || tag == DCM_PatientName)
        return {Action::Patient};
    if (tag == DCM_ContentCreatorName || tag == DCM_VerifyingObserverName || tag == DCM_PersonName)
        return {Action::Reader};
    if (tag == DCM_ContentSequence || tag == DCM_VerifyingObserverSequence || row.action == "X/Z/U*")
        return {Action::Enter};
    if (row.action == "U")
        return {Action::MapUid};
    if (row.has('t') && (vr == EVR_DA || vr == EVR_DT || vr == EVR_TM))
        return {Action::Date, plain};
    if ((row.has('d') && options.keepDevice) || (row.has('p') && options.keepPatientCharacteristics))
        return {Action::Guard};
    if (row.has('c') && holdsWords(vr) && vr != EVR_CS && options.descriptors != Descriptors::Remove)
        return {options.descriptors == Descriptors::Keep ? Action::Guard : Action::Clean, plain};
    return {plain};
}

} // namespace

Rules::Rules(const DeidentifyOptions& options) : m_options(options)
{
    for (const auto& row : basicProfile())
        m_listed[row.tag] = ruleOf(row, options);
}

Rule Rules::of(const DcmTagKey& tag, DcmEVR vr) const
{
    const auto group = tag.getGroup();
    const bool isRepeating = (group & 0xFF00U) == 0x5000 || (group & 0xFF00U) == 0x6000;
    if (const auto listed = m_listed.find(number(tag)); listed != m_listed.end())
        return listed->second;
    return isRepeating || group % 2 == 1 ? Rule{Action::Remove} : unlisted(tag, vr);
}

Rule Rules::unlisted(const DcmTagKey& tag, DcmEVR vr) const
{
    const auto key = number(tag);
    if (tag == DCM_SpecificCharacterSet || tag == DCM_CodingSchemeUID)
        return {Action::Keep};
    if (tag == DCM_TextValue)
        return {Action::SrText};
    if (key == 0x00620020U) // Tracking ID
        return {Action::Same};
    if (isIn(typed, key))
        return {m_options.descriptors == Descriptors::Keep ? Action::Guard : Action::Clean, Action::Dummy};
    if (isIn(harmless, key) || vr == EVR_CS)
        return {Action::Guard};
    if (isIn(harmlessBytes, key))
        return {Action::Keep};
    switch (vr) {
    case EVR_SQ:
        return {Action::Enter};
    case EVR_PN:
        return {Action::Empty};
    case EVR_UI:
        return {Action::MapUid};
    case EVR_DA:
    case EVR_DT:
    case EVR_TM:
        return {Action::Date, Action::Empty};
    case EVR_AT:
    case EVR_DS:
    case EVR_FD:
    case EVR_FL:
    case EVR_IS:
    case EVR_SL:
    case EVR_SS:
    case EVR_SV:
    case EVR_UL:
    case EVR_US:
    case EVR_UV:
        return {Action::Keep};
    default:
        return {Action::Remove};
    }
}

void Rules::forget(const DcmTagKey& tag)
{
    m_listed[number(tag)] = {Action::Keep};
}

} // namespace grading
