#include "CleanDataset.h"

#include "ConfidentialityProfile.h"
#include "DatasetParts.h"
#include "Dates.h"
#include "HeaderItem.h"
#include "ReportConcepts.h"
#include "TextCleaning.h"

#include <dcmtk/dcmdata/dctk.h>

#include <array>

namespace grading {

namespace {

using Dates = DeidentifyOptions::Dates;
using Descriptors = DeidentifyOptions::Descriptors;

constexpr const char* removed = "removed";

/// Texts of reports that programs write, ours and others'.
const std::array writtenByPrograms{
    &codes::algorithmName, &codes::algorithmVersion, &codes::activitySession,    &codes::deviceName,
    &codes::markedStack,   &codes::deviceModel,      &codes::deviceManufacturer, &codes::scheme,
    &codes::schemeVersion, &codes::schemeDefinition, &codes::markingAlgorithm,   &codes::bodyPart,
    &codes::readingUid,    &codes::revision,         &codes::pedicleLine,        &codes::exactPoint,
};

const char* dummyOf(DcmEVR vr)
{
    switch (vr) {
    case EVR_DA:
        return dummyDay;
    case EVR_DT:
        return "19000101000000";
    case EVR_TM:
        return "000000";
    case EVR_PN:
        return "Removed";
    case EVR_AS:
        return "000Y";
    case EVR_DS:
    case EVR_IS:
        return "0";
    case EVR_AE:
    case EVR_CS:
        return "REMOVED";
    case EVR_LO:
    case EVR_LT:
    case EVR_SH:
    case EVR_ST:
    case EVR_UC:
    case EVR_UT:
        return removed;
    default:
        return nullptr; // none that would mean nothing
    }
}

/// Cleans one data set; knows where in it it is.
class Cleaner {
public:
    Cleaner(DcmItem& dataset, const Cleaning& cleaning)
        : m_by(cleaning), m_patient(patientKey(dataset)), m_shift(cleaning.pseudonyms.shift(m_patient))
    {}

    void clean(DcmItem& item, bool isRequest)
    {
        const auto textRule = textRuleOf(item);
        for (unsigned long i = item.card(); i-- > 0;) {
            auto* element = item.getElement(i);
            auto rule = ruleOf(*element, textRule);
            if (isRequest && rule.action == Action::Remove && element->ident() != EVR_SQ)
                rule = {Action::Empty}; // Referenced Request Sequence: all of it is type 2
            if (!stays(*element, rule))
                delete item.remove(i);
        }
    }

private:
    /// What becomes of the Text Value (0040,A160) of a content item, by its concept name.
    Rule textRuleOf(DcmItem& item) const
    {
        if (!item.tagExists(DCM_TextValue))
            return {Action::Keep};
        const auto conceptName = readCode(item, DCM_ConceptNameCodeSequence);
        if (conceptName.isSame(codes::trackingIdentifier))
            return {Action::Same};
        if (conceptName.isSame(codes::deviceSerial))
            return {m_by.options.keepDevice ? Action::Guard : Action::Dummy};
        for (const auto* known : writtenByPrograms) {
            if (conceptName.isSame(*known))
                return {Action::Guard};
        }
        switch (m_by.options.descriptors) {
        case Descriptors::Remove:
            return {Action::Dummy};
        case Descriptors::Clean:
            return {Action::Clean, Action::Dummy};
        case Descriptors::Keep:
            return {Action::Guard};
        }
        return {Action::Dummy};
    }

    Rule ruleOf(DcmElement& element, const Rule& textRule) const
    {
        const auto& tag = element.getTag();
        const auto rule = m_by.rules.of(tag.getXTag(), tag.getEVR());
        return rule.action == Action::SrText ? textRule : rule;
    }

    /// Does it; false when the element is to go.
    bool stays(DcmElement& element, const Rule& rule)
    {
        switch (rule.action) {
        case Action::Remove:
            return false;
        case Action::Empty:
            return empty(element);
        case Action::Dummy:
            return becomeDummy(element);
        case Action::MapUid:
            return mapUids(element);
        case Action::Date:
            return date(element, rule);
        case Action::Patient:
            return put(element, element.getTag().getEVR() == EVR_PN ? m_by.pseudonyms.patientName(m_patient)
                                                                    : m_by.pseudonyms.patient(m_patient));
        case Action::Reader:
            return person(element);
        case Action::Clean:
            return cleanText(element, rule);
        case Action::Guard:
            return guard(element);
        case Action::Same:
            return label(element);
        case Action::Enter:
            return enter(element);
        case Action::Keep:
        case Action::SrText:
            return true;
        }
        return false;
    }

    static bool put(DcmElement& element, const std::string& value) { return element.putString(value.c_str()).good(); }

    static bool empty(DcmElement& element) { return element.clear().good(); }

    static bool becomeDummy(DcmElement& element)
    {
        if (element.ident() == EVR_SQ) { // a code that says so, in place of the code of a person
            auto& sequence = static_cast<DcmSequenceOfItems&>(element);
            sequence.clear();
            if (element.getTag().getXTag() != DCM_PersonIdentificationCodeSequence)
                return false;
            auto* item = new DcmItem; // NOLINT: the sequence owns it
            grading::put(*item, DCM_CodeValue, "REMOVED");
            grading::put(*item, DCM_CodingSchemeDesignator, std::string(privateScheme));
            grading::put(*item, DCM_CodeMeaning, removed);
            return sequence.insert(item).good();
        }
        const char* value = dummyOf(element.getTag().getEVR());
        return value != nullptr && put(element, value);
    }

    bool mapUids(DcmElement& element) const
    {
        std::string mapped;
        for (const auto& uid : splitValues(wholeText(element)))
            mapped += (mapped.empty() ? "" : "\\") + m_by.pseudonyms.uid(Uid(uid)).text();
        return put(element, mapped);
    }

    bool date(DcmElement& element, const Rule& rule)
    {
        if (m_by.options.dates == Dates::Remove)
            return stays(element, {rule.otherwise});
        const auto whole = wholeText(element);
        if (element.getTag().getEVR() == EVR_TM || whole.empty())
            return true;
        std::string moved;
        for (const auto& value : splitValues(whole)) {
            const auto one = shiftedDate(value, m_shift);
            if (one.empty())
                return stays(element, {rule.otherwise});
            moved += (moved.empty() ? "" : "\\") + one;
        }
        return put(element, moved);
    }

    bool person(DcmElement& element) const
    {
        const auto name = wholeText(element);
        return put(element, name.empty() ? "" : m_by.pseudonyms.reader(name));
    }

    bool cleanText(DcmElement& element, const Rule& rule)
    {
        const auto whole = wholeText(element);
        const auto cleaned = vocabularyOf(withMappedUids(whole, m_by.pseudonyms));
        if (whole.empty() || (!cleaned.empty() && !m_by.identities.inText(cleaned)))
            return put(element, cleaned);
        return stays(element, {rule.otherwise});
    }

    bool guard(DcmElement& element) const
    {
        const auto vr = element.getTag().getEVR();
        auto whole = wholeText(element);
        if (m_by.identities.inText(whole))
            return put(element, vr == EVR_CS ? "" : removed);
        if (element.getTag().getXTag() == DCM_PatientAge && whole > "089Y" && whole.ends_with('Y'))
            return put(element, "090Y");
        if (!holdsWords(vr) || vr == EVR_CS)
            return true;
        const auto mapped = withMappedUids(whole, m_by.pseudonyms);
        return mapped == whole || put(element, mapped);
    }

    bool label(DcmElement& element) const
    {
        const auto whole = wholeText(element);
        return (isVocabulary(whole) && !m_by.identities.inText(whole)) || put(element, m_by.pseudonyms.label(whole));
    }

    bool enter(DcmElement& element)
    {
        if (element.ident() != EVR_SQ)
            return false;
        auto& sequence = static_cast<DcmSequenceOfItems&>(element);
        for (unsigned long i = 0; i < sequence.card(); ++i) {
            sequence.getItem(i)->findAndDeleteElement(DCM_SpecificCharacterSet);
            clean(*sequence.getItem(i), element.getTag().getXTag() == DCM_ReferencedRequestSequence);
        }
        return true;
    }

    const Cleaning& m_by;
    std::string m_patient;
    std::chrono::days m_shift;
};

/// CID 7050.
void putMethod(DcmItem& dataset, const DeidentifyOptions& options)
{
    put(dataset, DCM_PatientIdentityRemoved, "YES");
    put(dataset, DCM_DeidentificationMethod,
        "Foragrade " FORAGRADE_VERSION "\\" + std::string(basicProfileEdition) + " Basic Profile");
    dataset.findAndDeleteElement(DCM_DeidentificationMethodCodeSequence);
    const auto add = [&](const char* value, const char* meaning) {
        putCode(dataset, DCM_DeidentificationMethodCodeSequence, {value, "DCM", meaning});
    };
    add("113100", "Basic Application Confidentiality Profile");
    if (options.descriptors == Descriptors::Clean) {
        add("113104", "Clean Structured Content Option");
        add("113105", "Clean Descriptors Option");
    }
    if (options.dates == Dates::Shift)
        add("113107", "Retain Longitudinal Temporal Information Modified Dates Option");
    if (options.keepPatientCharacteristics)
        add("113108", "Retain Patient Characteristics Option");
    if (options.keepDevice)
        add("113109", "Retain Device Identity Option");
    put(dataset, DCM_LongitudinalTemporalInformationModified, options.dates == Dates::Shift ? "MODIFIED" : "REMOVED");
}

} // namespace

std::string patientKey(DcmItem& dataset)
{
    for (const auto& tag : {DCM_PatientID, DCM_PatientName, DCM_StudyInstanceUID}) {
        if (auto value = text(dataset, tag); !value.empty())
            return value;
    }
    return {};
}

void cleanDataset(DcmItem& dataset, const Cleaning& cleaning)
{
    Cleaner(dataset, cleaning).clean(dataset, false);
    put(dataset, DCM_SpecificCharacterSet, "ISO_IR 192");
    putMethod(dataset, cleaning.options);
}

} // namespace grading
