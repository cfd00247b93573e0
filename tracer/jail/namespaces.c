/* Namespaces, mounts and the life line to the parent: what the warm interpreter does once, and private_tmp per job. */
#include "jail.h"
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

PyObject *jail_unshare(PyObject *module, PyObject *arguments) {
    (void)module;
    int flags;
    if (!PyArg_ParseTuple(arguments, "i", &flags)) {
        return NULL;
    }
    if (unshare(flags) < 0) {
        return jail_os_error("unshare");
    }
    Py_RETURN_NONE;
}

PyObject *jail_mount(PyObject *module, PyObject *arguments) {
    (void)module;
    const char *source, *target, *kind, *options;
    unsigned long flags;
    if (!PyArg_ParseTuple(arguments, "zszkz", &source, &target, &kind, &flags, &options)) {
        return NULL;
    }
    if (mount(source, target, kind, flags, options) < 0) {
        int code = errno;
        char what[256];
        snprintf(what, sizeof what, "mount %s", target);
        errno = code;
        return jail_os_error(what);
    }
    Py_RETURN_NONE;
}

PyObject *jail_enter_root(PyObject *module, PyObject *arguments) {
    (void)module;
    const char *directory;
    if (!PyArg_ParseTuple(arguments, "s", &directory)) {
        return NULL;
    }
    if (chdir(directory) < 0) {
        return jail_os_error("chdir to the new root");
    }
    /* pivot_root(".", "."): the old root is stacked under the new one and detached; no directory is needed to hold it. */
    if (syscall(SYS_pivot_root, ".", ".") < 0) {
        return jail_os_error("pivot_root");
    }
    if (umount2(".", MNT_DETACH) < 0) {
        return jail_os_error("the old root could not be detached");
    }
    if (chdir("/") < 0) {
        return jail_os_error("chdir to /");
    }
    Py_RETURN_NONE;
}

PyObject *jail_set_host_name(PyObject *module, PyObject *arguments) {
    (void)module;
    const char *name;
    Py_ssize_t length;
    if (!PyArg_ParseTuple(arguments, "s#", &name, &length)) {
        return NULL;
    }
    if (sethostname(name, (size_t)length) < 0 || setdomainname("", 0) < 0) {
        return jail_os_error("sethostname");
    }
    Py_RETURN_NONE;
}

PyObject *jail_arm_parent_death(PyObject *module, PyObject *none) {
    (void)module, (void)none;
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0) {
        return jail_os_error("prctl(PR_SET_PDEATHSIG)");
    }
    Py_RETURN_NONE;
}

PyObject *jail_set_dumpable(PyObject *module, PyObject *arguments) {
    (void)module;
    int dumpable;
    if (!PyArg_ParseTuple(arguments, "i", &dumpable)) {
        return NULL;
    }
    if (prctl(PR_SET_DUMPABLE, dumpable, 0, 0, 0) < 0) {
        return jail_os_error("prctl(PR_SET_DUMPABLE)");
    }
    Py_RETURN_NONE;
}

PyObject *jail_private_tmp(PyObject *module, PyObject *arguments) {
    (void)module;
    unsigned long long bytes;
    unsigned int inodes;
    char options[96];
    if (!PyArg_ParseTuple(arguments, "KI", &bytes, &inodes)) {
        return NULL;
    }
    if (unshare(CLONE_NEWNS | CLONE_NEWIPC) < 0) {
        return jail_os_error("unshare for one job");
    }
    snprintf(options, sizeof options, "size=%llu,nr_inodes=%u,mode=1777", bytes, inodes);
    if (mount("tmpfs", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, options) < 0) {
        return jail_os_error("mount /tmp for one job");
    }
    if (chdir("/tmp") < 0) {
        return jail_os_error("chdir to /tmp");
    }
    Py_RETURN_NONE;
}
