/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-calendar-private.h"

#include "sgn-table.h"

#define ROW_PAD 3.4
#define ROW_HEIGHT 19.4
#define HEAD_HEIGHT 18.0
#define YEAR_HEIGHT 12.0
#define MONTH_WIDTH 19.6
#define TITLE_WIDTH 148.0
#define SUBJECT_WIDTH 53.0
#define FRAME 1.4
#define TURN 0.7
#define LEGEND_HEIGHT 12.0
#define ABOVE 15.0

static const SgnMark legend[] = { SGN_MARK_COMPLETE, SGN_MARK_DOING, SGN_MARK_TODO,
                                  SGN_MARK_OVERDUE };

/* What calls for most stands for a month with several. */
static SgnMark
choose (SgnMark a, SgnMark b)
{
  static const SgnMark order[] = { SGN_MARK_OVERDUE, SGN_MARK_DOING, SGN_MARK_TODO,
                                   SGN_MARK_COMPLETE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (a == order[i] || b == order[i])
      return order[i];
  return a;
}

static void
add_month (const SgnCalendar *self, SgnRow *row, int month, SgnMark mark)
{
  g_autofree char *day = sgn_calendar_dup_first_day (self, month);
  g_autofree char *name = sgn_flow_month (self->flow, day);
  g_autofree char *alt = NULL;

  if (mark == SGN_MARK_NONE) {
    sgn_row_add_text (row, SGN_TYPE_CELL, "");
    return;
  }
  alt = sgn_flow_format (self->flow, "alt.month", "month", name, "state",
                         sgn_calendar_get_word (self, mark), NULL);
  sgn_row_add_mark (row, mark, alt);
}

static void
add_line (const SgnCalendar *self, SgnTable *table, const SgnCalendarLine *line)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  SgnMark marks[SGN_CALENDAR_MONTHS] = { SGN_MARK_NONE };
  gboolean task = line->kind == SGN_CALENDAR_TASK;
  g_autofree char *due = NULL;

  for (guint i = line->first; i < line->first + line->n; i++) {
    const SgnCalendarEntry *entry = &g_array_index (self->entries, SgnCalendarEntry, i);
    int month = sgn_calendar_get_month (self, entry->date);

    row->action |= entry->mark == SGN_MARK_OVERDUE;
    if (month >= 0 && month < SGN_CALENDAR_MONTHS)
      marks[month] = choose (marks[month], entry->mark);
  }
  due = task ? sgn_flow_date_short (self->flow, sgn_json_string (line->source, "due")) : NULL;
  sgn_row_add_text (row, row->action ? SGN_TYPE_CELL_BOLD : SGN_TYPE_CELL,
                    sgn_json_string (line->source, "title"));
  sgn_row_add_text (row, task ? SGN_TYPE_NUMBER : SGN_TYPE_CELL,
                    sgn_json_string (line->source, "subject"));
  if (task)
    sgn_row_add_text (row, SGN_TYPE_NUMBER, due);
  else
    sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (line->source, "how_often"));
  for (int month = 0; month < SGN_CALENDAR_MONTHS; month++)
    add_month (self, row, month, marks[month]);
}

static SgnTable *
create_table (const SgnCalendar *self, char **months)
{
  SgnFlow *flow = self->flow;
  SgnColumn columns[3 + SGN_CALENDAR_MONTHS] = {
    { TITLE_WIDTH, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.title"), TRUE },
    { SUBJECT_WIDTH, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.items"), FALSE },
    { SGN_WIDTH - TITLE_WIDTH - SUBJECT_WIDTH - SGN_CALENDAR_MONTHS * MONTH_WIDTH, SGN_ALIGN_LEFT,
      sgn_flow_text (flow, "table.often"), FALSE },
  };
  SgnTable *table = NULL;

  for (guint i = 0; i < SGN_CALENDAR_MONTHS; i++)
    columns[3 + i] = (SgnColumn){ MONTH_WIDTH, SGN_ALIGN_CENTRE, months[i], FALSE };
  table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  table->pad = ROW_PAD;
  table->min_height = ROW_HEIGHT;
  table->head_height = HEAD_HEIGHT;
  return table;
}

static double
get_month_x (int month)
{
  return SGN_RIGHT - (SGN_CALENDAR_MONTHS - month) * MONTH_WIDTH;
}

/* Which year the months belong to, above the head. */
static void
place_years (const SgnCalendar *self)
{
  SgnCanvas *canvas = &self->flow->canvas;
  int turn = SGN_CALENDAR_MONTHS - self->month + 1;

  for (int year = 0; year < (turn < SGN_CALENDAR_MONTHS ? 2 : 1); year++) {
    g_autofree char *text = g_strdup_printf ("%d", self->year + year);

    sgn_canvas_begin (canvas, SGN_TAG_P);
    sgn_canvas_text (canvas, SGN_TYPE_HEAD,
                     (SgnPlace){ get_month_x (year == 0 ? 0 : turn) + SGN_CELL_PAD, self->flow->y,
                                 SGN_ALIGN_LEFT, YEAR_HEIGHT, 0 },
                     text);
    sgn_canvas_end (canvas);
  }
  self->flow->y += YEAR_HEIGHT;
}

/* Grey, so it comes before the black rules that it crosses. */
static void
place_grid (const SgnCalendar *self, double height)
{
  for (int month = 0; month < SGN_CALENDAR_MONTHS; month++)
    sgn_canvas_line (&self->flow->canvas,
                     (SgnRect){ get_month_x (month), self->flow->y, 0, height },
                     (SgnPen){ SGN_RULE_GRID, SGN_COLOUR_GRID, 0, 0 });
}

static void
place_frames (const SgnCalendar *self, double top, double height)
{
  SgnCanvas *canvas = &self->flow->canvas;
  int now = sgn_calendar_get_month (self, self->today);

  if (self->month > 1)
    sgn_canvas_line (canvas,
                     (SgnRect){ get_month_x (SGN_CALENDAR_MONTHS - self->month + 1), top, 0,
                                height },
                     SGN_INK (TURN));
  sgn_canvas_rect (canvas, (SgnRect){ get_month_x (now), top, MONTH_WIDTH, height },
                   SGN_COLOUR_NONE, SGN_INK (FRAME));
}

/* One page of it: the table as a whole. */
static void
place_part (const SgnCalendar *self, SgnTable *table)
{
  SgnFlow *flow = self->flow;
  double height = sgn_table_get_height (table, flow->canvas.typesetter);
  double top = 0;

  place_years (self);
  top = flow->y;
  place_grid (self, height);
  sgn_table_place (table, flow);
  place_frames (self, top, height);
}

static void
add_group (const SgnCalendar *self, SgnTable *table, SgnCalendarKind kind)
{
  static const char *const keys[] = { "group.duties", "group.reviews", "group.tasks" };
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_GROUP);

  sgn_row_add_text (row, SGN_TYPE_GROUP, sgn_flow_text (self->flow, keys[kind]));
}

/* What one more line takes, a group row before it included. */
static double
measure_line (const SgnCalendar *self, char **months, const SgnCalendarLine *line, gboolean group)
{
  g_autoptr (SgnTable) table = create_table (self, months);

  if (group)
    add_group (self, table, line->kind);
  add_line (self, table, line);
  return sgn_table_get_height (table, self->flow->canvas.typesetter) - table->head_height;
}

static void
place_lines (const SgnCalendar *self, char **months)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnTable) table = create_table (self, months);
  double used = YEAR_HEIGHT + HEAD_HEIGHT;

  for (guint i = 0; i < self->lines->len; i++) {
    const SgnCalendarLine *line = &g_array_index (self->lines, SgnCalendarLine, i);
    gboolean group = table->rows->len == 0 ||
                     line->kind != g_array_index (self->lines, SgnCalendarLine, i - 1).kind;
    double height = measure_line (self, months, line, group);

    if (table->rows->len > 0 && used + height > sgn_flow_get_room (flow)) {
      place_part (self, table);
      sgn_flow_break_page (flow);
      g_clear_pointer (&table, sgn_table_free);
      table = create_table (self, months);
      used = YEAR_HEIGHT + HEAD_HEIGHT;
      group = TRUE;
      height = measure_line (self, months, line, group);
    }
    if (group)
      add_group (self, table, line->kind);
    add_line (self, table, line);
    used += height;
  }
  place_part (self, table);
}

/* What the signs before the numbers stand for. */
static char *
format_signs (const SgnCalendar *self)
{
  GString *list = g_string_new (NULL);
  g_autofree char *owned = NULL;
  json_t *each;
  size_t i;

  json_array_foreach (json_object_get (self->json, "legend"), i, each)
  {
    g_autofree char *sign = g_strdup (sgn_json_string (each, "sign"));
    g_autofree char *words =
      sgn_flow_format (self->flow, "note.sign", "sign", sign != NULL ? g_strchomp (sign) : "",
                       "title", sgn_json_string (each, "title"), NULL);

    if (i > 0)
      g_string_append (list, sgn_flow_text (self->flow, "note.sign_separator"));
    g_string_append (list, words);
  }
  owned = g_string_free (list, FALSE);
  return *owned != '\0' ? sgn_flow_format (self->flow, "note.legend", "list", owned, NULL)
                        : g_strdup ("");
}

static void
place_legend (const SgnCalendar *self)
{
  g_autofree char *signs = format_signs (self);
  SgnFlow *flow = self->flow;
  double x = SGN_LEFT;

  flow->y += SGN_NOTE_ABOVE;
  sgn_flow_need (flow, 2 * LEGEND_HEIGHT);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  for (guint i = 0; i < G_N_ELEMENTS (legend); i++) {
    sgn_canvas_mark (&flow->canvas, legend[i],
                     (SgnPoint){ x + SGN_MARK_RADIUS, flow->y + LEGEND_HEIGHT / 2 },
                     SGN_MARK_RADIUS, FALSE);
    x += SGN_MARK_TO_WORD;
    x +=
      sgn_canvas_text (&flow->canvas, SGN_TYPE_STATE, (SgnPlace){ x, flow->y, 0, LEGEND_HEIGHT, 0 },
                       sgn_calendar_get_word (self, legend[i]));
    x += 22;
  }
  if (x + sgn_typesetter_measure (flow->canvas.typesetter, SGN_TYPE_NOTE, signs) > SGN_RIGHT)
    flow->y += LEGEND_HEIGHT;
  sgn_canvas_text (&flow->canvas, SGN_TYPE_NOTE,
                   (SgnPlace){ SGN_RIGHT, flow->y, SGN_ALIGN_RIGHT, LEGEND_HEIGHT, 0 }, signs);
  sgn_canvas_end (&flow->canvas);
  flow->y += LEGEND_HEIGHT;
}

void
sgn_calendar_place_year (const SgnCalendar *self)
{
  SgnFlow *flow = self->flow;
  g_auto (GStrv) months = g_new0 (char *, SGN_CALENDAR_MONTHS + 1);
  g_autofree char *today = sgn_flow_date (flow, self->today);
  g_autofree char *note = sgn_flow_format (flow, "note.year", "date", today, NULL);

  for (int i = 0; i < SGN_CALENDAR_MONTHS; i++)
    months[i] = g_strdup_printf ("%d", (self->month - 1 + i) % SGN_CALENDAR_MONTHS + 1);
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.year"), note, ABOVE,
                    YEAR_HEIGHT + HEAD_HEIGHT + 3 * ROW_HEIGHT);
  if (self->lines->len == 0) {
    sgn_flow_paragraph (flow, SGN_TYPE_BODY, sgn_flow_text (flow, "year.none"));
    return;
  }
  place_lines (self, months);
  place_legend (self);
}
