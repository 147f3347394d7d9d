#pragma once

#include "ReadingSamples.h"

#include "grading/reading/Words.h"

#include <algorithm>
#include <random>

namespace grading::samples {

/// Any reading that a reader could make, from a seed.
class RandomReading {
    // Before its uses: its return type is deduced.
    template <class Make>
    auto maybe(Make make)
    {
        using Value = decltype(make());
        return flip() ? std::optional<Value>() : std::optional<Value>(make());
    }

public:
    explicit RandomReading(unsigned seed) : m_random(seed) {}

    Reading reading()
    {
        Reading reading = emptyReading();
        reading.id = Uid("2.25." + std::to_string(1 + below(1'000'000)));
        reading.study.patientName = text();
        reading.study.description = text();
        reading.reader.role = ReaderRole(below(3));
        if (flip())
            reading.setScheme(ownScheme());
        else
            reading.scheme = flip() ? "document" : "lee-2010";
        reading.numbering = {11 + below(3),
                             4 + below(3),
                             SpineNumbering::Transition(below(3)),
                             SpineNumbering::Castellvi(below(5)),
                             SpineNumbering::CountedFrom(below(6)),
                             flip()};
        for (int i = below(4); i > 0; --i)
            reading.symptoms.push_back(text());
        reading.indication = text();
        for (int i = below(4); i > 0; --i)
            reading.seriesUsed.emplace_back("2.25." + std::to_string(1 + below(1000)));
        for (int i = below(8); i > 0; --i) {
            auto record = foramenReading();
            if (!record.isUntouched())
                reading.foramina[anyForamen(reading)] = std::move(record);
        }
        reading.revision = 1 + below(5);
        if (flip()) {
            reading.status = ReadingStatus::Signed;
            reading.signedAt = Timestamp(std::chrono::milliseconds(1'700'000'000'000 + below(1'000'000'000)));
        }
        reading.levelPlaces = levelPlaces(reading.numbering);
        return reading;
    }

    ForamenReading foramenReading()
    {
        ForamenReading record;
        for (auto& side : record.findings.sides)
            side = maybe([&] { return SideState(below(3)); });
        record.findings.root = maybe([&] { return RootMorphology(below(4)); });
        for (int i = below(3); i > 0; --i)
            record.findings.notes.push_back(text());
        record.contact = maybe([&] { return RootContact(below(4)); });
        record.noFatSeen = flip();
        if (flip())
            record.grade = Grade::from(below(4));
        else
            record.notGradable = maybe([&] { return "x" + text(); });
        record.confidence = maybe([&] { return Confidence(below(3)); });
        for (const auto finding : allContributoryFindings) {
            if (below(4) == 0)
                record.contributory.insert(finding);
        }
        if (record.contributory.contains(ContributoryFinding::Spondylolisthesis))
            record.meyerding = maybe([&] { return 1 + below(5); });
        for (const auto etiology : allEtiologies) {
            if (below(4) == 0)
                record.etiology.insert(etiology);
        }
        record.imageQuality = text();
        record.disagreementReason = text();
        record.decisionReason = text();
        record.comment = text();
        record.timeSpent = std::chrono::milliseconds(below(10'000'000));
        for (int i = below(3); i > 0; --i)
            record.marks.push_back(marks("2.25.5." + std::to_string(i) + "#" + std::to_string(1 + below(3))));
        return record;
    }

    /// A command on one of the ten lumbar foramina; it may change nothing.
    Command command()
    {
        const auto foramina = SpineNumbering{}.foramina(Region::Lumbar);
        const auto at = foramina[std::size_t(below(int(foramina.size())))];
        switch (below(8)) {
        case 0:
            return commands::setGrade(at, Grade::from(below(5) - 1));
        case 1:
            return commands::setNotGradable(at, maybe([&] { return "x" + text(); }));
        case 2:
            return commands::setSide(at, allDirections[std::size_t(below(4))],
                                     maybe([&] { return SideState(below(3)); }));
        case 3:
            return commands::setRoot(at, maybe([&] { return RootMorphology(below(4)); }));
        case 4:
            return commands::edit(at, "Comment", [comment = text()](ForamenReading& r) { r.comment = comment; });
        case 5:
            return below(4) == 0 ? commands::clearMarks(at) : commands::setNoFatSeen(at, flip());
        default:
            return commands::mark("Brush", target(at, below(5)), pixels(64, 64), allStructures[std::size_t(below(3))],
                                  PaintMode(below(3)));
        }
    }

    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }
    bool flip() { return below(2) == 0; }

private:
    double real(double lowest, double highest)
    {
        return std::uniform_real_distribution<double>(lowest, highest)(m_random);
    }

    std::string text()
    {
        static const std::vector<std::string> pieces{"",     "a",         "\"",  "\\", "\n", "Ünï",
                                                     "腰椎", "</script>", "\t",  "0",  "é",  "; DROP TABLE readings",
                                                     "'",    "😀",         "\x01"};
        std::string text;
        for (int i = below(5); i > 0; --i)
            text += pieces[std::size_t(below(int(pieces.size())))];
        return text;
    }

    Foramen anyForamen(const Reading& reading)
    {
        const auto levels = reading.numbering.levels();
        return {levels[std::size_t(below(int(levels.size())))], flip() ? Side::Left : Side::Right};
    }

    /// In two frames of reference and where images have none, from the head downwards; some points fit single
    /// precision, most don't.
    std::vector<LevelPlace> levelPlaces(const SpineNumbering& numbering)
    {
        std::vector<LevelPlace> places;
        double height = 400;
        for (const auto& level : numbering.levels()) {
            height -= 1 + below(100) / 8.0;
            for (const auto* frame : {"2.25.77.9", "2.25.88", ""}) {
                const PatientPoint point{flip() ? 0.5 : real(-200, 200), below(400) / 4.0, height};
                if (below(12) == 0)
                    places.push_back({level, point, Uid(frame)});
            }
        }
        std::shuffle(places.begin(), places.end(), m_random);
        return places;
    }

    VolumeGeometry geometry(int columns, int rows, int slices)
    {
        const PatientVector row = normalized({real(-1, 1), real(-1, 1), real(-1, 1)});
        const PatientVector column = normalized(cross(row, {real(-1, 1), real(-1, 1), 2}));
        return *VolumeGeometry::make({real(-200, 200), real(-200, 200), real(-200, 200)}, row, column, {real(0.3, 1.2)},
                                     {real(0.3, 1.2)}, {real(1, 6)}, columns, rows, slices);
    }

    PixelSet pixels(int columns, int rows)
    {
        std::vector<PixelSpan> spans;
        for (int i = below(6); i > 0; --i) {
            const int begin = below(columns - 1);
            spans.push_back({below(rows), begin, begin + 1 + below(columns - begin)});
        }
        return PixelSet(std::move(spans));
    }

    StackMarks marks(const std::string& stack)
    {
        const int columns = 2 + below(40);
        const int rows = 2 + below(40);
        const int slices = 1 + below(20);
        StackMarks marks;
        marks.stackId = stack;
        marks.frameOfReference = Uid("2.25." + std::to_string(1 + below(1000)));
        marks.geometry = geometry(columns, rows, slices);
        marks.labels = LabelMap(columns, rows, slices);
        for (int i = below(6); i > 0; --i)
            marks.labels =
                marks.labels.painted(below(slices), pixels(columns, rows), allStructures[std::size_t(below(3))]);
        marks.gradedSlice = below(slices);
        if (flip())
            marks.pedicleLine = {{real(-9, 9), real(-9, 9), real(-9, 9)}, {real(-9, 9), real(-9, 9), real(-9, 9)}};
        marks.algorithm = text();
        return marks;
    }

    std::mt19937 m_random;
};

} // namespace grading::samples
