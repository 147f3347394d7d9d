// Pictures of the panes' states and of the window in both themes, against those kept in baselines/. Compared in blocks,
// so that neither another font nor another driver's rounding matters, but a lost mark, line, panel or colour does.
// FORAGRADE_BASELINES=write writes them anew: look at each before it is committed.
#include "AtAReading.h"

#include "theme/Theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace foragrade {
namespace {

constexpr int blocks = 40;     // along the longer edge
constexpr int ofOneBlock = 28; // of 255, the mean of a block's colours
constexpr double ofAll = 3.5;  // of 255, the mean over all blocks

QImage inBlocks(const QImage& image)
{
    return image.convertToFormat(QImage::Format_RGB32)
        .scaled(blocks * 4, blocks * 4, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

/// Empty when alike, else how they differ.
QString difference(const QImage& is, const QImage& wanted)
{
    if (is.size() != wanted.size())
        return QString("is %1×%2, was %3×%4").arg(is.width()).arg(is.height()).arg(wanted.width()).arg(wanted.height());
    const QImage a = is.scaled(is.size() / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage b = wanted.scaled(is.size() / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    double sum = 0;
    int most = 0;
    QPoint where;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int off =
                std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
            sum += off;
            if (off > most) {
                most = off;
                where = {x, y};
            }
        }
    const double mean = sum / (a.width() * a.height());
    if (most <= ofOneBlock && mean <= ofAll)
        return {};
    return QString("differs by %1 at block %2,%3 and by %4 on average")
        .arg(most)
        .arg(where.x())
        .arg(where.y())
        .arg(mean);
}

class Baseline : public AtAReading {
protected:
    Baseline()
    {
        window->panes().setLayoutInUse(Layout::ByRole);
        window->panes().setTextHidden(true);
    }
    ~Baseline() override { applyTheme(*qApp, Theme::Dark); }

    void expectAsKept(const QImage& picture, const QString& name)
    {
        const QImage is = inBlocks(picture);
        const QString path = QString(APP_BASELINES) + '/' + name + ".png";
        if (qEnvironmentVariable("FORAGRADE_BASELINES") == "write") {
            ASSERT_TRUE(is.save(path));
            return;
        }
        const QImage kept(path);
        ASSERT_FALSE(kept.isNull()) << path.toStdString();
        const QString off = difference(is, kept.convertToFormat(QImage::Format_RGB32));
        if (!off.isEmpty())
            is.save(QDir::tempPath() + "/foragrade-" + name + ".png");
        EXPECT_TRUE(off.isEmpty()) << name.toStdString() << ": " << off.toStdString() << "; see "
                                   << QDir::tempPath().toStdString();
    }
    QImage paneNow(int index = 0)
    {
        QTest::qWait(80);
        return window->panes().panes()[static_cast<std::size_t>(index)]->grab().toImage();
    }
};

TEST_F(Baseline, PaneWithTheImageLinesAndLetters)
{
    expectAsKept(paneNow(), "pane-sagittal");
    expectAsKept(paneNow(2), "pane-axial");
}

TEST_F(Baseline, PaneInverted)
{
    pane()->setInverted(true);
    expectAsKept(paneNow(), "pane-inverted");
}

TEST_F(Baseline, PaneWithMarksOfAllStructures)
{
    press(Qt::Key_B);
    for (int i = 0; i < 12; ++i)
        press(Qt::Key_BracketRight);
    press(Qt::Key_E);
    drag({150, 250}, {280, 250});
    press(Qt::Key_W);
    drag({150, 268}, {280, 268});
    press(Qt::Key_Q);
    drag({150, 286}, {280, 286});
    press(Qt::Key_V);
    expectAsKept(paneNow(), "pane-marks");
}

TEST_F(Baseline, WindowInBothThemes)
{
    press(Qt::Key_2, Qt::ShiftModifier);
    QTest::qWait(80);
    expectAsKept(window->grab().toImage(), "window-dark");
    applyTheme(*qApp, Theme::Light);
    QTest::qWait(80);
    expectAsKept(window->grab().toImage(), "window-light");
}

TEST(BaselineComparison, TellsALostMarkAndAnotherThemeFromAnotherFont)
{
    QImage a(400, 300, QImage::Format_RGB32);
    a.fill(Qt::black);
    QImage mark = a;
    QPainter(&mark).fillRect(100, 100, 60, 40, QColor(0xe69f00));
    EXPECT_FALSE(difference(inBlocks(a), inBlocks(mark)).isEmpty());
    QImage speck = a;
    QPainter(&speck).fillRect(100, 100, 3, 3, Qt::white);
    EXPECT_TRUE(difference(inBlocks(a), inBlocks(speck)).isEmpty());
}

} // namespace
} // namespace foragrade
