#pragma once

#include "study/Question.h"
#include "study/ReadingClock.h"
#include "study/ToolSettings.h"

#include "grading/imaging/SeriesCatalogue.h"
#include "grading/reading/Assessment.h"
#include "grading/reading/Session.h"
#include "grading/store/Worklist.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace foragrade {

/// The reading on the desk: its session kept in the store, the foramen being read, and the tool in hand. Every change
/// goes through `apply`, which is in the store before `changed` says that it happened.
class ReadingDesk : public QObject {
    Q_OBJECT
public:
    ReadingDesk(QString store, QString reader, QObject* parent = nullptr);
    ~ReadingDesk() override;

    /// The reader's reading of the study, a new one when there is none. False after `failed`.
    bool open(const grading::Study& study, const std::filesystem::path& images);
    void close();
    [[nodiscard]] bool isOpen() const { return m_session.has_value(); }
    [[nodiscard]] const grading::Reading& reading() const { return m_session->reading(); }
    [[nodiscard]] bool isSigned() const { return isOpen() && reading().isSigned(); }
    [[nodiscard]] const QString& reader() const { return m_reader; }
    /// The project hides it from the reader; false outside of projects.
    [[nodiscard]] bool isBlindTo(grading::BlindTo what) const;
    /// Whose study it is may not be shown to the reader; also where the store can't tell.
    [[nodiscard]] bool hidesIdentity(const grading::Uid& study);
    /// Stands for the patient where the project hides who it is; empty elsewhere.
    [[nodiscard]] QString caseName() const;
    /// The readings that an adjudication rests on, by reader; none for any other reading.
    [[nodiscard]] const std::vector<grading::Reading>& predecessors() const { return m_predecessors; }

    /// An adjudicator's decision that isn't what every reader said, or where they differ: it needs its reason.
    [[nodiscard]] bool needsDecisionReason(const grading::Foramen& foramen) const;

    /// Whose readings are opened from now on; the open one is closed.
    void setReader(const QString& name);
    void tell(const QString& message) { emit failed(message); } ///< What went wrong elsewhere, in the same place.

    bool apply(const grading::Command& command); ///< False after `failed`; nothing changed then.

    /// Why the store keeps nothing at present; empty while it works. No step is taken then; the one that couldn't be
    /// kept is in hand and taken first when the store works again.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }
    [[nodiscard]] const QString& stepInHand() const { return m_stepInHand; } ///< Its name; empty for none.
    /// The store works, but holds another reading than this one: it was changed elsewhere.
    [[nodiscard]] bool isConflict() const { return m_isConflict; }
    bool reload(); ///< Takes the reading as it is stored; the step in hand and the history are given up.
    [[nodiscard]] const QString& storePath() const { return m_storePath; }
    bool tryStoreAgain(); ///< True when it works.
    /// Keeps readings in another store from now on, the open one and the step in hand with them. False: as before.
    bool useStore(const QString& store);
    bool openStore(); ///< Done by `open`; sooner tells sooner.
    /// Asks before a mark that looks misplaced is laid down; once for each pair of foramina.
    void ask(const Question& question) { emit asked(question); }
    [[nodiscard]] bool mayMark(const grading::Foramen& foramen, const grading::Foramen& where) const
    {
        return m_allowed.contains({foramen, where});
    }
    void allowMarks(const grading::Foramen& foramen, const grading::Foramen& where)
    {
        m_allowed.insert({foramen, where});
    }
    void undo();
    void redo();
    /// Undoes or redoes until so many steps of the history are in effect. A signature is not crossed: `failed` says so.
    void goToStep(std::size_t position);
    [[nodiscard]] const grading::Session* session() const { return m_session ? &*m_session : nullptr; }

    /// The levels along the spine as far as discs were named; empty before.
    [[nodiscard]] const std::vector<grading::PlacedLevel>& levels(const grading::Uid& frameOfReference) const;
    /// Patient x, from the study's sagittal images; none without.
    [[nodiscard]] std::optional<double> midline(const grading::Uid& frameOfReference) const;
    void setMidline(const grading::Stack& sagittal, double x); ///< Kept for later openings.
    /// Counts the vertebrae anew and moves all records by that many levels; the current foramen goes along.
    bool renumber(const grading::SpineNumbering& numbering, int shift);

    /// The region's foramina from the head, right before left.
    [[nodiscard]] const std::vector<grading::Foramen>& foramina() const { return m_foramina; }
    [[nodiscard]] const grading::Foramen& current() const { return m_current; }
    [[nodiscard]] grading::ForamenReading record(const grading::Foramen& foramen) const;
    [[nodiscard]] const grading::Assessment& assessment(const grading::Foramen& foramen) const;
    /// What the project asks for that the reading belongs to; nullptr outside of projects.
    [[nodiscard]] const grading::Protocol* protocol() const { return m_project ? &m_project->protocol : nullptr; }
    /// Of the project that the reading belongs to; empty outside of projects.
    [[nodiscard]] QString projectName() const;
    /// Whether what was measured and what it admits stays hidden until the foramen is graded: as the project's rules
    /// say, or as the reader wants it.
    [[nodiscard]] bool hidesEvidence(const grading::Foramen& foramen) const;
    void setEvidenceHidden(bool isHidden); ///< The reader's own wish; kept in the settings.
    [[nodiscard]] bool isEvidenceHidden() const;
    /// Graded, contradicted by what was measured or stated, and no reason given.
    [[nodiscard]] bool isContradicted(const grading::Foramen& foramen) const;
    void choose(const grading::Foramen& foramen);
    void step(int levels, int sides);
    void chooseNextUngraded();

    [[nodiscard]] std::chrono::milliseconds timeOnCurrent() const { return m_clock.spentOn(m_current); }
    [[nodiscard]] ReadingClock& clock() { return m_clock; }

    [[nodiscard]] const ToolSettings& tool() const { return m_tool; }
    void setTool(ToolSettings tool);

signals:
    void opened();
    void closed();
    void changed();
    void renumbered(); ///< Other foramina are to be read; comes before `changed`.
    void foramenChosen();
    void toolChanged();
    void saved(const QString& time);
    void failed(const QString& message);
    void troubleChanged(); ///< The store stopped or began to work, or fails otherwise than before.
    void asked(const Question& question);

private:
    bool report(const grading::Result<void>& result);
    bool take(const QString& name, std::function<grading::Result<void>()> step);
    bool reopenStore();
    void setTrouble(const QString& trouble);
    void follow(grading::Session session); ///< Makes it the session at hand.
    void listForamina();
    void findProject();
    [[nodiscard]] grading::Command timed(const grading::Command& command) const;

    QString m_storePath;
    QString m_reader;
    QString m_trouble;
    QString m_stepInHand;
    bool m_isConflict = false;
    std::function<grading::Result<void>()> m_step; ///< What `stepInHand` names.
    QTimer m_retry;
    std::filesystem::path m_images; ///< Where the study was read from.
    std::optional<grading::Store> m_store;
    std::optional<grading::Session> m_session;
    std::optional<grading::ProjectPlace> m_project; ///< Of the reading.
    std::vector<grading::Reading> m_predecessors;
    std::set<grading::Foramen> m_apart; ///< Where these differ.
    grading::Notifier<>::Subscription m_subscription;
    std::vector<grading::Foramen> m_foramina;
    grading::Foramen m_current;
    ToolSettings m_tool;
    std::set<std::pair<grading::Foramen, grading::Foramen>> m_allowed; ///< Marks of the first at the second's place.
    grading::Region m_region = grading::Region::Lumbar;
    grading::SpineNumbering m_numbering; ///< That `foramina` follows.
    std::map<grading::Uid, double> m_midlines;
    ReadingClock m_clock;
    mutable std::map<grading::Uid, std::vector<grading::PlacedLevel>> m_levels; ///< Derived like the assessments.
    mutable std::map<grading::Foramen, grading::Assessment>
        m_assessments; ///< Derived on demand, dropped at each change.
};

} // namespace foragrade
