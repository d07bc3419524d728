#!/usr/bin/env python3
"""Tries the rules of docs/monitoring with the JMX exporter of Prometheus and the Java agent of OpenTelemetry.

Usage: src/bench/monitoring.py [--java BIN]... [--jars DIR]

A small application of the tests counts, and then waits. What the exporters tell of it must be what the agent says at its
exit. Needs a built tree, a port that is free, and Maven, which gets the two agents. The exit status is 1 when something differs.
"""

import argparse
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
AGENT = ROOT / "agent" / "target" / "tallyfast.jar"
CLASSES = ROOT / "agent" / "target" / "test-classes"
RULES = ROOT / "docs" / "monitoring"
APPLICATION = ["-cp", str(CLASSES), "io.tallyfast.apps.MonitoredApp", "wait"]
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
PROMETHEUS = "io.prometheus.jmx:jmx_prometheus_javaagent:1.0.1"
OPENTELEMETRY = "io.opentelemetry.javaagent:opentelemetry-javaagent:2.10.0"
PATIENCE = 60


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--java", action="append", help="a java to try; may be given again")
    parser.add_argument("--jars", help="where the two agents go and stay; without it a folder that is removed")
    options = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as work:
        jars = pathlib.Path(options.jars or work).resolve()
        for java in options.java or ["java"]:
            for name, scrape, command in trials(jars):
                told, prevented = run([java, *command, *APPLICATION], scrape, pathlib.Path(work, "log"))
                same = told == prevented
                failed |= not same
                print(f"{java}: {name}: {told}, at exit {prevented}: {'the same' if same else 'DIFFERENT'}")
    sys.exit(1 if failed else 0)


def trials(jars):
    ours = f"-javaagent:{AGENT}=jmx=true"
    port = free_port()
    exporter = f"-javaagent:{fetch(PROMETHEUS, jars)}=127.0.0.1:{port}:{RULES}/prometheus.yml"
    otel = [f"-javaagent:{fetch(OPENTELEMETRY, jars)}", f"-Dotel.jmx.config={RULES}/opentelemetry.yml",
            "-Dotel.metrics.exporter=console", "-Dotel.traces.exporter=none", "-Dotel.logs.exporter=none",
            "-Dotel.metric.export.interval=1000", "-Dotel.jmx.discovery.delay=1000"]
    return [("Prometheus, its agent first", lambda log: of_prometheus(port), [exporter, ours]),
            ("Prometheus, its agent second", lambda log: of_prometheus(port), [ours, exporter]),
            ("OpenTelemetry, its agent first", of_opentelemetry, [*otel, ours]),
            ("OpenTelemetry, its agent second", of_opentelemetry, [ours, *otel])]


def fetch(artifact, jars):
    group, name, version = artifact.split(":")
    jar = jars / f"{name}-{version}.jar"
    if not jar.exists():
        subprocess.run(["mvn", "-B", "-q", COPY, f"-Dartifact={artifact}", f"-DoutputDirectory={jars}"],
                       cwd=jars, check=True, stdout=subprocess.DEVNULL)
    return jar


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def run(command, scrape, log):
    """What is scraped once it is not nothing, and what the agent says at the exit."""
    with open(log, "w") as out:
        server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.STDOUT)
    try:
        told, end = None, time.monotonic() + PATIENCE
        while not told and time.monotonic() < end and server.poll() is None:
            time.sleep(0.5)
            told = scrape(log)
    finally:
        server.stdin.close()
        server.wait(PATIENCE)
    last = re.findall(r"tallyfast: guarded .* prevented (\d+) lost updates", log.read_text())
    return told, int(last[-1]) if last else None


def of_prometheus(port):
    """The total, when the sites add up to it."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
            text = answer.read().decode()
    except OSError:
        return None
    total = re.search(r"^io_tallyfast_Tallyfast_Prevented_total (\S+)", text, re.M)
    sites = re.findall(r"^io_tallyfast_Tallyfast_Sites_prevented_total{class=.*} (\S+)", text, re.M)
    if total and float(total.group(1)) == sum(map(float, sites)):
        return int(float(total.group(1)))
    return None


def of_opentelemetry(log):
    values = re.findall(r"name=tallyfast\.updates\.prevented,.*?value=(\d+)", log.read_text())
    return int(values[-1]) if values else None


if __name__ == "__main__":
    main()
