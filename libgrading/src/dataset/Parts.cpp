#include "Parts.h"

#include "grading/base/Files.h"
#include "grading/base/Sha256.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace grading {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

std::string folderName(int part, int parts)
{
    return fmt::format("part-{:04}-of-{:04}", part, parts);
}

std::string toJson(const PartsInfo& info)
{
    const auto& set = info.set;
    return Json{{"schema", "foragrade/dataset-parts/1"},
                {"fingerprint", info.fingerprint},
                {"parts", info.parts},
                {"program", set.program},
                {"format", std::string(name(set.format))},
                {"readers", set.readers},
                {"readerNames", set.readerNames},
                {"split", set.split},
                {"seed", set.seed},
                {"images", set.hasImages},
                {"measures", set.hasMeasures},
                {"patients", set.patients},
                {"studies", set.studies},
                {"readings", set.readings}}
               .dump(2) +
           '\n';
}

Result<PartsInfo> partsInfoFrom(const std::string& json, const fs::path& path)
{
    const auto node = Json::parse(json, nullptr, false);
    PartsInfo info;
    try {
        const auto format = parseDataSetFormat(node.at("format").get<std::string>());
        if (!format)
            return fail(ErrorCode::Unsupported, path.string(), "is of a format that this version doesn't know");
        info.fingerprint = node.at("fingerprint").get<std::string>();
        info.parts = node.at("parts").get<int>();
        info.set = {node.at("program").get<std::string>(), *format,
                    node.at("readers").get<std::string>(), node.at("readerNames").get<std::vector<std::string>>(),
                    node.at("split").get<std::string>(),   node.at("seed").get<std::uint64_t>(),
                    node.at("images").get<bool>(),         node.at("measures").get<bool>(),
                    node.at("patients").get<int>(),        node.at("studies").get<int>(),
                    node.at("readings").get<int>()};
    } catch (const Json::exception&) {
        return fail(ErrorCode::Unreadable, path.string(), "is damaged", "remove the folder and export again");
    }
    return info;
}

} // namespace

PartsFolder::PartsFolder(const fs::path& out)
{
    auto name = fs::absolute(out).lexically_normal();
    if (!name.has_filename()) // written with a slash at its end
        name = name.parent_path();
    m_path = name.string() + ".parts";
}

Result<void> PartsFolder::claim(const PartsInfo& info) const
{
    std::error_code error;
    fs::create_directories(m_path, error);
    if (error)
        return fail(ErrorCode::Io, m_path.string(), "can't be made: " + error.message(), "choose another folder");
    const auto file = m_path / "request.json";
    if (!fs::exists(file, error))
        return writeFile(file, toJson(info));
    const auto known = this->info();
    if (!known)
        return fail(known.error());
    if (known->fingerprint != info.fingerprint)
        return fail(ErrorCode::Exists, m_path.string(),
                    "holds pieces of another export, or readings have been signed since",
                    "merge them with `foragrade-cli dataset merge`, or remove the folder");
    return {};
}

Result<PartsInfo> PartsFolder::info() const
{
    const auto file = m_path / "request.json";
    const auto json = readFile(file);
    if (!json)
        return fail(json.error());
    return partsInfoFrom(*json, file);
}

bool PartsFolder::has(int part, int parts) const
{
    std::error_code error;
    return fs::is_regular_file(m_path / folderName(part, parts) / "index.cbor", error);
}

Result<fs::path> PartsFolder::begin(int part, int parts) const
{
    std::error_code error;
    const auto prefix = ".making-" + folderName(part, parts) + '-';
    for (const auto& entry : fs::directory_iterator(m_path, error)) {
        if (entry.path().filename().string().starts_with(prefix))
            fs::remove_all(entry.path(), error);
    }
    auto folder = m_path / (prefix + Uid::generate().text().substr(5, 12));
    fs::create_directories(folder / "data", error);
    if (error)
        return fail(ErrorCode::Io, folder.string(), "can't be made: " + error.message());
    return folder;
}

Result<void> PartsFolder::finish(const fs::path& begun, int part, int parts, const Part& contents) const
{
    Json node{{"files", Json::array()}, {"rows", contents.rows}};
    for (const auto& file : contents.files)
        node["files"].push_back({file.path, file.bytes, file.sha256});
    const auto index = begun / "index.cbor";
    std::ofstream out(index, std::ios::binary | std::ios::trunc);
    Json::to_cbor(node, out);
    out.close();
    if (!out)
        return fail(ErrorCode::Io, index.string(), std::string("can't be written: ") + std::strerror(errno),
                    "check free space and permissions of the folder");
    std::error_code error;
    fs::rename(begun, m_path / folderName(part, parts), error);
    if (error && !has(part, parts))
        return fail(ErrorCode::Io, begun.string(), "can't be renamed: " + error.message());
    return {};
}

Result<Part> PartsFolder::read(int part, int parts) const
{
    const auto folder = m_path / folderName(part, parts);
    const auto damaged = [](const fs::path& file) {
        return fail(ErrorCode::Unreadable, file.string(), "is damaged",
                    "remove the folder of its piece and export that again");
    };
    const auto index = readFile(folder / "index.cbor", std::size_t(4) << 30);
    if (!index)
        return fail(index.error());
    Part contents;
    try {
        const auto node = Json::from_cbor(*index);
        for (const auto& each : node.at("files"))
            contents.files.push_back(
                {each.at(0).get<std::string>(), each.at(1).get<std::uintmax_t>(), each.at(2).get<std::string>()});
        contents.rows = node.at("rows").get<Rows>();
    } catch (const Json::exception&) {
        return damaged(folder / "index.cbor");
    }
    for (const auto& file : contents.files) {
        const auto hash = sha256OfFile(folder / "data" / file.path);
        if (!hash || *hash != file.sha256)
            return damaged(folder / "data" / file.path);
    }
    return contents;
}

void PartsFolder::remove(int part, int parts) const
{
    std::error_code ignored;
    fs::remove_all(m_path / folderName(part, parts), ignored);
}

fs::path PartsFolder::dataOf(int part, int parts) const
{
    return m_path / folderName(part, parts) / "data";
}

namespace {

Result<void> flushedBy(int (*flush)(int), const fs::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isFlushed = descriptor >= 0 && flush(descriptor) == 0;
    const std::string reason = std::strerror(errno);
    if (descriptor >= 0)
        ::close(descriptor);
    return isFlushed ? Result<void>() : fail(ErrorCode::Io, folder.string(), "can't be flushed to the disk: " + reason);
}

} // namespace

Result<void> flushAll(const fs::path& folder)
{
    return flushedBy(&::syncfs, folder);
}

Result<void> flushNames(const fs::path& folder)
{
    return flushedBy(&::fsync, folder);
}

} // namespace grading
