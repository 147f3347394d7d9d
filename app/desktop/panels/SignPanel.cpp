#include "panels/SignPanel.h"

#include "models/SignSummary.h"
#include "models/Words.h"
#include "panels/ReasonEdit.h"
#include "study/ReadingDesk.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace foragrade {
namespace {

QString shortName(const grading::Foramen& foramen)
{
    return QString::fromStdString(foramen.level.name()) + ' ' + grading::letter(foramen.side);
}

QPushButton* nameButton(const grading::Foramen& foramen, ReadingDesk& desk, QWidget* parent)
{
    auto* button = new QPushButton(shortName(foramen), parent);
    button->setProperty("kind", "link");
    button->setAccessibleName(SignPanel::tr("Go to %1").arg(said(foramen)));
    button->setFocusPolicy(Qt::TabFocus);
    QObject::connect(button, &QPushButton::clicked, &desk, [&desk, foramen] { desk.choose(foramen); });
    return button;
}

/// One kind of remark and the foramina that it is of.
QWidget* nameRow(const QString& text, const std::vector<grading::Foramen>& foramina, ReadingDesk& desk, QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(2);
    auto* label = new QLabel(text, row);
    label->setObjectName("fieldLabel");
    columns->addWidget(label);
    for (const auto& foramen : foramina)
        columns->addWidget(nameButton(foramen, desk, row));
    columns->addStretch();
    return row;
}

} // namespace

SignPanel::SignPanel(ReadingDesk& desk, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_title(new QLabel(this)), m_sign(new QPushButton(this)),
      m_scroll(new QScrollArea(this))
{
    setObjectName("banner");
    setProperty("severity", "info");
    setAccessibleName(tr("Before signing"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(14, 8, 10, 8);
    rows->setSpacing(6);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    m_title->setWordWrap(true);
    m_title->setObjectName("signTitle");
    m_sign->setObjectName("primary");
    m_sign->setFocusPolicy(Qt::TabFocus);
    auto* back = new QPushButton(tr("Back"), this);
    back->setObjectName("signBack");
    back->setFocusPolicy(Qt::TabFocus);
    top->addWidget(m_title, 1);
    top->addWidget(m_sign);
    top->addWidget(back);
    rows->addLayout(top);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rows->addWidget(m_scroll);
    connect(back, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_sign, &QPushButton::clicked, this, [this] {
        if (m_desk.apply(grading::commands::sign(grading::now()))) {
            hide();
            emit readingSigned();
        }
    });
    connect(&m_desk, &ReadingDesk::changed, this, &SignPanel::refresh, Qt::QueuedConnection);
    for (auto signal : {&ReadingDesk::closed, &ReadingDesk::troubleChanged})
        connect(&m_desk, signal, this, &QWidget::hide);
    hide();
}

void SignPanel::open()
{
    show();
    refresh();
}

void SignPanel::refresh()
{
    if (!isVisible())
        return;
    if (!m_desk.isOpen() || m_desk.isSigned()) {
        hide();
        return;
    }
    const auto summary = signSummaryOf(m_desk);
    m_sign->setText(tr("Sign as %1").arg(m_desk.reader()));
    m_sign->setEnabled(summary.maySign());
    const QString state = summary.complete == summary.all
                              ? tr("All %1 foramina are graded.").arg(summary.all)
                              : tr("%1 of %2 foramina are graded.").arg(summary.complete).arg(summary.all);
    m_title->setText(state + ' ' +
                     (summary.complete == 0             ? tr("There is nothing to sign yet.")
                      : !summary.contradictions.empty() ? tr("A contradiction needs a reason, or another grade.")
                      : !summary.required.empty()       ? tr("The project's protocol asks for more.")
                                                        : tr("Signing locks the reading.")));
    m_content = new QWidget; // filled before it is shown, or its size isn't known
    auto* rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    addContradictions(summary);
    addNames(summary);
    const int tall = m_content->sizeHint().height();
    m_scroll->setVisible(rows->count() > 0);
    m_scroll->setFixedHeight(std::min(tall + 2, 150));
    m_scroll->setWidget(m_content); // the one before goes
}

void SignPanel::addContradictions(const SignSummary& summary)
{
    for (const auto& point : summary.contradictions) {
        auto* row = new QWidget(m_content);
        auto* columns = new QHBoxLayout(row);
        columns->setContentsMargins(0, 0, 0, 0);
        columns->setSpacing(6);
        columns->addWidget(nameButton(point.foramen, m_desk, row));
        columns->addWidget(new QLabel("! " + point.text, row));
        auto* reason = new ReasonEdit(row);
        reason->offerReady(true);
        reason->setObjectName("signReason");
        reason->setPlaceholderText(reason->readyInWords());
        reason->setAccessibleName(tr("Reason for %1").arg(said(point.foramen)));
        columns->addWidget(reason, 1);
        m_content->layout()->addWidget(row);
        const auto take = [this, reason, foramen = point.foramen] {
            const std::string text = reason->text().trimmed().toStdString();
            if (!text.empty() && m_desk.isOpen() && m_desk.record(foramen).disagreementReason != text)
                m_desk.apply(
                    grading::commands::edit(foramen, "Reason for disagreeing",
                                            [text](grading::ForamenReading& r) { r.disagreementReason = text; }));
        };
        connect(reason, &QLineEdit::editingFinished, this, take);
        connect(reason, &QLineEdit::returnPressed, this, take); // a ready one
    }
}

void SignPanel::addNames(const SignSummary& summary)
{
    const auto byText = [](const std::vector<SignSummary::Point>& points) {
        std::map<QString, std::vector<grading::Foramen>> grouped;
        for (const auto& point : points)
            grouped[point.text].push_back(point.foramen);
        return grouped;
    };
    const auto add = [this](const QString& text, const std::vector<grading::Foramen>& foramina) {
        m_content->layout()->addWidget(nameRow(text, foramina, m_desk, m_content));
    };
    for (const auto& [text, foramina] : byText(summary.required))
        add(tr("Missing, %1:").arg(text), foramina);
    if (!summary.notGraded.empty())
        add(tr("Not graded:"), summary.notGraded);
    for (const auto& [text, foramina] : byText(summary.gaps))
        add(text + ':', foramina);
    std::vector<grading::Foramen> explained;
    for (const auto& point : summary.explained)
        explained.push_back(point.foramen);
    if (!explained.empty())
        add(tr("contradicts what was found, with a reason:"), explained);
}

} // namespace foragrade
