#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace foragrade {

/// Says in red that the store keeps nothing, what is in hand, and the ways out. As a bar over the images of an open
/// reading, or as the page in the middle when there is none.
class StoreTrouble : public QFrame {
    Q_OBJECT
public:
    enum class Form { Bar, Page };

    explicit StoreTrouble(Form form, QWidget* parent = nullptr);
    /// `isConflict`: the reading was changed elsewhere, and can be loaded from there.
    void tell(const QString& trouble, const QString& stepInHand, bool isConflict = false);
    [[nodiscard]] QString message() const;

signals:
    void tryAgainRequested();
    void otherStoreRequested();
    void reloadRequested();   ///< What is stored, instead of the step in hand.
    void lookOnlyRequested(); ///< The images alone, without a reading; offered by the page.

private:
    [[nodiscard]] QWidget* buildAnswers();

    Form m_form;
    QLabel* m_text;
    QLabel* m_advice;
    QPushButton* m_tryAgain = nullptr;
    QPushButton* m_reload = nullptr;
};

} // namespace foragrade
