#!/usr/bin/env python3
"""Runs the demonstration several times and writes what came of it into README.md.

Usage: src/bench/demo_figures.py [--runs N] [--keep DIR]

Every figure between the two marks of README.md comes from the files demo.json that
`mvn -q -Pdemo verify` writes; none is typed. The script fails, and writes nothing, when the server
lost nothing without the agent or anything with it.
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BEGIN = "<!-- begin: written by src/bench/demo_figures.py -->"
END = "<!-- end -->"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=pathlib.Path, default=ROOT / "target" / "demo-runs")
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    runs = [run(options.keep / f"demo-{i}.json") for i in range(1, options.runs + 1)]
    replace(ROOT / "README.md", text(runs))


def run(kept):
    """Runs the demonstration once; returns what it wrote: the run without the agent and with it."""
    subprocess.run(["mvn", "-q", "-Pdemo", "verify"], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    kept.write_text((ROOT / "target" / "demo" / "demo.json").read_text())
    without, agent = json.loads(kept.read_text())["runs"]
    if without["lost"] == 0 or agent["lost"] != 0 or without["failures"] or agent["failures"]:
        sys.exit(f"{kept} does not show what it should")
    print(f"{kept}: {without['lostPercent']:.1f}% lost, with the agent {agent['lostPercent']:.1f}%")
    return without, agent


def text(runs):
    without, agent = runs[-1]
    lines = ["| counter | without the agent | lost | with the agent | lost |",
             "| --- | ---: | ---: | ---: | ---: |"]
    for before, after in zip(affected(without), affected(agent), strict=True):
        lines.append(f"| `{before['name']}` | {share(before)} | {percent(before)} "
                     f"| {share(after)} | {percent(after)} |")
    losses = [w["lostPercent"] for w, _ in runs]
    prevented = [a["preventedLostUpdates"] for _, a in runs]
    lines += ["", f"The last of {len(runs)} runs of {without['requests']} requests each. "
              f"Over all of them these counters lost {min(losses):.1f}% to {max(losses):.1f}% on "
              f"average without the agent (median {statistics.median(losses):.1f}%), "
              f"and every counter of the server, {len(agent['counters'])} in all, was exact with it.",
              f"The agent guarded {agent['guardedSites']} places and prevented {min(prevented)} to "
              f"{max(prevented)} lost updates a run. {machine()}"]
    return "\n".join(lines)


def affected(run_):
    return [c for c in run_["counters"] if c["affected"]]


def share(counter):
    return f"{counter['counted']} of {counter['expected']}"


def percent(counter):
    return "0" if counter["lost"] == 0 else f"{100 * counter['lost'] / counter['expected']:.1f}%"


def machine():
    java = subprocess.run(["java", "-XshowSettings:properties", "-version"],
                          capture_output=True, text=True, check=True).stderr
    version = next(l.split("=")[1].strip() for l in java.splitlines() if "java.version =" in l)
    return f"(JDK {version}, {platform.system()}, {os.cpu_count()} cores.)"


def replace(file, new):
    old = file.read_text()
    head, rest = old.split(BEGIN, 1)
    tail = rest.split(END, 1)[1]
    file.write_text(f"{head}{BEGIN}\n\n{new}\n\n{END}{tail}")


if __name__ == "__main__":
    main()
