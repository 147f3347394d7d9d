"""Draws the polygons of a COCO data set again, without the project's code, and compares them voxel by voxel with the label
images of a NIfTI data set of the same readings. Prints what differs.

usage: read_coco_set.py COCO_FOLDER NIFTI_FOLDER
"""
import csv
import json
import pathlib
import struct
import sys

import nibabel
import numpy

coco = pathlib.Path(sys.argv[1])
nifti = pathlib.Path(sys.argv[2])


def filled(polygons, width, height):
    """Even-odd rule at pixel centres; (0, 0) is the first pixel's outer corner."""
    mask = numpy.zeros((height, width), dtype=int)
    for polygon in polygons:
        points = list(zip(polygon[0::2], polygon[1::2]))
        one = numpy.zeros((height, width), dtype=bool)
        for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1]):
            if y1 == y2:
                continue
            for row in range(height):
                middle = row + 0.5
                if min(y1, y2) <= middle < max(y1, y2):
                    crossing = x1 + (middle - y1) * (x2 - x1) / (y2 - y1)
                    one[row, numpy.arange(width) + 0.5 > crossing] ^= True
        mask += one
    if mask.max(initial=0) > 1:
        print("polygons of one annotation overlap")
    return mask > 0


geometry = {entry["file_name"]: entry for entry in json.load(open(coco / "geometry.json"))["images"]}
with open(nifti / "labels.csv", newline="") as file:
    meaning = {int(row["value"]): row for row in csv.DictReader(file)}
structures = {"nerve root": ["nerveRoot"], "perineural fat": ["perineuralFat"],
              "neural foramen": ["nerveRoot", "perineuralFat", "foramenOutline"]}
ids, pictures, subjects, drawn = set(), set(), {}, 0
for path in sorted((coco / "annotations").iterdir()):
    split = path.stem.removeprefix("instances").lstrip("_")
    document = json.load(open(path))
    names = {category["id"]: category["name"] for category in document["categories"]}
    images = {image["id"]: image for image in document["images"]}
    for image in images.values():
        pictures.add(image["file_name"])
        header = (coco / image["file_name"]).read_bytes()[:26]
        if struct.unpack(">IIBB", header[16:26]) != (image["width"], image["height"], 8, 0):
            print(image["file_name"], "isn't an 8-bit grey PNG of that size")
        place = geometry[image["file_name"]]
        if subjects.setdefault(place["subject"], split) != split:
            print(place["subject"], "is in two parts")
        stem = f'{place["subject"]}_{place["session"]}_{place["stack"]}'
        affine = nibabel.load(nifti / "images" / (stem + ".nii.gz")).affine
        turn = numpy.array([-1, -1, 1])  # LPS to RAS
        if not (numpy.allclose(turn * place["origin"], (affine @ [0, 0, place["slice"], 1])[:3], atol=1e-3)
                and numpy.allclose(turn * place["columnStep"], affine[:3, 0], atol=1e-4)
                and numpy.allclose(turn * place["rowStep"], affine[:3, 1], atol=1e-4)):
            print(image["file_name"], "lies elsewhere than the NIfTI image")
    for annotation in document["annotations"]:
        if annotation["id"] in ids:
            print("id", annotation["id"], "is there twice")
        ids.add(annotation["id"])
        image = images[annotation["image_id"]]
        place = geometry[image["file_name"]]
        mask = filled(annotation["segmentation"], image["width"], image["height"])
        said = annotation["attributes"]
        stem = f'{place["subject"]}_{place["session"]}_{place["stack"]}_{said["reader"]}'
        voxels = numpy.asanyarray(nibabel.load(nifti / "labels" / (stem + ".nii.gz")).dataobj)
        level, side = said["foramen"].split(":")
        values = [value for value, row in meaning.items()
                  if row["structure"] in structures[names[annotation["category_id"]]]
                  and row["upper_vertebra"] == level.split("-")[0] and row["side"][0].upper() == side]
        expected = numpy.isin(voxels[:, :, place["slice"]], values).T
        if not numpy.array_equal(mask, expected):
            print(image["file_name"], said, "has another shape:", mask.sum(), "and", expected.sum(), "pixels")
        rows_, columns = numpy.nonzero(mask)
        box = [columns.min(), rows_.min(), columns.max() + 1 - columns.min(), rows_.max() + 1 - rows_.min()]
        if annotation["area"] != mask.sum() or annotation["bbox"] != box:
            print(image["file_name"], said, "has another area or box")
        drawn += 1
if pictures != set(geometry) or drawn == 0:
    print("geometry.json and the annotations name different pictures, or there are none")
