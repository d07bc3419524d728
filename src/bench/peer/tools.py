"""Runs SpotBugs, sb-contrib, Error Prone and PMD on our own targets: findings as (source, line, field or None)."""

import re
import subprocess
import xml.etree.ElementTree as xml
import zipfile

from peer import maven
from peer.forms import FAMILIES, ROOT, SOURCES

SPOTBUGS = "4.10.4"
SB_CONTRIB = "7.7.4"
ERROR_PRONE = "2.42.0"  # the newest that runs on JDK 17
PMD = "7.27.0"
CLASSES = ROOT / "agent" / "target" / "test-classes"
OF_THREADS = {"GuardedBy", "NonAtomicVolatileUpdate", "StaticGuardedByInstance", "DoubleCheckedLocking", "ThreadSafe",
              "SynchronizeOnNonFinalField", "UnsynchronizedOverridesSynchronized", "LockNotBeforeTry", "WaitNotInLoop",
              "LockOnBoxedPrimitive", "LockOnNonEnclosingClassLiteral", "ThreadLocalUsage", "ThreadJoinLoop"}
OPENED = ["api", "file", "main", "model", "parser", "processing", "tree", "util"]


def spotbugs(work, java):
    """All detectors at once; which tool and category a finding is of, its type tells."""
    jars = maven.libraries(work / "spotbugs", [f"com.github.spotbugs:spotbugs:{SPOTBUGS}"])
    plugin = maven.libraries(work / "sb-contrib", [f"com.mebigfatguy.sb-contrib:sb-contrib:{SB_CONTRIB}"])
    plugin = next(jar for jar in plugin.split(":") if jar.endswith(f"sb-contrib-{SB_CONTRIB}.jar"))
    report = work / "spotbugs.xml"
    run([java, "-cp", jars, "edu.umd.cs.findbugs.FindBugs2", "-low", "-effort:max", "-pluginList", plugin, "-xml",
         "-auxclasspath", f"{CLASSES}:{ROOT / 'agent' / 'target' / 'classes'}:{maven.libraries(work / 'lib', [])}",
         "-output", report, *(CLASSES / family for family in FAMILIES)])
    own = {p.get("type"): p.get("category") for p in patterns(work / "spotbugs" / f"spotbugs-{SPOTBUGS}.jar")}
    found = []
    for bug in xml.parse(report).getroot().iter("BugInstance"):
        line = bug.find("SourceLine")
        if line is None:
            line = bug.find("Method/SourceLine")
        if line is not None and line.get("start"):
            found.append((bug.get("type"), bug.get("category"), (line.get("sourcepath"), int(line.get("start")), None)))
    pick = lambda test: [place for kind, category, place in found if test(kind, category)]
    return {f"SpotBugs {SPOTBUGS}, of threads": pick(lambda k, c: k in own and c == "MT_CORRECTNESS"),
            f"SpotBugs {SPOTBUGS}, all": pick(lambda k, c: k in own),
            f"sb-contrib {SB_CONTRIB}, of threads": pick(lambda k, c: k not in own and c == "MT_CORRECTNESS"),
            f"sb-contrib {SB_CONTRIB}, all": pick(lambda k, c: k not in own)}


def patterns(jar):
    with zipfile.ZipFile(jar) as archive:
        return list(xml.fromstring(archive.read("findbugs.xml")).iter("BugPattern"))


def error_prone(work, javac, libraries):
    jars = maven.libraries(work / "error-prone", [f"com.google.errorprone:error_prone_core:{ERROR_PRONE}"])
    out = work / "error-prone-classes"
    opens = [f"-J--add-exports=jdk.compiler/com.sun.tools.javac.{name}=ALL-UNNAMED" for name in OPENED]
    opens += [f"-J--add-opens=jdk.compiler/com.sun.tools.javac.{name}=ALL-UNNAMED" for name in ("code", "comp")]
    said = run([javac, *opens, "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-Xmaxwarns", "100000",
                "-processorpath", jars, "-Xplugin:ErrorProne -XepAllDisabledChecksAsWarnings -XepAllErrorsAsWarnings",
                "-cp", f"{CLASSES}:{ROOT / 'agent' / 'target' / 'classes'}:{libraries}", "-d", out, *sources()])
    found = [(check, (path, int(line), None)) for path, line, check in
             re.findall(rf"(?m)^{re.escape(str(SOURCES))}/(\S+?):(\d+): (?:warning|error): \[(\w+)\]", said)]
    return {f"Error Prone {ERROR_PRONE}, of threads": [place for check, place in found if check in OF_THREADS],
            f"Error Prone {ERROR_PRONE}, all": [place for _, place in found]}


def pmd(work, java):
    jars = maven.libraries(work / "pmd", [f"net.sourceforge.pmd:pmd-java:{PMD}", f"net.sourceforge.pmd:pmd-cli:{PMD}"])
    report = work / "pmd.xml"
    run([java, "-cp", jars, "net.sourceforge.pmd.cli.PmdCli", "check", "--no-progress", "--no-cache", "-f", "xml",
         "-R", "category/java/multithreading.xml", "-r", report,
         *(argument for family in FAMILIES for argument in ("-d", SOURCES / family))], (0, 4, 5))
    found = []
    for file in xml.parse(report).getroot().findall("{*}file"):
        path = file.get("name").split(str(SOURCES) + "/", 1)[-1]
        found += [(path, int(v.get("beginline")), v.get("variable")) for v in file.findall("{*}violation")]
    return {f"PMD {PMD}, multithreading": found}


def tallyfast(audit, java, work):
    sites = audit([CLASSES / family for family in FAMILIES], java, work)
    return {"Tallyfast": [(f"{site['class'].rsplit('.', 1)[0].replace('.', '/')}/{site['file']}", site["line"], None)
                          for site in sites if site["verdict"] in ("unprotected", "mixed", "refused")]}


def sources():
    return [file for family in FAMILIES for file in sorted((SOURCES / family).glob("*.java"))]


def run(command, statuses=(0,)):
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode not in statuses:
        raise RuntimeError(f"{command[0]}: exit status {done.returncode}: {done.stdout[-1500:]}")
    return done.stdout
