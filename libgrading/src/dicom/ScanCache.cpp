#include "ScanCache.h"

#include "Packing.h"

#include "grading/base/Files.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>

#include <sys/stat.h>

namespace grading {

namespace fs = std::filesystem;

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, Uid>
void fields(Archive& archive, Value& uid)
{
    if constexpr (std::is_same_v<Archive, Packer>) {
        archive(uid.text());
    } else {
        std::string text;
        archive(text);
        uid = Uid(std::move(text));
    }
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, PatientPoint> ||
    std::is_same_v<std::remove_const_t<Value>, PatientVector>
void fields(Archive& archive, Value& point)
{
    archive(point.x, point.y, point.z);
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, NamedWindow>
void fields(Archive& archive, Value& named)
{
    archive(named.window.center, named.window.width, named.name);
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, Issue>
void fields(Archive& archive, Value& issue)
{
    auto severity = static_cast<std::int32_t>(issue.severity);
    archive(severity, issue.code, issue.text); // about the file it is kept with
    if constexpr (std::is_same_v<Archive, Unpacker>)
        issue.severity = static_cast<Severity>(std::clamp(severity, 0, 2));
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, Acquisition>
void fields(Archive& archive, Value& a)
{
    archive(a.repetitionTime, a.echoTime, a.inversionTime, a.flipAngle, a.imageType, a.scanningSequence, a.scanOptions,
            a.sequenceName, a.description, a.isFatSaturated, a.isInversionRecovery);
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, FrameHeader>
void fields(Archive& archive, Value& h)
{
    archive(h.frame.frame, h.frame.isMultiFrame, h.frame.sopClass, h.frame.sopInstance, h.frame.position,
            h.frameOfReference, h.rows, h.columns, h.rowSpacing, h.columnSpacing, h.rowDirection, h.columnDirection,
            h.thickness, h.statedSpacing, h.sliceLocation, h.instanceNumber, h.repeatKeys, h.acquisition, h.windows,
            h.isColor, h.isMosaic, h.undecodable);
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, ImageHeader>
void fields(Archive& archive, Value& h)
{
    archive(h.study.uid, h.study.patientId, h.study.patientName, h.study.date, h.study.description,
            h.study.patientBirthDate, h.study.patientSex, h.series.uid, h.series.number, h.series.description,
            h.series.modality, h.series.bodyPart, h.isImage, h.frames);
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, ScannedFile>
void fields(Archive& archive, Value& scanned)
{
    archive(scanned.isDicom, scanned.header, scanned.issues);
}

template <class Archive, class Value>
requires std::is_same_v<std::remove_const_t<Value>, FileStamp>
void fields(Archive& archive, Value& stamp)
{
    archive(stamp.size, stamp.modified, stamp.changed);
}

namespace {

/// To be raised with every change of what scanning a file gives or of how it is packed.
constexpr int format = 2;
constexpr std::size_t largestCache = std::size_t{1} << 30; ///< Bytes, unpacked.
constexpr auto longestUnused = std::chrono::days{90};

std::string keyOf(const fs::path& path)
{
    std::error_code error;
    return fs::absolute(path, error).lexically_normal().string();
}

std::string headLine()
{
    return fmt::format("foragrade-scan {} {}\n", format, FORAGRADE_VERSION);
}

std::uint32_t checksum(const std::string& bytes)
{
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size())); // NOLINT: zlib's bytes
}

/// Head line, unpacked size, its checksum, deflated bytes. Empty when it can't be deflated.
std::string sealed(const std::string& bytes)
{
    auto size = compressBound(bytes.size());
    std::string packed(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size,                         // NOLINT
                  reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 1) != Z_OK) // NOLINT
        return {};
    packed.resize(size);
    Packer head;
    head(std::uint64_t{bytes.size()}, checksum(bytes));
    return headLine() + head.bytes() + packed;
}

/// What `sealed` was given; none when anything is amiss.
std::optional<std::string> unsealed(std::string_view file)
{
    const std::string line = headLine();
    if (!file.starts_with(line))
        return std::nullopt;
    file.remove_prefix(line.size());
    std::uint64_t size = 0;
    std::uint32_t sum = 0;
    constexpr std::size_t headSize = sizeof(size) + sizeof(sum);
    Unpacker head(file.substr(0, headSize));
    head(size, sum);
    if (!head.isSound() || size > largestCache)
        return std::nullopt;
    file.remove_prefix(headSize);
    std::string bytes(size, '\0');
    auto got = static_cast<uLongf>(size);
    const int done = uncompress(reinterpret_cast<Bytef*>(bytes.data()), &got,              // NOLINT
                                reinterpret_cast<const Bytef*>(file.data()), file.size()); // NOLINT
    if (done != Z_OK || got != size || checksum(bytes) != sum)
        return std::nullopt;
    return bytes;
}

void removeUnused(const fs::path& folder)
{
    std::error_code error;
    const auto limit = fs::file_time_type::clock::now() - longestUnused;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        std::error_code ignored;
        if (entry->path().extension() == ".scan" && entry->last_write_time(ignored) < limit && !ignored)
            fs::remove(entry->path(), ignored);
    }
}

} // namespace

std::optional<FileStamp> FileStamp::of(const fs::path& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    const auto ns = [](const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; };
    return FileStamp{static_cast<std::uint64_t>(status.st_size), ns(status.st_mtim), ns(status.st_ctim)};
}

ScanCache::ScanCache(const fs::path& folder, const std::vector<fs::path>& scanned)
{
    if (folder.empty())
        return;
    std::string all;
    for (const auto& path : scanned)
        all += keyOf(path) + '\n';
    m_path = folder / (Uid::fromName(all).text().substr(5) + ".scan");
    load();
}

void ScanCache::load()
{
    const auto file = readFile(m_path, largestCache);
    const auto bytes = file ? unsealed(*file) : std::nullopt;
    if (!bytes)
        return;
    Unpacker unpacker(*bytes);
    while (unpacker.isSound() && !unpacker.isAtEnd()) {
        std::string path;
        Entry entry;
        unpacker(path);
        fields(unpacker, entry.stamp);
        fields(unpacker, entry.scanned);
        m_entries.insert_or_assign(std::move(path), std::move(entry));
    }
    if (!unpacker.isSound())
        m_entries.clear();
}

std::optional<ScannedFile> ScanCache::find(const fs::path& file, const FileStamp& stamp) const
{
    if (m_entries.empty())
        return std::nullopt;
    const auto found = m_entries.find(keyOf(file));
    if (found == m_entries.end() || found->second.stamp != stamp)
        return std::nullopt;
    ScannedFile scanned = found->second.scanned;
    for (auto& issue : scanned.issues)
        issue.where = file.string();
    if (scanned.header) {
        for (auto& frame : scanned.header->frames)
            frame.frame.file = file;
    }
    return scanned;
}

void ScanCache::save(const std::vector<fs::path>& files, const std::vector<std::optional<FileStamp>>& stamps,
                     const std::vector<ScannedFile>& scanned, std::chrono::milliseconds settling)
{
    if (m_path.empty())
        return;
    const auto now = std::chrono::system_clock::now().time_since_epoch() - settling;
    const auto latest = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    Packer packer;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!stamps[i] || !scanned[i].isLasting || std::max(stamps[i]->modified, stamps[i]->changed) > latest)
            continue;
        packer(keyOf(files[i]));
        fields(packer, *stamps[i]);
        fields(packer, scanned[i]);
    }
    const std::string bytes = sealed(packer.bytes());
    std::error_code error;
    fs::create_directories(m_path.parent_path(), error);
    fs::permissions(m_path.parent_path(), fs::perms::owner_all, error);
    if (error || bytes.empty())
        return;
    removeUnused(m_path.parent_path());
    (void)writeFile(m_path, bytes);
}

} // namespace grading
