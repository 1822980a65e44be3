/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"

G_BEGIN_DECLS

#define SGN_CALENDAR_MONTHS 12

/* Something on a day. Texts belong to the projection. */
typedef struct {
  const char *date;
  const char *title;
  const char *subject;
  const json_t *task; /* (nullable): when it is one */
  SgnMark mark;
} SgnCalendarEntry;

/* One line of the year: its entries are @n from @first on. */
typedef struct {
  const json_t *source; /* a review or a task */
  gboolean task;
  guint first;
  guint n;
} SgnCalendarLine;

/**
 * SgnCalendar:
 * @today: the day of issue, which decides which year is shown and what is overdue
 * @year, @month: the month that the business year begins with
 * @entries: of SgnCalendarEntry, line by line
 * @lines: of SgnCalendarLine, reviews first
 *
 * The sheet being laid out.
 */
typedef struct {
  SgnFlow *flow;
  const json_t *json;
  char *today;
  int year;
  int month;
  GArray *entries;
  GArray *lines;
} SgnCalendar;

/* Which month of the year @date is in: 0 to 11, or outside of that before and after it. */
int sgn_calendar_get_month (const SgnCalendar *self, const char *date);
/* The first day of month @month of the year; owned by the caller. */
char *sgn_calendar_dup_first_day (const SgnCalendar *self, int month);
const char *sgn_calendar_get_word (const SgnCalendar *self, SgnMark mark);

/* The lines with their twelve months, and what the marks mean. */
void sgn_calendar_place_year (const SgnCalendar *self);

G_END_DECLS
