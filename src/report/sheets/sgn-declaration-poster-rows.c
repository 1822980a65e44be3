/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declaration-poster-private.h"

#define TITLE_TOP (31 * SGN_MM)
#define TITLE_BELOW 10.0
#define LEAD_ABOVE 13.0
#define LEAD_BELOW 15.0
#define ROW 61.0
#define NUMERAL_IN 2.0
#define PROMISE_IN (14 * SGN_MM)
#define DATE_ABOVE 22.0
#define COMPANY_ABOVE 4.5
#define OFFICE_GAP 12.5

#define COMPANY_LEAST 12.0
#define COMPANY_TWO_LINES 16.0
#define COMPANY_LINE 1.4
#define COMPANY_ROOM 56.0
#define SIGNATURE_LEAST 9.0
#define SIGNATURE_LINE 19.0

static double
get_size (SgnType type)
{
  return sgn_type_get_style (type)->size;
}

static double
measure (const SgnPoster *self, SgnType type, const char *text)
{
  return sgn_typesetter_measure (self->flow->canvas.typesetter, type, text);
}

/* The greatest size, in steps, in which @text is not wider than @room. */
static double
fit (const SgnPoster *self, SgnType type, const char *text, double room)
{
  return sgn_poster_fit (get_size (type), measure (self, type, text), room);
}

static double
get_width (const SgnPoster *self)
{
  return self->right - self->left;
}

static void
place_rule (const SgnPoster *self, double weight)
{
  sgn_canvas_line (&self->flow->canvas, (SgnRect){ self->left, self->flow->y, get_width (self), 0 },
                   SGN_INK (weight));
}

/* A line in the type @type, made smaller until it fits, in a box of height @leading. */
static void
place_line_in (const SgnPoster *self, SgnTag tag, SgnType type, double leading, const char *text)
{
  SgnFlow *flow = self->flow;

  sgn_canvas_begin (&flow->canvas, tag);
  sgn_canvas_text_sized (&flow->canvas, type, fit (self, type, text, get_width (self)),
                         (SgnPlace){ self->left, flow->y, 0, leading, 0 }, text);
  sgn_canvas_end (&flow->canvas);
  flow->y += leading;
}

static void
place_line (const SgnPoster *self, SgnTag tag, SgnType type, const char *text)
{
  place_line_in (self, tag, type, sgn_type_get_style (type)->leading, text);
}

static void
place_title (const SgnPoster *self)
{
  SgnFlow *flow = self->flow;

  flow->y = TITLE_TOP;
  place_line (self, SGN_TAG_H1,
              sgn_flow_is_japanese (flow) ? SGN_TYPE_POSTER_TITLE : SGN_TYPE_POSTER_TITLE_EN,
              sgn_text_get (&flow->sheet->document->title, flow->sheet->language));
  flow->y += TITLE_BELOW;
  place_rule (self, 1.2);
  flow->y += LEAD_ABOVE;
}

/* One size for all of them. */
static double
fit_promises (const SgnPoster *self)
{
  double size = get_size (SGN_TYPE_POSTER_RULE);

  for (guint i = 0; i < SGN_POSTER_N_PROMISES; i++)
    size = MIN (size, fit (self, SGN_TYPE_POSTER_RULE, sgn_poster_get_promise (self, i),
                           get_width (self) - PROMISE_IN));
  return size;
}

static void
place_promise (const SgnPoster *self, guint i, double size)
{
  SgnFlow *flow = self->flow;
  SgnCanvas *canvas = &flow->canvas;
  g_autofree char *number = g_strdup_printf ("%u", i + 1);

  sgn_canvas_begin (canvas, SGN_TAG_LI);
  sgn_canvas_begin (canvas, SGN_TAG_LBL);
  sgn_canvas_text (canvas, SGN_TYPE_POSTER_NUMERAL,
                   (SgnPlace){ self->left + NUMERAL_IN, flow->y, 0, 0, SGN_COLOUR_ACCENT }, number);
  sgn_canvas_end (canvas);
  sgn_canvas_begin (canvas, SGN_TAG_LBODY);
  sgn_canvas_text_sized (canvas, SGN_TYPE_POSTER_RULE, size,
                         (SgnPlace){ self->left + PROMISE_IN, flow->y, 0, 0, 0 },
                         sgn_poster_get_promise (self, i));
  sgn_canvas_end (canvas);
  sgn_canvas_end (canvas);
  flow->y += ROW;
  place_rule (self, SGN_RULE_ROW);
}

static void
place_promises (const SgnPoster *self)
{
  double size = fit_promises (self);

  self->flow->y += LEAD_BELOW;
  place_rule (self, SGN_RULE_ROW);
  sgn_canvas_begin (&self->flow->canvas, SGN_TAG_L);
  for (guint i = 0; i < SGN_POSTER_N_PROMISES; i++)
    place_promise (self, i, size);
  sgn_canvas_end (&self->flow->canvas);
}

static GPtrArray *
break_company (const SgnPoster *self, const char *name, double size)
{
  double room = get_width (self) * get_size (SGN_TYPE_POSTER_COMPANY) / size;

  return sgn_typesetter_break (self->flow->canvas.typesetter, SGN_TYPE_POSTER_COMPANY, name, room);
}

/* A name too long for one line goes on in the next, as large as there is room for its lines. */
static void
place_long_company (const SgnPoster *self, const char *name)
{
  SgnFlow *flow = self->flow;
  double size = COMPANY_TWO_LINES;
  g_autoptr (GPtrArray) lines = break_company (self, name, size);

  while (size > SGN_POSTER_STEP && lines->len * size * COMPANY_LINE > COMPANY_ROOM) {
    size -= SGN_POSTER_STEP;
    g_ptr_array_unref (lines);
    lines = break_company (self, name, size);
  }
  for (guint i = 0; i < lines->len; i++) {
    const SgnLine *line = g_ptr_array_index (lines, i);

    sgn_canvas_text_sized (&flow->canvas, SGN_TYPE_POSTER_COMPANY, size,
                           (SgnPlace){ self->left, flow->y, 0, size * COMPANY_LINE, 0 },
                           line->text);
    flow->y += size * COMPANY_LINE;
  }
}

static void
place_company (const SgnPoster *self)
{
  SgnFlow *flow = self->flow;
  const char *name = sgn_poster_get_company (self, "name");

  if (name == NULL)
    return;
  flow->y += COMPANY_ABOVE;
  if (fit (self, SGN_TYPE_POSTER_COMPANY, name, get_width (self)) >= COMPANY_LEAST) {
    place_line (self, SGN_TAG_P, SGN_TYPE_POSTER_COMPANY, name);
    return;
  }
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  place_long_company (self, name);
  sgn_canvas_end (&flow->canvas);
}

/* Both on one line, in the order of the language. Returns FALSE when they do not fit. */
static gboolean
place_signature (const SgnPoster *self, SgnType types[2], const char *const texts[2])
{
  SgnCanvas *canvas = &self->flow->canvas;
  double usual = measure (self, types[0], texts[0]) + measure (self, types[1], texts[1]);
  double share = 1;
  double x = self->left;

  while (usual * share + OFFICE_GAP > get_width (self))
    share -= 0.05;
  if (share * get_size (SGN_TYPE_POSTER_OFFICE) < SIGNATURE_LEAST)
    return FALSE;

  sgn_canvas_begin (canvas, SGN_TAG_P);
  for (guint i = 0; i < 2; i++)
    x += OFFICE_GAP + sgn_canvas_text_sized (canvas, types[i], get_size (types[i]) * share,
                                             (SgnPlace){ x, self->flow->y, 0, 0, 0 }, texts[i]);
  sgn_canvas_end (canvas);
  return TRUE;
}

static void
place_representative (const SgnPoster *self)
{
  const char *office = sgn_poster_get_company (self, "representative_title");
  const char *name = sgn_poster_get_company (self, "representative");
  gboolean ja = sgn_flow_is_japanese (self->flow);
  SgnType types[] = { ja ? SGN_TYPE_POSTER_OFFICE : SGN_TYPE_POSTER_NAME,
                      ja ? SGN_TYPE_POSTER_NAME : SGN_TYPE_POSTER_OFFICE };
  const char *const texts[] = { ja ? office : name, ja ? name : office };

  if (office != NULL && name != NULL && place_signature (self, types, texts))
    return;
  for (guint i = 0; i < 2; i++)
    if (texts[i] != NULL)
      place_line_in (self, SGN_TAG_P, types[i], SIGNATURE_LINE, texts[i]);
}

void
sgn_poster_place_rows (const SgnPoster *self)
{
  place_title (self);
  sgn_poster_place_tag (self, SGN_ALIGN_RIGHT);
  place_line (self, SGN_TAG_P, SGN_TYPE_POSTER_LEAD, sgn_flow_text (self->flow, "lead"));
  place_promises (self);
  self->flow->y += DATE_ABOVE;
  place_line (self, SGN_TAG_P, SGN_TYPE_POSTER_DATE, self->date);
  place_company (self);
  place_representative (self);
}
