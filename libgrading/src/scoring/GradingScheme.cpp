#include "grading/scoring/GradingScheme.h"

#include <algorithm>

namespace grading {

namespace {

/// grading.md, first table: none, one, two opposing, two adjacent, three, four sides lost; then the deformed root.
std::vector<GradingScheme> builtInSchemes()
{
    using Grades = std::vector<std::string>;
    GradingScheme document;
    document.id = "document";
    document.version = "1";
    document.title = "Foragrade document scheme";
    document.source = "Project rule, version 1: fat loss in the vertical and the transverse direction, then the root";
    document.byLoss = {{{"0"}, {"1"}, {"1"}, {"1", "2"}, {"1", "2"}, {"2"}}};
    document.byDeformity = Grades{"3"};
    document.isReadersScale = true;

    GradingScheme lee;
    lee.id = "lee-2010";
    lee.version = "1";
    lee.title = "Lee 2010";
    lee.source = "Lee S. et al., AJR 2010;194:1095-1098";
    lee.byLoss = {{{"0"}, {"0", "1"}, {"1"}, {"0", "1"}, {"1", "2"}, {"2"}}};
    lee.byDeformity = Grades{"3"};
    lee.isReadersScale = true;

    GradingScheme sartoretti;
    sartoretti.id = "sartoretti-2021";
    sartoretti.version = "1";
    sartoretti.title = "Sartoretti 2021";
    sartoretti.source = "Sci Rep 2021, s41598-021-91462-2";
    sartoretti.byLoss = {{{"A"}, {"B"}, {"C"}, {"C"}, {"D"}, {"E"}}};
    sartoretti.byDeformity = Grades{"F"};
    sartoretti.sideSuffixes = std::array<int, 4>{1, 3, 4, 2}; // superior, inferior, anterior, posterior

    GradingScheme wildermuth;
    wildermuth.id = "wildermuth-1998";
    wildermuth.version = "1";
    wildermuth.title = "Wildermuth 1998";
    wildermuth.source = "Wildermuth S. et al., Radiology 1998;207:391-398";
    wildermuth.byLoss = {{{"0", "1"}, {"2"}, {"2"}, {"2"}, {"2"}, {"3"}}};
    return {document, lee, sartoretti, wildermuth};
}

} // namespace

const std::vector<GradingScheme>& gradingSchemes()
{
    static const std::vector<GradingScheme> schemes = builtInSchemes();
    return schemes;
}

const GradingScheme* findScheme(std::string_view id)
{
    const auto& schemes = gradingSchemes();
    const auto found = std::find_if(schemes.begin(), schemes.end(), [id](const auto& s) { return s.id == id; });
    return found == schemes.end() ? nullptr : &*found;
}

const GradingScheme& documentScheme()
{
    return gradingSchemes().front();
}

} // namespace grading
