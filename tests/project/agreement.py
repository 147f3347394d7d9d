"""Holds `agree --store` and the dashboard's tables against what was simulated and a second computation."""
import csv
import itertools
import json
import os

import numpy as np

import recomputed
from programs import Failure, check, close, say
from simulated_readers import FORAMINA, MANAGER, PAIRS, READERS, STRUCTURES, structure


def ratings_of(phantoms, first, foramina=FORAMINA):
    return np.array([[first[p.seed, r.name][f]["grade"] for r in READERS] for p in phantoms for f in foramina])


def check_statistics(found, ratings, what):
    weights = recomputed.QUADRATIC
    expected = {"light": recomputed.light(ratings, weights), "fleiss": recomputed.fleiss(ratings, weights),
                "gwet": recomputed.gwet(ratings, weights), "percent": recomputed.observed(ratings, recomputed.SAME),
                "nominal": recomputed.krippendorff(ratings, lambda totals: 1 - recomputed.SAME),
                "ordinal": recomputed.krippendorff(ratings, recomputed.ordinal),
                "interval": recomputed.krippendorff(ratings, lambda totals: 1 - recomputed.QUADRATIC),
                "icc": recomputed.icc(ratings)}
    given = {"light": found["light"], "fleiss": found["fleiss"], "gwet": found["gwet"]["ac"],
             "percent": found["percent"], "icc": found["icc"]["a1"]} | {
                 name: found["krippendorff"][name] for name in ("nominal", "ordinal", "interval")}
    wrong = [f"{name} {given[name]}, not {expected[name]}" for name in expected if not close(given[name], expected[name])]
    for entry, (a, b) in zip(found["cohen"], itertools.combinations(ratings.T, 2)):
        if not (close(entry["kappa"], recomputed.cohen(a, b, recomputed.SAME)) and
                close(entry["weighted"], recomputed.cohen(a, b, weights))):
            wrong.append(f"Cohen of {entry['readers']}")
    for entry, (a, b) in zip(found["confusion"], itertools.combinations(ratings.T, 2)):
        if entry["matrix"] != recomputed.confusion(a, b).tolist():
            wrong.append(f"confusion of {entry['readers']}")
    if wrong:
        raise Failure(f"{what}: {'; '.join(wrong)}")
    return expected


def within(what, expected, interval):
    """95 % intervals: widened by half so that the seed doesn't decide."""
    low, high = interval
    room = 0.5 * (high - low)
    check(low - room <= expected <= high + room, f"{what}: implied {expected:.4f}, interval {low:.4f} to {high:.4f}"
          + ("" if low <= expected <= high else ", just outside"))


def check_agreement(programs, arguments, phantoms, first, second):
    dashboard = os.path.join(arguments.out, "dashboard")
    found = json.loads(programs.run("agree", "--store", programs.store, "--project", "Simulation", "--as", MANAGER,
                                    "--bootstrap", "2000", "--by", "level,side", "--out", dashboard, "--json"))
    check(found["readers"] == [r.name for r in READERS] and found["items"] == len(phantoms) * len(FORAMINA),
          f"{found['items']} foramina of {len(phantoms)} studies by {len(READERS)} readers")
    say("agreement computed")
    expected = check_statistics(found, ratings_of(phantoms, first), "agreement")
    check(True, "Cohen, Light, Fleiss, Gwet, Krippendorff, ICC and confusion as recomputed: "
          + ", ".join(f"{name} {value:.4f}" for name, value in expected.items()))
    sites = {}
    for part in found["by"]:
        foramina = [f"{part['level']}:{part['side'][0].upper()}"]
        sites[part["level"], part["side"]] = check_statistics(part, ratings_of(phantoms, first, foramina), foramina[0])
    check(len(sites) == len(FORAMINA), f"the same at each of {len(sites)} levels and sides")
    for entry, (a, b) in zip(found["cohen"], PAIRS):
        within(f"quadratic kappa of {a.name}, {b.name}",
               recomputed.implied(a.grade_errors, b.grade_errors, recomputed.QUADRATIC), entry["ci"])
    within("AC2", recomputed.implied_gwet([r.grade_errors for r in READERS], recomputed.QUADRATIC), found["gwet"]["ci"])
    if second:
        check_repeats(programs, second, first)
    dice = check_dice(found["masks"], phantoms)
    check_dashboard(dashboard, found, sites, expected, dice)


def check_repeats(programs, second, first):
    found = json.loads(programs.run("agree", "--store", programs.store, "--project", "Simulation", "--as", MANAGER,
                                    "--repeats", "--bootstrap", "2000", "--json"))
    pairs = np.array([[first[key][f]["grade"], second[key][f]["grade"]] for key in second for f in FORAMINA])
    kappa = recomputed.cohen(*pairs.T, recomputed.QUADRATIC)
    check(close(found["cohen"][0]["weighted"], kappa), f"repeats of {len(second)}: kappa {kappa:.4f} as recomputed")
    errors = {r.name: r.grade_errors for r in READERS}
    implied = np.mean([recomputed.implied(errors[r], errors[r], recomputed.QUADRATIC) for _, r in second])
    within("repeats", implied, found["cohen"][0]["ci"])


def dice_by_construction(phantoms):
    """By seed, foramen, pair and structure: a mask against itself, as many rows apart as the two readers' marks."""
    dice = {}
    for phantom, foramen in itertools.product(phantoms, FORAMINA):
        labels = phantom.masks(foramen)
        for a, b in PAIRS:
            apart = b.rows_at(phantom.seed, foramen) - a.rows_at(phantom.seed, foramen)
            for name in STRUCTURES:
                dice[phantom.seed, foramen, a.name, b.name, name] = recomputed.dice_of_shift(structure(labels, name), apart)
    return dice


def check_dice(masks, phantoms):
    dice = dice_by_construction(phantoms)
    seeds = {p.uid: p.seed for p in phantoms}
    compared = 0
    for entry in masks:
        for name in STRUCTURES:
            mine = dice[seeds[entry["study"]], entry["foramen"], *entry["readers"], name]
            if not close(entry[name] and entry[name]["dice"], mine):
                raise Failure(f"{entry['foramen']} of {entry['readers']}: Dice of {name} {entry[name]}, not {mine}")
            compared += 1
    check(compared == len(dice), f"{compared} Dice coefficients as the marks were moved")
    return dice


def check_dashboard(folder, found, sites, expected, dice):
    """The tables behind the window's dashboard; six digits are written."""
    def table(name):
        with open(os.path.join(folder, name), newline="") as file:
            return list(csv.DictReader(file))

    def same(text, value):
        return (text == "") if value is None else abs(float(text) - value) <= 1e-5 * max(1, abs(value))

    columns = {"percent": "percent", "gwet": "gwet", "light": "light", "fleiss": "fleiss", "icc": "icc",
               "krippendorffOrdinal": "ordinal"}
    rows = table("agreement.csv")
    right = all(same(row[column], (expected if row["level"] == "all" else sites[row["level"], row["side"]])[name])
                for row in rows for column, name in columns.items())
    check(right and len(rows) == 1 + len(sites), f"dashboard: {len(rows)} rows of statistics as recomputed")
    cells = [int(row["count"]) for row in table("confusion.csv")]
    check(cells == [n for pair in found["confusion"] for line in pair["matrix"] for n in line],
          f"dashboard: {len(cells)} cells of confusion as recomputed")
    written = [float(row[name]) for row in table("dice.csv") for name in ("nerveRoot", "perineuralFat", "foramenDice")
               if row[name]]
    mine = sorted(value for value in dice.values() if value is not None)
    check(len(written) == len(mine) and np.allclose(sorted(written), mine, atol=1e-5),
          f"dashboard: {len(written)} Dice coefficients as the marks were moved")
    figures = ["forest.svg", "dice.svg"] + [f"confusion-{i + 1}.svg" for i in range(len(PAIRS))]
    check(all(os.path.getsize(os.path.join(folder, name)) > 500 for name in figures), "dashboard: figures are drawn")
