#!/usr/bin/env python3
"""Rewrites every class of published jars, and has the JVM verify what changed.

Usage: src/bench/published_jars.py [--java BIN] [--jars DIR] [--results FILE] [--no-page] [LIST]

LIST has coordinates as Maven writes them (group:artifact:version), one in a line; by default it is src/bench/published-jars.txt. Maven
fetches the jars that are not in DIR yet. RESULTS gets a line for each jar, as soon as it is done; jars that are in it are passed over, so
that a run that was stopped goes on. Needs a tree whose tests are compiled. Writes the figures into docs/reliability.md, and exits
with 1 when there is a fault.
"""

import argparse
import collections
import datetime
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
AGENT = ROOT / "agent"
LIST = ROOT / "src" / "bench" / "published-jars.txt"
PAGE = ROOT / "docs" / "reliability.md"
BEGIN = "<!-- begin: written by src/bench/published_jars.py -->"
END = "<!-- end: published jars -->"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"
MAIN = "io.tallyfast.proof.JarProofMain"
GUARDED, REFUSED = "guarded ", "refused: "
CLASSES = {
    "classes": "classes",
    "changed": "rewritten",
    "verified": "verified by the JVM",
    "only checked": "only checked: they refer to classes that are missing, and the JVM cannot link them",
    "invalid before": "rejected by the JVM before and after",
    "skipped methods": "methods that were not analysed",
}


def path_of(coordinates, folder):
    _, artifact, version = coordinates.split(":")
    return folder / f"{artifact}-{version}.jar"


def dependency(coordinates):
    group, artifact, version = coordinates.split(":")
    alone = "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>"
    return f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId><version>{version}</version>{alone}</dependency>"


def fetch(coordinates, folder):
    """One project for all jars; a second one for other versions of the same."""
    rounds = []
    for each in coordinates:
        name = each.rsplit(":", 1)[0]
        known = next((r for r in rounds if name not in r), None)
        if known is None:
            known = {}
            rounds.append(known)
        known[name] = each
    for number, round_ in enumerate(rounds):
        pom = folder / f"pom{number}.xml"
        pom.write_text(
            "<project><modelVersion>4.0.0</modelVersion><groupId>jars</groupId><artifactId>jars</artifactId><version>1</version>"
            f"<packaging>pom</packaging><dependencies>{''.join(map(dependency, round_.values()))}</dependencies></project>",
            encoding="utf-8")
        subprocess.run(["mvn", "-q", "-B", "-f", pom, f"{PLUGIN}:copy-dependencies", f"-DoutputDirectory={folder}"], check=True)


def class_path(work):
    output = work / "class-path.txt"
    subprocess.run(["mvn", "-q", "-B", "-f", AGENT / "pom.xml", f"{PLUGIN}:build-classpath", f"-Dmdep.outputFile={output}"], check=True)
    return f"{AGENT}/target/test-classes:{AGENT}/target/classes:{output.read_text(encoding='utf-8').strip()}"


def figures(results):
    total, faults = collections.Counter(), []
    for line in results.read_text(encoding="utf-8").splitlines():
        name, *values = [cell for cell in line.split("\t") if cell]
        total["jars"] += 1
        for cell in values:
            if cell.startswith("fault="):
                faults.append(f"{name}: {cell[len('fault='):]}")
            else:
                what, value = cell.rsplit("=", 1)
                total[what] += int(value)
    return total, faults


def part(total, prefix):
    return {what[len(prefix):]: n for what, n in total.most_common() if what.startswith(prefix)}


def table(head, rows):
    return [f"| {head} | number |", "| --- | ---: |"] + [f"| {what} | {n:,} |" for what, n in rows] + [""]


def tables(total, faults, listed):
    guarded, refused = part(total, GUARDED), part(total, REFUSED)
    rows = [(f"jars, of {listed} in the list", total["jars"])] + [(text, total[what]) for what, text in CLASSES.items()]
    rows += [("verify errors, errors of the rewriter, refusals without a reason", len(faults))]
    rows += [("sites guarded", sum(guarded.values())), ("sites refused", sum(refused.values()))]
    lines = [f"Run of {datetime.date.today()}: `src/bench/published_jars.py`.", ""]
    lines += table("what", rows) + table("guarded, by idiom", guarded.items()) + table("refused, by reason", refused.items())
    return "\n".join(lines)


def write_page(text):
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n{text}{END}{after}", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--java", default="java")
    parser.add_argument("--jars", type=pathlib.Path, default=AGENT / "target" / "published-jars")
    parser.add_argument("--results", type=pathlib.Path, default=AGENT / "target" / "published-jars.tsv")
    parser.add_argument("--no-page", action="store_true")
    parser.add_argument("list", type=pathlib.Path, nargs="?", default=LIST)
    options = parser.parse_args()
    options.jars.mkdir(parents=True, exist_ok=True)
    lines = options.list.read_text(encoding="utf-8").splitlines()
    coordinates = [line for line in lines if line and not line.startswith("#")]
    missing = [each for each in coordinates if not path_of(each, options.jars).exists()]
    if missing:
        fetch(missing, options.jars)
    names = options.jars / "paths.txt"
    names.write_text("".join(f"{path_of(each, options.jars)}\n" for each in coordinates), encoding="utf-8")
    command = [options.java, "-Xverify:all", "-cp", class_path(options.jars), MAIN, names, options.results]
    subprocess.run(command, check=True)
    total, faults = figures(options.results)
    text = tables(total, faults, len(coordinates))
    print(text)
    if not options.no_page:
        write_page(text)
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
