#include "Escape.h"
#include "HtmlStyle.h"
#include "grading/report/Figures.h"
#include "grading/report/Tables.h"
#include "grading/report/Writers.h"

#include <fmt/format.h>

namespace grading::report {

namespace {

std::string base64(const std::string& bytes)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) {
            return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
        };
        const unsigned bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        text += digits[bits >> 18];
        text += digits[bits >> 12 & 63];
        text += i + 1 < bytes.size() ? digits[bits >> 6 & 63] : '=';
        text += i + 2 < bytes.size() ? digits[bits & 63] : '=';
    }
    return text;
}

std::string factList(const std::vector<Fact>& facts, const std::string& attributes = {})
{
    std::string html = "<dl" + attributes + ">";
    for (const auto& fact : facts)
        html += "<dt>" + escaped(fact.label) + "</dt><dd>" + escaped(fact.value) + "</dd>\n";
    return html + "</dl>";
}

std::string chip(Grade grade)
{
    return fmt::format("<span class=\"chip g{0}\">{0}</span>", grade.digit());
}

std::string headHtml(const Report& report)
{
    return fmt::format("<header class=\"head\"><div><p class=\"kicker\">MRI grading report</p><h1>{}</h1></div>"
                       "<p class=\"seal {}\">{}</p></header>\n",
                       escaped(report.title), report.isSigned ? "signed" : "draft", escaped(report.signature));
}

std::string factsHtml(const Report& report)
{
    std::string html = "<section class=\"facts\">" + factList(patientFacts(report)) + factList(studyFacts(report)) +
                       factList(readerFacts(report)) + "</section>\n";
    if (!report.indication.empty())
        html += "<p class=\"indication\"><b>Indication</b>" + escaped(report.indication) + "</p>\n";
    return html;
}

std::string gradeKeyHtml()
{
    std::string html = "<div class=\"key\">";
    for (const auto grade : allGrades())
        html += chip(grade) + "<span>" + escaped(grade.definition()) + "</span>";
    return html + "</div>";
}

/// "Severe narrowing (Grade 3): …" with its beginning in bold.
std::string sentenceHtml(const std::string& sentence)
{
    const auto colon = sentence.find(':');
    if (colon == std::string::npos)
        return escaped(sentence);
    return "<b>" + escaped(sentence.substr(0, colon)) + "</b>" + escaped(sentence.substr(colon));
}

std::string overviewHtml(const Report& report)
{
    std::string html = "<section class=\"overview\"><div class=\"spine\">" + toSvg(drawSpine(report)) + gradeKeyHtml() +
                       "</div>\n<div><h2>Impression</h2><ul class=\"impression\">";
    for (const auto& sentence : report.impression)
        html += "<li>" + sentenceHtml(sentence) + "</li>\n";
    html += "</ul>";
    if (!report.contradictions.empty()) {
        html += "<div class=\"alert\"><h3>Grade and findings contradict each other</h3>";
        for (const auto& sentence : report.contradictions)
            html += "<p>" + escaped(sentence) + "</p>";
        html += "</div>";
    }
    return html + "</div></section>\n";
}

std::string cellHtml(const Table::Cell& cell, const Table::Column& column)
{
    std::string classes = column.isNumber ? "num" : "";
    if (cell.isStrong)
        classes += " strong";
    if (cell.isWarning)
        classes += " warning";
    std::string html = classes.empty() ? "<td>" : "<td class=\"" + classes + "\">";
    if (cell.grade)
        html += chip(*cell.grade);
    return html + escaped(cell.text) + "</td>";
}

std::string tableHtml(const Table& table)
{
    if (table.rows.empty())
        return {};
    std::string html = "<section><h2>" + escaped(table.title) + "</h2><div class=\"wide\"><table><thead><tr>";
    for (const auto& column : table.columns)
        html += std::string(column.isNumber ? "<th class=\"num\">" : "<th>") + escaped(column.title) + "</th>";
    html += "</tr></thead><tbody>\n";
    for (const auto& row : table.rows) {
        html += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            html += cellHtml(row[i], table.columns[i]);
        html += "</tr>\n";
    }
    html += "</tbody></table></div>";
    if (!table.note.empty())
        html += "<p class=\"note\">" + escaped(table.note) + "</p>";
    return html + "</section>\n";
}

std::string commentsHtml(const Report& report)
{
    const auto facts = comments(report);
    return facts.empty() ? std::string{}
                         : "<section><h2>Comments</h2>" + factList(facts, " class=\"comments\"") + "</section>\n";
}

std::string pictureHtml(const KeyImage& image, bool withMarks)
{
    const std::string picture = fmt::format("<image width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" "
                                            "href=\"data:image/png;base64,{}\"/>",
                                            image.width, image.height, base64(toPng(image)));
    return "<div class=\"pane pic\">" + toSvg(drawOverKeyImage(image, withMarks), picture) + "<p>" +
           escaped(withMarks ? "Marks outlined" : image.caption) + "</p></div>\n";
}

std::string caseHtml(const Report::Row& row)
{
    std::string html = "<article class=\"case\"><h3>" + escaped(row.foramen.title());
    html += " <span class=\"root\">nerve root " + escaped(row.nerveRoot) + "</span> ";
    html += row.grade ? chip(*row.grade) + escaped(row.grade->severity()) : escaped(row.verdict);
    html += "</h3><div class=\"panes\">";
    if (row.image)
        html += pictureHtml(*row.image, false) + pictureHtml(*row.image, true);
    if (row.rose)
        html += "<div class=\"pane\">" + toSvg(drawFatRose(*row.rose)) + "<p>Fat rose, circles every 5 mm</p></div>\n";
    return html + "<div class=\"pane\">" + factList(pictureFacts(row)) + "</div></div></article>\n";
}

/// The three lines by which the structures are told apart.
std::string lineKeyHtml()
{
    const auto line = [](const char* colour, const char* dashes, const char* words) {
        return fmt::format("<span><svg viewBox=\"0 0 26 8\"><path d=\"M2 4H24\" stroke=\"{}\" stroke-width=\"2.4\" "
                           "stroke-linecap=\"{}\" stroke-dasharray=\"{}\"/></svg>{}</span>",
                           colour, std::string_view(dashes).substr(0, 2) == "0." ? "round" : "butt", dashes, words);
    };
    return "<p class=\"lines\">" + line("#e69f00", "none", "nerve root") + line("#56b4e9", "6 3.5", "perineural fat") +
           line("#009e73", "0.1 4.6", "foramen") +
           "<span>Ring of the rose: blue where a ray meets fat, red where it "
           "doesn’t. S I A P as they lie in the image.</span></p>";
}

std::string picturesHtml(const Report& report)
{
    std::string cases;
    for (const auto* row : report.rows()) {
        if (row->rose || row->image)
            cases += caseHtml(*row);
    }
    return cases.empty()
               ? std::string{}
               : "<section class=\"pictures\"><h2>Marked foramina</h2>" + lineKeyHtml() + cases + "</section>\n";
}

std::string endHtml(const Report& report)
{
    std::string html = "<section><h2>Method</h2>" + factList(methodFacts(report), " class=\"method\"") + "</section>\n";
    if (!report.issues.empty()) {
        html += "<section><h2>Remarks on images and measurements</h2><ul class=\"issues\">";
        for (const auto& issue : report.issues)
            html += "<li>" + escaped(issue.where.empty() ? issue.text : issue.where + ": " + issue.text) + "</li>";
        html += "</ul></section>\n";
    }
    return html + "<p class=\"disclaimer\">" + escaped(report.disclaimer) + "</p>\n";
}

} // namespace

std::string toHtml(const Report& report)
{
    std::string html = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>"
                       "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'; img-src data:\"/>\n<title>";
    html += escaped(report.title + ", " + report.patientName) + "</title>\n<style>" + std::string(htmlStyle()) +
            "</style></head>\n<body>\n";
    html += headHtml(report) + factsHtml(report) + overviewHtml(report) + tableHtml(findingsTable(report)) +
            commentsHtml(report) + tableHtml(techniqueTable(report)) + picturesHtml(report) +
            tableHtml(measuresTable(report)) + endHtml(report);
    return html + "</body></html>\n";
}

} // namespace grading::report
