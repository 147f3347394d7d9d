#include "Merge.h"

#include "grading/base/Sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

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

/// A new folder that files of pieces get into under the data set's own names.
class Target {
public:
    explicit Target(fs::path folder) : m_folder(std::move(folder))
    {
        std::error_code error;
        fs::remove_all(m_folder, error);
        fs::create_directories(m_folder, error);
    }

    /// Linked, or copied where the file system can't link.
    Result<void> place(const fs::path& from, const DataFile& file)
    {
        const auto to = m_folder / file.path;
        std::error_code error;
        if (m_folders.insert(to.parent_path()).second)
            fs::create_directories(to.parent_path(), error);
        fs::create_hard_link(from, to, error);
        if (error) {
            error.clear();
            fs::copy_file(from, to, error);
        }
        if (error)
            return fail(ErrorCode::Io, to.string(), "can't be written: " + error.message());
        return {};
    }

private:
    fs::path m_folder;
    std::set<fs::path> m_folders;
};

struct Whole {
    std::vector<DataFile> files;
    Rows rows;
};

Result<Whole> gather(const PartsFolder& folder, std::map<int, Part> pieces, const fs::path& folderOfAll)
{
    Whole whole;
    Target target(folderOfAll);
    const auto count = static_cast<int>(pieces.size());
    for (auto& [number, piece] : pieces) {
        for (const auto& file : piece.files) {
            if (auto placed = target.place(folder.dataOf(number, count) / file.path, file); !placed)
                return fail(placed.error());
        }
        std::ranges::move(piece.files, std::back_inserter(whole.files));
        for (auto& [table, rows] : piece.rows)
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

Result<int> build(const PartsFolder& folder, const PartsInfo& info, std::map<int, Part> pieces, const fs::path& target)
{
    auto whole = gather(folder, std::move(pieces), target);
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

Result<DataSetSummary> merge(const PartsFolder& folder, const PartsInfo& info, std::map<int, Part> pieces,
                             const fs::path& out, const Progress& progress)
{
    progress.at(1, "putting pieces together");
    const auto target = folder.path() / "whole";
    std::error_code error;
    const auto count = build(folder, info, std::move(pieces), target);
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
    (void)flushNames(folder.path().parent_path()); // before the pieces go; the data set is there either way
    fs::remove_all(folder.path(), error);
    return DataSetSummary{info.set.patients, info.set.studies, info.set.readings, *count, {}};
}

Result<DataSetSummary> mergeShards(const fs::path& out, const Progress& progress)
{
    const PartsFolder folder(out);
    const auto info = folder.info();
    if (!info)
        return fail(info.error());
    if (auto isWhole = checkWhole(folder, info->parts); !isWhole)
        return fail(isWhole.error());
    std::map<int, Part> pieces;
    for (int number = 1; number <= info->parts; ++number) {
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, "merge", "was cancelled", "run it again to go on");
        progress.at(double(number - 1) / info->parts, fmt::format("reading pieces: {} of {}", number, info->parts));
        auto piece = folder.read(number, info->parts);
        if (!piece)
            return fail(piece.error());
        pieces.emplace(number, std::move(*piece));
    }
    return merge(folder, *info, std::move(pieces), out, progress);
}

} // namespace grading
