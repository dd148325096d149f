#pragma once
#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>

// Macros and gpointer parameters do not import well; these wrappers give them plain C signatures.
static inline void shim_unref(void *object) { g_object_unref(object); }
static inline double shim_from_pango(int units) { return (double)units / PANGO_SCALE; }
static inline void shim_set_size(PangoFontDescription *description, double points) {
    pango_font_description_set_absolute_size(description, points * PANGO_SCALE);
}
static inline PangoCairoFontMap *shim_cairo_font_map(PangoFontMap *map) { return PANGO_CAIRO_FONT_MAP(map); }
