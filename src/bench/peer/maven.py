"""Gets published artifacts through Maven; nothing of them stays in the repository."""

import pathlib
import subprocess
import tempfile

PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"


def libraries(folder, artifacts):
    """A folder with the artifacts and all that they need, as a class path."""
    if not folder.exists():
        with tempfile.TemporaryDirectory() as work:
            pom = pathlib.Path(work) / "pom.xml"
            pom.write_text("<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId>"
                           f"<version>1</version><dependencies>{''.join(map(dependency, artifacts))}</dependencies></project>")
            subprocess.run(["mvn", "-B", "-q", "-f", pom, f"{PLUGIN}:copy-dependencies", f"-DoutputDirectory={folder}"],
                           cwd=work, check=True)
    return ":".join(str(jar) for jar in sorted(folder.glob("*.jar")))


def dependency(artifact):
    group, name, version = artifact.split(":")
    return f"<dependency><groupId>{group}</groupId><artifactId>{name}</artifactId><version>{version}</version></dependency>"
