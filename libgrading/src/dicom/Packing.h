#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace grading {

/// Values as bytes of this machine, for files that never leave it. A struct joins in by a function template
/// `fields(archive, value)` that hands its members to the archive: the same for both directions, so they can't
/// disagree.
class Packer {
public:
    template <class... Values>
    void operator()(const Values&... values)
    {
        (put(values), ...);
    }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    template <class Value>
    void put(const Value& value)
    {
        if constexpr (std::is_arithmetic_v<Value>)
            m_bytes.append(reinterpret_cast<const char*>(&value), sizeof(value)); // NOLINT
        else
            fields(*this, value);
    }
    void put(const std::string& text)
    {
        put(static_cast<std::uint32_t>(text.size()));
        m_bytes += text;
    }
    template <class Value>
    void put(const std::vector<Value>& values)
    {
        put(static_cast<std::uint32_t>(values.size()));
        for (const auto& value : values)
            put(value);
    }
    template <class Value, std::size_t count>
    void put(const std::array<Value, count>& values)
    {
        for (const auto& value : values)
            put(value);
    }
    template <class Value>
    void put(const std::optional<Value>& value)
    {
        put(value.has_value());
        if (value)
            put(*value);
    }

    std::string m_bytes;
};

/// The way back. Bytes that end early leave default values and `isSound` false.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : m_rest(bytes) {}

    template <class... Values>
    void operator()(Values&... values)
    {
        (take(values), ...);
    }
    [[nodiscard]] bool isSound() const { return m_isSound; }
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

private:
    std::string_view cut(std::size_t count)
    {
        m_isSound = m_isSound && count <= m_rest.size();
        if (!m_isSound)
            return {};
        const auto piece = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return piece;
    }
    template <class Value>
    void take(Value& value)
    {
        if constexpr (std::is_arithmetic_v<Value>) {
            const auto piece = cut(sizeof(value));
            if (!piece.empty())
                std::memcpy(&value, piece.data(), sizeof(value));
        } else {
            fields(*this, value);
        }
    }
    void take(std::string& text)
    {
        std::uint32_t size = 0;
        take(size);
        text = cut(size);
    }
    template <class Value>
    void take(std::vector<Value>& values)
    {
        std::uint32_t size = 0;
        take(size);
        for (std::uint32_t i = 0; i < size && m_isSound; ++i)
            take(values.emplace_back());
    }
    template <class Value, std::size_t count>
    void take(std::array<Value, count>& values)
    {
        for (auto& value : values)
            take(value);
    }
    template <class Value>
    void take(std::optional<Value>& value)
    {
        bool isThere = false;
        take(isThere);
        if (isThere)
            take(value.emplace());
    }

    std::string_view m_rest;
    bool m_isSound = true;
};

} // namespace grading
