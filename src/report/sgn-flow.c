/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-flow.h"

/* A paragraph of more lines than this may be split, with at least PARAGRAPH_PART on each side. */
#define PARAGRAPH_WHOLE 3
#define PARAGRAPH_PART 2

SgnFlow *
sgn_flow_new (SgnPages *pages, const SgnSheet *sheet)
{
  SgnFlow *self = g_new0 (SgnFlow, 1);

  self->sheet = sheet;
  self->form = sgn_form_new_from_json (json_object_get (sheet->projection, "form"));
  self->canvas.pages = pages;
  self->canvas.typesetter = sgn_typesetter_new (sheet->language);
  self->canvas.node = SGN_NODE_DOCUMENT;
  self->bottom = SGN_BOTTOM;
  self->y = SGN_BODY_TOP;
  sgn_pages_add_page (pages);
  return self;
}

void
sgn_flow_free (SgnFlow *self)
{
  sgn_form_free (self->form);
  sgn_typesetter_free (self->canvas.typesetter);
  g_free (self);
}

const char *
sgn_flow_text (SgnFlow *self, const char *key)
{
  return sgn_documents_text (self->sheet->documents, self->sheet->document->id, key,
                             self->sheet->language);
}

gboolean
sgn_flow_is_japanese (SgnFlow *self)
{
  return self->sheet->language == SGN_LANGUAGE_JA;
}

gboolean
sgn_flow_is_partner (SgnFlow *self)
{
  return self->sheet->audience == SGN_AUDIENCE_PARTNER;
}

char *
sgn_flow_date (SgnFlow *self, const char *date)
{
  return sgn_form_date (self->form, date, self->sheet->language);
}

char *
sgn_flow_date_short (SgnFlow *self, const char *date)
{
  return sgn_form_date_short (self->form, date, self->sheet->language);
}

char *
sgn_flow_month (SgnFlow *self, const char *date)
{
  return sgn_form_month (self->form, date, self->sheet->language);
}

static SgnForm
get_form_in_brackets (SgnFlow *self)
{
  SgnForm form = *self->form;

  if (form.dates == SGN_DATES_BOTH)
    form.dates = SGN_DATES_WESTERN;
  return form;
}

char *
sgn_flow_date_in_brackets (SgnFlow *self, const char *date)
{
  const SgnForm form = get_form_in_brackets (self);

  return sgn_form_date (&form, date, self->sheet->language);
}

char *
sgn_flow_month_in_brackets (SgnFlow *self, const char *date)
{
  const SgnForm form = get_form_in_brackets (self);

  return sgn_form_month (&form, date, self->sheet->language);
}

char *
sgn_flow_range (SgnFlow *self, const char *start, const char *end)
{
  return sgn_form_range (self->form, start, end, self->sheet->language);
}

gboolean
sgn_flow_is_copy (SgnFlow *self)
{
  return self->sheet->document->prefix != NULL && self->sheet->number == NULL;
}

void
sgn_flow_break_page (SgnFlow *self)
{
  sgn_pages_add_page (self->canvas.pages);
  self->canvas.page++;
  self->y = SGN_BODY_TOP_NEXT;
}

gboolean
sgn_flow_need (SgnFlow *self, double height)
{
  if (self->y + height <= self->bottom || sgn_flow_is_at_top (self))
    return FALSE;

  sgn_flow_break_page (self);
  return TRUE;
}

double
sgn_flow_get_room (SgnFlow *self)
{
  return self->bottom - self->y;
}

gboolean
sgn_flow_is_at_top (SgnFlow *self)
{
  return self->canvas.page > 0 && self->y <= SGN_BODY_TOP_NEXT;
}

static void
add_outline (SgnFlow *self, const char *title)
{
  SgnOutlineEntry *entry = g_new0 (SgnOutlineEntry, 1);

  entry->title = g_strdup (title);
  entry->level = 2;
  entry->page = self->canvas.page;
  entry->y = self->y;
  g_ptr_array_add (self->canvas.pages->outline, entry);
}

static double
place_heading (SgnFlow *self, const char *title, double width)
{
  guint count = self->heading++;
  g_autofree char *number = self->letters ? g_strdup_printf ("%c", (int) ('A' + count % 26))
                                          : g_strdup_printf ("%u", count + 1);
  g_autofree char *numbered =
    sgn_flow_format (self, "heading.format", "n", number, "title", title, NULL);
  g_autoptr (GPtrArray) lines =
    sgn_typesetter_break (self->canvas.typesetter, SGN_TYPE_H2, numbered, width);
  double leading = sgn_type_get_style (SGN_TYPE_H2)->leading;

  add_outline (self, numbered);
  sgn_canvas_begin (&self->canvas, SGN_TAG_H2);
  for (guint i = 0; i < lines->len; i++)
    sgn_canvas_line_of_text (&self->canvas, SGN_TYPE_H2,
                             (SgnPlace){ SGN_LEFT + 9, self->y + i * leading, 0, 0, 0 },
                             g_ptr_array_index (lines, i), 0);
  sgn_canvas_end (&self->canvas);
  return (lines->len - 1) * leading;
}

void
sgn_flow_heading (SgnFlow *self, const char *title, const char *note, double above, double keep)
{
  double note_width =
    note != NULL ? sgn_typesetter_measure (self->canvas.typesetter, SGN_TYPE_NOTE, note) : 0;
  double more;

  if (!sgn_flow_need (self, above + SGN_H2_HEIGHT + keep) && !sgn_flow_is_at_top (self))
    self->y += above;
  more = place_heading (self, title, SGN_WIDTH - 9 - (note_width > 0 ? note_width + 12 : 0));
  sgn_canvas_rect (&self->canvas, (SgnRect){ SGN_LEFT, self->y + 1.4, 3.4, 13 + more },
                   SGN_COLOUR_ACCENT, SGN_INK (0));
  if (note != NULL) {
    sgn_canvas_begin (&self->canvas, SGN_TAG_P);
    sgn_canvas_text (&self->canvas, SGN_TYPE_NOTE,
                     (SgnPlace){ SGN_RIGHT, self->y, SGN_ALIGN_RIGHT, 17, 0 }, note);
    sgn_canvas_end (&self->canvas);
  }
  self->y += SGN_H2_HEIGHT + more;
}

double
sgn_flow_measure_paragraph (SgnFlow *self, SgnType type, const char *text)
{
  return sgn_flow_measure_lines (self, type, 0, SGN_WIDTH, text);
}

/* How many of the @n lines of a paragraph go on this page, so that none stands alone; 0: begin on
 * the next one. */
static guint
fit_lines (SgnFlow *self, guint n, double leading)
{
  guint room = (guint) MAX (0, (sgn_flow_get_room (self) + 0.001) / leading);

  if (n <= room)
    return n;
  if (sgn_flow_is_at_top (self))
    return MAX (1, MIN (room, n - 1));
  if (n <= PARAGRAPH_WHOLE || room < PARAGRAPH_PART)
    return 0;
  return MIN (room, n - PARAGRAPH_PART);
}

void
sgn_flow_place_lines (SgnFlow *self, SgnType type, double x, GPtrArray *lines, double justify)
{
  double leading = sgn_type_get_style (type)->leading;
  guint end = fit_lines (self, lines->len, leading);

  sgn_canvas_begin (&self->canvas, SGN_TAG_P);
  for (guint i = 0; i < lines->len; i++) {
    if (i == end) {
      sgn_canvas_end (&self->canvas);
      sgn_flow_break_page (self);
      end += fit_lines (self, lines->len - i, leading);
      sgn_canvas_begin (&self->canvas, SGN_TAG_P);
    }
    sgn_canvas_line_of_text (&self->canvas, type, (SgnPlace){ x, self->y, 0, 0, 0 },
                             g_ptr_array_index (lines, i), justify);
    self->y += leading;
  }
  sgn_canvas_end (&self->canvas);
}

void
sgn_flow_paragraph (SgnFlow *self, SgnType type, const char *text)
{
  g_autoptr (GPtrArray) lines =
    sgn_typesetter_break (self->canvas.typesetter, type, text, SGN_WIDTH);

  sgn_flow_place_lines (self, type, SGN_LEFT, lines, 0);
}

static double
get_leading (SgnType type, double leading)
{
  return leading > 0 ? leading : sgn_type_get_style (type)->leading;
}

void
sgn_flow_lines (SgnFlow *self, SgnType type, SgnPlace place, double width, const char *text)
{
  g_autoptr (GPtrArray) lines = sgn_typesetter_break (self->canvas.typesetter, type, text, width);

  for (guint i = 0; i < lines->len; i++) {
    place.y = self->y;
    sgn_canvas_line_of_text (&self->canvas, type, place, g_ptr_array_index (lines, i), 0);
    self->y += get_leading (type, place.leading);
  }
}

double
sgn_flow_measure_lines (SgnFlow *self, SgnType type, double leading, double width, const char *text)
{
  g_autoptr (GPtrArray) lines = sgn_typesetter_break (self->canvas.typesetter, type, text, width);

  return lines->len * get_leading (type, leading);
}
