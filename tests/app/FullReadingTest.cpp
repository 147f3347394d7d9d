// A whole reading of the phantom by mouse and keys, with its actions counted and its outcome held against the truth.
#include "Hand.h"

#include "MainWindow.h"
#include "panels/SignPanel.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include "grading/base/Files.h"
#include "grading/reading/ReadingJson.h"
#include "grading/reading/Words.h"
#include "grading/store/Store.h"
#include "phantom/Anatomy.h"
#include "phantom/Phantom.h"
#include "phantom/Truth.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

#include <cstdio>

namespace foragrade {
namespace {

using grading::AnatomicalDirection;
using grading::ContributoryFinding;
using grading::Foramen;
using grading::RootMorphology;
using grading::SideState;
using grading::Structure;
using grading::phantom::ForamenShape;
using grading::phantom::RootShape;

constexpr int actionsWithMarks = 12; ///< for one foramen, at most
constexpr int actionsWithoutMarks = 2;

/// What stands at the lost sides, as the phantom's own perfect reading says.
std::set<ContributoryFinding> causesOf(const grading::phantom::ForamenTruth& truth)
{
    using namespace grading::phantom;
    std::set<ContributoryFinding> causes;
    if (truth.lost[Anterior] || truth.lost[Inferior])
        causes.insert(ContributoryFinding::DiscBulge);
    if (truth.lost[Posterior])
        causes.insert(ContributoryFinding::FacetHypertrophy);
    if (truth.lost[Superior])
        causes.insert(ContributoryFinding::Osteophyte);
    return causes;
}

SideState truthAt(const grading::phantom::ForamenTruth& truth, AnatomicalDirection side)
{
    return truth.lost[grading::indexOf(side)] ? SideState::Lost : SideState::Preserved;
}

RootMorphology rootOf(const grading::phantom::ForamenTruth& truth)
{
    return truth.shape == RootShape::Normal ? RootMorphology::Normal : RootMorphology::Deformed;
}

/// A reader who sees what is there: clicks where the roots are and corrects what the program measured otherwise.
class FullReading : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        study = std::make_unique<QTemporaryDir>();
        ASSERT_TRUE(grading::phantom::generate(study->path().toStdString() + "/phantom", {}));
    }
    static void TearDownTestSuite() { study.reset(); }

    void open(const char* reader)
    {
        window = std::make_unique<MainWindow>(Options{{}, folder.filePath("readings.db"), reader, false});
        window->resize(1600, 1000);
        window->show();
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        window->open({study->filePath("phantom/dicom")});
        ASSERT_TRUE(QTest::qWaitFor([&] { return isLoaded(); }, 60000));
        hand = std::make_unique<test::Hand>(*window);
    }

    bool isLoaded()
    {
        const auto panes = window->panes().panes();
        return window->desk().isOpen() && panes.size() == 3 &&
               std::all_of(panes.begin(), panes.end(), [](const auto* pane) { return pane->hasImage(); });
    }

    SliceView& pane() { return *window->panes().panes()[0]; }
    ReadingDesk& desk() { return window->desk(); }
    grading::ForamenReading record() { return desk().record(desk().current()); }

    const ForamenShape& shapeOf(const Foramen& foramen) const
    {
        const auto& all = anatomy->foramina();
        return *std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.truth().foramen == foramen; });
    }

    QPoint inPane(const grading::phantom::Vec3& model)
    {
        const auto p = anatomy->curve().toPatient(model);
        return pane().projection().toPane(grading::PatientPoint{p.x, p.y, p.z}).toPoint();
    }

    /// One click on the lowest disc names all levels.
    void nameLevels()
    {
        hand->key(Qt::Key_U);
        const auto& spine = anatomy->spine();
        const auto& disc = spine.discs[spine.indexOf("L5")];
        ASSERT_TRUE(pane().rect().contains(inPane(disc.frame.origin)));
        hand->click(pane(), inPane(disc.frame.origin));
        auto* menu = pane().findChild<QMenu*>("levelNames");
        ASSERT_TRUE(menu != nullptr);
        while (menu->activeAction() == nullptr || menu->activeAction()->text() != "L5-S1")
            hand->key(Qt::Key_Up); // from the end
        hand->key(Qt::Key_Return);
        ASSERT_EQ(desk().reading().levelPlaces.size(), 1U);
    }

    /// Marks foramen, root and fat from one click on the root, on the slice that passes through it.
    void mark(const ForamenShape& shape)
    {
        const int slice = grading::phantom::gradedSlice(*anatomy, shape, stack) - 1;
        hand->wheel(pane(), slice - pane().slice());
        ASSERT_EQ(pane().slice(), slice);
        ASSERT_TRUE(pane().rect().contains(inPane(shape.centre()))) << "the foramen isn't on the screen";
        hand->click(pane(), inPane(shape.centre()));
        hand->key(Qt::Key_Return);
        ASSERT_FALSE(record().marks.empty()) << "nothing was proposed";
        if (record().marks.front().labels.count(Structure::PerineuralFat) == 0)
            hand->key(Qt::Key_N);
    }

    void stateFindings(const grading::phantom::ForamenTruth& truth)
    {
        hand->key(Qt::Key_Return); // as measured
        static constexpr std::pair<AnatomicalDirection, Qt::Key> keys[] = {{AnatomicalDirection::Superior, Qt::Key_I},
                                                                           {AnatomicalDirection::Inferior, Qt::Key_K},
                                                                           {AnatomicalDirection::Anterior, Qt::Key_J},
                                                                           {AnatomicalDirection::Posterior, Qt::Key_L}};
        for (const auto& [side, key] : keys) {
            for (int i = 0; i < 4 && record().findings.side(side) != truthAt(truth, side); ++i)
                hand->key(key);
        }
        for (int i = 0; i < 5 && record().findings.root != rootOf(truth); ++i)
            hand->key(Qt::Key_O, rootOf(truth) == RootMorphology::Normal ? Qt::ShiftModifier : Qt::NoModifier);
        std::vector<Qt::Key> chosen;
        const auto& offered = grading::allContributoryFindings;
        for (const auto cause : causesOf(truth))
            chosen.push_back(
                static_cast<Qt::Key>(Qt::Key_1 + (std::find(offered.begin(), offered.end(), cause) - offered.begin())));
        if (!chosen.empty()) {
            chosen.push_back(Qt::Key_Escape);
            hand->keysInMenu(Qt::Key_F, Qt::ShiftModifier, chosen);
        }
    }

    /// Grades and goes on; where the marks say otherwise, with a reason.
    void grade(const grading::phantom::ForamenTruth& truth)
    {
        hand->key(static_cast<Qt::Key>(Qt::Key_0 + truth.grade));
        if (desk().isContradicted(truth.foramen))
            hand->key(Qt::Key_1); // the marks don't show it
        EXPECT_FALSE(desk().isContradicted(truth.foramen));
    }

    void sign()
    {
        hand->key(Qt::Key_Return, Qt::ControlModifier);
        auto* summary = window->findChild<SignPanel*>();
        ASSERT_TRUE(summary->isVisible()) << window->message().toStdString();
        QCoreApplication::processEvents();
        hand->click(*summary->findChild<QPushButton*>("primary"));
        ASSERT_TRUE(desk().isSigned());
    }

    void exportTo(const QString& where)
    {
        bool isExported = false;
        QObject::connect(window.get(), &MainWindow::exported, [&](const QString& written) {
            isExported = true;
            EXPECT_EQ(written, where);
        });
        QTimer whenOpen; // the dialogue's own event loop runs it
        QObject::connect(&whenOpen, &QTimer::timeout, [&] {
            if (QApplication::activeModalWidget() == nullptr)
                return;
            whenOpen.stop();
            QGuiApplication::clipboard()->setText(where);
            hand->key(Qt::Key_A, Qt::ControlModifier);
            hand->key(Qt::Key_V, Qt::ControlModifier);
            hand->key(Qt::Key_Return);
            if (auto* still = QApplication::activeModalWidget())
                qobject_cast<QDialog*>(still)->reject(); // else a failure would wait for ever
        });
        whenOpen.start(10);
        hand->key(Qt::Key_E, Qt::ControlModifier);
        ASSERT_TRUE(QTest::qWaitFor([&] { return isExported; }, 60000)) << window->message().toStdString();
    }

    double dice(const grading::StackMarks& marks, const ForamenShape& shape, Structure structure,
                grading::phantom::Part part)
    {
        const auto truth = grading::phantom::labels(*anatomy, shape, stack);
        std::size_t both = 0;
        std::size_t sum = marks.labels.count(structure);
        for (int slice = 0; slice < stack.slices; ++slice) {
            const auto pixels = marks.labels.pixels(slice, structure);
            if (pixels.isEmpty())
                continue;
            const auto* row = truth.data() + static_cast<std::size_t>(slice) * stack.slicePixels();
            for (std::size_t i = 0; i < stack.slicePixels(); ++i) {
                if (row[i] != static_cast<std::uint8_t>(part))
                    continue;
                ++sum;
                both += pixels.contains(static_cast<int>(i) % stack.columns, static_cast<int>(i) / stack.columns);
            }
        }
        return sum > 0 ? 2 * static_cast<double>(both) / static_cast<double>(sum) : 1;
    }

    static inline std::unique_ptr<QTemporaryDir> study; ///< The full phantom; takes some seconds to make.
    grading::phantom::Options options;
    grading::phantom::Stack stack = grading::phantom::sagittalStack(options);
    QTemporaryDir folder;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<test::Hand> hand;
    std::unique_ptr<grading::phantom::Anatomy> anatomy = std::make_unique<grading::phantom::Anatomy>(options);
};

TEST_F(FullReading, WithMarksEqualsTheTruthInAtMostTwelveActionsAForamen)
{
    ASSERT_NO_FATAL_FAILURE(open("Full^Reader"));
    QElapsedTimer clock;
    clock.start();
    ASSERT_NO_FATAL_FAILURE(nameLevels());
    hand->key(Qt::Key_R, Qt::ShiftModifier);
    const int before = hand->actions();
    std::printf("%d actions to name the levels and take the tool\n", before);
    for (std::size_t i = 0; i < anatomy->foramina().size(); ++i) {
        const auto& shape = shapeOf(desk().current());
        const int start = hand->actions();
        ASSERT_NO_FATAL_FAILURE(mark(shape));
        stateFindings(shape.truth());
        grade(shape.truth());
        const int actions = hand->actions() - start;
        std::printf("%s: %d actions\n", shape.truth().foramen.key().c_str(), actions);
        EXPECT_LE(actions, actionsWithMarks) << shape.truth().foramen.title();
    }
    const int foramina = hand->actions() - before;
    ASSERT_NO_FATAL_FAILURE(sign());
    QDir(folder.path()).mkdir("out");
    ASSERT_NO_FATAL_FAILURE(exportTo(folder.filePath("out")));
    std::printf("%d actions for %zu foramina with marks, %d for all with sign and export, %lld ms\n", foramina,
                anatomy->foramina().size(), hand->actions(), static_cast<long long>(clock.elapsed()));

    const auto kept = grading::Store::open(folder.filePath("readings.db").toStdString());
    const auto reading = kept->load(desk().reading().study.uid, "Full^Reader");
    ASSERT_TRUE(reading);
    EXPECT_TRUE(reading->isSigned());
    for (const auto& shape : anatomy->foramina()) {
        const auto& truth = shape.truth();
        const auto* found = reading->find(truth.foramen);
        ASSERT_TRUE(found != nullptr && found->grade) << truth.foramen.title();
        EXPECT_EQ(found->grade->digit(), truth.grade) << truth.foramen.title();
        EXPECT_EQ(found->findings.root, rootOf(truth)) << truth.foramen.title();
        for (const auto side : grading::allDirections)
            EXPECT_EQ(found->findings.side(side), truthAt(truth, side)) << truth.foramen.title();
        EXPECT_EQ(found->contributory, causesOf(truth)) << truth.foramen.title();
        EXPECT_GE(dice(found->marks.front(), shape, Structure::NerveRoot, grading::phantom::Part::Root), 0.8)
            << truth.foramen.title();
    }
    const auto json = grading::readFile(folder.filePath("out/reading.json").toStdString());
    ASSERT_TRUE(json);
    EXPECT_EQ(grading::readingFromJson(*json), *reading);
}

TEST_F(FullReading, WithoutMarksTakesAtMostTwoActionsAForamen)
{
    ASSERT_NO_FATAL_FAILURE(open("Quick^Reader"));
    QElapsedTimer clock;
    clock.start();
    for (std::size_t i = 0; i < anatomy->foramina().size(); ++i)
        hand->key(static_cast<Qt::Key>(Qt::Key_0 + shapeOf(desk().current()).truth().grade));
    const int foramina = hand->actions();
    EXPECT_LE(foramina, actionsWithoutMarks * static_cast<int>(anatomy->foramina().size()));
    ASSERT_NO_FATAL_FAILURE(sign());
    std::printf("%d actions for %zu foramina without marks, %d with sign, %lld ms\n", foramina,
                anatomy->foramina().size(), hand->actions(), static_cast<long long>(clock.elapsed()));
    for (const auto& shape : anatomy->foramina())
        EXPECT_EQ(desk().record(shape.truth().foramen).grade, grading::Grade::from(shape.truth().grade));
}

} // namespace
} // namespace foragrade
