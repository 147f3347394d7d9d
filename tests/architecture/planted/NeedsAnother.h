#pragma once

/// Planted: a header that forgets <string> must not compile alone.
struct NeedsAnother {
    std::string name;
};
