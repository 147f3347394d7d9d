#pragma once

#include "grading/reading/Session.h"
#include "grading/store/Store.h"

namespace grading {

/// Keeps every step of a session in the store. The store must outlive it.
[[nodiscard]] Session::Journal journalIn(Store& store);

/// The session at a reader's stored reading of a study: each step is in the store before it counts. NotFound.
[[nodiscard]] Result<Session> openSession(Store& store, const Uid& study, const std::string& readerName,
                                          const ReadingChoice& choice = {});

} // namespace grading
