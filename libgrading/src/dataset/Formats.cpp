#include "BidsFormat.h"
#include "CocoFormat.h"
#include "PlainFormats.h"
#include "RsnaFormat.h"

#include "grading/base/Contract.h"

namespace grading {

const Format& formatOf(DataSetFormat format)
{
    static const CsvFormat csv;
    static const NiftiFormat nifti;
    static const BidsFormat bids;
    static const CocoFormat coco;
    static const RsnaFormat rsna;
    switch (format) {
    case DataSetFormat::Nifti:
        return nifti;
    case DataSetFormat::Bids:
        return bids;
    case DataSetFormat::Coco:
        return coco;
    case DataSetFormat::Rsna:
        return rsna;
    case DataSetFormat::Csv:
    case DataSetFormat::Dicom:
        break;
    }
    GRADING_EXPECTS(format == DataSetFormat::Csv);
    return csv;
}

} // namespace grading
