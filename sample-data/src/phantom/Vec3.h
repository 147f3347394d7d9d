#pragma once

#include <algorithm>
#include <cmath>

namespace grading::phantom {

/// A point or direction in millimetres. In patient space x runs to the left, y to the back, z to the head (LPS);
/// in a `Frame`'s local space x is lateral (to the left), y backwards, z upwards along the bone.
struct Vec3 {
    double x = 0;
    double y = 0;
    double z = 0;
};

inline Vec3 operator+(Vec3 a, Vec3 b)
{
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}
inline Vec3 operator-(Vec3 a, Vec3 b)
{
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
inline Vec3 operator*(double k, Vec3 a)
{
    return {k * a.x, k * a.y, k * a.z};
}
inline double dot(Vec3 a, Vec3 b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
inline double length(Vec3 a)
{
    return std::sqrt(dot(a, a));
}
inline Vec3 cross(Vec3 a, Vec3 b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

inline double square(double v)
{
    return v * v;
}
/// Length of a plane vector; nothing here comes near overflow, which std::hypot spends its time on.
inline double planeLength(double a, double b)
{
    return std::sqrt(a * a + b * b);
}
inline double cube(double v)
{
    return v * v * v;
}
inline double mix(double a, double b, double t)
{
    return a + (b - a) * t;
}

/// 0 below `from`, 1 above `to`, smooth between.
inline double ramp(double from, double to, double v)
{
    const double t = std::clamp((v - from) / (to - from), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

/// The smaller of two distances with a fillet of about `k` mm where they meet.
inline double smoothMin(double a, double b, double k)
{
    const double h = std::max(k - std::abs(a - b), 0.0) / k;
    return std::min(a, b) - h * h * k * 0.25;
}

inline double smoothMax(double a, double b, double k)
{
    return -smoothMin(-a, -b, k);
}

/// Distance to the line between two points.
inline double segmentDistance(Vec3 p, Vec3 a, Vec3 b)
{
    const Vec3 ab = b - a;
    const double t = std::clamp(dot(p - a, ab) / dot(ab, ab), 0.0, 1.0);
    return length(p - a - t * ab);
}

/// A position and a tilt in the sagittal plane. Pitch in radians; positive when the upper end leans backwards.
struct Frame {
    Frame() = default;
    Frame(Vec3 at, double tilt) : origin(at), pitch(tilt), c(std::cos(tilt)), s(std::sin(tilt)) {}

    [[nodiscard]] Vec3 toLocal(Vec3 p) const
    {
        const Vec3 d = p - origin;
        return {d.x, d.y * c - d.z * s, d.y * s + d.z * c};
    }
    [[nodiscard]] Vec3 toModel(Vec3 q) const { return origin + Vec3{q.x, q.y * c + q.z * s, -q.y * s + q.z * c}; }
    [[nodiscard]] Vec3 up() const { return {0, s, c}; }
    [[nodiscard]] Vec3 back() const { return {0, c, -s}; }

    Vec3 origin;
    double pitch = 0;
    double c = 1;
    double s = 0;
};

} // namespace grading::phantom
