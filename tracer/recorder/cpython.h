/* Everything that depends on the version of CPython: where a frame keeps its code and variables, how an integer and an
 * instance are laid out. The rest of the recorder is written against these functions only. Supported: 3.11 to 3.14. */
#ifndef POLYTRACE_CPYTHON_H
#define POLYTRACE_CPYTHON_H

#define PY_SSIZE_T_CLEAN
#define Py_BUILD_CORE 1
#include <Python.h>
#if PY_VERSION_HEX < 0x030b0000 || PY_VERSION_HEX >= 0x030f0000
#error "the recorder knows the frames of CPython 3.11 to 3.14 only"
#endif
#ifdef Py_GIL_DISABLED
#error "the recorder needs the global interpreter lock: events of threads are one row"
#endif
#include <frameobject.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "internal/pycore_frame.h"
#if PY_VERSION_HEX >= 0x030e0000
#include "internal/pycore_interpframe.h"
#include "internal/pycore_stackref.h"
#endif
#include "internal/pycore_code.h"
#include "internal/pycore_dict.h"
#include "internal/pycore_long.h"
#include "internal/pycore_object.h"
#include "opcode.h"

typedef struct _PyInterpreterFrame InterpreterFrame;

/* --- frames --- */

static inline PyCodeObject *frame_code(InterpreterFrame *frame) {
#if PY_VERSION_HEX >= 0x030e0000
    return (PyCodeObject *)PyStackRef_AsPyObjectBorrow(frame->f_executable);
#elif PY_VERSION_HEX >= 0x030d0000
    return (PyCodeObject *)frame->f_executable;
#else
    return frame->f_code;
#endif
}

/* The variable in slot `index`; NULL when unbound. Borrowed. */
static inline PyObject *frame_local(InterpreterFrame *frame, int index) {
#if PY_VERSION_HEX >= 0x030e0000
    return PyStackRef_AsPyObjectBorrow(frame->localsplus[index]);
#else
    return frame->localsplus[index];
#endif
}

/* The instruction the frame executes now. */
static inline _Py_CODEUNIT *frame_instruction(InterpreterFrame *frame) {
#if PY_VERSION_HEX >= 0x030d0000
    return frame->instr_ptr;
#else
    return frame->prev_instr;
#endif
}

/* Where the frame is in `instructions`, the code as it was compiled: tracing and adapting write other opcodes over those that
 * run, and keep the old ones where each version keeps them elsewhere. -1 before the first instruction. */
static inline Py_ssize_t frame_offset(InterpreterFrame *frame, PyObject *instructions) {
    Py_ssize_t offset = frame_instruction(frame) - _PyCode_CODE(frame_code(frame));
    return offset < PyBytes_GET_SIZE(instructions) / 2 ? offset : -1;
}

static inline int opcode_at(PyObject *instructions, Py_ssize_t offset) {
    return offset < 0 ? -1 : (uint8_t)PyBytes_AS_STRING(instructions)[2 * offset];
}

static inline int frame_opcode(InterpreterFrame *frame, PyObject *instructions) {
    return opcode_at(instructions, frame_offset(frame, instructions));
}

/* Whether a "call" event starts the frame; otherwise it resumes a suspended generator or coroutine. */
static inline bool frame_starts(InterpreterFrame *frame, PyObject *instructions) {
    Py_ssize_t offset = frame_offset(frame, instructions);
    return opcode_at(instructions, offset) == RESUME && (PyBytes_AS_STRING(instructions)[2 * offset + 1] & 3) == 0;
}

/* Whether a "return" event suspends the frame. */
static inline bool frame_yields(InterpreterFrame *frame, PyObject *instructions) {
    Py_ssize_t offset = frame_offset(frame, instructions);
    if (opcode_at(instructions, offset) == YIELD_VALUE) return true;
#if PY_VERSION_HEX >= 0x030d0000
    /* 3.13 reports the event after it has moved past the instruction. */
    return opcode_at(instructions, offset - 1) == YIELD_VALUE;
#else
    return false;
#endif
}

/* The value of a "return" event; NULL where an exception ends the frame. From 3.12 on those events come with None, so the
 * instruction decides; an exception thrown into a suspended frame leaves that at its "yield", where only `raised` tells. */
static inline PyObject *returned_value(InterpreterFrame *frame, PyObject *instructions, PyObject *value, bool raised) {
#if PY_VERSION_HEX >= 0x030c0000
    if (value != Py_None) return value;
    if (frame_yields(frame, instructions)) return raised ? NULL : value;
    switch (frame_opcode(frame, instructions)) {
        case RETURN_VALUE:
        case RETURN_GENERATOR:
#if PY_VERSION_HEX < 0x030e0000
        case RETURN_CONST:
#endif
            return value;
        default:
            return NULL;
    }
#else
    (void)frame, (void)instructions, (void)raised;
    return value;
#endif
}

/* Takes the caller's frames away from what the code to run can see; give the result to restore_frames. */
static inline InterpreterFrame *hide_frames(PyThreadState *thread) {
#if PY_VERSION_HEX >= 0x030d0000
    InterpreterFrame *saved = thread->current_frame;
    thread->current_frame = NULL;
#else
    InterpreterFrame *saved = thread->cframe->current_frame;
    thread->cframe->current_frame = NULL;
#endif
    return saved;
}

static inline void restore_frames(PyThreadState *thread, InterpreterFrame *saved) {
#if PY_VERSION_HEX >= 0x030d0000
    thread->current_frame = saved;
#else
    thread->cframe->current_frame = saved;
#endif
}

/* --- integers --- */

static inline Py_ssize_t integer_digits(PyLongObject *value) {
#if PY_VERSION_HEX >= 0x030c0000
    return _PyLong_DigitCount(value);
#else
    Py_ssize_t size = Py_SIZE(value);
    return size < 0 ? -size : size;
#endif
}

static inline const digit *integer_digit_array(PyLongObject *value) {
#if PY_VERSION_HEX >= 0x030c0000
    return value->long_value.ob_digit;
#else
    return value->ob_digit;
#endif
}

static inline bool integer_is_negative(PyLongObject *value) {
#if PY_VERSION_HEX >= 0x030c0000
    return _PyLong_IsNegative(value);
#else
    return Py_SIZE(value) < 0;
#endif
}

/* --- dictionaries and instances --- */

/* A number that is another one after every change of the dictionary, or 0 where the interpreter keeps none. */
static inline uint64_t dict_version(PyObject *dict) {
#if PY_VERSION_HEX >= 0x030d0000
    (void)dict;
    return 0;
#else
    return ((PyDictObject *)dict)->ma_version_tag;
#endif
}

/* Upper bound of the positions that PyDict_Next goes through. */
static inline Py_ssize_t dict_positions(PyObject *dict) {
    PyDictObject *object = (PyDictObject *)dict;
    return object->ma_values ? 0 : object->ma_keys->dk_nentries;
}

/* Where the attributes of an instance are: inline values with the keys of its class, or a dictionary, or neither. */
typedef struct {
    PyDictKeysObject *keys;
    PyDictValues *values;
    PyObject *dict;
} InstanceAttributes;

static inline InstanceAttributes instance_attributes(PyObject *object) {
    InstanceAttributes found = {NULL, NULL, NULL};
    PyTypeObject *type = Py_TYPE(object);
    if (type->tp_flags & Py_TPFLAGS_MANAGED_DICT) {
        PyDictValues *values = NULL;
#if PY_VERSION_HEX >= 0x030d0000
        if (type->tp_flags & Py_TPFLAGS_INLINE_VALUES) {
            values = _PyObject_InlineValues(object);
            if (!values->valid) values = NULL;
        }
        if (!values) found.dict = (PyObject *)_PyObject_GetManagedDict(object);
#elif PY_VERSION_HEX >= 0x030c0000
        PyDictOrValues held = *_PyObject_DictOrValuesPointer(object);
        if (_PyDictOrValues_IsValues(held)) values = _PyDictOrValues_GetValues(held);
        else found.dict = _PyDictOrValues_GetDict(held);
#else
        values = *_PyObject_ValuesPointer(object);
        if (!values) found.dict = *_PyObject_ManagedDictPointer(object);
#endif
        if (values) {
            found.keys = ((PyHeapTypeObject *)type)->ht_cached_keys;
            found.values = values;
        }
    } else if (type->tp_dictoffset != 0) {
        PyObject **pointer = _PyObject_GetDictPtr(object);
        if (pointer) found.dict = *pointer;
    }
    if (found.dict && !PyDict_Check(found.dict)) found.dict = NULL;
    return found;
}

/* Inline values are in the order of the class's keys; beside them is the order in which this instance got them. */
static inline int inline_count(PyDictValues *values) {
#if PY_VERSION_HEX >= 0x030d0000
    return values->size;
#else
    return ((uint8_t *)values)[-2];
#endif
}

static inline int inline_index(PyDictValues *values, int position) {
#if PY_VERSION_HEX >= 0x030d0000
    return get_insertion_order_array(values)[position];
#else
    return ((uint8_t *)values)[-3 - position];
#endif
}

/* The descriptors that __slots__ made, as many as Py_SIZE of the type. */
static inline PyMemberDef *type_members(PyTypeObject *type) {
#if PY_VERSION_HEX >= 0x030c0000
    return (PyMemberDef *)PyObject_GetItemData((PyObject *)type);
#else
    return (PyMemberDef *)((char *)type + Py_TYPE(type)->tp_basicsize);
#endif
}

/* Whether a type says by its C slot that it is no iterator; 3.13 keeps that slot to itself and leaves it empty. */
static inline bool refuses_next(PyTypeObject *type) {
#if PY_VERSION_HEX >= 0x030d0000
    return !type->tp_iternext;
#else
    return !type->tp_iternext || type->tp_iternext == &_PyObject_NextNotImplemented;
#endif
}

/* Whether the type is one of bound C methods as `[].append.__call__` is one; 3.13 keeps its name to itself. */
static inline bool is_method_wrapper(PyTypeObject *type) {
#if PY_VERSION_HEX >= 0x030d0000
    return strcmp(type->tp_name, "method-wrapper") == 0 && !(type->tp_flags & Py_TPFLAGS_HEAPTYPE);
#else
    return type == &_PyMethodWrapper_Type;
#endif
}

/* --- what is written where an exception leaves a thread --- */

static inline void report_in_thread(PyObject *function) {
#if PY_VERSION_HEX >= 0x030d0000
    PyErr_FormatUnraisable("Exception ignored in thread started by %R", function);
#else
    _PyErr_WriteUnraisableMsg("in thread started by", function);
#endif
}

#endif
