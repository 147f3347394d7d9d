"""Holds a BIDS data set against the rules of BIDS derivatives 1.8 that its validator checks, and reads it with nibabel.
Prints what is wrong.

usage: check_bids_set.py FOLDER
"""
import csv
import fnmatch
import json
import pathlib
import re
import sys

import nibabel
import numpy

folder = pathlib.Path(sys.argv[1])
files = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
ignored = [line for line in (folder / ".bidsignore").read_text().split("\n") if line]
top = ["dataset_description.json", "README.md", "participants.tsv", "participants.json", "dseg.tsv", ".bidsignore"]
name = re.compile(r"(?P<sub>sub-[0-9A-Za-z]+)/(?P<ses>ses-[0-9A-Za-z]+)/anat/(?P=sub)_(?P=ses)_acq-[0-9A-Za-z]+"
                  r"(_desc-[0-9A-Za-z]+_dseg|_(T1w|T2w|PDw))\.(nii\.gz|json)")
for path in files:
    if path in top or any(fnmatch.fnmatch(path, pattern) for pattern in ignored):
        continue
    if not name.fullmatch(path):
        print(path, "isn't a name of BIDS")


def table(path):
    text = (folder / path).read_text(encoding="utf-8")
    if "\r" in text:
        print(path, "has carriage returns")
    rows = list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    if any(len(row) != len(rows[0]) for row in rows) or any(cell == "" for row in rows for cell in row):
        print(path, "has empty cells or uneven rows")
    return [dict(zip(rows[0], row)) for row in rows[1:]]


description = json.loads((folder / "dataset_description.json").read_text())
for key in ("Name", "BIDSVersion", "GeneratedBy"):
    if key not in description:
        print("dataset_description.json lacks", key)
if description["DatasetType"] != "derivative" or not description["GeneratedBy"][0]["Version"]:
    print("dataset_description.json isn't that of derivatives")
participants = [row["participant_id"] for row in table("participants.tsv")]
subjects = sorted(path.name for path in folder.glob("sub-*"))
if len(set(participants)) != len(participants) or not set(subjects) <= set(participants):
    print("participants.tsv and folders differ:", participants, subjects)
for path in ("participants", "readings", "marks"):
    described = json.loads((folder / (path + ".json")).read_text())
    for row in table(path + ".tsv")[:1]:
        if set(row) != set(described):
            print(path + ".json describes other columns")
lookup = {int(row["index"]): row["name"] for row in table("dseg.tsv")}
dsegs = [path for path in files if path.endswith("_dseg.nii.gz")]
if not dsegs:
    print("there is no dseg")
for path in dsegs:
    image = nibabel.load(folder / path)
    voxels = numpy.asanyarray(image.dataobj)
    if not numpy.issubdtype(voxels.dtype, numpy.integer):
        print(path, "isn't whole numbers")
    unknown = set(numpy.unique(voxels)) - {0} - set(lookup)
    if unknown:
        print(path, "has values that dseg.tsv doesn't know:", unknown)
    sidecar = json.loads((folder / path.replace(".nii.gz", ".json")).read_text())
    if not isinstance(sidecar["Manual"], bool):
        print(path, "doesn't say whether it is manual")
    for source in sidecar.get("Sources", []):
        other = nibabel.load(folder / source.removeprefix("bids::"))
        if other.shape != image.shape or not numpy.allclose(other.affine, image.affine, atol=1e-4):
            print(path, "lies elsewhere than", source)
told = {(row["label_file"], int(row["label_value"])): int(row["voxels"]) for row in table("marks.tsv")}
for (path, value), count in told.items():
    if int((numpy.asanyarray(nibabel.load(folder / path).dataobj) == value).sum()) != count:
        print(path, "has not", count, "voxels of", value)
