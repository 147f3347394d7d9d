"""Reads data sets back with readers of their own (csv, nibabel, pydicom, json) and counts what must be in them."""
import collections
import csv
import glob
import json
import os
import subprocess

SEVERITY = {0: "Normal/Mild", 1: "Normal/Mild", 2: "Moderate", 3: "Severe"}


class Expected:
    """Grades as (foramen, grade), and the number of voxels of each structure over all of them."""

    def __init__(self, grades, voxels):
        self.grades = collections.Counter(grades)
        self.voxels = voxels


def rows_of(path, separator=","):
    with open(path, newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


def check_sums(folder):
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=folder, check=True)
    return "sums right"


def check_table(folder, expected, name, separator):
    found = collections.Counter((r["foramen"], int(r["grade"])) for r in rows_of(os.path.join(folder, name), separator)
                                if r["grade"] not in ("", "n/a"))
    assert found == expected.grades, f"{name}: other grades than those simulated"
    return f"{sum(found.values())} grades in {name}"


def check_labels(folder, expected, pattern):
    import nibabel
    import numpy
    voxels = collections.Counter()
    files = glob.glob(os.path.join(folder, pattern), recursive=True)
    for path in files:
        data = numpy.asarray(nibabel.load(path).dataobj)
        values, counts = numpy.unique(data[data > 0] % 10, return_counts=True)
        voxels.update(dict(zip(map(int, values), map(int, counts))))
    assert dict(voxels) == expected.voxels, f"{pattern}: {dict(voxels)} voxels, not {expected.voxels}"
    return f"{len(files)} label images with {sum(voxels.values())} marked voxels"


def check_csv(folder, expected):
    return [check_table(folder, expected, "readings.csv", ",")]


def check_nifti(folder, expected):
    return [check_table(folder, expected, "readings.csv", ","), check_labels(folder, expected, "labels/*.nii.gz")]


def check_bids(folder, expected):
    return [check_table(folder, expected, "readings.tsv", "\t"),
            check_labels(folder, expected, "**/*_dseg.nii.gz")]


def check_coco(folder, expected):
    area = collections.Counter()
    for path in glob.glob(os.path.join(folder, "annotations", "instances*.json")):
        with open(path) as file:
            document = json.load(file)
        names = {c["id"]: c["name"] for c in document["categories"]}
        for annotation in document["annotations"]:
            area[names[annotation["category_id"]]] += annotation["area"]
    wanted = {"nerve root": expected.voxels[1], "perineural fat": expected.voxels[2],
              "neural foramen": sum(expected.voxels.values())}
    assert dict(area) == wanted, f"areas {dict(area)}, not {wanted}"
    return [f"areas of {len(area)} categories"]


def check_rsna(folder, expected):
    found = collections.Counter()
    for path in glob.glob(os.path.join(folder, "**", "train.csv"), recursive=True):
        for row in rows_of(path):
            for column, value in row.items():
                if "neural_foraminal_narrowing" in column and value:
                    found[column.split("_")[0], "_".join(column.split("_")[-2:]), value] += 1
    wanted = collections.Counter()
    for (foramen, grade), count in expected.grades.items():
        level, side = foramen.split(":")
        wanted[{"R": "right", "L": "left"}[side], level.lower().replace("-", "_"), SEVERITY[grade]] += count
    assert found == wanted, "train.csv: other labels than those simulated"
    images = glob.glob(os.path.join(folder, "train_images", "*", "*", "*.dcm"))
    assert images, "no train_images"
    return [f"{sum(found.values())} labels in train.csv", f"{len(images)} images"]


def check_dicom(folder, expected):
    import pydicom
    objects = [pydicom.dcmread(os.path.join(folder, row["file"])) for row in rows_of(os.path.join(folder, "dicom.csv"))]
    kinds = collections.Counter(item.Modality for item in objects)
    known = {item.SOPInstanceUID for item in objects}
    voxels, grades = 0, 0
    for item in objects:
        assert item.PatientIdentityRemoved == "YES" and "PHANTOM" not in str(item.PatientID).upper(), "names a patient"
        lost = {e.value for e in item.iterall() if e.keyword == "ReferencedSOPInstanceUID"} - known
        assert not lost, f"{item.Modality} refers to {lost}, which isn't there"
        if item.Modality == "SEG":
            # The segment of the whole foramen covers all that is marked.
            whole = {s.SegmentNumber for s in item.SegmentSequence
                     if s.SegmentedPropertyTypeCodeSequence[0].CodeValue == "FS001"}
            for frame, group in zip(item.pixel_array.reshape(-1, item.Rows, item.Columns),
                                    item.PerFrameFunctionalGroupsSequence):
                if group.SegmentIdentificationSequence[0].ReferencedSegmentNumber in whole:
                    voxels += int(frame.sum())
        elif item.Modality == "SR":
            grades += sum(1 for e in item.iterall() if e.keyword == "ConceptNameCodeSequence"
                          and e.value[0].CodeValue == "FQ001")
    assert voxels == sum(expected.voxels.values()), f"{voxels} voxels in the SEGs, not {sum(expected.voxels.values())}"
    assert grades == sum(expected.grades.values()), f"{grades} grades in the SRs, not {sum(expected.grades.values())}"
    return [", ".join(f"{count} {kind}" for kind, count in kinds.items()), f"{voxels} marked voxels",
            f"{grades} grades", "references intact"]


CHECKS = {"csv": check_csv, "nifti": check_nifti, "bids": check_bids, "coco": check_coco, "rsna": check_rsna,
          "dicom": check_dicom}
