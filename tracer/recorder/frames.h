/* What the recorder keeps about code, frames and threads of the program. */
#ifndef POLYTRACE_FRAMES_H
#define POLYTRACE_FRAMES_H

#include "cells.h"

/* --- code --- */

enum LinePurity {
    PURITY_UNKNOWN = 0, /* the line may change any container */
    PURITY_PLAIN = 1, /* it cannot, as long as the frame's variables are atoms and builtin containers of atoms */
    PURITY_FULL = 2, /* it moves values only */
};

typedef struct {
    PyCodeObject *code; /* held */
    PyObject *instructions; /* bytes as the compiler made them; held */
    int32_t number; /* in the stream; -1 until the first frame */
    int variable_count;
    const char *variable_kinds;
    bool fast_variables; /* variables are in slots of the frame, not in a dictionary */
    bool suspends;
    int first_line, last_line;
    uint8_t *purity; /* per line from first_line on */
} CodeInfo;

bool is_program_code(PyCodeObject *code);
/* NULL when there are too many. */
CodeInfo *code_info(PyCodeObject *code);
void put_code(CodeInfo *info);
void codes_reset(PyObject *filename);

static inline enum LinePurity line_purity(CodeInfo *info, int line) {
    return line >= info->first_line && line <= info->last_line ? info->purity[line - info->first_line] : PURITY_UNKNOWN;
}

/* --- variables --- */

enum SlotState {
    SLOT_EMPTY = 0,
    SLOT_ATOM = 1, /* held */
    SLOT_TEXT = 2, /* a long string: not held, so that CPython may go on appending in place */
    SLOT_CELL = 3,
};

typedef struct {
    Py_ssize_t length;
    int kind;
    Py_ssize_t head, tail; /* characters in data */
    uint8_t data[];
} TextCopy;

typedef struct {
    PyObject *object;
    Cell *cell;
    TextCopy *text;
    PyObject *name; /* of a variable in a dictionary; held */
    Py_ssize_t kept; /* characters of the old text that a VALUE_TEXT_* record keeps */
    uint32_t seen; /* scan at which the dictionary still had it */
    uint8_t state;
    uint8_t tag; /* how the present change is written: VALUE_CELL, VALUE_UNBOUND, VALUE_TEXT_*, or 0 for an atom */
} Slot;

/* Compares a slot with the variable's present value. True when it has to be written. */
bool slot_update(Slot *slot, PyObject *value);
void put_slot(Slot *slot);
void slot_clear(Slot *slot);

/* --- frames --- */

typedef struct FrameState FrameState;
struct FrameState {
    void *frame; /* interpreter frame, compared only */
    CodeInfo *info;
    Slot *slots;
    int count, capacity;
    int line;
    uint32_t number;
    uint64_t activity; /* clock of calls and the like when it was last looked at */
    uint64_t version; /* of the dictionary of its variables */
    uint32_t scan;
    bool raised; /* an exception was its last event */
    bool plain; /* all its variables are atoms or builtin containers of atoms */
    bool written; /* dictionary variables: names known to the stream are those of slots with an index below `known` */
    int known;
    FrameState *next, *previous; /* all live frames */
};

FrameState *frame_new(void *frame, CodeInfo *info);
void frame_free(FrameState *state);
/* Suspended generators and coroutines by interpreter frame. */
void frame_suspend(FrameState *state);
FrameState *frame_resume(void *frame);
void frames_reset(void);
void frames_mark(void);

/* Finds and captures what changed in the frame's variables; put_changes then writes them into the event's record. */
int frame_scan(FrameState *state, InterpreterFrame *frame, enum LinePurity purity);
void put_changes(FrameState *state);

/* --- threads --- */

typedef struct ThreadState ThreadState;
struct ThreadState {
    PyThreadState *thread;
    uint64_t identifier;
    uint32_t index;
    FrameState **stack;
    int depth, capacity;
    Cell *pinned; /* value handed out by the last return or exception, until the receiver had its event */
    ThreadState *next;
};

ThreadState *thread_current(void);
uint32_t thread_count(void);
void thread_push(ThreadState *thread, FrameState *state);
void threads_reset(void);
/* Marks the cells that were handed out and not received yet. */
void threads_mark(void);

#endif
