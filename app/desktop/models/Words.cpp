#include "models/Words.h"

#include <QCoreApplication>

namespace foragrade {

const std::vector<const char*>& translatedWords()
{
    static const std::vector<const char*> words{
        QT_TRANSLATE_NOOP("Words", "nerve root"),
        QT_TRANSLATE_NOOP("Words", "perineural fat"),
        QT_TRANSLATE_NOOP("Words", "foramen outline"),
        QT_TRANSLATE_NOOP("Words", "left"),
        QT_TRANSLATE_NOOP("Words", "right"),
        QT_TRANSLATE_NOOP("Words", "sagittal"),
        QT_TRANSLATE_NOOP("Words", "axial"),
        QT_TRANSLATE_NOOP("Words", "coronal"),
        QT_TRANSLATE_NOOP("Words", "localizer"),
        QT_TRANSLATE_NOOP("Words", "other"),
        QT_TRANSLATE_NOOP("Words", "superior"),
        QT_TRANSLATE_NOOP("Words", "inferior"),
        QT_TRANSLATE_NOOP("Words", "anterior"),
        QT_TRANSLATE_NOOP("Words", "posterior"),
        QT_TRANSLATE_NOOP("Words", "preserved"),
        QT_TRANSLATE_NOOP("Words", "lost"),
        QT_TRANSLATE_NOOP("Words", "equivocal"),
        QT_TRANSLATE_NOOP("Words", "notAssessable"),
        QT_TRANSLATE_NOOP("Words", "no narrowing"),
        QT_TRANSLATE_NOOP("Words", "mild"),
        QT_TRANSLATE_NOOP("Words", "moderate"),
        QT_TRANSLATE_NOOP("Words", "severe"),
        QT_TRANSLATE_NOOP("Words", "Fat preserved on all four sides of the root"),
        QT_TRANSLATE_NOOP("Words", "Partial loss of perineural fat in one direction"),
        QT_TRANSLATE_NOOP("Words",
                          "Fat obliterated in both vertical and transverse directions without nerve deformation"),
        QT_TRANSLATE_NOOP("Words", "Nerve root collapse or visible morphologic change"),
        QT_TRANSLATE_NOOP("Words", "no contact"),
        QT_TRANSLATE_NOOP("Words", "contact"),
        QT_TRANSLATE_NOOP("Words", "deviation"),
        QT_TRANSLATE_NOOP("Words", "compression"),
        QT_TRANSLATE_NOOP("Words", "low"),
        QT_TRANSLATE_NOOP("Words", "medium"),
        QT_TRANSLATE_NOOP("Words", "high"),
        QT_TRANSLATE_NOOP("Words", "disc bulge"),
        QT_TRANSLATE_NOOP("Words", "disc protrusion"),
        QT_TRANSLATE_NOOP("Words", "disc extrusion"),
        QT_TRANSLATE_NOOP("Words", "facet hypertrophy"),
        QT_TRANSLATE_NOOP("Words", "ligamentum flavum thickening"),
        QT_TRANSLATE_NOOP("Words", "osteophyte"),
        QT_TRANSLATE_NOOP("Words", "spondylolisthesis"),
        QT_TRANSLATE_NOOP("Words", "disc height loss"),
        QT_TRANSLATE_NOOP("Words", "synovial cyst"),
        QT_TRANSLATE_NOOP("Words", "scar"),
        QT_TRANSLATE_NOOP("Words", "hardware"),
        QT_TRANSLATE_NOOP("Words", "tumour"),
        QT_TRANSLATE_NOOP("Words", "fracture"),
        QT_TRANSLATE_NOOP("Words", "degenerative"),
        QT_TRANSLATE_NOOP("Words", "osteophytic"),
        QT_TRANSLATE_NOOP("Words", "traumatic"),
        QT_TRANSLATE_NOOP("Words", "post-surgical"),
        QT_TRANSLATE_NOOP("Words", "inflammatory or metabolic"),
        QT_TRANSLATE_NOOP("Words", "congenital"),
        QT_TRANSLATE_NOOP("Words", "neoplastic"),
        QT_TRANSLATE_NOOP("Words", "unknown"),
        QT_TRANSLATE_NOOP("Words", "items"),
        QT_TRANSLATE_NOOP("Words", "Gwet's coefficient [95 %]"),
        QT_TRANSLATE_NOOP("Words", "undefined"),
        QT_TRANSLATE_NOOP("Words", "not marked by two"),
        QT_TRANSLATE_NOOP("Words", "foramen"),
    };
    return words;
}

QString said(std::string_view word)
{
    return QCoreApplication::translate("Words", std::string(word).c_str());
}

QString said(const grading::Foramen& foramen)
{
    return QString::fromStdString(foramen.level.name()) + ' ' + said(grading::name(foramen.side));
}

QString said(const grading::Grade& grade)
{
    return QCoreApplication::translate("Words", "Grade %1 (%2)").arg(grade.digit()).arg(said(grade.severity()));
}

QString said(const grading::SeriesRole& role)
{
    // The library joins plane and weighting with a hyphen; only the plane is a word.
    const std::string name = role.name();
    const auto hyphen = name.find('-');
    if (hyphen == std::string::npos)
        return said(name);
    return said(name.substr(0, hyphen)) + ' ' + QString::fromStdString(name.substr(hyphen + 1)).replace('-', ' ');
}

} // namespace foragrade
