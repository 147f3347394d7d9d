#pragma once

#include <cmath>
#include <string>

namespace grading {

/// A displacement or direction in the patient: +x to the patient's left, +y to the back, +z to the head (DICOM's LPS),
/// in mm, or without unit when it is a direction.
struct PatientVector {
    double x = 0;
    double y = 0;
    double z = 0;

    bool operator==(const PatientVector&) const = default;
    friend constexpr PatientVector operator+(PatientVector a, PatientVector b)
    {
        return {a.x + b.x, a.y + b.y, a.z + b.z};
    }
    friend constexpr PatientVector operator-(PatientVector a, PatientVector b)
    {
        return {a.x - b.x, a.y - b.y, a.z - b.z};
    }
    friend constexpr PatientVector operator*(PatientVector a, double f) { return {a.x * f, a.y * f, a.z * f}; }
    friend constexpr PatientVector operator*(double f, PatientVector a) { return a * f; }
    constexpr PatientVector operator-() const { return {-x, -y, -z}; }
};

[[nodiscard]] constexpr double dot(PatientVector a, PatientVector b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
[[nodiscard]] constexpr PatientVector cross(PatientVector a, PatientVector b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
[[nodiscard]] inline double length(PatientVector a)
{
    return std::sqrt(dot(a, a));
}

/// The same direction with length 1; the zero vector stays zero.
[[nodiscard]] inline PatientVector normalized(PatientVector a)
{
    const double size = length(a);
    return size > 0 ? a * (1 / size) : a;
}

/// A place in the patient, LPS, mm, in one frame of reference.
struct PatientPoint {
    double x = 0;
    double y = 0;
    double z = 0;

    bool operator==(const PatientPoint&) const = default;
    friend constexpr PatientPoint operator+(PatientPoint p, PatientVector v)
    {
        return {p.x + v.x, p.y + v.y, p.z + v.z};
    }
    friend constexpr PatientPoint operator-(PatientPoint p, PatientVector v)
    {
        return {p.x - v.x, p.y - v.y, p.z - v.z};
    }
    friend constexpr PatientVector operator-(PatientPoint a, PatientPoint b)
    {
        return {a.x - b.x, a.y - b.y, a.z - b.z};
    }
};

namespace patient {
inline constexpr PatientVector left{1, 0, 0};
inline constexpr PatientVector right{-1, 0, 0};
inline constexpr PatientVector anterior{0, -1, 0};
inline constexpr PatientVector posterior{0, 1, 0};
inline constexpr PatientVector superior{0, 0, 1};
inline constexpr PatientVector inferior{0, 0, -1};
} // namespace patient

/// The direction's letters as a viewer prints them at an image edge, the strongest first: "A", "AH", "LP".
/// L R = left right, A P = anterior posterior, H F = head foot (DICOM PS3.3 C.7.6.1.1.1). A second (third) letter
/// appears when that component is at least a quarter of the whole.
[[nodiscard]] std::string orientationLetters(PatientVector direction);

} // namespace grading
