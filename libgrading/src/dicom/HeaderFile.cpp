#include "HeaderFile.h"

#include "Dcmtk.h"
#include "DicomFile.h"

#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <algorithm>
#include <bit>

namespace grading {

namespace {

HeaderItem plainItem(DcmItem& item);

HeaderElement plainElement(DcmElement& element)
{
    HeaderElement plain;
    plain.tag = number(element.getTag());
    if (element.ident() == EVR_SQ) {
        auto& sequence = static_cast<DcmSequenceOfItems&>(element);
        DcmObject* item = nullptr;
        while ((item = sequence.nextInContainer(item)) != nullptr)
            plain.items.push_back(plainItem(static_cast<DcmItem&>(*item)));
        return plain;
    }
    if (element.getLengthField() > longestHeaderValue)
        return plain;
    Uint16* words = nullptr;
    OFString text;
    if (element.ident() == EVR_OW && element.getUint16Array(words).good() && words != nullptr) {
        plain.kind = ValueKind::Unsigned16;
        plain.value.assign(reinterpret_cast<const char*>(words), element.getLengthField()); // NOLINT: local byte order
    } else if (element.getOFStringArray(text, OFFalse).good()) {
        plain.value.assign(text.c_str(), text.size());
    }
    return plain;
}

HeaderItem plainItem(DcmItem& item)
{
    HeaderItem plain;
    DcmObject* object = nullptr;
    while ((object = item.nextInContainer(object)) != nullptr)
        plain.elements.push_back(plainElement(static_cast<DcmElement&>(*object)));
    std::ranges::stable_sort(plain.elements, {}, &HeaderElement::tag);
    return plain;
}

Result<HeaderFile> readByDcmtk(const std::filesystem::path& path, const FileWindow& window)
{
    const auto parsed = readHeader(path);
    if (!parsed)
        return fail(parsed.error());
    HeaderFile header;
    header.meta = plainItem(*parsed->format->getMetaInfo());
    header.dataset = plainItem(parsed->dataset());
    const DcmXfer syntax(parsed->dataset().getOriginalXfer());
    header.transferSyntax = syntax.getXferID();
    if (syntax.getStreamCompression() != ESC_none)
        header.encoding = PixelEncoding::Deflated;
    else if (isEncapsulated(syntax))
        header.encoding = PixelEncoding::Encapsulated;
    else if (syntax.isBigEndian())
        header.encoding = PixelEncoding::BigEndian;
    header.hasPixels = parsed->hasPixels;
    header.fileSize = window.size();
    header.pixelOffset = static_cast<std::uint64_t>(parsed->endOffset);
    std::uint32_t length = 0; // comes last before the value, whatever the encoding
    if (header.pixelOffset >= 4 && window.read(header.pixelOffset - 4, &length, 4))
        header.pixelLength = header.encoding == PixelEncoding::BigEndian ? __builtin_bswap32(length) : length;
    return header;
}

} // namespace

Result<HeaderFile> readHeaderFile(const std::filesystem::path& path)
{
    FileWindow file(path);
    if (!file.isOpen())
        return fail(ErrorCode::Io, path.string(), "can't be opened", "check its permissions");
    HeaderFile header;
    if (readPlainHeader(file, header))
        return header;
    if (!looksLikeDicom(path))
        return fail(ErrorCode::Unreadable, path.string(), "isn't readable as DICOM");
    return readByDcmtk(path, file);
}

} // namespace grading
