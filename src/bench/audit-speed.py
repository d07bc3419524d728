#!/usr/bin/env python3
"""Measures how long an audit of whole jars takes beside SpotBugs, and writes it into docs/measurements.md.

Usage: src/bench/audit-speed.py [--runs N] [--jars FOLDER] [--java BIN] [--many FOLDER] [--only NAME]...

Five published jars and a folder with all five, each audited by Tallyfast and by SpotBugs. SpotBugs runs with
-low, its default effort, and only those of its detectors that report multithreaded correctness. Every run is a
process of its own, with the JVM's default heap. The two take turns, so that whatever else the machine does meets
both. Wall time, and CPU time and peak memory (RSS) as the kernel counts them (wait4). Needs a built tree and
Maven, which gets the jars and SpotBugs; --jars keeps them in a folder. --only measures some rows anew, and
leaves the others of the page as they are: each row is a run of its own anyway.

With --many, a folder of jars, Tallyfast alone then audits 1, 5, 10, 25 and 50 of them (or as many as there are),
in the order of a hash of their names, so that neither the alphabet nor their size decides which come first.
"""

import argparse
import hashlib
import json
import os
import pathlib
import platform
import statistics
import subprocess
import tempfile
import time
import xml.etree.ElementTree as xml
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "measurements.md"
BEGIN = "<!-- begin: written by src/bench/audit-speed.py -->"
END = "<!-- end: audit-speed -->"
MANY_BEGIN = "<!-- begin: written by src/bench/audit-speed.py --many -->"
MANY_END = "<!-- end: audit-speed --many -->"
TALLYFAST = ROOT / "agent" / "target" / "tallyfast.jar"
SPOTBUGS = "4.10.4"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"
SUBJECTS = ["org.apache.kafka:kafka-clients:3.7.0",
            "org.springframework:spring-core:6.2.1",
            "org.apache.tomcat:tomcat-catalina:10.1.34",
            "org.apache.hadoop:hadoop-common:3.4.1",
            "org.apache.lucene:lucene-core:9.12.3"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jars", type=pathlib.Path, help="where the jars are kept")
    parser.add_argument("--java", default="java")
    parser.add_argument("--many", type=pathlib.Path, help="a folder of jars, to audit more and more of")
    parser.add_argument("--only", action="append", help="a row to measure anew: a jar's name, 'all five' or 'many'")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        jars = (options.jars or work / "jars").resolve()
        subjects = [(a.split(":")[1], get(a, jars / "subjects")) for a in SUBJECTS]
        subjects.append(("all five", jars / "subjects"))
        commands = {"Tallyfast": tallyfast(options.java, work),
                    "SpotBugs": spotbugs(options.java, libraries(jars / "spotbugs", work), work)}
        rows = [row(name, path, commands, options.runs) for name, path in subjects
                if not options.only or name in options.only]
        if rows:
            write_table(rows, options.runs)
        if options.many and (not options.only or "many" in options.only):
            write_many(many(options.many, work, options), options.runs)


def many(folder, work, options):
    """One row for each number of jars, audited together."""
    jars = sorted(folder.rglob("*.jar"), key=lambda jar: hashlib.sha256(jar.name.encode()).digest())
    rows = []
    for count in (1, 5, 10, 25, 50):
        some = jars[:count]
        command = tallyfast(options.java, work)(some[0]) + some[1:]
        runs = [once("Tallyfast", command) for _ in range(options.runs)]
        wall, cpu, rss = (statistics.median(figure) for figure in zip(*runs))
        read = json.loads((work / "tallyfast.json").read_text())["summary"]["classesRead"]
        size = sum(jar.stat().st_size for jar in some) / 1e6
        rows.append(f"| {len(some)} | {size:.1f} MB | {read} | {wall:.2f} s | {cpu:.2f} s | {rss / 1024:.0f} MB "
                    f"| {1000 * cpu / read:.2f} ms | {1000 * wall / read:.2f} ms |")
        print(rows[-1], flush=True)
        if len(some) < count:
            break
    return rows


def get(artifact, folder):
    _, name, version = artifact.split(":")
    jar = folder / f"{name}-{version}.jar"
    if not jar.exists():
        maven(f"{PLUGIN}:copy", f"-Dartifact={artifact}", f"-DoutputDirectory={folder}")
    return jar


def libraries(folder, work):
    """SpotBugs with all that it needs."""
    if not folder.exists():
        pom = work / "pom.xml"
        pom.write_text("<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId>"
                       "<version>1</version><dependencies><dependency><groupId>com.github.spotbugs</groupId>"
                       f"<artifactId>spotbugs</artifactId><version>{SPOTBUGS}</version></dependency></dependencies>"
                       "</project>")
        maven("-f", str(pom), f"{PLUGIN}:copy-dependencies", f"-DoutputDirectory={folder}")
    return folder


def maven(*arguments):
    subprocess.run(["mvn", "-B", "-q", *arguments], cwd=tempfile.gettempdir(), check=True)


def tallyfast(java, work):
    return lambda path: [java, "-jar", TALLYFAST, "audit", "--format", "json",
                         "--output", work / "tallyfast.json", path]


def spotbugs(java, lib, work):
    detectors = multithreading(lib / f"spotbugs-{SPOTBUGS}.jar")
    return lambda path: [java, "-cp", f"{lib}/*", "edu.umd.cs.findbugs.FindBugs2", "-low",
                         "-visitors", ",".join(detectors), "-output", work / "spotbugs.txt",
                         *(sorted(path.glob("*.jar")) if path.is_dir() else [path])]


def multithreading(jar):
    """The detectors that report patterns of SpotBugs' category MT_CORRECTNESS."""
    with zipfile.ZipFile(jar) as archive:
        plugin = xml.fromstring(archive.read("findbugs.xml"))
    patterns = {p.get("type") for p in plugin.iter("BugPattern") if p.get("category") == "MT_CORRECTNESS"}
    return sorted(d.get("class").rsplit(".", 1)[1] for d in plugin.iter("Detector")
                  if patterns & set((d.get("reports") or "").split(",")))


def row(name, path, commands, runs):
    figures = {tool: [] for tool in commands}
    for turn in range(runs):
        for tool in list(commands)[::1 if turn % 2 == 0 else -1]:
            figures[tool].append(once(tool, commands[tool](path)))
    cells = [name, str(classes(path))]
    median = {}
    for tool in commands:
        wall, cpu, rss = (statistics.median(figure) for figure in zip(*figures[tool]))
        median[tool] = wall, cpu
        cells.append(f"{wall:.2f} s | {cpu:.2f} s | {rss / 1024:.0f} MB")
    ratios = (median["SpotBugs"][i] / median["Tallyfast"][i] for i in (0, 1))
    cells += [f"{ratio:.1f}" for ratio in ratios]
    line = "| " + " | ".join(cells) + " |"
    print(line, flush=True)
    return line


def once(tool, command):
    """One run: wall seconds, CPU seconds, peak KB."""
    begin = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read().decode(errors="replace")
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ((0, 1) if tool == "Tallyfast" else (0,)):
        raise RuntimeError(f"{tool}: exit status {process.returncode}: {said[-500:]}")
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def classes(path):
    jars = path.glob("*.jar") if path.is_dir() else [path]
    return sum(n.endswith(".class") for jar in jars for n in zipfile.ZipFile(jar).namelist())


def write_table(rows, runs):
    head = ["| | classes | Tallyfast, wall | CPU | peak memory | SpotBugs, wall | CPU | peak memory "
            "| wall, times faster | CPU, times less |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    measured = {first(row): row for row in rows}
    kept = [row for row in between(BEGIN, END) if row.startswith("| ") and not row.startswith(("| |", "| ---"))]
    rows = [measured.pop(first(row), row) for row in kept] + list(measured.values())
    write(BEGIN, END, [machine(runs) + f" SpotBugs {SPOTBUGS}.", "", *head, *rows])


def write_many(rows, runs):
    head = ["| jars | size | classes | wall | CPU | peak memory | CPU for each class | wall for each class |",
            "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    write(MANY_BEGIN, MANY_END, [machine(runs), "", *head, *rows])


def machine(runs):
    median = f"Median of {runs} runs each, " if runs else ""
    return (f"{median}{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load average over the last "
            f"quarter of an hour {os.getloadavg()[2]:.1f}.")


def first(row):
    return row.split("|")[1].strip()


def between(begin, end):
    return PAGE.read_text().split(begin, 1)[1].split(end, 1)[0].splitlines()


def write(begin, end, lines):
    before, rest = PAGE.read_text().split(begin, 1)
    PAGE.write_text("\n".join([before + begin, "", *lines, "", end]) + rest.split(end, 1)[1])


if __name__ == "__main__":
    main()
