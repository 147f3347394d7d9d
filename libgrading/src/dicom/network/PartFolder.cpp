#include "PartFolder.h"

#include <cstdlib>
#include <utility>

namespace grading {

namespace fs = std::filesystem;

namespace {

/// `rename` replaces a folder that is empty.
bool isInTheWay(const fs::path& target)
{
    std::error_code error;
    return fs::exists(target, error) && !(fs::is_directory(target, error) && fs::is_empty(target, error));
}

tl::unexpected<Error> inTheWay(const fs::path& target)
{
    return fail(ErrorCode::Exists, target.string(), "is there already", "choose another folder");
}

} // namespace

PartFolder::PartFolder(fs::path path, fs::path target) : m_path(std::move(path)), m_target(std::move(target)) {}

PartFolder::PartFolder(PartFolder&& other) noexcept
    : m_path(std::exchange(other.m_path, {})), m_target(std::move(other.m_target))
{}

PartFolder::~PartFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        fs::remove_all(m_path, ignored);
}

Result<PartFolder> PartFolder::beside(const fs::path& target)
{
    std::error_code error;
    auto whole = fs::absolute(target, error).lexically_normal();
    if (!whole.has_filename()) // "folder/"
        whole = whole.parent_path();
    if (isInTheWay(whole))
        return inTheWay(target);
    auto pattern = (whole.parent_path() / ".foragrade-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        return fail(ErrorCode::Io, whole.parent_path().string(), "can't be written to",
                    "check that it exists, and its permissions");
    return PartFolder(pattern, whole);
}

Result<void> PartFolder::keep()
{
    std::error_code error;
    fs::rename(m_path, m_target, error);
    if (error && isInTheWay(m_target))
        return inTheWay(m_target);
    if (error)
        return fail(ErrorCode::Io, m_target.string(), "can't be made (" + error.message() + ")",
                    "check the permissions of its folder");
    m_path.clear();
    return {};
}

} // namespace grading
