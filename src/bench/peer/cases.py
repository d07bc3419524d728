"""One case of a peer's test suite: sources, and the lines of which that suite says that they are wrong."""

import dataclasses
import re

# What our subject is: a value that is read, changed and written back.
UPDATE = re.compile(r"\+\+|--|[-+*/%&|^]=|<<=|>>>?=|(?<![\w.])(?P<field>[\w.]+) = (?=.*(?<![\w.])(?P=field)\b)")

# Why a line that a suite calls wrong is none of our subject, by what stands in it. The first that fits.
OUTSIDE = [
    ("text is joined, nothing is counted", re.compile(r"(\+=|\+) \"")),
    ("the annotation itself is wrong", re.compile(r"@GuardedBy|^\s*(int|Object) \w+( = null)?;|^\s*void \w+\(\) \{\}")),
    ("a first value is put where none was found, and nothing is counted", re.compile(r"\bput\(anyKey, anyValue\)")),
    ("a single call on a collection or another object",
     re.compile(r"\.(add|put|remove|clear|putAll|addAll|removeAll|set|contains|get|size|release|init|update|doFinal|ifPresent|write)\(")),
    ("a plain write: nothing of the old value is in the new one", re.compile(r"[\w.\])]+ = ")),
    ("a call of a method that says which lock it needs, or writes itself", re.compile(r"\w\(.*\)|::\w+")),
    ("a read", re.compile(r"return|\w")),
]


@dataclasses.dataclass
class Case:
    """A test of a suite. Lines are (file name, number)."""

    suite: str
    name: str
    sources: dict  # path -> text
    bad: set = dataclasses.field(default_factory=set)
    safe: int = 0  # how many places the suite says are safe; what is not bad is safe
    package: str = ""  # where all of its classes are, when it is compiled with others of the same names
    reasons: dict = dataclasses.field(default_factory=dict)  # why a bad line is outside, where its text does not tell

    def text(self, line):
        name, number = line
        for path, text in self.sources.items():
            if path.rsplit("/", 1)[-1] == name:
                return text.splitlines()[number - 1]
        raise KeyError(line)

    def inside(self):
        """The bad lines that are within our subject."""
        return {line for line in self.bad - self.reasons.keys() if updates_something(self.text(line))}

    def outside(self):
        """The other bad lines, with the reason."""
        return {line: self.reasons.get(line) or reason(self.text(line)) for line in self.bad - self.inside()}


def folds(case, line):
    """Whether the line only folds something into a plain field that is no fraction: bits, a factor, a sign."""
    found = re.match(r"\s*(?:this\.)?(\w+) (?:[*/%&|^]|<<|>>>?)?= (-\1;)?", case.text(line))
    declared = found and re.compile(rf"\b(volatile \w+|double|float) {found.group(1)}\b")
    kept = found and any(declared.search(text) for text in case.sources.values())
    return bool(found and not kept and (found.group(2) or not found.group(0).endswith(f"{found.group(1)} = ")))


def reason(text):
    return next(why for why, pattern in OUTSIDE if pattern.search(text))


def updates(sources):
    """All lines that update something."""
    return {(path.rsplit("/", 1)[-1], number)
            for path, text in sources.items()
            for number, line in enumerate(text.splitlines(), 1)
            if updates_something(line) and not line.strip().startswith("*")}


def updates_something(text):
    code = text.split("//")[0]
    return bool(UPDATE.search(code)) and '"' not in code
