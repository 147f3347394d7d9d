#!/usr/bin/python3
"""Generates MR series as benchmarks read them: headers of a scanner's length, noise as pixels.

make_series.py FOLDER COUNT STUDIES SERIES ROWS   writes COUNT single-frame files of ROWS x ROWS pixels, shared out
                                                  over STUDIES studies of SERIES sagittal series each
"""
import random
import sys
from pathlib import Path

import numpy
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian

ROOT = "1.2.826.0.1.3680043.10.543.77"
MR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.4"


def usual_attributes(rows):
    """What every image of a series shares, as many elements as scanners write."""
    data = Dataset()
    texts = {
        "SpecificCharacterSet": "ISO_IR 100", "ImageType": ["ORIGINAL", "PRIMARY", "M", "SE", "ND"],
        "InstanceCreationDate": "20260302", "InstanceCreationTime": "101500.000000", "SOPClassUID": MR_IMAGE_STORAGE,
        "StudyDate": "20260302", "SeriesDate": "20260302", "AcquisitionDate": "20260302", "ContentDate": "20260302",
        "StudyTime": "101000.000000", "SeriesTime": "101200.000000", "AcquisitionTime": "101210.000000",
        "ContentTime": "101212.000000", "AccessionNumber": "1", "Modality": "MR", "Manufacturer": "Phantom",
        "InstitutionName": "Sample", "ReferringPhysicianName": "", "StationName": "MR1",
        "StudyDescription": "MR lumbar spine", "ManufacturerModelName": "Phantom 3T", "PatientBirthDate": "19700101",
        "PatientSex": "O", "PatientAge": "056Y", "PatientWeight": "70", "BodyPartExamined": "LSPINE",
        "ScanningSequence": "SE", "SequenceVariant": ["SK", "SP", "OSP"], "ScanOptions": "SAT1",
        "MRAcquisitionType": "2D", "SequenceName": "*tse2d1_15", "AngioFlag": "N", "SliceThickness": "4",
        "RepetitionTime": "3500", "EchoTime": "102", "NumberOfAverages": "2", "ImagingFrequency": "123.2",
        "ImagedNucleus": "1H", "EchoNumbers": "1", "MagneticFieldStrength": "3", "SpacingBetweenSlices": "4.4",
        "NumberOfPhaseEncodingSteps": "300", "EchoTrainLength": "15", "PercentSampling": "75",
        "PercentPhaseFieldOfView": "100", "PixelBandwidth": "190", "DeviceSerialNumber": "1",
        "SoftwareVersions": "phantom 1", "ProtocolName": "t2_tse_sag", "TransmitCoilName": "Body",
        "InPlanePhaseEncodingDirection": "ROW", "FlipAngle": "150", "VariableFlipAngleFlag": "N", "SAR": "1.2",
        "dBdt": "0", "PatientPosition": "HFS", "StudyID": "1", "AcquisitionNumber": "1",
        "PositionReferenceIndicator": "", "SamplesPerPixel": 1, "PhotometricInterpretation": "MONOCHROME2",
        "Rows": rows, "Columns": rows, "PixelSpacing": ["0.7", "0.7"], "BitsAllocated": 16, "BitsStored": 12,
        "HighBit": 11, "PixelRepresentation": 0, "SmallestImagePixelValue": 0, "LargestImagePixelValue": 4000,
        "WindowCenter": "900", "WindowWidth": "1900", "WindowCenterWidthExplanation": "Algo1",
        "ImageOrientationPatient": ["0", "1", "0", "0", "0", "-1"],
    }
    for keyword, value in texts.items():
        setattr(data, keyword, value)
    for sequence, uid in (("ReferencedStudySequence", ".1"), ("ReferencedImageSequence", ".2")):
        items = []
        for i in range(3):
            item = Dataset()
            item.ReferencedSOPClassUID = MR_IMAGE_STORAGE
            item.ReferencedSOPInstanceUID = f"{ROOT}{uid}.{i}"
            items.append(item)
        setattr(data, sequence, items)
    block = data.private_block(0x0029, "PHANTOM HEADER", create=True)
    block.add_new(0x10, "OB", bytes(range(256)) * 48)  # as large as scanners' own headers
    block.add_new(0x20, "OB", bytes(range(256)) * 200)
    block = data.private_block(0x0051, "PHANTOM MR", create=True)
    for element in range(0x08, 0x1a):
        block.add_new(element, "SH", f"p{element}")
    return data


def write_file(path, data):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = data.SOPClassUID
    meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    file = FileDataset(str(path), data, file_meta=meta, preamble=b"\0" * 128)
    file.is_little_endian, file.is_implicit_VR = True, False
    file.save_as(path, write_like_original=False)


def main(folder, count, studies, series, rows):
    chance = random.Random(1)
    pixels = numpy.random.default_rng(1).integers(0, 4000, rows * rows + count, dtype=numpy.uint16)
    data = usual_attributes(rows)
    slices = count // (studies * series)
    for study in range(studies):
        home = folder / f"study{study + 1:03d}"
        home.mkdir(parents=True, exist_ok=True)
        names = chance.sample(range(100000, 999999), series * slices)
        data.StudyInstanceUID = f"{ROOT}.{study + 1}"
        data.FrameOfReferenceUID = data.StudyInstanceUID + ".9"
        data.PatientID = f"PHANTOM-{study + 1}"
        data.PatientName = "Phantom^Lumbar"
        for i in range(series * slices):
            number, place = i // slices, i % slices
            data.SeriesNumber = number + 1
            data.SeriesInstanceUID = f"{data.StudyInstanceUID}.{number + 1}"
            data.SeriesDescription = f"t2_tse_sag_{number + 1}"
            data.SOPInstanceUID = f"{data.SeriesInstanceUID}.{place + 1}"
            data.InstanceNumber = place + 1
            data.SliceLocation = f"{-44 + 4.4 * place:.4f}"
            data.ImagePositionPatient = [f"{44 - 4.4 * place:.4f}", "-140", "140"]
            data.PixelData = pixels[i : i + rows * rows].tobytes()
            write_file(home / f"{names[i]}.dcm", data)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(int(argument) for argument in sys.argv[2:]))
