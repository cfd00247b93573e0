/* Content of cells: compares an object with what was written of it and writes the difference. */
#include <stdlib.h>

#include "view.h"

/* --- the copy of the elements that the next comparison uses --- */

static void ensure_capacity(Cell *cell, int wanted) {
    if (wanted <= cell->capacity) return;
    int capacity = wanted + wanted / 2 + 4;
    cell->items = realloc(cell->items, (size_t)capacity * sizeof *cell->items);
    if (cell->children) cell->children = realloc(cell->children, (size_t)capacity * sizeof *cell->children);
    if (!cell->items) Py_FatalError("the recorder is out of memory (elements)");
    cell->capacity = capacity;
}

static void ensure_children(Cell *cell) {
    if (cell->children) return;
    cell->children = calloc((size_t)cell->capacity, sizeof *cell->children);
    if (!cell->children) Py_FatalError("the recorder is out of memory (elements)");
}

static void hold(Cell *cell, int index, PyObject *object) {
    cell->items[index] = object;
    if (is_atom(object)) {
        Py_INCREF(object);
        if (cell->children) cell->children[index] = NULL;
        return;
    }
    ensure_children(cell);
    cell->children[index] = cell_reference(cell_of(object));
}

static void let_go(PyObject *item, Cell *child) {
    if (child) cell_release(child);
    else trash(item);
}

static void replace(Cell *cell, int index, PyObject *object) {
    PyObject *item = cell->items[index];
    Cell *child = cell->children ? cell->children[index] : NULL;
    hold(cell, index, object);
    let_go(item, child);
}

/* Replaces `removed` copies from `start` on by `inserted` ones; the new are held before the old are let go, so that an
 * object that only moved keeps its number. */
static void splice(Cell *cell, int start, int removed, int inserted, PyObject **objects) {
    static PyObject **old_items;
    static Cell **old_children;
    static int old_capacity;
    if (removed > old_capacity) {
        old_capacity = removed * 2;
        old_items = realloc(old_items, (size_t)old_capacity * sizeof *old_items);
        old_children = realloc(old_children, (size_t)old_capacity * sizeof *old_children);
        if (!old_items || !old_children) Py_FatalError("the recorder is out of memory (elements)");
    }
    bool had_children = cell->children != NULL;
    if (removed) memcpy(old_items, cell->items + start, (size_t)removed * sizeof *old_items);
    if (removed && had_children) memcpy(old_children, cell->children + start, (size_t)removed * sizeof *old_children);
    int rest = cell->count - start - removed;
    ensure_capacity(cell, cell->count - removed + inserted);
    if (rest) memmove(cell->items + start + inserted, cell->items + start + removed, (size_t)rest * sizeof *cell->items);
    if (rest && had_children)
        memmove(cell->children + start + inserted, cell->children + start + removed, (size_t)rest * sizeof *cell->children);
    cell->count += inserted - removed;
    for (int i = 0; i < inserted; i++) hold(cell, start + i, objects[i]);
    for (int i = 0; i < removed; i++) let_go(old_items[i], had_children ? old_children[i] : NULL);
}

/* Whether element `index` of the copy is `object`, or an equal atom. */
static bool same_item(Cell *cell, int index, PyObject *object) {
    PyObject *item = cell->items[index];
    Cell *child = cell->children ? cell->children[index] : NULL;
    if (child) return item == object && child->type == Py_TYPE(object) && child->object == object;
    return item == object || (is_atom(object) && same_atom(item, object));
}

/* --- records --- */

static void put_item(PyObject *object, int head, int tail) {
    if (!stream_room(32)) return;
    if (is_atom(object)) {
        put_atom(object, head, tail);
    } else {
        put_byte(VALUE_CELL);
        put_unsigned(find_cell(object)->number);
    }
}

typedef struct {
    int head; /* pointers of the head that are shown */
    int tail;
    int cost;
} Shown;

static int item_cost(PyObject *item) { return is_atom(item) ? atom_cost(item) : 4; }
/* How much of a row is shown: 500 elements and the last 20, fewer when their atoms alone exceed the room of a value. */
static Shown choose_shown(View *view) {
    Shown shown = {0, 0, 0};
    uint64_t all = (uint64_t)(SHOWN_HEAD + SHOWN_TAIL) * (uint64_t)view->step;
    bool whole = view->length <= all && (uint64_t)view->count == view->length;
    int most = whole ? view->count : SHOWN_HEAD * view->step;
    if (most > view->count) most = view->count;
    while (shown.head < most && shown.cost <= VALUE_BUDGET) {
        shown.cost += item_cost(view->items[shown.head++]);
    }
    shown.head -= shown.head % view->step;
    if (shown.head == view->count && whole) return shown;
    int left = view->count - shown.head;
    shown.tail = SHOWN_TAIL * view->step < left ? SHOWN_TAIL * view->step : left;
    return shown;
}

static void put_tail(View *view, int tail) {
    put_unsigned((uint64_t)tail);
    for (int i = view->count - tail; i < view->count; i++) put_item(view->items[i], SHORT_HEAD, SHORT_TAIL);
}

static void put_content(Cell *cell, View *view, Shown shown) {
    put_byte(RECORD_CONTENT);
    put_unsigned(cell->number);
    put_unsigned(view->length / (unsigned)view->step);
    put_unsigned((uint64_t)shown.head);
    for (int i = 0; i < shown.head; i++) put_item(view->items[i], TEXT_HEAD, TEXT_TAIL);
    put_tail(view, shown.tail);
}

static void put_patch(Cell *cell, View *view, Shown shown, const int *changed, int count) {
    put_byte(RECORD_PATCH);
    put_unsigned(cell->number);
    put_unsigned(view->length / (unsigned)view->step);
    int shown_count = 0, last = 0;
    while (shown_count < count && changed[shown_count] < shown.head) shown_count++;
    put_unsigned((uint64_t)shown_count);
    for (int i = 0; i < shown_count; i++) {
        if (!stream_room(16)) return;
        put_unsigned((uint64_t)(changed[i] - last));
        last = changed[i];
        put_item(view->items[last], TEXT_HEAD, TEXT_TAIL);
    }
    put_tail(view, shown.tail);
}

static void put_splice(Cell *cell, View *view, int start, int removed, int inserted) {
    put_byte(RECORD_SPLICE);
    put_unsigned(cell->number);
    put_unsigned(view->length / (unsigned)view->step);
    put_unsigned((uint64_t)start);
    put_unsigned((uint64_t)removed);
    put_unsigned((uint64_t)inserted);
    for (int i = start; i < start + inserted; i++) put_item(view->items[i], TEXT_HEAD, TEXT_TAIL);
}

/* --- comparison --- */

static void remember(Cell *cell, View *view, Shown shown) {
    cell->length = view->length;
    cell->shown_head = shown.head;
    cell->shown_tail = shown.tail;
    cell->cost = shown.cost;
    cell->written = true;
}

static void write_first(Cell *cell, View *view) {
    splice(cell, 0, cell->count, view->count, view->items);
    Shown shown = choose_shown(view);
    if (stream_room(64)) put_content(cell, view, shown);
    remember(cell, view, shown);
}

/* choose_shown after changes of a row that was shown whole, without going through all of it. */
static Shown adjust_shown(Cell *cell, View *view, int difference) {
    bool whole = cell->shown_tail == 0 && cell->shown_head == view->count && view->length == cell->length;
    if (!whole || cell->cost + difference > VALUE_BUDGET) return choose_shown(view);
    return (Shown){cell->shown_head, 0, cell->cost + difference};
}

/* Row of the same number of elements: only the places that differ are written. */
static void write_changes(Cell *cell, View *view) {
    static int changed[COMPARED_HEAD * 2 + 2 * SHOWN_TAIL];
    int count = 0;
    for (int i = 0; i < view->count; i++) {
        if (cell->items[i] == view->items[i] && !cell->children) continue;
        if (same_item(cell, i, view->items[i])) {
            if (cell->items[i] != view->items[i]) replace(cell, i, view->items[i]);
        } else {
            changed[count++] = i;
        }
    }
    if (!count && view->length == cell->length) return;
    /* All new ones are known before any old one is forgotten: a swap keeps both numbers. */
    for (int i = 0; i < count; i++)
        if (!is_atom(view->items[changed[i]])) cell_reference(cell_of(view->items[changed[i]]));
    int difference = 0;
    for (int i = 0; i < count; i++) {
        bool was_cell = cell->children && cell->children[changed[i]]; /* and may be dead by now */
        difference += item_cost(view->items[changed[i]]) - (was_cell ? 4 : atom_cost(cell->items[changed[i]]));
        replace(cell, changed[i], view->items[changed[i]]);
    }
    for (int i = 0; i < count; i++)
        if (!is_atom(view->items[changed[i]])) cell_release(cell->children[changed[i]]);
    Shown shown = adjust_shown(cell, view, difference);
    if (stream_room(64)) {
        if (shown.head == cell->shown_head && shown.tail == cell->shown_tail) put_patch(cell, view, shown, changed, count);
        else put_content(cell, view, shown);
    }
    remember(cell, view, shown);
}

/* Row that grew or shrank: what both have at the start and at the end stays. */
static void write_resized(Cell *cell, View *view) {
    int shorter = cell->count < view->count ? cell->count : view->count;
    int start = 0, end = 0;
    while (start < shorter && same_item(cell, start, view->items[start])) start++;
    while (end < shorter - start && same_item(cell, cell->count - 1 - end, view->items[view->count - 1 - end])) end++;
    int removed = cell->count - start - end, inserted = view->count - start - end;
    bool was_whole = cell->shown_tail == 0;
    int old_head = cell->shown_head;
    splice(cell, start, removed, inserted, view->items + start);
    Shown shown = choose_shown(view);
    if (stream_room(64)) {
        if (was_whole && shown.tail == 0) put_splice(cell, view, start, removed, inserted);
        else if (!was_whole && shown.head == old_head && start >= old_head) put_patch(cell, view, shown, NULL, 0);
        else put_content(cell, view, shown);
    }
    remember(cell, view, shown);
}

static void compare(Cell *cell, PyObject *object) {
    if (cell->kind == CELL_DICT) {
        uint64_t version = dict_version(object);
        if (version && version == cell->version && cell->written) return;
        cell->version = version;
    }
    View view;
    view_elements(object, cell->kind, &view);
    if (!cell->written) {
        write_first(cell, &view);
    } else if (view.count != cell->count) {
        write_resized(cell, &view);
    } else if (view.length != cell->length || cell->children ||
               (view.count && memcmp(view.items, cell->items, (size_t)view.count * sizeof *view.items) != 0)) {
        write_changes(cell, &view);
    }
}

/* A subclass instance of an atom does not change; a bytearray does, which its bytes tell. */
static void compare_scalar(Cell *cell, PyObject *object) {
    uint64_t fingerprint = 1;
    if (PyByteArray_Check(object)) {
        Py_ssize_t length = PyByteArray_GET_SIZE(object);
        const char *bytes = PyByteArray_AS_STRING(object);
        fingerprint = (uint64_t)length + 2;
        for (Py_ssize_t i = 0; i < length && i < 65536; i++) fingerprint = (fingerprint ^ (uint8_t)bytes[i]) * 0x100000001B3ull;
        if (length > 65536) stream_note(NOTE_LONG_CONTAINER);
    }
    if (cell->written && cell->fingerprint == fingerprint) return;
    cell->written = true;
    cell->fingerprint = fingerprint;
    if (!stream_room(64)) return;
    put_byte(RECORD_SCALAR);
    put_unsigned(cell->number);
    put_scalar(object);
}

static bool hides_content(Cell *cell) { return cell->kind <= CELL_SCALAR && !cell->written; }

static void capture_children(Cell *cell, int depth, int *budget) {
    for (int i = 0; i < cell->count; i++) {
        if (i == cell->shown_head) {
            i = cell->count - cell->shown_tail;
            if (i >= cell->count) return;
        }
        Cell *child = cell->children[i];
        if (!child) continue;
        if (depth <= 1 || *budget <= 0) {
            if (hides_content(child)) stream_note(depth <= 1 ? NOTE_DEPTH : NOTE_BUDGET);
            continue;
        }
        capture(child, cell->items[i], depth - 1, budget);
    }
}

void capture(Cell *cell, PyObject *object, int depth, int *budget) {
    if (cell->kind > CELL_SCALAR) return;
    bool compared = cell->checked == event_clock;
    if (compared && cell->depth >= depth) {
        *budget -= cell->cost + 4;
        return;
    }
    cell->checked = event_clock;
    cell->depth = (uint8_t)depth;
    if (!compared) {
        if (cell->kind == CELL_SCALAR) compare_scalar(cell, object);
        else compare(cell, object);
    }
    *budget -= cell->cost + 4;
    if (cell->children) capture_children(cell, depth, budget);
}
