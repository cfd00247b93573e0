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

static PyObject *start_thread(PyObject *original, PyObject *arguments, PyObject *keywords) {
    PyObject *wrapped = wrap_first_argument(arguments);
    if (!wrapped) return NULL;
    PyObject *result = PyObject_Call(original, wrapped, keywords);
    Py_DECREF(wrapped);
    return result;
}

static PyMethodDef start_definitions[] = {
    {"start_new_thread", (PyCFunction)(void (*)(void))start_thread, METH_VARARGS | METH_KEYWORDS, NULL},
    {"start_joinable_thread", (PyCFunction)(void (*)(void))start_thread, METH_VARARGS | METH_KEYWORDS, NULL},
};

static bool replace_in(PyObject *module, const char *name, PyObject *value) {
    if (!module || !PyObject_HasAttrString(module, name)) return true;
    return PyObject_SetAttrString(module, name, value) == 0;
}

static bool wrap_starter(PyObject *low, PyObject *high, PyMethodDef *definition) {
    if (!PyObject_HasAttrString(low, definition->ml_name)) return true;
    PyObject *original = PyObject_GetAttrString(low, definition->ml_name);
    PyObject *wrapper = original ? PyCFunction_New(definition, original) : NULL;
    char private_name[40];
    PyOS_snprintf(private_name, sizeof private_name, "_%s", definition->ml_name);
    bool done = wrapper && replace_in(low, definition->ml_name, wrapper) && replace_in(high, private_name, wrapper);
    if (done && definition == start_definitions) done = replace_in(low, "start_new", wrapper);
    Py_XDECREF(original);
    Py_XDECREF(wrapper);
    return done;
}

bool threads_install(void) {
    static bool installed;
    if (installed) return true;
    PyObject *low = PyImport_ImportModule("_thread");
    if (!low) return false;
    PyObject *modules = PyImport_GetModuleDict();
    PyObject *high = PyDict_GetItemString(modules, "threading");
    installed = wrap_starter(low, high, &start_definitions[0]) && wrap_starter(low, high, &start_definitions[1]);
    Py_DECREF(low);
    return installed;
}
