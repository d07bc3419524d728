#!/usr/bin/env python3
"""Measures what the statistics of the agent's helper cost, and writes it into docs/measurements.md.

Usage: src/bench/sampling.py [--threads N]... [--rounds N] [--iterations N] [--millis N] [--java BIN] [--no-page]

The same benchmarks, all with the agent, in JVMs of their own that take turns: with the statistics as they are, with hits only, which
leaves out the sample of times to get the lock, and with none. The other two have a class of src/bench/sampling in place of the
one that counts. Each round gives a ratio; what is told is the median of the rounds, and the lowest and highest.
Needs: mvn -B -q -Pbench -DskipTests package
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "measurements.md"
BEGIN = "<!-- begin: written by src/bench/sampling.py -->"
END = "<!-- end: sampling -->"
JAR = ROOT / "src" / "bench" / "target" / "benchmarks.jar"
AGENT = ROOT / "agent" / "target" / "tallyfast.jar"
STANDS_IN = ROOT / "src" / "bench" / "sampling" / "SiteCounters.java"
AGENT_ARGUMENT = f"-javaagent:{AGENT}=include=io.tallyfast.bench.kernel.**"
FORMS = [("fused add, one key", "fusedConstant"), ("fused add, many keys", "fusedChanging"),
         ("first insert possible, many keys", "absentChanging"), ("merge at the write, many keys", "mergedChanging"),
         ("own map, fused add, one key", "ownFusedConstant")]
VARIANTS = ["all", "hits", "none"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, action="append", help="may be given again; 1 and 2 without it")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--iterations", type=int, default=5)
    parser.add_argument("--millis", type=int, default=300)
    parser.add_argument("--java", default="java")
    parser.add_argument("--no-page", action="store_true", help="print, and leave docs/measurements.md as it is")
    options = parser.parse_args()
    version = subprocess.run([options.java, "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    lines = [f"JMH 1.37, {options.rounds} rounds of one fork with {options.iterations} iterations of {options.millis} ms for each form, with"
             f" the agent; {version}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores. In ns per update; a ratio of 1 is"
             " no difference. In brackets the lowest and highest round.", ""]
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["javac", "-nowarn", "--release", "17", "-cp", str(AGENT), "-d", work, str(STANDS_IN)], check=True)
        for threads in options.threads or [1, 2]:
            lines += table(threads, [measure(options, threads, work) for _ in range(options.rounds)])
    text = "\n".join(lines)
    print(text)
    if not options.no_page:
        page = PAGE.read_text()
        before, rest = page.split(BEGIN, 1)
        PAGE.write_text(before + BEGIN + "\n\n" + text + END + rest.split(END, 1)[1])


def measure(options, threads, stands_in):
    """One round: by variant and benchmark, the median of the iterations in nanoseconds."""
    return {variant: run(options, threads, variant, stands_in) for variant in VARIANTS}


def run(options, threads, variant, stands_in):
    class_path = str(JAR) if variant == "all" else f"{stands_in}:{JAR}"
    file = pathlib.Path(stands_in, "raw.json")
    names = "|".join(name for _, name in FORMS)
    millis = f"{options.millis}ms"
    command = [options.java, "-cp", class_path, "org.openjdk.jmh.Main", f"ServerCode.({names})$", "-t", str(threads), "-f", "1",
               "-wi", "3", "-w", millis, "-i", str(options.iterations), "-r", millis, "-rf", "json", "-rff", str(file),
               "-jvmArgsAppend", AGENT_ARGUMENT, "-jvmArgsAppend", f"-Dbench.hits={'true' if variant == 'hits' else 'false'}"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return {result["benchmark"].rsplit(".", 1)[1]:
            statistics.median(value for fork in result["primaryMetric"]["rawData"] for value in fork)
            for result in json.loads(file.read_text())}


def table(threads, rounds):
    lines = [f"| {threads} thread{'s' if threads > 1 else ''} | with all | hits only | with none | the sample of times | all statistics |",
             "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for title, name in FORMS:
        times = [statistics.median(r[variant][name] for r in rounds) for variant in VARIANTS]
        shown = " | ".join(f"{time:.1f}" for time in times)
        lines.append(f"| {title} | {shown} | {ratio(rounds, name, 'all', 'hits')} | {ratio(rounds, name, 'all', 'none')} |")
    return lines + [""]


def ratio(rounds, name, one, other):
    ratios = sorted(r[one][name] / r[other][name] for r in rounds)
    return f"{statistics.median(ratios):.3f} ({ratios[0]:.3f} to {ratios[-1]:.3f})"


if __name__ == "__main__":
    main()
