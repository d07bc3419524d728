#!/usr/bin/env python3
"""Runs the demonstration several times and writes what came of it into README.md and docs/sample-server.md.

Usage: src/bench/demo_figures.py [--runs N] [--keep DIR]

Every figure between the marks of the two pages comes from the files demo.json that
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
MODULES = ROOT / "docs" / "sample-server.md"
ROWS = 8


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--keep", type=pathlib.Path, default=ROOT / "target" / "demo-runs")
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    runs = [run(options.keep / f"demo-{i}.json") for i in range(1, options.runs + 1)]
    replace(ROOT / "README.md", BEGIN, END, text(runs))
    replace(MODULES, "<!-- begin: measured -->", "<!-- end: measured -->", modules(runs))


def run(kept):
    """Runs the demonstration once; returns what it wrote: the run without the agent and with it."""
    subprocess.run(["mvn", "-q", "-Pdemo", "verify"], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    kept.write_text((ROOT / "target" / "demo" / "demo.json").read_text())
    without, agent = json.loads(kept.read_text())["runs"]
    if without["lost"] == 0 or agent["lost"] != 0 or agent["failures"]:
        sys.exit(f"{kept} does not show what it should")
    print(f"{kept}: {without['lostPercent']:.1f}% lost, with the agent {agent['lostPercent']:.1f}%")
    return without, agent


def text(runs):
    """The counters that lost most in the last run, and the range over all runs."""
    without, agent = runs[-1]
    after = {c["name"]: c for c in agent["counters"]}
    worst = sorted(without["counters"], key=loss, reverse=True)[:ROWS]
    lines = ["| counter | without the agent | lost | with the agent | lost |",
             "| --- | ---: | ---: | ---: | ---: |"]
    for before in worst:
        lines.append(f"| `{before['name']}` | {share(before)} | {percent(before)} "
                     f"| {share(after[before['name']])} | {percent(after[before['name']])} |")
    losses = [w["lostPercent"] for w, _ in runs]
    prevented = [a["preventedLostUpdates"] for _, a in runs]
    lines += ["", f"The last of {len(runs)} runs of {without['requests']} requests each. "
              f"In all of them {min(losses):.1f}% to {max(losses):.1f}% of everything that the server was to "
              f"count was lost without the agent (median {statistics.median(losses):.1f}%), "
              f"and every counter, {len(agent['counters'])} in all, was exact with it.",
              f"The agent guarded {agent['guardedSites']} places and prevented {min(prevented)} to "
              f"{max(prevented)} lost updates a run. {machine()}"]
    return "\n".join(lines)


def modules(runs):
    """What each module lost, from the least to the most in all runs."""
    lines = ["| module | statistics | in how many runs wrong | counts lost without the agent | worst statistic | with the agent |",
             "| --- | ---: | ---: | ---: | --- | --- |"]
    for module in runs[0][0]["modules"]:
        before = [find(without, module["name"]) for without, _ in runs]
        after = [find(agent, module["name"]) for _, agent in runs]
        wrong = sum(m["wrong"] > 0 for m in before)
        exact = sum(m["wrong"] == 0 for m in after)
        lines.append(f"| {module['name']} | {module['counters']} | {wrong} of {len(runs)} | {span(before)} "
                     f"| {worst_of(runs, module['name'])} | exact in {exact} of {len(runs)} |")
    lines += ["", f"{len(runs)} runs of {runs[0][0]['requests']} requests each. {machine()}"]
    return "\n".join(lines)


def find(run_, name):
    return next(m for m in run_["modules"] if m["name"] == name)


def span(results):
    """Counts only: what is lost of bytes or microseconds cannot be added to them."""
    shares = [100 * m["lost"] / m["expected"] if m["expected"] else 0 for m in results]
    least, most = (f"{x:.2f}".rstrip("0").rstrip(".") for x in (min(shares), max(shares)))
    return f"{least}%" if least == most else f"{least}% to {most}%"


def worst_of(runs, module):
    """The statistic that lost the largest part of its value, amounts and records too, over all runs."""
    names = {}
    for without, _ in runs:
        for counter in without["counters"]:
            if module_of(counter["name"]) == module:
                names.setdefault(counter["name"], []).append(100 * loss(counter))
    name, shares = max(names.items(), key=lambda item: max(item[1]))
    return f"`{name}`, {min(shares):.2f}% to {max(shares):.2f}%" if max(shares) else "none"


def module_of(name):
    first = name.split(".")[0]
    return "server" if first in ("stats", "times") else first


def loss(counter):
    return counter["lost"] / counter["expected"] if counter["expected"] else 0


def share(counter):
    return f"{number(counter['counted'])} of {number(counter['expected'])}"


def number(value):
    return str(value) if isinstance(value, int) else f"{value:.1f}"


def percent(counter):
    return "0" if counter["lost"] == 0 else f"{100 * loss(counter):.1f}%"


def machine():
    java = subprocess.run(["java", "-XshowSettings:properties", "-version"],
                          capture_output=True, text=True, check=True).stderr
    version = next(l.split("=")[1].strip() for l in java.splitlines() if "java.version =" in l)
    return f"(JDK {version}, {platform.system()}, {os.cpu_count()} cores.)"


def replace(file, begin, end, new):
    head, rest = file.read_text().split(begin, 1)
    tail = rest.split(end, 1)[1]
    file.write_text(f"{head}{begin}\n\n{new}\n\n{end}{tail}")


if __name__ == "__main__":
    main()
