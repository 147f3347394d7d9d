#include "LeakCheck.h"

#include "DatasetParts.h"
#include "Dates.h"

#include "grading/base/Files.h"

#include <dcmtk/dcmdata/dctk.h>

#include <regex>

namespace grading {

namespace {

bool isPseudonym(const std::string& name)
{
    static const std::regex pattern("Patient\\^[0-9a-f]{12}|Reader\\^[0-9a-f]{8}|Removed|");
    return std::regex_match(name, pattern);
}

class Search {
public:
    Search(const Identities& identities, const AllowedDays& allowed) : m_identities(identities), m_allowed(allowed) {}

    /// True when something was found; then `what` tells.
    bool item(DcmItem& item)
    {
        for (unsigned long i = 0; i < item.card(); ++i) {
            if (element(*item.getElement(i)))
                return true;
        }
        return false;
    }

    std::string what;

private:
    bool found(DcmElement& element, const std::string& reason)
    {
        const auto tag = element.getTag();
        what = std::string(tag.getXTag().toString().c_str()) + " " + DcmTag(tag).getTagName() + " " + reason;
        return true;
    }

    bool element(DcmElement& element)
    {
        const auto group = element.getTag().getGTag();
        if (group % 2 == 1)
            return found(element, "is a private element");
        if ((group & 0xFF00U) == 0x5000 || (group & 0xFF00U) == 0x6000)
            return found(element, "is part of an overlay or curve");
        if (element.ident() != EVR_SQ)
            return value(element);
        auto& sequence = static_cast<DcmSequenceOfItems&>(element);
        for (unsigned long i = 0; i < sequence.card(); ++i) {
            if (item(*sequence.getItem(i)))
                return true;
        }
        return false;
    }

    bool value(DcmElement& element)
    {
        const auto vr = element.getTag().getEVR();
        const bool isText = holdsWords(vr) || vr == EVR_UI || vr == EVR_DA || vr == EVR_DT || vr == EVR_UN;
        const auto whole = isText && vr != EVR_UN ? wholeText(element) : std::string();
        if (holdsWords(vr) && m_identities.inText(whole))
            return found(element, "identifies somebody");
        for (const auto& one : splitValues(whole)) {
            if (vr == EVR_UI && m_identities.isSourceUid(one))
                return found(element, "is a uid of the source");
            if (vr == EVR_PN && !isPseudonym(one))
                return found(element, "is no pseudonym");
            if ((vr == EVR_DA || vr == EVR_DT) && !one.empty() && !m_allowed.days.contains(one.substr(0, 8)))
                return found(element, "is a date that shouldn't be there");
        }
        return vr == EVR_UN && element.getLength() > 0 && found(element, "is of an unknown kind");
    }

    const Identities& m_identities;
    const AllowedDays& m_allowed;
};

} // namespace

Result<std::string> findLeak(const std::filesystem::path& written, const Identities& identities,
                             const AllowedDays& allowed)
{
    const auto bytes = readFile(written, std::size_t{4} << 30U);
    if (!bytes)
        return fail(bytes.error());
    if (identities.inBytes(*bytes))
        return std::string("its bytes hold what identifies somebody");
    auto file = readDicomFile(written);
    if (!file)
        return fail(file.error());
    convertToUtf8(file->dataset());
    if (text(file->dataset(), DCM_PatientIdentityRemoved) != "YES")
        return std::string("it doesn't say that the identity is removed");
    Search search(identities, allowed);
    search.item(file->dataset());
    if (search.what.empty())
        search.item(*file->format->getMetaInfo());
    return search.what;
}

} // namespace grading
