#include "DatasetRuns.h"

#include "grading/base/Csv.h"
#include "grading/base/Files.h"

#include <zlib.h>

namespace grading::test {

namespace fs = std::filesystem;

namespace {

std::string unpacked(const fs::path& path)
{
    std::string bytes;
    std::array<char, 65536> buffer{};
    auto* const file = gzopen(path.c_str(), "rb"); // reads what isn't packed as it is
    for (int count = 0; (count = gzread(file, buffer.data(), buffer.size())) > 0;)
        bytes.append(buffer.data(), std::size_t(count));
    gzclose(file);
    return bytes;
}

} // namespace

const LabelledProject& Datasets::project()
{
    static const LabelledProject made;
    return made;
}

CliRun Datasets::run(const std::string& out, std::vector<std::string> options)
{
    options.insert(options.begin(), {"dataset", "export", "--store", project().store(), "--project", "Narrowing",
                                     "--as", "Manager^One", "--out", out});
    return runCli(options);
}

std::string Datasets::exported(const std::vector<std::string>& options)
{
    static int number = 0;
    const auto out = project().file("set-" + std::to_string(++number));
    const auto done = run(out, options);
    EXPECT_EQ(done.status, 0) << done.err;
    return out;
}

std::string Datasets::key()
{
    auto file = project().file("project.key");
    EXPECT_TRUE(writeFile(file, "0123456789abcdef0123456789abcdef"));
    return file;
}

std::vector<Datasets::TableRow> Datasets::table(const std::string& out, const std::string& file)
{
    const auto records = parseCsv(readFile(fs::path(out) / file).value(), file).value();
    std::vector<TableRow> rows;
    for (std::size_t i = 1; i < records.size(); ++i) {
        TableRow row;
        for (std::size_t column = 0; column < records[0].fields.size(); ++column)
            row[records[0].fields[column]] = records[i].fields.at(column);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::map<std::string, std::string> Datasets::contents(const std::string& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files[fs::relative(entry.path(), folder).string()] = readFile(entry.path()).value();
    }
    return files;
}

std::vector<std::string> Datasets::filesNaming(const std::string& folder, const std::vector<std::string>& texts)
{
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        const auto path = fs::relative(entry.path(), folder).string();
        const auto bytes = path + '\n' + unpacked(entry.path());
        for (const auto& text : texts) {
            if (bytes.find(text) != std::string::npos)
                found.push_back(path + " has " + text);
        }
    }
    return found;
}

} // namespace grading::test
