"""Runs a command of the explorer on a store that may only be read: as root too, for whom file modes are no limit.

``python tests/read_only.py STORE COMMAND …`` refuses every write below STORE as a read-only medium does. ``serve`` ends
where it would become the server.
"""

import errno
import os
import sys
from pathlib import Path

from explorer.commands.parser import main

STORE = Path(sys.argv[1] if __name__ == "__main__" else ".").resolve()
WRITES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "os.chmod", "shutil.rmtree", "os.utime"}
FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def is_below(path: object) -> bool:
    return isinstance(path, str | os.PathLike) and Path(path).absolute().is_relative_to(STORE)


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """What the operating system would say."""
    is_write = event in WRITES or (event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & FLAGS))
    if is_write and any(is_below(one) for one in arguments[:2]):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(arguments[0]))


def access(path: str | os.PathLike[str], mode: int) -> bool:
    return not (mode & os.W_OK and is_below(path)) and ALLOWED(path, mode)


def serve(_program: str, arguments: list[str]) -> None:
    sys.stdout.write(f"served: {' '.join(arguments[1:3])}\n")
    sys.exit(0)


ALLOWED = os.access

if __name__ == "__main__":
    os.environ["EXPLORER_STORE"] = str(STORE)
    os.access = access  # type: ignore[assignment]
    os.execv = serve  # type: ignore[assignment]
    sys.addaudithook(refuse)
    sys.exit(main(sys.argv[2:]))
