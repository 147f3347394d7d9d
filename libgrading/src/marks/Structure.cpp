#include "grading/marks/Structure.h"

namespace grading {

std::string_view name(Structure structure)
{
    switch (structure) {
    case Structure::NerveRoot:
        return "nerve root";
    case Structure::PerineuralFat:
        return "perineural fat";
    case Structure::ForamenOutline:
        return "foramen outline";
    }
    return {};
}

std::string_view key(Structure structure)
{
    switch (structure) {
    case Structure::NerveRoot:
        return "nerveRoot";
    case Structure::PerineuralFat:
        return "perineuralFat";
    case Structure::ForamenOutline:
        return "foramenOutline";
    }
    return {};
}

} // namespace grading
