"""`python -m icnn_engine.cli`."""

import sys

from icnn_engine.cli import main

sys.exit(main())
