#include "AtAReading.h"
#include "InAProject.h"

#include "panels/StoreTrouble.h"

#include "grading/store/Store.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>

#include <csignal>
#include <sqlite3.h>
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

/// Another program that holds the write lock of a store.
class Lock {
public:
    explicit Lock(const QString& store)
    {
        EXPECT_EQ(sqlite3_open(store.toUtf8().constData(), &m_database), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(m_database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    }
    ~Lock() { sqlite3_close(m_database); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

private:
    sqlite3* m_database = nullptr;
};

TEST_F(StoreInTrouble, OfALockHeldElsewhereIsSaidSoonAndEndsByItself)
{
    brush({200, 300}, {230, 300});
    {
        const Lock lock(store);
        QElapsedTimer timer;
        timer.start();
        drag({200, 320}, {230, 320});
        EXPECT_LT(timer.elapsed(), 5000) << "the window doesn't stand still";
        EXPECT_TRUE(bar().contains("is being written by another program")) << bar().toStdString();
        EXPECT_FALSE(takesEdits());
    }
    EXPECT_TRUE(QTest::qWaitFor([&] { return desk().trouble().isEmpty(); }, 10000));
    EXPECT_EQ(desk().session()->history().size(), 2U) << "the stroke in hand was kept";
}

TEST_F(StoreInTrouble, AtTheStartByALockEndsByItself)
{
    window.reset();
    store = folder.filePath("kept/fresh.db"); // in which the reading has to be begun
    ASSERT_TRUE(grading::Store::open(store.toStdString()));
    {
        const Lock lock(store);
        open();
        EXPECT_FALSE(desk().isOpen());
    }
    EXPECT_TRUE(QTest::qWaitFor([&] { return desk().isOpen(); }, 10000));
    EXPECT_TRUE(window->panes().isVisible());
}

using StoreOfAProject = test::InAProject;

TEST_F(StoreOfAProject, ThatCannotBeAskedLeavesAStudyOpenedByItsFolderWithoutAName)
{
    writeImages();
    ASSERT_NO_FATAL_FAILURE(assign(1));
    MainWindow window(Options{{}, store, test::readers[0], false});
    show(window);
    const auto opens = [&] {
        window.open({folder.filePath("images/1")});
        return QTest::qWaitFor([&] { return window.study().state() == OpenStudy::State::Ready; }, 30000);
    };
    {
        const Lock lock(store); // the reading can't be begun
        ASSERT_TRUE(opens());
        EXPECT_FALSE(window.desk().isOpen());
        EXPECT_FALSE(test::saidBy(window).contains("Secret", Qt::CaseInsensitive))
            << test::saidBy(window).toStdString();
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.desk().isOpen(); }, 10000));
    EXPECT_TRUE(window.windowTitle().startsWith("Case ")) << window.windowTitle().toStdString();

    ASSERT_TRUE(QFile::rename(store, store + ".away"));
    ASSERT_TRUE(QDir().mkpath(store)); // nothing can be asked at all
    MainWindow second(Options{{}, store, test::readers[0], false});
    show(second);
    second.open({folder.filePath("images/1")});
    ASSERT_TRUE(QTest::qWaitFor([&] { return second.study().state() == OpenStudy::State::Ready; }, 30000));
    EXPECT_FALSE(second.desk().isOpen());
    EXPECT_FALSE(test::saidBy(second).contains("Secret", Qt::CaseInsensitive)) << test::saidBy(second).toStdString();
}

TEST_F(StoreInTrouble, AfterAChangeElsewhereWhatIsStoredIsLoaded)
{
    press(Qt::Key_1, Qt::ShiftModifier);
    auto other = grading::Store::open(store.toStdString()).value();
    const auto before = other.load(grading::Uid("1.2.3"), "Test^Reader").value();
    const auto after = grading::commands::setGrade(upperRight, grading::Grade::from(3)).apply(before).value();
    ASSERT_TRUE(other.save("Grade 3", before, after));

    press(Qt::Key_2, Qt::ShiftModifier);
    EXPECT_TRUE(desk().isConflict());
    EXPECT_TRUE(bar().contains("changed it there")) << bar().toStdString();
    auto* reload = window->findChild<StoreTrouble*>("storeTrouble")->findChild<QPushButton*>("reload");
    ASSERT_TRUE(reload->isVisible());
    QTest::mouseClick(reload, Qt::LeftButton);
    EXPECT_TRUE(desk().trouble().isEmpty());
    EXPECT_EQ(desk().record(upperRight).grade, grading::Grade::from(3));
    EXPECT_TRUE(takesEdits());
    press(Qt::Key_2, Qt::ShiftModifier);
    EXPECT_EQ(other.load(grading::Uid("1.2.3"), "Test^Reader").value(), desk().reading());
}

TEST_F(StoreInTrouble, AStoreChosenIsTheOneOfTheNextStart)
{
    EXPECT_NE(Options::parse({"foragrade"}).store, folder.filePath("other.db"));
    window->useStore(folder.filePath("other.db"));
    EXPECT_EQ(Options::parse({"foragrade"}).store, folder.filePath("other.db"));
    EXPECT_EQ(Options::parse({"foragrade", "--store", "given.db"}).store, "given.db");
    Options::rememberStore({});
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
