#pragma once

#include "grading/base/Result.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace grading {

/// Files that appear together or not at all: each is written under a temporary name beside its target, `commit` renames
/// them. What isn't committed leaves no trace.
class FileSet {
public:
    enum class Existing { Refuse, Replace };

    explicit FileSet(Existing existing) : m_existing(existing) {}
    ~FileSet();
    FileSet(const FileSet&) = delete;
    FileSet& operator=(const FileSet&) = delete;

    /// Makes the folder and those above it where missing. Io.
    Result<void> addFolder(const std::filesystem::path& folder);

    /// `write` gets the temporary path, which has the target's file extension. Exists when the target is there and may
    /// not be replaced, InvalidArgument when it was added before, else its own error, or Io.
    Result<void> add(const std::filesystem::path& target,
                     const std::function<Result<void>(const std::filesystem::path&)>& write);

    /// `target` will be gone after `commit`; nothing to do when it isn't there. Exists when it may not be replaced.
    Result<void> remove(const std::filesystem::path& target);

    /// Renames all. On Io every target is as it was before.
    Result<void> commit();

private:
    struct Entry {
        std::filesystem::path target;
        std::filesystem::path written; ///< The temporary file; empty when the target is to go.
        std::filesystem::path kept;    ///< The target's old file while renaming; empty without one.
        bool isInPlace = false;
    };

    Result<void> put(Entry& entry);
    void takeBack();

    Existing m_existing;
    std::vector<Entry> m_entries;
    std::vector<std::filesystem::path> m_foldersMade; ///< From the outermost.
    bool m_isCommitted = false;
};

} // namespace grading
