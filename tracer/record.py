"""
Mode `record`: one program under the recorder, in a sealed process.

This is trusted code in the program's own interpreter. It prepares everything, removes itself from what the program can find, and hands over to
`_jail.conduct`, which does not come back.
"""

import _json
import builtins
import os
from types import CodeType

import _jail
import _recorder
import aftermath
import stage
import wire

# What this interpreter raises while it compiles a text that is no program.
_COMPILE_ERRORS = (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError)


def _compile(text: str, name: str, mode: str) -> CodeType:
    return compile(text, name, mode, dont_inherit=True)


def _compile_job(source: str, entry: dict[str, str]) -> tuple[CodeType, CodeType | None]:
    """The program, and the entry unless that is the program itself."""
    program = _compile(source, aftermath.PROGRAM, "exec")
    stage.show_source(aftermath.PROGRAM, source)
    if entry["kind"] == "script":
        return program, None
    text = entry["expression"].strip() if entry["kind"] == "call" else entry["code"]
    stage.show_source(aftermath.ENTRY, text)
    return program, _compile(text, aftermath.ENTRY, "eval" if entry["kind"] == "call" else "exec")


def _finish_syntax_error(error: BaseException, control: _jail.Region) -> None:
    outcome, code, kind, message, line, file = aftermath.describe_syntax_error(error)
    quote = _json.encode_basestring_ascii
    text = (
        f'{{"outcome":{quote(outcome)},"exitCode":{code},"traced":true,"errorType":{quote(kind)},'
        f'"errorMessage":{quote(message)},"errorLine":{line},"errorFile":{quote(file)}}}'
    )
    _recorder.finish(text.encode("ascii"))
    control.mark(wire.STAGE_ENDED)
    os._exit(wire.EXIT_DONE)


def set_up(control: _jail.Region) -> None:
    """Before the descriptors are taken: standard input looks as if it came through a pipe, whatever it is."""
    out, err = (_jail.Output(_recorder.write, control, number) for number in (1, 2))
    stage.set_streams(out, err)


def record(job: dict, control: _jail.Region, stream: _jail.Region) -> None:
    """Runs the job and ends the process. The process is sealed and `set_up`."""
    limits, entry = job["limits"], job["entry"]
    _jail.set_output_limit(limits["outputBytes"])
    stream.narrow(wire.STREAM_HEADER_BYTES + limits["recordingBytes"] + wire.STREAM_TAIL_BYTES)
    _recorder.attach(stream, aftermath.PROGRAM, limits["steps"], limits["threads"], stop_on_limit=True)
    _recorder.set_nonce(job["nonce"].encode())
    try:
        program, code = _compile_job(job["source"], entry)
    except _COMPILE_ERRORS as error:
        _finish_syntax_error(error, control)
        return
    names = stage.make_module(entry["kind"]).__dict__
    after_names = {"settle": aftermath.settle, "wind_down": aftermath.wind_down}
    settle, wind_down = (_compile(text, "<end>", "eval") for text in ("settle(error)", "wind_down()"))
    run, mark_entry, stop, finish = _recorder.run, _recorder.mark_entry, _recorder.stop, _recorder.finish
    quote, copy = _json.encode_basestring_ascii, dict(vars(builtins))
    job.clear()
    _recorder.guard(True)
    # Each argument by itself: the garbage collector would show the program a tuple of them.
    _jail.conduct(run, mark_entry, stop, finish, quote, program, code, names, names, True, settle, wind_down, after_names, copy, control)
