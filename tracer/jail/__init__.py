"""The jail around programs: namespaces, Landlock, resource limits and a system call filter."""
