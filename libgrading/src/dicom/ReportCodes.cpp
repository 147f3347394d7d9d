#include "ReportCodes.h"

#include "ReportConcepts.h"

#include <algorithm>

namespace grading {

using namespace codes;

const CodeTable<int>& gradeCodes()
{
    static const CodeTable<int> table = [] {
        CodeTable<int> made;
        for (const auto& grade : allGrades())
            made.rows.emplace_back(grade.digit(), own("FG" + std::to_string(grade.digit()), grade.name()));
        return made;
    }();
    return table;
}

const CodeTable<int>& severityCodes()
{
    static const CodeTable<int> table{
        {{0, none}, {1, sct("255604002", "Mild")}, {2, sct("6736007", "Moderate")}, {3, sct("24484000", "Severe")}}};
    return table;
}

const CodeTable<AnatomicalDirection>& directionCodes()
{
    using enum AnatomicalDirection;
    static const CodeTable<AnatomicalDirection> table{{{Superior, sct("264217000", "Superior")},
                                                       {Inferior, sct("261089000", "Inferior")},
                                                       {Anterior, sct("255549009", "Anterior")},
                                                       {Posterior, sct("255551008", "Posterior")}}};
    return table;
}

const CodeTable<SideState>& sideStateCodes()
{
    static const CodeTable<SideState> table{{{SideState::Preserved, own("FV10", "Fat preserved")},
                                             {SideState::Lost, own("FV11", "Fat lost")},
                                             {SideState::NotAssessable, notAssessable}}};
    return table;
}

const CodeTable<RootMorphology>& rootMorphologyCodes()
{
    static const CodeTable<RootMorphology> table{{{RootMorphology::Normal, normal},
                                                  {RootMorphology::Deformed, deformed},
                                                  {RootMorphology::Collapsed, collapsed},
                                                  {RootMorphology::NotAssessable, notAssessable}}};
    return table;
}

const CodeTable<RootContact>& contactCodes()
{
    static const CodeTable<RootContact> table{{{RootContact::None, none},
                                               {RootContact::Contact, contacted},
                                               {RootContact::Deviation, own("FV12", "Deviated")},
                                               {RootContact::Compression, own("FV13", "Compressed")}}};
    return table;
}

const CodeTable<Confidence>& confidenceCodes()
{
    static const CodeTable<Confidence> table{{{Confidence::Low, sct("62482003", "Low")},
                                              {Confidence::Medium, sct("255508009", "Medium")},
                                              {Confidence::High, sct("75540009", "High")}}};
    return table;
}

const CodeTable<ContributoryFinding>& contributoryCodes()
{
    using enum ContributoryFinding;
    static const CodeTable<ContributoryFinding> table{
        {{DiscBulge, own("FC01", "Disc bulge")},
         {DiscProtrusion, own("FC02", "Disc protrusion")},
         {DiscExtrusion, own("FC03", "Disc extrusion")},
         {FacetHypertrophy, own("FC04", "Facet hypertrophy")},
         {LigamentumFlavumThickening, own("FC05", "Ligamentum flavum thickening")},
         {Osteophyte, own("FC06", "Osteophyte")},
         {Spondylolisthesis, own("FC07", "Spondylolisthesis")},
         {DiscHeightLoss, own("FC08", "Disc height loss")},
         {SynovialCyst, own("FC09", "Synovial cyst")},
         {Scar, own("FC10", "Scar")},
         {Hardware, own("FC11", "Hardware")},
         {Tumour, own("FC12", "Tumour")},
         {Fracture, own("FC13", "Fracture")}}};
    return table;
}

const CodeTable<int>& meyerdingCodes()
{
    static const CodeTable<int> table{{{1, own("FY1", "Meyerding grade I")},
                                       {2, own("FY2", "Meyerding grade II")},
                                       {3, own("FY3", "Meyerding grade III")},
                                       {4, own("FY4", "Meyerding grade IV")},
                                       {5, own("FY5", "Meyerding grade V")}}};
    return table;
}

const CodeTable<Etiology>& etiologyCodes()
{
    using enum Etiology;
    static const CodeTable<Etiology> table{{{Degenerative, own("FE1", "Degenerative")},
                                            {Osteophytic, own("FE2", "Osteophytic")},
                                            {Traumatic, own("FE3", "Traumatic")},
                                            {PostSurgical, own("FE4", "Post-surgical")},
                                            {InflammatoryMetabolic, own("FE5", "Inflammatory or metabolic")},
                                            {Congenital, own("FE6", "Congenital")},
                                            {Neoplastic, own("FE7", "Neoplastic")},
                                            {Unknown, own("FE8", "Unknown etiology")}}};
    return table;
}

const CodeTable<ReaderRole>& roleCodes()
{
    static const CodeTable<ReaderRole> table{{{ReaderRole::Performing, dcm("121094", "Performing")},
                                              {ReaderRole::Reader, {"C28747", "NCIt", "Reader"}},
                                              {ReaderRole::Adjudicator, {"C96561", "NCIt", "Adjudicator"}}}};
    return table;
}

const CodeTable<SpineNumbering::Transition>& transitionCodes()
{
    using enum SpineNumbering::Transition;
    static const CodeTable<SpineNumbering::Transition> table{{{None, codes::none},
                                                              {LumbarisedS1, own("FT1", "Lumbarised S1")},
                                                              {SacralisedL5, own("FT2", "Sacralised L5")}}};
    return table;
}

const CodeTable<SpineNumbering::Castellvi>& castellviCodes()
{
    using enum SpineNumbering::Castellvi;
    static const CodeTable<SpineNumbering::Castellvi> table{{{None, codes::none},
                                                             {I, own("FT11", "Castellvi type I")},
                                                             {II, own("FT12", "Castellvi type II")},
                                                             {III, own("FT13", "Castellvi type III")},
                                                             {IV, own("FT14", "Castellvi type IV")}}};
    return table;
}

const CodeTable<SpineNumbering::CountedFrom>& countedFromCodes()
{
    using enum SpineNumbering::CountedFrom;
    static const CodeTable<SpineNumbering::CountedFrom> table{
        {{Unknown, undetermined},
         {C2, own("FT21", "Counted down from C2")},
         {T12Ribs, own("FT22", "Counted from the T12 ribs")},
         {Iliolumbar, own("FT23", "Counted from the iliolumbar ligament")},
         {Sacrum, own("FT24", "Counted up from the sacrum")},
         {Localizer, own("FT25", "Counted on a localizer")}}};
    return table;
}

const CodeTable<bool>& certaintyCodes()
{
    static const CodeTable<bool> table{
        {{true, own("FT31", "Numbering certain")}, {false, own("FT32", "Numbering unsure")}}};
    return table;
}

const Code& procedureCode(const std::string& bodyPart)
{
    static const Code lumbar{"24968-0", "LN", "MR Lumbar spine"};
    static const Code cervical{"24935-9", "LN", "MR Cervical spine"};
    static const Code thoracic{"24980-5", "LN", "MR Thoracic spine"};
    static const Code unspecified{"25056-3", "LN", "MRI unspecified body region"};
    if (bodyPart == "LSPINE" || bodyPart == "LSSPINE" || bodyPart == "LUMBAR")
        return lumbar;
    if (bodyPart == "CSPINE" || bodyPart == "CERVICAL")
        return cervical;
    return bodyPart == "TSPINE" || bodyPart == "THORACIC" ? thoracic : unspecified;
}

std::vector<Code> privateCodes()
{
    std::vector<Code> all{foramen,
                          fatCoverage,
                          flattening,
                          solidity,
                          alongVertical,
                          whileOpen,
                          timeSpent,
                          readersGrade,
                          suggestedGrade,
                          verticalLoss,
                          transverseLoss,
                          codes::rootMorphology,
                          fatAtSide,
                          rootAsSeen,
                          rootContact,
                          confidence,
                          contributoryFinding,
                          meyerding,
                          gradability,
                          notGradableReason,
                          agreement,
                          disagreementReason,
                          imageQuality,
                          fatSearch,
                          findingNote,
                          decisionReason,
                          markedStack,
                          gradingSlice,
                          pedicleLine,
                          markingAlgorithm,
                          exactPoint,
                          readingRecord,
                          readingUid,
                          revision,
                          begun,
                          scheme,
                          schemeVersion,
                          symptom,
                          seriesUsed,
                          bodyPart,
                          thoracicCount,
                          lumbarCount,
                          transition,
                          castellvi,
                          countedFrom,
                          numberingCertainty,
                          schemeDefinition,
                          contacted,
                          deformed,
                          collapsed,
                          notAssessable,
                          notGradable,
                          codes::noFatSeen,
                          agrees,
                          softDisagreement,
                          hardDisagreement};
    const auto append = [&](const auto& table) {
        for (const auto& row : table.rows) {
            const Code& code = row.second;
            const auto isKnown = [&](const Code& other) { return other.isSame(code); };
            if (code.scheme == privateScheme && std::none_of(all.begin(), all.end(), isKnown))
                all.push_back(code);
        }
    };
    append(gradeCodes());
    append(sideStateCodes());
    append(contactCodes());
    append(contributoryCodes());
    append(meyerdingCodes());
    append(etiologyCodes());
    append(transitionCodes());
    append(castellviCodes());
    append(countedFromCodes());
    append(certaintyCodes());
    return all;
}

} // namespace grading
