#include "view.h"

#include <stdlib.h>

#include "structmember.h"

/* Row for containers whose elements do not lie side by side in memory. */
static PyObject *row[2 * (COMPARED_HEAD + SHOWN_TAIL) + 8];
enum { ROW_HEAD = 2 * COMPARED_HEAD };

/* Of a tuple that is still being filled, which the garbage collector shows, only what is there. */
static Py_ssize_t filled(PyObject **items, Py_ssize_t length) {
    if (length == 0 || items[length - 1]) return length;
    Py_ssize_t count = 0;
    while (items[count]) count++;
    return count;
}

static void view_array(PyObject **items, Py_ssize_t length, View *view) {
    view->length = (uint64_t)length;
    view->step = 1;
    if (length <= COMPARED_HEAD) {
        view->items = items;
        view->count = (int)length;
        view->tail = 0;
        return;
    }
    memcpy(row, items, COMPARED_HEAD * sizeof *items);
    memcpy(row + COMPARED_HEAD, items + length - SHOWN_TAIL, SHOWN_TAIL * sizeof *items);
    view->items = row;
    view->count = COMPARED_HEAD + SHOWN_TAIL;
    view->tail = SHOWN_TAIL;
    stream_note(NOTE_LONG_CONTAINER);
}

/* --- dictionaries: the first and the last entries, without going through the middle --- */

static int collect_entries(PyObject *dict, Py_ssize_t position, int room, PyObject **out) {
    PyObject *key, *value;
    int count = 0;
    while (count < room && PyDict_Next(dict, &position, &key, &value)) {
        out[count++] = key;
        out[count++] = value;
    }
    return count;
}

/* Entries may be holes after deletions, so the start is moved back until enough are found. */
static int collect_last_entries(PyObject *dict, PyObject **out) {
    Py_ssize_t positions = dict_positions(dict);
    for (Py_ssize_t back = SHOWN_TAIL;; back *= 4) {
        Py_ssize_t position = positions > back ? positions - back : 0;
        PyObject *key, *value;
        int found = 0;
        while (PyDict_Next(dict, &position, &key, &value)) found++;
        if (found < SHOWN_TAIL && back < positions) continue;
        int skip = found > SHOWN_TAIL ? found - SHOWN_TAIL : 0;
        position = positions > back ? positions - back : 0;
        while (skip-- > 0) PyDict_Next(dict, &position, &key, &value);
        return collect_entries(dict, position, 2 * SHOWN_TAIL, out);
    }
}

static void view_dict(PyObject *dict, View *view) {
    Py_ssize_t length = PyDict_GET_SIZE(dict);
    view->items = row;
    view->length = 2 * (uint64_t)length;
    view->step = 2;
    view->count = collect_entries(dict, 0, length > COMPARED_HEAD / 2 ? COMPARED_HEAD : ROW_HEAD, row);
    view->tail = 0;
    if (length > COMPARED_HEAD / 2) {
        view->tail = collect_last_entries(dict, row + view->count);
        view->count += view->tail;
        stream_note(NOTE_LONG_CONTAINER);
    }
}

/* --- sets --- */

static bool has_stable_hash(PyObject *value) {
    PyTypeObject *type = Py_TYPE(value);
    if (type == &PyTuple_Type || type == &PyFrozenSet_Type) {
        if (type == &PyFrozenSet_Type) return false;
        for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(value); i++)
            if (!is_atom(PyTuple_GET_ITEM(value, i)) || value == Py_None) return false;
        return true;
    }
#if PY_VERSION_HEX < 0x030c0000
    if (value == Py_None) return false; /* hashed by address before 3.12 */
#endif
    return is_atom_type(type) && value != Py_Ellipsis && value != Py_NotImplemented;
}

static int rank(PyObject *value) {
    PyTypeObject *type = Py_TYPE(value);
    if (value == Py_None) return 0;
    if (type == &PyBool_Type || type == &PyLong_Type || type == &PyFloat_Type) return 1;
    return type == &PyUnicode_Type ? 2 : type == &PyBytes_Type ? 3 : 4;
}

static int compare_numbers(PyObject *a, PyObject *b) {
    double x = PyFloat_CheckExact(a) ? PyFloat_AS_DOUBLE(a) : PyLong_AsDouble(a);
    double y = PyFloat_CheckExact(b) ? PyFloat_AS_DOUBLE(b) : PyLong_AsDouble(b);
    PyErr_Clear();
    return x < y ? -1 : x > y;
}

static int compare_elements(const void *left, const void *right) {
    PyObject *a = *(PyObject *const *)left, *b = *(PyObject *const *)right;
    int difference = rank(a) - rank(b);
    if (difference) return difference;
    if (rank(a) == 1) return compare_numbers(a, b);
    if (rank(a) == 2) return PyUnicode_Compare(a, b);
    Cell *x = find_cell(a), *y = find_cell(b);
    uint32_t first = x ? x->number : UINT32_MAX, second = y ? y->number : UINT32_MAX;
    return first < second ? -1 : first > second;
}

/* Iteration order where it depends on values only; otherwise (hashes made of addresses) sorted, known objects by number. */
static void view_set(PyObject *set, View *view) {
    PySetObject *object = (PySetObject *)set;
    int count = 0;
    bool stable = true;
    for (Py_ssize_t i = 0; i <= object->mask && count < COMPARED_HEAD; i++) {
        PyObject *key = object->table[i].key;
        if (!key || object->table[i].hash == -1) continue;
        stable = stable && has_stable_hash(key);
        row[count++] = key;
    }
    if (!stable) {
        qsort(row, (size_t)count, sizeof *row, compare_elements);
        stream_note(NOTE_UNSTABLE_SET);
    }
    view->items = row;
    view->count = count;
    view->tail = 0;
    view->length = (uint64_t)object->used;
    view->step = 1;
    if (count < object->used) stream_note(NOTE_LONG_CONTAINER);
}

/* --- deques: read through the C functions of the type itself, which a subclass cannot override here --- */

static void view_deque(PyObject *deque, View *view) {
    Py_ssize_t length = Py_SIZE(deque);
    ssizeargfunc item = deque_type->tp_as_sequence->sq_item;
    int head = length > SHOWN_HEAD + SHOWN_TAIL ? SHOWN_HEAD : (int)length;
    int tail = length > head ? SHOWN_TAIL : 0;
    int count = 0;
    for (int i = 0; i < head + tail; i++) {
        PyObject *element = item(deque, i < head ? i : length - tail + (i - head));
        if (!element) {
            PyErr_Clear();
            break;
        }
        row[count++] = element;
        Py_DECREF(element); /* the deque holds it */
    }
    view->items = row;
    view->count = count;
    view->tail = count > head ? count - head : 0;
    view->length = (uint64_t)length;
    view->step = 1;
    if (tail) stream_note(NOTE_LONG_CONTAINER);
}

/* --- instances --- */

static int add_attribute(PyObject *name, PyObject *value, int count) {
    if (count + 2 > ROW_HEAD || !value || !name || !PyUnicode_CheckExact(name)) return count;
    row[count] = name;
    row[count + 1] = value;
    return count + 2;
}

/* Attributes of __slots__, base classes first. */
static int add_slots(PyObject *object, PyTypeObject *type, int count) {
    if (type->tp_base) count = add_slots(object, type->tp_base, count);
    if (!(type->tp_flags & Py_TPFLAGS_HEAPTYPE) || Py_SIZE(type) == 0) return count;
    PyObject *slots = ((PyHeapTypeObject *)type)->ht_slots;
    if (!slots || !PyTuple_CheckExact(slots)) return count;
    PyMemberDef *members = type_members(type);
    for (Py_ssize_t i = 0; i < Py_SIZE(type) && i < PyTuple_GET_SIZE(slots); i++) {
        if (members[i].type != T_OBJECT_EX) continue;
        PyObject *value = *(PyObject **)((char *)object + members[i].offset);
        count = add_attribute(PyTuple_GET_ITEM(slots, i), value, count);
    }
    return count;
}

static int add_attributes(PyObject *object, int count) {
    InstanceAttributes held = instance_attributes(object);
    if (held.values) {
        for (int i = 0; i < inline_count(held.values); i++) {
            int index = inline_index(held.values, i);
            count = add_attribute(DK_UNICODE_ENTRIES(held.keys)[index].me_key, held.values->values[index], count);
        }
    } else if (held.dict) {
        PyObject *name, *value;
        Py_ssize_t position = 0;
        while (PyDict_Next(held.dict, &position, &name, &value)) count = add_attribute(name, value, count);
    }
    return count;
}

static void view_object(PyObject *object, bool exception, View *view) {
    static PyObject *args_name;
    int count = 0;
    if (exception) {
        if (!args_name) args_name = PyUnicode_InternFromString("args");
        count = add_attribute(args_name, ((PyBaseExceptionObject *)object)->args, count);
    }
    count = add_slots(object, Py_TYPE(object), count);
    count = add_attributes(object, count);
    view->items = row;
    view->count = count;
    view->tail = 0;
    view->length = (uint64_t)count;
    view->step = 2;
}

void view_elements(PyObject *object, enum CellKind kind, View *view) {
    switch (kind) {
        case CELL_LIST:
            view_array(((PyListObject *)object)->ob_item, Py_SIZE(object), view);
            break;
        case CELL_TUPLE:
            view_array(((PyTupleObject *)object)->ob_item, filled(((PyTupleObject *)object)->ob_item, Py_SIZE(object)), view);
            break;
        case CELL_SLICE:
            view_array(&((PySliceObject *)object)->start, 3, view);
            break;
        case CELL_DICT:
            view_dict(object, view);
            break;
        case CELL_SET:
        case CELL_FROZENSET:
            view_set(object, view);
            break;
        case CELL_DEQUE:
            view_deque(object, view);
            break;
        default:
            view_object(object, kind == CELL_EXCEPTION, view);
    }
}
