#include "phantom/Truth.h"

#include "grading/base/Files.h"
#include "phantom/Nrrd.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace grading::phantom {

namespace {

using Json = nlohmann::ordered_json;

Json point(Vec3 p)
{
    const auto rounded = [](double v) { return std::round(v * 1000) / 1000 + 0.0; };
    return Json::array({rounded(p.x), rounded(p.y), rounded(p.z)});
}

/// "L4-L5_R"
std::string fileStem(const grading::Foramen& foramen)
{
    return foramen.level.name() + "_" + grading::letter(foramen.side);
}

Json sideStates(const ForamenTruth& truth)
{
    Json sides;
    for (std::size_t i = 0; i < sideNames.size(); ++i)
        sides[std::string(sideNames[i])] = truth.lost[i] ? "lost" : "preserved";
    return sides;
}

/// The fat voxel of the graded slice with the most fat around it.
std::optional<Vec3> fatSeed(const std::vector<std::uint8_t>& image, const Stack& stack, int slice)
{
    const std::size_t start = static_cast<std::size_t>(slice) * stack.slicePixels();
    std::optional<Vec3> seed;
    int most = 0;
    for (int row = 2; row + 2 < stack.rows; ++row) {
        for (int column = 2; column + 2 < stack.columns; ++column) {
            const auto label = [&](int c, int r) {
                return image[start + static_cast<std::size_t>(r * stack.columns + c)];
            };
            if (label(column, row) != static_cast<std::uint8_t>(Part::Fat))
                continue;
            int around = 0;
            for (int r = row - 2; r <= row + 2; ++r)
                for (int c = column - 2; c <= column + 2; ++c)
                    around += label(c, r) == static_cast<std::uint8_t>(Part::Fat) ? 1 : 0;
            if (around > most) {
                most = around;
                seed = stack.at(column, row, slice);
            }
        }
    }
    return seed;
}

Json describe(const Anatomy& anatomy, const ForamenShape& foramen, const Stack& stack,
              const std::vector<std::uint8_t>& image)
{
    const ForamenTruth& truth = foramen.truth();
    const auto patient = [&](Vec3 p) { return anatomy.curve().toPatient(p); };
    const int slice = gradedSlice(anatomy, foramen, stack);
    const auto fat = fatSeed(image, stack, slice - 1);
    const auto margins = foramen.pedicleMargins();
    Json json;
    json["foramen"] = truth.foramen.key();
    json["sides"] = sideStates(truth);
    json["root"] = truth.shape == RootShape::Normal ? "normal" : "deformed";
    json["grade"] = truth.grade;
    json["admissible"] = truth.admissibleGrades();
    json["slice"] = slice;
    json["rootCentre"] = point(patient(foramen.centre()));
    json["pedicleMargins"] = {point(patient(margins[0])), point(patient(margins[1]))};
    json["fatSeed"] = fat ? point(*fat) : Json(nullptr);
    json["labels"] = {{"t1", fileStem(truth.foramen) + "_t1.nrrd"}, {"t2", fileStem(truth.foramen) + "_t2.nrrd"}};
    return json;
}

Json levels(const Anatomy& anatomy)
{
    Json json = Json::array();
    const Spine& spine = anatomy.spine();
    for (const Disc& disc : spine.discs) {
        const grading::Level level{spine.bones[disc.upper].name, spine.bones[disc.upper + 1].name};
        if (spine.bones[disc.upper].isSacral())
            continue;
        json.push_back({{"level", level.name()},
                        {"discCentre", point(anatomy.curve().toPatient(disc.frame.origin))},
                        {"discHeight", disc.height},
                        {"degeneration", disc.degeneration}});
    }
    return json;
}

Json vertebrae(const Anatomy& anatomy)
{
    Json json = Json::array();
    for (const Bone& bone : anatomy.spine().bones)
        json.push_back(
            {{"vertebra", bone.name.name()}, {"bodyCentre", point(anatomy.curve().toPatient(bone.frame.origin))}});
    return json;
}

/// Places where one tissue fills at least a few voxels, with its nominal signal before coil, noise and blur.
Json tissueSeeds(const Anatomy& anatomy)
{
    const Spine& spine = anatomy.spine();
    const auto& l3 = spine.bones[spine.indexOf("L3")];
    Json seeds;
    const auto add = [&](const char* name, Vec3 model, Signal s) {
        seeds[name] = {
            {"at", point(anatomy.curve().toPatient(model))}, {"t1", s.t1Water + s.t1Fat}, {"t2", s.t2Water + s.t2Fat}};
    };
    add("marrow", l3.frame.toModel({0, -6, 5}), l3.marrow * tissue::marrow);
    add("csf", l3.frame.toModel({0, l3.back() + 4, 0}), tissue::csf);
    add("nucleus", spine.discs[spine.indexOf("L2")].frame.toModel({0, 0, 2.2}), tissue::nucleus);
    add("muscle", l3.frame.toModel({30, l3.back() + 34, 0}), tissue::muscle);
    return seeds;
}

/// What stands at the lost sides: the phantom draws disc in front and below, flavum and facet behind, bone above.
Json causes(const ForamenTruth& truth)
{
    Json list = Json::array();
    if (truth.lost[Anterior] || truth.lost[Inferior])
        list.push_back("discBulge");
    if (truth.lost[Posterior])
        list.push_back("facetHypertrophy");
    if (truth.lost[Superior])
        list.push_back("osteophyte");
    return list;
}

Json perfectForamen(const ForamenTruth& truth, const std::string& stackId, int slice)
{
    const bool deformed = truth.shape != RootShape::Normal;
    Json one;
    one["foramen"] = truth.foramen.key();
    one["grade"] = truth.grade;
    one["sides"] = sideStates(truth);
    one["root"] = deformed ? "deformed" : "normal";
    one["contact"] = deformed ? "compression" : truth.grade > 0 ? "contact" : "none";
    one["confidence"] = "high";
    one["findings"] = causes(truth);
    one["etiology"] = truth.grade > 0 ? Json::array({"degenerative"}) : Json::array();
    one["marks"] = {{"stack", stackId}, {"file", fileStem(truth.foramen) + "_t2.nrrd"}, {"slice", slice}};
    return one;
}

/// The reading a perfect reader would make, for `foragrade-cli reading apply`.
Json perfectReading(const Anatomy& anatomy, const StudyPlan& study)
{
    Json json;
    json["schema"] = "foragrade/reading/1";
    json["study"] = study.uid;
    json["reader"] = "Phantom^Reader";
    json["organization"] = "Foragrade sample data";
    json["scheme"] = "document";
    json["numbering"] = {{"lumbar", anatomy.spine().numbering.lumbar}, {"certain", true}};
    json["foramina"] = Json::array();
    const Stack& stack = study.series[1].stacks[0];
    for (const ForamenShape& foramen : anatomy.foramina())
        json["foramina"].push_back(
            perfectForamen(foramen.truth(), study.series[1].uid + "#1", gradedSlice(anatomy, foramen, stack)));
    return json;
}

} // namespace

std::vector<std::uint8_t> labels(const Anatomy& anatomy, const ForamenShape& foramen, const Stack& stack)
{
    std::vector<std::uint8_t> image(stack.slicePixels() * static_cast<std::size_t>(stack.slices));
    const Vec3 centre = anatomy.curve().toPatient(foramen.centre());
    std::size_t i = 0;
    for (int slice = 0; slice < stack.slices; ++slice) {
        if (std::abs(dot(stack.at(0, 0, slice) - centre, stack.normal())) > 5) {
            i += stack.slicePixels();
            continue;
        }
        for (int row = 0; row < stack.rows; ++row)
            for (int column = 0; column < stack.columns; ++column, ++i)
                image[i] =
                    static_cast<std::uint8_t>(foramen.part(anatomy.curve().toModel(stack.at(column, row, slice))));
    }
    return image;
}

int gradedSlice(const Anatomy& anatomy, const ForamenShape& foramen, const Stack& stack)
{
    const Vec3 centre = anatomy.curve().toPatient(foramen.centre());
    return 1 + static_cast<int>(std::lround(dot(centre - stack.origin, stack.normal()) / stack.spacing));
}

Result<std::size_t> writeTruth(const std::filesystem::path& folder, const Anatomy& anatomy, const StudyPlan& study,
                               const Options& options)
{
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        return fail(ErrorCode::Io, folder.string(), "cannot be made: " + failure.message(), "check the permissions");
    Json truth{{"schema", "foragrade/phantom-truth/1"},
               {"variant", name(options.variant)},
               {"seed", options.seed},
               {"studyInstanceUid", study.uid},
               {"frameOfReferenceUid", study.frameOfReference},
               {"labels", {{"1", "nerve root"}, {"2", "perineural fat"}, {"3", "rest of the foramen"}}}};
    for (std::size_t i = 0; i < study.series.size(); ++i)
        truth["series"][study.series[i].folder] = study.series[i].uid;
    const Stack& stack = study.series[1].stacks[0];
    std::size_t files = 0;
    for (const ForamenShape& foramen : anatomy.foramina()) {
        const auto image = labels(anatomy, foramen, stack);
        truth["foramina"].push_back(describe(anatomy, foramen, stack, image));
        for (const char* weighting : {"t1", "t2"}) {
            const auto path = folder / (fileStem(foramen.truth().foramen) + "_" + weighting + ".nrrd");
            if (auto done = writeNrrd(path, stack, image); !done)
                return fail(done.error());
            ++files;
        }
    }
    truth["levels"] = levels(anatomy);
    truth["vertebrae"] = vertebrae(anatomy);
    truth["tissueSeeds"] = tissueSeeds(anatomy);
    if (auto done = writeFile(folder / "truth.json", truth.dump(2) + "\n"); !done)
        return fail(done.error());
    if (auto done = writeFile(folder / "reading.json", perfectReading(anatomy, study).dump(2) + "\n"); !done)
        return fail(done.error());
    return files + 2;
}

} // namespace grading::phantom
