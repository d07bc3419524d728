#!/usr/bin/env python3
"""Audits the published servers of docs/servers.tsv and sets what is reported beside what reading their sources told.

Usage: src/bench/servers.py [--java BIN] [--jars DIR] [--no-page]

docs/servers.tsv has one line for each finding that was read: server, fingerprint, place, idiom, judgement, reason. The judgement
is `race` (two threads may meet there and an update is lost), `safe` (something that the audit did not see keeps them apart) or
`harmless` (no statistic, or lost by intent). A server without a finding has a line without a fingerprint. Lines stay when a
later version no longer reports them. Maven fetches each jar by its coordinates; each is audited by itself, as a user would.
Writes the tables into docs/audit-quality.md. Needs a built tree. Exits with 1 when something is reported that nobody judged.
"""

import argparse
import collections
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "audit-quality.md"
BEGIN = "<!-- begin: written by src/bench/servers.py -->"
END = "<!-- end: servers -->"
AGENT = ROOT / "agent" / "target" / "tallyfast.jar"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
JUDGEMENTS = ["race", "safe", "harmless"]
CONFIDENCE = ["high", "medium", "low"]
REPORTED = {"unprotected", "mixed", "refused"}


def judged():
    servers = {}
    with open(ROOT / "docs" / "servers.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            findings = servers.setdefault(row["server"], {})
            if row["fingerprint"]:
                if row["judgement"] not in JUDGEMENTS:
                    sys.exit(f"no judgement of {row['fingerprint']}")
                findings[row["fingerprint"]] = row["judgement"]
    return servers


def jar(coordinates, folder):
    _, artifact, version = coordinates.split(":")
    path = folder / f"{artifact}-{version}.jar"
    if not path.exists():
        subprocess.run(["mvn", "-q", "-B", COPY, f"-Dartifact={coordinates}", f"-DoutputDirectory={folder}"], check=True)
    return path


def audit(java, path, work):
    report = work / "report.json"
    run = subprocess.run([java, "-jar", AGENT, "audit", "--format", "json", "--output", report, path], stderr=subprocess.PIPE)
    if run.returncode == 2:
        sys.exit(run.stderr.decode())
    return json.loads(report.read_text(encoding="utf-8"))


def share(part, whole):
    return f"{part} of {whole}" + (f" ({100 * part / whole:.0f}%)" if whole else "")


def tables(results):
    rows = ["| server | classes | read | of which races | reported now | of which races | not judged |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"]
    total = [0] * 6
    for server, (classes, known, now) in results.items():
        races = sum(1 for j in known.values() if j == "race")
        still = sum(1 for f in now if known.get(f) == "race")
        new = sum(1 for f in now if f not in known)
        figures = [classes, len(known), races, len(now), still, new]
        total = [a + b for a, b in zip(total, figures)]
        group, artifact, version = server.split(":")
        rows.append(f"| {artifact} {version} | " + " | ".join(map(str, figures)) + " |")
    rows.append("| all | " + " | ".join(map(str, total)) + " |")
    by = ["", "| confidence | reported | race | safe | harmless | races among them |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for confidence in CONFIDENCE + ["all"]:
        tally = collections.Counter()
        for _, known, now in results.values():
            for fingerprint, of in now.items():
                if confidence in (of, "all"):
                    tally[known.get(fingerprint, "not judged")] += 1
        number = sum(tally.values())
        by.append(f"| {confidence} | {number} | " + " | ".join(str(tally[j]) for j in JUDGEMENTS) + f" | {share(tally['race'], number)} |")
    silent = sum(1 for _, known, now in results.values() for f, j in known.items() if j != "race" and f not in now)
    lost = sum(1 for _, known, now in results.values() for f, j in known.items() if j == "race" and f not in now)
    by += ["", f"Since they were read, {silent} that lose nothing have fallen silent, and {lost} that lose."]
    return "\n".join(rows + by)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--java", default="java")
    parser.add_argument("--jars", type=pathlib.Path)
    parser.add_argument("--no-page", action="store_true")
    args = parser.parse_args()
    if not AGENT.exists():
        sys.exit("build first: mvn -B -q -DskipTests package")
    results = {}
    unknown = 0
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        jars = args.jars or work
        for server, known in judged().items():
            report = audit(args.java, jar(server, jars), work)
            now = {s["fingerprint"]: s["confidence"] for s in report["sites"] if s["verdict"] in REPORTED}
            for site in report["sites"]:
                if site["fingerprint"] in now and site["fingerprint"] not in known:
                    unknown += 1
                    print(f"not judged: {server} {site['fingerprint']} (line {site['line']})")
            results[server] = (report["summary"]["classesRead"], known, now)
    text = tables(results)
    print(text)
    if not args.no_page:
        page = PAGE.read_text(encoding="utf-8")
        before, rest = page.split(BEGIN)
        _, after = rest.split(END)
        PAGE.write_text(before + BEGIN + "\n\n" + text + "\n\n" + END + after, encoding="utf-8")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
