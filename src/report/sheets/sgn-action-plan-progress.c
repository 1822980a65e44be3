/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-action-plan-private.h"

#include "sgn-number.h"

#define BAR_HEIGHT 13.0
#define BAR_RULE 0.7
#define BAR_INNER 2.0
#define LEGEND_GAP 7.0
#define LEGEND_HEIGHT 12.0
#define LEGEND_STEP 22.0
#define ABOVE 15.0

/* In the order of the bar; the last one is no part of it. */
static const SgnMark marks[] = { SGN_MARK_OVERDUE, SGN_MARK_DOING, SGN_MARK_TODO, SGN_MARK_COMPLETE,
                                 SGN_MARK_NOT_APPLICABLE };
#define N_PARTS 4

typedef struct {
  gint64 of[G_N_ELEMENTS (marks)];
  gint64 all; /* of the bar */
} Counts;

static Counts
count_tasks (const SgnActionPlan *self)
{
  Counts counts = { 0 };
  json_t *task;
  size_t i;

  json_array_foreach (json_object_get (self->json, "tasks"), i, task)
  {
    SgnMark mark = sgn_action_plan_get_mark (self, task);

    for (guint part = 0; part < G_N_ELEMENTS (marks); part++) {
      counts.of[part] += marks[part] == mark;
      counts.all += marks[part] == mark && part < N_PARTS;
    }
  }
  return counts;
}

/* 期限超過 1、着手 4、未着手 4、完了 3 */
static char *
format_parts (const SgnActionPlan *self, const Counts *counts)
{
  GString *text = g_string_new (NULL);

  for (guint part = 0; part < N_PARTS; part++) {
    g_autofree char *n = sgn_number_format (counts->of[part]);
    g_autofree char *words =
      sgn_flow_format (self->flow, "alt.part", "state",
                       sgn_action_plan_get_word (self, marks[part]), "n", n, NULL);

    g_string_append_printf (text, "%s%s",
                            part > 0 ? sgn_flow_text (self->flow, "list.separator") : "", words);
  }
  return g_string_free (text, FALSE);
}

static char *
format_total (const SgnActionPlan *self, const Counts *counts)
{
  g_autofree char *n = sgn_number_format (counts->all);

  return sgn_flow_format (self->flow, "total", "n", n, NULL);
}

/* White with a heavy inner border and an exclamation mark: black beside the solid accent would be
 * one mass on a fax. */
static void
place_overdue (SgnCanvas *canvas, SgnRect rect)
{
  const double inset = BAR_INNER / 2;
  const SgnRect inner = { rect.x + inset, rect.y + inset, rect.width - 2 * inset,
                          rect.height - 2 * inset };

  sgn_canvas_rect (canvas, inner, SGN_COLOUR_WHITE, SGN_INK (BAR_INNER));
  sgn_canvas_text (canvas, SGN_TYPE_STATE_BOLD,
                   (SgnPlace){ rect.x + rect.width / 2, rect.y, SGN_ALIGN_CENTRE, rect.height, 0 },
                   "!");
}

static void
place_part (SgnCanvas *canvas, SgnMark mark, SgnRect rect)
{
  if (mark == SGN_MARK_OVERDUE) {
    place_overdue (canvas, rect);
    return;
  }
  if (mark == SGN_MARK_DOING)
    sgn_canvas_hatch (canvas, rect);
  sgn_canvas_rect (canvas, rect, mark == SGN_MARK_COMPLETE ? SGN_COLOUR_ACCENT : SGN_COLOUR_NONE,
                   SGN_INK (BAR_RULE));
}

static void
place_bar (const SgnActionPlan *self, const Counts *counts)
{
  SgnCanvas *canvas = &self->flow->canvas;
  g_autofree char *parts = format_parts (self, counts);
  g_autofree char *total = format_total (self, counts);
  g_autofree char *alt =
    sgn_flow_format (self->flow, "alt.progress", "parts", parts, "total", total, NULL);
  double x = SGN_LEFT;

  sgn_canvas_begin_figure (canvas, SGN_TAG_FIGURE, alt);
  for (guint part = 0; part < N_PARTS; part++) {
    double width = SGN_WIDTH * (double) counts->of[part] / (double) counts->all;

    if (counts->of[part] > 0)
      place_part (canvas, marks[part], (SgnRect){ x, self->flow->y, width, BAR_HEIGHT });
    x += width;
  }
  sgn_canvas_end (canvas);
  self->flow->y += BAR_HEIGHT + LEGEND_GAP;
}

/* A mark, its word and how many: the width. */
static double
place_entry (const SgnActionPlan *self, SgnMark mark, gint64 count, double x)
{
  SgnCanvas *canvas = &self->flow->canvas;
  double y = self->flow->y;
  SgnType type = mark == SGN_MARK_OVERDUE && count > 0 ? SGN_TYPE_STATE_BOLD : SGN_TYPE_STATE;
  double at = x + SGN_MARK_TO_WORD;
  g_autofree char *n = sgn_number_format (count);

  sgn_canvas_mark (canvas, mark, (SgnPoint){ x + SGN_MARK_RADIUS, y + LEGEND_HEIGHT / 2 },
                   SGN_MARK_RADIUS, FALSE);
  at += sgn_canvas_text (canvas, type, (SgnPlace){ at, y, 0, LEGEND_HEIGHT, 0 },
                         sgn_action_plan_get_word (self, mark));
  at += 5;
  at += sgn_canvas_text (canvas, SGN_TYPE_NUMBER_BOLD, (SgnPlace){ at, y, 0, LEGEND_HEIGHT, 0 }, n);
  return at - x;
}

static void
place_legend (const SgnActionPlan *self, const Counts *counts)
{
  SgnFlow *flow = self->flow;
  g_autofree char *total = format_total (self, counts);
  double x = SGN_LEFT;

  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  for (guint part = 0; part < G_N_ELEMENTS (marks); part++)
    if (part < N_PARTS || counts->of[part] > 0)
      x += place_entry (self, marks[part], counts->of[part], x) + LEGEND_STEP;
  sgn_canvas_text (&flow->canvas, SGN_TYPE_STATE,
                   (SgnPlace){ SGN_RIGHT, flow->y, SGN_ALIGN_RIGHT, LEGEND_HEIGHT, 0 }, total);
  sgn_canvas_end (&flow->canvas);
  flow->y += LEGEND_HEIGHT;
}

void
sgn_action_plan_place_progress (const SgnActionPlan *self)
{
  SgnFlow *flow = self->flow;
  const Counts counts = count_tasks (self);
  g_autofree char *today = sgn_flow_date (flow, self->today);
  g_autofree char *note = sgn_flow_format (flow, "note.today", "date", today, NULL);

  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.progress"), note, ABOVE,
                    BAR_HEIGHT + LEGEND_GAP + LEGEND_HEIGHT);
  if (counts.all > 0)
    place_bar (self, &counts);
  place_legend (self, &counts);
}
