#include "Merge.h"

#include "grading/base/Sha256.h"

#include <fmt/format.h>

#include <algorithm>

namespace grading {

namespace fs = std::filesystem;

namespace {

Result<void> checkWhole(const PartsFolder& folder, int parts)
{
    std::string missing;
    int count = 0;
    for (int part = 1; part <= parts; ++part) {
        if (!folder.has(part, parts) && ++count <= 10)
            missing += (missing.empty() ? "" : ", ") + std::to_string(part);
    }
    if (count == 0)
        return {};
    return fail(ErrorCode::NotFound, folder.path().string(),
                fmt::format("lacks {} of {} pieces: {}{}", count, parts, missing, count > 10 ? ", …" : ""),
                "export them with --shard");
}

/// The file of a piece under the data set's own name: linked, or copied where the file system can't link.
Result<void> place(const fs::path& from, const fs::path& to, const DataFile& file)
{
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    fs::create_hard_link(from, to, error);
    if (error) {
        error.clear();
        fs::copy_file(from, to, error);
    }
    if (error)
        return fail(ErrorCode::Io, to.string(), "can't be written: " + error.message());
    if (fs::file_size(to, error) != file.bytes)
        return fail(ErrorCode::Unreadable, from.string(), "isn't as long as when it was written",
                    "remove its piece's folder and export that again");
    return {};
}

struct Whole {
    std::vector<DataFile> files;
    Rows rows;
};

Result<Whole> gather(const PartsFolder& folder, int parts, const fs::path& target, const Progress& progress)
{
    Whole whole;
    for (int number = 1; number <= parts; ++number) {
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, "merge", "was cancelled", "run it again to go on");
        progress.at(double(number - 1) / parts, fmt::format("putting pieces together: {} of {}", number, parts));
        auto part = folder.read(number, parts);
        if (!part)
            return fail(part.error());
        for (const auto& file : part->files) {
            if (auto placed = place(folder.dataOf(number, parts) / file.path, target / file.path, file); !placed)
                return fail(placed.error());
        }
        std::ranges::move(part->files, std::back_inserter(whole.files));
        for (auto& [table, rows] : part->rows)
            std::ranges::move(rows, std::back_inserter(whole.rows[table]));
    }
    return whole;
}

std::string checksumsOf(const std::vector<DataFile>& files)
{
    std::string text;
    for (const auto& file : files)
        text += file.sha256 + "  " + file.path + '\n';
    return text;
}

/// Tables, README, manifest and checksums. Gives the number of files of the whole.
Result<int> describe(const SetInfo& info, Whole& whole, const fs::path& target)
{
    StudyPart texts(target);
    auto files = formatOf(info.format).wholeFiles(whole.rows, info);
    files.emplace_back("README.md", readmeOf(info));
    for (const auto& [path, bytes] : files) {
        if (auto added = texts.add(path, bytes); !added)
            return fail(added.error());
    }
    std::ranges::move(texts.files, std::back_inserter(whole.files));
    std::ranges::sort(whole.files, {}, &DataFile::path);
    StudyPart last(target);
    if (auto added = last.add("manifest.json", manifestOf(info, whole.files)); !added)
        return fail(added.error());
    whole.files.push_back(last.files.front());
    if (auto added = last.add("SHA256SUMS", checksumsOf(whole.files)); !added)
        return fail(added.error());
    return static_cast<int>(whole.files.size()) + 1;
}

Result<int> build(const PartsFolder& folder, const PartsInfo& info, const fs::path& target, const Progress& progress)
{
    auto whole = gather(folder, info.parts, target, progress);
    if (!whole)
        return fail(whole.error());
    auto count = describe(info.set, *whole, target);
    if (!count)
        return count;
    if (auto flushed = flushAll(target); !flushed)
        return fail(flushed.error());
    return count;
}

} // namespace

void removeUnused(const PartsFolder& folder)
{
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder.path(), error)) {
        if (entry.path().filename() != "request.json")
            return;
    }
    fs::remove_all(folder.path(), error);
}

Result<DataSetSummary> mergeShards(const fs::path& out, const Progress& progress)
{
    const PartsFolder folder(out);
    const auto info = folder.info();
    if (!info)
        return fail(info.error());
    if (auto isWhole = checkWhole(folder, info->parts); !isWhole)
        return fail(isWhole.error());
    const auto target = folder.path() / "whole";
    std::error_code error;
    fs::remove_all(target, error);
    fs::create_directories(target, error);
    const auto count = build(folder, *info, target, progress);
    if (!count) {
        fs::remove_all(target, error);
        return fail(count.error());
    }
    fs::rename(target, out, error); // replaces an empty folder, never one that holds something
    if (error) {
        const auto reason = error.message();
        fs::remove_all(target, error);
        return fail(ErrorCode::Exists, out.string(), "can't be made: " + reason, "name a new folder");
    }
    fs::remove_all(folder.path(), error);
    return DataSetSummary{info->set.patients, info->set.studies, info->set.readings, *count, {}};
}

} // namespace grading
