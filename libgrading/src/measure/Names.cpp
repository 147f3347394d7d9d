#include "grading/measure/Measurements.h"

namespace grading {

std::string_view name(AnatomicalDirection direction)
{
    constexpr std::array<std::string_view, 4> names{"superior", "inferior", "anterior", "posterior"};
    return names[indexOf(direction)];
}

std::string_view name(SideCoverageState state)
{
    switch (state) {
    case SideCoverageState::Preserved:
        return "preserved";
    case SideCoverageState::Equivocal:
        return "equivocal";
    case SideCoverageState::Lost:
        return "lost";
    case SideCoverageState::NotAssessable:
        return "notAssessable";
    }
    return {};
}

std::string_view name(FrameOfMeasurement::Source source)
{
    switch (source) {
    case FrameOfMeasurement::Source::PedicleLine:
        return "pedicleLine";
    case FrameOfMeasurement::Source::ForamenAxis:
        return "foramenAxis";
    case FrameOfMeasurement::Source::PatientAxis:
        return "patientAxis";
    }
    return {};
}

std::string_view name(RootShapeState state)
{
    switch (state) {
    case RootShapeState::Normal:
        return "normal";
    case RootShapeState::Deformed:
        return "deformed";
    case RootShapeState::NotAssessable:
        return "notAssessable";
    }
    return {};
}

} // namespace grading
