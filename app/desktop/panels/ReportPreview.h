#pragma once

#include "panels/Sheet.h"

#include "grading/report/Report.h"

class QPrinter;
class QPrintPreviewWidget;

namespace foragrade {

/// The report's pages as they will be exported or printed, over the window.
class ReportPreview : public Sheet {
    Q_OBJECT
public:
    explicit ReportPreview(QWidget* window);
    ~ReportPreview() override;
    void show(const grading::Report& report);

signals:
    void exportRequested();

private:
    [[nodiscard]] QWidget* buildFoot();
    void print();

    std::unique_ptr<QPrinter> m_printer;
    grading::Report m_report;
    QPrintPreviewWidget* m_pages;
};

} // namespace foragrade
