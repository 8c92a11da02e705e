"""``python -m explorer``."""

import signal
import sys

from explorer.commands.parser import main

if __name__ == "__main__":
    # A reader that stops early (``| head``) ends the command in silence, as with other tools.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
