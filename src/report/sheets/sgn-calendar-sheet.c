/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-calendar-private.h"

#include "sgn-action-plan-private.h"
#include "sgn-frame.h"
#include "sgn-key-block.h"
#include "sgn-number.h"
#include "sgn-table.h"

#include "sgn-date.h"

#include <stdlib.h>
#include <string.h>

#define ROW_PAD 3.8
#define ROW_HEIGHT 20.4

int
sgn_calendar_get_month (const SgnCalendar *self, const char *date)
{
  return (atoi (date) - self->year) * SGN_CALENDAR_MONTHS + atoi (date + 5) - self->month;
}

char *
sgn_calendar_dup_first_day (const SgnCalendar *self, int month)
{
  int count = self->month - 1 + month;

  return g_strdup_printf ("%04d-%02d-01", self->year + count / SGN_CALENDAR_MONTHS,
                          count % SGN_CALENDAR_MONTHS + 1);
}

const char *
sgn_calendar_get_word (const SgnCalendar *self, SgnMark mark)
{
  const char *key = mark == SGN_MARK_COMPLETE  ? "state.done"
                    : mark == SGN_MARK_OVERDUE ? "state.overdue"
                    : mark == SGN_MARK_DOING   ? "state.doing"
                                               : "state.planned";

  return sgn_flow_text (self->flow, key);
}

static gboolean
is_in_year (const SgnCalendar *self, const SgnCalendarEntry *entry)
{
  int month = sgn_calendar_get_month (self, entry->date);

  return month >= 0 && month < SGN_CALENDAR_MONTHS;
}

/* A line is shown when anything of it is in this year, or overdue from before. */
static void
end_line (SgnCalendar *self, const json_t *source, SgnCalendarKind kind, guint first)
{
  const SgnCalendarLine line = { source, kind, first, self->entries->len - first };

  for (guint i = first; i < self->entries->len; i++) {
    const SgnCalendarEntry *entry = &g_array_index (self->entries, SgnCalendarEntry, i);

    if (is_in_year (self, entry) || entry->mark == SGN_MARK_OVERDUE) {
      g_array_append_val (self->lines, line);
      return;
    }
  }
}

static void
add_entry (SgnCalendar *self, const json_t *source, const char *date, gboolean task, SgnMark mark)
{
  const SgnCalendarEntry entry = {
    .date = date,
    .title = sgn_json_string (source, "title"),
    .subject = sgn_json_string (source, "subject"),
    .task = task ? source : NULL,
    .mark = mark,
  };

  g_array_append_val (self->entries, entry);
}

static void
read_review (SgnCalendar *self, const json_t *review, SgnCalendarKind kind)
{
  const char *next = sgn_json_string (review, "next");
  guint first = self->entries->len;
  json_t *day;
  size_t i;

  json_array_foreach (json_object_get (review, "done"), i, day)
    add_entry (self, review, json_string_value (day), FALSE, SGN_MARK_COMPLETE);
  if (next != NULL)
    add_entry (self, review, next, FALSE,
               sgn_date_compare (next, self->today) < 0 ? SGN_MARK_OVERDUE : SGN_MARK_TODO);
  end_line (self, review, kind, first);
}

static void
read_task (SgnCalendar *self, const json_t *task)
{
  const SgnActionPlan plan = { self->flow, self->json, self->today };
  SgnMark mark = sgn_action_plan_get_mark (&plan, task);
  const char *due = sgn_json_string (task, "due");
  const char *done_on = sgn_json_string (task, "done_on");
  const char *date = mark == SGN_MARK_COMPLETE && done_on != NULL ? done_on : due;
  guint first = self->entries->len;

  if (date == NULL || mark == SGN_MARK_NOT_APPLICABLE)
    return;
  add_entry (self, task, date, TRUE, mark);
  end_line (self, task, SGN_CALENDAR_TASK, first);
}

static void
read_lines (SgnCalendar *self)
{
  json_t *each;
  size_t i;

  json_array_foreach (json_object_get (self->json, "duties"), i, each)
  {
    if (sgn_json_string (each, "next") != NULL)
      read_review (self, each, SGN_CALENDAR_DUTY);
  }
  json_array_foreach (json_object_get (self->json, "reviews"), i, each)
    read_review (self, each, SGN_CALENDAR_REVIEW);
  json_array_foreach (json_object_get (self->json, "tasks"), i, each) read_task (self, each);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const SgnCalendarEntry *first = *(const SgnCalendarEntry *const *) a;
  const SgnCalendarEntry *second = *(const SgnCalendarEntry *const *) b;

  return sgn_date_compare (first->date, second->date);
}

/* (transfer full): what is still to come this year, and what is overdue, by date */
static GPtrArray *
list_coming (const SgnCalendar *self)
{
  GPtrArray *coming = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++) {
    SgnCalendarEntry *entry = &g_array_index (self->entries, SgnCalendarEntry, i);

    if (entry->mark == SGN_MARK_OVERDUE ||
        (entry->mark != SGN_MARK_COMPLETE && is_in_year (self, entry)))
      g_ptr_array_add (coming, entry);
  }
  g_ptr_array_sort (coming, compare_entries);
  return coming;
}

static char *
count (const SgnCalendar *self, SgnMark mark)
{
  gint64 n = 0;

  for (guint i = 0; i < self->entries->len; i++) {
    const SgnCalendarEntry *entry = &g_array_index (self->entries, SgnCalendarEntry, i);

    n += entry->mark == mark && (is_in_year (self, entry) || mark == SGN_MARK_OVERDUE);
  }
  return sgn_number_format (n);
}

static char *
format_counts (const SgnCalendar *self)
{
  g_autofree char *done = count (self, SGN_MARK_COMPLETE);
  g_autofree char *doing = count (self, SGN_MARK_DOING);
  g_autofree char *planned = count (self, SGN_MARK_TODO);
  g_autofree char *overdue = count (self, SGN_MARK_OVERDUE);

  return sgn_flow_format (self->flow, "counts.value", "done", done, "doing", doing, "planned",
                          planned, "overdue", overdue, NULL);
}

static char *
format_year (const SgnCalendar *self)
{
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  g_autofree char *first = sgn_calendar_dup_first_day (self, 0);
  g_autofree char *last = sgn_calendar_dup_first_day (self, SGN_CALENDAR_MONTHS - 1);
  g_autofree char *start = sgn_flow_month_in_brackets (self->flow, first);
  g_autofree char *end = sgn_flow_month_in_brackets (self->flow, last);

  return sgn_flow_format (self->flow, "year.value", "year", year, "start", start, "end", end, NULL);
}

static char *
format_next (const SgnCalendar *self, GPtrArray *coming)
{
  for (guint i = 0; i < coming->len; i++) {
    const SgnCalendarEntry *entry = g_ptr_array_index (coming, i);
    g_autofree char *date = NULL;

    if (entry->mark == SGN_MARK_OVERDUE)
      continue;
    date = sgn_flow_date (self->flow, entry->date);
    return sgn_flow_format (self->flow, "next.value", "date", date, "title", entry->title, NULL);
  }
  return g_strdup (sgn_flow_text (self->flow, "next.none"));
}

static void
place_block (const SgnCalendar *self, GPtrArray *coming)
{
  SgnFlow *flow = self->flow;
  SgnType type = sgn_key_block_get_type (flow);
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  g_autofree char *year = format_year (self);
  g_autofree char *counts = format_counts (self);
  g_autofree char *next = format_next (self, coming);

  sgn_key_block_add_name (block, flow);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.year"), type, year);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.counts"), type, counts);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.next"), type, next);
  sgn_key_block_place_head (block, flow);
}

static const char *
get_weekday (const SgnCalendar *self, const char *date)
{
  static const char *const keys[] = { "weekday.1", "weekday.2", "weekday.3", "weekday.4",
                                      "weekday.5", "weekday.6", "weekday.7" };
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) atoi (date + 8), (GDateMonth) atoi (date + 5),
                  (GDateYear) atoi (date));
  return sgn_flow_text (self->flow, keys[g_date_get_weekday (&day) - G_DATE_MONDAY]);
}

static guint
count_month (GPtrArray *coming, guint start)
{
  const SgnCalendarEntry *first = g_ptr_array_index (coming, start);
  guint n = 0;

  for (guint i = start; i < coming->len; i++)
    n += strncmp (first->date, ((const SgnCalendarEntry *) coming->pdata[i])->date, 7) == 0;
  return n;
}

static void
add_month (const SgnCalendar *self, SgnTable *table, GPtrArray *coming, guint start)
{
  const SgnCalendarEntry *first = g_ptr_array_index (coming, start);
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_GROUP);
  g_autofree char *month = sgn_flow_month (self->flow, first->date);
  g_autofree char *n = sgn_number_format (count_month (coming, start));
  g_autofree char *words = sgn_flow_format (self->flow, "month.count", "n", n, NULL);

  sgn_row_add_text (row, SGN_TYPE_GROUP, month);
  sgn_row_add_text (row, SGN_TYPE_GROUP, words);
}

static void
add_coming (const SgnCalendar *self, SgnTable *table, const SgnCalendarEntry *entry)
{
  const SgnActionPlan plan = { self->flow, self->json, self->today };
  gboolean overdue = entry->mark == SGN_MARK_OVERDUE;
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  g_autofree char *date = sgn_flow_date_short (self->flow, entry->date);
  g_autofree char *owner =
    entry->task != NULL ? sgn_action_plan_format_owner (&plan, entry->task) : NULL;

  row->action = overdue;
  sgn_row_add_text (row, overdue ? SGN_TYPE_NUMBER_BOLD : SGN_TYPE_NUMBER, date);
  sgn_row_add_text (row, SGN_TYPE_CELL, get_weekday (self, entry->date));
  sgn_row_add_text (row, overdue ? SGN_TYPE_CELL_BOLD : SGN_TYPE_CELL, entry->title);
  sgn_row_add_text (row, entry->task != NULL ? SGN_TYPE_NUMBER : SGN_TYPE_CELL, entry->subject);
  sgn_row_add_text (row, owner != NULL ? SGN_TYPE_CELL : SGN_TYPE_NUMBER,
                    owner != NULL ? owner : "—");
  sgn_row_add_state (row, entry->mark, sgn_calendar_get_word (self, entry->mark));
}

/* The year stands alone on its page; when it has gone on to a second one, this follows it there. */
static void
place_coming (const SgnCalendar *self, GPtrArray *coming)
{
  SgnFlow *flow = self->flow;
  gboolean ja = sgn_flow_is_japanese (flow);
  const SgnColumn columns[] = {
    { 24, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.date"), FALSE },
    { 12, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.weekday"), FALSE },
    { ja ? 76 : 74, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.title"), TRUE },
    { 18, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.items"), FALSE },
    { ja ? 26 : 32, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.owner"), FALSE },
    { ja ? 30 : 26, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.state"), FALSE },
  };
  g_autoptr (SgnTable) table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *last = sgn_calendar_dup_first_day (self, SGN_CALENDAR_MONTHS - 1);
  g_autofree char *end = sgn_flow_month (flow, last);
  g_autofree char *note = sgn_flow_format (flow, "note.coming", "end", end, NULL);

  table->pad = ROW_PAD;
  table->min_height = ROW_HEIGHT;
  table->continued = sgn_flow_text (flow, "continued");
  for (guint i = 0; i < coming->len; i++) {
    const SgnCalendarEntry *entry = g_ptr_array_index (coming, i);

    if (i == 0 ||
        strncmp (((const SgnCalendarEntry *) coming->pdata[i - 1])->date, entry->date, 7) != 0)
      add_month (self, table, coming, i);
    add_coming (self, table, entry);
  }
  if (flow->canvas.page == 0)
    sgn_flow_break_page (flow);
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.coming"), note, SGN_H2_ABOVE,
                    coming->len > 0 ? sgn_table_get_keep (table, flow->canvas.typesetter) : 20);
  if (coming->len > 0)
    sgn_table_place (table, flow);
  else
    sgn_flow_paragraph (flow, SGN_TYPE_BODY, sgn_flow_text (flow, "coming.none"));
}

/* The business year that the day of issue is in. */
static void
set_year (SgnCalendar *self)
{
  int month = (int) sgn_json_integer (self->json, "fiscal_month", 4);

  self->month = CLAMP (month, 1, SGN_CALENDAR_MONTHS);
  self->year = atoi (self->today) - (atoi (self->today + 5) < self->month ? 1 : 0);
}

void
sgn_calendar_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  g_autofree char *today = sgn_time_get_date (sheet->issued);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (SgnCalendarEntry));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SgnCalendarLine));
  SgnCalendar self = { flow, sheet->projection, today, 0, 0, entries, lines };
  g_autoptr (GPtrArray) coming = NULL;

  set_year (&self);
  read_lines (&self);
  coming = list_coming (&self);
  sgn_action_plan_add_foot (flow, frame);
  sgn_frame_begin (frame, flow);
  place_block (&self, coming);
  sgn_calendar_place_year (&self);
  place_coming (&self, coming);
  sgn_calendar_place_occasions (&self);
  sgn_frame_finish (frame, flow);
}
