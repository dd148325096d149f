#pragma once
#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>

// Macros and gpointer parameters do not import well; these wrappers give them plain C signatures.
static inline void shim_unref(void *object) { g_object_unref(object); }
