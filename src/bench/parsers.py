#!/usr/bin/env python3
"""Lists the counters in fields that the agent would guard in published parsers, out of all fields to which they add.

Usage: src/bench/parsers.py [--jars DIR] [--no-page]

A field is added to when the bytecode stores into it right after an addition or subtraction (javap tells). The others are
positions and sizes, which the agent leaves alone. Needs a built tree and Maven. Writes into docs/measurements.md.
"""

import argparse
import json
import pathlib
import re
import subprocess
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "measurements.md"
BEGIN = "<!-- begin: written by src/bench/parsers.py -->"
END = "<!-- end: parsers -->"
AGENT = ROOT / "agent" / "target" / "tallyfast.jar"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
JARS = ["com.fasterxml.jackson.core:jackson-core:2.21.0", "org.antlr:antlr4-runtime:4.13.2",
        "com.github.javaparser:javaparser-core:3.26.2", "org.yaml:snakeyaml:2.3",
        "com.fasterxml.woodstox:woodstox-core:7.1.0"]
SUM = re.compile(r": [ilfd](add|sub)$")
BETWEEN = re.compile(r": (dup\w*|[ilfd]2[bcsilfd])$")
PUT = re.compile(r": put(?:field|static) .*// Field (\S+):[BCDFIJS]$")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jars", help="where the jars go and stay; without it a folder that is removed")
    parser.add_argument("--no-page", action="store_true", help="print, and leave docs/measurements.md as it is")
    options = parser.parse_args()
    lines = ["| jar | fields added to | guarded | which |", "| --- | ---: | ---: | --- |"]
    with tempfile.TemporaryDirectory() as work:
        for coordinate in JARS:
            jar = fetch(coordinate, pathlib.Path(options.jars or work).resolve())
            fields = guarded(jar, pathlib.Path(work))
            names = ", ".join(f"`{name}`" for name in fields)
            lines.append(f"| {jar.stem} | {len(added(jar))} | {len(fields)} | {names} |")
    text = "\n".join(lines)
    print(text)
    if not options.no_page:
        page = PAGE.read_text()
        before, after = page.index(BEGIN) + len(BEGIN), page.index(END)
        PAGE.write_text(page[:before] + "\n\n" + text + "\n\n" + page[after:])


def guarded(jar, work):
    report = work / "report.json"
    subprocess.run(["java", "-jar", AGENT, "audit", "--format", "json", "--output", report, jar],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    found = {}
    for site in json.loads(report.read_text())["sites"]:
        loses = site["verdict"] in ("unprotected", "mixed")
        counts = site["idiom"] in ("instance-field", "static-field", "volatile-field", "array-element", "holder-field")
        if loses and counts:
            found[site["class"].rsplit(".", 1)[-1] + "." + site["map"]] = True
    return sorted(found)


def added(jar):
    with zipfile.ZipFile(jar) as archive:
        classes = [n[:-6] for n in archive.namelist()
                   if n.endswith(".class") and not n.startswith("META-INF") and not n.startswith("module-info")]
    fields = set()
    for i in range(0, len(classes), 300):
        done = subprocess.run(["javap", "-p", "-c", "-cp", jar, *classes[i:i + 300]], capture_output=True, text=True)
        owner, after = "", False
        for line in done.stdout.splitlines():
            line = line.rstrip()
            if line.endswith("{") and not line.startswith(" "):
                owner = re.sub(r"<.*", "", re.search(r"(?:class|interface|enum) (\S+)", line)[1])
            put = PUT.search(line)
            if put and after:
                fields.add(put[1] if "." in put[1] else f"{owner}.{put[1]}")
            after = bool(SUM.search(line)) or after and bool(BETWEEN.search(line))
    return fields


def fetch(coordinate, jars):
    _, artifact, version = coordinate.split(":")
    jar = jars / f"{artifact}-{version}.jar"
    if not jar.exists():
        jars.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mvn", "-B", "-q", COPY, f"-Dartifact={coordinate}", f"-DoutputDirectory={jars}"],
                       cwd=jars, check=True)
    return jar


if __name__ == "__main__":
    main()
