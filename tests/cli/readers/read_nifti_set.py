"""Reads a data set of the format nifti with nibabel alone and prints what is wrong with it.

usage: read_nifti_set.py FOLDER ORIGIN_R,A,S SPACING_ACROSS,DOWN,BETWEEN VALUE:COLUMNS,ROWS,SLICES
The grid is that of a sagittal stack, mm; VALUE lies in first-last columns, rows and slices: 481:20-29,20-27,4-4
"""
import csv
import hashlib
import json
import pathlib
import sys

import nibabel
import numpy

folder = pathlib.Path(sys.argv[1])
origin = [float(x) for x in sys.argv[2].split(",")]
spacing = [float(x) for x in sys.argv[3].split(",")]
boxed, box = sys.argv[4].split(":")
box = [[int(x) for x in side.split("-")] for side in box.split(",")]


def rows(name):
    with open(folder / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


manifest = json.load(open(folder / "manifest.json", encoding="utf-8"))
listed = {entry["path"]: entry for entry in manifest["files"]}
found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
if found - {"manifest.json", "SHA256SUMS"} != set(listed):
    print("manifest and folder differ:", found ^ set(listed))
for path, entry in listed.items():
    data = (folder / path).read_bytes()
    if len(data) != entry["bytes"] or hashlib.sha256(data).hexdigest() != entry["sha256"]:
        print(path, "isn't what the manifest says")
for line in open(folder / "SHA256SUMS", encoding="utf-8"):
    digest, path = line.rstrip("\n").split("  ")
    if hashlib.sha256((folder / path).read_bytes()).hexdigest() != digest:
        print(path, "isn't what SHA256SUMS says")

described = {(row["file"], row["column"]) for row in rows("data-dictionary.csv")}
for name in ("studies.csv", "readings.csv", "marks.csv", "labels.csv"):
    columns = {(name, column) for column in rows(name)[0]}
    if columns != {entry for entry in described if entry[0] == name}:
        print(name, "isn't what the data dictionary says")

meaning = {int(row["value"]): row for row in rows("labels.csv")}
counted = {}
for path in sorted((folder / "labels").iterdir()):
    image = nibabel.load(path)
    voxels = numpy.asanyarray(image.dataobj)
    partner = folder / "images" / (path.name.rsplit("_", 1)[0] + ".nii.gz")
    if partner.exists():
        other = nibabel.load(partner)
        if other.shape != image.shape or not numpy.allclose(other.affine, image.affine, atol=1e-4):
            print(path.name, "lies elsewhere than its image")
    # Columns run to the back, rows to the feet, slices to the right: in RAS -y, -z, +x.
    expected = numpy.array([[0, 0, spacing[2], origin[0]], [-spacing[0], 0, 0, origin[1]],
                            [0, -spacing[1], 0, origin[2]], [0, 0, 0, 1]])
    if not numpy.allclose(image.affine, expected, atol=1e-3):
        print(path.name, "has another grid:", image.affine.tolist())
    for value, count in zip(*numpy.unique(voxels[voxels > 0], return_counts=True)):
        counted[("labels/" + path.name, int(value))] = int(count)
    places = numpy.argwhere(voxels == int(boxed))
    if numpy.column_stack([places.min(0), places.max(0)]).tolist() != box:
        print(path.name, "has", boxed, "elsewhere:", places.min(0), places.max(0))
told = {(row["label_file"], int(row["label_value"])): int(row["voxels"]) for row in rows("marks.csv")}
if told != counted:
    print("marks.csv and label images differ:", told, counted)
for row in rows("marks.csv"):
    value = meaning[int(row["label_value"])]
    level, side = row["foramen"].split(":")
    if value["structure"] != row["structure"] or value["side"][0].upper() != side:
        print("labels.csv says otherwise than", row)
    if value["upper_vertebra"] != level.split("-")[0]:
        print("labels.csv names another vertebra than", row)
