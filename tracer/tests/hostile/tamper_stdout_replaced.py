# status: completed
# stdout: kept\n
import io
import sys

real = sys.stdout
sys.stdout = io.StringIO()
print("lost")
sys.stdout = real
print("kept")
sys.stdout = sys.stderr = None
