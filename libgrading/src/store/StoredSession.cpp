#include "grading/store/StoredSession.h"

namespace grading {

Session::Journal journalIn(Store& store)
{
    return [&store](const std::string& name, const Reading& before, const Reading& after) {
        return store.save(name, before, after);
    };
}

Result<Session> openSession(Store& store, const Uid& study, const std::string& readerName, const ReadingChoice& choice)
{
    auto reading = store.load(study, readerName, choice);
    if (!reading)
        return fail(reading.error());
    return Session(std::move(*reading), journalIn(store));
}

} // namespace grading
