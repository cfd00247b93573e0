/* What kind of thing an object is, decided by its C type alone, and what the stream says about it when it is first seen. */
#include "cells.h"

PyTypeObject *deque_type;

void kinds_prepare(void) {
    if (deque_type) return;
    PyObject *module = PyImport_ImportModule("_collections");
    PyObject *type = module ? PyObject_GetAttrString(module, "deque") : NULL;
    Py_XDECREF(module);
    if (type && PyType_Check(type)) deque_type = (PyTypeObject *)type;
    else PyErr_Clear();
}

static bool is_scalar_subclass(PyTypeObject *type) {
    return PyType_HasFeature(type, Py_TPFLAGS_LONG_SUBCLASS | Py_TPFLAGS_UNICODE_SUBCLASS | Py_TPFLAGS_BYTES_SUBCLASS) ||
           PyType_IsSubtype(type, &PyFloat_Type) || PyType_IsSubtype(type, &PyByteArray_Type);
}

static enum CellKind kind_of_builtin(PyTypeObject *type) {
    if (type == &PyFunction_Type) return CELL_FUNCTION;
    if (type == &PyCFunction_Type || type == &PyMethodDescr_Type || type == &PyWrapperDescr_Type ||
        is_method_wrapper(type) || type == &PyCMethod_Type || type == &PyClassMethodDescr_Type)
        return CELL_BUILTIN;
    if (type == &PyMethod_Type) return CELL_METHOD;
    if (type == &PyGen_Type || type == &PyAsyncGen_Type) return CELL_GENERATOR;
    if (type == &PyCoro_Type) return CELL_COROUTINE;
    if (type == &PyCode_Type) return CELL_CODE;
    if (type == &PySlice_Type) return CELL_SLICE;
    return CELL_OPAQUE;
}

enum CellKind kind_of(PyObject *object) {
    PyTypeObject *type = Py_TYPE(object);
    if (PyList_Check(object)) return CELL_LIST;
    if (PyDict_Check(object)) return CELL_DICT;
    if (PyTuple_Check(object)) return CELL_TUPLE;
    if (PyType_Check(object)) return CELL_CLASS;
    if (PyExceptionInstance_Check(object)) return CELL_EXCEPTION;
    enum CellKind kind = kind_of_builtin(type);
    if (kind != CELL_OPAQUE) return kind;
    if (PyType_IsSubtype(type, &PySet_Type)) return CELL_SET;
    if (PyType_IsSubtype(type, &PyFrozenSet_Type)) return CELL_FROZENSET;
    if (is_scalar_subclass(type)) return CELL_SCALAR;
    if (deque_type && PyType_IsSubtype(type, deque_type)) return CELL_DEQUE;
    if (PyModule_Check(object)) return CELL_MODULE;
    /* Classes written in Python have no C iterator of their own, only the slot that would call their __next__. */
    bool heap = type->tp_flags & Py_TPFLAGS_HEAPTYPE;
    bool python_class = heap && (type->tp_dictoffset || (type->tp_flags & Py_TPFLAGS_MANAGED_DICT) || ((PyHeapTypeObject *)type)->ht_slots);
    if (!python_class && !refuses_next(type)) return CELL_ITERATOR;
    return heap ? CELL_OBJECT : CELL_OPAQUE;
}

/* Static types carry "module.name" as C text; names of those are made once each. */
static PyObject *static_type_name(PyTypeObject *type) {
    enum { CACHED = 256 };
    static struct {
        PyTypeObject *type;
        PyObject *name;
    } cache[CACHED];
    unsigned place = (unsigned)((uintptr_t)type >> 5) % CACHED;
    if (cache[place].type == type) return cache[place].name;
    const char *dot = strrchr(type->tp_name, '.');
    PyObject *name = PyUnicode_InternFromString(dot ? dot + 1 : type->tp_name);
    if (!name) {
        PyErr_Clear();
        return NULL;
    }
    Py_XDECREF(cache[place].name);
    cache[place].type = type;
    cache[place].name = name;
    return name;
}

static void put_name_or_unknown(PyObject *name) {
    static PyObject *unknown;
    if (!unknown) unknown = PyUnicode_InternFromString("?");
    put_name(name && PyUnicode_CheckExact(name) ? name : unknown);
}

void put_type_name(PyTypeObject *type) {
    bool heap = type->tp_flags & Py_TPFLAGS_HEAPTYPE;
    put_name_or_unknown(heap ? ((PyHeapTypeObject *)type)->ht_name : static_type_name(type));
}

/* A method shows the name of its function. */
static PyObject *function_name(PyObject *object) {
    if (PyMethod_Check(object)) object = PyMethod_GET_FUNCTION(object);
    return PyFunction_Check(object) ? ((PyFunctionObject *)object)->func_qualname : NULL;
}

static PyObject *c_function_name(PyObject *object) {
    const char *name = "?";
    if (PyCFunction_Check(object)) name = ((PyCFunctionObject *)object)->m_ml->ml_name;
    else if (Py_TYPE(object) == &PyMethodDescr_Type || Py_TYPE(object) == &PyWrapperDescr_Type ||
             Py_TYPE(object) == &PyClassMethodDescr_Type)
        return ((PyDescrObject *)object)->d_name;
    PyObject *text = PyUnicode_InternFromString(name);
    if (!text) PyErr_Clear();
    /* Kept until the next call: where nobody else holds the name, it would die before the names table takes it. */
    static PyObject *held;
    Py_XSETREF(held, text);
    return text;
}

static PyObject *generator_name(PyObject *object) { return ((PyGenObject *)object)->gi_qualname; }

static PyObject *module_name(PyObject *object) {
    PyObject *dict = PyModule_GetDict(object);
    PyObject *name = dict ? _PyDict_GetItemStringWithError(dict, "__name__") : NULL;
    if (!name) PyErr_Clear();
    return name;
}

void put_birth(PyObject *object, enum CellKind kind) {
    put_byte(kind);
    put_type_name(Py_TYPE(object));
    switch (kind) {
        case CELL_FUNCTION:
        case CELL_METHOD:
            put_name_or_unknown(function_name(object));
            break;
        case CELL_BUILTIN:
            put_name_or_unknown(c_function_name(object));
            break;
        case CELL_CLASS:
            put_type_name((PyTypeObject *)object);
            break;
        case CELL_MODULE:
            put_name_or_unknown(module_name(object));
            break;
        case CELL_GENERATOR:
        case CELL_COROUTINE:
            put_name_or_unknown(generator_name(object));
            break;
        case CELL_CODE:
            put_name_or_unknown(((PyCodeObject *)object)->co_qualname);
            break;
        default:
            break;
    }
}

void put_scalar(PyObject *object) {
    if (!stream_room(64)) return;
    if (PyLong_Check(object)) put_integer((PyLongObject *)object);
    else if (PyUnicode_Check(object)) put_string(object, TEXT_HEAD, TEXT_TAIL);
    else if (PyBytes_Check(object)) put_byte_string(PyBytes_AS_STRING(object), PyBytes_GET_SIZE(object), TEXT_HEAD, TEXT_TAIL);
    else if (PyFloat_Check(object)) put_float(PyFloat_AS_DOUBLE(object));
    else if (PyByteArray_Check(object))
        put_byte_string(PyByteArray_AS_STRING(object), PyByteArray_GET_SIZE(object), TEXT_HEAD, TEXT_TAIL);
    else put_byte(VALUE_NONE);
}
