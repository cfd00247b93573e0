/* Takes objects out of the garbage collector's lists, so that `gc.get_objects` never returns the harness, not even after `gc.unfreeze`.
 * Nothing leaks by it that matters: the process ends with its only job. */
#include "jail.h"

PyObject *jail_conceal(PyObject *module, PyObject *arguments) {
    (void)module;
    PyObject *objects;
    if (!PyArg_ParseTuple(arguments, "O!", &PyList_Type, &objects)) {
        return NULL;
    }
    for (Py_ssize_t index = 0; index < PyList_GET_SIZE(objects); index++) {
        PyObject *object = PyList_GET_ITEM(objects, index);
        if (PyObject_IS_GC(object) && PyObject_GC_IsTracked(object)) {
            PyObject_GC_UnTrack(object);
            /* Kept for good: the destructors of functions and dictionaries expect to be in the lists. */
            Py_INCREF(object);
        }
    }
    Py_RETURN_NONE;
}
