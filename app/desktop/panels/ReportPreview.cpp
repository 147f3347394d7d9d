#include "panels/ReportPreview.h"

#include "foragrade/print/PdfReport.h"

#include <QFrame>
#include <QGraphicsView>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPushButton>
#include <QVBoxLayout>

namespace foragrade {

ReportPreview::ReportPreview(QWidget* window)
    : Sheet(window), m_printer(std::make_unique<QPrinter>(QPrinter::HighResolution)),
      m_pages(new QPrintPreviewWidget(m_printer.get(), page()))
{
    setObjectName("reportPreview");
    setTitle(tr("Report"));
    setPageSize({1000, 2000});
    setUpPages(*m_printer, Paper::A4);
    m_pages->setObjectName("reportPages");
    m_pages->setAccessibleName(tr("Pages of the report"));
    m_pages->setZoomMode(QPrintPreviewWidget::FitToWidth);
    if (auto* view = m_pages->findChild<QGraphicsView*>())
        view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else the page's width is fitted without it
    rows()->addWidget(m_pages, 1);
    rows()->addWidget(buildFoot());
    connect(m_pages, &QPrintPreviewWidget::paintRequested, this,
            [this](QPrinter* printer) { paintReport(*printer, printer->resolution(), m_report); });
}

ReportPreview::~ReportPreview()
{
    delete m_pages; // before its printer
}

QWidget* ReportPreview::buildFoot()
{
    auto* foot = new QWidget(page());
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins({});
    const auto button = [&](const QString& text, const char* name) {
        auto* made = new QPushButton(text, foot);
        made->setObjectName(name);
        made->setFocusPolicy(Qt::TabFocus);
        buttons->addWidget(made);
        return made;
    };
    connect(button(tr("Smaller"), "reportSmaller"), &QPushButton::clicked, this, [this] { m_pages->zoomOut(); });
    connect(button(tr("Larger"), "reportLarger"), &QPushButton::clicked, this, [this] { m_pages->zoomIn(); });
    connect(button(tr("Whole page"), "reportWholePage"), &QPushButton::clicked, m_pages,
            &QPrintPreviewWidget::fitInView);
    connect(button(tr("Page width"), "reportPageWidth"), &QPushButton::clicked, m_pages,
            &QPrintPreviewWidget::fitToWidth);
    buttons->addStretch();
    connect(button(tr("Print …"), "reportPrint"), &QPushButton::clicked, this, &ReportPreview::print);
    auto* exports = button(tr("Export …"), "primary");
    connect(exports, &QPushButton::clicked, this, [this] {
        close();
        emit exportRequested();
    });
    return foot;
}

void ReportPreview::show(const grading::Report& report)
{
    m_report = report;
    setTitle(report.isSigned ? tr("Report") : tr("Report of a draft"));
    open();
    m_pages->updatePreview();
}

void ReportPreview::print()
{
    QPrintDialog dialog(m_printer.get(), this);
    dialog.setWindowTitle(tr("Print the report"));
    if (dialog.exec() == QDialog::Accepted)
        m_pages->print();
}

} // namespace foragrade
