#include "cells.h"

#include <stdlib.h>

uint64_t event_clock;

static Cell **table;
static uint32_t table_capacity;
static uint32_t alive;
static uint64_t made;
static uint64_t made_at_sweep;
static Cell *spare;

static uint32_t home(PyObject *object) {
    uint64_t key = (uint64_t)(uintptr_t)object >> 4;
    return (uint32_t)(key * 0x9E3779B97F4A7C15ull >> 32) & (table_capacity - 1);
}

static uint32_t place_of(PyObject *object) {
    uint32_t place = home(object);
    while (table[place] && table[place]->object != object) place = (place + 1) & (table_capacity - 1);
    return place;
}

static void grow(void) {
    Cell **old = table;
    uint32_t old_capacity = table_capacity;
    table_capacity = old_capacity ? old_capacity * 2 : 4096;
    table = calloc(table_capacity, sizeof *table);
    if (!table) Py_FatalError("the recorder is out of memory (identities)");
    for (uint32_t i = 0; i < old_capacity; i++)
        if (old[i]) table[place_of(old[i]->object)] = old[i];
    free(old);
}

/* Linear probing leaves no tombstones: later entries of the same run move up. */
static void forget(uint32_t hole) {
    uint32_t mask = table_capacity - 1;
    table[hole] = NULL;
    for (uint32_t next = (hole + 1) & mask; table[next]; next = (next + 1) & mask) {
        uint32_t wanted = home(table[next]->object);
        if (((next - wanted) & mask) < ((next - hole) & mask)) continue;
        table[hole] = table[next];
        table[next] = NULL;
        hole = next;
    }
}

/* --- atoms to let go --- */

static PyObject **trashed;
static int trash_capacity;
int trash_count;

void trash(PyObject *atom) {
    if (trash_count == trash_capacity) {
        trash_capacity = trash_capacity ? trash_capacity * 2 : 256;
        trashed = realloc(trashed, (size_t)trash_capacity * sizeof *trashed);
        if (!trashed) Py_FatalError("the recorder is out of memory (released values)");
    }
    trashed[trash_count++] = atom;
}

void trash_drain(void) {
    while (trash_count) Py_DECREF(trashed[--trash_count]);
}

/* --- life of a cell --- */

static Cell *new_cell(PyObject *object) {
    Cell *cell = spare;
    if (cell) {
        spare = (Cell *)cell->object;
    } else {
        cell = calloc(1, sizeof *cell);
        if (!cell) Py_FatalError("the recorder is out of memory (identities)");
    }
    PyObject **items = cell->items;
    int capacity = cell->capacity;
    memset(cell, 0, sizeof *cell);
    cell->items = items;
    cell->capacity = capacity;
    cell->object = object;
    cell->type = Py_TYPE(object);
    cell->kind = (uint8_t)kind_of(object);
    cell->number = (uint32_t)made++;
    return cell;
}

static void drop_items(Cell *cell) {
    for (int i = 0; i < cell->count; i++)
        if (!cell->children || !cell->children[i]) trash(cell->items[i]);
    cell->count = 0;
    free(cell->children);
    cell->children = NULL;
}

/* A cell in use keeps its array of items for its successor, unless it is large. */
static void bury(Cell *cell) {
    if (cell->capacity > 64) {
        free(cell->items);
        cell->items = NULL;
        cell->capacity = 0;
    }
    cell->object = (PyObject *)spare;
    spare = cell;
    alive--;
}

Cell *find_cell(PyObject *object) { return table_capacity ? table[place_of(object)] : NULL; }

Cell *cell_of(PyObject *object) {
    if ((alive + 1) * 2 > table_capacity) grow();
    uint32_t place = place_of(object);
    Cell *cell = table[place];
    if (cell) {
        if (cell->type == Py_TYPE(object)) return cell;
        /* Another object at the address of a dead one. Whoever still refers to the old cell will find that out by itself. */
        forget(place);
        cell->object = NULL;
        place = place_of(object);
    }
    cell = new_cell(object);
    table[place] = cell;
    alive++;
    if (stream_room(64)) {
        put_byte(RECORD_CELL);
        put_birth(object, cell->kind);
    }
    return cell;
}

static void take_out_of_table(Cell *cell) {
    if (!cell->object) return;
    uint32_t place = place_of(cell->object);
    if (table[place] == cell) forget(place);
}

/* Children are released with a list of our own: a chain of a million nodes must not become a recursion. */
void cell_release(Cell *cell) {
    static Cell **pending;
    static int capacity;
    if (--cell->references) return;
    int count = 0;
    for (;;) {
        if (cell->children) {
            if (count + cell->count > capacity) {
                capacity = (count + cell->count) * 2;
                pending = realloc(pending, (size_t)capacity * sizeof *pending);
                if (!pending) Py_FatalError("the recorder is out of memory (identities)");
            }
            for (int i = 0; i < cell->count; i++) {
                Cell *child = cell->children[i];
                if (child && --child->references == 0) pending[count++] = child;
            }
        }
        take_out_of_table(cell);
        drop_items(cell);
        bury(cell);
        if (!count) return;
        cell = pending[--count];
    }
}

uint32_t cells_alive(void) { return alive; }
uint64_t cells_made(void) { return made; }

/* --- cells that only hold each other --- */

static Cell **marked_list;
static int marked_count, marked_capacity;

void cell_mark(Cell *cell) {
    if (cell->marked) return;
    cell->marked = true;
    if (marked_count == marked_capacity) {
        marked_capacity = marked_capacity ? marked_capacity * 2 : 1024;
        marked_list = realloc(marked_list, (size_t)marked_capacity * sizeof *marked_list);
        if (!marked_list) Py_FatalError("the recorder is out of memory (identities)");
    }
    marked_list[marked_count++] = cell;
}

/* Small heaps are swept often, large ones after as many new cells as there are old ones: constant cost per cell. */
bool cells_want_sweep(void) { return made - made_at_sweep > 1024 + (uint64_t)alive; }

static void unhook(Cell *cell) {
    for (int i = 0; cell->children && i < cell->count; i++)
        if (cell->children[i]) cell->children[i]->references--;
    drop_items(cell);
}

void cells_sweep(void (*mark_roots)(void)) {
    made_at_sweep = made;
    marked_count = 0;
    mark_roots();
    for (int i = 0; i < marked_count; i++) {
        Cell *cell = marked_list[i];
        for (int j = 0; cell->children && j < cell->count; j++)
            if (cell->children[j]) cell_mark(cell->children[j]);
    }
    int dead = 0;
    Cell **dying = malloc(((size_t)alive + 1) * sizeof *dying);
    if (!dying) return;
    for (uint32_t i = 0; i < table_capacity; i++)
        if (table[i] && !table[i]->marked) dying[dead++] = table[i];
    for (int i = 0; i < dead; i++) unhook(dying[i]);
    for (int i = 0; i < dead; i++) {
        take_out_of_table(dying[i]);
        bury(dying[i]);
    }
    free(dying);
    for (int i = 0; i < marked_count; i++) marked_list[i]->marked = false;
}

void cells_reset(void) {
    for (uint32_t i = 0; i < table_capacity; i++) {
        if (!table[i]) continue;
        drop_items(table[i]);
        bury(table[i]);
        table[i] = NULL;
    }
    trash_drain();
    alive = 0;
    made = made_at_sweep = 0;
    event_clock = 0;
}
