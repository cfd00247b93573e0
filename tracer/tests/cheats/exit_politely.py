# SystemExit with success while the program is loaded.
import sys

sys.exit(0)
