# status: raised
# error: ImportError|PermissionError
import importlib.machinery
import importlib.util

with open("native.so", "wb") as file:
    file.write(b"\x7fELF" + b"\0" * 1000)
loader = importlib.machinery.ExtensionFileLoader("native", "native.so")
importlib.util.module_from_spec(importlib.util.spec_from_loader("native", loader))
