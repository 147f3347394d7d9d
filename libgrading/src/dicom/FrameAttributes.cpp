#include "FrameAttributes.h"

#include "LookUpTable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace grading {

namespace {

std::vector<std::string> upperCase(std::vector<std::string> values)
{
    for (auto& value : values)
        std::transform(value.begin(), value.end(), value.begin(),
                       [](unsigned char character) { return static_cast<char>(std::toupper(character)); });
    return values;
}

std::string joined(const std::vector<std::string>& values, std::size_t from)
{
    std::string all;
    for (std::size_t i = from; i < values.size(); ++i)
        all += values[i] + '\\';
    return all;
}

/// A number as key, so that "2.0" and "2" are one.
std::string key(const std::optional<double>& value)
{
    return value ? fmt::format("{:020.6f}", *value) : std::string();
}

bool readGeometry(const FrameAttributes& attributes, FrameHeader& header)
{
    const auto position = numberValues(attributes.groupOrDataset(DCM_PlanePositionSequence), DCM_ImagePositionPatient);
    const auto directions =
        numberValues(attributes.groupOrDataset(DCM_PlaneOrientationSequence), DCM_ImageOrientationPatient);
    const HeaderItem& measures = attributes.groupOrDataset(DCM_PixelMeasuresSequence);
    const auto spacing = numberValues(measures, DCM_PixelSpacing);
    if (position.size() != 3 || directions.size() != 6 || spacing.size() != 2)
        return false;
    if (!(spacing[0] > 0) || !(spacing[1] > 0))
        return false;
    header.frame.position = {position[0], position[1], position[2]};
    header.rowDirection = normalized({directions[0], directions[1], directions[2]});
    header.columnDirection = normalized({directions[3], directions[4], directions[5]});
    if (length(cross(header.rowDirection, header.columnDirection)) < 0.5)
        return false;
    header.rowSpacing = spacing[0];
    header.columnSpacing = spacing[1];
    header.thickness = firstNumber(measures, DCM_SliceThickness);
    header.statedSpacing = firstNumber(measures, DCM_SpacingBetweenSlices);
    return true;
}

void readAcquisition(const HeaderItem& dataset, const FrameAttributes& attributes, Acquisition& acquisition)
{
    const HeaderItem& timing = attributes.groupOrDataset(DCM_MRTimingAndRelatedParametersSequence);
    const HeaderItem& modifier = attributes.groupOrDataset(DCM_MRModifierSequence);
    const HeaderItem* echo = attributes.group(DCM_MREchoSequence);
    acquisition.repetitionTime = firstNumber(timing, DCM_RepetitionTime);
    acquisition.flipAngle = firstNumber(timing, DCM_FlipAngle);
    acquisition.echoTime =
        echo != nullptr ? firstNumber(*echo, DCM_EffectiveEchoTime) : firstNumber(dataset, DCM_EchoTime);
    acquisition.inversionTime = firstNumber(dataset, DCM_InversionTime);
    if (!acquisition.inversionTime)
        acquisition.inversionTime = firstNumber(modifier, DCM_InversionTimes);
    acquisition.isInversionRecovery = firstText(modifier, DCM_InversionRecovery) == "YES";
    const auto suppression = firstText(modifier, DCM_SpectrallySelectedSuppression);
    acquisition.isFatSaturated = suppression == "FAT" || suppression == "FAT_AND_WATER";
    const HeaderItem* frameType = attributes.group(DCM_MRImageFrameTypeSequence);
    if (frameType != nullptr)
        acquisition.imageType = upperCase(textValues(*frameType, DCM_FrameType));
    if (acquisition.imageType.empty())
        acquisition.imageType = upperCase(textValues(dataset, DCM_ImageType));
    acquisition.scanningSequence = upperCase(textValues(dataset, DCM_ScanningSequence));
    if (acquisition.scanningSequence.empty()) {
        const auto echoes = firstText(dataset, DCM_EchoPulseSequence);
        if (echoes == "SPIN")
            acquisition.scanningSequence = {"SE"};
        else if (echoes == "GRADIENT")
            acquisition.scanningSequence = {"GR"};
    }
    acquisition.scanOptions = upperCase(textValues(dataset, DCM_ScanOptions));
    acquisition.sequenceName = firstText(dataset, DCM_SequenceName);
    if (acquisition.sequenceName.empty())
        acquisition.sequenceName = firstText(dataset, DCM_PulseSequenceName);
}

void readRepeatKeys(const HeaderItem& dataset, const FrameAttributes& attributes, FrameHeader& header)
{
    auto& keys = header.repeatKeys;
    const HeaderItem& content = attributes.groupOrDataset(DCM_FrameContentSequence);
    const Acquisition& acquisition = header.acquisition;
    keys[KindKey] = joined(acquisition.imageType, 2);
    keys[EchoKey] = key(acquisition.echoTime);
    if (keys[EchoKey].empty())
        keys[EchoKey] = key(firstNumber(dataset, DCM_EchoNumbers));
    keys[TemporalKey] = key(firstNumber(dataset, DCM_TemporalPositionIdentifier));
    if (const HeaderItem* temporal = attributes.group(DCM_TemporalPositionSequence))
        keys[TemporalKey] = key(firstNumber(*temporal, DCM_TemporalPositionTimeOffset));
    if (keys[TemporalKey].empty())
        keys[TemporalKey] = key(firstNumber(content, DCM_TemporalPositionIndex));
    const HeaderItem& diffusion = attributes.groupOrDataset(DCM_MRDiffusionSequence);
    keys[DiffusionKey] = key(firstNumber(diffusion, DCM_DiffusionBValue));
    if (keys[DiffusionKey].empty()) // the makers' own elements hold b first: Siemens (0019,100C), GE (0043,1039)
        keys[DiffusionKey] =
            joined(textValues(dataset, DcmTagKey(0x0019, 0x100c)), 0) + firstText(dataset, DcmTagKey(0x0043, 0x1039));
    const HeaderItem* direction = itemOf(diffusion, DCM_DiffusionGradientDirectionSequence);
    for (const double component :
         numberValues(direction != nullptr ? *direction : diffusion, DCM_DiffusionGradientOrientation))
        keys[DirectionKey] += key(component) + '\\';
    keys[InversionKey] = key(acquisition.inversionTime);
    keys[AcquisitionKey] = key(firstNumber(content, DCM_FrameAcquisitionNumber));
    if (keys[AcquisitionKey].empty())
        keys[AcquisitionKey] = key(firstNumber(dataset, DCM_AcquisitionNumber));
    const HeaderItem& cardiac = attributes.groupOrDataset(DCM_CardiacSynchronizationSequence);
    keys[TriggerKey] = key(firstNumber(cardiac, DCM_NominalCardiacTriggerDelayTime));
    if (keys[TriggerKey].empty())
        keys[TriggerKey] = key(firstNumber(dataset, DCM_TriggerTime));
}

} // namespace

FrameAttributes::FrameAttributes(const HeaderItem& dataset, int frame)
    : m_dataset(&dataset),
      m_perFrame(itemOf(dataset, DCM_PerFrameFunctionalGroupsSequence, static_cast<std::size_t>(frame))),
      m_shared(itemOf(dataset, DCM_SharedFunctionalGroupsSequence))
{}

const HeaderItem* FrameAttributes::group(const DcmTagKey& sequence) const
{
    for (const HeaderItem* holder : {m_perFrame, m_shared}) {
        if (holder == nullptr)
            continue;
        if (const HeaderItem* found = itemOf(*holder, sequence))
            return found;
    }
    return nullptr;
}

const HeaderItem& FrameAttributes::groupOrDataset(const DcmTagKey& sequence) const
{
    const HeaderItem* found = group(sequence);
    return found != nullptr ? *found : *m_dataset;
}

bool readFrame(const HeaderItem& dataset, int frame, FrameHeader& header)
{
    const FrameAttributes attributes(dataset, frame);
    header.frame.frame = frame;
    header.sliceLocation = firstNumber(dataset, DCM_SliceLocation);
    header.instanceNumber = wholeNumber(dataset, DCM_InstanceNumber, 0);
    readAcquisition(dataset, attributes, header.acquisition);
    readRepeatKeys(dataset, attributes, header);
    header.isMosaic = std::ranges::find(header.acquisition.imageType, "MOSAIC") != header.acquisition.imageType.end();
    header.windows = windowsOf(attributes.groupOrDataset(DCM_FrameVOILUTSequence), dataset);
    return readGeometry(attributes, header);
}

} // namespace grading
