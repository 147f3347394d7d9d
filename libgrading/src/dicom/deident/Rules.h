#pragma once

#include "grading/dicom/Deidentify.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctagkey.h>
#include <dcmtk/dcmdata/dcvr.h>

#include <cstdint>
#include <unordered_map>

namespace grading {

enum class Action : std::uint8_t {
    Remove,
    Empty,
    Dummy,
    MapUid,
    Date,    ///< Shifted where dates are, else by `otherwise`.
    Patient, ///< The patient's pseudonym.
    Reader,  ///< A person's pseudonym.
    Clean,   ///< Words of the vocabulary, nothing else; without any: `otherwise`.
    Guard,   ///< Kept unless it holds what identifies somebody.
    Same,    ///< A label that must stay equal wherever it stands: kept when it is vocabulary, else its pseudonym.
    SrText,  ///< By the name of the content item.
    Enter,   ///< A sequence that stays, cleaned inside.
    Keep,
};

struct Rule {
    Action action = Action::Remove;
    Action otherwise = Action::Remove;

    bool operator==(const Rule&) const = default;
};

/// What becomes of each element: the table's rows resolved by the options, and for what the table doesn't name a rule
/// by its VR that keeps only what is known to be harmless.
class Rules {
public:
    explicit Rules(const DeidentifyOptions& options);

    [[nodiscard]] Rule of(const DcmTagKey& tag, DcmEVR vr) const;

    /// A test's: as if the rule for it were missing and its value stayed.
    void forget(const DcmTagKey& tag);
    [[nodiscard]] const std::unordered_map<std::uint32_t, Rule>& listed() const { return m_listed; }

private:
    [[nodiscard]] Rule unlisted(const DcmTagKey& tag, DcmEVR vr) const;

    DeidentifyOptions m_options;
    std::unordered_map<std::uint32_t, Rule> m_listed;
};

} // namespace grading
