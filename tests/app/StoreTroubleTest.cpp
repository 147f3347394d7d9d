#include "AtAReading.h"

#include "panels/StoreTrouble.h"

#include <QLabel>
#include <QPushButton>

#include <csignal>
#include <sys/resource.h>

namespace foragrade {
namespace {

/// What the header, the bar and the form say and allow.
class StoreInTrouble : public AtAReading {
protected:
    QString saved() { return window->findChild<QLabel*>("saved")->text(); }
    QString bar() { return window->findChild<StoreTrouble*>("storeTrouble")->message(); }
    bool takesEdits() { return window->findChild<QWidget*>("comment")->isEnabled(); }
    void moveStoreAway() { ASSERT_TRUE(QDir().rename(folder.path() + "/kept", folder.path() + "/away")); }
    void putStoreBack() { ASSERT_TRUE(QDir().rename(folder.path() + "/away", folder.path() + "/kept")); }
    void brush(QPoint from, QPoint to)
    {
        press(Qt::Key_B);
        drag(from, to);
    }
};

TEST_F(StoreInTrouble, SaysSoInRedAndTakesNoEditsUntilItWorks)
{
    brush({200, 300}, {230, 300});
    const auto before = desk().reading();
    moveStoreAway();
    drag({200, 320}, {230, 320});
    EXPECT_EQ(desk().reading(), before) << "nothing shows that isn't stored";
    EXPECT_EQ(saved(), "NOT SAVED");
    EXPECT_TRUE(bar().contains("was moved or deleted")) << bar().toStdString();
    EXPECT_FALSE(takesEdits());

    drag({200, 340}, {230, 340});
    press(Qt::Key_3);
    press(Qt::Key_Z);
    EXPECT_EQ(desk().reading(), before);
    EXPECT_FALSE(desk().tryStoreAgain());

    putStoreBack();
    EXPECT_TRUE(QTest::qWaitFor([&] { return desk().trouble().isEmpty(); }, 10000)) << "it tries by itself";
    EXPECT_TRUE(bar().isEmpty());
    EXPECT_TRUE(saved().startsWith("saved"));
    EXPECT_TRUE(takesEdits());
    EXPECT_EQ(desk().session()->history().size(), 2U) << "the stroke in hand and none of those after it";
    const auto after = desk().reading();
    EXPECT_NE(after, before);
    window.reset();
    open();
    EXPECT_EQ(desk().reading(), after);
}

TEST_F(StoreInTrouble, OfAFullDiskEndsWhenThereIsRoom)
{
    brush({200, 300}, {230, 300});
    const auto before = desk().reading();
    // No file may grow beyond 1 byte, as on a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit full{1, limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &full);
    drag({200, 320}, {230, 320});
    const auto shown = desk().reading();
    const bool worked = desk().tryStoreAgain();
    setrlimit(RLIMIT_FSIZE, &limit);
    EXPECT_FALSE(worked);
    EXPECT_EQ(shown, before);
    EXPECT_EQ(saved(), "NOT SAVED");
    EXPECT_TRUE(desk().tryStoreAgain());
    EXPECT_EQ(desk().session()->history().size(), 2U);
    EXPECT_TRUE(takesEdits());
}

TEST_F(StoreInTrouble, KeepsTheReadingAndTheStepInHandInAnotherStore)
{
    brush({200, 300}, {230, 300});
    ASSERT_TRUE(QDir(folder.path() + "/kept").removeRecursively());
    drag({200, 320}, {230, 320});
    ASSERT_FALSE(desk().trouble().isEmpty());
    window->useStore(folder.filePath("other.db"));
    EXPECT_TRUE(desk().trouble().isEmpty()) << desk().trouble().toStdString();
    const auto kept = desk().reading();
    EXPECT_GT(marked(upperRight, Structure::NerveRoot), 60U) << "both strokes";
    window.reset();
    store = folder.filePath("other.db");
    open();
    EXPECT_EQ(desk().reading(), kept);
}

TEST_F(StoreInTrouble, IsAskedAboutBeforeTheWindowCloses)
{
    brush({200, 300}, {230, 300});
    moveStoreAway();
    drag({200, 320}, {230, 320});
    EXPECT_FALSE(window->close());
    EXPECT_TRUE(window->isVisible());
    putStoreBack();
    EXPECT_TRUE(window->close());
}

TEST_F(StoreInTrouble, AtTheStartIsAPageWithWaysOut)
{
    window.reset();
    store = folder.path(); // a folder is no store
    open();
    EXPECT_FALSE(desk().isOpen());
    auto* page = window->findChild<StoreTrouble*>("storePage");
    ASSERT_TRUE(page->isVisible());
    EXPECT_TRUE(page->message().contains("is a folder")) << page->message().toStdString();

    page->findChild<QPushButton*>("lookOnly")->click();
    EXPECT_TRUE(window->panes().isVisible());
    EXPECT_FALSE(takesEdits());
    EXPECT_EQ(saved(), "NOT SAVED");

    window->useStore(folder.filePath("other.db"));
    EXPECT_TRUE(desk().isOpen());
    EXPECT_TRUE(window->panes().isVisible());
    EXPECT_TRUE(takesEdits());
    EXPECT_TRUE(bar().isEmpty());
}

} // namespace
} // namespace foragrade
