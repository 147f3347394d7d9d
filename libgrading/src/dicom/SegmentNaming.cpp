#include "SegmentNaming.h"

#include "SegmentNames.h"

#include <fmt/format.h>

#include <algorithm>

namespace grading {

namespace {

SegmentContent contentOf(Structure structure)
{
    if (structure == Structure::PerineuralFat)
        return SegmentContent::Fat;
    return structure == Structure::NerveRoot ? SegmentContent::NerveRoot : SegmentContent::Foramen;
}

std::string listOf(const Segmentation& marks)
{
    std::string list;
    for (const auto& segment : marks.segments) {
        list += (list.empty() ? "" : ", ") + std::to_string(segment.number) + " '" + segment.label + "'";
        if (list.size() > 200)
            return list + ", …";
    }
    return list;
}

/// Says which foramen and structure each segment is; what isn't said is left out.
class Naming {
public:
    Naming(Segmentation& marks, std::string file, Issues& issues)
        : m_marks(marks), m_file(std::move(file)), m_issues(issues)
    {}

    Result<void> byMap(const SegmentMap& map)
    {
        for (const auto& entry : map.entries) {
            const auto isMeant = [&](const Segment& segment) { return entry.means(segment); };
            if (std::ranges::none_of(m_marks.segments, isMeant))
                return fail(ErrorCode::NotFound, m_file,
                            "has no segment " +
                                (entry.number ? std::to_string(*entry.number) : "'" + entry.label + "'") +
                                ", which the map names",
                            "its segments are " + listOf(m_marks));
        }
        for (auto& segment : m_marks.segments) {
            const auto isMeant = [&](const SegmentMap::Entry& entry) { return entry.means(segment); };
            const auto entry = std::ranges::find_if(map.entries, isMeant);
            segment.foramen.reset();
            if (entry == map.entries.end())
                remark(Severity::Warning, "segment-left-out", segment, "The map doesn't name it; it is left out.");
            else if (entry->foramen)
                take(segment, *entry->foramen, contentOf(entry->structure));
        }
        return {};
    }

    /// One foramen's marks: by their codes or labels, in a label image by the values of `grade --marks`.
    Result<void> asOne(const Foramen& foramen, bool isLabelImage)
    {
        for (auto& segment : m_marks.segments) {
            auto content = contentSaid(segment);
            if (isLabelImage && segment.number <= 3)
                content = contentOf(static_cast<Structure>(segment.number));
            segment.foramen.reset();
            if (content)
                take(segment, foramen, *content);
            else
                remark(Severity::Warning, "segment-left-out", segment,
                       "It is neither nerve root, fat nor foramen; it is left out.");
        }
        return {};
    }

    Result<void> bySayings()
    {
        for (auto& segment : m_marks.segments) {
            const auto content = contentSaid(segment);
            const auto foramen = foramenSaid(segment);
            if (!content || !foramen)
                return fail(ErrorCode::Unsupported, m_file,
                            fmt::format("segment {} ('{}') doesn't say which foramen and structure it is",
                                        segment.number, segment.label),
                            "say it in a map (--map; `show --map FILE` prints one to fill in) or with --foramen");
            const bool isCoded = segment.content && segment.foramen;
            take(segment, *foramen, *content);
            if (!isCoded)
                remark(Severity::Info, "taken-by-label", segment,
                       fmt::format("Taken as {} of {}.", name(structureOf(*content)), foramen->title()));
        }
        return {};
    }

private:
    static Structure structureOf(SegmentContent content)
    {
        if (content == SegmentContent::Fat)
            return Structure::PerineuralFat;
        return content == SegmentContent::NerveRoot ? Structure::NerveRoot : Structure::ForamenOutline;
    }

    static void take(Segment& segment, const Foramen& foramen, SegmentContent content)
    {
        segment.foramen = foramen;
        segment.content = content;
    }

    void remark(Severity severity, const std::string& code, const Segment& segment, const std::string& text)
    {
        m_issues.push_back(
            {severity, code, m_file, fmt::format("Segment {} ('{}'): {}", segment.number, segment.label, text)});
    }

    Segmentation& m_marks;
    std::string m_file;
    Issues& m_issues;
};

} // namespace

Result<void> nameSegments(Segmentation& marks, const std::string& file, const MarksRequest& request, Issues& issues)
{
    Naming naming(marks, file, issues);
    if (request.map)
        return naming.byMap(*request.map);
    if (request.foramen)
        return naming.asOne(*request.foramen, isLabelImage(file));
    return naming.bySayings();
}

} // namespace grading
