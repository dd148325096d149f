#pragma once
#include <libxml/xmlversion.h>
// Debian's headers pull in ICU, whose types clash with Foundation's own copy.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

// xmlFree is a global variable in C; a function is safe to call from any thread.
static inline void shim_xml_free(void *pointer) { xmlFree(pointer); }
