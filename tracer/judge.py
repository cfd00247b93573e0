"""
Mode `judge`: one program against tests, in a sealed process, without the recorder's tracing.

`calls`: expressions are evaluated over the loaded program, results leave as data and are compared by the server. `script`: the program runs
with its input, its output leaves through the descriptor. `tests`: test code runs here, the program in a second process (judge_tests). `shared`:
test code runs in the program's own process, where a test needs objects that are not data (judge_shared).
"""

import _json
import builtins
import os
import sys
from types import CodeType

import _jail
import _recorder
import aftermath
import judge_calls
import judge_candidate
import judge_shared
import judge_tests
import stage
import wire

_COMPILE_ERRORS = (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError)
_quote = _json.encode_basestring_ascii


def compile_text(text: str, name: str, mode: str) -> CodeType:
    """Code of a text, without this module's own future statements."""
    return compile(text, name, mode, dont_inherit=True)


def _compile_calls(expressions: list[str]) -> list[CodeType]:
    return [compile_text(expression.strip(), aftermath.ENTRY, "eval") for expression in expressions]


def finish_early(error: BaseException, control: _jail.Region, stream: _jail.Region) -> None:
    """Ends a job whose program is no Python."""
    outcome, code, kind, message, line, file = aftermath.describe_syntax_error(error)
    stream.finish(
        (
            f'{{"outcome":{_quote(outcome)},"exitCode":{code},"traced":true,"errorType":{_quote(kind)},'
            f'"errorMessage":{_quote(message)},"errorLine":{line},"errorFile":{_quote(file)}}}'
        ).encode("ascii")
    )
    control.mark(wire.STAGE_ENDED)
    os._exit(wire.EXIT_DONE)


def conduct(control: _jail.Region, stream: _jail.Region, program: CodeType, entry: CodeType | None, spaces: tuple[dict, dict]) -> None:
    """Runs the program and the entry over their names to the end of the process."""
    names, entry_names = spaces
    after_names = {"settle": aftermath.settle, "wind_down": aftermath.wind_down}
    settle, wind_down = (compile_text(text, "<end>", "eval") for text in ("settle(error)", "wind_down()"))
    nothing, always = (lambda: None), (lambda: True)
    run, finish, copy = _recorder.run, stream.finish, dict(vars(builtins))
    _jail.conceal([nothing, always, finish])
    # Each argument by itself: the garbage collector would show the program a tuple of them.
    _jail.conduct(
        run, nothing, always, finish, _quote, program, entry, names, entry_names, False, settle, wind_down, after_names, copy, control
    )  # fmt: skip


def judge_apart(job: dict, control: _jail.Region, stream: _jail.Region, connection: int) -> None:
    """Runs the tests of a job of kind `tests`, whose program runs in another process, and ends this one. The process is sealed."""
    stream.narrow(wire.STREAM_HEADER_BYTES + job["resultBytes"])
    stream.set_nonce(job["nonce"].encode())
    control.mark(wire.STAGE_RUNNING)
    try:
        judge_tests.run_tests(connection, (job["tests"], job["entryPoint"]), stream)
    except MemoryError:
        # What the program answered is too much for this process, too: no trouble of the machine.
        control.mark(wire.STAGE_RUNNING, wire.REASON_OUT_OF_MEMORY)
        os._exit(wire.EXIT_DONE)
    stream.finish(b'{"outcome":"returned","exitCode":0,"traced":true}')
    control.mark(wire.STAGE_ENDED)
    os._exit(wire.EXIT_DONE)


def serve_candidate(source: str, connection: int) -> None:
    """The other process of a job of kind `tests`: loads the program and answers calls. The process is sealed."""

    def load() -> dict:
        names = stage.make_module("call").__dict__
        _recorder.run(compile_text(source, aftermath.PROGRAM, "exec"), names, False)
        return names

    # Between two calls the program's threads can look at this one: they find the frames from here on, and none of the warm interpreter.
    names = {"serve": judge_candidate.serve, "connection": connection, "load": load}
    _recorder.run(compile_text("serve(connection, load)", "<judge>", "eval"), names, False)


def judge(job: dict, control: _jail.Region, stream: _jail.Region) -> None:
    """Runs a job of kind `calls`, `script` or `shared` and ends the process. The process is sealed."""
    stream.narrow(wire.STREAM_HEADER_BYTES + job["resultBytes"])
    stream.set_nonce(job["nonce"].encode())
    kind = job["kind"]
    if kind == "script":
        stage.set_plain_streams()
    try:
        program = compile_text(job["source"], aftermath.PROGRAM, "exec")
        codes = _compile_calls(job.get("expressions", []))
        tests = compile_text(job["code"], aftermath.ENTRY, "exec") if kind == "shared" else None
    except _COMPILE_ERRORS as error:
        finish_early(error, control, stream)
        return
    entry_point, answers = job.get("entryPoint"), job.get("answers")
    # The program could find it, and in it the nonce.
    job.clear()
    module = stage.make_module("script" if kind == "script" else "call")
    names = module.__dict__
    if kind == "calls":
        entry_names = {"evaluate_all": judge_calls.evaluate_all, "run": _recorder.run, "codes": codes, "names": names}
        entry_names["append"] = stream.append
        entry = compile_text("evaluate_all(run, codes, names, append)", "<judge>", "eval")
        conduct(control, stream, program, entry, (names, entry_names))
    if kind == "shared":
        # With a trace function of its own the program could have lines of the tests left out.
        _recorder.guard(True)
    if answers == "data":
        entry_names = {"run_tests": judge_shared.run_tests, "run": _recorder.run, "tests": tests, "names": names, "entry_point": entry_point}
        entry = compile_text("run_tests(run, tests, names, entry_point)", "<judge>", "eval")
        conduct(control, stream, program, entry, (names, entry_names))
    conduct(control, stream, program, tests, (names, names))
    sys.exit("a judged job came back")
