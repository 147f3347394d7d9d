#include "grading/base/Error.h"

#include "grading/base/Issue.h"

namespace grading {

namespace {

void appendOneLine(std::string& out, const std::string& part)
{
    for (const char c : part)
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
}

} // namespace

std::string Error::message() const
{
    std::string text;
    appendOneLine(text, subject);
    if (!subject.empty())
        text += ": ";
    appendOneLine(text, what);
    if (!advice.empty()) {
        text += "; ";
        appendOneLine(text, advice);
    }
    return text;
}

std::string_view name(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return "info";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        return "error";
    }
    return "error";
}

} // namespace grading
