/* fork without what Python does around it. The warm interpreter has one thread: no lock is held by another one, and no hook of a module has
 * anything to put right. The hooks alone (new locks, random numbers from the kernel, lists of threads) take longer than the rest of the fork. */
#include "jail.h"
#include <unistd.h>

PyObject *jail_fork(PyObject *module, PyObject *none) {
    (void)module;
    (void)none;
    pid_t process = fork();
    return process < 0 ? jail_os_error("fork") : PyLong_FromLong(process);
}
