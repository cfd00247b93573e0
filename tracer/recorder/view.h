/* The elements of a container as one flat row of pointers, read from its memory without running any code. A dictionary and an
 * object are rows of key, value, key, value. */
#ifndef POLYTRACE_VIEW_H
#define POLYTRACE_VIEW_H

#include "cells.h"

/* Elements compared: this many from the start, and of a longer row the last few, which are also what is shown. */
enum { COMPARED_HEAD = 4096, SHOWN_HEAD = 500, SHOWN_TAIL = 20 };

typedef struct {
    PyObject **items; /* borrowed; valid until the next view */
    int count; /* pointers in items */
    int tail; /* how many of them, at the end, are the tail of a row longer than COMPARED_HEAD */
    uint64_t length; /* full number of pointers of the row */
    int step; /* pointers per element: 1, or 2 for key and value */
} View;

/* Fills `view` for an object of a kind that has elements. */
void view_elements(PyObject *object, enum CellKind kind, View *view);

#endif
