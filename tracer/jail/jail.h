/* Shared by the C sources of `_jail`, the module that seals one job's process. Each source adds its methods to the module's table. */
#ifndef POLYTRACE_JAIL_H
#define POLYTRACE_JAIL_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

/* Memory shared between the warm interpreter and one job's process. Not tracked by the garbage collector and without attributes,
 * so that a program cannot find it by walking objects. */
typedef struct {
    PyObject_HEAD
    uint8_t *bytes;
    size_t mapped;
    size_t exported;
} Region;

/* Set while the program's code may run. Then regions only take results: whoever finds one, or makes one, can neither end the job nor learn
 * how its genuine end is told. */
extern int jail_program_runs;

extern PyTypeObject RegionType;
extern PyTypeObject OutputType;

/* The control page: what the waiting process may believe about how far a job came. */
typedef struct {
    uint32_t stage;
    uint32_t reason;
    uint32_t message_length;
    char message[496];
} ControlPage;

enum { REASON_NONE = 0, REASON_OUTPUT_LIMIT = 1, REASON_INTERNAL = 2 };
/* A process that ends itself because of a limit leaves with this code; the reason stands in the control page. */
enum { EXIT_LIMIT = 75 };

PyObject *jail_os_error(const char *what);

PyObject *jail_fork(PyObject *module, PyObject *none);
PyObject *jail_fill_pools(PyObject *module, PyObject *none);
PyObject *jail_private_tmp(PyObject *module, PyObject *arguments);
PyObject *jail_unshare(PyObject *module, PyObject *arguments);
PyObject *jail_mount(PyObject *module, PyObject *arguments);
PyObject *jail_enter_root(PyObject *module, PyObject *arguments);
PyObject *jail_set_host_name(PyObject *module, PyObject *arguments);
PyObject *jail_arm_parent_death(PyObject *module, PyObject *none);
PyObject *jail_set_dumpable(PyObject *module, PyObject *arguments);
PyObject *jail_limit(PyObject *module, PyObject *arguments);
PyObject *jail_drop_privileges(PyObject *module, PyObject *none);
PyObject *jail_install_filter(PyObject *module, PyObject *arguments);
PyObject *jail_landlock_abi(PyObject *module, PyObject *none);
PyObject *jail_restrict(PyObject *module, PyObject *arguments);
PyObject *jail_try_forbidden(PyObject *module, PyObject *none);
PyObject *jail_watch_code(PyObject *module, PyObject *arguments);
PyObject *jail_conceal(PyObject *module, PyObject *arguments);
PyObject *jail_preload(PyObject *module, PyObject *arguments);
PyObject *jail_conduct(PyObject *module, PyObject *const *given, Py_ssize_t count);
PyObject *jail_set_output_limit(PyObject *module, PyObject *limit);
PyObject *jail_system_calls(void);

#endif
