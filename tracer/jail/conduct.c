/* conduct: runs a program from its first line to the end of its process without a single Python frame of the harness in between. Where such a
 * frame ran after the program, a signal handler, a destructor or a thread of the program could look at it and forge the end. */
#include "jail.h"
#include <stdlib.h>
#include <unistd.h>

enum { EXIT_DONE = 0, EXIT_OUT_OF_MEMORY = 71, STAGE_RUNNING = 3, STAGE_ENDED = 4, REASON_OUT_OF_MEMORY = 3 };
/* Freed when the program has ended, so that a program that used all its memory can still be reported. */
enum { MEMORY_KEPT = 2 << 20 };

typedef struct {
    PyObject *run, *mark_entry, *stop, *finish, *quote;
    PyObject *program, *entry, *names, *entry_names, *traced;
    PyObject *settle, *wind_down, *after_names;
    PyObject *builtins_copy;
    Region *control;
    void *memory;
} Job;

enum { ARGUMENT_COUNT = 15 };

static PyObject *call_run(Job *job, PyObject *code, PyObject *names, PyObject *traced) {
    return PyObject_CallFunctionObjArgs(job->run, code, names, traced, NULL);
}

/* The raised exception with its traceback; NULL when none is. Clears it. */
static PyObject *take_exception(void) {
#if PY_VERSION_HEX >= 0x030c0000
    return PyErr_GetRaisedException();
#else
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    PyErr_NormalizeException(&type, &value, &trace);
    if (value != NULL && trace != NULL) {
        PyException_SetTraceback(value, trace);
    }
    Py_XDECREF(type);
    Py_XDECREF(trace);
    return value;
#endif
}

/* Loads the program and runs the entry; where the entry is the program itself, `entry` is None. */
static int run_program(Job *job) {
    PyObject *done = NULL;
    if (job->entry == Py_None) {
        done = PyObject_CallNoArgs(job->mark_entry);
    }
    if (job->entry != Py_None || done != NULL) {
        Py_XSETREF(done, call_run(job, job->program, job->names, job->traced));
    }
    if (done != NULL && job->entry != Py_None) {
        Py_SETREF(done, PyObject_CallNoArgs(job->mark_entry));
        if (done != NULL) {
            Py_SETREF(done, call_run(job, job->entry, job->entry_names, job->traced));
        }
    }
    if (done == NULL) {
        return -1;
    }
    /* The result of the entry dies here, where the program can still be seen to do what its destructor does. */
    Py_DECREF(done);
    return 0;
}

/* Describes and prints what ended the program: (outcome, exit code, type, message, line, file), or NULL. */
static PyObject *settle(Job *job, PyObject *error) {
    if (PyDict_SetItemString(job->after_names, "error", error) < 0) {
        return NULL;
    }
    PyObject *described = call_run(job, job->settle, job->after_names, Py_False);
    if (described == NULL || !PyTuple_CheckExact(described) || PyTuple_GET_SIZE(described) != 6) {
        Py_XDECREF(described);
        return NULL;
    }
    return described;
}

/* The recording has only so much room for its last record. */
enum { MOST_CHARACTERS = 1000 };

static PyObject *quoted(Job *job, PyObject *text) {
    if (!PyUnicode_CheckExact(text)) {
        return PyUnicode_FromString("\"\"");
    }
    PyObject *kept = PyUnicode_Substring(text, 0, MOST_CHARACTERS);
    PyObject *quote = kept == NULL ? NULL : PyObject_CallOneArg(job->quote, kept);
    Py_XDECREF(kept);
    return quote;
}

static long number_or(PyObject *value, long otherwise) {
    if (!PyLong_CheckExact(value)) {
        return otherwise;
    }
    int overflow;
    long number = PyLong_AsLongAndOverflow(value, &overflow);
    return overflow ? otherwise : number;
}

/* JSON of the end: how it came, and the error when there is one. `described` is the program's to forge, so only exact types count. */
static PyObject *payload(Job *job, PyObject *described, PyObject *error, int ours) {
    if (error == NULL) {
        return PyUnicode_FromFormat("{\"outcome\":\"returned\",\"exitCode\":0,\"traced\":%s}", ours ? "true" : "false");
    }
    if (described == NULL) {
        return PyUnicode_FromFormat("{\"outcome\":\"raised\",\"exitCode\":1,\"traced\":%s,\"errorType\":\"BaseException\"}",
                                    ours ? "true" : "false");
    }
    /* What raised did not return, whatever the description says: the program can find and change the function that makes it. */
    const char *outcome = PyErr_GivenExceptionMatches(error, PyExc_SystemExit) ? "exited" : "raised";
    PyObject *parts[3] = {NULL};
    static const int places[3] = {2, 3, 5};
    for (int index = 0; index < 3; index++) {
        parts[index] = quoted(job, PyTuple_GET_ITEM(described, places[index]));
        if (parts[index] == NULL) {
            PyErr_Clear();
            parts[index] = PyUnicode_FromString("\"\"");
        }
    }
    long exit_code = number_or(PyTuple_GET_ITEM(described, 1), 1);
    long line = number_or(PyTuple_GET_ITEM(described, 4), 0);
    PyObject *text = PyUnicode_FromFormat(
        "{\"outcome\":\"%s\",\"exitCode\":%ld,\"traced\":%s,\"errorType\":%U,\"errorMessage\":%U,\"errorLine\":%ld,\"errorFile\":%U}", outcome,
        exit_code, ours ? "true" : "false", parts[0], parts[1], line, parts[2]);
    for (int index = 0; index < 3; index++) {
        Py_XDECREF(parts[index]);
    }
    return text;
}

static void end_process(Job *job, PyObject *text) {
    ControlPage *control = (ControlPage *)job->control->bytes;
    PyObject *bytes = text == NULL ? NULL : PyUnicode_AsUTF8String(text);
    /* Nothing of the program can run any more: from here on this thread does not give the interpreter away. */
    jail_program_runs = 0;
    PyObject *done = bytes == NULL ? NULL : PyObject_CallOneArg(job->finish, bytes);
    if (done == NULL) {
        control->reason = REASON_OUT_OF_MEMORY;
        _exit(EXIT_OUT_OF_MEMORY);
    }
    control->stage = STAGE_ENDED;
    _exit(EXIT_DONE);
}

static void conduct(Job *job) {
    ((ControlPage *)job->control->bytes)->stage = STAGE_RUNNING;
    jail_program_runs = 1;
    PyObject *error = run_program(job) < 0 ? take_exception() : NULL;
    free(job->memory);
    if (PyDict_Update(PyEval_GetBuiltins(), job->builtins_copy) < 0) {
        PyErr_Clear();
    }
    PyObject *described = error == NULL ? NULL : settle(job, error);
    PyErr_Clear();
    PyObject *wound = call_run(job, job->wind_down, job->after_names, job->traced);
    PyErr_Clear();
    PyObject *ours = PyObject_CallNoArgs(job->stop);
    PyErr_Clear();
    PyObject *text = payload(job, described, error, ours == Py_True);
    /* Not released: the process ends, and a destructor would be one more chance for the program to run. */
    (void)wound;
    end_process(job, text);
}

PyObject *jail_conduct(PyObject *module, PyObject *const *given, Py_ssize_t count) {
    (void)module;
    if (jail_program_runs) {
        PyErr_SetString(PyExc_RuntimeError, "not while a program runs");
        return NULL;
    }
    if (count != ARGUMENT_COUNT || !PyObject_TypeCheck(given[14], &RegionType)) {
        PyErr_SetString(PyExc_TypeError, "conduct takes run, mark_entry, stop, finish, quote, program, entry, names, entry_names, traced, "
                                         "settle, wind_down, after_names, builtins_copy, control");
        return NULL;
    }
    Job job = {given[0], given[1],  given[2],  given[3],  given[4],  given[5],  given[6],           given[7],
               given[8], given[9],  given[10], given[11], given[12], given[13], (Region *)given[14], malloc(MEMORY_KEPT)};
    conduct(&job);
    return NULL;
}
