/* The Python module `_recorder`: what the harness calls. */
#include "recorder.h"

static Py_buffer mapping;
static char nonce[128];
static size_t nonce_length;

enum { SMALLEST_MAPPING = HEADER_BYTES + TAIL_BYTES + 8192 };

/* Whether the program's code asks: nothing that begins, ends or proves a recording is for it. */
static bool is_refused(void) {
    if (!stream.header || recorder.trusted) return false;
    PyErr_SetString(PyExc_RuntimeError, "not while a program runs");
    return true;
}

static PyObject *attach(PyObject *module, PyObject *arguments, PyObject *keywords) {
    static char *names[] = {"buffer", "filename", "max_steps", "max_threads", "stop_on_limit", NULL};
    PyObject *buffer, *filename;
    unsigned long long max_steps;
    unsigned int max_threads;
    int stop_on_limit = 0;
    (void)module;
    if (is_refused()) return NULL;
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "OUKI|p:attach", names, &buffer, &filename, &max_steps, &max_threads,
                                     &stop_on_limit))
        return NULL;
    if (mapping.buf) PyBuffer_Release(&mapping);
    mapping.buf = NULL;
    stream.header = NULL;
    if (PyObject_GetBuffer(buffer, &mapping, PyBUF_WRITABLE) < 0) return NULL;
    if (mapping.len < SMALLEST_MAPPING) {
        PyBuffer_Release(&mapping);
        return PyErr_Format(PyExc_ValueError, "the buffer for a recording needs at least %d bytes", SMALLEST_MAPPING);
    }
    recorder = (Recorder){.max_steps = max_steps, .max_threads = max_threads, .stop_on_limit = stop_on_limit, .trusted = true};
    nonce_length = 0;
    stream_attach(mapping.buf, (uint64_t)mapping.len);
    codes_reset(filename);
    kinds_prepare();
    recorder_reset();
    Py_RETURN_NONE;
}

static bool require_attached(void) {
    if (stream.header) return true;
    PyErr_SetString(PyExc_RuntimeError, "attach a buffer before recording");
    return false;
}

static PyObject *run(PyObject *module, PyObject *const *arguments, Py_ssize_t count) {
    (void)module;
    if (count != 3 || !PyCode_Check(arguments[0]) || !PyDict_Check(arguments[1])) {
        PyErr_SetString(PyExc_TypeError, "run(code, globals, traced) takes a code object, a dict and a bool");
        return NULL;
    }
    int traced = PyObject_IsTrue(arguments[2]);
    if (traced < 0 || is_refused() || (traced && (!require_attached() || !threads_install()))) return NULL;
    if (traced) recorder_trace_this_thread();
    PyThreadState *thread = PyThreadState_Get();
    InterpreterFrame *saved = hide_frames(thread);
    /* A judge's own code runs others inside of itself: the inner one must not end as trusted. */
    bool trusted = recorder.trusted;
    recorder.trusted = false;
    PyObject *result = PyEval_EvalCode(arguments[0], arguments[1], arguments[1]);
    recorder.trusted = trusted;
    restore_frames(thread, saved);
    return result;
}

static PyObject *mark_entry(PyObject *module, PyObject *ignored) {
    (void)module;
    (void)ignored;
    if (!require_attached() || is_refused()) return NULL;
    if (!recorder.stopped && stream_room(16)) {
        put_byte(RECORD_ENTRY);
        recorder_commit();
        recorder.steps = 0;
    }
    Py_RETURN_NONE;
}

static PyObject *write_output(PyObject *module, PyObject *const *arguments, Py_ssize_t count) {
    (void)module;
    long channel = count == 2 && PyLong_CheckExact(arguments[0]) ? PyLong_AsLong(arguments[0]) : 0;
    if (channel < 1 || channel > 2 || !PyUnicode_Check(arguments[1])) {
        PyErr_SetString(PyExc_TypeError, "write(stream, text) takes 1 or 2 and a str");
        return NULL;
    }
    if (!require_attached()) return NULL;
    Py_ssize_t length = PyUnicode_GET_LENGTH(arguments[1]);
    put_thread(thread_current());
    if (stream_room(64)) {
        put_byte(RECORD_OUTPUT);
        put_byte((unsigned)channel);
        put_text(arguments[1], 0, length);
    }
    recorder_commit();
    Py_RETURN_NONE;
}

static PyObject *guard(PyObject *module, PyObject *on) {
    (void)module;
    int wanted = PyObject_IsTrue(on);
    if (wanted < 0 || is_refused() || (wanted && !guard_install())) return NULL;
    recorder.guarded = wanted;
    Py_RETURN_NONE;
}

static PyObject *stop(PyObject *module, PyObject *ignored) {
    (void)module;
    (void)ignored;
    if (is_refused()) return NULL;
    bool ours = recorder_is_tracing();
    recorder.trusted = true;
    recorder.guarded = false;
    if (!ours) stream_flag(FLAG_TRACE_LOST);
    PyEval_SetTrace(NULL, NULL);
    return PyBool_FromLong(ours);
}

static PyObject *set_nonce(PyObject *module, PyObject *bytes) {
    (void)module;
    if (is_refused()) return NULL;
    if (!PyBytes_Check(bytes) || PyBytes_GET_SIZE(bytes) > (Py_ssize_t)sizeof nonce) {
        PyErr_Format(PyExc_ValueError, "a nonce is bytes of at most %zu", sizeof nonce);
        return NULL;
    }
    nonce_length = (size_t)PyBytes_GET_SIZE(bytes);
    memcpy(nonce, PyBytes_AS_STRING(bytes), nonce_length);
    Py_RETURN_NONE;
}

static PyObject *finish(PyObject *module, PyObject *payload) {
    (void)module;
    if (!require_attached() || is_refused()) return NULL;
    if (!PyBytes_Check(payload) || (size_t)PyBytes_GET_SIZE(payload) > TAIL_BYTES - sizeof nonce) {
        PyErr_Format(PyExc_ValueError, "the tail record is bytes of at most %d", (int)(TAIL_BYTES - sizeof nonce));
        return NULL;
    }
    stream_tail(PyBytes_AS_STRING(payload), (size_t)PyBytes_GET_SIZE(payload), nonce, nonce_length);
    Py_RETURN_NONE;
}

/* Whether a result is made of exact builtin types throughout; anything else only looks like data. */
static bool is_exact(PyObject *value, int depth) {
    PyTypeObject *type = Py_TYPE(value);
    if (is_atom_type(type)) return true;
    if (depth == 0) return false;
    if (type == &PyList_Type || type == &PyTuple_Type) {
        PyObject **items = type == &PyList_Type ? ((PyListObject *)value)->ob_item : ((PyTupleObject *)value)->ob_item;
        for (Py_ssize_t i = 0; i < Py_SIZE(value); i++)
            if (!is_exact(items[i], depth - 1)) return false;
        return true;
    }
    PyObject *key, *element;
    Py_ssize_t position = 0;
    if (type == &PyDict_Type) {
        while (PyDict_Next(value, &position, &key, &element))
            if (!is_exact(key, depth - 1) || !is_exact(element, depth - 1)) return false;
        return true;
    }
    if (type != &PySet_Type && type != &PyFrozenSet_Type) return type == &PyByteArray_Type;
    PySetObject *set = (PySetObject *)value;
    for (Py_ssize_t i = 0; i <= set->mask; i++)
        if (set->table[i].key && set->table[i].hash != -1 && !is_exact(set->table[i].key, depth - 1)) return false;
    return true;
}

static PyObject *capture_result(PyObject *module, PyObject *value) {
    (void)module;
    if (!require_attached() || is_refused()) return NULL;
    if (!is_exact(value, 32)) stream_flag(FLAG_RESULT_INEXACT);
    if (recorder.stopped) Py_RETURN_NONE;
    event_clock++;
    Cell *cell = capture_value(value);
    if (stream_room(64)) {
        put_byte(RECORD_RESULT);
        put_value(value, cell);
    }
    recorder_commit();
    if (cell) cell_release(cell);
    trash_drain();
    Py_RETURN_NONE;
}

static PyObject *counters(PyObject *module, PyObject *ignored) {
    (void)module;
    (void)ignored;
    if (!require_attached()) return NULL;
    return Py_BuildValue("{s:K,s:K,s:K,s:K,s:K,s:I}", "length", stream.header->length, "events", stream.header->events, "flags",
                         stream.header->flags, "dropped", stream.header->dropped, "identities", stream.header->heap, "alive",
                         cells_alive());
}

/* The fastest possible trace function, to measure the recorder against. */
static int count_only(PyObject *self, PyFrameObject *frame, int what, PyObject *argument) {
    (void)self;
    (void)frame;
    (void)what;
    (void)argument;
    if (stream.header) stream.header->events++;
    return 0;
}

static PyObject *run_empty(PyObject *module, PyObject *const *arguments, Py_ssize_t count) {
    (void)module;
    if (count != 2 || !PyCode_Check(arguments[0]) || !PyDict_Check(arguments[1])) {
        PyErr_SetString(PyExc_TypeError, "run_empty(code, globals) takes a code object and a dict");
        return NULL;
    }
    if (is_refused()) return NULL;
    PyEval_SetTrace(count_only, NULL);
    PyObject *result = PyEval_EvalCode(arguments[0], arguments[1], arguments[1]);
    PyEval_SetTrace(NULL, NULL);
    return result;
}

static PyMethodDef methods[] = {
    {"attach", (PyCFunction)(void (*)(void))attach, METH_VARARGS | METH_KEYWORDS,
     "attach(buffer, filename, max_steps, max_threads, stop_on_limit=False): begin a recording in a writable buffer."},
    {"run", (PyCFunction)(void (*)(void))run, METH_FASTCALL,
     "run(code, globals, traced): evaluate code with the caller's frames hidden; recorded when traced."},
    {"mark_entry", mark_entry, METH_NOARGS, "Loading ended; what follows belongs to the entry."},
    {"write", (PyCFunction)(void (*)(void))write_output, METH_FASTCALL, "write(stream, text): record output of the program."},
    {"guard", guard, METH_O, "guard(on): refuse other trace functions, and note side effects."},
    {"stop", stop, METH_NOARGS, "End tracing in this thread; whether the recorder was still the trace function."},
    {"set_nonce", set_nonce, METH_O, "What the tail record must end with."},
    {"finish", finish, METH_O, "finish(payload): write the tail record."},
    {"capture_result", capture_result, METH_O, "Write a value as the result of the entry."},
    {"counters", counters, METH_NOARGS, "The header's numbers."},
    {"run_empty", (PyCFunction)(void (*)(void))run_empty, METH_FASTCALL,
     "run_empty(code, globals): evaluate code under a trace function that only counts (for measurements)."},
    {NULL, NULL, 0, NULL},
};

static int add_constants(PyObject *module) {
    if (PyModule_AddIntConstant(module, "FORMAT_VERSION", FORMAT_VERSION) < 0) return -1;
    return PyModule_AddStringConstant(module, "VERSION", RECORDER_VERSION);
}

/* In two phases, because the interpreter keeps a copy of other modules and gives it to whoever knows their path. */
static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)add_constants}, {0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_recorder", "Records the execution of one program.", 0, methods,
                                        slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__recorder(void) {
    /* The library stays loaded: who knows its path could have it make the module once more. */
    if (is_refused()) return NULL;
    return PyModuleDef_Init(&definition);
}
