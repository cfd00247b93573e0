#include "stream.h"

#include <stdlib.h>

Stream stream;

static bool noted[NOTE_KINDS];

void stream_attach(uint8_t *base, uint64_t size) {
    stream.header = (StreamHeader *)base;
    stream.base = base;
    memset(stream.header, 0, sizeof *stream.header);
    stream.header->magic = STREAM_MAGIC;
    stream.header->version = FORMAT_VERSION;
    stream.header->length = HEADER_BYTES;
    stream.position = stream.committed = HEADER_BYTES;
    stream.limit = size - TAIL_BYTES;
    stream.overflow = false;
    memset(noted, 0, sizeof noted);
    names_reset();
}

void stream_flag(uint64_t flag) {
    if (stream.header) stream.header->flags |= flag;
}

bool stream_commit(void) {
    if (stream.overflow) {
        stream.position = stream.committed;
        stream_flag(FLAG_SIZE_LIMIT);
        return false;
    }
    stream.committed = stream.position;
    /* A reader in another process takes everything below this length; the records must be there before it. */
    __atomic_store_n(&stream.header->length, stream.position, __ATOMIC_RELEASE);
    return true;
}

void stream_note(enum NoteKind kind) {
    if (noted[kind] || !stream_room(2)) return;
    noted[kind] = true;
    put_byte(RECORD_NOTE);
    put_byte(kind);
}

void stream_tail(const char *payload, size_t length, const char *nonce, size_t nonce_length) {
    if (!stream.header) return;
    size_t room = TAIL_BYTES - nonce_length;
    if (length > room) length = room;
    uint8_t *at = stream.base + stream.committed;
    memcpy(at, payload, length);
    memcpy(at + length, nonce, nonce_length);
    stream.header->tail_offset = stream.committed;
    stream.header->tail_length = length + nonce_length;
    __atomic_or_fetch(&stream.header->flags, FLAG_FINISHED, __ATOMIC_RELEASE);
}

/* --- names --- */

typedef struct {
    PyObject *name;
    uint32_t number;
} NameEntry;

static NameEntry *names;
static uint32_t name_capacity;
static uint32_t name_count;

enum { LONGEST_NAME = 200 };

static uint32_t name_place(PyObject *name) {
    uint32_t place = (uint32_t)((uintptr_t)name >> 4) * 0x9E3779B1u & (name_capacity - 1);
    while (names[place].name && names[place].name != name) place = (place + 1) & (name_capacity - 1);
    return place;
}

void names_reset(void) {
    for (uint32_t i = 0; i < name_capacity; i++) Py_CLEAR(names[i].name);
    name_count = 0;
}

static void names_grow(void) {
    NameEntry *old = names;
    uint32_t old_capacity = name_capacity;
    name_capacity = old_capacity ? old_capacity * 2 : 1024;
    names = calloc(name_capacity, sizeof *names);
    if (!names) Py_FatalError("the recorder is out of memory (names)");
    for (uint32_t i = 0; i < old_capacity; i++)
        if (old[i].name) names[name_place(old[i].name)] = old[i];
    free(old);
}

void put_name(PyObject *name) {
    if (name_count * 2 >= name_capacity) names_grow();
    uint32_t place = name_place(name);
    if (names[place].name) {
        put_unsigned(names[place].number);
        return;
    }
    names[place].name = Py_NewRef(name);
    names[place].number = name_count;
    put_unsigned(name_count++);
    Py_ssize_t length = PyUnicode_GET_LENGTH(name);
    put_text(name, 0, length > LONGEST_NAME ? LONGEST_NAME : length);
}

/* --- text --- */

static size_t encoded_size(Py_UCS4 character) {
    return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
}

static uint8_t *encode(uint8_t *at, Py_UCS4 character) {
    if (character < 0x80) {
        *at++ = (uint8_t)character;
    } else if (character < 0x800) {
        *at++ = (uint8_t)(0xC0 | character >> 6);
        *at++ = (uint8_t)(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        *at++ = (uint8_t)(0xE0 | character >> 12);
        *at++ = (uint8_t)(0x80 | (character >> 6 & 0x3F));
        *at++ = (uint8_t)(0x80 | (character & 0x3F));
    } else {
        *at++ = (uint8_t)(0xF0 | character >> 18);
        *at++ = (uint8_t)(0x80 | (character >> 12 & 0x3F));
        *at++ = (uint8_t)(0x80 | (character >> 6 & 0x3F));
        *at++ = (uint8_t)(0x80 | (character & 0x3F));
    }
    return at;
}

void put_text(PyObject *text, Py_ssize_t start, Py_ssize_t end) {
    put_unsigned((uint64_t)(end - start));
    if (PyUnicode_IS_ASCII(text)) {
        put_unsigned((uint64_t)(end - start));
        put_bytes(PyUnicode_1BYTE_DATA(text) + start, (size_t)(end - start));
        return;
    }
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    size_t bytes = 0;
    for (Py_ssize_t i = start; i < end; i++) bytes += encoded_size(PyUnicode_READ(kind, data, i));
    put_unsigned(bytes);
    if (!stream_room(bytes)) return;
    uint8_t *at = stream.base + stream.position;
    for (Py_ssize_t i = start; i < end; i++) at = encode(at, PyUnicode_READ(kind, data, i));
    stream.position = (uint64_t)(at - stream.base);
}
