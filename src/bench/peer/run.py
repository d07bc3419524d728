"""Compiles the cases of the suites, audits them, and compares."""

import collections
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[3]
TALLYFAST = ROOT / "agent" / "target" / "tallyfast.jar"
LOSES = {"unprotected", "mixed", "refused"}


class Comparison:
    """What came out for one case: lines, each (file name, number)."""

    def __init__(self, case, sites, any_lock):
        flagged = collections.defaultdict(list)
        for site in sites:
            if site["verdict"] in LOSES and site.get("line"):
                flagged[site["file"], site["line"]].append(site)
        self.case = case
        self.found = {line for line in case.bad if line in flagged}
        # "Mixed" where the lock that the suite asks for is held, and a line that it calls bad takes none: true of both.
        self.alarms = {}
        self.spoilt = set()
        for line, here in flagged.items():
            if line in case.bad:
                continue
            mixed = all(site["verdict"] == "mixed" for site in here)
            if mixed and (any_lock or any(site["map"] == other["map"] for site in here
                                          for bad in case.bad for other in flagged.get(bad, ()))):
                self.spoilt.add(line)
            else:
                self.alarms[line] = here
        self.missed = case.inside() - self.found


def compare(units, libraries, java, javac):
    """The comparisons of all units, each a list of cases that are compiled and audited together."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda unit: unit_of(unit, libraries, java, javac), units))
    return [c for done, _ in found for c in done], [failure for _, failed in found for failure in failed]


def unit_of(cases, libraries, java, javac):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        left = list(cases)
        failed = []
        while left:
            said = compile_all(left, work, libraries, javac)
            if said is None:
                break
            wrong = [case for case in left if any(named(said, case))] or left
            failed += [(case, first_error(said, case)) for case in wrong]
            left = [case for case in left if case not in wrong]
        sites = audit([work / "classes"], java, work) if left else []
        return [Comparison(case, of(sites, case), case.suite.startswith("RacerD")) for case in left], failed


def first_error(said, case):
    return next((line.split("error: ", 1)[1] for line in said.splitlines()
                 if "error: " in line and any(named(line, case))), said.splitlines()[0])


def named(said, case):
    """For each source, whether the compiler complains of it."""
    return [f"{pathlib.PurePath(case.package, path)}:" in said for path in case.sources]


def of(sites, case):
    names = {path.rsplit("/", 1)[-1] for path in case.sources}
    prefix = case.package + "." if case.package else ""
    return [site for site in sites if site["file"] in names and site["class"].startswith(prefix)]


def compile_all(cases, work, libraries, javac):
    """Null when all compiles, else what the compiler said."""
    shutil.rmtree(work / "classes", ignore_errors=True)
    shutil.rmtree(work / "src", ignore_errors=True)
    paths = []
    for case in cases:
        for path, text in case.sources.items():
            file = work / "src" / case.package / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
            paths.append(file)
    done = subprocess.run([javac, "-nowarn", "-g", "-proc:none", "-Xmaxerrs", "10000", "-cp", libraries, "-d", work / "classes", *paths],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return None if done.returncode == 0 else done.stdout.replace(f"{work}/src/", "")


def audit(paths, java, work):
    report = work / "report.json"
    done = subprocess.run([java, "-jar", TALLYFAST, "audit", "--format", "json", "--output", report, *paths],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"exit status {done.returncode}: {done.stderr[-500:]}")
    return json.loads(report.read_text())["sites"]
