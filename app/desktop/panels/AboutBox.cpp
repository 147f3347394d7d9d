#include "panels/AboutBox.h"

#include <QApplication>
#include <QFrame>
#include <QLabel>
#include <QSysInfo>
#include <QVBoxLayout>

namespace foragrade {

AboutBox::AboutBox(QWidget* window) : Sheet(window)
{
    setObjectName("about");
    setTitle(tr("About Foragrade"));
    setPageSize({560, 380});
    auto* what = new QLabel(tr("Foragrade %1 grades neural foraminal narrowing on spine MRI.\n"
                               "For research and labelling. It is no medical device: no diagnosis rests on it alone.")
                                .arg(FORAGRADE_VERSION),
                            page());
    what->setWordWrap(true);
    auto* parts = new QLabel(QString("Qt %1\nVTK %2\nITK %3\nDCMTK %4\n%5")
                                 .arg(qVersion(), FORAGRADE_VTK_VERSION, FORAGRADE_ITK_VERSION, FORAGRADE_DCMTK_VERSION,
                                      QSysInfo::prettyProductName()),
                             page());
    parts->setObjectName("versions");
    parts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* licence = new QLabel(tr("Licence: Apache License 2.0. The libraries it stands on keep their own: Qt LGPL 3, "
                                  "VTK and DCMTK BSD, ITK Apache 2.0."),
                               page());
    licence->setObjectName("hint");
    licence->setWordWrap(true);
    for (auto* label : {what, parts, licence})
        rows()->addWidget(label);
    rows()->addStretch();
}

} // namespace foragrade
