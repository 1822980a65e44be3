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

/* What a line is about; each kind is a group of lines. */
typedef enum {
  SGN_CALENDAR_DUTY,
  SGN_CALENDAR_REVIEW,
  SGN_CALENDAR_TASK,
} SgnCalendarKind;

/* One line of the year: its entries are @n from @first on. */
typedef struct {
  const json_t *source; /* a duty, a review or a task */
  SgnCalendarKind kind;
  guint first;
  guint n;
} SgnCalendarLine;

/**
 * SgnCalendar:
 * @today: the day of issue, which decides which year is shown and what is overdue
 * @year, @month: the month that the business year begins with
 * @entries: of SgnCalendarEntry, line by line
 * @lines: of SgnCalendarLine, kind by kind
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

/* What guidelines ask for on no date of its own: when somebody joins, when somebody leaves. */
void sgn_calendar_place_occasions (const SgnCalendar *self);

/* The lines with their twelve months, and what the marks mean. */
void sgn_calendar_place_year (const SgnCalendar *self);

G_END_DECLS
