#include "BidsFormat.h"
#include "CocoFormat.h"
#include "DicomFormat.h"
#include "PlainFormats.h"
#include "RsnaFormat.h"

namespace grading {

const Format& formatOf(DataSetFormat format)
{
    static const CsvFormat csv;
    static const NiftiFormat nifti;
    static const BidsFormat bids;
    static const CocoFormat coco;
    static const RsnaFormat rsna;
    static const DicomFormat dicom;
    switch (format) {
    case DataSetFormat::Nifti:
        return nifti;
    case DataSetFormat::Bids:
        return bids;
    case DataSetFormat::Coco:
        return coco;
    case DataSetFormat::Rsna:
        return rsna;
    case DataSetFormat::Dicom:
        return dicom;
    case DataSetFormat::Csv:
        break;
    }
    return csv;
}

} // namespace grading
