#pragma once

#include "grading/base/Result.h"
#include "grading/base/Uid.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace grading {

/// What stands for patients, readers and uids in de-identified files: the keyed hash (HMAC-SHA256) of the original
/// under a project's secret key. The same key gives the same pseudonyms in images, SEG, SR and tables and in every
/// later run; without it they can't be computed from a list of candidates.
class Pseudonyms {
public:
    /// `key`: at least 16 bytes, kept secret.
    explicit Pseudonyms(std::string key);

    /// The file's bytes without line ends at its end. NotFound, Unreadable; InvalidArgument below 16 bytes.
    [[nodiscard]] static Result<Pseudonyms> fromKeyFile(const std::filesystem::path& path);

    /// A uid of the standard (1.2.840.10008…) stays; every other becomes `2.25.` + a UUID out of the hash.
    [[nodiscard]] Uid uid(const Uid& original) const;
    [[nodiscard]] std::string patient(std::string_view patientId) const;     ///< "P-" and 12 hexadecimal digits.
    [[nodiscard]] std::string patientName(std::string_view patientId) const; ///< "Patient^" and the same digits.
    [[nodiscard]] std::string reader(std::string_view name) const;           ///< "Reader^" and 8 hexadecimal digits.
    /// Of a text that must stay one and the same wherever it stands, such as a tracking identifier.
    [[nodiscard]] std::string label(std::string_view text) const; ///< "T-" and 12 hexadecimal digits.
    /// By how much every date of a patient moves: 52 to 520 weeks back, so that weekday and intervals stay.
    [[nodiscard]] std::chrono::days shift(std::string_view patientId) const;

private:
    [[nodiscard]] std::string hash(std::string_view kind, std::string_view text) const;

    std::string m_key;
};

/// Uids that mean the same everywhere, registered in PS3.6.
[[nodiscard]] bool isStandardUid(std::string_view uid);

} // namespace grading
