#pragma once

namespace grading::phantom {

/// What one point in space gives to both sequences, in units where subcutaneous fat in T1 is 100. Water and fat stay
/// apart because the chemical shift displaces fat alone.
struct Signal {
    double t1Water = 0;
    double t1Fat = 0;
    double t2Water = 0;
    double t2Fat = 0;
};

inline Signal water(double t1, double t2)
{
    return {t1, 0, t2, 0};
}

inline Signal operator*(double k, Signal s)
{
    return {k * s.t1Water, k * s.t1Fat, k * s.t2Water, k * s.t2Fat};
}
inline Signal operator+(Signal a, Signal b)
{
    return {a.t1Water + b.t1Water, a.t1Fat + b.t1Fat, a.t2Water + b.t2Water, a.t2Fat + b.t2Fat};
}
inline Signal blend(Signal a, Signal b, double t)
{
    return (1 - t) * a + t * b;
}

/// Signals of lumbar tissues on T1 (TR 550, TE 10) and T2 (TR 3500, TE 102) spin echo.
namespace tissue {
inline constexpr Signal air{};
inline constexpr Signal fat{0, 100, 0, 74};
inline constexpr Signal marrow{27, 45, 14, 26}; ///< T1 72, T2 40; varied from vertebra to vertebra.
inline constexpr Signal cortex{3, 0, 3, 0};
inline constexpr Signal ligament{3, 0, 3, 0};
inline constexpr Signal nerve{42, 0, 33, 0};
inline constexpr Signal cord{46, 0, 44, 0};
inline constexpr Signal csf{20, 0, 100, 0};
inline constexpr Signal nucleus{42, 0, 65, 0};
inline constexpr Signal annulus{30, 0, 9, 0};
inline constexpr Signal degenerated{40, 0, 13, 0};
inline constexpr Signal muscle{40, 0, 13, 0};
inline constexpr Signal cartilage{36, 0, 30, 0};
inline constexpr Signal flowVoid{7, 0, 4, 0};
inline constexpr Signal skin{38, 0, 16, 0};
inline constexpr Signal bowel{36, 0, 34, 0};
inline constexpr Signal kidney{40, 0, 62, 0};
} // namespace tissue

} // namespace grading::phantom
