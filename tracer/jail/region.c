/* Region: anonymous shared memory. The job writes its recording there event by event; the warm interpreter reads it after the job's
 * death, however it died. */
#include "jail.h"
#include <sys/mman.h>

int jail_program_runs;

static int is_refused(void) {
    if (jail_program_runs) {
        PyErr_SetString(PyExc_RuntimeError, "not while a program runs");
    }
    return jail_program_runs;
}

static PyObject *region_new(PyTypeObject *type, PyObject *arguments, PyObject *names) {
    Py_ssize_t size;
    if (is_refused()) {
        return NULL;
    }
    if (names != NULL && PyDict_GET_SIZE(names) > 0) {
        PyErr_SetString(PyExc_TypeError, "Region(size) takes no keywords");
        return NULL;
    }
    if (!PyArg_ParseTuple(arguments, "n", &size)) {
        return NULL;
    }
    if (size <= 0) {
        PyErr_SetString(PyExc_ValueError, "the size of a region is positive");
        return NULL;
    }
    Region *self = (Region *)type->tp_alloc(type, 0);
    if (self == NULL) {
        return NULL;
    }
    /* NORESERVE: the size is a ceiling, pages come when they are written. */
    void *bytes = mmap(NULL, (size_t)size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (bytes == MAP_FAILED) {
        Py_DECREF(self);
        return jail_os_error("no shared memory for a job");
    }
    self->bytes = bytes;
    self->mapped = self->exported = (size_t)size;
    return (PyObject *)self;
}

static void region_dealloc(PyObject *object) {
    Region *self = (Region *)object;
    if (self->bytes != NULL) {
        munmap(self->bytes, self->mapped);
    }
    Py_TYPE(object)->tp_free(object);
}

static int region_buffer(PyObject *object, Py_buffer *view, int flags) {
    Region *self = (Region *)object;
    if (is_refused()) {
        view->obj = NULL;
        return -1;
    }
    return PyBuffer_FillInfo(view, object, self->bytes, (Py_ssize_t)self->exported, 0, flags);
}

/* narrow(bytes): what a buffer of this region shows from now on; the recorder's limit for this job. */
static PyObject *region_narrow(PyObject *object, PyObject *size) {
    Region *self = (Region *)object;
    Py_ssize_t wanted = PyLong_AsSsize_t(size);
    if ((wanted == -1 && PyErr_Occurred()) || is_refused()) {
        return NULL;
    }
    if (wanted <= 0 || (size_t)wanted > self->mapped) {
        PyErr_SetString(PyExc_ValueError, "a region can only be narrowed");
        return NULL;
    }
    self->exported = (size_t)wanted;
    Py_RETURN_NONE;
}

/* keep_private(): processes forked from now on do not inherit this region: a job must not see another one's recording. */
static PyObject *region_keep_private(PyObject *object, PyObject *none) {
    (void)none;
    Region *self = (Region *)object;
    if (madvise(self->bytes, self->mapped, MADV_DONTFORK) < 0) {
        return jail_os_error("a job's memory could not be hidden from the next one");
    }
    Py_RETURN_NONE;
}

/* mark(stage[, reason, message]): writes the control page. */
static PyObject *region_mark(PyObject *object, PyObject *arguments) {
    Region *self = (Region *)object;
    ControlPage *page = (ControlPage *)self->bytes;
    unsigned int stage, reason = 0;
    const char *message = NULL;
    Py_ssize_t length = 0;
    if (is_refused() || !PyArg_ParseTuple(arguments, "I|Iz#", &stage, &reason, &message, &length)) {
        return NULL;
    }
    if (self->mapped < sizeof(ControlPage)) {
        PyErr_SetString(PyExc_ValueError, "this region is too small for a control page");
        return NULL;
    }
    page->stage = stage;
    if (reason != 0) {
        page->reason = reason;
    }
    if (message != NULL) {
        size_t kept = (size_t)length < sizeof(page->message) ? (size_t)length : sizeof(page->message);
        memcpy(page->message, message, kept);
        page->message_length = (uint32_t)kept;
    }
    Py_RETURN_NONE;
}

/* Results of a judged program stand behind the same header as a recording: length and number of records first, place of the last record in
 * fields 4 and 5. */
enum { HEADER_BYTES = 128, FIELD_LENGTH = 0, FIELD_RECORDS = 1, FIELD_TAIL_OFFSET = 4, FIELD_TAIL_LENGTH = 5, NONCE_ROOM = 128 };
static char nonce[NONCE_ROOM];
static size_t nonce_length;

static void *results_do_not_fit(void) {
    PyErr_SetString(PyExc_MemoryError, "the results do not fit");
    return NULL;
}

/* Room for `size` bytes behind what is there; NULL with an exception when the region is full. */
static uint8_t *reserve(Region *self, size_t size) {
    uint64_t *fields = (uint64_t *)self->bytes;
    uint64_t end = fields[FIELD_LENGTH] < HEADER_BYTES ? HEADER_BYTES : fields[FIELD_LENGTH];
    if (end > self->exported || size > self->exported - end) {
        return results_do_not_fit();
    }
    return self->bytes + end;
}

/* What the server reads of one process takes it about 100 bytes for each of these. */
enum { MOST_WEIGHT = 10000000, WEIGHT_OF_KEY = 64 };
static uint64_t weight_left = MOST_WEIGHT;

/* How many values a text of JSON has, roughly. A second key in an object weighs more: no value has one, and reading millions takes minutes. */
static uint64_t weigh(const char *text, size_t length) {
    uint64_t weight = 0;
    char last = 0;
    int quoted = 0;
    for (size_t at = 0; at < length; at++) {
        char here = text[at];
        if (here == '"') {
            quoted = !quoted;
        } else if (here == '\\') {
            at++;
        } else if (!quoted && (here == ',' || here == '[' || here == '{' || here == ':')) {
            weight += here == ':' && last == ',' ? WEIGHT_OF_KEY : 1;
            last = here;
        }
    }
    return weight;
}

/* append(bytes): adds a record, its length before it. It is complete once the header's length says so. The number of records tells the
 * waiting process which part runs, each of which has its own time limit: who would be given more time has to give an answer for it. */
static PyObject *region_append(PyObject *object, PyObject *data) {
    Region *self = (Region *)object;
    if (!PyBytes_CheckExact(data)) {
        PyErr_SetString(PyExc_TypeError, "a record is bytes");
        return NULL;
    }
    uint32_t length = (uint32_t)PyBytes_GET_SIZE(data);
    uint8_t *place = reserve(self, sizeof length + (size_t)PyBytes_GET_SIZE(data));
    if (place == NULL) {
        return NULL;
    }
    uint64_t weight = weigh(PyBytes_AS_STRING(data), length);
    if (weight > weight_left) {
        return results_do_not_fit();
    }
    weight_left -= weight;
    memcpy(place, &length, sizeof length);
    memcpy(place + sizeof length, PyBytes_AS_STRING(data), length);
    ((uint64_t *)self->bytes)[FIELD_RECORDS]++;
    __atomic_store_n((uint64_t *)self->bytes + FIELD_LENGTH, (uint64_t)(place + sizeof length + length - self->bytes), __ATOMIC_RELEASE);
    Py_RETURN_NONE;
}

/* set_nonce(bytes): what `finish` puts behind the last record. */
static PyObject *region_set_nonce(PyObject *object, PyObject *data) {
    (void)object;
    if (is_refused()) {
        return NULL;
    }
    if (!PyBytes_CheckExact(data) || PyBytes_GET_SIZE(data) > NONCE_ROOM) {
        PyErr_SetString(PyExc_ValueError, "a nonce is at most 128 bytes");
        return NULL;
    }
    nonce_length = (size_t)PyBytes_GET_SIZE(data);
    memcpy(nonce, PyBytes_AS_STRING(data), nonce_length);
    Py_RETURN_NONE;
}

/* finish(bytes): writes the last record with the nonce. */
static PyObject *region_finish(PyObject *object, PyObject *data) {
    Region *self = (Region *)object;
    if (is_refused()) {
        return NULL;
    }
    if (!PyBytes_CheckExact(data)) {
        PyErr_SetString(PyExc_TypeError, "a record is bytes");
        return NULL;
    }
    size_t length = (size_t)PyBytes_GET_SIZE(data);
    uint8_t *place = reserve(self, length + nonce_length);
    if (place == NULL) {
        return NULL;
    }
    memcpy(place, PyBytes_AS_STRING(data), length);
    memcpy(place + length, nonce, nonce_length);
    uint64_t *fields = (uint64_t *)self->bytes;
    fields[FIELD_TAIL_OFFSET] = (uint64_t)(place - self->bytes);
    fields[FIELD_TAIL_LENGTH] = length + nonce_length;
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"append", region_append, METH_O, "append(bytes): add a record of results."},
    {"set_nonce", region_set_nonce, METH_O, "set_nonce(bytes): what finish puts behind the last record."},
    {"finish", region_finish, METH_O, "finish(bytes): write the last record."},
    {"narrow", region_narrow, METH_O, "narrow(bytes): show less of the region from now on."},
    {"keep_private", region_keep_private, METH_NOARGS, "Not inherited by processes forked from now on."},
    {"mark", region_mark, METH_VARARGS, "mark(stage[, reason, message]): write the control page."},
    {NULL, NULL, 0, NULL},
};

static PyBufferProcs buffer = {region_buffer, NULL};

PyTypeObject RegionType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "_jail.Region",
    .tp_basicsize = sizeof(Region),
    .tp_dealloc = region_dealloc,
    .tp_as_buffer = &buffer,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = "Shared memory of one job.",
    .tp_methods = methods,
    .tp_new = region_new,
};
