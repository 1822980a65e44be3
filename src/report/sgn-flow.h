/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-canvas.h"
#include "sgn-form.h"

G_BEGIN_DECLS

/**
 * SgnFlow:
 * @canvas: where boxes go
 * @sheet: what the sheet is made from
 * @y: where the next block starts
 * @bottom: where the body ends
 * @heading: number of the last H2
 * @letters: headings are lettered, not numbered
 * @form: what the company chose for its sheets
 *
 * Blocks one below the other, over as many pages as they need.
 */
typedef struct {
  SgnCanvas canvas;
  const SgnSheet *sheet;
  double y;
  double bottom;
  guint heading;
  gboolean letters;
  SgnForm *form;
} SgnFlow;

SgnFlow *sgn_flow_new (SgnPages *pages, const SgnSheet *sheet);
void sgn_flow_free (SgnFlow *self);

/* The fixed text @key in the language of the sheet. */
const char *sgn_flow_text (SgnFlow *self, const char *key);
/* The same with placeholders; owned by the caller. */
#define sgn_flow_format(self, key, ...)                                               \
  sgn_documents_format ((self)->sheet->documents, (self)->sheet->document->id, (key), \
                        (self)->sheet->language, __VA_ARGS__)
/* A date in running text, and in a column. NULL for a NULL @date; owned by the caller. */
char *sgn_flow_date (SgnFlow *self, const char *date);
char *sgn_flow_date_short (SgnFlow *self, const char *date);
char *sgn_flow_month (SgnFlow *self, const char *date);
/* The same for a place between brackets: of both years only the western one, which needs none of
 * its own. */
char *sgn_flow_date_in_brackets (SgnFlow *self, const char *date);
char *sgn_flow_month_in_brackets (SgnFlow *self, const char *date);
char *sgn_flow_range (SgnFlow *self, const char *start, const char *end);
gboolean sgn_flow_is_japanese (SgnFlow *self);
gboolean sgn_flow_is_partner (SgnFlow *self);
/* A sheet that would have a number, from a record that was opened to read. */
gboolean sgn_flow_is_copy (SgnFlow *self);

/* Starts a new page when @height does not fit below. Returns whether it did. */
gboolean sgn_flow_need (SgnFlow *self, double height);
void sgn_flow_break_page (SgnFlow *self);
double sgn_flow_get_room (SgnFlow *self);
gboolean sgn_flow_is_at_top (SgnFlow *self);

/* A numbered H2 with a note at its right, kept together with @keep points of what follows. */
void
sgn_flow_heading (SgnFlow *self, const char *title, const char *note, double above, double keep);
/* A paragraph over the whole width. */
void sgn_flow_paragraph (SgnFlow *self, SgnType type, const char *text);
/* The broken lines of a paragraph at @x, over as many pages as they need, none standing alone;
 * @justify: the width they fill, or 0. */
void sgn_flow_place_lines (SgnFlow *self, SgnType type, double x, GPtrArray *lines, double justify);
/* What a paragraph would take. */
double sgn_flow_measure_paragraph (SgnFlow *self, SgnType type, const char *text);
/* A text at @place, whose y is that of the flow, broken to @width; the flow goes on below. No page
 * begins within it: ask for what sgn_flow_measure_lines() says, with the same @leading. */
void sgn_flow_lines (SgnFlow *self, SgnType type, SgnPlace place, double width, const char *text);
double sgn_flow_measure_lines (SgnFlow *self,
                               SgnType type,
                               double leading,
                               double width,
                               const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnFlow, sgn_flow_free)

G_END_DECLS
