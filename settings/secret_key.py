"""Secret keys: making one, keeping development's, and telling a weak one."""

import os
import secrets
import zlib
from pathlib import Path

LEAST_LENGTH = 50
# A random key hardly compresses; "changeme" written eight times shrinks to 18 bytes.
LEAST_COMPRESSED_BYTES = 40


def new_secret_key() -> str:
    return secrets.token_urlsafe(48)


def weakness_of_secret_key(key: str) -> str | None:
    """Why a production server must not use this key, or None."""
    if key.startswith("django-insecure"):
        return "is a development key (it begins with django-insecure)"
    if len(key) < LEAST_LENGTH:
        return f"has {len(key)} characters, but needs at least {LEAST_LENGTH}"
    if len(zlib.compress(key.encode(), level=9)) < LEAST_COMPRESSED_BYTES:
        return "repeats itself; make one with: python3 -m settings.secret_key"
    return None


def kept_secret_key(file: Path) -> str:
    """The key in the file, which is made at the first call and never committed."""
    if file.exists():
        return file.read_text().strip()
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    draft.write_text(new_secret_key())
    draft.chmod(0o600)
    try:
        # Of two processes that start at the same time the first one's key stays.
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return file.read_text().strip()


if __name__ == "__main__":
    print(new_secret_key())
