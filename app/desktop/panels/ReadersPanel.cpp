#include "panels/ReadersPanel.h"

#include "study/ReadingDesk.h"
#include "views/ReadersMarks.h"

#include <QLabel>
#include <QVBoxLayout>

namespace foragrade {

ReadersPanel::ReadersPanel(ReadingDesk& desk, QWidget* parent) : QFrame(parent), m_desk(desk), m_text(new QLabel(this))
{
    setObjectName("panel");
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(14, 6, 14, 6);
    m_text->setObjectName("readersSay");
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    rows->addWidget(m_text);
    for (auto signal : {&ReadingDesk::opened, &ReadingDesk::closed, &ReadingDesk::changed, &ReadingDesk::foramenChosen})
        connect(&m_desk, signal, this, &ReadersPanel::refresh);
    refresh();
}

void ReadersPanel::refresh()
{
    const bool isShown = m_desk.isOpen() && !m_desk.predecessors().empty();
    setVisible(isShown);
    if (isShown)
        m_text->setText(statementsOf(m_desk.predecessors(), m_desk.current()).join('\n'));
}

} // namespace foragrade
