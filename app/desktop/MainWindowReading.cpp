// The window at a reading: what follows a choice, a change, a signature.
#include "MainWindow.h"

#include "commands/CommandTable.h"
#include "models/ForamenPlaces.h"
#include "models/Words.h"
#include "panels/AskBar.h"
#include "panels/Banner.h"
#include "panels/ForamenForm.h"
#include "panels/HistoryPanel.h"
#include "panels/KeyOverlay.h"
#include "panels/SideCross.h"
#include "panels/SignPanel.h"
#include "panels/StatusLine.h"
#include "panels/ToolPanel.h"
#include "theme/Theme.h"
#include "tools/FloodTool.h"
#include "tools/LevelTool.h"
#include "tools/LivewireTool.h"
#include "tools/MarkTools.h"
#include "tools/OtherBrushes.h"
#include "tools/ProposalTools.h"
#include "tools/RulerTool.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace foragrade {
namespace {

constexpr grading::Millimetres foramenZoom{90};

} // namespace

void MainWindow::connectReading()
{
    connect(&m_desk, &ReadingDesk::failed, this, [this](const QString& message) { m_banner->tell(message); });
    connect(&m_desk, &ReadingDesk::asked, m_ask, &AskBar::ask);
    connect(&m_desk, &ReadingDesk::saved, this, [this](const QString& time) {
        m_banner->hide();
        showSaved(tr("saved ✓ %1").arg(time), true);
    });
    connect(&m_desk, &ReadingDesk::opened, this, [this] {
        showSaved(tr("saved ✓"), true);
        showReadingState();
        goToCurrent();
        if (auto* pane = m_panes->current())
            pane->setFocus();
    });
    connect(&m_desk, &ReadingDesk::closed, this, [this] {
        m_saved->clear();
        showReadingState();
    });
    connect(&m_desk, &ReadingDesk::changed, this, [this] {
        showReadingState();
        m_panes->repaintOverlays();
    });
    connect(&m_desk, &ReadingDesk::foramenChosen, this, [this] {
        m_ask->hide();
        if (dynamic_cast<ProposalTool*>(m_tool.get()) != nullptr)
            m_tool->cancel(); // it was for the other foramen
        goToCurrent();
    });
    connect(&m_desk, &ReadingDesk::renumbered, this, &MainWindow::goToCurrent);
    connect(&m_desk, &ReadingDesk::toolChanged, this, &MainWindow::useTool);
    connect(&m_study, &OpenStudy::volumeReady, this, [this](const QString& id) {
        for (const auto* view : m_panes->panes()) {
            if (view->stack()->id == id.toStdString()) {
                goToCurrent();
                break;
            }
        }
    });
    connect(m_form, &ForamenForm::reasonGiven, this, [this] {
        if (auto* pane = m_panes->current())
            pane->setFocus(); // before another foramen's text comes into the field
        m_desk.chooseNextUngraded();
    });
    connect(m_panes, &PaneGrid::confirmed, this, [this] {
        if (m_desk.isOpen() && !m_desk.isSigned() && !m_form->cross().takeMeasured())
            m_status->setHint(m_desk.hidesEvidence(m_desk.current())
                                  ? tr("what was measured is hidden until you grade")
                                  : tr("nothing is measured here; mark the nerve root first"));
    });
    connect(m_status, &StatusLine::historyRequested, this, &MainWindow::toggleHistory);
    connect(m_status, &StatusLine::keysRequested, this, [this] { m_keys->open(); });
    useTool();
}

void MainWindow::showSaved(const QString& text, bool isSaved)
{
    m_saved->setText(text);
    m_saved->setProperty("state", isSaved ? "saved" : "failed");
    m_saved->style()->unpolish(m_saved);
    m_saved->style()->polish(m_saved);
}

void MainWindow::showReadingState()
{
    const auto* session = m_desk.session();
    const bool isStoring = m_desk.trouble().isEmpty();
    m_sign->setEnabled(isStoring);
    const QString undoName = session != nullptr ? QString::fromStdString(session->undoName()) : QString();
    m_undo->setText(undoName.isEmpty() ? tr("&Undo") : tr("&Undo “%1”").arg(undoName));
    const QString redoName = session != nullptr ? QString::fromStdString(session->redoName()) : QString();
    m_redo->setText(redoName.isEmpty() ? tr("&Redo") : tr("&Redo “%1”").arg(redoName));
    m_status->setHistory(undoName, m_commands->keyOf("edit.undo"));
    m_status->setKeysKey(m_commands->keyOf("window.keys"));
    m_sign->setVisible(m_desk.isOpen());
    m_sign->setText(m_desk.isSigned() ? tr("Revise") : tr("Sign"));
    m_reader->setText(m_desk.isSigned() ? tr("reader: %1 · signed").arg(m_desk.reader())
                                        : tr("reader: %1").arg(m_desk.reader()));
}

void MainWindow::goToCurrent()
{
    if (!m_desk.isOpen())
        return;
    for (auto* view : m_panes->panes()) {
        if (view->stack()->role.plane != grading::ImagePlane::Sagittal || !view->hasImage() || !view->stack()->geometry)
            continue;
        const auto place = placeOf(m_desk.current(), m_desk.reading(), *view->stack());
        if (place.isHeightKnown)
            m_panes->goTo(place.point, view->stack()->frameOfReference, foramenZoom);
        else
            view->showPlace(place.point, {}); // parallel panes follow, axial ones stay
        m_form->cross().setAnteriorAtLeft(view->volume().geometry().rowDirection().y > 0);
        break;
    }
    m_panes->repaintOverlays();
}

namespace {

std::unique_ptr<Tool> toolFor(ToolKind kind, ReadingDesk& desk, Rulers& rulers)
{
    switch (kind) {
    case ToolKind::Look:
        return nullptr;
    case ToolKind::Brush:
        return std::make_unique<BrushTool>(desk);
    case ToolKind::Polygon:
        return std::make_unique<OutlineTool>(desk, false);
    case ToolKind::Freehand:
        return std::make_unique<OutlineTool>(desk, true);
    case ToolKind::RootFromClick:
        return std::make_unique<RootTool>(desk);
    case ToolKind::FatAroundRoot:
        return std::make_unique<FatTool>(desk);
    case ToolKind::RootNextSlice:
        return std::make_unique<NextSliceTool>(desk);
    case ToolKind::NameLevels:
        return std::make_unique<LevelTool>(desk);
    case ToolKind::Distance:
    case ToolKind::Angle:
        return std::make_unique<RulerTool>(rulers, kind == ToolKind::Angle);
    case ToolKind::SphereBrush:
        return std::make_unique<SphereBrushTool>(desk);
    case ToolKind::ThresholdBrush:
        return std::make_unique<ThresholdBrushTool>(desk);
    case ToolKind::Livewire:
        return std::make_unique<LivewireTool>(desk);
    case ToolKind::ForamenFromClick:
        return std::make_unique<ForamenTool>(desk);
    case ToolKind::FloodFill:
        return std::make_unique<FloodTool>(desk);
    }
    return nullptr;
}

} // namespace

void MainWindow::useTool()
{
    m_status->setHint(m_desk.trouble().isEmpty() ? describe(m_desk.tool()) : tr("locked: nothing can be stored"));
    const auto kind = m_desk.trouble().isEmpty() ? m_desk.tool().kind : ToolKind::Look;
    const bool isProposal = dynamic_cast<ProposalTool*>(m_tool.get()) != nullptr;
    if (m_tool != nullptr && kind == m_toolKind && !isProposal) {
        for (auto* view : m_panes->panes()) { // in the new size or structure, with what was begun
            if (const auto mouse = view->mousePlace(); mouse && view->hasImage())
                m_tool->hover(*view, view->projection().toSlice(*mouse), Qt::NoModifier);
        }
        m_panes->repaintOverlays();
        return;
    }
    m_panes->setTool(nullptr);
    m_toolKind = kind;
    m_tool = toolFor(kind, m_desk, m_rulers);
    m_panes->setTool(m_tool.get());
    auto* view = m_panes->current();
    if (auto* proposal = dynamic_cast<ProposalTool*>(m_tool.get()); proposal && view && view->hasImage()) {
        proposal->start(*view);
        view->setFocus(); // Enter and Esc answer the proposal
        view->repaintOverlay();
    }
}

void MainWindow::gradeBy(int digit, bool stays)
{
    if (!m_desk.isOpen())
        return;
    const auto foramen = m_desk.current();
    const auto wanted = grading::Grade::from(digit);
    if (m_desk.record(foramen).grade != wanted && !m_desk.apply(grading::commands::setGrade(foramen, wanted)))
        return;
    // A contradiction asks for its reason where the reader is.
    if (m_desk.isContradicted(foramen))
        m_form->askReason();
    else if (!stays)
        m_desk.chooseNextUngraded();
}

void MainWindow::askToSign()
{
    if (m_desk.isSigned())
        m_desk.apply(grading::commands::revise());
    else if (m_desk.isOpen())
        m_signing->open();
}

void MainWindow::toggleHistory()
{
    m_history->setVisible(!m_history->isVisible());
}

} // namespace foragrade
