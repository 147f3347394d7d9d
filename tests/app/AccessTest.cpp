#include "AtAReading.h"

#include "panels/ScrollPanel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>

namespace foragrade {
namespace {

class Access : public AtAReading {
protected:
    static bool isControl(const QWidget& widget)
    {
        return qobject_cast<const QAbstractButton*>(&widget) != nullptr ||
               qobject_cast<const QLineEdit*>(&widget) != nullptr ||
               qobject_cast<const QComboBox*>(&widget) != nullptr ||
               qobject_cast<const QListView*>(&widget) != nullptr || qobject_cast<const SliceView*>(&widget) != nullptr;
    }
    /// Of Qt's own making inside a control.
    static bool isOwnPart(const QWidget& widget)
    {
        const QString type = widget.metaObject()->className();
        return widget.objectName().startsWith("qt_") || type == "QComboBoxListView" || type == "QTableCornerButton" ||
               type == "QLineEditIconButton";
    }

    /// Whether it lies in the window, if need be after its panel was scrolled to it.
    bool isReachable(QWidget* control)
    {
        for (auto* parent = control->parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
            if (auto* scroll = qobject_cast<QScrollArea*>(parent))
                scroll->ensureWidgetVisible(control, 0, 0);
        }
        QWidget* within = window.get();
        for (auto* parent = control->parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
            const QRect place(control->mapTo(parent, QPoint()), control->size());
            if (!parent->rect().contains(place.center()))
                return false;
            if (parent == within)
                break;
        }
        return true;
    }
};

TEST_F(Access, EveryControlHasANameForTheScreenReader)
{
    for (auto* widget : window->findChildren<QWidget*>()) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool isUnwritten = button != nullptr && !button->isVisible() && button->text().isEmpty() &&
                                 button->icon().isNull(); // until it is shown
        if (!isControl(*widget) || isOwnPart(*widget) || isUnwritten)
            continue;
        auto* access = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(access, nullptr);
        EXPECT_FALSE(access->text(QAccessible::Name).isEmpty())
            << widget->metaObject()->className() << " " << widget->objectName().toStdString();
    }
}

TEST_F(Access, TheFormsFocusGoesAsOneReads)
{
    auto* first = window->findChild<QWidget*>("grade0");
    first->setFocus();
    QStringList names;
    for (int i = 0; i < 12 && QApplication::focusWidget() != nullptr; ++i) {
        names << QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    const QStringList wanted{"grade0", "grade1", "grade2", "grade3"};
    EXPECT_EQ(names.mid(0, 4), wanted) << names.join(' ').toStdString();
    EXPECT_LT(names.indexOf("findings"), names.indexOf("comment"));
    EXPECT_GT(names.indexOf("findings"), 3);
}

TEST_F(Access, NothingIsOutOfReachAtTwiceTheSizeOnACommonScreen)
{
    window->resize(960, 540); // 1920×1080 at scale 2
    QTest::qWait(20);
    ASSERT_EQ(window->size(), QSize(960, 540)) << "the window is let so small";
    for (auto* widget : window->findChildren<QWidget*>()) {
        if (!isControl(*widget) || isOwnPart(*widget) || !widget->isVisible())
            continue;
        EXPECT_TRUE(isReachable(widget)) << widget->metaObject()->className() << " "
                                         << widget->objectName().toStdString();
    }
    EXPECT_GE(window->panes().panes()[0]->height(), 200) << "the images keep their share";
}

TEST_F(Access, ASmallWindowHidesNothingOfTheStartPage)
{
    window->study().close();
    window->resize(960, 540);
    QTest::qWait(20);
    for (auto* button : window->findChildren<QAbstractButton*>()) {
        if (!button->isVisible())
            continue;
        EXPECT_TRUE(isReachable(button)) << button->text().toStdString();
    }
}

} // namespace
} // namespace foragrade
