"""Readers who err at known rates and mark beside the truth by a known number of pixels."""
import dataclasses
import gzip
import itertools
import json
import os
import random

import numpy as np

SIDES = ["superior", "inferior", "anterior", "posterior"]
STRUCTURES = {"nerveRoot": 1, "perineuralFat": 2, "wholeForamen": None}  # label of each; None: all together


@dataclasses.dataclass(frozen=True)
class Reader:
    """What a simulated reader gets wrong, and how far the marks lie below the truth, in rows of the image."""
    name: str
    grade_errors: float
    side_errors: float
    rows: int
    careless: float = 0.0  # share of foramina whose marks lie `careless_rows` off instead
    careless_rows: int = 0

    def rows_at(self, study, foramen):
        draw = random.Random(f"{study}/{foramen}/{self.name}/marks")
        return self.careless_rows if draw.random() < self.careless else self.rows


READERS = [Reader("Reader^A", 0.10, 0.01, 0),
           Reader("Reader^B", 0.20, 0.02, 1),
           Reader("Reader^C", 0.35, 0.03, -1, careless=0.1, careless_rows=-5)]
PAIRS = list(itertools.combinations(READERS, 2))
MANAGER, CHIEF = "Manager^One", "Chief^D"
LEVELS = ["L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"]
FORAMINA = [f"{level}:{side}" for level in LEVELS for side in "RL"]


class Phantom:
    """One generated study and its truth."""

    def __init__(self, folder):
        self.images = os.path.join(folder, "dicom")
        self.folder = os.path.join(folder, "truth")
        with open(os.path.join(self.folder, "truth.json")) as file:
            truth = json.load(file)
        with open(os.path.join(self.folder, "reading.json")) as file:
            reading = json.load(file)
        self.uid = truth["studyInstanceUid"]
        self.seed = truth["seed"]
        self.foramina = {f["foramen"]: f for f in reading["foramina"]}
        self.slices = {f["foramen"]: f["slice"] for f in truth["foramina"]}

    def masks(self, foramen):
        """Labels of shape (slices, rows, columns)."""
        return read_nrrd(os.path.join(self.folder, self.foramina[foramen]["marks"]["file"]))[1]


def read_nrrd(path):
    with open(path, "rb") as file:
        header, data = file.read().split(b"\n\n", 1)
    fields = dict(line.split(": ", 1) for line in header.decode().splitlines() if ": " in line)
    columns, rows, slices = map(int, fields["sizes"].split())
    return header, np.frombuffer(gzip.decompress(data), np.uint8).reshape(slices, rows, columns)


def write_moved(source, target, rows):
    header, labels = read_nrrd(source)
    with open(target, "wb") as file:
        file.write(header + b"\n\n" + gzip.compress(np.roll(labels, rows, axis=1).tobytes(), 1))


def structure(labels, name):
    return labels > 0 if STRUCTURES[name] is None else labels == STRUCTURES[name]


def seen_by(reader, phantom, foramen, turn):
    """What a reader records of a foramen: `turn` is 1, or 2 for the repeat."""
    truth = phantom.foramina[foramen]
    draw = random.Random(f"{phantom.seed}/{foramen}/{reader.name}/{turn}")
    grade = truth["grade"]
    if draw.random() < reader.grade_errors:
        grade = draw.choice([g for g in range(4) if g != grade])
    other = {"lost": "preserved", "preserved": "lost"}
    sides = {side: other[truth["sides"][side]] if draw.random() < reader.side_errors else truth["sides"][side]
             for side in SIDES}
    findings = list(truth["findings"])
    if findings and draw.random() < reader.side_errors:
        findings.append("synovialCyst")
    return {"foramen": foramen, "grade": grade, "sides": sides, "root": truth["root"], "findings": findings,
            "disagreementReason": "as the simulation draws it"}


def with_marks(record, phantom, rows, folder):
    """The record with the truth's marks moved by so many rows; the label images are written to `folder`."""
    name = phantom.foramina[record["foramen"]]["marks"]["file"]
    write_moved(os.path.join(phantom.folder, name), os.path.join(folder, name), rows)
    has_fat = (phantom.masks(record["foramen"]) == STRUCTURES["perineuralFat"]).any()
    marks = phantom.foramina[record["foramen"]]["marks"] | {"file": name}
    return record | {"marks": marks, "noFatSeen": not has_fat}


def document(phantom, reader, records):
    return {"schema": "foragrade/reading/1", "study": phantom.uid, "reader": reader, "foramina": records}
