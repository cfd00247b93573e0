/* Code that no compiler made can read and write all memory of its process, the recording included. Whoever makes some is noticed before it
 * can run, and in a page that is then unmapped: no instruction of this process can take the mark back. */
#include "jail.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PYC_HEADER_BYTES = 16, LONGEST_PATH = 4096 };

static uint8_t *mark_page;
static PyObject *libraries; /* tuple of str: folders that the program cannot write */
static char last_opened[LONGEST_PATH];

static void note_made_code(void) {
    if (mark_page == NULL) {
        return;
    }
    *mark_page = 1;
    munmap(mark_page, (size_t)sysconf(_SC_PAGESIZE));
    mark_page = NULL;
}

static int is_in_library(const char *path) {
    if (strstr(path, "/../") != NULL) {
        return 0;
    }
    for (Py_ssize_t index = 0; index < PyTuple_GET_SIZE(libraries); index++) {
        const char *folder = PyUnicode_AsUTF8(PyTuple_GET_ITEM(libraries, index));
        size_t length = folder == NULL ? 0 : strlen(folder);
        if (length > 0 && strncmp(path, folder, length) == 0 && path[length] == '/') {
            return 1;
        }
    }
    PyErr_Clear();
    return 0;
}

static void remember_opened(PyObject *arguments) {
    PyObject *path = PyTuple_GET_SIZE(arguments) > 0 ? PyTuple_GET_ITEM(arguments, 0) : NULL;
    const char *text = path != NULL && PyUnicode_CheckExact(path) ? PyUnicode_AsUTF8(path) : NULL;
    PyErr_Clear();
    size_t length = text == NULL ? 0 : strlen(text);
    if (length > 4 && length < LONGEST_PATH && strcmp(text + length - 4, ".pyc") == 0) {
        memcpy(last_opened, text, length + 1);
    }
}

static int holds(const char *path, const char *code, Py_ssize_t length) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    int same = file >= 0 && fstat(file, &status) == 0 && status.st_size == length + PYC_HEADER_BYTES;
    char part[16384];
    for (Py_ssize_t at = 0; same && at < length;) {
        ssize_t count = pread(file, part, sizeof part, at + PYC_HEADER_BYTES);
        same = count > 0 && count <= length - at && memcmp(part, code + at, (size_t)count) == 0;
        at += count;
    }
    if (file >= 0) {
        close(file);
    }
    return same;
}

/* Code that is read from bytes is the library's own when a file of the library holds the same. */
static int is_library_code(PyObject *arguments) {
    PyObject *code = PyTuple_GET_SIZE(arguments) > 0 ? PyTuple_GET_ITEM(arguments, 0) : NULL;
    return code != NULL && PyBytes_CheckExact(code) && is_in_library(last_opened) &&
           holds(last_opened, PyBytes_AS_STRING(code), PyBytes_GET_SIZE(code));
}

static int audit(const char *event, PyObject *arguments, void *data) {
    (void)data;
    if (!jail_program_runs || mark_page == NULL) {
        return 0;
    }
    if (strcmp(event, "open") == 0) {
        remember_opened(arguments);
    } else if (strcmp(event, "code.__new__") == 0 || strcmp(event, "marshal.load") == 0 ||
               (strcmp(event, "marshal.loads") == 0 && !is_library_code(arguments))) {
        note_made_code();
    }
    return 0;
}

PyObject *jail_watch_code(PyObject *module, PyObject *arguments) {
    (void)module;
    Region *control;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    if (!PyArg_ParseTuple(arguments, "O!O!", &RegionType, &control, &PyTuple_Type, &libraries)) {
        return NULL;
    }
    if (jail_program_runs || mark_page != NULL || control->mapped < 2 * page) {
        PyErr_SetString(PyExc_RuntimeError, "code is watched once, before the program runs, in a region of two pages");
        return NULL;
    }
    Py_INCREF(libraries);
    mark_page = control->bytes + page;
    if (PySys_AddAuditHook(audit, NULL) < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}
