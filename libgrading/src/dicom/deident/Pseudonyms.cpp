#include "grading/dicom/Pseudonyms.h"

#include "grading/base/Contract.h"
#include "grading/base/Files.h"
#include "grading/base/Sha256.h"

#include <charconv>
#include <utility>

namespace grading {

namespace {

constexpr std::size_t shortestKey = 16;

} // namespace

Pseudonyms::Pseudonyms(std::string key) : m_key(std::move(key))
{
    GRADING_EXPECTS(m_key.size() >= shortestKey);
}

Result<Pseudonyms> Pseudonyms::fromKeyFile(const std::filesystem::path& path)
{
    auto key = readFile(path, 1u << 16);
    if (!key)
        return fail(key.error());
    while (key->ends_with('\n') || key->ends_with('\r'))
        key->pop_back();
    if (key->size() < shortestKey)
        return fail(ErrorCode::InvalidArgument, path.string(), "is too short for a key",
                    "make one with: head -c 32 /dev/urandom | base64 > FILE");
    return Pseudonyms(std::move(*key));
}

std::string Pseudonyms::hash(std::string_view kind, std::string_view text) const
{
    return hmacSha256(m_key, std::string(kind).append(1, '\0').append(text));
}

Uid Pseudonyms::uid(const Uid& original) const
{
    if (original.isEmpty() || isStandardUid(original.text()))
        return original;
    return Uid::fromName(hash("uid", original.text()));
}

std::string Pseudonyms::patient(std::string_view patientId) const
{
    return "P-" + hash("patient", patientId).substr(0, 12);
}

std::string Pseudonyms::patientName(std::string_view patientId) const
{
    return "Patient^" + patient(patientId).substr(2);
}

std::string Pseudonyms::reader(std::string_view name) const
{
    return "Reader^" + hash("reader", name).substr(0, 8);
}

std::string Pseudonyms::label(std::string_view text) const
{
    return "T-" + hash("label", text).substr(0, 12);
}

std::chrono::days Pseudonyms::shift(std::string_view patientId) const
{
    const auto digits = hash("shift", patientId).substr(0, 8);
    std::uint32_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    return std::chrono::weeks(-52 - static_cast<int>(number % 469));
}

bool isStandardUid(std::string_view uid)
{
    return uid.starts_with("1.2.840.10008.");
}

} // namespace grading
