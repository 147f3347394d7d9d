#include "panels/SchemeButton.h"

#include "study/ReadingDesk.h"

#include <QFileDialog>
#include <QMenu>

namespace foragrade {

SchemeButton::SchemeButton(ReadingDesk& desk, QWidget* parent) : QToolButton(parent), m_desk(desk)
{
    setObjectName("scheme");
    setProperty("kind", "field");
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(this);
    menu->setObjectName("schemes");
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &SchemeButton::fillMenu);
    for (auto signal : {&ReadingDesk::changed, &ReadingDesk::opened, &ReadingDesk::closed})
        connect(&m_desk, signal, this, &SchemeButton::refresh);
    refresh();
}

void SchemeButton::use(const grading::GradingScheme& scheme)
{
    if (m_desk.isOpen())
        m_desk.apply(grading::commands::editStudy("Grading scheme " + scheme.id,
                                                  [scheme](grading::Reading& r) { r.setScheme(scheme); }));
}

void SchemeButton::useFile(const std::filesystem::path& path)
{
    if (const auto scheme = grading::readScheme(path))
        use(*scheme);
    else
        m_desk.tell(QString::fromStdString(scheme.error().message()));
}

void SchemeButton::fillMenu()
{
    menu()->clear();
    if (!m_desk.isOpen())
        return;
    const auto add = [this](const grading::GradingScheme& scheme) {
        auto* action = menu()->addAction(QString::fromStdString(scheme.title), this, [this, scheme] { use(scheme); });
        action->setToolTip(QString::fromStdString(scheme.source + "\n" + tableInWords(scheme)));
        action->setData(QString::fromStdString(scheme.id));
        action->setCheckable(true);
        action->setChecked(m_desk.reading().scheme == scheme.id);
    };
    menu()->setToolTipsVisible(true);
    for (const auto& scheme : grading::gradingSchemes())
        add(scheme);
    if (m_desk.reading().ownScheme)
        add(*m_desk.reading().ownScheme);
    menu()->addSeparator();
    menu()->addAction(tr("One's own, from a file …"), this, [this] {
        const QString file =
            QFileDialog::getOpenFileName(this, tr("A grading scheme"), {}, tr("Grading schemes (*.json)"));
        if (!file.isEmpty())
            useFile(file.toStdString());
    });
}

void SchemeButton::refresh()
{
    setVisible(m_desk.isOpen());
    if (!m_desk.isOpen())
        return;
    const auto* scheme = m_desk.reading().gradingScheme();
    setText(tr("scheme %1").arg(QString::fromStdString(m_desk.reading().scheme)));
    setEnabled(m_desk.protocol() == nullptr);
    QString tip = scheme != nullptr ? QString::fromStdString(scheme->title + ": " + tableInWords(*scheme)) : QString();
    if (m_desk.protocol() != nullptr)
        tip += '\n' + tr("The project's protocol sets it.");
    setToolTip(tip);
}

} // namespace foragrade
