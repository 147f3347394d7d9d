// store_writer STORE READER [READER2]: marks one pixel after the other in a stored reading, or in two by turns, and
// prints reader and pixel once the store has confirmed it. Others may write the same reading. Runs until it is killed.

#include "ReadingSamples.h"

#include "grading/store/StoredSession.h"

#include <cstdio>
#include <unistd.h>

using namespace grading;

namespace {

const Foramen l4r = samples::foramen("L4-L5:R");

int markedPixels(const Reading& reading)
{
    const auto* record = reading.find(l4r);
    return record == nullptr ? 0 : static_cast<int>(record->gradedMarks()->labels.count(Structure::NerveRoot));
}

/// False when the store is of no use any more.
bool markNext(Store& store, const std::string& reader)
{
    for (;;) {
        auto session = openSession(store, samples::emptyReading().study.uid, reader);
        if (!session)
            return false;
        const int pixel = markedPixels(session->reading());
        const auto at = samples::target(l4r, pixel / 64 / 64);
        const PixelSet one({{pixel / 64 % 64, pixel % 64, pixel % 64 + 1}});
        const auto done = session->apply(commands::mark("Brush", at, one, Structure::NerveRoot, PaintMode::Replace));
        if (!done && done.error().code == ErrorCode::Conflict)
            continue;
        if (!done)
            return false;
        const auto line = reader + " " + std::to_string(pixel) + "\n";
        return write(STDOUT_FILENO, line.data(), line.size()) > 0;
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3)
        return 2;
    auto store = Store::open(argv[1]);
    if (!store) {
        std::fprintf(stderr, "%s\n", store.error().message().c_str());
        return 1;
    }
    for (int step = 0;; ++step) {
        if (!markNext(*store, argv[2 + step % (argc - 2)]))
            return 1;
    }
}
