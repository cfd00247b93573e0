/* The trace function: one call per event of the interpreter, one record per event of the program. */
#include "recorder.h"

#include <unistd.h>

Recorder recorder;

static uint64_t activity; /* counts events that may have run other code than the line that a frame last began */
static uint32_t written_thread;

void recorder_reset(void) {
    frames_reset();
    threads_reset();
    cells_reset();
    activity = 1;
    written_thread = 0;
    recorder.steps = 0;
    recorder.stopped = false;
    thread_current();
}

void recorder_trace_this_thread(void) {
    bool trusted = recorder.trusted;
    recorder.trusted = true;
    PyEval_SetTrace(recorder_trace, NULL);
    recorder.trusted = trusted;
}

bool recorder_is_tracing(void) { return PyThreadState_Get()->c_tracefunc == recorder_trace; }

void recorder_stop_at(uint64_t flag) {
    stream_flag(flag);
    recorder.stopped = true;
    if (recorder.stop_on_limit) _exit(LIMIT_EXIT_STATUS);
}

/* --- records --- */

void put_thread(ThreadState *thread) {
    if (thread->index == written_thread || !stream_room(16)) return;
    put_byte(RECORD_THREAD);
    put_unsigned(thread->index);
    written_thread = thread->index;
}

Cell *capture_value(PyObject *value) {
    if (is_atom(value)) return NULL;
    int budget = VALUE_BUDGET;
    Cell *cell = cell_reference(cell_of(value));
    capture(cell, value, VALUE_DEPTH, &budget);
    return cell;
}

void put_value(PyObject *value, Cell *cell) {
    if (!stream_room(64)) return;
    if (!cell) {
        put_atom(value, TEXT_HEAD, TEXT_TAIL);
        return;
    }
    put_byte(VALUE_CELL);
    put_unsigned(cell->number);
}

static void mark_roots(void) {
    frames_mark();
    threads_mark();
}

void recorder_commit(void) {
    if (!stream_commit()) {
        recorder_stop_at(FLAG_SIZE_LIMIT);
        return;
    }
    stream.header->heap = cells_made();
    if (trash_count) trash_drain();
}

/* Makes the event part of the recording, and only then lets go of what it replaced. */
static void commit_event(void) {
    recorder.steps++;
    stream.header->events++;
    recorder_commit();
    event_clock++;
}

/* --- events --- */

static void scan(FrameState *state, InterpreterFrame *frame) {
    bool alone = state->activity == activity && thread_count() == 1;
    frame_scan(state, frame, alone ? line_purity(state->info, state->line) : PURITY_UNKNOWN);
}

static void on_call(ThreadState *thread, InterpreterFrame *frame, CodeInfo *info) {
    FrameState *state = info->suspends ? frame_resume(frame) : NULL;
    if (state && frame_starts(frame, info->instructions)) {
        /* The generator that used this memory died unseen. */
        frame_free(state);
        state = NULL;
    }
    bool resumed = state != NULL;
    if (!state) state = frame_new(frame, info);
    state->raised = false;
    thread_push(thread, state);
    state->activity = ++activity;
    frame_scan(state, frame, PURITY_UNKNOWN);
    if (!stream_room(64)) return;
    put_byte(resumed ? RECORD_RESUME : RECORD_CALL);
    if (resumed) put_unsigned(state->number);
    else put_code(info);
    put_changes(state);
}

static void on_line(FrameState *state, InterpreterFrame *frame, int line) {
    state->raised = false;
    scan(state, frame);
    if (!stream_room(64)) return;
    uint64_t start = stream.position;
    int distance = line - state->line;
    put_byte(0);
    unsigned code = distance >= -31 && distance <= 30 ? (unsigned)(distance + 31) : 63;
    if (code == 63) put_signed(distance);
    uint64_t before = stream.position;
    put_changes(state);
    bool quiet = stream.position == before + 1;
    if (quiet) stream.position = before;
    stream.base[start] = (uint8_t)(RECORD_LINE | (quiet ? 0 : 0x40) | code);
    state->line = line;
    state->activity = activity;
}

static void on_return(ThreadState *thread, FrameState *state, InterpreterFrame *frame, PyObject *value) {
    activity++;
    bool suspends = value && state->info->suspends && frame_yields(frame, state->info->instructions);
    frame_scan(state, frame, PURITY_UNKNOWN);
    /* The changes that frame_scan found must not be lost when the value is captured: it uses other memory. */
    Cell *cell = value ? capture_value(value) : NULL;
    if (stream_room(64)) {
        put_byte(suspends ? RECORD_YIELD : value ? RECORD_RETURN : RECORD_UNWIND);
        put_changes(state);
        if (value) put_value(value, cell);
    }
    thread->depth--;
    if (suspends) frame_suspend(state);
    else frame_free(state);
    thread->pinned = cell;
}

/* How a for loop or "yield from" learns that its iterator has ended; no exception of the program. */
static bool is_end_of_iteration(FrameState *state, InterpreterFrame *frame, PyObject *type) {
    if (type != PyExc_StopIteration) return false;
    int opcode = frame_opcode(frame, state->info->instructions);
    return opcode == FOR_ITER || opcode == SEND;
}

static void on_exception(ThreadState *thread, FrameState *state, InterpreterFrame *frame, PyObject *argument) {
    PyObject *value = PyTuple_GET_ITEM(argument, 1);
    activity++;
    frame_scan(state, frame, PURITY_UNKNOWN);
    Cell *cell = capture_value(value);
    if (stream_room(64)) {
        put_byte(RECORD_EXCEPTION);
        put_changes(state);
        put_type_name(Py_TYPE(value));
        put_exception_message(value);
        put_value(value, cell);
    }
    thread->pinned = cell;
    state->raised = true;
    state->activity = activity;
}

/* The frame of the event on this thread's stack. Frames above it ended without an event of their own. */
static FrameState *find_frame(ThreadState *thread, InterpreterFrame *frame) {
    int depth = thread->depth;
    while (depth && thread->stack[depth - 1]->frame != (void *)frame) depth--;
    if (!depth) return NULL;
    while (thread->depth > depth) {
        if (stream_room(16)) put_byte(RECORD_LOST);
        frame_free(thread->stack[--thread->depth]);
    }
    return thread->stack[depth - 1];
}

static int line_of_event(PyFrameObject *object) {
    int line = object->f_lineno;
    return line ? line : PyFrame_GetLineNumber(object);
}

static bool is_limited(void) {
    if (recorder.stopped) {
        stream.header->dropped++;
        return true;
    }
    if (recorder.steps < recorder.max_steps) return false;
    stream.header->dropped++;
    recorder_stop_at(FLAG_STEP_LIMIT);
    return true;
}

static void on_event(InterpreterFrame *frame, PyFrameObject *object, int what, PyObject *argument) {
    ThreadState *thread = thread_current();
    FrameState *state = NULL;
    CodeInfo *info = NULL;
    if (what == PyTrace_CALL) info = code_info(frame_code(frame));
    else state = find_frame(thread, frame);
    if (!info && !state) return;
    if (what == PyTrace_EXCEPTION && is_end_of_iteration(state, frame, PyTuple_GET_ITEM(argument, 0))) return;
    if (is_limited()) return;
    Cell *pinned = thread->pinned;
    thread->pinned = NULL;
    put_thread(thread);
    if (what == PyTrace_CALL) on_call(thread, frame, info);
    else if (what == PyTrace_LINE) on_line(state, frame, line_of_event(object));
    else if (what == PyTrace_RETURN) on_return(thread, state, frame, returned_value(frame, state->info->instructions, argument, state->raised));
    else on_exception(thread, state, frame, argument);
    commit_event();
    /* Before the sweep, which would free a cell that nothing but this pin holds. */
    if (pinned) cell_release(pinned);
    if (cells_want_sweep()) cells_sweep(mark_roots);
}

int recorder_trace(PyObject *self, PyFrameObject *object, int what, PyObject *argument) {
    (void)self;
    if (what > PyTrace_RETURN || !stream.header) return 0;
    InterpreterFrame *frame = object->f_frame;
    if (!is_program_code(frame_code(frame))) {
        object->f_trace_lines = 0; /* library code: its lines are not asked for again */
        return 0;
    }
    if (!object->f_trace_lines) {
        object->f_trace_lines = 1;
        stream_flag(FLAG_TAMPER_TRIED);
    }
    on_event(frame, object, what, argument);
    return 0;
}
