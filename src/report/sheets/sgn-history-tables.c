/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-history-sheet-private.h"

#include "sgn-date.h"
#include "sgn-number.h"
#include "sgn-table.h"

#include <string.h>

#define BOX_ABOVE 12.0
#define BOX_PAD 9.0
#define BOX_LABEL 15.0
#define BOX_LINE 17.0
/* Where the result of the check begins. */
#define RESULT_AT 330.0
#define RESULT_RULE 318.0
#define BOX_RULE 1.2
/* Digits of a hash in a group, groups on a line, digits beside an event. */
#define GROUP 4
#define LINE_GROUPS 8
#define EVENT_DIGITS 8

static const char *
get_text (const SgnHistorySheet *self, const char *key)
{
  return sgn_flow_text (self->flow, key);
}

/* @n digits from @at, in groups of four. */
static char *
format_hash (const char *hash, gsize at, gsize n)
{
  GString *text = g_string_new (NULL);
  gsize length = hash != NULL ? strlen (hash) : 0;

  for (gsize i = at; i < MIN (at + n, length); i++) {
    if (i > at && (i - at) % GROUP == 0)
      g_string_append_c (text, ' ');
    g_string_append_c (text, hash[i]);
  }
  return g_string_free (text, FALSE);
}

static void
place_text (const SgnHistorySheet *self, SgnType type, double x, double y, const char *text)
{
  sgn_canvas_text (&self->flow->canvas, type, (SgnPlace){ x, y, SGN_ALIGN_LEFT, 0, 0 }, text);
}

static void
place_head (const SgnHistorySheet *self, double y)
{
  SgnCanvas *canvas = &self->flow->canvas;
  const char *head = sgn_json_string (self->chain, "head");
  g_autofree char *seq = sgn_number_format (sgn_json_integer (self->chain, "last", 0));
  g_autofree char *label = sgn_flow_format (self->flow, "head.label", "seq", seq, NULL);
  g_autofree char *first = format_hash (head, 0, GROUP * LINE_GROUPS);
  g_autofree char *second = format_hash (head, GROUP * LINE_GROUPS, GROUP * LINE_GROUPS);

  sgn_canvas_begin (canvas, SGN_TAG_P);
  place_text (self, SGN_TYPE_BLOCK, SGN_LEFT + 6, y, label);
  place_text (self, SGN_TYPE_SUM_CHANGE, SGN_LEFT + 6, y + BOX_LABEL, first);
  place_text (self, SGN_TYPE_SUM_CHANGE, SGN_LEFT + 6, y + BOX_LABEL + BOX_LINE, second);
  sgn_canvas_end (canvas);
}

static char *
format_result (const SgnHistorySheet *self, gint64 contradictions)
{
  g_autofree char *number = sgn_number_format (contradictions);

  return contradictions == 0 ? g_strdup (get_text (self, "check.fine"))
                             : sgn_flow_format (self->flow, "check.bad", "n", number, NULL);
}

/* When the check was made, and which events it walked. */
static char *
format_range (const SgnHistorySheet *self)
{
  g_autofree char *time = sgn_time_to_minutes (self->flow->sheet->issued);
  g_autofree char *first = sgn_number_format (sgn_json_integer (self->chain, "first", 0));
  g_autofree char *last = sgn_number_format (sgn_json_integer (self->chain, "last", 0));

  return sgn_flow_format (self->flow, "check.range", "time", time != NULL ? time : "", "first",
                          first, "last", last, NULL);
}

static void
place_result (const SgnHistorySheet *self, double y)
{
  SgnCanvas *canvas = &self->flow->canvas;
  gint64 contradictions = sgn_json_integer (self->chain, "contradictions", 0);
  double x = SGN_LEFT + RESULT_AT;
  g_autofree char *result = format_result (self, contradictions);
  g_autofree char *range = format_range (self);
  SgnPoint centre = { x + SGN_MARK_RADIUS_LIST, y + BOX_LABEL + 8 };

  sgn_canvas_begin (canvas, SGN_TAG_P);
  place_text (self, SGN_TYPE_BLOCK, x, y, get_text (self, "check.label"));
  sgn_canvas_mark (canvas, contradictions == 0 ? SGN_MARK_COMPLETE : SGN_MARK_NOT_DONE, centre,
                   SGN_MARK_RADIUS_LIST, FALSE);
  place_text (self, SGN_TYPE_FINDING, x + SGN_MARK_TO_WORD, y + BOX_LABEL + 0.5, result);
  place_text (self, SGN_TYPE_FILE, x, y + BOX_LABEL + BOX_LINE + 2, range);
  sgn_canvas_end (canvas);
}

void
sgn_history_place_chain (const SgnHistorySheet *self)
{
  SgnFlow *flow = self->flow;
  double top = flow->y + BOX_ABOVE;
  double height = 2 * BOX_PAD + BOX_LABEL + 2 * BOX_LINE;

  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, top, SGN_WIDTH, 0 }, SGN_INK (BOX_RULE));
  place_head (self, top + BOX_PAD);
  sgn_canvas_line (&flow->canvas,
                   (SgnRect){ SGN_LEFT + RESULT_RULE, top + BOX_PAD, 0, height - 2 * BOX_PAD },
                   SGN_INK (SGN_RULE_ROW));
  place_result (self, top + BOX_PAD);
  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, top + height, SGN_WIDTH, 0 },
                   SGN_INK (SGN_RULE_HEAD));
  flow->y = top + height;
}

/* 2026年11月25日（水） */
static char *
format_day (const SgnHistorySheet *self, const char *day)
{
  g_autofree char *date = sgn_flow_date (self->flow, day);
  int number = date != NULL ? sgn_date_count_days ("2024-01-01", day) % 7 : 0;
  g_autofree char *key = g_strdup_printf ("weekday.%d", (number + 7) % 7 + 1);

  if (date == NULL)
    return g_strdup (day != NULL ? day : "");
  return sgn_flow_format (self->flow, "day", "date", date, "weekday", get_text (self, key), NULL);
}

static gboolean
is_same_day (const json_t *event, const json_t *other)
{
  return other != NULL &&
         g_strcmp0 (sgn_json_string (event, "day"), sgn_json_string (other, "day")) == 0;
}

static void
add_day (const SgnHistorySheet *self, SgnTable *table, const json_t *events, size_t at)
{
  const json_t *event = json_array_get (events, at);
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_GROUP);
  g_autofree char *day = format_day (self, sgn_json_string (event, "day"));
  g_autofree char *number = NULL;
  g_autofree char *count = NULL;
  gint64 n = 0;

  while (is_same_day (event, json_array_get (events, at + (size_t) n)))
    n++;
  number = sgn_number_format (n);
  count = sgn_flow_format (self->flow, "day.count", "n", number, NULL);
  sgn_row_add_text (row, SGN_TYPE_GROUP, day);
  sgn_row_add_text (row, SGN_TYPE_GROUP, count);
}

static void
add_event (SgnTable *table, const json_t *event, gboolean newest)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  g_autofree char *seq = sgn_number_format (sgn_json_integer (event, "seq", 0));
  g_autofree char *hash = format_hash (sgn_json_string (event, "hash"), 0, EVENT_DIGITS);
  const char *clock = sgn_json_string (event, "clock");

  sgn_row_add_text (row, SGN_TYPE_NUMBER, seq);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, clock != NULL ? clock : "—");
  sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (event, "by_word"));
  sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (event, "sentence"));
  sgn_row_add_text (row, newest ? SGN_TYPE_NUMBER_BOLD : SGN_TYPE_NUMBER, hash);
}

static char *
format_offset (const SgnHistorySheet *self)
{
  const char *offset = sgn_json_string (self->chain, "offset");

  if (offset == NULL)
    return g_strdup (get_text (self, "note.mixed"));
  if (g_str_equal (offset, "+09:00"))
    return g_strdup (get_text (self, "note.jst"));
  return sgn_flow_format (self->flow, "note.offset", "offset", offset, NULL);
}

void
sgn_history_place_events (const SgnHistorySheet *self)
{
  SgnFlow *flow = self->flow;
  const json_t *events = json_object_get (self->json, "events");
  gboolean ja = sgn_flow_is_japanese (flow);
  const SgnColumn columns[] = {
    { 13, SGN_ALIGN_LEFT, get_text (self, "table.no"), FALSE },
    { 14, SGN_ALIGN_LEFT, get_text (self, "table.time"), FALSE },
    { ja ? 25 : 32, SGN_ALIGN_LEFT, get_text (self, "table.by"), FALSE },
    { ja ? 98 : 95, SGN_ALIGN_LEFT, get_text (self, "table.event"), TRUE },
    { ja ? 24 : 20, SGN_ALIGN_RIGHT, get_text (self, "table.chain"), FALSE },
  };
  g_autoptr (SgnTable) table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *offset = format_offset (self);

  table->continued = get_text (self, "continued");
  table->flowing = TRUE;
  table->watch = flow->sheet->watch;
  for (size_t i = 0; i < json_array_size (events); i++) {
    const json_t *event = json_array_get (events, i);

    if (i == 0 || !is_same_day (event, json_array_get (events, i - 1)))
      add_day (self, table, events, i);
    add_event (table, event, i == 0);
  }
  sgn_flow_heading (flow, get_text (self, "heading.events"), offset, SGN_H2_ABOVE,
                    sgn_table_get_keep (table, flow->canvas.typesetter));
  table->after = SGN_HISTORY_NOTE_ABOVE +
                 sgn_flow_measure_paragraph (flow, SGN_TYPE_NOTE, get_text (self, "text.end"));
  sgn_table_place (table, flow);
}
