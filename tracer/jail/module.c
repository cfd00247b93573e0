/* The module `_jail`: its table of methods and its constants. */
#include "jail.h"
#include <sched.h>
#include <sys/mount.h>

PyObject *jail_os_error(const char *what) {
    int code = errno;
    PyObject *arguments = Py_BuildValue("(iN)", code, PyUnicode_FromFormat("%s: %s", what, strerror(code)));
    if (arguments != NULL) {
        PyErr_SetObject(PyExc_OSError, arguments);
        Py_DECREF(arguments);
    }
    return NULL;
}

static PyMethodDef methods[] = {
    {"unshare", jail_unshare, METH_VARARGS, "unshare(flags): leave the namespaces named by the CLONE_NEW… flags."},
    {"fork", jail_fork, METH_NOARGS, "fork() -> int: a new process of an interpreter with one thread, without Python's hooks."},
    {"fill_pools", jail_fill_pools, METH_NOARGS, "fill_pools() -> int: leave no room between small objects; returns how many blocks that took."},
    {"mount", jail_mount, METH_VARARGS, "mount(source, target, kind, flags, options): mount(2)."},
    {"enter_root", jail_enter_root, METH_VARARGS, "enter_root(directory): make a mount point the root and detach the old one."},
    {"set_host_name", jail_set_host_name, METH_VARARGS, "set_host_name(name): so that the host's name is not seen."},
    {"arm_parent_death", jail_arm_parent_death, METH_NOARGS, "Die at once when the parent does."},
    {"set_dumpable", jail_set_dumpable, METH_VARARGS, "set_dumpable(0 | 1): core dumps and ownership of /proc files."},
    {"private_tmp", jail_private_tmp, METH_VARARGS, "private_tmp(bytes, inodes): own mount and ipc namespace with a fresh /tmp."},
    {"limit", jail_limit, METH_VARARGS, "limit(address_space, cpu_seconds, file_bytes, processes): resource limits."},
    {"drop_privileges", jail_drop_privileges, METH_NOARGS, "No capabilities, no new privileges, no core dumps."},
    {"install_filter", jail_install_filter, METH_VARARGS, "install_filter(program): seccomp filter, as bytes of sock_filter."},
    {"landlock_abi", jail_landlock_abi, METH_NOARGS, "The kernel's Landlock ABI; 0 where it has none."},
    {"restrict", jail_restrict, METH_VARARGS, "restrict(abi, rules): Landlock; rules are (path, access mask) pairs."},
    {"try_forbidden", jail_try_forbidden, METH_NOARGS, "Tries system calls that the jail must refuse: {name: errno, 0 when it worked}."},
    {"conceal", jail_conceal, METH_VARARGS, "conceal(objects): take objects out of the garbage collector's lists."},
    {"watch_code", jail_watch_code, METH_VARARGS, "watch_code(region, libraries): mark the second page when the program makes code by hand."},
    {"conduct", (PyCFunction)(void (*)(void))jail_conduct, METH_FASTCALL, "Runs a program to the end of its process; see conduct.c."},
    {"set_output_limit", jail_set_output_limit, METH_O, "set_output_limit(bytes): of both streams together; counts only once."},
    {"preload", jail_preload, METH_VARARGS, "preload(path) -> bool: load a shared library for good."},
    {NULL, NULL, 0, NULL},
};

static int add_constants(PyObject *module) {
    return PyModule_AddIntMacro(module, CLONE_NEWNS) || PyModule_AddIntMacro(module, CLONE_NEWUTS) ||
           PyModule_AddIntMacro(module, CLONE_NEWIPC) || PyModule_AddIntMacro(module, CLONE_NEWUSER) ||
           PyModule_AddIntMacro(module, CLONE_NEWPID) || PyModule_AddIntMacro(module, CLONE_NEWNET) ||
           PyModule_AddIntMacro(module, CLONE_NEWCGROUP) || PyModule_AddIntMacro(module, MS_RDONLY) ||
           PyModule_AddIntMacro(module, MS_NOSUID) || PyModule_AddIntMacro(module, MS_NODEV) ||
           PyModule_AddIntMacro(module, MS_NOEXEC) || PyModule_AddIntMacro(module, MS_REMOUNT) ||
           PyModule_AddIntMacro(module, MS_BIND) || PyModule_AddIntMacro(module, MS_REC) ||
           PyModule_AddIntMacro(module, MS_PRIVATE) || PyModule_AddIntMacro(module, EXIT_LIMIT);
}

static int fill(PyObject *module) {
    PyObject *calls = jail_system_calls();
    if (calls == NULL || PyModule_AddObject(module, "SYSTEM_CALLS", calls) < 0 || add_constants(module) != 0 ||
        PyModule_AddObjectRef(module, "Region", (PyObject *)&RegionType) < 0) {
        return -1;
    }
    return PyModule_AddObjectRef(module, "Output", (PyObject *)&OutputType);
}

/* In two phases, because the interpreter keeps a copy of other modules and gives it to whoever knows their path. */
static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)fill}, {0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_jail", "Seals the process of one job.", 0, methods, slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__jail(void) {
    /* The library stays loaded: who knows its path could have it make the module once more. */
    if (jail_program_runs) {
        PyErr_SetString(PyExc_RuntimeError, "not while a program runs");
        return NULL;
    }
    return PyType_Ready(&RegionType) < 0 || PyType_Ready(&OutputType) < 0 ? NULL : PyModuleDef_Init(&definition);
}
