#pragma once

#include "grading/scoring/GradingScheme.h"

#include <QToolButton>

#include <filesystem>

namespace foragrade {

class ReadingDesk;

/// The grading scheme of the reading, and the choice of another: built in, or one's own from a JSON file. A project's
/// scheme is the project's.
class SchemeButton : public QToolButton {
    Q_OBJECT
public:
    explicit SchemeButton(ReadingDesk& desk, QWidget* parent = nullptr);
    void use(const grading::GradingScheme& scheme); ///< As one step of the reading.
    /// A scheme by docs/schemas/scheme-1.schema.json; what is wrong with it is told as ReadingDesk::failed.
    void useFile(const std::filesystem::path& path);

private:
    void fillMenu();
    void refresh();

    ReadingDesk& m_desk;
};

} // namespace foragrade
