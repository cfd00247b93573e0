/* preload(path): loads a shared library for good, so that extension modules find it inside the jail without its file. */
#include "jail.h"
#include <dlfcn.h>

PyObject *jail_preload(PyObject *module, PyObject *arguments) {
    (void)module;
    const char *path;
    if (!PyArg_ParseTuple(arguments, "s", &path)) {
        return NULL;
    }
    return PyBool_FromLong(dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE) != NULL);
}
