# status: raised
# error: ValueError
import json
import os
import traceback

json.dumps = json.JSONEncoder.encode = lambda *given, **named: '{"outcome":"returned"}'
os._exit = lambda code: None
traceback.format_exception = traceback.TracebackException = None
raise ValueError("still seen")
