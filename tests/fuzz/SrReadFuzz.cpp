#include "InputFile.h"
#include "SeedStudy.h"

#include "grading/dicom/ImportReading.h"
#include "grading/dicom/StructuredReport.h"
#include "grading/dicom/Validate.h"
#include "grading/reading/ReadingJson.h"

using namespace grading;
using fuzz::require;

/// Any file is refused or gives a reading that can be written again; what validates it or imports it alone stands too.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const auto catalogue = fuzz::seedCatalogue();
    const auto path = fuzz::inputFile(data, size);
    if (const auto report = readStructuredReport(path))
        require(!toJson(report->reading).empty());
    if (const auto files = importFiles({path}, catalogue)) {
        for (const auto& reading : files->readings)
            require(!toJson(reading).empty());
    }
    (void)validateObjects({path});
    return 0;
}
