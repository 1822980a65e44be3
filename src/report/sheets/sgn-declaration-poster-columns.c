/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declaration-poster-name.h"
#include "sgn-declaration-poster-private.h"

#include "sgn-kanji.h"

/* Places of centre lines and rules are millimetres from the left edge of the paper. */
#define TOP (33 * SGN_MM)
#define BOTTOM (SGN_PAPER_HEIGHT - 57 * SGN_MM)
#define ROOM (BOTTOM - TOP)
#define INDENT 8.0
#define TITLE 179.0
#define TITLE_RULE 167.0
#define LEAD 157.0
#define LEAD_RULE 147.5
#define PROMISE_IN 52.0
#define PROMISE_PITCH 15.0
#define PROMISE_PITCH_CLOSE 13.5
#define PROMISE_PITCH_CLOSEST 12.3

/* From the last rule to the left */
#define DATE_LEFT 8.2
#define COMPANY_LEFT 10.1
#define COMPANY_PITCH 9.0
#define NAME_LEFT 10.5
#define DATE_GAP 28.0
#define OFFICE_GAP 14.0
#define SHARED_LEAST 14.0
#define COMPANY_SIZE 20.0
#define COMPANY_LEAST 14.0

typedef struct {
  const SgnPoster *poster;
  SgnVertical *setter;
  char *date;
  GPtrArray *company; /* the name, a column each */
  double size;        /* of the name */
  gboolean shared;    /* the date stands above the name */
  double pitch;       /* of the six columns */
} Columns;

static double
get_size (SgnType type)
{
  return sgn_type_get_style (type)->size;
}

static double
measure (const Columns *self, SgnType type, double size, const char *text)
{
  return sgn_vertical_measure (self->setter, type, size, text);
}

static double
fit (const Columns *self, SgnType type, const char *text, double room)
{
  double size = get_size (type);

  return sgn_poster_fit (size, measure (self, type, size, text), room);
}

static void
place_rule (const Columns *self, double x, double weight)
{
  sgn_canvas_line (&self->poster->flow->canvas, (SgnRect){ x * SGN_MM, TOP, 0, ROOM },
                   SGN_INK (weight));
}

/* @at: centre line in millimetres, top in points. Returns where it ends. */
static double
place_text (const Columns *self, SgnType type, double size, SgnPoint at, const char *text)
{
  double length = measure (self, type, size, text);
  SgnColour colour = type == SGN_TYPE_COLUMN_NUMERAL ? SGN_COLOUR_ACCENT : SGN_COLOUR_INK;

  sgn_canvas_column (&self->poster->flow->canvas, type, size,
                     (SgnRect){ at.x * SGN_MM, at.y, 0, length }, colour, text);
  return at.y + length;
}

/* A column that begins @indent below the top, made smaller until it fits. */
static void
place_column (const Columns *self, SgnTag tag, SgnType type, SgnPoint at, const char *text)
{
  SgnCanvas *canvas = &self->poster->flow->canvas;

  sgn_canvas_begin (canvas, tag);
  place_text (self, type, fit (self, type, text, BOTTOM - at.y), at, text);
  sgn_canvas_end (canvas);
}

/* One size for all of them. */
static double
fit_promises (const Columns *self)
{
  double size = get_size (SGN_TYPE_COLUMN_RULE);

  for (guint i = 0; i < SGN_POSTER_N_PROMISES; i++)
    size = MIN (size, fit (self, SGN_TYPE_COLUMN_RULE, sgn_poster_get_promise (self->poster, i),
                           ROOM - PROMISE_IN));
  return size;
}

static void
place_promise (const Columns *self, guint i, double size)
{
  SgnCanvas *canvas = &self->poster->flow->canvas;
  double x = LEAD_RULE - (i + 0.5) * self->pitch;

  sgn_canvas_begin (canvas, SGN_TAG_LI);
  sgn_canvas_begin (canvas, SGN_TAG_LBL);
  place_text (self, SGN_TYPE_COLUMN_NUMERAL, get_size (SGN_TYPE_COLUMN_NUMERAL),
              (SgnPoint){ x, TOP + INDENT }, sgn_kanji_get_digit (i + 1));
  sgn_canvas_end (canvas);
  sgn_canvas_begin (canvas, SGN_TAG_LBODY);
  place_text (self, SGN_TYPE_COLUMN_RULE, size, (SgnPoint){ x, TOP + PROMISE_IN },
              sgn_poster_get_promise (self->poster, i));
  sgn_canvas_end (canvas);
  sgn_canvas_end (canvas);
  place_rule (self, LEAD_RULE - (i + 1) * self->pitch, SGN_RULE_ROW);
}

static void
place_promises (const Columns *self)
{
  double size = fit_promises (self);

  sgn_canvas_begin (&self->poster->flow->canvas, SGN_TAG_L);
  for (guint i = 0; i < SGN_POSTER_N_PROMISES; i++)
    place_promise (self, i, size);
  sgn_canvas_end (&self->poster->flow->canvas);
}

static double
find_longest (const Columns *self, const GPtrArray *lines)
{
  double longest = 0;

  for (guint i = 0; i < lines->len; i++)
    longest = MAX (longest, sgn_poster_name_measure (self->setter, lines->pdata[i]));
  return longest;
}

/* The name below the date, both in one column. */
static gboolean
plan_shared (Columns *self, const char *name)
{
  double size = get_size (SGN_TYPE_COLUMN_DATE);
  double date = measure (self, SGN_TYPE_COLUMN_DATE, size, self->date);
  double room = ROOM - INDENT - date - DATE_GAP;

  self->size = fit (self, SGN_TYPE_COLUMN_COMPANY, name, room);
  self->pitch = PROMISE_PITCH;
  self->shared = TRUE;
  return self->size >= SHARED_LEAST;
}

/* Takes @lines, which may be NULL. Returns whether they are still large enough to be read on the
 * wall. */
static gboolean
plan_lines (Columns *self, GPtrArray *lines, double pitch)
{
  if (lines == NULL)
    return FALSE;

  g_clear_pointer (&self->company, g_ptr_array_unref);
  self->company = lines;
  self->size = sgn_poster_fit (COMPANY_SIZE, COMPANY_SIZE * find_longest (self, lines), ROOM);
  self->pitch = pitch;
  self->shared = FALSE;
  return self->size >= COMPANY_LEAST;
}

/* Shared with the date, alone, its legal form apart, in two columns, in three: the first that
 * works, the last in any size. */
static void
plan_name (Columns *self, const char *name)
{
  self->company = sgn_poster_name_split (self->setter, name, 1);
  if (plan_shared (self, name))
    return;
  for (guint n = 1; n <= 3; n++) {
    double pitch = n < 3 ? PROMISE_PITCH_CLOSE : PROMISE_PITCH_CLOSEST;

    if (n == 2 && plan_lines (self, sgn_poster_name_split_form (name), pitch))
      return;
    if (plan_lines (self, sgn_poster_name_split (self->setter, name, n), pitch))
      return;
  }
}

/* Returns the centre line of the last column. The columns begin together; the longest ends at the
 * bottom. */
static double
place_company (const Columns *self, double x)
{
  SgnCanvas *canvas = &self->poster->flow->canvas;
  double top = BOTTOM - self->size * find_longest (self, self->company);

  sgn_canvas_begin (canvas, SGN_TAG_P);
  for (guint i = 0; i < self->company->len; i++) {
    x -= i > 0 ? COMPANY_PITCH : 0;
    place_text (self, SGN_TYPE_COLUMN_COMPANY, self->size, (SgnPoint){ x, top },
                self->company->pdata[i]);
  }
  sgn_canvas_end (canvas);
  return x;
}

/* The office above the name; together they end at the bottom. */
static void
place_representative (const Columns *self, double x)
{
  static const SgnType types[] = { SGN_TYPE_COLUMN_OFFICE, SGN_TYPE_COLUMN_NAME };
  const char *const texts[] = { sgn_poster_get_company (self->poster, "representative_title"),
                                sgn_poster_get_company (self->poster, "representative") };
  SgnCanvas *canvas = &self->poster->flow->canvas;
  double usual = 0;
  double share, y;

  for (guint i = 0; i < 2; i++)
    usual += texts[i] != NULL ? measure (self, types[i], get_size (types[i]), texts[i]) : 0;
  if (usual <= 0)
    return;
  share = MIN (1, (ROOM - OFFICE_GAP) / usual);
  y = BOTTOM - usual * share - (texts[0] != NULL && texts[1] != NULL ? OFFICE_GAP : 0);
  sgn_canvas_begin (canvas, SGN_TAG_P);
  for (guint i = 0; i < 2; i++)
    if (texts[i] != NULL)
      y = OFFICE_GAP +
          place_text (self, types[i], get_size (types[i]) * share, (SgnPoint){ x, y }, texts[i]);
  sgn_canvas_end (canvas);
}

static void
place_signature (const Columns *self)
{
  double x = LEAD_RULE - SGN_POSTER_N_PROMISES * self->pitch - DATE_LEFT;

  place_column (self, SGN_TAG_P, SGN_TYPE_COLUMN_DATE, (SgnPoint){ x, TOP + INDENT }, self->date);
  if (self->company != NULL)
    x = place_company (self, self->shared ? x : x - COMPANY_LEFT);
  place_representative (self, x - NAME_LEFT);
}

void
sgn_poster_place_columns (const SgnPoster *poster)
{
  SgnFlow *flow = poster->flow;
  g_autoptr (SgnVertical) setter = sgn_vertical_new ();
  g_autofree char *date = sgn_kanji_spell_numbers (poster->date);
  const char *name = sgn_poster_get_company (poster, "name");
  Columns self = { poster, setter, date, NULL, 0, FALSE, PROMISE_PITCH };

  if (name != NULL)
    plan_name (&self, name);
  place_column (&self, SGN_TAG_H1, SGN_TYPE_COLUMN_TITLE, (SgnPoint){ TITLE, TOP },
                sgn_text_get (&flow->sheet->document->title, flow->sheet->language));
  sgn_poster_place_tag (poster, SGN_ALIGN_LEFT);
  place_rule (&self, TITLE_RULE, 1.2);
  place_column (&self, SGN_TAG_P, SGN_TYPE_COLUMN_LEAD, (SgnPoint){ LEAD, TOP + INDENT },
                sgn_flow_text (flow, "lead"));
  place_rule (&self, LEAD_RULE, SGN_RULE_ROW);
  place_promises (&self);
  place_signature (&self);
  g_clear_pointer (&self.company, g_ptr_array_unref);
}
