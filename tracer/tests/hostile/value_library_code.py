# status: completed
# no-note: made code by hand
import difflib
import html.parser
import sched
import xml.dom.minidom

lines = list(difflib.ndiff(["a"], ["b"]))
