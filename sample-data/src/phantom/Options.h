#pragma once

#include <cstdint>
#include <string>

namespace grading::phantom {

enum class Variant {
    Default,   ///< Five lumbar vertebrae, straight, moderate noise.
    SixLumbar, ///< L6 between L5 and S1: twelve lumbar foramina, six axial stacks.
    Scoliosis, ///< A lateral curve of about 15 degrees, convex to the patient's left at L2-L3.
    Noisy,     ///< The default spine with three times the noise.
};

/// What to make. The same options give the same bytes.
struct Options {
    Variant variant = Variant::Default;
    std::uint64_t seed = 1;     ///< Textures, noise and small variations of shape.
    bool chemicalShift = false; ///< Fat displaced by 1.5 pixels along the frequency-encoding direction.
    double noise = 2.0;         ///< Rician sigma where fat in T1 has signal 100, before the variant's factor.
    bool small = false;         ///< Coarser pixels and fewer samples, cropped to the spine: for tests.
    bool varied = false; ///< Grades, patterns, sizes, posture and noise drawn by the seed; each seed is a patient.
};

} // namespace grading::phantom
