"""Runs the command line and says what holds."""
import concurrent.futures
import os
import subprocess
import time

from simulated_readers import MANAGER

START = time.monotonic()


class Failure(Exception):
    pass


def say(what):
    print(f"      {time.monotonic() - START:6.1f} s  {what}", flush=True)


def check(is_true, what):
    print(("ok    " if is_true else "WRONG ") + what, flush=True)
    if not is_true:
        raise Failure(what)


def close(a, b):
    return a is b if a is None or b is None else abs(a - b) < 1e-9


class Programs:
    def __init__(self, arguments):
        self.cli = arguments.cli
        self.store = os.path.join(arguments.out, "study.db")
        self.jobs = arguments.jobs
        self.days = 0  # that the clock is ahead
        # Not where a sanitizer's runtime asks to be loaded first.
        probe = ["faketime", "-f", "+1d", self.cli, "--version"]
        self.can_move_clock = subprocess.run(probe, capture_output=True).returncode == 0

    def run(self, *words, expect=0):
        ahead = ["faketime", "-f", f"+{self.days}d"] if self.days else []
        done = subprocess.run([*ahead, self.cli, *words], capture_output=True, text=True)
        if done.returncode != expect:
            raise Failure(f"{' '.join(words)}: exit {done.returncode}: {done.stderr.strip()}")
        return done.stdout if expect == 0 else done.stderr

    def project(self, action, *words, who=MANAGER):
        return self.run("project", action, "--store", self.store, "--project", "Simulation", "--as", who, *words)

    def on(self, command, phantom, reader, *words, expect=0):
        return self.run("reading", command, "--store", self.store, "--study", phantom.uid, "--reader", reader, *words,
                        expect=expect)

    def begin(self, phantom, reader, expect=0):
        return self.on("new", phantom, reader, "--organization", "Hospital", "--images", phantom.images, expect=expect)

    def each(self, tasks, work):
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            return list(pool.map(lambda task: work(*task), tasks))
