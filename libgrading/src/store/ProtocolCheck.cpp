#include "ProtocolCheck.h"

#include <algorithm>

namespace grading {

namespace {

bool isMarked(const ForamenReading& record, Structure structure)
{
    if (structure == Structure::PerineuralFat && record.noFatSeen)
        return true;
    return std::ranges::any_of(record.marks,
                               [&](const StackMarks& marks) { return marks.labels.count(structure) > 0; });
}

} // namespace

Result<void> checkComplete(const Protocol& protocol, const Reading& reading)
{
    if (reading.scheme != protocol.scheme)
        return fail(ErrorCode::Refused, reading.scheme, "isn't the project's scheme, " + protocol.scheme);
    for (const auto& foramen : protocol.foramina) {
        const auto* record = reading.find(foramen);
        if (record == nullptr || !record->isComplete())
            return fail(ErrorCode::Refused, foramen.title(), "isn't graded, which the project asks for",
                        "grade it or say why it isn't gradable");
        if (record->notGradable)
            continue;
        for (const auto structure : protocol.structures) {
            if (!isMarked(*record, structure))
                return fail(ErrorCode::Refused, foramen.title(),
                            "has no marked " + std::string(name(structure)) + ", which the project asks for",
                            "mark it");
        }
    }
    return {};
}

} // namespace grading
