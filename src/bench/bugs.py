#!/usr/bin/env python3
"""Drives publicly reported lost-update bugs, as released, without and with the agent, and writes what they count.

Usage: src/bench/bugs.py [--java BIN] [--jars DIR] [--only ID,ID] [--no-page]

Each bug is one class of a published jar, which Maven fetches by its coordinates, and a few lines in src/bench/bugs that
call it through its public methods: four threads that start together, some million operations each. The agent has its
default options. Where no jar of the buggy version is to be had, src/bench/bugs/Rebuilt.java counts in the same way.
Ids are those of a list of bugs that were reported and fixed by hand; PC.. are controls, which lose nothing by themselves.
Needs a built tree. Exits with 1 when a bug of a field still loses with the agent, or a control does.
"""

import argparse
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "measurements.md"
BEGIN = "<!-- begin: written by src/bench/bugs.py -->"
END = "<!-- end: bugs -->"
AGENT = ROOT / "agent" / "target" / "tallyfast.jar"
DRIVERS = ROOT / "src" / "bench" / "bugs"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
THREADS = 4
SLF4J = "org.slf4j:slf4j-api:1.7.36"
SPRING = ["org.springframework.boot:spring-boot:2.1.18.RELEASE", "javax.servlet:javax.servlet-api:4.0.1", SLF4J,
          *(f"org.springframework:spring-{m}:5.1.20.RELEASE" for m in ("core", "jcl", "beans", "web", "context")),
          *(f"org.springframework.security:spring-security-{m}:5.1.13.RELEASE" for m in ("core", "web"))]
OPENFIRE = ["org.igniterealtime.openfire:xmppserver:4.2.0", "org.igniterealtime:tinder:1.3.0", "dom4j:dom4j:1.6.1", "xpp3:xpp3:1.1.4c", SLF4J]

# id, driver, where it lies, operations of each thread, coordinates; the first names the jar with the bug
ROWS = [
    ("PB05", "PB05", "map and field", 3_000_000, ["com.google.appengine.tools:appengine-mapreduce:0.8.5",
                                                  "com.google.guava:guava:20.0"]),
    ("PB09", "Rebuilt$PB09", "map and field", 3_000_000, []),
    ("PB10", "PB10", "field", 10_000_000, ["org.apache.paimon:paimon-core:1.4.2"]),
    ("PB10, inc(2)", "PB10$Two", "field", 10_000_000, ["org.apache.paimon:paimon-core:1.4.2"]),
    ("PB11, requests", "PB11", "field", 3_000_000, ["org.mybatis:mybatis:3.5.16"]),
    ("PB11, hits", "PB11$Hits", "field", 3_000_000, ["org.mybatis:mybatis:3.5.16"]),
    ("PB12, reads", "PB12", "field", 10_000_000, ["org.datanucleus:datanucleus-core:6.0.1"]),
    ("PB12, connections", "PB12$Connections", "field", 10_000_000, ["org.datanucleus:datanucleus-core:6.0.1"]),
    ("PB13, fCount", "PB13", "field", 2_000_000, ["junit:junit:4.7"]),
    ("PB13, fIgnoreCount", "PB13$Ignored", "field", 2_000_000, ["junit:junit:4.7"]),
    ("PB14", "PB14", "field", 5_000_000, OPENFIRE),
    ("PB15", "Rebuilt$PB15", "field", 10_000_000, []),
    ("PB16", "PB16", "field", 5_000_000, ["org.apache.skywalking:apm-datacarrier:6.5.0"]),
    ("PB17", "PB17", "field", 5_000_000, ["com.hazelcast:hazelcast:3.4"]),
    ("PB18", "Rebuilt$PB18", "field", 10_000_000, []),
    ("PB08", "Rebuilt$PB08", "map, field and array", 2_000_000, []),
    ("PB01", "PB01", "map", 300_000, ["com.github.mkopylec:recaptcha-spring-boot-starter:2.2.0", *SPRING]),
    ("PB02", "Rebuilt$PB02", "map", 1_000_000, []),
    ("PB03", "Rebuilt$PB03", "map", 1_000_000, []),
    ("PB04", "PB04", "map", 1_000_000, ["org.deeplearning4j:deeplearning4j-core:0.0.3.3", SLF4J]),
    ("PB06", "Rebuilt$PB06", "map", 1_000_000, []),
    ("PB07", "Rebuilt$PB07", "map", 200_000, []),
    ("PC01", "PC01", "control", 2_000_000, ["com.alicp.jetcache:jetcache-core:2.6.0", "com.alicp.jetcache:jetcache-anno-api:2.6.0", SLF4J]),
    ("PC02", "PC02", "control", 2_000_000, ["org.tachyonproject:tachyon:0.5.0"]),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--java", default="java")
    parser.add_argument("--jars", help="where the jars go and stay; without it a folder that is removed")
    parser.add_argument("--only", help="ids, separated by commas")
    parser.add_argument("--no-page", action="store_true", help="print, and leave docs/measurements.md as it is")
    options = parser.parse_args()
    only = options.only.split(",") if options.only else None
    rows = [row for row in ROWS if not only or row[0].split(",")[0] in only]
    with tempfile.TemporaryDirectory() as work:
        jars = pathlib.Path(options.jars or work, "").resolve()
        results = [measure(row, options.java, jars, pathlib.Path(work)) for row in rows]
    table = page(results, options)
    if options.no_page or only:
        print(table)
    else:
        text = PAGE.read_text()
        before, after = text.index(BEGIN) + len(BEGIN), text.index(END)
        PAGE.write_text(text[:before] + "\n\n" + table + "\n\n" + text[after:])
    must = [r for r in results if r["kind"] in ("field", "control")]
    sys.exit(1 if any(r["with"] != r["expected"] for r in must) else 0)


def measure(row, java, jars, work):
    name, driver, kind, operations, coordinates = row
    path = [fetch(c, jars) for c in coordinates]
    classes = work / driver.replace("$", "_")
    classes.mkdir(exist_ok=True)
    source = DRIVERS / (driver.split("$")[0] + ".java")
    subprocess.run(["javac", "-nowarn", "-Xlint:-options", "--release" if driver != "PB14" else "-source", "17",
                    *(["-target", "17"] if driver == "PB14" else []), "-cp", ":".join(path) or ".", "-d", classes,
                    DRIVERS / "Drive.java", source], check=True, stderr=subprocess.DEVNULL)
    run = ["-cp", ":".join([str(classes), *path]), "Drive", driver, str(THREADS), str(operations)]
    without = counted(subprocess.run([java, *run], capture_output=True, text=True))
    agent = f"-javaagent:{AGENT}"
    guarded = subprocess.run([java, agent, *run], capture_output=True, text=True)
    said = guarded.stderr.strip().splitlines()[-1] if guarded.stderr.strip() else ""
    result = {"name": name, "kind": kind, "jar": coordinates[0] if coordinates else "made anew",
              "expected": without[0], "without": without[1], "with": counted(guarded)[1], "said": said}
    print(name, result["expected"], result["without"], result["with"], said, file=sys.stderr)
    return result


def counted(done):
    found = re.search(r"expected (-?\d+)\s+counted (-?\d+)", done.stdout)
    if not found:
        raise SystemExit(done.stdout + done.stderr)
    return int(found[1]), int(found[2])


def fetch(coordinate, jars):
    jars.mkdir(parents=True, exist_ok=True)
    _, artifact, version = coordinate.split(":")
    jar = jars / f"{artifact}-{version}.jar"
    if not jar.exists():
        subprocess.run(["mvn", "-B", "-q", COPY, f"-Dartifact={coordinate}", f"-DoutputDirectory={jars}"],
                       cwd=jars, check=True)
    return str(jar)


def page(results, options):
    version = subprocess.run([options.java, "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    lines = [f"{THREADS} threads, {version}, {platform.system()} {platform.machine()}. Lost: of all updates that there"
             " should be.", "",
             "| bug | lies in | jar | updates | lost without the agent | lost with it |",
             "| --- | --- | --- | ---: | ---: | ---: |"]
    for r in results:
        lines.append(f"| {r['name']} | {r['kind']} | {r['jar']} | {r['expected']:,} | {lost(r, 'without')} | {lost(r, 'with')} |")
    return "\n".join(lines)


def lost(r, which):
    missing = r["expected"] - r[which]
    return f"{missing:,} ({100 * missing / r['expected']:.1f}%)" if missing else "0"


if __name__ == "__main__":
    main()
