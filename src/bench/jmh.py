#!/usr/bin/env python3
"""Measures what a counted update costs, with JMH, and writes the table into docs/measurements.md.

Usage: src/bench/jmh.py [--threads N]... [--rounds N] [--iterations N] [--millis N] [--only REGEX] [--table-only]

Each form of update is measured as it was compiled and, in JVMs of its own, with the agent; beside it what people write by
hand. The two take turns, in as many rounds as asked for, so that whatever else the machine does meets both. The agent rewrites only the package "kernel", as it would rewrite a server. Bytes are those that JMH's gc profiler counts.
Results stay in target/bench, one file for each number of threads, so that these can be measured one by one; the table is
made of all files that are there. Needs: mvn -B -q -Pbench -DskipTests package
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "measurements.md"
BEGIN = "<!-- begin: written by src/bench/jmh.py -->"
END = "<!-- end: jmh -->"
JAR = ROOT / "src" / "bench" / "target" / "benchmarks.jar"
AGENT = ROOT / "agent" / "target" / "tallyfast.jar"
OUT = ROOT / "target" / "bench"
REWRITTEN = "include=io.tallyfast.bench.kernel.**,fields=all"

# What is compared: the form, the benchmark of it, and the ways by hand to do the same.
FORMS = [
    ("fused add, one key", "fusedConstant", "Constant"),
    ("fused add, many keys", "fusedChanging", "Changing"),
    ("first insert possible, many keys", "absentChanging", "Changing"),
    ("merge at the write, many keys", "mergedChanging", "Changing"),
    ("`merge` on a HashMap, many keys", "computedChanging", "Changing"),
    ("batch of three", "batchConstant", None),
    ("own map, fused add, one key", "ownFusedConstant", "Constant"),
    ("own map, fused add, many keys", "ownFusedChanging", "Changing"),
    ("own map, read", "ownRead", None),
    ("own map, copy of 64 entries", "ownCopy", None),
    ("own map, iteration over 64 entries", "ownIterate", None),
    ("volatile field", "fieldVolatile", "atomic"),
    ("plain field", "fieldPlain", "atomic"),
]
BY_HAND = [
    ("ConcurrentHashMap.merge", "concurrentMerge"),
    ("ConcurrentHashMap of LongAdder", "longAdder"),
    ("Collections.synchronizedMap, merge", "synchronizedMap"),
    ("synchronized block", "synchronized"),
    ("Guava's AtomicLongMap", "guava"),
]

# A map of its own is a guarded one, which has cells; a map from elsewhere is locked.
BAR = [(whose, form, keys, suffix) for whose, form in (("its own", "ownFused"), ("from elsewhere", "fused"))
       for keys, suffix in (("one", "Constant"), ("many", "Changing"))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, action="append", help="may be given again; 1, 2 and 8 without it")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--iterations", type=int, default=5)
    parser.add_argument("--millis", type=int, default=500)
    parser.add_argument("--only", default="", help="only benchmarks whose name matches")
    parser.add_argument("--java", default="java")
    parser.add_argument("--table-only", action="store_true", help="measure nothing")
    options = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    if not options.table_only:
        for threads in options.threads or [1, 2, 8]:
            measure(options, threads)
    write(table())


def measure(options, threads):
    load = os.getloadavg()[0]
    kernel = f"ServerCode.*({options.only})" if options.only else "ServerCode"
    argument = f"-javaagent:{AGENT}={agent_arguments(options)}"
    plain, agent = [], []
    for _ in range(options.rounds):
        plain += run(options, threads, options.only or ".*", [])
        agent += run(options, threads, kernel, ["-jvmArgsAppend", argument])
    result = {"threads": threads, "jdk": plain[0]["jdkVersion"], "load": load, "plain": scores(plain), "agent": scores(agent),
              "how": f"{options.rounds} rounds of one fork with {options.iterations} iterations of {options.millis} ms"}
    (OUT / f"jmh-{threads}.json").write_text(json.dumps(result, indent=1) + "\n")


def agent_arguments(options):
    """Without options that this version of the agent does not have."""
    probe = subprocess.run([options.java, f"-javaagent:{AGENT}={REWRITTEN}", "-version"], capture_output=True, text=True)
    return REWRITTEN if "unknown option" not in probe.stderr else REWRITTEN.split(",fields")[0]


def run(options, threads, benchmarks, more):
    file = OUT / "raw.json"
    millis = f"{options.millis}ms"
    command = [options.java, "-jar", str(JAR), benchmarks, "-t", str(threads), "-f", "1", "-wi", "3", "-w", millis,
               "-i", str(options.iterations), "-r", millis, "-prof", "gc", "-rf", "json", "-rff", str(file), *more]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return json.loads(file.read_text())


def scores(results):
    """By benchmark, over all rounds: nanoseconds, the spread of the iterations' middle half, bytes."""
    times, bytes_by_name = {}, {}
    for result in results:
        name = result["benchmark"].rsplit(".", 1)[1]
        times.setdefault(name, []).extend(value for fork in result["primaryMetric"]["rawData"] for value in fork)
        secondary = result["secondaryMetrics"]
        bytes_by_name[name] = next((m["score"] for key, m in secondary.items() if key.endswith("gc.alloc.rate.norm")), 0)
    return {name: {"ns": statistics.median(raw), "low": sorted(raw)[len(raw) // 4], "high": sorted(raw)[3 * len(raw) // 4],
                   "bytes": bytes_by_name[name]} for name, raw in times.items()}


def table():
    results = [json.loads(file.read_text()) for file in OUT.glob("jmh-*.json")]
    results.sort(key=lambda result: result["threads"])
    first = results[0]
    lines = [f"JMH 1.37, {first['how']}, JDK {first['jdk']}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
             f"load average before it {max(r['load'] for r in results):.1f}. Medians, in ns per update; in brackets the middle half.", ""]
    for result in results:
        lines += forms(result)
        lines += by_hand(result)
    lines += bar(results)
    return "\n".join(lines)


def forms(result):
    threads = "1 thread" if result["threads"] == 1 else f"{result['threads']} threads"
    lines = [f"### {threads}", "", "| | racy original | with the agent | ratio | bytes, before | with the agent |",
             "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for title, name, _ in FORMS:
        if name in result["plain"] and name in result["agent"]:
            plain, agent = result["plain"][name], result["agent"][name]
            lines.append(f"| {title} | {shown(plain)} | {shown(agent)} | {agent['ns'] / plain['ns']:.2f} | "
                         f"{plain['bytes']:.0f} | {agent['bytes']:.0f} |")
    return lines + [""]


def by_hand(result):
    lines = ["| by hand, losing nothing | one key | many keys | bytes |", "| --- | ---: | ---: | ---: |"]
    for title, name in BY_HAND:
        one, many = result["plain"].get(name + "Constant"), result["plain"].get(name + "Changing")
        if one and many:
            lines.append(f"| {title} | {shown(one)} | {shown(many)} | {many['bytes']:.0f} |")
    if "atomicLong" in result["plain"]:
        lines.append(f"| one AtomicLong, no map | {shown(result['plain']['atomicLong'])} | | 0 |")
    return lines + [""]


def bar(results):
    lines = ["### A fused add against its bar", "",
             "At most 1.5 times the racy original, and no more than `ConcurrentHashMap.merge`:", "",
             "| threads | map | keys | to the racy original | to ConcurrentHashMap.merge | |", "| ---: | --- | --- | ---: | ---: | --- |"]
    for result in results:
        for whose, form, keys, suffix in BAR:
            ours, racy = result["agent"][form + suffix]["ns"], result["plain"][form + suffix]["ns"]
            merge = result["plain"]["concurrentMerge" + suffix]["ns"]
            misses = [what for what, misses in (("original", ours > 1.5 * racy), ("merge", ours > merge)) if misses]
            verdict = "kept" if not misses else "missed: " + ", ".join(misses)
            lines.append(f"| {result['threads']} | {whose} | {keys} | {ours / racy:.2f} | {ours / merge:.2f} | {verdict} |")
    return lines + [""]


def shown(score):
    digits = 0 if score["ns"] >= 100 else 1
    return f"{score['ns']:.{digits}f} ({score['low']:.{digits}f} to {score['high']:.{digits}f})"


def write(text):
    page = PAGE.read_text(encoding="utf-8")
    begin, end = page.index(BEGIN), page.index(END)
    PAGE.write_text(page[: begin + len(BEGIN)] + "\n\n" + text + "\n" + page[end:], encoding="utf-8")


if __name__ == "__main__":
    main()
