#include "grading/base/FileSet.h"

#include "grading/base/Files.h"
#include "grading/base/Uid.h"

#include <algorithm>

namespace grading {

namespace fs = std::filesystem;

namespace {

fs::path siblingOf(const fs::path& path, const std::string& purpose)
{
    return path.parent_path() /
           ("." + purpose + "-" + Uid::generate().text().substr(5, 12) + "-" + path.filename().string());
}

} // namespace

FileSet::~FileSet()
{
    if (m_isCommitted)
        return;
    std::error_code ignored;
    for (const auto& entry : m_entries) {
        if (!entry.written.empty())
            fs::remove(entry.written, ignored);
    }
    for (auto folder = m_foldersMade.rbegin(); folder != m_foldersMade.rend(); ++folder)
        fs::remove(*folder, ignored); // only when empty
}

Result<void> FileSet::addFolder(const fs::path& folder)
{
    std::error_code error;
    if (fs::is_directory(folder, error))
        return {};
    std::vector<fs::path> missing;
    for (fs::path at = fs::absolute(folder).lexically_normal(); !at.empty() && !fs::exists(at, error);
         at = at.parent_path()) {
        if (at.has_filename())
            missing.push_back(at);
    }
    std::ranges::reverse(missing);
    for (const auto& path : missing) {
        if (!fs::create_directory(path, error))
            return fail(ErrorCode::Io, path.string(), "can't be made: " + error.message(), "choose another folder");
        m_foldersMade.push_back(path);
    }
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::Io, folder.string(), "isn't a folder", "choose another name");
    return {};
}

Result<void> FileSet::add(const fs::path& target, const std::function<Result<void>(const fs::path&)>& write)
{
    std::error_code error;
    const auto place = fs::absolute(target).lexically_normal();
    const auto isSame = [&](const Entry& entry) { return entry.target == place; };
    if (std::ranges::any_of(m_entries, isSame))
        return fail(ErrorCode::InvalidArgument, target.string(), "is named twice", "give each file its own name");
    if (fs::is_directory(place, error))
        return fail(ErrorCode::Io, target.string(), "is a folder", "name a file");
    if (m_existing == Existing::Refuse && fs::exists(place, error))
        return fail(ErrorCode::Exists, target.string(), "is there already",
                    "choose another name, or force its replacement");
    Entry entry{place, siblingOf(place, "new"), {}, false};
    if (auto written = writeFileBy(entry.written, write); !written) {
        auto problem = written.error();
        if (problem.subject == entry.written.string())
            problem.subject = target.string();
        return fail(std::move(problem));
    }
    m_entries.push_back(std::move(entry));
    return {};
}

Result<void> FileSet::remove(const fs::path& target)
{
    std::error_code error;
    const auto place = fs::absolute(target).lexically_normal();
    if (!fs::exists(place, error))
        return {};
    if (fs::is_directory(place, error))
        return fail(ErrorCode::Io, target.string(), "is a folder", "move it away");
    if (m_existing == Existing::Refuse)
        return fail(ErrorCode::Exists, target.string(), "is there already",
                    "choose another name, or force its replacement");
    m_entries.push_back({place, {}, {}, false});
    return {};
}

Result<void> FileSet::put(Entry& entry)
{
    std::error_code error;
    if (fs::exists(entry.target, error)) {
        const auto kept = siblingOf(entry.target, "old");
        fs::rename(entry.target, kept, error);
        if (error)
            return fail(ErrorCode::Io, entry.target.string(), "can't be replaced: " + error.message(),
                        "check the folder's permissions");
        entry.kept = kept;
    }
    if (entry.written.empty())
        return {};
    fs::rename(entry.written, entry.target, error);
    if (error)
        return fail(ErrorCode::Io, entry.target.string(), "can't be written: " + error.message(),
                    "check the folder's permissions");
    entry.isInPlace = true;
    return {};
}

void FileSet::takeBack()
{
    std::error_code ignored;
    for (auto& entry : m_entries) {
        if (entry.isInPlace)
            fs::rename(entry.target, entry.written, ignored);
        if (!entry.kept.empty())
            fs::rename(entry.kept, entry.target, ignored);
        entry.isInPlace = false;
        entry.kept.clear();
    }
}

Result<void> FileSet::commit()
{
    for (auto& entry : m_entries) {
        if (const auto done = put(entry); !done) {
            takeBack();
            return done;
        }
    }
    std::error_code ignored;
    for (const auto& entry : m_entries) {
        if (!entry.kept.empty())
            fs::remove(entry.kept, ignored);
    }
    m_isCommitted = true;
    return {};
}

} // namespace grading
