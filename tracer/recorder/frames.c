#include "frames.h"

#include <stdlib.h>

/* More variables of one module or class body than this are not followed. */
enum { MOST_DICT_VARIABLES = 1000 };

static FrameState *live; /* all frames, for the sweep of identities */
static FrameState *spare;
static uint32_t next_number;

static int *changed;
static int changed_count, changed_capacity;

/* --- life of a frame --- */

static void ensure_slots(FrameState *state, int wanted) {
    if (wanted <= state->capacity) return;
    int capacity = wanted + wanted / 2;
    state->slots = realloc(state->slots, (size_t)capacity * sizeof *state->slots);
    if (!state->slots) Py_FatalError("the recorder is out of memory (variables)");
    memset(state->slots + state->capacity, 0, (size_t)(capacity - state->capacity) * sizeof *state->slots);
    state->capacity = capacity;
}

FrameState *frame_new(void *frame, CodeInfo *info) {
    FrameState *state = spare;
    if (state) spare = state->next;
    else state = calloc(1, sizeof *state);
    if (!state) Py_FatalError("the recorder is out of memory (frames)");
    Slot *slots = state->slots;
    int capacity = state->capacity;
    memset(state, 0, sizeof *state);
    state->slots = slots;
    state->capacity = capacity;
    state->frame = frame;
    state->info = info;
    state->number = next_number++;
    state->line = info->code->co_firstlineno;
    if (info->fast_variables) {
        ensure_slots(state, info->variable_count);
        state->count = info->variable_count;
    }
    state->next = live;
    if (live) live->previous = state;
    live = state;
    return state;
}

void frame_free(FrameState *state) {
    for (int i = 0; i < state->count; i++) slot_clear(&state->slots[i]);
    state->count = 0;
    if (state->previous) state->previous->next = state->next;
    else live = state->next;
    if (state->next) state->next->previous = state->previous;
    state->previous = NULL;
    state->next = spare;
    spare = state;
}

void frames_mark(void) {
    for (FrameState *state = live; state; state = state->next)
        for (int i = 0; i < state->count; i++)
            if (state->slots[i].state == SLOT_CELL) cell_mark(state->slots[i].cell);
}

/* --- suspended generators: a hash map, since a program may have tens of thousands --- */

static FrameState **suspended;
static uint32_t suspended_capacity, suspended_count;

static uint32_t suspended_home(void *frame) {
    return (uint32_t)((uint64_t)(uintptr_t)frame * 0x9E3779B97F4A7C15ull >> 32) & (suspended_capacity - 1);
}

static uint32_t suspended_place(void *frame) {
    uint32_t place = suspended_home(frame);
    while (suspended[place] && suspended[place]->frame != frame) place = (place + 1) & (suspended_capacity - 1);
    return place;
}

static void grow_suspended(void) {
    FrameState **old = suspended;
    uint32_t old_capacity = suspended_capacity;
    suspended_capacity = old_capacity ? old_capacity * 2 : 64;
    suspended = calloc(suspended_capacity, sizeof *suspended);
    if (!suspended) Py_FatalError("the recorder is out of memory (generators)");
    for (uint32_t i = 0; i < old_capacity; i++)
        if (old[i]) suspended[suspended_place(old[i]->frame)] = old[i];
    free(old);
}

void frame_suspend(FrameState *state) {
    if ((suspended_count + 1) * 2 > suspended_capacity) grow_suspended();
    uint32_t place = suspended_place(state->frame);
    if (suspended[place]) {
        /* A generator that died without an event; its frame's memory was used again. */
        frame_free(suspended[place]);
        suspended_count--;
    }
    suspended[place] = state;
    suspended_count++;
}

FrameState *frame_resume(void *frame) {
    if (!suspended_count) return NULL;
    uint32_t mask = suspended_capacity - 1;
    uint32_t hole = suspended_place(frame);
    FrameState *found = suspended[hole];
    if (!found) return NULL;
    suspended[hole] = NULL;
    suspended_count--;
    for (uint32_t next = (hole + 1) & mask; suspended[next]; next = (next + 1) & mask) {
        if (((next - suspended_home(suspended[next]->frame)) & mask) < ((next - hole) & mask)) continue;
        suspended[hole] = suspended[next];
        suspended[next] = NULL;
        hole = next;
    }
    return found;
}

void frames_reset(void) {
    while (live) frame_free(live);
    trash_drain();
    if (suspended_capacity) memset(suspended, 0, suspended_capacity * sizeof *suspended);
    suspended_count = 0;
    next_number = 0;
}

/* --- variables --- */

static void add_changed(int index) {
    if (changed_count == changed_capacity) {
        changed_capacity = changed_capacity ? changed_capacity * 2 : 64;
        changed = realloc(changed, (size_t)changed_capacity * sizeof *changed);
        if (!changed) Py_FatalError("the recorder is out of memory (changes)");
    }
    changed[changed_count++] = index;
}

static bool is_plain(Slot *slot) {
    if (slot->state != SLOT_CELL) return true;
    PyTypeObject *type = slot->cell->type;
    return !slot->cell->children && (type == &PyList_Type || type == &PyDict_Type || type == &PyTuple_Type || type == &PySet_Type);
}

static void scan_slots(FrameState *state, InterpreterFrame *frame, bool check) {
    const char *kinds = state->info->variable_kinds;
    bool plain = true;
    for (int i = 0; i < state->count; i++) {
        Slot *slot = &state->slots[i];
        PyObject *value = frame_local(frame, i);
        if (value && (kinds[i] & (CO_FAST_CELL | CO_FAST_FREE)) && PyCell_Check(value)) value = PyCell_GET(value);
        if (value == slot->object) {
            if (slot->state <= SLOT_ATOM) continue;
            if (check && slot_update(slot, value)) add_changed(i);
        } else if (slot_update(slot, value)) {
            add_changed(i);
        }
        plain = plain && is_plain(slot);
    }
    state->plain = plain;
}

static bool is_hidden_name(PyObject *name) {
    static const char *const hidden[] = {"__name__",     "__doc__",        "__package__", "__loader__",       "__spec__",
                                         "__builtins__", "__file__",       "__cached__",  "__annotations__",  "__module__",
                                         "__qualname__", "__firstlineno__", "__classcell__", "__static_attributes__",
                                         "__annotate__", "__annotate_func__", "__classdictcell__", "__conditional_annotations__"};
    Py_ssize_t length = PyUnicode_GET_LENGTH(name);
    if (length < 7 || PyUnicode_READ_CHAR(name, 0) != '_' || PyUnicode_READ_CHAR(name, 1) != '_') return false;
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (PyUnicode_CompareWithASCIIString(name, hidden[i]) == 0) return true;
    return false;
}

/* The slot of a name: mostly the one at `hint`, as dictionaries keep their order. */
static int slot_of_name(FrameState *state, PyObject *name, int hint) {
    for (int i = hint; i < state->count; i++)
        if (state->slots[i].name == name) return i;
    /* All slots are taken by names before this one: looking again for each of thousands of further names would take minutes. */
    bool is_full = state->count >= MOST_DICT_VARIABLES;
    for (int i = 0; i < state->count && !(is_full && hint >= state->count); i++)
        if (PyUnicode_Compare(state->slots[i].name, name) == 0) return i;
    if (is_full) {
        stream_note(NOTE_MANY_VARIABLES);
        return -1;
    }
    ensure_slots(state, state->count + 1);
    state->slots[state->count].name = Py_NewRef(name);
    return state->count++;
}

static void scan_bindings(FrameState *state, PyObject *dict) {
    PyObject *name, *value;
    Py_ssize_t position = 0;
    int hint = 0;
    state->scan++;
    while (PyDict_Next(dict, &position, &name, &value)) {
        if (!PyUnicode_CheckExact(name) || is_hidden_name(name)) continue;
        int index = slot_of_name(state, name, hint);
        if (index < 0) continue;
        hint = index + 1;
        Slot *slot = &state->slots[index];
        slot->seen = state->scan;
        if (value == slot->object && slot->state <= SLOT_ATOM) continue;
        if (slot_update(slot, value)) add_changed(index);
    }
    for (int i = 0; i < state->count; i++)
        if (state->slots[i].seen != state->scan && slot_update(&state->slots[i], NULL)) add_changed(i);
}

static void scan_dictionary(FrameState *state, PyObject *dict, bool check) {
    uint64_t version = dict_version(dict);
    if (!version || version != state->version) {
        state->version = version;
        scan_bindings(state, dict);
        return;
    }
    for (int i = 0; check && i < state->count; i++) {
        Slot *slot = &state->slots[i];
        if (slot->state > SLOT_ATOM && slot_update(slot, slot->object)) add_changed(i);
    }
}

int frame_scan(FrameState *state, InterpreterFrame *frame, enum LinePurity purity) {
    bool check = purity == PURITY_UNKNOWN || (purity == PURITY_PLAIN && !state->plain);
    changed_count = 0;
    if (state->info->fast_variables) scan_slots(state, frame, check);
    else if (frame->f_locals && PyDict_Check(frame->f_locals)) scan_dictionary(state, frame->f_locals, check);
    return changed_count;
}

void put_changes(FrameState *state) {
    for (int i = 0; i < changed_count; i++) {
        if (!stream_room(64)) return;
        int index = changed[i];
        put_unsigned((uint64_t)index + 1);
        if (!state->info->fast_variables && index >= state->known) {
            put_name(state->slots[index].name);
            state->known = index + 1;
        }
        put_slot(&state->slots[index]);
    }
    put_byte(0);
}
