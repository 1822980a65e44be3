/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declaration-poster-private.h"

#include "sgn-footer.h"

#include "sgn-date.h"

#include <math.h>

#define FRAME (13 * SGN_MM)
#define ROWS_LEFT (27 * SGN_MM)
#define COLUMNS_LEFT (23 * SGN_MM)
#define TAG_TOP (21 * SGN_MM)

/* Small print */
#define NOTE_RULE (SGN_PAPER_HEIGHT - 48 * SGN_MM)
#define NOTE_TOP (NOTE_RULE + 7.5)
#define NOTE_BELOW 3.5
#define NOTE_UNEVEN 24.0
#define CODE (12 * SGN_MM)
#define CODE_GAP 10.0
#define CODE_TOP (NOTE_RULE + 10)

const char *
sgn_poster_get_company (const SgnPoster *self, const char *key)
{
  const char *text =
    sgn_json_string (json_object_get (self->flow->sheet->projection, "company"), key);

  return text != NULL && *text != '\0' ? text : NULL;
}

const char *
sgn_poster_get_promise (const SgnPoster *self, guint i)
{
  g_autofree char *key = g_strdup_printf ("promise.%u", i + 1);

  return sgn_flow_text (self->flow, key);
}

double
sgn_poster_fit (double usual, double length, double room)
{
  double exact = length > room ? usual * room / length : usual;
  double step = floor (exact / SGN_POSTER_STEP) * SGN_POSTER_STEP;

  if (exact >= usual)
    return usual;
  return step > 0 ? step : exact;
}

void
sgn_poster_place_tag (const SgnPoster *self, SgnAlign align)
{
  SgnFlow *flow = self->flow;
  SgnPlace place = { align == SGN_ALIGN_RIGHT ? self->right : self->left, TAG_TOP, align };

  if (!sgn_json_boolean (flow->sheet->projection, "sample"))
    return;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_frame_place_tag (flow, place, sgn_flow_text (flow, "tag.sample"));
  sgn_canvas_end (&flow->canvas);
}

/* Beside the code, in lines of about the same length. */
static GPtrArray *
break_note (const SgnPoster *self, SgnType type, const char *text)
{
  SgnTypesetter *typesetter = self->flow->canvas.typesetter;
  double room = self->right - CODE - CODE_GAP - self->left;
  g_autoptr (GPtrArray) lines = sgn_typesetter_break (typesetter, type, text, room);
  double even = sgn_typesetter_measure (typesetter, type, text) / lines->len + NOTE_UNEVEN;
  g_autoptr (GPtrArray) alike = sgn_typesetter_break (typesetter, type, text, MIN (even, room));

  return g_ptr_array_ref (alike->len == lines->len ? alike : lines);
}

/* A sentence of the small print. */
static void
place_note (const SgnPoster *self, SgnType type, const char *text)
{
  SgnFlow *flow = self->flow;
  g_autoptr (GPtrArray) lines = break_note (self, type, text);

  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  for (guint i = 0; i < lines->len; i++) {
    sgn_canvas_line_of_text (&flow->canvas, type, (SgnPlace){ self->left, flow->y, 0, 0, 0 },
                             g_ptr_array_index (lines, i), 0);
    flow->y += sgn_type_get_style (type)->leading;
  }
  sgn_canvas_end (&flow->canvas);
}

/* The star that is on record; without one nothing is said of stars. */
static void
place_declared (const SgnPoster *self, const json_t *declaration)
{
  SgnFlow *flow = self->flow;
  g_autofree char *date = sgn_flow_date (flow, sgn_json_string (declaration, "date"));
  g_autofree char *text =
    sgn_flow_format (flow, "declared", "date", date, "star", sgn_json_string (declaration, "words"),
                     "id", sgn_json_string (declaration, "number"), NULL);

  place_note (self, SGN_TYPE_POSTER_NOTE, text);
}

/* The form by the way it is set: H or V. */
static char *
format_form (SgnFlow *flow, gboolean vertical)
{
  const SgnDocument *document = flow->sheet->document;
  g_autofree char *form = g_strconcat (document->form, vertical ? "V" : "H", NULL);

  return sgn_flow_format (flow, "foot.form", "form", form, "version", document->form_version,
                          "program", flow->sheet->program, NULL);
}

static char *
format_number (SgnFlow *flow)
{
  if (sgn_flow_is_copy (flow))
    return g_strdup (sgn_flow_text (flow, "tag.copy"));
  return sgn_flow_format (flow, "label.number_short", "number", flow->sheet->number, NULL);
}

static void
place_form (const SgnPoster *self, gboolean vertical)
{
  SgnFlow *flow = self->flow;
  g_autofree char *form = format_form (flow, vertical);
  g_autofree char *number = format_number (flow);
  g_autofree char *hash = sgn_footer_group_hash (flow->sheet->record_hash);
  g_autofree char *page = sgn_flow_format (flow, "page", "page", "1", "pages", "1", NULL);
  g_autofree char *text = sgn_flow_format (flow, "foot", "form", form, "number", number, "hash",
                                           hash, "page", page, NULL);

  place_note (self, SGN_TYPE_FOOT, text);
}

static void
place_code (const SgnPoster *self)
{
  SgnCanvas *canvas = &self->flow->canvas;
  g_autofree char *text = sgn_footer_format_code (self->flow);
  g_autofree char *alt = sgn_flow_format (self->flow, "qr.alt", "text", text, NULL);

  sgn_canvas_begin_figure (canvas, SGN_TAG_FIGURE, alt);
  sgn_canvas_qr (canvas, (SgnRect){ self->right - CODE, CODE_TOP, CODE, CODE }, text);
  sgn_canvas_end (canvas);
}

static void
place_small_print (const SgnPoster *self, gboolean vertical)
{
  SgnFlow *flow = self->flow;
  const SgnSheet *sheet = flow->sheet;
  const json_t *declaration = json_object_get (sheet->projection, "declaration");
  gboolean declared = json_is_object (declaration);

  sgn_canvas_line (&flow->canvas, (SgnRect){ self->left, NOTE_RULE, self->right - self->left, 0 },
                   SGN_INK (SGN_RULE_ROW));
  flow->y = NOTE_TOP;
  if (declared)
    place_declared (self, declaration);
  place_note (self, SGN_TYPE_POSTER_NOTE,
              sgn_documents_disclaimer (sheet->documents, sheet->document->disclaimer,
                                        sheet->language));
  flow->y += NOTE_BELOW;
  if (declared)
    place_note (self, SGN_TYPE_FOOT, sgn_documents_trademark (sheet->documents, sheet->language));
  place_form (self, vertical);
  if (sgn_flow_is_copy (flow))
    place_note (self, SGN_TYPE_FOOT, sgn_flow_text (flow, "note.copy"));
  place_code (self);
}

static void
add_outline (SgnFlow *flow)
{
  SgnOutlineEntry *entry = g_new0 (SgnOutlineEntry, 1);

  entry->title = g_strdup (sgn_text_get (&flow->sheet->document->title, flow->sheet->language));
  entry->level = 1;
  entry->y = FRAME;
  g_ptr_array_add (flow->canvas.pages->outline, entry);
}

void
sgn_declaration_poster_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  const char *variant = sgn_json_string (sheet->projection, "variant");
  gboolean vertical = variant != NULL && g_str_has_suffix (variant, "-vertical");
  double inset = vertical ? COLUMNS_LEFT : ROWS_LEFT;
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autofree char *issued = sgn_time_get_date (sheet->issued);
  g_autofree char *date = sgn_flow_date (flow, issued);
  const SgnPoster poster = { flow, inset, SGN_PAPER_WIDTH - inset, date };

  if (variant != NULL && g_str_has_prefix (variant, "a3-"))
    pages->scale = G_SQRT2;
  if (sheet->training)
    sgn_canvas_banner (&flow->canvas, sgn_flow_text (flow, "tag.seminar"));
  sgn_canvas_rect (&flow->canvas,
                   (SgnRect){ FRAME, FRAME, SGN_PAPER_WIDTH - 2 * FRAME,
                              SGN_PAPER_HEIGHT - 2 * FRAME },
                   SGN_COLOUR_NONE, SGN_INK (SGN_RULE_FRAME));
  add_outline (flow);
  if (vertical)
    sgn_poster_place_columns (&poster);
  else
    sgn_poster_place_rows (&poster);
  place_small_print (&poster, vertical);
}
