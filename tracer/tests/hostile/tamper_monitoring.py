# status: completed|tampered
# stdout: refused\n
# recorded: after = 41
import sys
import threading


def watched():
    inside = 20
    return inside * 2


def take_over(monitoring):
    """Every way to the events that 3.12 brought beside sys.settrace."""
    events = monitoring.events
    for tool in range(-1, 9):
        for attempt in (
            lambda: monitoring.use_tool_id(tool, "mine"),
            lambda: monitoring.set_events(tool, events.LINE | events.PY_RETURN),
            lambda: monitoring.set_events(tool, 0),
            lambda: monitoring.set_local_events(tool, watched.__code__, events.LINE),
            lambda: monitoring.set_local_events(tool, watched.__code__, 0),
            lambda: monitoring.register_callback(tool, events.LINE, lambda *event: monitoring.DISABLE),
            lambda: monitoring.clear_tool_id(tool),
            lambda: monitoring.free_tool_id(tool),
        ):
            try:
                attempt()
            except (AttributeError, RuntimeError, ValueError):
                continue
    monitoring.restart_events()


if hasattr(sys, "monitoring"):
    take_over(sys.monitoring)
for name in ("settrace_all_threads", "setprofile_all_threads"):
    if hasattr(threading, name):
        try:
            getattr(threading, name)(None)
        except RuntimeError:
            pass
sys._getframe().f_trace_opcodes = True
after = watched() + 1
print("refused")
