/* fill_pools: takes all room that the interpreter's start has left between its objects. A forked process would put its own objects there and so
 * copy a page of the warm interpreter for each few of them; now they stand side by side in pages of its own. */
#include "jail.h"
#include <malloc.h>

/* Of CPython's allocator of small objects: a block of a new pool stands behind the pool's head. */
enum { SMALLEST = 16, LARGEST = 512, POOL_BYTES = 1 << 14, POOL_HEAD = 48, MOST_BLOCKS = 4000 };

/* Whether two blocks that were allocated one after the other are the first ones of a new pool. */
static int begin_a_pool(const char *first, const char *second, size_t size) {
    return first != NULL && ((uintptr_t)first & (POOL_BYTES - 1)) == POOL_HEAD && second == first + size;
}

static long fill_size(size_t size) {
    char *last = NULL;
    for (long count = 0; count < MOST_BLOCKS; count++) {
        char *block = PyObject_Malloc(size);
        if (block == NULL || begin_a_pool(last, block, size)) {
            PyObject_Free(block);
            PyObject_Free(last);
            return count - 1;
        }
        last = block;
    }
    return MOST_BLOCKS;
}

PyObject *jail_fill_pools(PyObject *module, PyObject *none) {
    (void)module, (void)none;
    long filled = 0;
    for (size_t size = SMALLEST; size <= LARGEST; size += SMALLEST) {
        filled += fill_size(size);
    }
    malloc_trim(0);
    return PyLong_FromLong(filled);
}
