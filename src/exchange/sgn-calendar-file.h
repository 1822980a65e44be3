/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SgnCalendarEntry:
 * @key: what it is: the same key is the same entry, however often it is written
 * @task: whether something is to be done, and not only remembered
 * @begun: whether it is under way
 * @title: what the calendar shows
 * @note: (nullable): what it shows besides
 * @day: (nullable): YYYY-MM-DD; only a task may be without one
 *
 * One entry of a calendar.
 */
typedef struct {
  char *key;
  gboolean task;
  gboolean begun;
  char *title;
  char *note;
  char *day;
} SgnCalendarEntry;

void sgn_calendar_entry_free (SgnCalendarEntry *self);

/* @entries: of SgnCalendarEntry; @name: of the calendar; @now: a time; @sequence: grows with each
 * change of the record, so that a later file replaces an earlier one */
GBytes *
sgn_calendar_file_write (GPtrArray *entries, const char *name, const char *now, gint64 sequence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnCalendarEntry, sgn_calendar_entry_free)

G_END_DECLS
