#include "grading/anatomy/SpineNumbering.h"

#include <algorithm>

namespace grading {

std::optional<Vertebra> SpineNumbering::below(const Vertebra& vertebra) const
{
    const auto next = [&](int last, Region following) -> std::optional<Vertebra> {
        if (vertebra.number > last)
            return std::nullopt;
        return vertebra.number < last ? Vertebra{vertebra.region, vertebra.number + 1} : Vertebra{following, 1};
    };
    switch (vertebra.region) {
    case Region::Cervical:
        return next(7, Region::Thoracic);
    case Region::Thoracic:
        return next(thoracic, Region::Lumbar);
    case Region::Lumbar:
        return next(lumbar, Region::Sacral);
    case Region::Sacral:
        return next(5, Region::Coccygeal);
    case Region::Coccygeal:
        return std::nullopt;
    }
    return std::nullopt;
}

std::vector<Level> SpineNumbering::levels() const
{
    std::vector<Level> levels;
    std::optional<Vertebra> vertebra = Vertebra{Region::Cervical, 2};
    while (vertebra && vertebra->region != Region::Coccygeal) {
        const auto lower = below(*vertebra);
        if (vertebra->region == Region::Sacral && vertebra->number <= 4)
            levels.push_back({*vertebra, *vertebra});
        else if (lower)
            levels.push_back({*vertebra, *lower});
        vertebra = lower;
    }
    return levels;
}

bool SpineNumbering::has(const Level& level) const
{
    const auto all = levels();
    return std::find(all.begin(), all.end(), level) != all.end();
}

std::vector<Foramen> SpineNumbering::foramina(Region region) const
{
    std::vector<Foramen> foramina;
    for (const auto& level : levels()) {
        if (level.region() == region) {
            foramina.push_back({level, Side::Right});
            foramina.push_back({level, Side::Left});
        }
    }
    return foramina;
}

} // namespace grading
