/* The recording as it is written: a shared mapping with a header and a stream of records, committed event by event, so that
 * what was committed survives any death of the process. The format is described in docs/trace-format.md. */
#ifndef POLYTRACE_STREAM_H
#define POLYTRACE_STREAM_H

#include "cpython.h"

#define FORMAT_VERSION 1
#define RECORDER_VERSION "1.0.0"
#define STREAM_MAGIC 0x3145434152545950ull /* "PYTRACE1", little-endian */
#define HEADER_BYTES 128
/* Kept free at the end of the mapping for the tail record. */
#define TAIL_BYTES 16384
/* A writer may put this much between two calls of stream_room. */
#define SLACK_BYTES 512

enum HeaderFlag {
    FLAG_STEP_LIMIT = 1,
    FLAG_SIZE_LIMIT = 2,
    FLAG_THREAD_LIMIT = 4,
    FLAG_TAMPER_TRIED = 8,
    FLAG_TRACE_LOST = 16,
    FLAG_FINISHED = 32,
    FLAG_RESULT_INEXACT = 64,
};

typedef struct {
    uint64_t length; /* end of the committed stream, counted from the start of the mapping */
    uint64_t events;
    uint64_t flags;
    uint64_t dropped;
    uint64_t tail_offset;
    uint64_t tail_length;
    uint64_t threads;
    uint64_t heap; /* identity numbers given */
    uint64_t magic;
    uint64_t version;
    uint64_t held_bytes; /* most memory that the recorder itself held */
    uint64_t unused[5];
} StreamHeader;

typedef struct {
    StreamHeader *header; /* NULL while nothing is attached */
    uint8_t *base;
    uint64_t position;
    uint64_t committed;
    uint64_t limit;
    bool overflow;
} Stream;

extern Stream stream;

enum Record {
    RECORD_CALL = 1,
    RECORD_RETURN = 2,
    RECORD_YIELD = 3,
    RECORD_RESUME = 4,
    RECORD_EXCEPTION = 5,
    RECORD_UNWIND = 6,
    RECORD_THREAD = 7,
    RECORD_OUTPUT = 8,
    RECORD_AUDIT = 9,
    RECORD_ENTRY = 10,
    RECORD_RESULT = 11,
    RECORD_NOTE = 12,
    RECORD_CELL = 13,
    RECORD_CONTENT = 14,
    RECORD_PATCH = 15,
    RECORD_SPLICE = 16,
    RECORD_SCALAR = 17,
    RECORD_LOST = 18,
    RECORD_LINE = 0x80,
};

enum NoteKind {
    NOTE_LONG_CONTAINER = 1,
    NOTE_DEPTH = 2,
    NOTE_BUDGET = 3,
    NOTE_MANY_VARIABLES = 4,
    NOTE_UNSTABLE_SET = 5,
    NOTE_MANY_CODES = 6,
    NOTE_AUDIT_CAPPED = 7,
    NOTE_MEMORY = 8,
    NOTE_AUDIT_HOOK = 9,
    NOTE_KINDS,
};

void stream_attach(uint8_t *base, uint64_t size);
/* Makes what was put since the last commit part of the recording. False when it did not fit: the event is taken back. */
bool stream_commit(void);
void stream_flag(uint64_t flag);
/* Writes a note about the limits of the capture, once per kind. */
void stream_note(enum NoteKind kind);
void stream_tail(const char *payload, size_t length, const char *nonce, size_t nonce_length);

/* True when `bytes` fit. Where they do not the event is lost as a whole, so the caller just stops writing. */
static inline bool stream_room(uint64_t bytes) {
    if (stream.position + bytes + SLACK_BYTES <= stream.limit) return true;
    stream.overflow = true;
    return false;
}

/* The put functions rely on a stream_room at most SLACK_BYTES earlier. */
static inline void put_byte(unsigned value) { stream.base[stream.position++] = (uint8_t)value; }

static inline void put_unsigned(uint64_t value) {
    while (value >= 0x80) {
        put_byte((unsigned)(value | 0x80) & 0xff);
        value >>= 7;
    }
    put_byte((unsigned)value);
}

static inline void put_signed(int64_t value) { put_unsigned(((uint64_t)value << 1) ^ (uint64_t)(value >> 63)); }

static inline void put_bytes(const void *bytes, size_t count) {
    if (!stream_room(count)) return;
    memcpy(stream.base + stream.position, bytes, count);
    stream.position += count;
}

/* --- names: written at first use, referred to by number afterwards --- */

void names_reset(void);
/* `name` must be an exact str; at most 200 characters of it are kept. */
void put_name(PyObject *name);

/* --- text --- */

/* Characters [start, end) of `text` as their number, their bytes and WTF-8 (lone surrogates keep their own encoding). */
void put_text(PyObject *text, Py_ssize_t start, Py_ssize_t end);

#endif
