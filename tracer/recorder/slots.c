/* One variable of a frame: what it was at the last event, and how a change of it is written. */
#include <stdlib.h>

#include "frames.h"

enum { HELD_TEXT = 256, FEWEST_KEPT = 12 };

/* --- long strings: a copy of what is shown --- */

static TextCopy *copy_text(TextCopy *old, PyObject *text) {
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    int kind = PyUnicode_KIND(text);
    if (!old) old = malloc(sizeof *old + (TEXT_HEAD + TEXT_TAIL) * 4);
    if (!old) Py_FatalError("the recorder is out of memory (text)");
    const uint8_t *data = PyUnicode_DATA(text);
    bool cut = length > TEXT_HEAD + TEXT_TAIL;
    old->length = length;
    old->kind = kind;
    old->head = cut ? TEXT_HEAD : length;
    old->tail = cut ? TEXT_TAIL : 0;
    memcpy(old->data, data, (size_t)(old->head * kind));
    memcpy(old->data + old->head * kind, data + (length - old->tail) * kind, (size_t)(old->tail * kind));
    return old;
}

static bool text_begins_as(TextCopy *copy, PyObject *text) {
    int kind = PyUnicode_KIND(text);
    if (copy->kind != kind || PyUnicode_GET_LENGTH(text) < copy->length) return false;
    const uint8_t *data = PyUnicode_DATA(text);
    return memcmp(copy->data, data, (size_t)(copy->head * kind)) == 0 &&
           memcmp(copy->data + copy->head * kind, data + (copy->length - copy->tail) * kind, (size_t)(copy->tail * kind)) == 0;
}

/* How `text` continues a string of which `copy` (or `held`) is left; sets slot->kept and returns the tag, or 0. */
static int continuation_of_copy(Slot *slot, PyObject *text) {
    TextCopy *copy = slot->text;
    Py_ssize_t added = PyUnicode_GET_LENGTH(text) - copy->length;
    if (added <= 0 || added > TEXT_HEAD || !text_begins_as(copy, text)) return 0;
    slot->kept = copy->length;
    return VALUE_TEXT_APPENDED;
}

static int continuation_of_held(Slot *slot, PyObject *held, PyObject *text) {
    Py_ssize_t kept = PyUnicode_GET_LENGTH(held), length = PyUnicode_GET_LENGTH(text);
    int kind = PyUnicode_KIND(text);
    if (kept < FEWEST_KEPT || length <= kept || length > TEXT_HEAD || PyUnicode_KIND(held) != kind) return 0;
    const uint8_t *data = PyUnicode_DATA(text);
    slot->kept = kept;
    if (memcmp(data, PyUnicode_DATA(held), (size_t)(kept * kind)) == 0) return VALUE_TEXT_APPENDED;
    if (memcmp(data + (length - kept) * kind, PyUnicode_DATA(held), (size_t)(kept * kind)) == 0) return VALUE_TEXT_PREPENDED;
    return 0;
}

/* --- states --- */

/* Leaves the old value; what must outlive the event's writing goes to the trash. */
static void leave(Slot *slot) {
    if (slot->state == SLOT_ATOM) trash(slot->object);
    if (slot->state == SLOT_CELL) cell_release(slot->cell);
    slot->state = SLOT_EMPTY;
    slot->object = NULL;
    slot->cell = NULL;
}

void slot_clear(Slot *slot) {
    leave(slot);
    free(slot->text);
    slot->text = NULL;
    if (slot->name) trash(slot->name);
    slot->name = NULL;
}

static bool enter_atom(Slot *slot, PyObject *value) {
    leave(slot);
    slot->state = SLOT_ATOM;
    slot->object = Py_NewRef(value);
    return true;
}

static bool enter_long_text(Slot *slot, PyObject *value) {
    leave(slot);
    slot->state = SLOT_TEXT;
    slot->object = value;
    slot->text = copy_text(slot->text, value);
    return true;
}

static bool update_text(Slot *slot, PyObject *value) {
    slot->tag = 0;
    if (slot->state == SLOT_TEXT) {
        bool unchanged = slot->text->length == PyUnicode_GET_LENGTH(value) && text_begins_as(slot->text, value);
        if (unchanged) {
            slot->object = value;
            return false;
        }
        slot->tag = (uint8_t)continuation_of_copy(slot, value);
    } else if (slot->state == SLOT_ATOM && PyUnicode_CheckExact(slot->object)) {
        slot->tag = (uint8_t)continuation_of_held(slot, slot->object, value);
    }
    return PyUnicode_GET_LENGTH(value) > HELD_TEXT ? enter_long_text(slot, value) : enter_atom(slot, value);
}

/* The new value is captured before the old one is let go: what moved from one to the other keeps its number. */
static bool enter_object(Slot *slot, PyObject *value) {
    int budget = VALUE_BUDGET;
    Cell *cell = cell_reference(cell_of(value));
    capture(cell, value, VALUE_DEPTH, &budget);
    leave(slot);
    slot->state = SLOT_CELL;
    slot->object = value;
    slot->cell = cell;
    slot->tag = VALUE_CELL;
    return true;
}

bool slot_update(Slot *slot, PyObject *value) {
    if (!value) {
        if (slot->state == SLOT_EMPTY) return false;
        leave(slot);
        slot->tag = VALUE_UNBOUND;
        return true;
    }
    if (!is_atom(value)) {
        if (slot->state != SLOT_CELL || slot->object != value || slot->cell->type != Py_TYPE(value))
            return enter_object(slot, value);
        int budget = VALUE_BUDGET;
        capture(slot->cell, value, VALUE_DEPTH, &budget);
        return false;
    }
    if (slot->state == SLOT_ATOM && same_atom(slot->object, value)) {
        if (slot->object != value) enter_atom(slot, value);
        return false;
    }
    if (PyUnicode_CheckExact(value)) return update_text(slot, value);
    slot->tag = 0;
    return enter_atom(slot, value);
}

void put_slot(Slot *slot) {
    if (!stream_room(64)) return;
    switch (slot->tag) {
        case VALUE_UNBOUND:
            put_byte(VALUE_UNBOUND);
            break;
        case VALUE_CELL:
            put_byte(VALUE_CELL);
            put_unsigned(slot->cell->number);
            break;
        case VALUE_TEXT_APPENDED:
            put_byte(VALUE_TEXT_APPENDED);
            put_text(slot->object, slot->kept, PyUnicode_GET_LENGTH(slot->object));
            break;
        case VALUE_TEXT_PREPENDED:
            put_byte(VALUE_TEXT_PREPENDED);
            put_text(slot->object, 0, PyUnicode_GET_LENGTH(slot->object) - slot->kept);
            break;
        default:
            put_atom(slot->object, TEXT_HEAD, TEXT_TAIL);
    }
}
