#!/usr/bin/env python3
"""Measures what the agent leaves of the throughput of libraries that count their way through data.

Usage: src/bench/throughput.py [--java BIN] [--jars DIR] [--forks N] [--rounds N] [--no-page]

A loop that parses and serialises JSON with Jackson, and one that indexes and searches with Lucene, each in a JVM of its
own without the agent and with it, at default options and with fields=off, in turns. The first rounds of a second warm up and do not
count. What is written into docs/measurements.md is the ratio of the medians; 1 is no difference. Needs a built tree and Maven.
"""

import argparse
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "measurements.md"
BEGIN = "<!-- begin: written by src/bench/throughput.py -->"
END = "<!-- end: throughput -->"
AGENT = ROOT / "agent" / "target" / "tallyfast.jar"
LOOPS = ROOT / "src" / "bench" / "throughput"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
JACKSON = ["com.fasterxml.jackson.core:jackson-core:2.21.0", "com.fasterxml.jackson.core:jackson-databind:2.21.0",
           "com.fasterxml.jackson.core:jackson-annotations:2.21"]
LUCENE = ["org.apache.lucene:lucene-core:9.12.0"]
PROGRAMS = [("Jackson 2.21.0, parse and serialise", "JacksonLoop", JACKSON),
            ("Lucene 9.12.0, index and search", "LuceneLoop", LUCENE)]
AGENTS = [("no agent", []), ("default", [f"-javaagent:{AGENT}"]), ("fields=off", [f"-javaagent:{AGENT}=fields=off"])]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--java", default="java")
    parser.add_argument("--jars", help="where the jars go and stay; without it a folder that is removed")
    parser.add_argument("--forks", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--no-page", action="store_true", help="print, and leave docs/measurements.md as it is")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        jars = pathlib.Path(options.jars or work).resolve()
        rows = [measure(p, options, jars, pathlib.Path(work)) for p in PROGRAMS]
    version = subprocess.run([options.java, "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    text = "\n".join([
        f"{options.forks} JVMs each, of {options.rounds} rounds of one second of CPU time of which the first half warms up; {version},"
        f" {platform.system()} {platform.machine()}.", "",
        "| | sites guarded | no agent, per second of CPU time | with the agent, times that | with fields=off, times that | no agent, lowest to highest |",
        "| --- | ---: | ---: | ---: | ---: | ---: |", *rows])
    print(text)
    if not options.no_page:
        page = PAGE.read_text()
        before, after = page.index(BEGIN) + len(BEGIN), page.index(END)
        PAGE.write_text(page[:before] + "\n\n" + text + "\n\n" + page[after:])


def measure(program, options, jars, work):
    name, main, coordinates = program
    path = ":".join(fetch(c, jars) for c in coordinates)
    subprocess.run(["javac", "--release", "17", "-cp", path, "-d", work, LOOPS / f"{main}.java"], check=True)
    figures = {agent: [] for agent, _ in AGENTS}
    sites = "0"
    for _ in range(options.forks):
        for agent, arguments in AGENTS:
            command = [options.java, "-Xms512m", "-Xmx512m", *arguments, "-cp", f"{work}:{path}", main, str(options.rounds)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            rounds = [float(line) for line in done.stdout.split()]
            figures[agent] += rounds[len(rounds) // 2:]
            found = re.search(r"guarded (\d+) sites", done.stderr)
            if agent == "default" and found:
                sites = found[1]
            print(name, agent, f"{statistics.median(rounds[len(rounds) // 2:]):.1f}", file=sys.stderr)
    base = statistics.median(figures["no agent"])
    ratios = [f"{statistics.median(figures[a]) / base:.3f}" for a in ("default", "fields=off")]
    spread = f"{min(figures['no agent']):.0f} to {max(figures['no agent']):.0f}"
    return f"| {name} | {sites} | {base:.0f} | {ratios[0]} | {ratios[1]} | {spread} |"


def fetch(coordinate, jars):
    _, artifact, version = coordinate.split(":")
    jar = jars / f"{artifact}-{version}.jar"
    if not jar.exists():
        jars.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mvn", "-B", "-q", COPY, f"-Dartifact={coordinate}", f"-DoutputDirectory={jars}"],
                       cwd=jars, check=True)
    return str(jar)


if __name__ == "__main__":
    main()
