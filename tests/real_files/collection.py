"""Files that this project did not make, from packages of Python and of Debian."""

import re
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from documents.media_types import MEDIA_TYPES
from settings.environment import VAR_DIR

ARCHIVES = VAR_DIR / "real-files"
REQUIREMENTS = Path(__file__).parent / "requirements.txt"
DEBIAN = ("libtasn1-doc", "python-reportlab-doc")
# Text is tested elsewhere: whatever reads a file can read it.
KINDS = {*MEDIA_TYPES} - {"csv", "txt"}
# Workbooks and documents that PowerPoint has put into presentations.
EMBEDDED = re.compile(r"/embeddings/[^/]+\.(docx|xlsx)$")


class RealFilesNotFoundError(Exception):
    """Some packages are not there; the words are the command that brings them."""


@dataclass(frozen=True)
class RealFile:
    """A file with where it comes from: package and path inside."""

    source: str
    data: bytes

    @property
    def kind(self) -> str:
        return kind_of(self.source)


def kind_of(name: str) -> str:
    return name.rpartition(".")[2].lower()


def find_real_files() -> list[Path]:
    """Return the archives and files of all packages, or raise what brings them."""
    archives, missing = archives_by_package(), []
    if None in archives.values():
        missing.append("make real-files")
    documents = {package: documents_of(package) for package in DEBIAN}
    absent = [package for package, files in documents.items() if not files]
    if absent:
        missing.append(f"apt-get install {' '.join(absent)}")
    if missing:
        raise RealFilesNotFoundError(" && ".join(missing))
    return [
        *(path for path in archives.values() if path),
        *(path for files in documents.values() for path in files),
    ]


def archives_by_package() -> dict[str, Path | None]:
    """Return where the archive of each requirement is; None where it is not."""
    wanted = re.findall(r"(?m)^([a-z-]+)==(\S+)", REQUIREMENTS.read_text())
    names = {
        name: ARCHIVES / f"{name.replace('-', '_')}-{version}.tar.gz"
        for name, version in wanted
    }
    return {name: path if path.exists() else None for name, path in names.items()}


def documents_of(package: str) -> list[Path]:
    """Return the PDFs of an installed package of Debian; none elsewhere."""
    try:
        listed = subprocess.run(
            ["dpkg", "-L", package], capture_output=True, text=True
        ).stdout.splitlines()
    except FileNotFoundError:
        return []
    # Small images leave out what packages have below /usr/share/doc.
    paths = [Path(line) for line in listed if kind_of(line) in KINDS]
    return [path for path in paths if path.exists()]


def real_files() -> Iterator[RealFile]:
    """Yield all of them, those inside of others, too."""
    for path in find_real_files():
        if path.suffix == ".gz":
            yield from files_in_archive(path)
        else:
            yield RealFile(f"{path}", path.read_bytes())


def files_in_archive(path: Path) -> Iterator[RealFile]:
    with tarfile.open(path) as archive:
        for member in archive:
            found = archive.extractfile(member) if member.isfile() else None
            if found is not None and kind_of(member.name) in KINDS:
                file = RealFile(member.name, found.read())
                yield file
                yield from embedded_in(file)


def embedded_in(file: RealFile) -> Iterator[RealFile]:
    if file.kind != "pptx":
        return
    with ZipFile(BytesIO(file.data)) as archive:
        for name in archive.namelist():
            if EMBEDDED.search(name):
                yield RealFile(f"{file.source}/{name}", archive.read(name))
