"""Reads a data set of the format dicom with pydicom and prints what is wrong: references that lead nowhere, voxels that
marks.csv counts otherwise, values that a de-identified object hasn't.

usage: check_dicom_set.py FOLDER
"""
import csv
import pathlib
import sys

import numpy
import pydicom

folder = pathlib.Path(sys.argv[1])


def rows(name):
    with open(folder / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


objects = {row["file"]: (row, pydicom.dcmread(folder / row["file"])) for row in rows("dicom.csv")}
if set(objects) != {str(path.relative_to(folder)) for path in (folder / "dicom").rglob("*.dcm")}:
    print("dicom.csv and the folder differ")
known = {item.SOPInstanceUID for _, item in objects.values()}


def references(item):
    for element in item.iterall():
        if element.keyword == "ReferencedSOPInstanceUID":
            yield element.value


marked = {}
for row in rows("marks.csv"):
    key = (row["subject"], row["session"], row["reader"], row["stack"])
    marked[key] = marked.get(key, 0) + int(row["voxels"])
patients = {}
for path, (row, item) in objects.items():
    if item.PatientIdentityRemoved != "YES" or not item.DeidentificationMethodCodeSequence:
        print(path, "doesn't say that it is de-identified")
    patients.setdefault(row["subject"], set()).add((item.PatientID, str(item.PatientName)))
    lost = set(references(item)) - known
    if lost:
        print(path, "refers to what isn't there:", lost)
    if row["kind"] == "segmentation":
        # The segment of the whole foramen covers all that is marked.
        whole = [s.SegmentNumber for s in item.SegmentSequence
                 if s.SegmentedPropertyTypeCodeSequence[0].CodeValue == "FS001"]
        frames = item.pixel_array.reshape(-1, item.Rows, item.Columns)
        count = sum(int(frame.sum()) for frame, group in zip(frames, item.PerFrameFunctionalGroupsSequence)
                    if group.SegmentIdentificationSequence[0].ReferencedSegmentNumber in whole)
        if count != marked[(row["subject"], row["session"], row["reader"], row["stack"])]:
            print(path, "holds", count, "voxels")
for subject, names in patients.items():
    if len(names) != 1:
        print(subject, "has several names:", names)
