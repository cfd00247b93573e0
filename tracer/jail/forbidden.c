/* The self-test's system calls: Python has no functions for most of them. All must fail inside a sealed process. */
#include "jail.h"
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef struct {
    const char *name;
    long number;
    long arguments[3];
} Attempt;

static const char slash[] = "/";

/* Arguments are such that a call that gets through does no harm and still succeeds. */
static const Attempt attempts[] = {
    {"unshare", SYS_unshare, {CLONE_NEWUSER, 0, 0}},
    {"ptrace", SYS_ptrace, {0, 0, 0}},
    {"memfd_create", SYS_memfd_create, {(long)slash, 0, 0}},
    {"keyctl", SYS_keyctl, {0, -3, 0}},
    {"setsid", SYS_setsid, {0, 0, 0}},
    {"chroot", SYS_chroot, {(long)slash, 0, 0}},
    {"inotify_init1", SYS_inotify_init1, {0, 0, 0}},
    {"personality", SYS_personality, {0xffffffff, 0, 0}},
    {"msgget", SYS_msgget, {0, 01600, 0}},
    {"pidfd_open", 434, {1, 0, 0}},
    {"tgkill of process 1", SYS_tgkill, {1, 1, 0}},
};

PyObject *jail_try_forbidden(PyObject *module, PyObject *none) {
    (void)module, (void)none;
    PyObject *seen = PyDict_New();
    for (size_t index = 0; seen != NULL && index < sizeof attempts / sizeof attempts[0]; index++) {
        const Attempt *attempt = &attempts[index];
        long done = syscall(attempt->number, attempt->arguments[0], attempt->arguments[1], attempt->arguments[2]);
        PyObject *code = PyLong_FromLong(done < 0 ? errno : 0);
        if (code == NULL || PyDict_SetItemString(seen, attempt->name, code) < 0) {
            Py_CLEAR(seen);
        }
        Py_XDECREF(code);
    }
    return seen;
}
