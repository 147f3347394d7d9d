#pragma once

#include <QString>

#include <functional>
#include <utility>
#include <vector>

namespace foragrade {

/// Something that has to be answered before it happens, asked in the window's own place.
struct Question {
    QString text;
    std::vector<std::pair<QString, std::function<void()>>> answers; ///< The first is the usual one.
};

} // namespace foragrade
