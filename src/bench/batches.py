#!/usr/bin/env python3
"""Counts pairs in maps of each kind, while readers copy them without a lock, and writes how many copies were torn.

Usage: src/bench/batches.py [--batches N] [--java BIN]... [--no-page]

A JVM for each kind of map, without the agent and with it: src/bench/batches/Batches.java says what it does. Two
threads write, two copy, each in eight ways in turn. Needs a built tree. Writes into docs/measurements.md.
"""

import argparse
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "measurements.md"
BEGIN = "<!-- begin: written by src/bench/batches.py -->"
END = "<!-- end: batches -->"
AGENT = ROOT / "agent" / "target" / "tallyfast.jar"
KINDS = ["HashMap", "LinkedHashMap", "TreeMap", "EnumMap", "Hashtable", "synchronizedMap"]
PATIENCE = 300


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--batches", type=int, default=10_000_000, help="batches for each kind of map")
    parser.add_argument("--java", action="append", help="a java to run with; may be given again")
    parser.add_argument("--no-page", action="store_true", help="print, and leave docs/measurements.md as it is")
    options = parser.parse_args()
    parts = []
    with tempfile.TemporaryDirectory() as folder:
        source = ROOT / "src" / "bench" / "batches" / "Batches.java"
        subprocess.run(["javac", "--release", "17", "-d", folder, source], check=True)
        for java in options.java or ["java"]:
            parts.append(section(java, folder, options.batches))
    text = "\n\n".join(parts)
    print(text)
    if not options.no_page:
        page = PAGE.read_text()
        before, after = page.index(BEGIN) + len(BEGIN), page.index(END)
        PAGE.write_text(page[:before] + "\n\n" + text + "\n\n" + page[after:])


def section(java, folder, batches):
    lines = [f"{batches} batches each, JDK {version(java)}:", "",
             "| map | agent | copies | torn | failed | counts missing |",
             "| --- | --- | ---: | ---: | ---: | ---: |"]
    for kind in KINDS:
        for name, agent in (("without", []), ("with", [f"-javaagent:{AGENT}"])):
            run = subprocess.run([java, *agent, "-cp", folder, "Batches", kind, str(batches)], text=True,
                                 capture_output=True, timeout=PATIENCE, check=True)
            copies, torn, failed, missing = run.stdout.split()
            lines.append(f"| `{kind}` | {name} | {copies} | {torn} | {failed} | {missing} |")
            print(lines[-1], flush=True)
    return "\n".join(lines)


def version(java):
    said = subprocess.run([java, "-XshowSettings:properties", "-version"],
                          capture_output=True, text=True, check=True).stderr
    return next(line.split(" = ")[1] for line in said.splitlines() if " java.version = " in line)


if __name__ == "__main__":
    main()
