/* Cells: the recorder's shadow of the objects that have identity. A cell lives while its object can be seen from a variable
 * of a running frame, and gives it a number that no other object gets. The object itself is never held: holding it would
 * delay its destructor. Its address is therefore used only after it was read again from the program's own memory. */
#ifndef POLYTRACE_CELLS_H
#define POLYTRACE_CELLS_H

#include "atoms.h"

enum CellKind {
    CELL_LIST = 1,
    CELL_TUPLE = 2,
    CELL_SET = 3,
    CELL_FROZENSET = 4,
    CELL_DEQUE = 5,
    CELL_DICT = 6,
    CELL_OBJECT = 7,
    CELL_EXCEPTION = 8,
    CELL_SLICE = 9,
    /* One scalar instead of elements: instances of subclasses of atoms, and bytearray. */
    CELL_SCALAR = 10,
    /* No content: a kind and a name. */
    CELL_FUNCTION = 11,
    CELL_BUILTIN = 12,
    CELL_METHOD = 13,
    CELL_CLASS = 14,
    CELL_MODULE = 15,
    CELL_GENERATOR = 16,
    CELL_COROUTINE = 17,
    CELL_ITERATOR = 18,
    CELL_CODE = 19,
    CELL_OPAQUE = 20,
};

static inline bool has_elements(enum CellKind kind) { return kind <= CELL_SLICE; }

typedef struct Cell Cell;
struct Cell {
    PyObject *object; /* not held */
    PyTypeObject *type; /* not held, compared only */
    uint32_t number;
    uint32_t references; /* from variables, other cells and pins */
    uint64_t checked; /* event at which it was last compared */
    uint64_t version; /* of a dictionary, as CPython counts it */
    uint64_t length;
    uint64_t fingerprint; /* of a bytearray */
    PyObject **items; /* the elements as they were; atoms among them are held */
    Cell **children; /* beside items, NULL where an atom is; NULL altogether when all are atoms */
    int count;
    int capacity;
    int shown_head; /* how many elements of the head the stream has */
    int shown_tail;
    int cost; /* bytes that the shown atoms take, about */
    uint8_t kind;
    uint8_t depth; /* to which it was compared at `checked` */
    bool written;
    bool marked;
};

/* Number of the present event; cells compared in it are not compared again. */
extern uint64_t event_clock;

void cells_reset(void);
/* Cell of an object that is not an atom, made (and announced in the stream) when there is none. */
Cell *cell_of(PyObject *object);
/* Same, but only if it exists. */
Cell *find_cell(PyObject *object);
static inline Cell *cell_reference(Cell *cell) {
    cell->references++;
    return cell;
}
void cell_release(Cell *cell);
uint32_t cells_alive(void);
uint64_t cells_made(void);

/* Frees cells that only hold each other. `mark_roots` calls cell_mark for each cell that a variable holds. */
void cells_sweep(void (*mark_roots)(void));
void cell_mark(Cell *cell);
bool cells_want_sweep(void);

/* Atoms that are no longer needed; released by trash_drain once the event is committed. */
void trash(PyObject *atom);
void trash_drain(void);
extern int trash_count;

/* --- kinds of objects (kinds.c) --- */

void kinds_prepare(void);
enum CellKind kind_of(PyObject *object);
/* Writes what a cell is: kind, type name, and for those without content the name. */
void put_birth(PyObject *object, enum CellKind kind);
void put_type_name(PyTypeObject *type);
/* Writes the scalar of a CELL_SCALAR object. */
void put_scalar(PyObject *object);
extern PyTypeObject *deque_type;

/* --- content (capture.c) --- */

/* Brings a cell and what it leads to up to date, writing what changed. `budget` is in bytes and shared by one value. */
void capture(Cell *cell, PyObject *object, int depth, int *budget);
enum { VALUE_DEPTH = 6, VALUE_BUDGET = 16384 };

#endif
