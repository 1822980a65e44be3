/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart.h"
#include "sgn-legend.h"
#include "sgn-number.h"
#include "sgn-scs-private.h"

#define LEFT_WIDTH 144.0
#define LEFT_GAP 8.0
#define RIGHT_GAP 11.7
#define HEIGHT 49.0
#define UNIT_GAP 6.0
#define UNIT_TOP 17.0
#define UNIT_LEADING 15.0
#define FINDING_HEIGHT 17.0
#define BAR_ABOVE 3.0
#define BAR_HEIGHT 12.0
#define LEGEND_ABOVE 5.0
#define TABLE_ROW 18.0
#define TABLE_PAD 2.7

static gint64
get_number (const SgnScsSheet *self, const char *key)
{
  return sgn_json_integer (self->json, key, 0);
}

/* Returns where the words at its right may begin. */
static double
place_number (const SgnScsSheet *self, double y)
{
  SgnCanvas *canvas = &self->flow->canvas;
  g_autofree char *met = sgn_number_format (get_number (self, "met"));
  g_autofree char *criteria = sgn_number_format (get_number (self, "criteria"));
  g_autofree char *of = sgn_flow_format (self->flow, "summary.of", "n", criteria, NULL);
  double x = SGN_LEFT;
  double width;

  sgn_canvas_begin (canvas, SGN_TAG_P);
  x += sgn_canvas_text (canvas, SGN_TYPE_SCORE, (SgnPlace){ x, y, 0, HEIGHT, 0 }, met) + UNIT_GAP;
  width = sgn_canvas_text (canvas, SGN_TYPE_SCORE_UNIT,
                           (SgnPlace){ x, y + UNIT_TOP, 0, UNIT_LEADING, 0 }, of);
  sgn_canvas_text (canvas, SGN_TYPE_NOTE, (SgnPlace){ x, y + UNIT_TOP + UNIT_LEADING, 0, 0, 0 },
                   sgn_flow_text (self->flow, "summary.met"));
  sgn_canvas_end (canvas);
  return MAX (SGN_LEFT + LEFT_WIDTH, x + width + LEFT_GAP);
}

/* ★3 and the others come about in different ways. */
static char *
format_advice (const SgnScsSheet *self)
{
  const char *level = sgn_json_string (self->json, "level");

  if (g_strcmp0 (level, "★3") == 0)
    return g_strdup (sgn_flow_text (self->flow, "summary.advice.3"));
  return sgn_flow_format (self->flow, "summary.advice", "level", level, NULL);
}

static void
place_words (const SgnScsSheet *self, double x, double y)
{
  SgnFlow *flow = self->flow;
  g_autofree char *met = sgn_number_format (get_number (self, "requirements_met"));
  g_autofree char *n = sgn_number_format (get_number (self, "requirements"));
  g_autofree char *finding =
    sgn_flow_format (flow, "summary.finding", "level", sgn_json_string (self->json, "level"), "n",
                     n, "met", met, NULL);
  g_autofree char *advice = format_advice (self);
  const SgnPlace place = { x, 0, SGN_ALIGN_LEFT, 13, 0 };

  flow->y = y;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas,
                   sgn_flow_is_japanese (flow) ? SGN_TYPE_FINDING : SGN_TYPE_FINDING_EN,
                   (SgnPlace){ x, y, 0, FINDING_HEIGHT, 0 }, finding);
  sgn_canvas_end (&flow->canvas);
  flow->y = y + FINDING_HEIGHT;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_flow_lines (flow, SGN_TYPE_ADVICE, place, SGN_RIGHT - x, advice);
  sgn_canvas_end (&flow->canvas);
}

static void
place_bar (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autofree char *criteria = sgn_number_format (get_number (self, "criteria"));
  g_autofree char *list = sgn_scs_format_counts (self, self->json);
  g_autofree char *alt = sgn_flow_format (flow, "alt.summary", "n", criteria, "list", list, NULL);
  guint counts[SGN_N_MARKS];

  sgn_scs_count_all (self->json, counts);
  sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_FIGURE, alt);
  sgn_stack_place (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, BAR_HEIGHT }, counts);
  sgn_canvas_end (&flow->canvas);
  flow->y += BAR_HEIGHT;
}

static void
place_legend (const SgnScsSheet *self)
{
  const char *words[SGN_N_MARKS];
  guint counts[SGN_N_MARKS];

  sgn_scs_count_all (self->json, counts);
  for (guint mark = 0; mark < SGN_N_MARKS; mark++)
    words[mark] = sgn_assessment_words_state (self->flow, (SgnMark) mark);
  sgn_legend_place (self->flow, words, counts);
}

void
sgn_scs_place_summary (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  double x, y;

  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.summary"), NULL, SGN_H2_ABOVE_TIGHT,
                    HEIGHT + BAR_HEIGHT + SGN_LEGEND_HEIGHT);
  y = flow->y;
  x = place_number (self, y);
  sgn_canvas_line (&flow->canvas, (SgnRect){ x, y, 0, HEIGHT }, SGN_INK (SGN_RULE_FOOT));
  place_words (self, x + RIGHT_GAP, y);
  flow->y = MAX (flow->y, y + HEIGHT) + BAR_ABOVE;
  place_bar (self);
  flow->y += LEGEND_ABOVE;
  place_legend (self);
}

static SgnTable *
create_table (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn all[] = {
    { 50, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.section"), TRUE },
    { sgn_flow_is_japanese (flow) ? 18 : 26, SGN_ALIGN_RIGHT,
      sgn_flow_text (flow, "table.requirements"), FALSE },
    { sgn_flow_is_japanese (flow) ? 44 : 36, SGN_ALIGN_LEFT, "", FALSE },
    { 17, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.met"), FALSE },
    { 12, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.partly"), FALSE },
    { 20, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.not_met"), FALSE },
    { 13, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.other"), FALSE },
  };
  const SgnColumn joined[] = {
    { 68, SGN_ALIGN_LEFT, all[0].head, TRUE }, all[2], all[3], all[4], all[5], all[6],
  };
  SgnTable *table = self->whole ? sgn_table_new (all, G_N_ELEMENTS (all))
                                : sgn_table_new (joined, G_N_ELEMENTS (joined));

  table->min_height = TABLE_ROW;
  table->pad = TABLE_PAD;
  return table;
}

static void
add_number (SgnRow *row, SgnType type, guint number)
{
  g_autofree char *text = sgn_number_format (number);

  sgn_row_add_text (row, type, text);
}

/* @section: the whole, or one category of it */
static void
add_share (const SgnScsSheet *self,
           SgnRow *row,
           SgnType type,
           const json_t *section,
           const char *part,
           const char *whole)
{
  g_autofree char *text = sgn_scs_format_share (self, sgn_json_integer (section, part, 0),
                                                sgn_json_integer (section, whole, 0));

  sgn_row_add_text (row, type, text);
}

static void
add_counts (SgnRow *row, const json_t *section, SgnType type)
{
  add_number (row, type, sgn_scs_count (section, SGN_MARK_PARTIAL));
  add_number (row, type, sgn_scs_count (section, SGN_MARK_NOT_DONE));
  add_number (row, type,
              sgn_scs_count (section, SGN_MARK_UNKNOWN) +
                sgn_scs_count (section, SGN_MARK_NOT_APPLICABLE) +
                sgn_scs_count (section, SGN_MARK_NONE));
}

static void
add_section (const SgnScsSheet *self, SgnTable *table, const json_t *section)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  g_autofree char *name =
    sgn_flow_format (self->flow, "section.name", "number", sgn_json_string (section, "number"),
                     "title", sgn_json_string (section, "title"), NULL);
  g_autofree char *list = sgn_scs_format_counts (self, section);
  g_autofree char *alt =
    sgn_flow_format (self->flow, "alt.section", "section", name, "list", list, NULL);
  guint counts[SGN_N_MARKS];

  sgn_scs_count_all (section, counts);
  sgn_row_add_text (row, SGN_TYPE_GROUP, name);
  if (self->whole)
    add_share (self, row, SGN_TYPE_NUMBER, section, "requirements_met", "requirements");
  sgn_row_add_stack (row, counts, alt);
  add_share (self, row, SGN_TYPE_NUMBER_BOLD, section, "met", "criteria");
  add_counts (row, section, SGN_TYPE_NUMBER);
}

static void
add_total (const SgnScsSheet *self, SgnTable *table)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);

  sgn_row_add_text (row, SGN_TYPE_GROUP, sgn_flow_text (self->flow, "table.total"));
  if (self->whole)
    add_share (self, row, SGN_TYPE_NUMBER_BOLD, self->json, "requirements_met", "requirements");
  sgn_row_add_text (row, SGN_TYPE_CELL, "");
  add_share (self, row, SGN_TYPE_NUMBER_BOLD, self->json, "met", "criteria");
  add_counts (row, self->json, SGN_TYPE_NUMBER);
}

void
sgn_scs_place_sections (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnTable) table = create_table (self);
  json_t *section;
  size_t i;

  json_array_foreach (json_object_get (self->json, "sections"), i, section)
    add_section (self, table, section);
  add_total (self, table);
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.sections"),
                    sgn_flow_text (flow, "note.bars"), SGN_H2_ABOVE_TIGHT,
                    sgn_table_get_height (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
  if (!self->whole) {
    flow->y += SGN_NOTE_ABOVE;
    sgn_flow_paragraph (flow, SGN_TYPE_NOTE, sgn_flow_text (flow, "note.joined"));
  }
}
