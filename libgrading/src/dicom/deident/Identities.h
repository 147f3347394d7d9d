#pragma once

#include "Needles.h"

#include "grading/dicom/Deidentify.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>

#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

namespace grading {

/// What identifies somebody in the files to be de-identified: names and their parts, ids, addresses, institutions,
/// dates, uids. Collected by the table as published, whatever rules the cleaning goes by.
class Identities {
public:
    explicit Identities(const DeidentifyOptions& options);

    /// Adds those of a data set whose text is UTF-8.
    void collect(DcmItem& dataset);

    /// What of it a text holds, or none.
    [[nodiscard]] std::optional<std::string> inText(std::string_view utf8) const;
    /// The same in any bytes, in whatever encoding: strings long enough not to occur by chance, and uids.
    [[nodiscard]] std::optional<std::string> inBytes(std::string_view bytes) const;
    [[nodiscard]] bool isSourceUid(const std::string& uid) const { return m_uids.contains(uid); }
    /// The days of all dates, as DA.
    [[nodiscard]] const std::set<std::string>& days() const { return m_days; }

    void addName(std::string_view personName);
    void addValue(std::string_view value);

private:
    void collectItem(DcmItem& item, bool isIdentifying);
    void collectText(const DcmTagKey& tag, DcmEVR vr, const std::string& value, bool isIdentifying);
    void addForBytes(std::string_view utf8);

    std::unordered_map<std::uint32_t, bool> m_isIdentifying; ///< Elements of the table that go or are replaced.
    std::unordered_set<std::uint32_t> m_descriptors;
    Needles m_inText;
    Needles m_inBytes;
    std::unordered_set<std::string> m_uids;
    std::set<std::string> m_days;
};

/// All values of a text element as they are, values separated by backslashes, trailing padding trimmed.
[[nodiscard]] std::string wholeText(DcmElement& element);
[[nodiscard]] std::vector<std::string> splitValues(const std::string& whole);
/// A VR that holds words: not numbers, dates or uids.
[[nodiscard]] bool holdsWords(DcmEVR vr);
[[nodiscard]] bool holdsSeveral(DcmEVR vr); ///< Of these: values are separated by backslashes.

} // namespace grading
