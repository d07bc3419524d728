#!/usr/bin/env python3
"""Runs tests of the JDK's maps on guarded maps, and writes what they say into docs/guarded-maps.md.

Usage: src/bench/jdk_tests.py [--sources DIR] [--java BIN] [--no-page]

The tests are those of JSR 166, from which the JDK has them: small programs and tests of TestNG (jtreg), and tests
of JUnit (tck). They make their maps in variables, where the agent leaves maps alone. So each test is compiled
twice, as it is, and with each map that it makes by a constructor made by that of the guarded class, from
tallyfast-runtime.jar. --sources is a clone of the public repository; without it one is made, and removed. Needs a
built tree, git, and Maven, which gets TestNG and JUnit.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "guarded-maps.md"
BEGIN = "<!-- begin: written by src/bench/jdk_tests.py -->"
END = "<!-- end -->"
RUNTIME = ROOT / "agent" / "target" / "tallyfast-runtime.jar"
REPOSITORY = "https://github.com/kabutz/jsr166"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
LIBRARIES = ["org.testng:testng:7.10.2", "junit:junit:4.13.2"]
TYPES = "HashMap|LinkedHashMap|TreeMap|EnumMap|Hashtable|Properties|IdentityHashMap|WeakHashMap"
FOLDERS = ["AbstractMap", "Collection/MOAT.java", "Collections", "EnumMap", "HashMap", "Hashtable",
           "IdentityHashMap", "LinkedHashMap", "Map", "NavigableMap", "Properties", "TreeMap", "WeakHashMap"]
TCK = ["HashMapTest", "HashtableTest", "LinkedHashMapTest", "TreeMapTest", "TreeSubMapTest"]
OPENS = ["--add-opens", "java.base/java.util=ALL-UNNAMED", "--add-opens", "java.base/java.lang=ALL-UNNAMED"]
PATIENCE = 240


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sources", help="a clone of " + REPOSITORY)
    parser.add_argument("--java", default="java", help="the java that runs the tests")
    parser.add_argument("--no-page", action="store_true", help="print, and leave the page as it is")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        sources = pathlib.Path(options.sources or cloned(work)) / "src" / "test"
        libraries = fetched(work)
        rows = []
        for test in tests(sources):
            results = [outcome(test, guarded, sources, libraries, work, options.java) for guarded in (False, True)]
            if results[0] is not None:
                rows.append((test, results))
                print(name(test), results, flush=True)
    text = page(rows, options.java)
    print(text)
    if not options.no_page:
        old = PAGE.read_text()
        head, rest = old.split(BEGIN, 1)
        PAGE.write_text(f"{head}{BEGIN}\n\n{text}\n\n{END}{rest.split(END, 1)[1]}")


def cloned(work):
    subprocess.run(["git", "clone", "-q", "--depth", "1", REPOSITORY, work / "jsr166"], check=True)
    return work / "jsr166"


def fetched(work):
    """The libraries that the tests need, as a class path."""
    (work / "libraries").mkdir()
    parts = "".join("<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"
                    .format(*library.split(":")) for library in LIBRARIES)
    pom = work / "libraries" / "pom.xml"
    pom.write_text("<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId>"
                   f"<version>1</version><dependencies>{parts}</dependencies></project>")
    subprocess.run(["mvn", "-q", "-f", pom, COPY, f"-DoutputDirectory={work}/libraries"], check=True)
    return ":".join(str(jar) for jar in (work / "libraries").glob("*.jar"))


def tests(sources):
    """The tests that name a map of the JDK's that there is a guarded one for."""
    for folder in FOLDERS:
        place = sources / "jtreg" / "util" / folder
        for test in [place] if place.is_file() else sorted(place.glob("*.java")):
            if changed(test.read_text()) != test.read_text():
                yield test
    for test in TCK:
        yield sources / "tck" / (test + ".java")


def changed(source):
    source = re.sub(rf"\bnew\s+({TYPES})\b(?=\s*[<(])", r"new io.tallyfast.runtime.Guarded\1", source)
    return re.sub(rf"\b({TYPES})(<[^<>;]*>)?::new", r"io.tallyfast.runtime.Guarded\1\2::new", source)


def outcome(test, guarded, sources, libraries, work, java):
    """What a test says: (passed, why not); None when it cannot be compiled alone."""
    place = work / "classes"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    source = place / test.name
    source.write_text(changed(test.read_text()) if guarded else test.read_text())
    path = f"{place}:{libraries}:{RUNTIME}"
    others = sources / "tck" if test.parent.name == "tck" else test.parent
    compiled = subprocess.run(["javac", "-nowarn", "-Xlint:none", "-proc:none", "-cp", path, "-d", place, "-sourcepath", others, source],
                              capture_output=True, text=True, check=False)
    if compiled.returncode:
        return (False, "does not compile") if guarded else None
    command = [java, *OPENS, "-cp", path]
    if test.parent.name == "tck":
        command += ["junit.textui.TestRunner", test.stem]
    elif "org.testng" in test.read_text():
        command += ["org.testng.TestNG", "-usedefaultlisteners", "false", "-verbose", "2", "-testclass", test.stem]
    else:
        command += [test.stem]
    try:
        run = subprocess.run(command, cwd=place, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return False, f"no end within {PATIENCE} s"
    said = run.stdout + run.stderr
    return run.returncode == 0, reason(said)


def reason(said):
    """How many cases there were, and what failed."""
    counted = re.search(r"OK \((\d+) tests?\)", said)
    if counted:
        return f"{counted[1]} cases"
    junit = re.search(r"Tests run: (\d+),\s+Failures: (\d+),\s+Errors: (\d+)", said)
    testng = re.search(r"Total tests run: (\d+), Passes: \d+, Failures: (\d+)", said)
    alone = re.search(r"Passed = (\d+), failed = (\d+)", said)
    total = junit or testng or alone
    failing = []
    if junit:
        failing = re.findall(r"^\d+\) (\w+)", said, re.M)
    elif testng:
        failing = re.findall(r"^FAILED: (?:\w+\.)*(\w+)", said, re.M)
    if alone:
        text = f"{alone[1]} checks" + (f", {alone[2]} failed" if alone[2] != "0" else "")
    elif total:
        text = f"{total[1]} cases"
    else:
        text = ""
    if failing:
        text += f", {len(failing)} failed: " + ", ".join(f"`{each}`" for each in sorted(set(failing)))
    elif not total:
        thrown = re.search(r"^Exception in thread \"main\" (\S+)", said, re.M)
        text = f"`{thrown[1].rstrip(':')}`" if thrown else ""
    return text


def name(test):
    return test.stem if test.parent.name == "tck" else f"{test.parent.name}/{test.stem}"


def page(rows, java):
    said = subprocess.run([java, "-XshowSettings:properties", "-version"], capture_output=True, text=True, check=True).stderr
    values = dict(l.strip().split(" = ", 1) for l in said.splitlines() if " = " in l.strip())
    both = [row for row in rows if row[1][0][0] and row[1][1][0]]
    neither = [row for row in rows if not row[1][0][0] and not row[1][1][0]]
    lines = [f"{len(rows)} tests on JDK {values['java.version']}: {len(both)} pass with the JDK's maps and with guarded ones, "
             f"{len(neither)} with neither. All of them:", "",
             "| test | the JDK's maps | guarded maps |", "| --- | --- | --- |"]
    for test, results in rows:
        cells = [("passes" if passed else "fails") + (f" ({why})" if why else "") for passed, why in results]
        lines.append(f"| {name(test)} | {cells[0]} | {cells[1]} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
