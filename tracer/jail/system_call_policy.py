"""Which system calls a sealed process may make; everything not named here does not exist (ENOSYS)."""

import errno

ALLOWED = frozenset(
    """
    access alarm arch_prctl brk chdir chmod close close_range copy_file_range creat dup dup2
    dup3 epoll_create epoll_create1 epoll_ctl epoll_pwait epoll_pwait2 epoll_wait eventfd eventfd2 exit exit_group faccessat faccessat2
    fadvise64 fallocate fchdir fchmod fchmodat fdatasync flock fstat fstatfs fsync ftruncate futex futex_waitv futimesat getcpu getcwd
    getdents getdents64 getegid geteuid getgid getgroups getitimer getpeername getpgrp getpid getppid getrandom getresgid
    getresuid getrlimit getrusage getsockname getsockopt gettid gettimeofday getuid link linkat lseek lstat madvise membarrier mincore
    mkdir mkdirat mremap msync munmap nanosleep newfstatat open openat pause pipe pipe2 poll ppoll pread64 preadv
    preadv2 pselect6 pwrite64 pwritev pwritev2 read readlink readlinkat readv recvfrom recvmsg rename renameat renameat2 restart_syscall
    rmdir rseq rt_sigaction rt_sigpending rt_sigprocmask rt_sigreturn rt_sigsuspend rt_sigtimedwait sched_get_priority_max
    sched_get_priority_min sched_yield select sendfile sendmsg sendto set_robust_list set_tid_address setitimer shutdown
    sigaltstack signalfd4 stat statfs statx symlink symlinkat sysinfo time timerfd_create timerfd_gettime timerfd_settime times truncate
    umask uname unlink unlinkat utime utimensat utimes wait4 waitid write writev
    """.split()
)

# Calls that a program may well try: "not permitted" tells it more than "no such call".
_NOT_PERMITTED = """
    accept accept4 add_key bind bpf capset chown chroot connect execve execveat fchown fchownat fork io_uring_enter io_uring_register
    io_uring_setup kcmp keyctl lchown listen memfd_create mount move_mount name_to_handle_at open_by_handle_at open_tree
    perf_event_open pidfd_getfd pidfd_open pidfd_send_signal pivot_root process_vm_readv process_vm_writev ptrace request_key
    rt_sigqueueinfo rt_tgsigqueueinfo seccomp setfsgid setfsuid setgid setgroups setns setpgid setregid setresgid setresuid setreuid
    setrlimit setsid setsockopt setuid socket tkill umount2 unshare userfaultfd vfork
    """.split()

# `shutil.copy2` carries extended attributes over and accepts only this answer where there are none.
_NOT_SUPPORTED = """
    fgetxattr flistxattr fremovexattr fsetxattr getxattr lgetxattr listxattr llistxattr lremovexattr lsetxattr removexattr setxattr
    """.split()

REFUSED = {name: errno.EPERM for name in _NOT_PERMITTED} | {name: errno.ENOTSUP for name in _NOT_SUPPORTED}

# Where the host's files are in sight: Landlock does not know these, which change files without opening them for writing.
CHANGES_ATTRIBUTES = frozenset("chmod fchmod fchmodat futimesat utime utimensat utimes".split())
