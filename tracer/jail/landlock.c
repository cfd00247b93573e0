/* Landlock, by raw system calls: neither the C library nor Debian 12's kernel headers know all of it. */
#include "jail.h"
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

struct ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t scoped;
};

struct __attribute__((packed)) path_rule {
    uint64_t allowed;
    int32_t parent;
};

enum { QUERY_VERSION = 1, RULE_PATH_BENEATH = 1 };
/* Rights that only directories have; a rule for a file must not name them. */
static const uint64_t file_rights = 1u << 0 | 1u << 1 | 1u << 2 | 1u << 14 | 1u << 15;

/* All rights on files that an ABI knows: reading, writing and making (1), REFER (2), TRUNCATE (3), IOCTL_DEV (5). */
static uint64_t rights_of(int abi) {
    uint64_t rights = (1u << 13) - 1;
    rights |= abi >= 2 ? 1u << 13 : 0;
    rights |= abi >= 3 ? 1u << 14 : 0;
    rights |= abi >= 5 ? 1u << 15 : 0;
    return rights;
}

PyObject *jail_landlock_abi(PyObject *module, PyObject *none) {
    (void)module, (void)none;
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, QUERY_VERSION);
    return PyLong_FromLong(abi < 0 ? 0 : abi);
}

static int add_rule(int ruleset, const char *path, uint64_t allowed) {
    int descriptor = open(path, O_PATH | O_CLOEXEC);
    if (descriptor < 0) {
        return errno == ENOENT || errno == EACCES ? 0 : -1;
    }
    struct path_rule rule = {allowed, descriptor};
    long done = syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0);
    if (done < 0 && errno == EINVAL) {
        rule.allowed &= file_rights;
        done = syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0);
    }
    int code = errno;
    close(descriptor);
    errno = code;
    return done < 0 ? -1 : 0;
}

static int add_rules(int ruleset, int abi, PyObject *rules) {
    for (Py_ssize_t index = 0; index < PyTuple_GET_SIZE(rules); index++) {
        const char *path;
        unsigned long long allowed;
        if (!PyArg_ParseTuple(PyTuple_GET_ITEM(rules, index), "sK", &path, &allowed)) {
            return -1;
        }
        if (add_rule(ruleset, path, allowed & rights_of(abi)) < 0) {
            jail_os_error(path);
            return -1;
        }
    }
    return 0;
}

PyObject *jail_restrict(PyObject *module, PyObject *arguments) {
    (void)module;
    int abi;
    PyObject *rules;
    if (!PyArg_ParseTuple(arguments, "iO!", &abi, &PyTuple_Type, &rules)) {
        return NULL;
    }
    /* Network (bind and connect of TCP) from ABI 4, scopes (abstract sockets and signals to the outside) from ABI 6. */
    struct ruleset wanted = {rights_of(abi), 3, 3};
    size_t size = abi >= 6 ? 24 : abi >= 4 ? 16 : 8;
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &wanted, size, 0);
    if (ruleset < 0) {
        return jail_os_error("landlock_create_ruleset");
    }
    if (add_rules(ruleset, abi, rules) < 0) {
        close(ruleset);
        return NULL;
    }
    long done = syscall(SYS_landlock_restrict_self, ruleset, 0);
    int code = errno;
    close(ruleset);
    errno = code;
    if (done < 0) {
        return jail_os_error("landlock_restrict_self");
    }
    Py_RETURN_NONE;
}
