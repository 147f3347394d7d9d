#pragma once

#include "Tables.h"

#include "grading/base/Issue.h"
#include "grading/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// A file of the data set, by its path in it.
struct DataFile {
    std::string path;
    std::uintmax_t bytes = 0;
    std::string sha256;
};

/// What one study adds to the data set: its own files, written below `folder`, and rows of the tables of all.
class StudyPart {
public:
    explicit StudyPart(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// Makes the folders above it. Nothing is flushed to the disk: that is done once for all, before the data set
    /// appears under its name.
    Result<void> add(const std::string& path, std::string_view bytes);
    /// For writers that want a path of their own.
    Result<void> addBy(const std::string& path, const std::function<Result<void>(const std::filesystem::path&)>& write);

    Result<void> addCopy(const std::string& path, const std::filesystem::path& source);

    void addRow(const Table& table, const Row& row) { addRow(table.name, row); }
    void addRow(const std::string& table, const Row& row) { rows[table].push_back(joinedCells(row)); }

    std::vector<DataFile> files;
    Rows rows;
    Issues issues;

private:
    std::filesystem::path m_folder;
};

} // namespace grading
