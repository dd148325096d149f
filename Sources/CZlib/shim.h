#pragma once
#include <zlib.h>

// zlib opens a stream by a macro; this gives it a plain C signature.
static inline int shim_deflate_init(z_stream *stream, int level, int window, int memory, int strategy) {
    return deflateInit2(stream, level, Z_DEFLATED, window, memory, strategy);
}
