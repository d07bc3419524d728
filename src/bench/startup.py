#!/usr/bin/env python3
"""Measures what an agent adds to the start of a JVM, and writes it into docs/measurements.md.

Usage: src/bench/startup.py [--runs N] [--java BIN]...

Two programs, one that prints a line and the sample server until it has printed its address, each without an
agent, with Tallyfast, and with JaCoCo's agent. Every run is a process of its own. The three take turns, so
that whatever else the machine does meets all of them. CPU time is that of the whole process, its end
included, as the kernel counts it (wait4). Needs a built tree and Maven, which gets JaCoCo's agent.
"""

import argparse
import os
import pathlib
import platform
import signal
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "measurements.md"
BEGIN = "<!-- begin: written by src/bench/startup.py -->"
END = "<!-- end -->"
AGENT = ROOT / "agent" / "target" / "tallyfast.jar"
SERVER = ROOT / "sample-server" / "target" / "sample-server.jar"
JACOCO = "0.8.15"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
HELLO = 'public class Hello { public static void main(String[] a) { System.out.println("hello"); } }'


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--java", action="append", help="a java to measure; may be given again")
    options = parser.parse_args()
    javas = options.java or ["java"]
    with tempfile.TemporaryDirectory() as folder:
        agents = {"no agent": [],
                  "Tallyfast": [f"-javaagent:{AGENT}"],
                  f"JaCoCo {JACOCO}": [f"-javaagent:{jacoco(folder)}=destfile={folder}/jacoco.exec"]}
        programs = {"Hello world": hello(folder),
                    "Sample server, until it prints its address":
                        ["-jar", str(SERVER), "serve", "--port", "0"]}
        sections = [section(java, options.runs, agents, programs) for java in javas]
    write(sections, options)


def jacoco(folder):
    artifact = f"org.jacoco:org.jacoco.agent:{JACOCO}:jar:runtime"
    subprocess.run(["mvn", "-q", COPY, f"-Dartifact={artifact}", f"-DoutputDirectory={folder}"],
                   cwd=folder, check=True)
    return next(pathlib.Path(folder).glob("org.jacoco.agent-*.jar"))


def hello(folder):
    source = pathlib.Path(folder, "Hello.java")
    source.write_text(HELLO)
    subprocess.run(["javac", "--release", "17", "-d", folder, source], check=True)
    return ["-cp", folder, "Hello"]


def section(java, runs, agents, programs):
    lines = [f"## {version(java)}"]
    for title, program in programs.items():
        times = {name: [] for name in agents}
        for name in agents:
            once(java, agents[name], program)  # The first run of each finds cold files.
        for turn in range(runs):
            names = list(agents)
            for name in names[turn % 3:] + names[:turn % 3]:
                times[name].append(once(java, agents[name], program))
        lines += ["", f"### {title}", "", table(times)]
        print("\n".join(lines[-3:]), flush=True)
    return "\n".join(lines)


def once(java, agent, program):
    """One run: seconds of CPU, and seconds until the first line of output."""
    begin = time.monotonic()
    process = subprocess.Popen([java, *agent, *program], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
    first = process.stdout.readline()
    wall = time.monotonic() - begin
    if program[0] == "-jar":
        process.send_signal(signal.SIGTERM)
    process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if not first or process.returncode not in (0, 128 + signal.SIGTERM):
        raise RuntimeError(f"{agent} {program}: exit status {process.returncode}, printed {first}")
    return usage.ru_utime + usage.ru_stime, wall


def table(times):
    rows = ["| | CPU, median | min to max | over no agent | first line after, median | min to max |",
            "| --- | ---: | ---: | ---: | ---: | ---: |"]
    base = statistics.median(cpu for cpu, _ in times["no agent"])
    for name, runs in times.items():
        cpu, wall = zip(*runs)
        median = statistics.median(cpu)
        more = "" if name == "no agent" else f"+{median - base:.3f} s, {median / base:.2f} times"
        rows.append(f"| {name} | {median:.3f} s | {min(cpu):.3f} to {max(cpu):.3f} | {more} "
                    f"| {statistics.median(wall):.3f} s | {min(wall):.3f} to {max(wall):.3f} |")
    return "\n".join(rows)


def version(java):
    said = subprocess.run([java, "-XshowSettings:properties", "-version"],
                          capture_output=True, text=True, check=True).stderr
    values = dict(l.strip().split(" = ", 1) for l in said.splitlines() if " = " in l.strip())
    return f"JDK {values['java.version']} ({values['java.vendor']})"


def write(sections, options):
    size = f"{AGENT.stat().st_size / 1e6:.2f} MB"
    load = f"{os.getloadavg()[2]:.1f}"
    intro = (f"{options.runs} runs each, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
             f"load average over the last quarter of an hour {load}. The agent's jar has {size}.")
    text = "\n\n".join([intro, *sections])
    old = PAGE.read_text()
    head, rest = old.split(BEGIN, 1)
    PAGE.write_text(f"{head}{BEGIN}\n\n{text}\n\n{END}{rest.split(END, 1)[1]}")


if __name__ == "__main__":
    main()
