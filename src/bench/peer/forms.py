"""The forms of our own targets: methods, and what the comments on their lines expect."""

import dataclasses
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[3]
SOURCES = ROOT / "agent" / "src" / "test" / "java"
FAMILIES = ["io/tallyfast/targets", "io/tallyfast/audit/targets"]
LOSES = re.compile(r"// (?:assert(?:Guarded|Refused|Reported)\(|(?:unprotected|mixed|refused)$)")
SAFE = re.compile(r"// (?:assertUntouched\(|(?:protected|atomic|confined)$)")
TYPE = re.compile(r"\b(?:class|interface|enum|record)\b")
HASH_MAP = re.compile(r"(\w+) = (?:new HashMap<|zeros\(\))")


@dataclasses.dataclass
class Form:
    """A method with a line that a comment speaks of."""

    path: str  # of the source, below the root of sources
    first: int
    last: int
    loses: bool
    text: str
    body: tuple  # the lines of the class that it is in
    hash_map: bool

    def has(self, path, line):
        return path == self.path and self.first <= line <= self.last


def forms():
    return [form for family in FAMILIES for file in sorted((SOURCES / family).glob("*.java"))
            for form in of_file(file)]


def of_file(file):
    lines = file.read_text().splitlines()
    methods, bodies = blocks(lines)
    found = {}
    for i, line in enumerate(lines, 1):
        loses, safe = LOSES.search(line), SAFE.search(line)
        if loses or safe:
            about = i + 1 if line.strip().startswith("//") else i
            span = next((m for m in methods if m[0] <= about <= m[1]), (about, about))
            found[span] = found.get(span, False) or bool(loses)
    for (first, last), loses in found.items():
        body = max((b for b in bodies if b[0] <= first and last <= b[1]), key=lambda b: b[0])
        text = "\n".join(lines[first - 1:last])
        plain = HASH_MAP.findall("\n".join(lines[body[0] - 1:body[1]]))
        yield Form(str(file.relative_to(SOURCES)), first, last, loses, text, body,
                   any(re.search(rf"\b{name}\b", text) for name in plain))


def blocks(lines):
    """The methods and the bodies of classes, as first and last lines."""
    methods, bodies, stack, begin = [], [], [], 1
    for i, line in enumerate(lines, 1):
        code = re.sub(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)+\'|//.*', "", line)
        if code.strip().startswith(("*", "/*")):
            continue
        for c in code:
            if c == "{":
                head = " ".join(lines[begin - 1:i])
                in_class = not stack or stack[-1][0] == "class"
                kind = "class" if in_class and TYPE.search(head) else "method" if in_class else "block"
                stack.append((kind, begin))
            elif c == "}":
                kind, first = stack.pop()
                if kind != "block":
                    (bodies if kind == "class" else methods).append((first, i))
            if c in "{};":
                begin = i + 1
    return methods, bodies


def hits(form, findings):
    """Whether a finding stands in the form, or at a field of its class that it uses."""
    for path, line, field in findings:
        if form.has(path, line):
            return True
        if field and path == form.path and form.body[0] <= line <= form.body[1] \
                and re.search(rf"\b{field}\b", form.text):
            return True
    return False
