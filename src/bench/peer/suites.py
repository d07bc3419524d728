"""Reads the cases out of the test suites of SpotBugs, Error Prone and RacerD."""

import re
import subprocess
import textwrap

from peer.cases import Case, folds, updates

HOMES = {"spotbugs": "https://github.com/spotbugs/spotbugs",
         "error-prone": "https://github.com/google/error-prone",
         "infer": "https://github.com/facebook/infer"}
SHARED_VARIABLE = "AT_NONATOMIC_OPERATIONS_ON_SHARED_VARIABLE"
SEQUENCE = "AT_OPERATION_SEQUENCE_ON_CONCURRENT_ABSTRACTION"
RACERD = "infer/tests/codetoanalyze/java/racerd"
ERROR_PRONE = "core/src/test/java/com/google/errorprone/bugpatterns"


class Clone:
    """A git repository, with or without a work tree, of which the newest commit is read."""

    def __init__(self, name, folder, work):
        if folder is None:
            folder = work / name
            git("clone", "-q", "--depth", "1", "--filter=blob:none", "--no-checkout", HOMES[name], folder)
        self.folder = folder

    def text(self, path):
        return self.bytes(path).decode()

    def bytes(self, path):
        return git("-C", self.folder, "show", f"HEAD:{path}")

    def list(self, prefix):
        return git("-C", self.folder, "ls-tree", "-r", "--name-only", "HEAD", prefix).decode().split()

    def version(self):
        return git("-C", self.folder, "log", "-1", "--format=%h of %cs").decode().strip()


def git(*arguments):
    return subprocess.run(["git", *map(str, arguments)], check=True, stdout=subprocess.PIPE).stdout


def spotbugs(clone):
    """The tests of the detector, and the class whose annotations say what is expected."""
    base = "spotbugsTestCases/src/java/"
    tests = clone.text("spotbugs-tests/src/test/java/edu/umd/cs/findbugs/detect/SharedVariableAtomicityDetectorTest.java")
    tests = re.sub(r'OPS_BUG\b(?=[,)])', f'"{SHARED_VARIABLE}"', tests)
    for test in tests.split("@Test")[1:]:
        path = re.search(r'performAnalysis\("([^"]+)\.class"\)', test).group(1)
        name = path.rsplit("/", 1)[-1] + ".java"
        case = Case("SpotBugs, compound operations", path, {path + ".java": clone.text(f"{base}{path}.java")})
        found = re.findall(rf'assertBugInMethodAtLine\("{SHARED_VARIABLE}", "\w+", "\w+", (\d+)\)', test)
        case.bad = {(name, int(line)) for line in found}
        case.safe = 0 if case.bad else 1
        case.reasons = {line: "bits, a factor or a sign in a plain field: no statistic" for line in case.bad if folds(case, line)}
        yield case
    yield sequence(f"bugPatterns/{SEQUENCE}", clone.text(f"{base}bugPatterns/{SEQUENCE}.java"))


def sequence(path, text):
    case = Case("SpotBugs, sequences of calls", path, {path + ".java": text})
    expects = None
    for number, line in enumerate(text.splitlines(), 1):
        if "Warning(" in line:
            expects = "ExpectWarning" in line
            case.safe += 0 if expects else 1
        if expects and ".put(" in line:
            case.bad.add((SEQUENCE + ".java", number))
    return case


def error_prone(clone):
    for path in ("NonAtomicVolatileUpdateTest", "threadsafety/GuardedByCheckerTest"):
        text = clone.text(f"{ERROR_PRONE}/{path}.java")
        suite = "Error Prone, " + ("volatile updates" if path.startswith("Non") else "@GuardedBy")
        for test in re.split(r"@Test\b", text)[1:]:
            name = re.search(r"public void (\w+)\(", test).group(1)
            yield error_prone_case(Case(suite, name, dict(source_lines(test)), package=name.lower()))


def source_lines(test):
    """The sources that a test hands to the compiler."""
    for name, block, quoted in re.findall(
            r'addSourceLines\(\s*"([^"]+)",\s*(?:String\.format\(\s*)?(?:"""\n(.*?)"""|((?:"(?:[^"\\]|\\.)*"[,\s]*)+))',
            test, re.S):
        text = textwrap.dedent(block) if block else "\n".join(
            line.encode().decode("unicode_escape") for line in re.findall(r'"((?:[^"\\]|\\.)*)"', quoted))
        text = text.replace("%s", "com.google.errorprone.annotations.concurrent.GuardedBy")
        yield (name if name.endswith(".java") else name.replace(".", "/") + ".java"), text


def error_prone_case(case):
    """Most tests call their class Test: each gets a package of its own, and no line is moved."""
    packages = set(re.findall(r"^package (\w+)", "\n".join(case.sources.values()), re.M))
    for path, text in case.sources.items():
        for name in packages:
            text = re.sub(rf"(?<![\w.]){name}(?=[.;])", f"{case.package}.{name}", text)
        case.sources[path] = text if re.search(r"^package ", text, re.M) else f"package {case.package}; {text}"
    for path, text in case.sources.items():
        waiting = False
        for number, line in enumerate(text.splitlines(), 1):
            if "// BUG: Diagnostic" in line:
                waiting = True
            elif waiting and not line.strip().startswith("//"):
                case.bad.add((path.rsplit("/", 1)[-1], number))
                waiting = False
    case.safe = len(updates(case.sources) - case.bad)
    return case


def racerd(clone):
    """Each file is a case; a second one has each assigned number added instead: RacerD asks for writes, we for updates."""
    issues = clone.text(f"{RACERD}/issues.exp").splitlines()
    for path in clone.list(RACERD + "/"):
        name = path.rsplit("/", 1)[-1]
        if not name.endswith(".java"):
            continue
        text = clone.text(path)
        reported = [issue for issue in issues if issue.split(",", 1)[0].endswith("/" + name)]
        lines = {(name, int(re.search(r", (\d+), [A-Z_]+, no_bucket", issue).group(1))): issue for issue in reported}
        case = Case("RacerD", name, {path: text}, set(lines))
        case.reasons = {line: "a read" for line, issue in lines.items() if "<Read trace>" in issue}
        case.safe = len(updates(case.sources) - case.bad)
        yield case
        yield added(name, path, text, lines, reported)


def added(name, path, text, lines, reported):
    changed = re.sub(r"(?m)^(\s*(?:this\.)?\w+(?:\.\w+)?) = (-?\d+);", r"\1 += \2;", text)
    case = Case("RacerD, writes made updates", name, {path: changed})
    called = {m for issue in reported for m in re.findall(r"call to [\w.<>\[\]]+ \w+\.(\w+)\([^)]*\),access", issue)}
    method = ""
    for number, (was, line) in enumerate(zip(text.splitlines(), changed.splitlines()), 1):
        found = re.match(r"  (?!return|throw|new|else)[\w<>\[\], ]*?\b(\w+)\([^;]*\{", line)
        method = found.group(1) if found else method
        if was == line:
            continue
        if (name, number) in lines or method in called or method.startswith("FN_"):
            case.bad.add((name, number))
        else:
            case.safe += 1
    return case


# Annotations and the few types that the cases name.
LIBRARIES = ["com.github.spotbugs:spotbugs-annotations:4.10.4", "com.google.code.findbugs:jsr305:3.0.2",
             "com.google.errorprone:error_prone_annotations:2.42.0", "com.google.guava:guava:33.8.0-jre",
             "javax.inject:javax.inject:1", "com.google.android:android:4.1.1.4"]


def racerd_libraries(clone, work):
    """What RacerD's cases need of their own repository: a jar, and annotations to compile."""
    jar = work / "android-support-v4.jar"
    jar.write_bytes(clone.bytes(f"dependencies/java/android/support/v4/{jar.name}"))
    sources = work / "annotations"
    sources.mkdir(exist_ok=True)
    prefix = "infer/annotations/src/main/java/"
    for path in clone.list(prefix):
        file = sources / path[len(prefix):]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(clone.bytes(path))
    return f"{jar}:{sources}"
