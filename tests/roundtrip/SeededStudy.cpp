#include "SeededStudy.h"

#include "ConfidentialityProfile.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace grading::test {

namespace {

TestSeries patient()
{
    TestSeries series;
    series.patientName = "Qwertzen^Yxcvilda";
    series.slices = 5;
    return series;
}

/// One name by character set: the defined term, the bytes stored, what they say in UTF-8.
struct EncodedName {
    const char* term;
    std::string bytes;
    std::string utf8;
};

const std::array encodedNames{
    EncodedName{"ISO_IR 100", "\xC4\xF6zkalw\xFCr^J\xF6rgdrik", "Äözkalwür^Jörgdrik"},
    EncodedName{"ISO_IR 144", "\xBB\xEE\xDA\xE1\xD5\xDC\xD1\xE3\xE0\xD3", "Люксембург"},
    EncodedName{"ISO_IR 192", "王小东^健康", "王小东^健康"},
    EncodedName{"GB18030", "\xCD\xF5\xD0\xA1\xB6\xAB\xB7\xB2", "王小东凡"},
    EncodedName{"\\ISO 2022 IR 87", "Zamadaq^Tarouq=\033$B;3ED\033(B^\033$BB@O:\033(B", "Zamadaq^Tarouq=山田^太郎"},
    EncodedName{"\\ISO 2022 IR 149", "Honqq^Gildongq=\033$)C\xFB\xF3^\033$)C\xD1\xCE\xD4\xD7",
                "Honqq^Gildongq=洪^吉洞"},
};

} // namespace

void change(const std::filesystem::path& file, const std::function<void(DcmDataset&)>& by)
{
    DcmFileFormat format;
    ASSERT_TRUE(format.loadFile(file.c_str()).good()) << file;
    format.loadAllDataIntoMemory();
    by(*format.getDataset());
    ASSERT_TRUE(format.saveFile(file.c_str(), format.getDataset()->getOriginalXfer()).good()) << file;
}

std::vector<std::filesystem::path> filesBelow(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

SeededStudy::SeededStudy() : m_study(patient())
{
    for (const auto* known : {"Qwertzen", "Yxcvilda", "PHANTOM-1", "19700101"})
        seed(known);
    seedReading();
    const auto objects = m_study.write(m_reading);
    for (const auto& file : objects.segmentations)
        seedSegmentation(file);
    stuff();
    seedCharacterSets();
    seedImages();
}

std::string SeededStudy::seed(const std::string& text)
{
    m_seeds.push_back(text);
    return text;
}

std::string SeededStudy::next(const std::string& stem)
{
    return seed(stem + "q" + std::to_string(1000 + m_count++) + "z");
}

/// Comment, note and reasons name people; so does who read it.
void SeededStudy::seedReading()
{
    auto& reading = m_reading = m_study.newReading();
    reading.reader = {seed("Vorlesqer") + "^" + seed("Zyntia"), seed("Klinikum Wqstadt"), ReaderRole::Reader};
    int count = 0;
    for (const auto& foramen : reading.numbering.foramina(Region::Lumbar)) {
        auto& record = reading.foramina[foramen];
        record.grade = Grade::from(count % 4);
        record.comment = "Qwertzen, PHANTOM-1, " + next("geb. in Dorf") + ", born 19700101";
        record.disagreementReason = next("asked Dr. Hanq");
        if (count < 3)
            record.marks.push_back(m_study.marksOn(static_cast<std::size_t>(count % 2), count));
        ++count;
    }
    reading.status = ReadingStatus::Signed;
    reading.signedAt = fromIso8601("2026-03-03T10:00:00.000Z");
}

void SeededStudy::seedSegmentation(const std::filesystem::path& file)
{
    change(file, [&](DcmDataset& dataset) {
        DcmItem* segment = nullptr;
        for (long i = 0; dataset.findAndGetSequenceItem(DCM_SegmentSequence, segment, i).good(); ++i) {
            segment->putAndInsertString(DCM_SegmentLabel, ("fat of Qwertzen " + next("lab")).c_str());
            segment->putAndInsertString(DCM_SegmentDescription, next("drawn by Dr. Mq").c_str());
        }
        dataset.putAndInsertString(DCM_ContentDescription, next("for Mrs").c_str());
        seedPrivate(dataset);
    });
}

void SeededStudy::seedImages()
{
    for (const auto& file : m_study.images())
        change(file, [&](DcmDataset& image) { seedImage(image); });
}

void SeededStudy::seedImage(DcmDataset& image)
{
    for (const auto& tag : {DCM_InstitutionName, DCM_InstitutionAddress, DCM_StationName, DCM_OperatorsName,
                            DCM_PerformingPhysicianName, DCM_NameOfPhysiciansReadingStudy, DCM_DeviceSerialNumber,
                            DCM_ProtocolName, DCM_SeriesDescription, DCM_ImageComments, DCM_PatientComments,
                            DCM_RETIRED_OtherPatientIDs, DCM_PatientAddress, DCM_RequestingService})
        putSeed(image, tag);
    // Nested, under elements that stay.
    DcmItem* code = nullptr;
    image.findOrCreateSequenceItem(DCM_DerivationCodeSequence, code, -2);
    code->putAndInsertString(DCM_CodeValue, "L1");
    code->putAndInsertString(DCM_CodingSchemeDesignator, "99FORAMEN");
    code->putAndInsertString(DCM_CodeMeaning, "Spine of Qwertzen");
    DcmItem* request = nullptr;
    image.findOrCreateSequenceItem(DCM_RequestAttributesSequence, request, -2);
    putSeed(*request, DCM_RequestedProcedureID);
    putSeed(*request, DCM_ScheduledProcedureStepDescription);
    // Harmless elements that hold the patient all the same, one of each VR.
    image.putAndInsertString(DCM_ManufacturerModelName, "Scanner of Yxcvilda");
    image.putAndInsertString(DCM_SequenceName, "qwertzen");
    image.putAndInsertString(DCM_SoftwareVersions, ("1.0\\" + m_seeds.front()).c_str());
    image.putAndInsertString(DCM_ScanOptions, "QWERTZEN");
    image.putAndInsertString(DCM_ReceiveCoilName, "PHANTOM-1");
    seedPrivate(image);
}

void SeededStudy::seedPrivate(DcmItem& item)
{
    item.putAndInsertString(DcmTag(0x0029, 0x0010, EVR_LO), "FORAGRADE TESTS");
    item.putAndInsertString(DcmTag(0x0029, 0x1001, EVR_LO), next("priv").c_str());
    item.putAndInsertString(DcmTag(0x0029, 0x1002, EVR_PN), "Qwertzen^Yxcvilda");
    const auto bytes = next("bin") + " ";
    item.putAndInsertUint8Array(DcmTag(0x0029, 0x1003, EVR_OB), reinterpret_cast<const Uint8*>(bytes.data()), // NOLINT
                                static_cast<unsigned long>(bytes.size() & ~std::size_t{1}));
    DcmItem* nested = nullptr;
    item.findOrCreateSequenceItem(DcmTag(0x0029, 0x1004, EVR_SQ), nested, -2);
    nested->putAndInsertString(DCM_PatientComments, next("deep").c_str());
}

/// Names in the encodings of their countries, and in an item with a character set of its own.
void SeededStudy::seedCharacterSets()
{
    const auto source = m_study.images().front();
    int index = 0;
    for (const auto& name : encodedNames) {
        const auto file = folder() / ("charset" + std::to_string(index++) + ".dcm");
        std::filesystem::copy_file(source, file);
        seed(name.bytes);
        seed(name.utf8);
        change(file, [&](DcmDataset& image) {
            image.putAndInsertString(DCM_SpecificCharacterSet, name.term);
            image.putAndInsertString(DCM_PatientName, name.bytes.c_str());
            image.putAndInsertString(DCM_SOPInstanceUID,
                                     ("1.2.826.0.1.3680043.10.543.7." + std::to_string(index)).c_str());
            image.putAndInsertString(DCM_SeriesInstanceUID, "1.2.826.0.1.3680043.10.543.7.900");
            image.putAndInsertString(DCM_ImageComments, ("about " + name.bytes).c_str());
            image.putAndInsertString(DCM_ManufacturerModelName, name.bytes.substr(0, 60).c_str());
            DcmItem* nested = nullptr;
            image.findOrCreateSequenceItem(DCM_DerivationCodeSequence, nested, -2);
            nested->putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 100");
            nested->putAndInsertString(DCM_CodeValue, "L1");
            nested->putAndInsertString(DCM_CodingSchemeDesignator, "99FORAMEN");
            nested->putAndInsertString(DCM_CodeMeaning, "\xC4\xF6zkalw\xFCr");
        });
    }
}

bool SeededStudy::putSeed(DcmItem& item, const DcmTagKey& key)
{
    const DcmTag tag(key);
    switch (tag.getEVR()) {
    case EVR_AE:
    case EVR_LO:
    case EVR_LT:
    case EVR_SH:
    case EVR_ST:
    case EVR_UC:
    case EVR_UR:
    case EVR_UT:
        return item.putAndInsertString(tag, next("Id").c_str()).good();
    case EVR_PN:
        return item.putAndInsertString(tag, (next("Fam") + "^" + next("Giv")).c_str()).good();
    case EVR_DA: {
        const int day = m_count++ % 336;
        std::array<char, 16> date{};
        std::snprintf(date.data(), date.size(), "1987%02d%02d", day / 28 + 1, day % 28 + 1);
        return item.putAndInsertString(tag, seed(date.data()).c_str()).good();
    }
    case EVR_UI:
        return item.putAndInsertString(tag, seed("1.2.826.0.1.3680043.10.543.8." + std::to_string(m_count++)).c_str())
            .good();
    default:
        return false;
    }
}

/// A value in every element of the table that has a text, date, uid or items.
void SeededStudy::stuff()
{
    m_stuffed = folder() / "stuffed.dcm";
    std::filesystem::copy_file(m_study.images().back(), m_stuffed);
    change(m_stuffed, [&](DcmDataset& image) {
        image.putAndInsertString(DCM_SOPInstanceUID, "1.2.826.0.1.3680043.10.543.6.1");
        image.putAndInsertString(DCM_SeriesInstanceUID, "1.2.826.0.1.3680043.10.543.6.2");
        for (const auto& row : basicProfile()) {
            const DcmTagKey tag(static_cast<Uint16>(row.tag >> 16U), static_cast<Uint16>(row.tag));
            if (tag.getGroup() < 8 || (tag.getGroup() & 0xFF00U) == 0x6000 || tag.getGroup() >= 0xFF00 ||
                image.tagExists(tag))
                continue;
            bool isSeeded = false;
            if (DcmTag(tag).getEVR() == EVR_SQ) {
                DcmItem* item = nullptr;
                isSeeded = row.action != "X/Z/U*" && row.keyword != "ContentSequence" &&
                           image.findOrCreateSequenceItem(tag, item, -2).good() && putSeed(*item, DCM_PersonName);
            } else {
                isSeeded = putSeed(image, tag);
            }
            if (isSeeded && row.keyword != "VerifyingObserverSequence")
                m_stuffedTags.push_back(tag);
        }
        DcmItem* nested = nullptr;
        image.findOrCreateSequenceItem(DCM_ReferencedImageSequence, nested, -2);
        putSeed(*nested, DCM_ReferencedSOPInstanceUID);
    });
}

} // namespace grading::test
