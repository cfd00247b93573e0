/* The audit hook: refuses to let the program take tracing over, and notes the side effects it tries. */
#include "recorder.h"

enum { MOST_NOTED = 1000 };

typedef struct {
    const char *event;
    unsigned seen;
} Watched;

/* Names ending in '.' stand for all events that begin so. */
static Watched watched[] = {
    {"open", 0},           {"os.fork", 0},        {"os.forkpty", 0},     {"os.exec", 0},          {"os.posix_spawn", 0},
    {"os.spawn", 0},       {"os.system", 0},      {"os.startfile", 0},   {"os.kill", 0},          {"os.killpg", 0},
    {"os.remove", 0},      {"os.rename", 0},      {"os.rmdir", 0},       {"os.mkdir", 0},         {"os.chmod", 0},
    {"os.link", 0},        {"os.symlink", 0},     {"os.truncate", 0},    {"os.putenv", 0},        {"os.listdir", 0},
    {"os.scandir", 0},     {"subprocess.Popen", 0}, {"pty.spawn", 0},    {"socket.", 0},          {"ctypes.", 0},
    {"mmap.__new__", 0},   {"shutil.", 0},        {"tempfile.", 0},      {"signal.pthread_kill", 0}, {"gc.get_objects", 0},
    {"gc.get_referrers", 0}, {"sys.addaudithook", 0}, {"sys.setswitchinterval", 0}, {"urllib.Request", 0}, {"syslog.", 0},
    {"fcntl.", 0},         {"resource.", 0},      {"cpython.run_", 0},   {"code.__new__", 0},     {"glob.glob", 0},
};

static Watched *find_watched(const char *event) {
    for (size_t i = 0; i < sizeof watched / sizeof *watched; i++) {
        size_t length = strlen(watched[i].event);
        char last = watched[i].event[length - 1];
        if (last == '.' || last == '_' ? strncmp(event, watched[i].event, length) == 0 : strcmp(event, watched[i].event) == 0)
            return &watched[i];
    }
    return NULL;
}

static void note_event(const char *event, Watched *entry) {
    if (!stream.header || recorder.stopped || entry->seen > MOST_NOTED) return;
    if (++entry->seen > MOST_NOTED) {
        stream_note(NOTE_AUDIT_CAPPED);
    } else if (stream_room(256)) {
        size_t length = strlen(event);
        if (length > 100) length = 100;
        put_byte(RECORD_AUDIT);
        put_byte((unsigned)length);
        put_bytes(event, length);
    }
    recorder_commit();
}

static bool takes_tracing_over(const char *event) {
    return strcmp(event, "sys.settrace") == 0 || strcmp(event, "sys.setprofile") == 0 ||
           strcmp(event, "sys.monitoring.register_callback") == 0;
}

static int audit(const char *event, PyObject *arguments, void *data) {
    (void)arguments;
    (void)data;
    if (!recorder.guarded || recorder.trusted) return 0;
    if (takes_tracing_over(event)) {
        stream_flag(FLAG_TAMPER_TRIED);
        PyErr_Format(PyExc_RuntimeError, "%s is not available while the program is recorded", event);
        return -1;
    }
    if (strcmp(event, "sys.addaudithook") == 0) stream_note(NOTE_AUDIT_HOOK);
    Watched *entry = find_watched(event);
    if (entry) note_event(event, entry);
    return 0;
}

bool guard_install(void) {
    static bool installed;
    for (size_t i = 0; i < sizeof watched / sizeof *watched; i++) watched[i].seen = 0;
    if (!installed && PySys_AddAuditHook(audit, NULL) < 0) return false;
    installed = true;
    return true;
}
