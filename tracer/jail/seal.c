/* What one job's process gives up before it runs the program: resources, capabilities, system calls. */
#include "jail.h"
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static int set_limit(int resource, rlim_t soft, rlim_t hard) {
    struct rlimit limit = {soft, hard};
    return setrlimit(resource, &limit);
}

PyObject *jail_limit(PyObject *module, PyObject *arguments) {
    (void)module;
    unsigned long long address_space, file_bytes;
    unsigned int cpu_seconds, processes;
    if (!PyArg_ParseTuple(arguments, "KIKI", &address_space, &cpu_seconds, &file_bytes, &processes)) {
        return NULL;
    }
    /* The soft CPU limit raises SIGXCPU, which a program may ignore; the hard one, a second later, kills. */
    if (set_limit(RLIMIT_AS, address_space, address_space) < 0 || set_limit(RLIMIT_CPU, cpu_seconds, cpu_seconds + 1) < 0 ||
        set_limit(RLIMIT_FSIZE, file_bytes, file_bytes) < 0 || set_limit(RLIMIT_NOFILE, 64, 64) < 0 ||
        set_limit(RLIMIT_CORE, 0, 0) < 0 || set_limit(RLIMIT_MEMLOCK, 0, 0) < 0 || set_limit(RLIMIT_MSGQUEUE, 0, 0) < 0 ||
        set_limit(RLIMIT_SIGPENDING, 256, 256) < 0 ||
        set_limit(RLIMIT_NPROC, processes, processes) < 0) {
        return jail_os_error("setrlimit");
    }
    Py_RETURN_NONE;
}

PyObject *jail_drop_privileges(PyObject *module, PyObject *none) {
    (void)module, (void)none;
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3];
    memset(data, 0, sizeof data);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) {
        return jail_os_error("prctl(PR_SET_NO_NEW_PRIVS)");
    }
    if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) < 0 || syscall(SYS_capset, &header, data) < 0) {
        return jail_os_error("capset");
    }
    /* RLIMIT_CORE 0 does not stop a core_pattern that is a pipe to a program of the host; this does. */
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0) {
        return jail_os_error("prctl(PR_SET_DUMPABLE)");
    }
    Py_RETURN_NONE;
}

PyObject *jail_install_filter(PyObject *module, PyObject *arguments) {
    (void)module;
    const char *bytes;
    Py_ssize_t length;
    if (!PyArg_ParseTuple(arguments, "y#", &bytes, &length)) {
        return NULL;
    }
    if (length == 0 || length % (Py_ssize_t)sizeof(struct sock_filter) != 0 || length / (Py_ssize_t)sizeof(struct sock_filter) > 4096) {
        PyErr_SetString(PyExc_ValueError, "not a seccomp filter");
        return NULL;
    }
    struct sock_fprog program = {(unsigned short)(length / (Py_ssize_t)sizeof(struct sock_filter)), (struct sock_filter *)bytes};
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) < 0) {
        return jail_os_error("prctl(PR_SET_SECCOMP)");
    }
    Py_RETURN_NONE;
}
