#include "grading/base/Sha256.h"

#include "grading/base/Contract.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <fstream>
#include <memory>
#include <vector>

namespace grading {

namespace {

std::string hexadecimalOf(const unsigned char* bytes, unsigned int count)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(std::size_t{2} * count);
    for (unsigned int i = 0; i < count; ++i) {
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 15U];
    }
    return text;
}

/// OpenSSL fails here only when it is out of memory or built without SHA-256.
class Hash {
public:
    Hash() : m_context(EVP_MD_CTX_new(), EVP_MD_CTX_free)
    {
        GRADING_EXPECTS(m_context && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1);
    }

    void add(const char* bytes, std::size_t count)
    {
        GRADING_EXPECTS(EVP_DigestUpdate(m_context.get(), bytes, count) == 1);
    }

    std::string hexadecimal()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
        unsigned int count = 0;
        GRADING_EXPECTS(EVP_DigestFinal_ex(m_context.get(), bytes.data(), &count) == 1);
        return hexadecimalOf(bytes.data(), count);
    }

private:
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> m_context;
};

} // namespace

std::string sha256(std::string_view bytes)
{
    Hash hash;
    hash.add(bytes.data(), bytes.size());
    return hash.hexadecimal();
}

std::string hmacSha256(std::string_view key, std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> code{};
    unsigned int count = 0;
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data()); // NOLINT
    GRADING_EXPECTS(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), data, bytes.size(), code.data(),
                         &count) != nullptr);
    return hexadecimalOf(code.data(), count);
}

Result<std::string> sha256OfFile(const std::filesystem::path& path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return fail(ErrorCode::NotFound, path.string(), "doesn't exist", "check the name");
    std::ifstream file(path, std::ios::binary);
    Hash hash;
    std::vector<char> piece(1U << 18U);
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
        hash.add(piece.data(), static_cast<std::size_t>(file.gcount()));
    if (!file.eof())
        return fail(ErrorCode::Unreadable, path.string(), "can't be read", "check its permissions");
    return hash.hexadecimal();
}

} // namespace grading
