#include "StudyOnDisk.h"

#include "ScanCommand.h"
#include "StackArgument.h"
#include "VolumeCommand.h"

#include "grading/dataset/StudyFolder.h"
#include "grading/store/Worklist.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace foragrade {

namespace {

struct StudyArguments : ReadingArguments {
    std::filesystem::path images; ///< Empty: the folder that the store remembers.
    VolumeTarget target;          ///< Of `volume`.

    [[nodiscard]] grading::Uid uid() const { return grading::Uid(study); }
    [[nodiscard]] FileNames names(const grading::Store& opened) const
    {
        return {opened, viewer(), uid(), !images.empty()};
    }
};

void addStudy(CLI::App& command, StudyArguments& arguments)
{
    addReadingKey(command, arguments);
    command.add_option("--images", arguments.images, "Folder of the study's images, if it has moved");
}

grading::Result<StudyOnDisk> imagesFor(const grading::Store& store, const StudyArguments& arguments)
{
    return arguments.images.empty() ? studyOf(store, arguments.viewer(), arguments.uid())
                                    : studyIn(arguments.images, arguments.uid());
}

/// What the study's headers say of the patient, and how its files are called.
void hideIdentity(StudyOnDisk& images)
{
    auto& study = images.catalogue.studies.front();
    study.patientName.clear();
    study.patientId.clear();
    study.date.clear();
    study.description.clear();
    for (auto& series : study.series) {
        for (auto& stack : series.stacks) {
            for (auto& frame : stack.frames)
                frame.file.clear();
        }
    }
}

ExitStatus listStacks(const StudyArguments& arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return failWith(store.error());
    auto images = imagesFor(*store, arguments);
    if (!images)
        return failWith(images.error());
    const auto names = arguments.names(*store);
    auto base = images->folder;
    if (grading::hidesIdentity(*store, arguments.viewer(), arguments.uid()).value_or(true)) {
        hideIdentity(*images);
        base.clear();
    }
    clearProgress();
    images->catalogue.issues = names.shown(std::move(images->catalogue.issues));
    for (auto& series : images->catalogue.studies.front().series) {
        for (auto& stack : series.stacks)
            stack.issues = names.shown(std::move(stack.issues));
    }
    printScan(images->catalogue, base, arguments.json);
    return ExitStatus::Done;
}

ExitStatus writeStudyVolume(const StudyArguments& arguments)
{
    if (const auto status = checkTarget(arguments.target); status != ExitStatus::Done)
        return status;
    const auto store = openStore(arguments);
    if (!store)
        return failWith(store.error());
    const auto images = imagesFor(*store, arguments);
    if (!images)
        return failWith(images.error());
    const auto& typed = arguments.target.stack;
    const auto chosen =
        chooseStack(images->catalogue, {"study " + arguments.study, typed.starts_with('#') ? typed.substr(1) : typed});
    if (const auto* status = std::get_if<ExitStatus>(&chosen))
        return *status;
    const auto written =
        writeStack(*std::get<const grading::Stack*>(chosen), arguments.target, grading::writeVolumeFile);
    return written ? ExitStatus::Done : failWith(arguments.names(*store).shown(written.error()));
}

} // namespace

grading::Result<StudyOnDisk> studyIn(const std::filesystem::path& folder, const grading::Uid& study,
                                     const ScanArguments& scanning)
{
    auto catalogue = grading::scanFolder({folder}, scanOptions(scanning), terminalProgress());
    if (!catalogue)
        return grading::fail(catalogue.error());
    std::erase_if(catalogue->studies, [&](const grading::Study& each) { return each.uid != study; });
    if (catalogue->studies.empty())
        return grading::fail(grading::ErrorCode::NotFound, folder.string(), "doesn't hold study " + study.text(),
                             "see `foragrade-cli scan` for what it holds");
    return StudyOnDisk{folder, std::move(*catalogue)};
}

grading::Result<StudyOnDisk> studyAt(const grading::StudyImages& images, const grading::Uid& study,
                                     const ScanArguments& scanning)
{
    auto place = grading::studyFolder(images, study, terminalProgress());
    if (!place)
        return grading::fail(place.error());
    auto found = studyIn(place->folder, study, scanning);
    if (found) {
        found->peer = images.peer;
        found->issues = std::move(place->issues);
    }
    return found;
}

grading::Result<StudyOnDisk> studyOf(const grading::Store& store, const std::string& viewer, const grading::Uid& study,
                                     const ScanArguments& scanning)
{
    const auto known = store.studyImages(study);
    if (!known || known->isNowhere())
        return grading::fail(grading::ErrorCode::NotFound, "study " + study.text(), "has no images in the store",
                             "name their folder with --images");
    auto images = studyAt(*known, study, scanning);
    if (images)
        return images;
    auto error = images.error();
    if (error.code == grading::ErrorCode::NotFound && known->peer.empty())
        error.advice = "if the images have moved, name their folder with --images";
    return grading::fail(FileNames(store, viewer, study, false).shown(std::move(error)));
}

void addStudyCommands(CLI::App& parent, ExitStatus& status)
{
    auto* stacks = parent.add_subcommand("stacks", "Print the stacks of a study, as `scan` does, without its folder");
    auto listed = std::make_shared<StudyArguments>();
    addStudy(*stacks, *listed);
    stacks->footer("Example:\n  foragrade-cli reading stacks --store study.db --study 1.2.840.1 --reader Reader^One");
    stacks->callback([listed, &status] { status = listStacks(*listed); });

    auto* volume = parent.add_subcommand("volume", "Write a stack of a study as a volume file, without its folder");
    auto written = std::make_shared<StudyArguments>();
    addStudy(*volume, *written);
    addTarget(*volume, written->target);
    volume->footer("Example:\n  foragrade-cli reading volume --store study.db --study 1.2.840.1 --reader Reader^One "
                   "--stack 1.2.840.1.5#1 -o t2.nrrd");
    volume->callback([written, &status] { status = writeStudyVolume(*written); });
}

} // namespace foragrade
