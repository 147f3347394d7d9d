#pragma once

#include "TestSeries.h"

namespace grading::fuzz {

/// The images that the seeds' segmentations and reports are about: small, so that an input stays small.
inline test::TestSeries seedSeries()
{
    test::TestSeries series;
    series.columns = 32;
    series.rows = 32;
    series.slices = 5;
    return series;
}

/// The catalogue of them as a scan gives it, without any file.
inline SeriesCatalogue seedCatalogue()
{
    const auto made = seedSeries();
    Stack stack;
    stack.id = made.series.text() + "#1";
    stack.studyUid = made.study;
    stack.seriesUid = made.series;
    stack.frameOfReference = made.frameOfReference;
    stack.columns = made.columns;
    stack.rows = made.rows;
    stack.frames.resize(static_cast<std::size_t>(made.slices));
    stack.geometry = VolumeGeometry::make(made.origin, made.rowDirection, made.columnDirection, {made.columnSpacing},
                                          {made.rowSpacing}, {made.sliceSpacing}, made.columns, made.rows, made.slices)
                         .value();
    Series series;
    series.uid = made.series;
    series.stacks.push_back(std::move(stack));
    Study study;
    study.uid = made.study;
    study.series.push_back(std::move(series));
    SeriesCatalogue catalogue;
    catalogue.studies.push_back(std::move(study));
    return catalogue;
}

} // namespace grading::fuzz
