/* Threads of the program: each has its own stack of frames, and a thread started by the program is recorded as well. */
#include <stdlib.h>
#include <unistd.h>

#include "recorder.h"

static ThreadState *threads;
static ThreadState *current;
static uint32_t count; /* threads seen, which numbers them */
static uint32_t running;

ThreadState *thread_current(void) {
    PyThreadState *thread = PyThreadState_Get();
    uint64_t identifier = PyThreadState_GetID(thread);
    if (current && current->thread == thread && current->identifier == identifier) return current;
    for (ThreadState *state = threads; state; state = state->next)
        if (state->thread == thread && state->identifier == identifier) return current = state;
    ThreadState *state = calloc(1, sizeof *state);
    if (!state) Py_FatalError("the recorder is out of memory (threads)");
    state->thread = thread;
    state->identifier = identifier;
    state->index = count++;
    state->next = threads;
    threads = state;
    if (stream.header) stream.header->threads = count;
    return current = state;
}

uint32_t thread_count(void) { return count; }

void thread_push(ThreadState *thread, FrameState *state) {
    if (thread->depth == thread->capacity) {
        thread->capacity = thread->capacity ? thread->capacity * 2 : 64;
        thread->stack = realloc(thread->stack, (size_t)thread->capacity * sizeof *thread->stack);
        if (!thread->stack) Py_FatalError("the recorder is out of memory (stack)");
    }
    thread->stack[thread->depth++] = state;
}

void threads_reset(void) {
    while (threads) {
        ThreadState *next = threads->next;
        free(threads->stack);
        free(threads);
        threads = next;
    }
    current = NULL;
    count = 0;
    running = 0;
}

void threads_mark(void) {
    for (ThreadState *state = threads; state; state = state->next)
        if (state->pinned) cell_mark(state->pinned);
}

static void forget_thread(ThreadState *ended) {
    for (ThreadState **link = &threads; *link; link = &(*link)->next) {
        if (*link != ended) continue;
        *link = ended->next;
        while (ended->depth) frame_free(ended->stack[--ended->depth]);
        if (ended->pinned) cell_release(ended->pinned);
        free(ended->stack);
        free(ended);
        break;
    }
    current = NULL;
    trash_drain();
}

/* --- starting threads --- */

/* Runs in the new thread in place of the program's function, which is `function`. */
static PyObject *run_thread(PyObject *function, PyObject *arguments, PyObject *keywords) {
    if (PyEval_GetFrame()) {
        /* Called by the program, which has found it among the objects of the garbage collector. */
        stream_flag(FLAG_TAMPER_TRIED);
        PyErr_SetString(PyExc_RuntimeError, "not while a program runs");
        return NULL;
    }
    if (++running > recorder.max_threads) recorder_stop_at(FLAG_THREAD_LIMIT);
    recorder_trace_this_thread();
    PyObject *result = PyObject_Call(function, arguments, keywords);
    running--;
    forget_thread(thread_current());
    if (!result && !PyErr_ExceptionMatches(PyExc_SystemExit)) {
        report_in_thread(function);
        PyErr_Clear();
        result = Py_NewRef(Py_None);
    }
    return result;
}

static PyMethodDef run_thread_definition = {"run", (PyCFunction)(void (*)(void))run_thread, METH_VARARGS | METH_KEYWORDS, NULL};

/* The function to start, wrapped; anything that _thread would refuse is handed to it as it is. */
static PyObject *wrap_first_argument(PyObject *arguments) {
    if (!PyTuple_GET_SIZE(arguments) || !PyCallable_Check(PyTuple_GET_ITEM(arguments, 0))) return Py_NewRef(arguments);
    PyObject *wrapped = PyTuple_GetSlice(arguments, 0, PyTuple_GET_SIZE(arguments));
    PyObject *runner = PyCFunction_New(&run_thread_definition, PyTuple_GET_ITEM(arguments, 0));
    if (!wrapped || !runner) {
        Py_XDECREF(wrapped);
        Py_XDECREF(runner);
        return NULL;
    }
    if (wrapped == arguments) { /* slices of a whole tuple are the tuple itself */
        Py_DECREF(wrapped);
        wrapped = PyTuple_New(PyTuple_GET_SIZE(arguments));
        for (Py_ssize_t i = 0; wrapped && i < PyTuple_GET_SIZE(arguments); i++)
            PyTuple_SET_ITEM(wrapped, i, Py_NewRef(PyTuple_GET_ITEM(arguments, i)));
        if (!wrapped) {
            Py_DECREF(runner);
            return NULL;
        }
    }
    PyObject *function = PyTuple_GET_ITEM(wrapped, 0);
    PyTuple_SET_ITEM(wrapped, 0, runner);
    Py_DECREF(function);
    return wrapped;
}

/* The interpreter's own functions. They are replaced in the table from which modules make theirs: an attribute of the module could be
 * had again by a program that imports the module anew. */
static PyCFunction original_start;
static PyCFunctionWithKeywords original_start_joinable;

static PyObject *start(PyObject *module, PyObject *arguments) {
    PyObject *wrapped = wrap_first_argument(arguments);
    PyObject *result = wrapped ? original_start(module, wrapped) : NULL;
    Py_XDECREF(wrapped);
    return result;
}

static PyObject *start_joinable(PyObject *module, PyObject *arguments, PyObject *keywords) {
    if (!PyTuple_GET_SIZE(arguments)) {
        PyErr_SetString(PyExc_TypeError, "the function of a thread is given by its place while the program is recorded");
        return NULL;
    }
    PyObject *wrapped = wrap_first_argument(arguments);
    PyObject *result = wrapped ? original_start_joinable(module, wrapped, keywords) : NULL;
    Py_XDECREF(wrapped);
    return result;
}

/* The entry of a function in its module's table; NULL where this interpreter has no such function. */
static PyMethodDef *entry_of(PyObject *module, const char *name, int flags) {
    PyObject *function = PyObject_GetAttrString(module, name);
    if (!function) PyErr_Clear();
    PyMethodDef *entry = function && PyCFunction_CheckExact(function) ? ((PyCFunctionObject *)function)->m_ml : NULL;
    Py_XDECREF(function);
    return entry && entry->ml_flags == flags ? entry : NULL;
}

bool threads_install(void) {
    static bool installed;
    if (installed) return true;
    PyObject *module = PyImport_ImportModule("_thread");
    if (!module) return false;
    PyMethodDef *named[] = {entry_of(module, "start_new_thread", METH_VARARGS), entry_of(module, "start_new", METH_VARARGS)};
    PyMethodDef *joinable = entry_of(module, "start_joinable_thread", METH_VARARGS | METH_KEYWORDS);
    Py_DECREF(module);
    if (!named[0] || !named[1] || (PY_VERSION_HEX >= 0x030d0000 && !joinable)) {
        PyErr_SetString(PyExc_RuntimeError, "the recorder does not know how this interpreter starts threads");
        return false;
    }
    original_start = named[0]->ml_meth;
    named[0]->ml_meth = named[1]->ml_meth = start;
    if (joinable) {
        original_start_joinable = (PyCFunctionWithKeywords)(void (*)(void))joinable->ml_meth;
        joinable->ml_meth = (PyCFunction)(void (*)(void))start_joinable;
    }
    return installed = true;
}
