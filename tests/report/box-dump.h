/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line of a box dump, read again. */
typedef struct {
  guint page; /* from 1 */
  char *kind;
  double size;
  gboolean bold;
  double x;
  double y;
  double width;
  double height;
  char *paint; /* of shapes: what follows the place */
  char *tag;   /* (nullable): an artifact has none */
  char *text;  /* of texts and columns */
} DumpBox;

/* The boxes of a sheet in the order of reading. */
typedef struct {
  GPtrArray *boxes; /* of DumpBox */
  GArray *starts;   /* of guint: the first box of each page, and the end */
  guint pages;
  char *damage; /* (nullable): the first line that is no box */
} BoxDump;

BoxDump *box_dump_new (const char *text);
void box_dump_free (BoxDump *self);
const DumpBox *box_dump_get (const BoxDump *self, guint i);
/* The first box of @page; the number of boxes for the page after the last. */
guint box_dump_find_page (const BoxDump *self, guint page);

/* A line of text across the page, with something in it. */
gboolean dump_box_is_text (const DumpBox *self);
/* Text of a cell. */
gboolean dump_box_is_cell (const DumpBox *self);
gboolean dump_box_has_tag (const DumpBox *self, const char *tag);
/* A rule from left to right, as between rows. */
gboolean dump_box_is_rule (const DumpBox *self);
/* What belongs to the foot of the page. */
gboolean dump_box_is_foot (const DumpBox *self);
/* What is inked of a text or a column: without the white of its leading. */
void
dump_box_get_ink (const DumpBox *self, double *left, double *top, double *right, double *bottom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BoxDump, box_dump_free)

G_END_DECLS
