/* The numbers of the system calls that the filter names, for the processor this is compiled for. */
#include "jail.h"
#include <sys/syscall.h>

/* Missing from older kernel headers; the same number on every processor. */
#ifndef SYS_epoll_pwait2
#define SYS_epoll_pwait2 441
#endif
#ifndef SYS_futex_waitv
#define SYS_futex_waitv 449
#endif

typedef struct {
    const char *name;
    long number;
} SystemCall;

#define CALL(name) {#name, SYS_##name},

static const SystemCall calls[] = {
    CALL(accept) CALL(accept4) CALL(add_key) CALL(bind) CALL(bpf) CALL(brk) CALL(capset) CALL(chdir) CALL(chroot)
    CALL(clock_getres) CALL(clock_gettime) CALL(clock_nanosleep) CALL(clone) CALL(clone3) CALL(close) CALL(close_range)
    CALL(connect) CALL(copy_file_range) CALL(dup) CALL(dup3) CALL(epoll_create1) CALL(epoll_ctl) CALL(epoll_pwait)
    CALL(epoll_pwait2) CALL(eventfd2) CALL(execve) CALL(execveat) CALL(exit) CALL(exit_group) CALL(faccessat) CALL(faccessat2)
    CALL(fadvise64) CALL(fallocate) CALL(fchdir) CALL(fchmod) CALL(fchmodat) CALL(fchown) CALL(fchownat) CALL(fcntl)
    CALL(fdatasync) CALL(fgetxattr) CALL(flistxattr) CALL(flock) CALL(fremovexattr) CALL(fsetxattr) CALL(fstat) CALL(fstatfs)
    CALL(fsync) CALL(ftruncate) CALL(futex) CALL(futex_waitv) CALL(getcpu) CALL(getcwd) CALL(getdents64) CALL(getegid)
    CALL(geteuid) CALL(getgid) CALL(getgroups) CALL(getitimer) CALL(getpeername) CALL(getpgid) CALL(getpid) CALL(getppid)
    CALL(getpriority) CALL(getrandom) CALL(getresgid) CALL(getresuid) CALL(getrlimit) CALL(getrusage) CALL(getsid)
    CALL(getsockname) CALL(getsockopt) CALL(gettid) CALL(gettimeofday) CALL(getuid) CALL(getxattr) CALL(ioctl)
    CALL(io_uring_enter) CALL(io_uring_register) CALL(io_uring_setup) CALL(kcmp) CALL(keyctl) CALL(kill) CALL(lgetxattr)
    CALL(linkat) CALL(listen) CALL(listxattr) CALL(llistxattr) CALL(lremovexattr) CALL(lseek) CALL(lsetxattr) CALL(madvise)
    CALL(membarrier) CALL(memfd_create) CALL(mincore) CALL(mkdirat) CALL(mknodat) CALL(mmap) CALL(mount) CALL(move_mount)
    CALL(mprotect) CALL(mremap) CALL(msync) CALL(munmap) CALL(name_to_handle_at) CALL(nanosleep) CALL(newfstatat)
    CALL(open_by_handle_at) CALL(open_tree) CALL(openat) CALL(perf_event_open) CALL(pidfd_getfd) CALL(pidfd_open)
    CALL(pidfd_send_signal) CALL(pipe2) CALL(pivot_root) CALL(ppoll) CALL(prctl) CALL(pread64) CALL(preadv) CALL(preadv2)
    CALL(prlimit64) CALL(process_vm_readv) CALL(process_vm_writev) CALL(pselect6) CALL(ptrace) CALL(pwrite64) CALL(pwritev)
    CALL(pwritev2) CALL(read) CALL(readlinkat) CALL(readv) CALL(recvfrom) CALL(recvmsg) CALL(removexattr) CALL(renameat)
    CALL(renameat2) CALL(request_key) CALL(restart_syscall) CALL(rseq) CALL(rt_sigaction) CALL(rt_sigpending)
    CALL(rt_sigprocmask) CALL(rt_sigqueueinfo) CALL(rt_sigreturn) CALL(rt_sigsuspend) CALL(rt_sigtimedwait)
    CALL(rt_tgsigqueueinfo) CALL(sched_get_priority_max) CALL(sched_get_priority_min) CALL(sched_getaffinity)
    CALL(sched_getparam) CALL(sched_getscheduler) CALL(sched_yield) CALL(seccomp) CALL(sendfile) CALL(sendmsg) CALL(sendto)
    CALL(set_robust_list) CALL(set_tid_address) CALL(setfsgid) CALL(setfsuid) CALL(setgid) CALL(setgroups) CALL(setitimer)
    CALL(setns) CALL(setpgid) CALL(setregid) CALL(setresgid) CALL(setresuid) CALL(setreuid) CALL(setrlimit) CALL(setsid)
    CALL(setsockopt) CALL(setuid) CALL(setxattr) CALL(shutdown) CALL(sigaltstack) CALL(signalfd4) CALL(socket)
    CALL(socketpair) CALL(statfs) CALL(statx) CALL(symlinkat) CALL(sysinfo) CALL(tgkill) CALL(timerfd_create)
    CALL(timerfd_gettime) CALL(timerfd_settime) CALL(times) CALL(tkill) CALL(truncate) CALL(umask) CALL(umount2) CALL(uname)
    CALL(unlinkat) CALL(unshare) CALL(userfaultfd) CALL(utimensat) CALL(wait4) CALL(waitid) CALL(write) CALL(writev)
#ifdef __x86_64__
    /* Older forms, which newer processors never had. */
    CALL(access) CALL(alarm) CALL(arch_prctl) CALL(chmod) CALL(chown) CALL(creat) CALL(dup2) CALL(epoll_create)
    CALL(epoll_wait) CALL(eventfd) CALL(fork) CALL(futimesat) CALL(getdents) CALL(getpgrp) CALL(lchown) CALL(link) CALL(lstat)
    CALL(mkdir) CALL(mknod) CALL(open) CALL(pause) CALL(pipe) CALL(poll) CALL(readlink) CALL(rename) CALL(rmdir) CALL(select)
    CALL(stat) CALL(symlink) CALL(time) CALL(unlink) CALL(utime) CALL(utimes) CALL(vfork)
#endif
};

PyObject *jail_system_calls(void) {
    PyObject *numbers = PyDict_New();
    for (size_t index = 0; numbers != NULL && index < sizeof calls / sizeof calls[0]; index++) {
        PyObject *number = PyLong_FromLong(calls[index].number);
        if (number == NULL || PyDict_SetItemString(numbers, calls[index].name, number) < 0) {
            Py_CLEAR(numbers);
        }
        Py_XDECREF(number);
    }
    return numbers;
}
