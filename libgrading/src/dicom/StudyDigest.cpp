#include "grading/dicom/StudyDigest.h"

#include "grading/base/Sha256.h"

#include <map>
#include <set>

namespace grading {

Result<std::string> studyDigest(const Study& study, const Progress& progress)
{
    std::map<std::filesystem::path, Uid> files; // a multi-frame file is one
    for (const auto& series : study.series) {
        for (const auto& stack : series.stacks) {
            for (const auto& frame : stack.frames)
                files.emplace(frame.file, frame.sopInstance);
        }
    }
    std::multiset<std::string> lines;
    for (const auto& [file, sopInstance] : files) {
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, file.string(), "stopped");
        progress.at(static_cast<double>(lines.size()) / static_cast<double>(files.size()), "Checking the images");
        const auto digest = sha256OfFile(file);
        if (!digest)
            return fail(digest.error());
        lines.insert(sopInstance.text() + " " + *digest + "\n");
    }
    std::string text;
    for (const auto& line : lines)
        text += line;
    return sha256(text);
}

} // namespace grading
