#pragma once

#include "grading/reading/Command.h"
#include "grading/reading/Reading.h"

#include <random>

namespace grading::samples {

inline Foramen foramen(const char* key)
{
    return *Foramen::parse(key);
}

/// A sagittal stack: columns run backwards, rows to the feet, so that slices go from left to right. 0.7 mm pixels.
inline VolumeGeometry sagittalGrid(int columns = 64, int rows = 64, int slices = 5)
{
    return *VolumeGeometry::make({10, -20, 30}, {0, 1, 0}, {0, 0, -1}, {0.7}, {0.7}, {4.4}, columns, rows, slices);
}

inline Reading emptyReading()
{
    Reading reading;
    reading.id = Uid("2.25.1001");
    reading.study = {Uid("2.25.77"), "Phantom^Lumbar", "PH-1", "20260302", "Lumbar spine", "LSPINE"};
    reading.reader = {"Reader^One", "Phantom Hospital", ReaderRole::Reader};
    reading.created = fromIso8601("2026-03-02T09:15:04.250Z");
    return reading;
}

/// A scheme that isn't built in: letters, digits for sides, text with what JSON and DICOM have to escape.
inline GradingScheme ownScheme()
{
    GradingScheme scheme;
    scheme.id = "ward-7";
    scheme.version = "3";
    scheme.title = "Ward 7 \"letters\"";
    scheme.source = "Zürich\\internal";
    scheme.byLoss = {{{"A"}, {"A", "B"}, {"B"}, {"B"}, {"C"}, {"C", "D"}}};
    scheme.byDeformity = std::vector<std::string>{"E"};
    scheme.sideSuffixes = std::array<int, 4>{4, 3, 2, 1};
    return scheme;
}

inline MarkTarget target(const Foramen& foramen, int slice = 2)
{
    return {foramen, "2.25.77.1#1", Uid("2.25.77.9"), sagittalGrid(), slice};
}

/// A disc about the slice's middle, radii in pixels: from `inner` (left out) to `outer`.
inline PixelSet ring(double inner, double outer)
{
    std::vector<PixelSpan> spans;
    for (int row = 0; row < 64; ++row) {
        for (int column = 0; column < 64; ++column) {
            const double distance = std::hypot(column - 31.5, row - 31.5);
            if (distance >= inner && distance < outer)
                spans.push_back({row, column, column + 1});
        }
    }
    return PixelSet(std::move(spans));
}

/// A round root of 10 pixels' diameter, with 3 pixels (2.1 mm) of fat all around or none at all.
inline Reading withRoot(Reading reading, const Foramen& foramen, bool hasFat)
{
    const auto apply = [&](const Command& command) { reading = command.apply(reading).value(); };
    apply(commands::mark("Brush", target(foramen), ring(0, 5), Structure::NerveRoot, PaintMode::Replace));
    if (hasFat)
        apply(commands::mark("Brush", target(foramen), ring(5, 8), Structure::PerineuralFat, PaintMode::KeepOthers));
    return reading;
}

} // namespace grading::samples
