#include "DatasetParts.h"

#include <array>

namespace grading {

namespace {

const std::array requiredTags{DCM_PatientName,    DCM_PatientID, DCM_PatientBirthDate, DCM_PatientSex,
                              DCM_StudyDate,      DCM_StudyTime, DCM_StudyID,          DCM_ReferringPhysicianName,
                              DCM_AccessionNumber};

const std::array optionalTags{DCM_StudyInstanceUID,
                              DCM_StudyDescription,
                              DCM_PhysiciansOfRecord,
                              DCM_ProcedureCodeSequence,
                              DCM_IssuerOfPatientID,
                              DCM_TypeOfPatientID,
                              DCM_PatientBirthTime,
                              DCM_RETIRED_OtherPatientIDs,
                              DCM_OtherPatientNames,
                              DCM_EthnicGroup,
                              DCM_PatientComments,
                              DCM_PatientSpeciesDescription,
                              DCM_ResponsiblePerson,
                              DCM_PatientIdentityRemoved,
                              DCM_DeidentificationMethod,
                              DCM_DeidentificationMethodCodeSequence,
                              DCM_AdmittingDiagnosesDescription,
                              DCM_PatientAge,
                              DCM_PatientSize,
                              DCM_PatientWeight,
                              DCM_Occupation,
                              DCM_AdditionalPatientHistory,
                              DCM_PatientSexNeutered};

void copyElement(DcmItem& source, DcmItem& target, const DcmTagKey& tag)
{
    DcmElement* copy = nullptr;
    if (source.findAndGetElement(tag, copy, OFFalse, OFTrue).good() && target.insert(copy, OFTrue).bad())
        delete copy;
}

} // namespace

void copyPatientAndStudy(DcmItem& source, DcmItem& target)
{
    for (const auto& tag : requiredTags) {
        target.insertEmptyElement(tag);
        copyElement(source, target, tag);
    }
    for (const auto& tag : optionalTags)
        copyElement(source, target, tag);
}

void putEquipment(DcmItem& item)
{
    put(item, DCM_Manufacturer, "Foragrade project");
    put(item, DCM_ManufacturerModelName, "Foragrade");
    put(item, DCM_DeviceSerialNumber, "1");
    put(item, DCM_SoftwareVersions, FORAGRADE_VERSION);
}

void putCodingScheme(DcmItem& item)
{
    auto& scheme = addItem(item, DCM_CodingSchemeIdentificationSequence);
    put(scheme, DCM_CodingSchemeDesignator, std::string(privateScheme));
    put(scheme, DCM_CodingSchemeUID, std::string(privateSchemeUid));
    put(scheme, DCM_CodingSchemeName, std::string(privateSchemeName));
    put(scheme, DCM_CodingSchemeVersion, std::string(privateSchemeVersion));
    put(scheme, DCM_CodingSchemeResponsibleOrganization, std::string(privateSchemeOrganization));
}

void putIdentity(DcmItem& item, const ObjectIdentity& identity)
{
    put(item, DCM_SpecificCharacterSet, "ISO_IR 192");
    put(item, DCM_SOPClassUID, identity.sopClass);
    put(item, DCM_SOPInstanceUID, identity.sopInstance);
    put(item, DCM_SeriesInstanceUID, identity.series);
    putNumber(item, DCM_SeriesNumber, identity.seriesNumber);
    putNumber(item, DCM_InstanceNumber, identity.instanceNumber);
    put(item, DCM_Modality, identity.modality);
    put(item, DCM_SeriesDescription, identity.seriesDescription);
    put(item, DCM_SeriesDate, dicomDate(identity.seriesBegun));
    put(item, DCM_SeriesTime, dicomTime(identity.seriesBegun));
    put(item, DCM_ContentDate, dicomDate(identity.created));
    put(item, DCM_ContentTime, dicomTime(identity.created));
    put(item, DCM_InstanceCreationDate, dicomDate(identity.created));
    put(item, DCM_InstanceCreationTime, dicomTime(identity.created));
}

} // namespace grading
