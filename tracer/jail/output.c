/* Output: the binary stream under the program's sys.stdout and sys.stderr. In C, because a Python function would show the program its
 * globals and with them the harness. It hands text on to the recorder and ends the process at the output limit. */
#include "jail.h"
#include <unistd.h>

typedef struct {
    PyObject_HEAD
    PyObject *record;
    Region *control;
    int stream;
    int closed;
} Output;

/* Both streams count against one limit: one process has one program. Set once, so that a program cannot raise it. */
static unsigned long long bytes_left;
static int limit_is_set;

PyObject *jail_set_output_limit(PyObject *module, PyObject *limit) {
    (void)module;
    unsigned long long bytes = PyLong_AsUnsignedLongLong(limit);
    if (bytes == (unsigned long long)-1 && PyErr_Occurred()) {
        return NULL;
    }
    if (!limit_is_set) {
        bytes_left = bytes;
        limit_is_set = 1;
    }
    Py_RETURN_NONE;
}

static PyObject *output_new(PyTypeObject *type, PyObject *arguments, PyObject *names) {
    PyObject *record, *control;
    int stream;
    if (names != NULL && PyDict_GET_SIZE(names) > 0) {
        PyErr_SetString(PyExc_TypeError, "Output takes no keywords");
        return NULL;
    }
    if (!PyArg_ParseTuple(arguments, "OO!i", &record, &RegionType, &control, &stream)) {
        return NULL;
    }
    Output *self = (Output *)type->tp_alloc(type, 0);
    if (self == NULL) {
        return NULL;
    }
    self->record = Py_NewRef(record);
    self->control = (Region *)Py_NewRef(control);
    self->stream = stream;
    return (PyObject *)self;
}

static void output_dealloc(PyObject *object) {
    Output *self = (Output *)object;
    Py_CLEAR(self->record);
    Py_CLEAR(self->control);
    Py_TYPE(object)->tp_free(object);
}

static int hand_on(Output *self, const char *bytes, Py_ssize_t length) {
    PyObject *text = PyUnicode_DecodeUTF8(bytes, length, "surrogateescape");
    if (text == NULL) {
        return -1;
    }
    PyObject *done = PyObject_CallFunction(self->record, "iN", self->stream, text);
    Py_XDECREF(done);
    return done == NULL ? -1 : 0;
}

static PyObject *output_write(PyObject *object, PyObject *data) {
    Output *self = (Output *)object;
    Py_buffer view;
    if (self->closed) {
        PyErr_SetString(PyExc_ValueError, "I/O operation on closed file.");
        return NULL;
    }
    if (PyObject_GetBuffer(data, &view, PyBUF_SIMPLE) < 0) {
        return NULL;
    }
    Py_ssize_t length = view.len;
    Py_ssize_t kept = (unsigned long long)length > bytes_left ? (Py_ssize_t)bytes_left : length;
    int failed = kept > 0 ? hand_on(self, view.buf, kept) : 0;
    PyBuffer_Release(&view);
    if (failed) {
        return NULL;
    }
    bytes_left -= (unsigned long long)kept;
    if (kept < length) {
        ((ControlPage *)self->control->bytes)->reason = REASON_OUTPUT_LIMIT;
        _exit(EXIT_LIMIT);
    }
    return PyLong_FromSsize_t(length);
}

static PyObject *output_flush(PyObject *object, PyObject *none) {
    (void)none;
    if (((Output *)object)->closed) {
        PyErr_SetString(PyExc_ValueError, "I/O operation on closed file.");
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyObject *output_close(PyObject *object, PyObject *none) {
    (void)none;
    ((Output *)object)->closed = 1;
    Py_RETURN_NONE;
}

static PyObject *output_true(PyObject *object, PyObject *none) {
    (void)object, (void)none;
    Py_RETURN_TRUE;
}

static PyObject *output_false(PyObject *object, PyObject *none) {
    (void)object, (void)none;
    Py_RETURN_FALSE;
}

static PyObject *output_fileno(PyObject *object, PyObject *none) {
    (void)none;
    return PyLong_FromLong(((Output *)object)->stream);
}

static PyObject *output_closed(PyObject *object, void *none) {
    (void)none;
    return PyBool_FromLong(((Output *)object)->closed);
}

static PyObject *output_name(PyObject *object, void *none) {
    (void)none;
    return PyUnicode_FromString(((Output *)object)->stream == 1 ? "<stdout>" : "<stderr>");
}

static PyObject *output_mode(PyObject *object, void *none) {
    (void)object, (void)none;
    return PyUnicode_FromString("wb");
}

static PyMethodDef methods[] = {
    {"write", output_write, METH_O, NULL},        {"flush", output_flush, METH_NOARGS, NULL},
    {"close", output_close, METH_NOARGS, NULL},   {"writable", output_true, METH_NOARGS, NULL},
    {"readable", output_false, METH_NOARGS, NULL}, {"seekable", output_false, METH_NOARGS, NULL},
    {"isatty", output_false, METH_NOARGS, NULL},  {"fileno", output_fileno, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyGetSetDef members[] = {
    {"closed", output_closed, NULL, NULL, NULL},
    {"name", output_name, NULL, NULL, NULL},
    {"mode", output_mode, NULL, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

PyTypeObject OutputType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "_io.BufferedWriter",
    .tp_basicsize = sizeof(Output),
    .tp_dealloc = output_dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_methods = methods,
    .tp_getset = members,
    .tp_new = output_new,
};
