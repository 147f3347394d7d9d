#!/usr/bin/env python3
"""A whole labelling study with simulated readers, run by the programs alone, and what must come out of it.

    tests/project/simulate.py --cli PATH --phantom PATH [--out DIR] [--studies 60] [--jobs 2] [--formats csv,nifti,…]

Every study is a phantom of its own: grades, patterns, sizes and noise are drawn. Each of three readers names the true
grade with a known probability, else one of the other three; records sides and findings with known errors; and marks what
is true, a known number of rows away. So the agreement that these rates imply can be computed, and the one observed
recomputed from what was simulated, grade by grade and voxel by voxel. Second readings begin when the washout is over:
the programs have no clock of their own to turn, so they are run by `faketime`, which sets it for one process.

Ends with 77 where numpy, nibabel, pydicom or faketime isn't installed.
"""
import argparse
import base64
import itertools
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

try:
    import nibabel  # noqa: F401
    import numpy as np
    import pydicom  # noqa: F401
except ImportError:
    sys.exit(77)
if shutil.which("faketime") is None:
    sys.exit(77)

import exports
from agreement import check_agreement, dice_by_construction
from programs import Failure, Programs, check, say
from simulated_readers import (CHIEF, FORAMINA, MANAGER, PAIRS, READERS, STRUCTURES, Phantom, document, seen_by,
                               with_marks)

REPEAT, WASHOUT = 34, 28  # percent, days
DICE = 0.6


def make_phantoms(arguments):
    where = arguments.phantoms or os.path.join(arguments.out, "phantoms")
    folders = [os.path.join(where, f"{i + 1:03}") for i in range(arguments.studies)]
    for i, folder in enumerate(folders):
        if os.path.isdir(os.path.join(folder, "truth")):
            continue
        subprocess.run([arguments.phantom, folder, "--small", "--varied", "--seed", str(arguments.seed + i)],
                       check=True, stdout=subprocess.DEVNULL)
    return [Phantom(folder) for folder in folders]


def sign(programs, phantom, reader, records, rows):
    """Applies records with marks to the reading that was begun, and signs it."""
    with tempfile.TemporaryDirectory() as folder:
        marked = [with_marks(record, phantom, rows(record["foramen"]), folder) for record in records]
        path = os.path.join(folder, "reading.json")
        with open(path, "w") as file:
            json.dump(document(phantom, reader, marked), file)
        programs.run("reading", "apply", "--store", programs.store, path)
    programs.on("sign", phantom, reader)


def read(programs, phantom, reader, turn):
    programs.begin(phantom, reader.name)
    records = [seen_by(reader, phantom, foramen, turn) for foramen in FORAMINA]
    sign(programs, phantom, reader.name, records, lambda foramen: reader.rows_at(phantom.seed, foramen))
    return {record["foramen"]: record for record in records}


def read_all(programs, phantoms):
    """First readings, then after the washout the second ones; by seed and reader."""
    tasks = [(p, r) for p in phantoms for r in READERS]
    done = programs.each(tasks, lambda p, r: read(programs, p, r, 1))
    first = {(p.seed, r.name): records for (p, r), records in zip(tasks, done)}
    say(f"{len(first)} first readings signed")
    again = []
    by_uid = {p.uid: p for p in phantoms}
    for reader in READERS:
        listed = json.loads(programs.run("reading", "list", "--store", programs.store, "--project", "Simulation",
                                         "--reader", reader.name, "--json"))
        again += [(by_uid[entry["study"]], reader) for entry in listed["entries"] if entry["state"] != "signed"]
    for phantom, reader in again:
        refusal = programs.begin(phantom, reader.name, expect=3)
        if "washout" not in refusal:
            raise Failure(f"a second reading is refused, but for another reason: {refusal}")
    check(len(again) > 0, f"{len(again)} second readings are refused before the washout is over")
    if not programs.can_move_clock:
        say("faketime can't run these programs: no second readings")
        return first, {}
    programs.days = WASHOUT + 1
    done = programs.each(again, lambda p, r: read(programs, p, r, 2))
    second = {(p.seed, r.name): records for (p, r), records in zip(again, done)}
    say(f"{len(second)} second readings signed {programs.days} days later")
    return first, second


def expected_differences(phantoms, first, dice):
    """(grade, findings, marks apart) of each foramen where readers differ."""
    expected = {}
    for phantom, foramen in itertools.product(phantoms, FORAMINA):
        said = [first[phantom.seed, r.name][foramen] for r in READERS]
        findings = any(a["sides"] != b["sides"] or a["root"] != b["root"] or
                       (a["findings"] and b["findings"] and set(a["findings"]) != set(b["findings"]))
                       for a, b in itertools.combinations(said, 2))
        apart = {(a.name, b.name, name) for a, b in PAIRS for name in STRUCTURES
                 if (found := dice[phantom.seed, foramen, a.name, b.name, name]) is not None and found < DICE}
        grade = len({record["grade"] for record in said}) > 1
        if grade or findings or apart:
            expected[phantom.uid, foramen] = (grade, findings, apart)
    return expected


def adjudicate(programs, phantoms, first):
    """Decides every difference by the truth; returns the consensus' grades."""
    found = json.loads(programs.project("differences", "--json", who=CHIEF))["differences"]
    key = {"foramen": "wholeForamen", "foramenOutline": "wholeForamen"}
    differing = {(e["study"], e["foramen"]): (e["grade"], e["findings"], {
        (*m["readers"], key.get(m["structure"], m["structure"])) for m in e["marks"]}) for e in found}
    mine = expected_differences(phantoms, first, dice_by_construction(phantoms))
    check(differing == mine, f"{len(mine)} of {len(phantoms) * len(FORAMINA)} foramina differ as simulated: "
          + ", ".join(f"{sum(bool(d[i]) for d in mine.values())} in {what}"
                      for i, what in enumerate(("grade", "findings", "marks")))
          + f"; {sum(1 for d in mine.values() if not d[0] and not d[1])} in marks alone")

    def decide(phantom):
        programs.project("adjudicate", "--study", phantom.uid, who=CHIEF)
        records = [{name: phantom.foramina[f][name] for name in ("foramen", "grade", "sides", "root", "findings")}
                   | {"decisionReason": "as the simulation has it", "disagreementReason": "as the simulation has it"}
                   for f in FORAMINA if (phantom.uid, f) in mine]
        sign(programs, phantom, CHIEF, records, lambda foramen: 0)

    cases = [(p,) for p in phantoms if any((p.uid, f) in mine for f in FORAMINA)]
    programs.each(cases, decide)
    say(f"{len(cases)} studies decided")
    left = json.loads(programs.project("differences", "--json", who=CHIEF))["differences"]
    check(all(entry["decided"] for entry in left), "every difference is decided")
    return [(f, p.foramina[f]["grade"] if (p.uid, f) in mine else first[p.seed, READERS[0].name][f]["grade"])
            for p in phantoms for f in FORAMINA]


def check_exports(programs, arguments, phantoms, first, consensus):
    # The first reader marks without moving, and the adjudicator too: the consensus' marks are the truth's.
    voxels = {label: 0 for label in (1, 2, 3)}
    for phantom, foramen in itertools.product(phantoms, FORAMINA):
        counts = np.bincount(phantom.masks(foramen).ravel(), minlength=4)
        for label in voxels:
            voxels[label] += int(counts[label])
    everyone = [(f, record["grade"]) for records in first.values() for f, record in records.items()]
    wanted = {"consensus": exports.Expected(consensus, voxels),
              "all": exports.Expected(everyone, {label: len(READERS) * n for label, n in voxels.items()})}
    key = os.path.join(arguments.out, "project.key")
    with open(key, "wb") as file:
        file.write(base64.b64encode(os.urandom(32)))
    for kind, readers in itertools.product(arguments.formats.split(","), wanted):
        folder = os.path.join(arguments.out, f"{kind}-{readers}")
        programs.run("dataset", "export", "--store", programs.store, "--project", "Simulation", "--as", MANAGER,
                     "--readers", readers, "--format", kind, "--split", "70/15/15", "--seed", "7", "--out", folder,
                     *(["--key-file", key] if kind in ("rsna", "dicom") else []))
        try:
            said = [exports.check_sums(folder), *exports.CHECKS[kind](folder, wanted[readers])]
        except (AssertionError, subprocess.CalledProcessError) as wrong:
            raise Failure(f"{kind}, {readers}: {wrong}") from wrong
        check(True, f"{kind}, {readers}: " + ", ".join(said))
    say("exported")


def check_log(programs, arguments):
    programs.run("store", "verify", "--store", programs.store, "--images")
    check(True, "the store verifies, its images are those that were read")
    copy = os.path.join(arguments.out, "tampered.db")
    programs.run("store", "backup", "--store", programs.store, copy)
    with sqlite3.connect(copy) as database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        reading, foramen, grade = database.execute(
            "SELECT reading, foramen, grade FROM records WHERE grade IS NOT NULL AND revision = 1"
            " ORDER BY reading, foramen LIMIT 1").fetchone()
        database.execute("UPDATE records SET grade = ? WHERE reading = ? AND revision = 1 AND foramen = ?",
                         ((grade + 1) % 4, reading, foramen))
    database.close()
    found = programs.run("store", "verify", "--store", copy, expect=1)
    check(reading in found, f"one grade altered in the database is found: {found.strip().splitlines()[0]}")


def run(arguments):
    programs = Programs(arguments)
    phantoms = make_phantoms(arguments)
    say(f"{len(phantoms)} phantoms made, each a patient of its own")
    programs.project("new", "--organization", "Hospital", "--readers-per-study", "3", "--repeat", str(REPEAT),
                     "--washout", str(WASHOUT), "--dice", str(DICE), "--structures", "nerveRoot,perineuralFat",
                     "--seed", "7")
    for reader in READERS:
        programs.project("add", "--reader", reader.name, "--organization", "Hospital")
    programs.project("add", "--reader", CHIEF, "--organization", "Hospital", "--role", "adjudicator")
    programs.project("assign", "--images", *[p.images for p in phantoms])
    first, second = read_all(programs, phantoms)
    check_agreement(programs, arguments, phantoms, first, second)
    consensus = adjudicate(programs, phantoms, first)
    check_exports(programs, arguments, phantoms, first, consensus)
    check_log(programs, arguments)
    say("done")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--phantom", required=True)
    parser.add_argument("--out", help="a new folder that stays; a temporary one if not given")
    parser.add_argument("--phantoms", help="where the phantoms of an earlier run are, or these are kept for a later one")
    parser.add_argument("--studies", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--formats", default="csv,nifti,bids,coco,rsna,dicom")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        arguments.out = arguments.out or os.path.join(temporary, "simulation")
        os.makedirs(arguments.out)
        try:
            run(arguments)
        except Failure as failure:
            print(f"WRONG {failure}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
