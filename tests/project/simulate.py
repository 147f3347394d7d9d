#!/usr/bin/env python3
"""A whole labelling study with simulated readers, run by the programs alone, and what must come out of it.

    tests/project/simulate.py --cli PATH --phantom PATH [--out DIR] [--studies 6] [--distinct 1] [--seed 1]

Each of three readers names the true grade with a known probability, else one of the other three at random. So the
expected agreement of two readers can be computed, and the observed one recomputed from what was simulated. `--distinct`
phantoms are generated, the other studies are copies of them with uids and patients of their own. Ends with 77 where
pydicom isn't installed.
"""
import argparse
import csv
import glob
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

try:
    import pydicom
except ImportError:
    sys.exit(77)

GRADES = range(4)
READERS = {"Reader^A": 0.10, "Reader^B": 0.20, "Reader^C": 0.35}  # probability of an error
MANAGER, CHIEF = "Manager^One", "Chief^D"
LEVELS = ["L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"]
FORAMINA = [f"{level}:{side}" for level in LEVELS for side in "RL"]
REPEAT = 34  # percent


class Failure(Exception):
    pass


def check(is_true, what):
    print(("ok    " if is_true else "WRONG ") + what)
    if not is_true:
        raise Failure(what)


class Programs:
    def __init__(self, arguments):
        self.cli = arguments.cli
        self.store = os.path.join(arguments.out, "study.db")

    def run(self, *words, expect=0):
        done = subprocess.run([self.cli, *words], capture_output=True, text=True)
        if done.returncode != expect:
            raise Failure(f"{' '.join(words)}: exit {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def project(self, action, *words, who=MANAGER):
        return self.run("project", action, "--store", self.store, "--project", "Simulation", "--as", who, *words)


def make_studies(arguments):
    """Folders of DICOM files by study uid."""
    studies = {}
    for index in range(arguments.studies):
        source = os.path.join(arguments.phantoms or arguments.out, "phantoms", str(index % arguments.distinct + 1))
        if not os.path.isdir(source):
            subprocess.run([arguments.phantom, source, "--small", "--seed", str(index + 1)], check=True,
                           stdout=subprocess.DEVNULL)
        folder = os.path.join(arguments.out, "images", f"{index + 1:03}")
        os.makedirs(folder)
        for path in sorted(glob.glob(os.path.join(source, "dicom", "t2-sagittal", "*"))):
            image = pydicom.dcmread(path)
            image.PatientID = f"SIM-{index + 1:03}"
            for name in ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID", "FrameOfReferenceUID"):
                setattr(image, name, pydicom.uid.generate_uid(entropy_srcs=[getattr(image, name), str(index)]))
            image.file_meta.MediaStorageSOPInstanceUID = image.SOPInstanceUID
            uid = image.StudyInstanceUID
            image.save_as(os.path.join(folder, f"{image.SOPInstanceUID}.dcm"))
        studies[str(uid)] = folder
    return studies


def graded(truth, error, draw):
    return draw.choice([g for g in GRADES if g != truth]) if draw.random() < error else truth


def read(programs, study, reader, grades, comment=None):
    """Applies grades to the reading that was begun, and signs it."""
    document = {"schema": "foragrade/reading/1", "study": study, "reader": reader,
                "foramina": [{"foramen": f, "grade": g} | ({"comment": comment[f]} if comment and f in comment else {})
                             for f, g in grades.items()]}
    path = programs.store + ".edits.json"
    with open(path, "w") as file:
        json.dump(document, file)
    programs.run("reading", "apply", "--store", programs.store, path)
    programs.run("reading", "sign", "--store", programs.store, "--study", study, "--reader", reader)


def simulate(programs, studies, seed):
    draw = random.Random(seed)
    truth = {(s, f): draw.choice(GRADES) for s in studies for f in FORAMINA}
    first, second = {}, {}
    for study, folder in studies.items():
        for reader, error in READERS.items():
            begin = ["reading", "new", "--store", programs.store, "--study", study, "--reader", reader,
                     "--organization", "Hospital", "--images", folder]
            programs.run(*begin)
            grades = {f: graded(truth[study, f], error, draw) for f in FORAMINA}
            read(programs, study, reader, grades)
            first[study, reader] = grades
    for reader, error in READERS.items():
        listed = json.loads(programs.run("reading", "list", "--store", programs.store, "--project", "Simulation",
                                         "--reader", reader, "--json"))
        for study in [entry["study"] for entry in listed["entries"] if entry["state"] != "signed"]:
            programs.run("reading", "new", "--store", programs.store, "--study", study, "--reader", reader,
                         "--organization", "Hospital", "--images", studies[study])
            grades = {f: graded(truth[study, f], error, draw) for f in FORAMINA}
            read(programs, study, reader, grades)
            second[study, reader] = grades
    return truth, first, second


def kappa(pairs, weight):
    """Cohen's, by its definition; the scale is fixed to 0..3."""
    n = len(pairs)
    rows = [sum(a == g for a, _ in pairs) / n for g in GRADES]
    columns = [sum(b == g for _, b in pairs) / n for g in GRADES]
    observed = sum(weight(a, b) for a, b in pairs) / n
    expected = sum(weight(i, j) * rows[i] * columns[j] for i in GRADES for j in GRADES)
    return (observed - expected) / (1 - expected)


def quadratic(a, b):
    return 1 - (a - b) ** 2 / 9


def same(a, b):
    return float(a == b)


def implied(error_a, error_b, weight):
    """Of two readers with these errors about a truth that is uniform over the grades."""
    share = {}
    for t, a, b in itertools.product(GRADES, GRADES, GRADES):
        pa = 1 - error_a if a == t else error_a / 3
        pb = 1 - error_b if b == t else error_b / 3
        share[a, b] = share.get((a, b), 0) + pa * pb / 4
    observed = sum(weight(a, b) * p for (a, b), p in share.items())
    expected = sum(weight(a, b) for a in GRADES for b in GRADES) / 16
    return (observed - expected) / (1 - expected)


def check_agreement(programs, studies, first, second):
    def pairs(a, b, source=first, other=first):
        return [(source[s, a][f], other[s, b][f]) for s in studies for f in FORAMINA
                if (s, a) in source and (s, b) in other]

    document = json.loads(programs.run("agree", "--store", programs.store, "--project", "Simulation", "--as", MANAGER,
                                       "--bootstrap", "1000", "--seed", "1", "--json"))
    ratings = document.get("grades", document)
    percent = []
    for entry in ratings["cohen"]:
        a, b = entry["readers"]
        mine = pairs(a, b)
        percent.append(sum(map(lambda p: p[0] == p[1], mine)) / len(mine))
        check(abs(entry["kappa"] - kappa(mine, same)) < 1e-9, f"{a}, {b}: kappa {entry['kappa']:.4f} as recomputed")
        check(abs(entry["weighted"] - kappa(mine, quadratic)) < 1e-9,
              f"{a}, {b}: quadratic kappa {entry['weighted']:.4f} as recomputed")
        expected = implied(READERS[a], READERS[b], quadratic)
        low, high = entry["ci"]
        print(f"      implied {expected:.4f}, 95 % interval {low:.4f} to {high:.4f}")
        # Three intervals of 95 %: widened by half so that the seed doesn't decide.
        room = 0.5 * (high - low)
        check(low - room <= expected <= high + room, f"{a}, {b}: what the errors imply lies within")
    check(abs(ratings["percent"] - sum(percent) / len(percent)) < 1e-9, f"percent {ratings['percent']:.4f} as recomputed")
    again = json.loads(programs.run("agree", "--store", programs.store, "--project", "Simulation", "--as", MANAGER,
                                    "--repeats", "--json"))
    again = again.get("grades", again)
    mine = [(first[key][f], second[key][f]) for key in second for f in FORAMINA]
    check(len(mine) > 0 and abs(again["cohen"][0]["kappa"] - kappa(mine, same)) < 1e-9,
          f"repeats of {len(second)} readings: kappa {again['cohen'][0]['kappa']:.4f} as recomputed")


def adjudicate(programs, truth, studies, first):
    """Decides every difference by the truth; returns what the consensus must be."""
    found = json.loads(programs.project("differences", "--json", who=CHIEF))["differences"]
    differing = {(entry["study"], entry["foramen"]) for entry in found}
    mine = {(s, f) for s in studies for f in FORAMINA if len({first[s, r][f] for r in READERS}) > 1}
    check(differing == mine, f"{len(mine)} of {len(studies) * len(FORAMINA)} foramina differ, as simulated")
    for study in sorted({s for s, _ in mine}):
        programs.project("adjudicate", "--study", study, who=CHIEF)
        decided = {f: truth[study, f] for f in FORAMINA if (study, f) in mine}
        read(programs, study, CHIEF, decided, {f: "as the simulation has it" for f in decided})
    return {(s, f): truth[s, f] if (s, f) in mine else first[s, "Reader^A"][f] for s in studies for f in FORAMINA}


def check_exports(programs, out, studies, first, consensus, formats):
    expected = sorted((f, g) for (s, f), g in consensus.items())
    everyone = sorted((f, g) for grades in first.values() for f, g in grades.items())
    for kind in formats:
        for readers, wanted in (("consensus", expected), ("all", everyone)):
            folder = os.path.join(out, f"{kind}-{readers}")
            programs.run("dataset", "export", "--store", programs.store, "--project", "Simulation", "--as", MANAGER,
                         "--readers", readers, "--format", kind, "--split", "70/15/15", "--seed", "7", "--out", folder)
            subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=folder, check=True)
            table = os.path.join(folder, "readings.csv")
            if not os.path.exists(table):
                print(f"ok    {kind}, {readers}: written, sums right")
                continue
            with open(table, newline="") as file:
                rows = sorted((r["foramen"], int(r["grade"])) for r in csv.DictReader(file) if r["grade"] != "")
            check(rows == wanted, f"{kind}, {readers}: {len(rows)} grades, those simulated")


def run(arguments):
    programs = Programs(arguments)
    studies = make_studies(arguments)
    programs.project("new", "--organization", "Hospital", "--readers-per-study", "3", "--repeat", str(REPEAT),
                     "--washout", "0", "--seed", "7")
    for reader in READERS:
        programs.project("add", "--reader", reader, "--organization", "Hospital")
    programs.project("add", "--reader", CHIEF, "--organization", "Hospital", "--role", "adjudicator")
    programs.project("assign", "--images", os.path.join(arguments.out, "images"))
    truth, first, second = simulate(programs, studies, arguments.seed)
    print(f"      {len(studies)} studies, {len(first)} first and {len(second)} second readings signed")
    check_agreement(programs, studies, first, second)
    consensus = adjudicate(programs, truth, studies, first)
    check_exports(programs, arguments.out, studies, first, consensus, arguments.formats.split(","))
    programs.run("store", "verify", "--store", programs.store, "--images")
    print("ok    the store verifies, its images are those that were read")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--phantom")
    parser.add_argument("--phantoms", help="folder whose phantoms/1, 2 … are there already")
    parser.add_argument("--out", help="a new folder that stays; a temporary one if not given")
    parser.add_argument("--studies", type=int, default=6)
    parser.add_argument("--distinct", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default="csv")
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
