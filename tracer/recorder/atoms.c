#include "atoms.h"

/* Longest int that is written whole: 16,384 bits are 4,932 decimal digits, more than Python itself prints (4,300). */
enum { WHOLE_INT_DIGITS = 16384 / PyLong_SHIFT };
/* Of a longer one: this many leading digits (of 30 bits), and the last 36 decimal digits. */
enum { HUGE_TOP_DIGITS = 18 };

bool same_atom(PyObject *a, PyObject *b) {
    if (a == b) return true;
    PyTypeObject *type = Py_TYPE(a);
    if (Py_TYPE(b) != type) return false;
    if (type == &PyLong_Type) {
        int64_t x, y;
        if (small_integer((PyLongObject *)a, &x)) return small_integer((PyLongObject *)b, &y) && x == y;
        Py_ssize_t count = integer_digits((PyLongObject *)a);
        return count <= WHOLE_INT_DIGITS && count == integer_digits((PyLongObject *)b) &&
               integer_is_negative((PyLongObject *)a) == integer_is_negative((PyLongObject *)b) &&
               memcmp(integer_digit_array((PyLongObject *)a), integer_digit_array((PyLongObject *)b),
                      (size_t)count * sizeof(digit)) == 0;
    }
    if (type == &PyFloat_Type) {
        double x = PyFloat_AS_DOUBLE(a), y = PyFloat_AS_DOUBLE(b);
        return memcmp(&x, &y, sizeof x) == 0;
    }
    if (type == &PyUnicode_Type) {
        Py_ssize_t length = PyUnicode_GET_LENGTH(a);
        return length == PyUnicode_GET_LENGTH(b) && length <= 65536 && PyUnicode_KIND(a) == PyUnicode_KIND(b) &&
               memcmp(PyUnicode_DATA(a), PyUnicode_DATA(b), (size_t)length * PyUnicode_KIND(a)) == 0;
    }
    if (type == &PyBytes_Type) {
        Py_ssize_t length = PyBytes_GET_SIZE(a);
        return length == PyBytes_GET_SIZE(b) && length <= 65536 &&
               memcmp(PyBytes_AS_STRING(a), PyBytes_AS_STRING(b), (size_t)length) == 0;
    }
    if (type == &PyComplex_Type) {
        Py_complex x = ((PyComplexObject *)a)->cval, y = ((PyComplexObject *)b)->cval;
        return memcmp(&x, &y, sizeof x) == 0;
    }
    return false;
}

/* --- integers --- */

static void put_digits(const digit *digits, Py_ssize_t count) {
    put_unsigned((uint64_t)count * 4);
    for (Py_ssize_t i = 0; i < count; i++) {
        uint32_t word = digits[i];
        put_bytes(&word, sizeof word);
    }
}

/* value mod 10^18 by Horner's rule, from the most significant digit; linear, where printing would be quadratic. */
static uint64_t decimal_tail(const digit *digits, Py_ssize_t count, uint64_t modulus) {
    unsigned __int128 rest = 0;
    for (Py_ssize_t i = count - 1; i >= 0; i--) rest = ((rest << PyLong_SHIFT) | digits[i]) % modulus;
    return (uint64_t)rest;
}

static void put_huge(PyLongObject *value) {
    const digit *digits = integer_digit_array(value);
    Py_ssize_t count = integer_digits(value);
    put_byte(VALUE_HUGE);
    put_byte(integer_is_negative(value));
    put_unsigned((uint64_t)(count - HUGE_TOP_DIGITS));
    put_digits(digits + count - HUGE_TOP_DIGITS, HUGE_TOP_DIGITS);
    put_unsigned(decimal_tail(digits, count, 1000000000000000000ull));
}

void put_integer(PyLongObject *value) {
    int64_t small;
    if (small_integer(value, &small)) {
        if (small >= 0 && small < 128) {
            put_byte(VALUE_SMALL_INT | (unsigned)small);
        } else {
            put_byte(VALUE_INT);
            put_signed(small);
        }
        return;
    }
    Py_ssize_t count = integer_digits(value);
    if (count > WHOLE_INT_DIGITS) {
        put_huge(value);
        return;
    }
    put_byte(VALUE_BIG);
    put_byte(integer_is_negative(value));
    put_digits(integer_digit_array(value), count);
}

/* --- the other atoms --- */

void put_float(double value) {
    put_byte(VALUE_FLOAT);
    put_bytes(&value, sizeof value);
}

void put_string(PyObject *text, int head, int tail) {
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    if (length > head + tail) {
        put_byte(VALUE_CUT_TEXT);
        put_unsigned((uint64_t)length);
        put_text(text, 0, head);
        put_text(text, length - tail, length);
    } else if (length < 128 && PyUnicode_IS_ASCII(text)) {
        put_byte(VALUE_ASCII);
        put_byte((unsigned)length);
        put_bytes(PyUnicode_1BYTE_DATA(text), (size_t)length);
    } else {
        put_byte(VALUE_TEXT);
        put_text(text, 0, length);
    }
}

void put_byte_string(const char *bytes, Py_ssize_t length, int head, int tail) {
    if (length > head + tail) {
        put_byte(VALUE_CUT_BYTES);
        put_unsigned((uint64_t)length);
        put_unsigned((uint64_t)head);
        put_bytes(bytes, (size_t)head);
        put_unsigned((uint64_t)tail);
        put_bytes(bytes + length - tail, (size_t)tail);
    } else {
        put_byte(VALUE_BYTES);
        put_unsigned((uint64_t)length);
        put_bytes(bytes, (size_t)length);
    }
}

/* The fields of a range have no C accessor; an exact range answers these with its own ints and runs no code. */
static void put_range(PyObject *range) {
    static const char *const fields[] = {"start", "stop", "step"};
    put_byte(VALUE_RANGE);
    for (int i = 0; i < 3; i++) {
        PyObject *field = PyObject_GetAttrString(range, fields[i]);
        if (field && PyLong_Check(field)) {
            put_integer((PyLongObject *)field);
        } else {
            PyErr_Clear();
            put_byte(VALUE_NONE);
        }
        Py_XDECREF(field);
    }
}

void put_atom(PyObject *value, int head, int tail) {
    if (!stream_room(64)) return;
    PyTypeObject *type = Py_TYPE(value);
    if (type == &PyLong_Type) {
        put_integer((PyLongObject *)value);
    } else if (type == &PyUnicode_Type) {
        put_string(value, head, tail);
    } else if (type == &PyFloat_Type) {
        put_float(PyFloat_AS_DOUBLE(value));
    } else if (type == &PyBool_Type) {
        put_byte(value == Py_True ? VALUE_TRUE : VALUE_FALSE);
    } else if (type == &PyBytes_Type) {
        put_byte_string(PyBytes_AS_STRING(value), PyBytes_GET_SIZE(value), head, tail);
    } else if (type == &PyComplex_Type) {
        Py_complex number = ((PyComplexObject *)value)->cval;
        put_byte(VALUE_COMPLEX);
        put_bytes(&number, sizeof number);
    } else if (type == &PyRange_Type) {
        put_range(value);
    } else {
        put_byte(value == Py_None ? VALUE_NONE : value == Py_Ellipsis ? VALUE_ELLIPSIS : VALUE_NOT_IMPLEMENTED);
    }
}
