/* The recorder as a whole: its settings, and the functions its parts call on each other. */
#ifndef POLYTRACE_RECORDER_H
#define POLYTRACE_RECORDER_H

#include "frames.h"

/* Exit status of a process that the recorder itself ended at a limit. */
enum { LIMIT_EXIT_STATUS = 75 };

typedef struct {
    uint64_t max_steps;
    uint64_t steps; /* since loading began, then since the entry began */
    uint32_t max_threads;
    bool stop_on_limit;
    bool trusted; /* the recorder itself acts; the audit hook looks away */
    bool guarded;
    bool stopped;
} Recorder;

extern Recorder recorder;

/* events.c */
int recorder_trace(PyObject *self, PyFrameObject *frame, int what, PyObject *argument);
void recorder_trace_this_thread(void);
bool recorder_is_tracing(void);
/* Sets the flag; ends the process when the harness wants that, else ends recording. */
void recorder_stop_at(uint64_t flag);
void recorder_reset(void);
/* Writes which thread the next record belongs to, if it is another one than before. */
void put_thread(ThreadState *thread);
/* Ends a record that is no event. */
void recorder_commit(void);
/* Captures a value that is handed out (returned, raised, a result) and writes it; the cell, or NULL for an atom. */
Cell *capture_value(PyObject *value);
void put_value(PyObject *value, Cell *cell);

/* messages.c */
void put_exception_message(PyObject *exception);

/* guard.c */
bool guard_install(void);

/* threads.c */
bool threads_install(void);

#endif
