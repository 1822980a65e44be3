/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-number.h"
#include "sgn-scs-private.h"

#define ROW 13.5
#define GAP 14.0
#define WIDTH ((SGN_WIDTH - GAP) / 2)
#define NAME_AT 32.0
#define RADIUS 3.7
#define PITCH 10.6
#define PAD 3.0
/* Only names in this dense map are set smaller where they do not fit, and not below this. */
#define LEAST 0.78

static const char *
get_group (const json_t *item)
{
  return sgn_json_string (item, "group");
}

/* The states of the criteria of @group, one after the other in words. */
static char *
format_marks (const SgnScsSheet *self, const char *group)
{
  GString *list = g_string_new (NULL);
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (self->json, "items"), i, item)
  {
    if (g_strcmp0 (get_group (item), group) != 0)
      continue;
    g_string_append_printf (list, "%s%s",
                            list->len > 0 ? sgn_flow_text (self->flow, "list.separator") : "",
                            sgn_assessment_words_state (self->flow,
                                                        sgn_assessment_words_mark (item, "mark")));
  }
  return g_string_free (list, FALSE);
}

/* The marks end at @right. */
static void
place_marks (const SgnScsSheet *self, const json_t *group, double right, double y)
{
  SgnCanvas *canvas = &self->flow->canvas;
  const char *id = sgn_json_string (group, "id");
  g_autofree char *alt = format_marks (self, id);
  double width = (double) sgn_json_integer (group, "criteria", 0) * PITCH;
  double x = right - PAD - width + PITCH / 2;
  json_t *item;
  size_t i;

  sgn_canvas_begin_figure (canvas, SGN_TAG_SPAN, alt);
  json_array_foreach (json_object_get (self->json, "items"), i, item)
  {
    if (g_strcmp0 (get_group (item), id) != 0)
      continue;
    sgn_canvas_mark (canvas, sgn_assessment_words_mark (item, "mark"), (SgnPoint){ x, y + ROW / 2 },
                     RADIUS, FALSE);
    x += PITCH;
  }
  sgn_canvas_end (canvas);
}

static void
place_name (const SgnScsSheet *self, const char *name, SgnPoint at, double room)
{
  SgnCanvas *canvas = &self->flow->canvas;
  double size = sgn_type_get_style (SGN_TYPE_CELL)->size;
  double width = sgn_typesetter_measure (canvas->typesetter, SGN_TYPE_CELL, name);

  sgn_canvas_text_sized (canvas, SGN_TYPE_CELL, width > room ? size * room / width : size,
                         (SgnPlace){ at.x, at.y, 0, ROW, 0 }, name);
}

/* The name in full, or the short one where even small letters would not do. */
static const char *
choose_name (const SgnScsSheet *self, const json_t *group, double room)
{
  const char *title = sgn_json_string (group, "title");
  const char *brief = sgn_json_string (group, "short");
  double width = sgn_typesetter_measure (self->flow->canvas.typesetter, SGN_TYPE_CELL, title);

  return width * LEAST > room && brief != NULL ? brief : title;
}

static void
place_group (const SgnScsSheet *self, const json_t *group, double x, double y)
{
  SgnCanvas *canvas = &self->flow->canvas;
  double marks = (double) sgn_json_integer (group, "criteria", 0) * PITCH;
  double room = WIDTH - NAME_AT - marks - 2 * PAD;

  sgn_canvas_begin (canvas, SGN_TAG_P);
  sgn_canvas_text (canvas, SGN_TYPE_FILE, (SgnPlace){ x + PAD, y, 0, ROW, 0 },
                   sgn_json_string (group, "number"));
  place_name (self, choose_name (self, group, room), (SgnPoint){ x + NAME_AT, y }, room);
  place_marks (self, group, x + WIDTH, y);
  sgn_canvas_end (canvas);
  sgn_canvas_line (canvas, (SgnRect){ x, y + ROW, WIDTH, 0 }, SGN_INK (SGN_RULE_ROW));
}

/* The requirement with the most criteria. */
static const json_t *
find_longest (const SgnScsSheet *self)
{
  const json_t *longest = NULL;
  json_t *group;
  size_t i;

  json_array_foreach (json_object_get (self->json, "groups"), i, group)
  {
    if (sgn_json_integer (group, "criteria", 0) > sgn_json_integer (longest, "criteria", 0))
      longest = group;
  }
  return longest;
}

/* What the marks stand for, told of one requirement. */
static char *
format_note (const SgnScsSheet *self)
{
  const json_t *longest = find_longest (self);
  const char *number = sgn_json_string (longest, "number");
  g_autofree char *n = sgn_number_format (sgn_json_integer (longest, "criteria", 0));

  return sgn_flow_format (self->flow, "note.map", "number", number != NULL ? number : "", "n", n,
                          NULL);
}

void
sgn_scs_place_map (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  json_t *groups = json_object_get (self->json, "groups");
  gsize rows = (json_array_size (groups) + 1) / 2;
  g_autofree char *note = format_note (self);
  json_t *group;
  size_t i;

  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.map"), note, SGN_H2_ABOVE_TIGHT,
                    (double) rows * ROW);
  for (guint column = 0; column < 2; column++)
    sgn_canvas_line (&flow->canvas,
                     (SgnRect){ SGN_LEFT + column * (WIDTH + GAP), flow->y, WIDTH, 0 },
                     SGN_INK (SGN_RULE_FRAME));
  json_array_foreach (groups, i, group)
    place_group (self, group, SGN_LEFT + (double) (i / rows) * (WIDTH + GAP),
                 flow->y + (double) (i % rows) * ROW);
  flow->y += (double) rows * ROW;
}
