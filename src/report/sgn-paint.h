/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "sgn-fallback.h"
#include "sgn-pages-private.h"

G_BEGIN_DECLS

/* An element of the structure in the order its tag was opened. */
typedef struct {
  int node;
  gboolean continued; /* opened before, on an earlier page */
  gboolean own;       /* a span round what a node with nodes below it holds itself */
} SgnOpenedTag;

/* The tags opened so far in a document: array of SgnOpenedTag, the set of their nodes, and that of
 * the nodes with nodes below them, found when first asked for. */
typedef struct {
  GArray *tags;
  GHashTable *seen;
  GHashTable *parents;
} SgnTagLog;

SgnTagLog *sgn_tag_log_new (void);
void sgn_tag_log_free (SgnTagLog *self);

/* Paints page @page. @log: (nullable): also writes the structure as cairo tags and notes them.
 * @fallback: (nullable): knows the pages and paints what the sheets' own fonts lack. */
void
sgn_paint_page (SgnPages *pages, guint page, cairo_t *cr, SgnTagLog *log, SgnFallback *fallback);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnTagLog, sgn_tag_log_free)

G_END_DECLS
