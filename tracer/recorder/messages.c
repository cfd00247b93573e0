/* The message of an exception, as str() would give it, where that runs no code of the program. */
#include "recorder.h"

enum { SAFE_DEPTH = 3, SAFE_ITEMS = 1000, SAFE_TEXT = 20000, SHOWN_MESSAGE = 2000 };

/* Whether str() and repr() of a value run C code only, and not for long. */
static bool is_safe(PyObject *value, int depth, int *items) {
    PyTypeObject *type = Py_TYPE(value);
    if (--*items < 0) return false;
    if (type == &PyUnicode_Type) return PyUnicode_GET_LENGTH(value) <= SAFE_TEXT;
    if (type == &PyBytes_Type) return PyBytes_GET_SIZE(value) <= SAFE_TEXT;
    if (type == &PyLong_Type) return integer_digits((PyLongObject *)value) <= 400;
    if (is_atom_type(type)) return true;
    if (PyType_Check(value)) return type == &PyType_Type;
    if (depth == 0) return false;
    if (type == &PyTuple_Type || type == &PyList_Type) {
        PyObject **elements = type == &PyTuple_Type ? ((PyTupleObject *)value)->ob_item : ((PyListObject *)value)->ob_item;
        for (Py_ssize_t i = 0; i < Py_SIZE(value); i++)
            if (!is_safe(elements[i], depth - 1, items)) return false;
        return true;
    }
    if (type != &PyDict_Type) return false;
    PyObject *key, *element;
    Py_ssize_t position = 0;
    while (PyDict_Next(value, &position, &key, &element))
        if (!is_safe(key, depth - 1, items) || !is_safe(element, depth - 1, items)) return false;
    return true;
}

static bool is_safe_or_missing(PyObject *value) {
    int items = SAFE_ITEMS;
    return !value || is_safe(value, SAFE_DEPTH, &items);
}

/* The builtin exceptions whose text is made of fields of their own. */
static bool has_safe_fields(PyObject *exception) {
    PyTypeObject *type = Py_TYPE(exception);
    if (PyType_IsSubtype(type, (PyTypeObject *)PyExc_OSError)) {
        PyOSErrorObject *error = (PyOSErrorObject *)exception;
        return is_safe_or_missing(error->myerrno) && is_safe_or_missing(error->strerror) && is_safe_or_missing(error->filename) &&
               is_safe_or_missing(error->filename2);
    }
    if (PyType_IsSubtype(type, (PyTypeObject *)PyExc_SyntaxError)) {
        PySyntaxErrorObject *error = (PySyntaxErrorObject *)exception;
        return is_safe_or_missing(error->msg) && is_safe_or_missing(error->filename) && is_safe_or_missing(error->lineno);
    }
    if (PyType_IsSubtype(type, (PyTypeObject *)PyExc_UnicodeError) && type->tp_str != ((PyTypeObject *)PyExc_ValueError)->tp_str) {
        PyUnicodeErrorObject *error = (PyUnicodeErrorObject *)exception;
        return is_safe_or_missing(error->encoding) && is_safe_or_missing(error->object) && is_safe_or_missing(error->reason);
    }
    return true;
}

/* The C function that str() would call is the one of a builtin class, not one that looks for a __str__ in Python. */
static bool has_builtin_text(PyTypeObject *type) {
    PyTypeObject *base = type;
    while (base && (base->tp_flags & Py_TPFLAGS_HEAPTYPE)) base = base->tp_base;
    return base && type->tp_str == base->tp_str && type->tp_repr == base->tp_repr;
}

void put_exception_message(PyObject *exception) {
    PyObject *message = NULL;
    PyObject *arguments = PyExceptionInstance_Check(exception) ? ((PyBaseExceptionObject *)exception)->args : NULL;
    if (arguments && is_safe_or_missing(arguments)) {
        if (has_builtin_text(Py_TYPE(exception)) && has_safe_fields(exception)) message = Py_TYPE(exception)->tp_str(exception);
        else if (PyTuple_GET_SIZE(arguments) == 1) message = PyObject_Str(PyTuple_GET_ITEM(arguments, 0));
    }
    if (!message || !PyUnicode_CheckExact(message)) {
        PyErr_Clear();
        Py_XDECREF(message);
        message = PyUnicode_New(0, 0);
    }
    if (stream_room(64)) put_string(message, SHOWN_MESSAGE, 0);
    Py_XDECREF(message);
}
