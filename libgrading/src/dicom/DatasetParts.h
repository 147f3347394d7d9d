#pragma once

#include "Attributes.h"
#include "Codes.h"
#include "DicomFile.h"

#include "grading/base/Result.h"
#include "grading/base/Timestamp.h"
#include "grading/base/Uid.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <filesystem>
#include <string>
#include <vector>

/// Pieces that every object of ours is put together from, and read by. Text is UTF-8 throughout.
namespace grading {

void put(DcmItem& item, const DcmTagKey& tag, const std::string& value);
void put(DcmItem& item, const DcmTagKey& tag, const Uid& uid);
void putDecimals(DcmItem& item, const DcmTagKey& tag, const std::vector<double>& values); ///< DS
void putNumber(DcmItem& item, const DcmTagKey& tag, int value);                           ///< US or IS by the tag.
void putCode(DcmItem& item, const DcmTagKey& sequence, const Code& code);                 ///< Adds one item.
DcmItem& addItem(DcmItem& item, const DcmTagKey& sequence);                               ///< At the sequence's end.

/// The shortest decimal string (at most 16 characters, PS3.5 section 6.2) that comes closest.
[[nodiscard]] std::string decimalString(double value);
[[nodiscard]] std::string dicomDate(Timestamp time);     ///< DA, UTC
[[nodiscard]] std::string dicomTime(Timestamp time);     ///< TM, UTC
[[nodiscard]] std::string dicomDateTime(Timestamp time); ///< DT with milliseconds and +0000
[[nodiscard]] std::optional<Timestamp> timestampFrom(const std::string& dicomDateTime);
/// At most `limit` characters, never cut within one; a backslash becomes a slash.
[[nodiscard]] std::string shortText(const std::string& text, std::size_t limit);

[[nodiscard]] std::string text(DcmItem& item, const DcmTagKey& tag); ///< All values with backslashes; empty if absent.
[[nodiscard]] Code readCode(DcmItem& item, const DcmTagKey& sequence); ///< The first item's; empty if absent.
[[nodiscard]] std::vector<DcmItem*> items(DcmItem& item, const DcmTagKey& sequence);

/// Makes every text of it UTF-8, nested items included, and says so.
void convertToUtf8(DcmItem& dataset);
/// The same where no character set is declared too, and each item by its own.
void convertAllToUtf8(DcmItem& dataset);

/// A whole object, its text as UTF-8. NotFound, Unreadable.
[[nodiscard]] Result<DicomFile> loadObject(const std::filesystem::path& path);
/// A source image's attributes before its pixels, its text as UTF-8. NotFound, Unreadable.
[[nodiscard]] Result<DicomFile> loadSourceHeader(const std::filesystem::path& path);

/// Patient, Patient Study and General Study modules as the images have them, the required ones also when empty.
void copyPatientAndStudy(DcmItem& source, DcmItem& target);
void putEquipment(DcmItem& item);
void putCodingScheme(DcmItem& item);
/// SOP Common and series attributes of an object of ours.
struct ObjectIdentity {
    std::string sopClass;
    Uid sopInstance;
    Uid series;
    int seriesNumber = 1;
    int instanceNumber = 1;
    std::string modality;
    std::string seriesDescription;
    Timestamp seriesBegun{};
    Timestamp created{};
};
void putIdentity(DcmItem& item, const ObjectIdentity& identity);
Result<void> saveObject(const std::filesystem::path& path, DcmFileFormat& file);

} // namespace grading
