#!/usr/bin/python3
"""Times our programs against others on the same files, in one run: rounds alternate between the programs, so that a busy
machine slows all alike; printed are the medians, their ratios to ours and the largest memory of each.

compare.py --cli PROGRAM --data FOLDER [--rounds N] [--only scan|load] [--output FILE.md]
"""
import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYDICOM_LOOP = """
import os, sys, pydicom
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        pydicom.dcmread(os.path.join(folder, name), stop_before_pixels=True)
"""


def generate(folder, arguments):
    """Once; a folder that was not finished is made again."""
    if (folder / "complete").exists():
        return folder / "files"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, HERE / "make_series.py", folder / "files", *map(str, arguments)], check=True)
    (folder / "complete").touch()
    return folder / "files"


def timed(command, environment):
    """Seconds from start to end, CPU seconds, largest resident memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env={**os.environ, **environment})
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"compare: {command[0]}: ended with {process.returncode}; see {' '.join(map(str, command))}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def quick_disk():
    """Where outputs go: memory where there is some, so that programs are timed and not the disk. Ours flushes what it
    wrote to the disk before it ends, the others don't."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > 1 << 30 else None


def measure(title, programs, rounds):
    """`programs`: name -> function that makes the command for a fresh folder of its own."""
    samples = {name: [] for name in programs}
    for turn in range(rounds + 1):  # the first warms the disk cache for all and does not count
        for name, command in programs.items():
            with tempfile.TemporaryDirectory(prefix="foragrade-bench-", dir=quick_disk()) as fresh:
                sample = timed(command(Path(fresh)), {"XDG_CACHE_HOME": fresh + "/cache"})
            if turn > 0:
                samples[name].append(sample)
    ours = next(iter(programs))
    middle = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in samples.items()}
    lines = [f"### {title}", "", "| program | seconds | × ours | CPU seconds | × ours | memory, MB | × ours |",
             "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for name, (wall, cpu, memory) in middle.items():
        base = middle[ours]
        lines.append(f"| {name} | {wall:.3f} | {wall / base[0]:.2f} | {cpu:.3f} | {cpu / base[1]:.2f} "
                     f"| {memory:.0f} | {memory / base[2]:.2f} |")
    return lines + [""]


def scan(cli, data, rounds):
    files = generate(data / "scan", [10000, 20, 20, 128])
    programs = {
        "foragrade-cli scan": lambda fresh: [cli, "scan", files, "--no-cache", "--json"],
        "pydicom, stop_before_pixels": lambda fresh: [sys.executable, "-c", PYDICOM_LOOP, files],
        "dcm2niix -b o -f x": lambda fresh: ["dcm2niix", "-b", "o", "-f", "x", "-o", fresh, files],
    }
    lines = measure("Scan of 10 000 single-frame MR files, 400 series", programs, rounds)
    with tempfile.TemporaryDirectory(prefix="foragrade-bench-") as cache:
        again = [cli, "scan", files, "--json"]
        environment = {"XDG_CACHE_HOME": cache}
        timed(again, environment)
        known = statistics.median(timed(again, environment)[0] for _ in range(rounds))
    return lines + [f"Opened again, from the cache: {known:.2f} s.", ""]


def load(cli, data, rounds, slices):
    files = generate(data / f"load{slices}", [slices, 1, 1, 512])
    programs = {
        "foragrade-cli volume": lambda fresh: [cli, "volume", files, "--no-cache", "-o", fresh / "v.nii"],
        "dcm2niix": lambda fresh: ["dcm2niix", "-b", "n", "-z", "n", "-f", "x", "-o", fresh, files],
        "dicomtonifti": lambda fresh: ["dicomtonifti", "-r", "-o", fresh / "v.nii", files],
    }
    return measure(f"Load of {slices} × 512 × 512 to an uncompressed NIfTI file", programs, rounds)


def version(command, pattern):
    text = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(pattern, text.stdout + text.stderr)
    return found.group(0) if found else "unknown"


def machine(cli):
    cpu = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    system = re.search(r'PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text())
    return [f"{os.cpu_count()} × {cpu.group(1) if cpu else platform.machine()}, {int(memory.group(1)) >> 20} GB, "
            f"{system.group(1) if system else platform.system()}; load before: {os.getloadavg()[0]:.1f}.",
            "; ".join([version([cli, "--version"], r"foragrade-cli \S+"),
                       "pydicom " + version([sys.executable, "-c", "import pydicom; print(pydicom.__version__)"], r"\S+"),
                       "dcm2niix " + version(["dcm2niix", "--version"], r"v1\.\S+"),
                       version(["dicomtonifti", "--version"], r"dicomtonifti \S+")]) + ".", ""]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=["scan", "load"])
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    lines = machine(arguments.cli)
    if arguments.only != "load":
        lines += scan(arguments.cli, arguments.data, arguments.rounds)
    if arguments.only != "scan":
        for slices in (18, 320):
            lines += load(arguments.cli, arguments.data, arguments.rounds, slices)
    text = "\n".join(lines)
    print(text)
    if arguments.output:
        arguments.output.write_text(text)


if __name__ == "__main__":
    main()
