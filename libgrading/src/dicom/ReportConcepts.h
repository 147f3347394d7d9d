#pragma once

#include "Codes.h"

/// Names and values of the report's content items (dicom.md, "SR"; PS3.16 TID 1500, 1411, 1501).
namespace grading::codes {

inline Code dcm(std::string value, std::string meaning)
{
    return {std::move(value), "DCM", std::move(meaning)};
}
inline Code sct(std::string value, std::string meaning)
{
    return {std::move(value), "SCT", std::move(meaning)};
}
inline Code own(std::string value, std::string meaning)
{
    return {std::move(value), std::string(privateScheme), std::move(meaning)};
}
inline Code ucum(std::string value, std::string meaning)
{
    return {std::move(value), "UCUM", std::move(meaning)};
}

// Document and observers
inline const Code report = dcm("126000", "Imaging Measurement Report");
inline const Code language = dcm("121049", "Language of Content Item and Descendants");
inline const Code english{"en", "RFC5646", "English"};
inline const Code observerType = dcm("121005", "Observer Type");
inline const Code person = dcm("121006", "Person");
inline const Code device = dcm("121007", "Device");
inline const Code personName = dcm("121008", "Person Observer Name");
inline const Code personOrganization = dcm("121009", "Person Observer's Organization Name");
inline const Code personRole = dcm("121011", "Person Observer's Role in this Procedure");
inline const Code deviceUid = dcm("121012", "Device Observer UID");
inline const Code deviceName = dcm("121013", "Device Observer Name");
inline const Code deviceManufacturer = dcm("121014", "Device Observer Manufacturer");
inline const Code deviceModel = dcm("121015", "Device Observer Model Name");
inline const Code deviceSerial = dcm("121016", "Device Observer Serial Number");
inline const Code procedureReported = dcm("121058", "Procedure reported");
inline const Code imageLibrary = dcm("111028", "Image Library");
inline const Code imageLibraryGroup = dcm("126200", "Image Library Group");
inline const Code imagingMeasurements = dcm("126010", "Imaging Measurements");
inline const Code indications = dcm("121109", "Indications for Procedure");
inline const Code comment = dcm("121106", "Comment");

// Key objects (TID 2010)
inline const Code ofInterest = dcm("113000", "Of Interest");
inline const Code keyObjectDescription = dcm("113012", "Key Object Description");

// Image library (TID 1602)
inline const Code modality = dcm("121139", "Modality");
inline const Code magneticResonance = dcm("MR", "Magnetic Resonance");
inline const Code frameOfReference = dcm("112227", "Frame of Reference UID");
inline const Code pixelRows = dcm("110910", "Pixel Data Rows");
inline const Code pixelColumns = dcm("110911", "Pixel Data Columns");

// Measurement groups
inline const Code measurementGroup = dcm("125007", "Measurement Group");
inline const Code activitySession{"C67447", "NCIt", "Activity Session"};
inline const Code trackingIdentifier = dcm("112039", "Tracking Identifier");
inline const Code trackingUid = dcm("112040", "Tracking Unique Identifier");
inline const Code finding = dcm("121071", "Finding");
inline const Code referencedSegment = dcm("121191", "Referenced Segment");
inline const Code sourceSeries = dcm("121232", "Source series for segmentation");
inline const Code sourceOfMeasurement = dcm("121112", "Source of Measurement");
inline const Code findingSite = sct("363698007", "Finding Site");
inline const Code laterality = sct("272741003", "Laterality");
inline const Code topographicalModifier = sct("106233006", "Topographical modifier");
inline const Code derivation = dcm("121401", "Derivation");
inline const Code center = dcm("111010", "Center");
inline const Code disc = sct("360499006", "Intervertebral disc");
inline const Code maximum = sct("56851009", "Maximum");
inline const Code measurementMethod = sct("370129005", "Measurement Method");
inline const Code sumOfVoxelVolumes = dcm("126030", "Sum of segmented voxel volumes");
inline const Code algorithmName = dcm("111001", "Algorithm Name");
inline const Code algorithmVersion = dcm("111003", "Algorithm Version");
inline const Code area = sct("42798000", "Area");
inline const Code volume = sct("118565006", "Volume");
inline const Code heightOf = dcm("121207", "Height");
inline const Code squareMillimetres = ucum("mm2", "square millimeter");
inline const Code cubicMillimetres = ucum("mm3", "cubic millimeter");
inline const Code millimetres = ucum("mm", "millimeter");
inline const Code milliseconds = ucum("ms", "millisecond");
inline const Code percent = ucum("%", "Percent");
inline const Code noUnits = ucum("1", "no units");

// Qualitative values
inline const Code severity = sct("246112005", "Severity");
inline const Code etiology = sct("134198009", "Etiology");
inline const Code none = sct("260413007", "None");
inline const Code partial = sct("255609007", "Partial");
inline const Code complete = sct("255594003", "Complete");
inline const Code normal = sct("17621005", "Normal");
inline const Code undetermined = sct("373068000", "Undetermined");

// Our own (docs/99FORAMEN.md)
inline const Code fatCoverage = own("FM001", "Perineural fat coverage");
inline const Code flattening = own("FM002", "Nerve root flattening, minor to major axis");
inline const Code solidity = own("FM003", "Nerve root solidity");
inline const Code alongVertical = own("FM004", "Extent along the foramen's vertical");
inline const Code whileOpen = own("FM005", "Counted by the program while the foramen was open");
inline const Code timeSpent = own("FM006", "Time spent on the foramen");
inline const Code readersGrade = own("FQ001", "Foraminal narrowing grade by reader");
inline const Code suggestedGrade = own("FQ002", "Foraminal narrowing grade suggested by measurement");
inline const Code verticalLoss = own("FQ003", "Perineural fat loss in the vertical direction");
inline const Code transverseLoss = own("FQ004", "Perineural fat loss in the transverse direction");
inline const Code rootMorphology = own("FQ005", "Nerve root morphology");
inline const Code fatAtSide = own("FQ006", "Perineural fat at one side, as the reader sees it");
inline const Code rootAsSeen = own("FQ007", "Nerve root, as the reader sees it");
inline const Code rootContact = own("FQ008", "Effect of disc or bone on the nerve root");
inline const Code confidence = own("FQ009", "Confidence of the reader");
inline const Code contributoryFinding = own("FQ010", "Contributory finding");
inline const Code meyerding = own("FQ011", "Meyerding grade of spondylolisthesis");
inline const Code gradability = own("FQ012", "Gradability");
inline const Code notGradableReason = own("FQ013", "Reason for not grading");
inline const Code agreement = own("FQ014", "Agreement of the grade with the suggestion");
inline const Code disagreementReason = own("FQ015", "Reason for a grade outside the suggestion");
inline const Code imageQuality = own("FQ016", "Image quality");
inline const Code fatSearch = own("FQ017", "Search for perineural fat");
inline const Code decisionReason = own("FQ019", "Reason for the adjudicator's decision");
inline const Code findingNote = own("FQ018", "Note on the findings");
inline const Code markedStack = own("FR001", "Marked image stack");
inline const Code gradingSlice = own("FR002", "Slice graded on, from 1");
inline const Code pedicleLine = own("FR003", "Facing pedicle margins, mm, upper and lower point");
inline const Code markingAlgorithm = own("FR004", "Program that drew some of the marks");
inline const Code exactPoint = own("FR005", "Point in all its digits, mm, x y z");
inline const Code readingRecord = own("FR010", "Record of the reading");
inline const Code readingUid = own("FR011", "Reading identifier");
inline const Code revision = own("FR012", "Revision of the reading");
inline const Code begun = own("FR013", "Reading begun");
inline const Code scheme = own("FR014", "Grading scheme");
inline const Code schemeVersion = own("FR015", "Grading scheme version");
inline const Code schemeDefinition = own("FR025", "Grading scheme definition");
inline const Code symptom = own("FR016", "Symptom");
inline const Code seriesUsed = own("FR017", "Series used");
inline const Code bodyPart = own("FR018", "Body part examined");
inline const Code thoracicCount = own("FR019", "Number of thoracic vertebrae");
inline const Code lumbarCount = own("FR020", "Number of lumbar vertebrae");
inline const Code transition = own("FR021", "Lumbosacral transition");
inline const Code castellvi = own("FR022", "Castellvi type");
inline const Code countedFrom = own("FR023", "Levels counted from");
inline const Code numberingCertainty = own("FR024", "Certainty of the numbering");

inline const Code contacted = own("FV1", "Contacted");
inline const Code deformed = own("FV2", "Deformed");
inline const Code collapsed = own("FV3", "Collapsed");
inline const Code notAssessable = own("FV4", "Not assessable");
inline const Code notGradable = own("FV5", "Not gradable");
inline const Code noFatSeen = own("FV6", "No fat seen");
inline const Code agrees = own("FV7", "The only admissible grade");
inline const Code softDisagreement = own("FV8", "One of several admissible grades");
inline const Code hardDisagreement = own("FV9", "Outside the admissible grades");

} // namespace grading::codes
