/* Atoms: immutable values without identity in a recording (None, numbers, strings, bytes, ranges). They are recognised by
 * exact type, may be held by reference (none of them runs code when it dies), and are written inline. */
#ifndef POLYTRACE_ATOMS_H
#define POLYTRACE_ATOMS_H

#include "stream.h"

/* How much of a string or of bytes is shown: the head, and of a longer one the tail. */
enum { TEXT_HEAD = 2000, TEXT_TAIL = 200 };
/* The same inside a container whose own room is used up. */
enum { SHORT_HEAD = 80, SHORT_TAIL = 20 };

enum ValueTag {
    VALUE_NONE = 0,
    VALUE_TRUE = 1,
    VALUE_FALSE = 2,
    VALUE_INT = 3,
    VALUE_BIG = 4,
    VALUE_HUGE = 5,
    VALUE_FLOAT = 6,
    VALUE_COMPLEX = 7,
    VALUE_TEXT = 8,
    VALUE_CUT_TEXT = 9,
    VALUE_BYTES = 10,
    VALUE_CUT_BYTES = 11,
    VALUE_ELLIPSIS = 12,
    VALUE_NOT_IMPLEMENTED = 13,
    VALUE_RANGE = 14,
    VALUE_CELL = 15,
    VALUE_UNBOUND = 16,
    VALUE_TEXT_APPENDED = 17,
    VALUE_TEXT_PREPENDED = 18,
    VALUE_ASCII = 19, /* length < 128, one byte per character */
    VALUE_SMALL_INT = 0x80, /* the other seven bits: 0 to 127 */
};

static inline bool is_atom_type(PyTypeObject *type) {
    return type == &PyLong_Type || type == &PyUnicode_Type || type == &PyBool_Type || type == &_PyNone_Type ||
           type == &PyFloat_Type || type == &PyBytes_Type || type == &PyComplex_Type || type == &PyRange_Type ||
           type == &PyEllipsis_Type || type == &_PyNotImplemented_Type;
}

static inline bool is_atom(PyObject *value) { return is_atom_type(Py_TYPE(value)); }

/* Reads an int of at most 60 bits (62 as two digits may hold it). */
static inline bool small_integer(PyLongObject *value, int64_t *out) {
    Py_ssize_t count = integer_digits(value);
    if (count > 2) return false;
    const digit *digits = integer_digit_array(value);
    int64_t magnitude = count > 0 ? digits[0] : 0;
    if (count > 1) magnitude |= (int64_t)digits[1] << PyLong_SHIFT;
    *out = integer_is_negative(value) ? -magnitude : magnitude;
    return true;
}

/* Whether two atoms are the same value of the same type (1 and True differ, as do 0.0 and -0.0). Cheap, so it may say no
 * for two equal ones that are large. */
bool same_atom(PyObject *a, PyObject *b);

/* Writes an atom; a string or bytes longer than head + tail is cut. */
void put_atom(PyObject *value, int head, int tail);
/* The parts of put_atom that also serve instances of subclasses, whose C layout is the same. */
void put_integer(PyLongObject *value);
void put_float(double value);
void put_string(PyObject *text, int head, int tail);
void put_byte_string(const char *bytes, Py_ssize_t length, int head, int tail);

/* About how many bytes an atom takes when written. */
static inline int atom_cost(PyObject *value) {
    PyTypeObject *type = Py_TYPE(value);
    if (type == &PyUnicode_Type) {
        Py_ssize_t length = PyUnicode_GET_LENGTH(value);
        return 2 + (length > TEXT_HEAD + TEXT_TAIL ? TEXT_HEAD + TEXT_TAIL : (int)length);
    }
    if (type == &PyBytes_Type) return 2 + (int)(PyBytes_GET_SIZE(value) > 2200 ? 2200 : PyBytes_GET_SIZE(value));
    if (type == &PyLong_Type) {
        Py_ssize_t digits = integer_digits((PyLongObject *)value);
        return digits < 2 ? 1 : digits > 550 ? 200 : 2 + 4 * (int)digits;
    }
    return 8;
}

#endif
