#pragma once

#include <stop_token>

namespace foragrade {

/// Must be called before any thread is started: SIGINT and SIGTERM then ask the work to stop; a second one ends the
/// program at once.
void watchForInterrupt();

/// Asked to stop once the user pressed Ctrl-C.
[[nodiscard]] std::stop_token interruptToken();

} // namespace foragrade
