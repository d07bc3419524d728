#!/usr/bin/env python3
"""Rewrites every class of published jars, and has the JVM verify what changed.

Usage: src/bench/published_jars.py [--java BIN] [--jars DIR] [--results FILE] LIST

LIST has coordinates as Maven writes them (group:artifact:version), one in a line. Maven fetches each jar once. RESULTS gets a line for
each jar, as soon as it is done; jars that are in it are passed over, so that a run that was stopped goes on. Needs a tree whose
tests are compiled. Prints the figures, and exits with 1 when there is a fault.
"""

import argparse
import collections
import pathlib
import subprocess
import sys

from servers import jar

ROOT = pathlib.Path(__file__).resolve().parents[2]
AGENT = ROOT / "agent"
PATH = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath"
MAIN = "io.tallyfast.proof.JarProofMain"


def class_path(work):
    output = work / "class-path.txt"
    subprocess.run(["mvn", "-q", "-B", "-f", AGENT / "pom.xml", PATH, f"-Dmdep.outputFile={output}"], check=True)
    return f"{AGENT}/target/test-classes:{AGENT}/target/classes:{output.read_text(encoding='utf-8').strip()}"


def figures(results):
    total, faults = collections.Counter(), []
    for line in results.read_text(encoding="utf-8").splitlines():
        name, *values = [cell for cell in line.split("\t") if cell]
        total["jars"] += 1
        for what, value in (cell.split("=", 1) for cell in values):
            if what == "fault":
                faults.append(f"{name}: {value}")
            else:
                total[what] += int(value)
    return total, faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--java", default="java")
    parser.add_argument("--jars", type=pathlib.Path, default=AGENT / "target" / "published-jars")
    parser.add_argument("--results", type=pathlib.Path, default=AGENT / "target" / "published-jars.tsv")
    parser.add_argument("list", type=pathlib.Path)
    options = parser.parse_args()
    options.jars.mkdir(parents=True, exist_ok=True)
    lines = options.list.read_text(encoding="utf-8").splitlines()
    paths = [jar(line, options.jars) for line in lines if line and not line.startswith("#")]
    names = options.jars / "paths.txt"
    names.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    command = [options.java, "-Xverify:all", "-cp", class_path(options.jars), MAIN, names, options.results]
    subprocess.run(command, check=True)
    total, faults = figures(options.results)
    for what, count in sorted(total.items()):
        print(f"{count:9} {what}")
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
