/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-data-dir.h"
#include "sgn-history.h"

/* An event in few words; rows as JSON with ' for ", NULL for none. */
typedef struct {
  gint64 seq;
  gint64 group;
  const char *at;
  const char *by;
  const char *act;
  const char *kind;
  const char *id;
  const char *before;
  const char *after;
  gboolean erased;
} EventWords;

static inline json_t *
row_of (const char *words)
{
  g_autofree char *text = words != NULL ? g_strdelimit (g_strdup (words), "'", '"') : NULL;

  return text != NULL ? json_loads (text, 0, NULL) : NULL;
}

static inline SgnEvent *
event_of (const EventWords *words)
{
  SgnEvent *event = g_new0 (SgnEvent, 1);

  event->seq = words->seq;
  event->group = words->group;
  event->at = g_strdup (words->at != NULL ? words->at : "2026-11-20T16:42:00+09:00");
  event->by = g_strdup (words->by);
  event->act = g_strdup (words->act);
  event->kind = g_strdup (words->kind);
  event->id = g_strdup (words->id);
  event->before = row_of (words->before);
  event->after = row_of (words->after);
  event->erased = words->erased;
  return event;
}

static inline SgnHistory *
history_of (const EventWords *words, gsize n)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);
  g_autofree char *data_dir = sgn_data_dir ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnLibrary) library = sgn_library_load (data_dir, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (events, event_of (&words[i]));
  return sgn_history_new (events, library);
}
