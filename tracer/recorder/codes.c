/* Code objects of the program: which they are, what the stream says of them, and which of their lines cannot change a
 * container (those lines skip the comparison of contents). */
#include <stdlib.h>

#include "frames.h"

enum { MOST_CODES = 65536, LONGEST_CODE = 200000 };

static CodeInfo **table;
static uint32_t table_capacity;
static uint32_t code_count;
static int32_t next_number;
static PyObject *program_name;

/* --- where the instructions come from: the location table of PEP 657 (Objects/locations.md in CPython) --- */

typedef struct {
    const uint8_t *at, *end;
    int line; /* running line */
    int instructions; /* of the present entry */
    int first, last; /* its lines; 0 where it has none */
} Locations;

static unsigned read_varint(Locations *table_reader) {
    unsigned value = 0, shift = 0;
    while (table_reader->at < table_reader->end) {
        unsigned byte = *table_reader->at++;
        value |= (byte & 63) << shift;
        if (!(byte & 64)) break;
        shift += 6;
    }
    return value;
}

static int read_signed(Locations *reader) {
    unsigned value = read_varint(reader);
    return value & 1 ? -(int)(value >> 1) : (int)(value >> 1);
}

static bool next_location(Locations *reader) {
    if (reader->at >= reader->end) return false;
    unsigned first = *reader->at++;
    unsigned form = first >> 3 & 15;
    reader->instructions = (int)(first & 7) + 1;
    reader->first = reader->last = 0;
    if (form == 15) return true;
    int span = 0;
    if (form == 14) {
        reader->line += read_signed(reader);
        span = (int)read_varint(reader);
        read_varint(reader);
        read_varint(reader);
    } else if (form == 13) {
        reader->line += read_signed(reader);
    } else if (form >= 10) {
        reader->line += (int)form - 10;
        reader->at += 2;
    } else {
        reader->at += 1;
    }
    reader->first = reader->line;
    reader->last = reader->line + span;
    return true;
}

static Locations locations_of(PyCodeObject *code) {
    const uint8_t *start = (const uint8_t *)PyBytes_AS_STRING(code->co_linetable);
    return (Locations){start, start + PyBytes_GET_SIZE(code->co_linetable), code->co_firstlineno, 0, 0, 0};
}

static void find_line_range(CodeInfo *info) {
    Locations reader = locations_of(info->code);
    info->first_line = info->last_line = info->code->co_firstlineno;
    while (next_location(&reader)) {
        if (!reader.first) continue;
        if (reader.first < info->first_line) info->first_line = reader.first;
        if (reader.last > info->last_line) info->last_line = reader.last;
    }
}

/* --- purity --- */

static enum LinePurity purity_of(int opcode, int argument) {
    switch (opcode) {
        case CACHE:
        case NOP:
        case RESUME:
        case EXTENDED_ARG:
        case LOAD_CONST:
        case LOAD_FAST:
        case STORE_FAST:
        case LOAD_DEREF:
        case POP_TOP:
        case COPY:
        case SWAP:
        case PUSH_NULL:
        case IS_OP:
        case RETURN_VALUE:
        case JUMP_FORWARD:
        case JUMP_BACKWARD:
        case BUILD_TUPLE:
        case BUILD_LIST:
#ifdef RETURN_CONST
        case RETURN_CONST:
#endif
#ifdef LOAD_FAST_CHECK
        case LOAD_FAST_CHECK:
#endif
#ifdef LOAD_FAST_AND_CLEAR
        case LOAD_FAST_AND_CLEAR:
#endif
#ifdef LOAD_FAST_LOAD_FAST
        case LOAD_FAST_LOAD_FAST:
        case STORE_FAST_LOAD_FAST:
        case STORE_FAST_STORE_FAST:
#endif
#ifdef LOAD_SMALL_INT
        case LOAD_SMALL_INT:
#endif
#ifdef LOAD_FAST_BORROW
        case LOAD_FAST_BORROW:
        case LOAD_FAST_BORROW_LOAD_FAST_BORROW:
#endif
            return PURITY_FULL;
        case COMPARE_OP:
        case CONTAINS_OP:
        case UNARY_NEGATIVE:
        case UNARY_NOT:
        case UNARY_INVERT:
        case UNPACK_SEQUENCE:
#ifdef BINARY_SUBSCR
        case BINARY_SUBSCR:
#endif
#ifdef BINARY_SLICE
        case BINARY_SLICE:
#endif
#ifdef TO_BOOL
        case TO_BOOL:
#endif
#ifdef POP_JUMP_FORWARD_IF_FALSE
        case POP_JUMP_FORWARD_IF_FALSE:
        case POP_JUMP_FORWARD_IF_TRUE:
        case POP_JUMP_BACKWARD_IF_FALSE:
        case POP_JUMP_BACKWARD_IF_TRUE:
        case POP_JUMP_FORWARD_IF_NONE:
        case POP_JUMP_FORWARD_IF_NOT_NONE:
        case JUMP_IF_FALSE_OR_POP:
        case JUMP_IF_TRUE_OR_POP:
#endif
#ifdef POP_JUMP_IF_FALSE
        case POP_JUMP_IF_FALSE:
        case POP_JUMP_IF_TRUE:
#endif
            return PURITY_PLAIN;
        case BINARY_OP:
            return argument < NB_INPLACE_ADD ? PURITY_PLAIN : PURITY_UNKNOWN;
        default:
            return PURITY_UNKNOWN;
    }
}

static void mark_purity(CodeInfo *info, const uint8_t *instructions, Py_ssize_t count) {
    Locations reader = locations_of(info->code);
    Py_ssize_t position = 0;
    while (next_location(&reader)) {
        for (int i = 0; i < reader.instructions && position < count; i++, position++) {
            if (!reader.first) continue;
            enum LinePurity purity = purity_of(instructions[2 * position], instructions[2 * position + 1]);
            uint8_t *line = &info->purity[reader.first - info->first_line];
            if (purity < *line) *line = (uint8_t)purity;
        }
    }
}

static void find_purity(CodeInfo *info) {
    size_t lines = (size_t)(info->last_line - info->first_line) + 1;
    info->purity = malloc(lines);
    if (!info->purity) Py_FatalError("the recorder is out of memory (code)");
    memset(info->purity, PURITY_FULL, lines);
    mark_purity(info, (const uint8_t *)PyBytes_AS_STRING(info->instructions), PyBytes_GET_SIZE(info->instructions) / 2);
}

/* --- table --- */

bool is_program_code(PyCodeObject *code) {
    PyObject *name = code->co_filename;
    if (name == program_name) return true;
    return PyUnicode_GET_LENGTH(name) == PyUnicode_GET_LENGTH(program_name) && PyUnicode_Compare(name, program_name) == 0;
}

static uint32_t place_of(PyCodeObject *code) {
    uint32_t place = (uint32_t)((uintptr_t)code >> 4) * 0x9E3779B1u & (table_capacity - 1);
    while (table[place] && table[place]->code != code) place = (place + 1) & (table_capacity - 1);
    return place;
}

static void grow(void) {
    CodeInfo **old = table;
    uint32_t old_capacity = table_capacity;
    table_capacity = old_capacity ? old_capacity * 2 : 256;
    table = calloc(table_capacity, sizeof *table);
    if (!table) Py_FatalError("the recorder is out of memory (code)");
    for (uint32_t i = 0; i < old_capacity; i++)
        if (old[i]) table[place_of(old[i]->code)] = old[i];
    free(old);
}

static CodeInfo *make_info(PyCodeObject *code) {
    CodeInfo *info = calloc(1, sizeof *info);
    if (!info) Py_FatalError("the recorder is out of memory (code)");
    info->code = (PyCodeObject *)Py_NewRef((PyObject *)code);
    info->instructions = PyCode_GetCode(code);
    if (!info->instructions) Py_FatalError("the recorder is out of memory (code)");
    info->number = -1;
    info->variable_count = code->co_nlocalsplus;
    info->variable_kinds = PyBytes_AS_STRING(code->co_localspluskinds);
    info->fast_variables = code->co_flags & CO_OPTIMIZED;
    info->suspends = code->co_flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR);
    find_line_range(info);
    if (info->last_line - info->first_line < LONGEST_CODE) {
        find_purity(info);
    } else {
        /* A line table made by hand: nothing is assumed about its lines. */
        info->last_line = info->first_line;
        info->purity = calloc(1, 1);
    }
    return info;
}

CodeInfo *code_info(PyCodeObject *code) {
    if ((code_count + 1) * 2 > table_capacity) grow();
    uint32_t place = place_of(code);
    if (table[place]) return table[place];
    if (code_count >= MOST_CODES) {
        stream_note(NOTE_MANY_CODES);
        return NULL;
    }
    code_count++;
    return table[place] = make_info(code);
}

static unsigned code_flags(PyCodeObject *code) {
    unsigned flags = 0;
    if (code->co_flags & CO_OPTIMIZED) flags |= 1;
    if (code->co_flags & CO_GENERATOR) flags |= 2;
    if (code->co_flags & CO_COROUTINE) flags |= 4;
    if (code->co_flags & CO_ASYNC_GENERATOR) flags |= 8;
    return flags;
}

void put_code(CodeInfo *info) {
    if (info->number >= 0) {
        put_unsigned((uint64_t)info->number);
        return;
    }
    PyCodeObject *code = info->code;
    info->number = next_number++;
    put_unsigned((uint64_t)info->number);
    put_name(code->co_qualname);
    put_name(code->co_name);
    put_byte(code_flags(code));
    put_unsigned((uint64_t)(code->co_firstlineno < 0 ? 0 : code->co_firstlineno));
    put_unsigned((uint64_t)(info->last_line < 0 ? 0 : info->last_line));
    int arguments = code->co_argcount + code->co_kwonlyargcount;
    arguments += (code->co_flags & CO_VARARGS ? 1 : 0) + (code->co_flags & CO_VARKEYWORDS ? 1 : 0);
    put_unsigned((uint64_t)arguments);
    int count = info->fast_variables ? info->variable_count : 0;
    put_unsigned((uint64_t)count);
    for (int i = 0; i < count; i++) {
        if (!stream_room(16)) return;
        put_name(PyTuple_GET_ITEM(code->co_localsplusnames, i));
    }
}

void codes_reset(PyObject *filename) {
    for (uint32_t i = 0; i < table_capacity; i++) {
        if (!table[i]) continue;
        Py_DECREF(table[i]->instructions);
        Py_DECREF(table[i]->code);
        free(table[i]->purity);
        free(table[i]);
        table[i] = NULL;
    }
    code_count = 0;
    next_number = 0;
    Py_XSETREF(program_name, Py_XNewRef(filename));
}
