#include "phantom/Scan.h"

namespace grading::phantom {

Stack sagittalStack(const Options& options)
{
    Stack stack;
    stack.rowDirection = {0, 1, 0};
    stack.columnDirection = {0, 0, -1};
    stack.slices = 17;
    stack.columns = 448;
    stack.rows = 448;
    double firstY = -160;
    double firstZ = 126;
    if (options.small) {
        stack.pixel = 0.75;
        stack.columns = 184;
        stack.rows = 304;
        firstY = -52;
        firstZ = 90;
    }
    // The first slice is the leftmost one: row × column points to the patient's right.
    stack.origin = {stack.spacing * (stack.slices - 1) / 2, firstY + stack.pixel / 2, firstZ - stack.pixel / 2};
    return stack;
}

std::vector<Stack> axialStacks(const Anatomy& anatomy, const Options& options)
{
    std::vector<Stack> stacks;
    const Spine& spine = anatomy.spine();
    for (const Disc& disc : spine.discs) {
        if (spine.bones[disc.upper].name.region != grading::Region::Lumbar)
            continue;
        Stack stack;
        const Vec3 centre = anatomy.curve().toPatient(disc.frame.origin);
        const double roll = std::atan(anatomy.curve().slope(centre.z)); // the disc's tilt seen from the front
        const Vec3 across{std::cos(roll), 0, -std::sin(roll)};
        const Vec3 up = disc.frame.up();
        const Vec3 tiltedUp{std::sin(roll) * up.z, up.y, std::cos(roll) * up.z};
        stack.rowDirection = across;
        stack.columnDirection = cross(tiltedUp, across);
        stack.columnDirection = (1 / length(stack.columnDirection)) * stack.columnDirection;
        stack.slices = 4;
        stack.pixel = options.small ? 0.9 : 0.625;
        stack.columns = options.small ? 144 : 320;
        stack.rows = options.small ? 120 : 320;
        const double left = -(stack.columns - 1) / 2.0 * stack.pixel;
        const double front = -0.62 * (stack.rows - 1) * stack.pixel + 15;
        stack.origin =
            centre + left * stack.rowDirection + front * stack.columnDirection - 1.5 * stack.spacing * stack.normal();
        stacks.push_back(stack);
    }
    return stacks;
}

} // namespace grading::phantom
