# status: raised
# error: ModuleNotFoundError|ImportError
import _xxsubinterpreters

_xxsubinterpreters.run_string(_xxsubinterpreters.create(), "x = 1")
