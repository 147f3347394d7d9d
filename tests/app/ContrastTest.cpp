#include "theme/Palette.h"
#include "theme/Theme.h"
#include "views/SliceOverlay.h"

#include <QImage>
#include <QPainter>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace foragrade {
namespace {

constexpr double ofText = 4.5;     // WCAG 2.2, 1.4.3
constexpr double ofGraphics = 3.0; // 1.4.11

/// WCAG 2.2's relative luminance.
double luminance(const QColor& colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

TEST(Contrast, IsMeasuredAsWcagDefinesIt)
{
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21, 1e-9);
    EXPECT_NEAR(contrast(QColor(0x777777), Qt::white), 4.48, 0.01);
}

class Themes : public ::testing::TestWithParam<bool> {
protected:
    const Palette& set = GetParam() ? darkPalette() : lightPalette();
};

TEST_P(Themes, EveryTextIsReadableOnEveryGround)
{
    const std::pair<const char*, QColor> texts[] = {{"text", set.text},     {"muted", set.muted},
                                                    {"accent", set.accent}, {"warning", set.warning},
                                                    {"danger", set.danger}, {"success", set.success}};
    const std::pair<const char*, QColor> grounds[] = {
        {"window", set.window}, {"panel", set.panel}, {"raised", set.raised}, {"hover", set.hover}};
    for (const auto& [text, ink] : texts) {
        for (const auto& [name, ground] : grounds)
            EXPECT_GE(contrast(ink, ground), ofText) << text << " on " << name;
    }
    EXPECT_GE(contrast(set.onAccent, set.accent), ofText);
}

TEST_P(Themes, WhatShowsFocusAndEdgesOfFieldsIsSeen)
{
    for (const auto& ground : {set.window, set.panel, set.raised}) {
        EXPECT_GE(contrast(set.accent, ground), ofGraphics);
        EXPECT_GE(contrast(set.muted, ground), ofGraphics);
    }
}

TEST_P(Themes, GradesAreReadableOnTheirColours)
{
    for (int grade = 0; grade < 4; ++grade)
        EXPECT_GE(contrast(gradeInk(grade), gradeColour(grade)), ofText) << grade;
}

INSTANTIATE_TEST_SUITE_P(Contrast, Themes, ::testing::Bool(),
                         [](const auto& isDark) { return isDark.param ? "dark" : "light"; });

TEST(Contrast, StructuresAreSeenOnTheImagesBlack)
{
    for (const auto structure : grading::allStructures)
        EXPECT_GE(contrast(structureColour(structure), Qt::black), ofGraphics);
}

/// The overlay of a pane with everything on it, over `ground`.
QImage overlayOn(const QColor& ground)
{
    SliceAnnotations notes;
    notes.topLeft = {"Phantom^Lumbar"};
    notes.bottomLeft = {"W 600  L 300"};
    notes.bottomRight = {"sagittal T1"};
    notes.left = "A";
    notes.right = "P";
    notes.top = "H";
    notes.bottom = "F";
    notes.referenceLines.emplace_back(QLineF(0, 150, 400, 150), QString());
    SliceOverlay overlay(
        nullptr, [notes] { return notes; }, [](QPainter&) {});
    overlay.resize(400, 400);
    SliceProjection projection;
    projection.pane = {400, 400};
    overlay.setProjection(projection);
    QImage image(400, 400, QImage::Format_RGB32);
    image.fill(ground);
    overlay.render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

/// The greatest contrast that a pixel of `where` has to `ground`.
double greatest(const QImage& image, const QRect& where, const QColor& ground)
{
    double most = 1;
    for (int y = where.top(); y <= where.bottom(); ++y)
        for (int x = where.left(); x <= where.right(); ++x)
            most = std::max(most, contrast(image.pixelColor(x, y), ground));
    return most;
}

TEST(Contrast, TextsScaleAndLinesStandOutOnTissueOfAnyBrightness)
{
    const std::pair<const char*, QRect> parts[] = {
        {"patient", {10, 8, 100, 16}},         {"window", {10, 360, 80, 16}},   {"scale", {8, 378, 100, 20}},
        {"series", {320, 376, 70, 16}},        {"letter A", {10, 185, 22, 30}}, {"letter P", {368, 185, 22, 30}},
        {"reference line", {100, 145, 60, 10}}};
    for (const int grey : {0, 60, 118, 160, 210, 255}) {
        const QColor ground(grey, grey, grey);
        const QImage image = overlayOn(ground);
        for (const auto& [name, where] : parts)
            EXPECT_GE(greatest(image, where, ground), QString(name).contains("line") ? ofGraphics : ofText)
                << name << " on " << grey;
    }
}

TEST(Contrast, NoReferenceLineRunsThroughALetter)
{
    SliceAnnotations notes;
    notes.right = "P";
    notes.referenceLines.emplace_back(QLineF(0, 200, 400, 200), QString());
    const auto image = [](const SliceAnnotations& shown) {
        SliceOverlay overlay(
            nullptr, [shown] { return shown; }, [](QPainter&) {});
        overlay.resize(400, 400);
        SliceProjection projection;
        projection.pane = {400, 400};
        overlay.setProjection(projection);
        QImage drawn(400, 400, QImage::Format_RGB32);
        drawn.fill(Qt::darkGray);
        overlay.render(&drawn, {}, {}, QWidget::DrawChildren);
        return drawn.copy(373, 188, 14, 24); // the letter's place
    };
    auto without = notes;
    without.referenceLines.clear();
    EXPECT_EQ(image(notes), image(without));
}

} // namespace
} // namespace foragrade
