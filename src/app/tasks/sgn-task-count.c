/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-count.h"

#include <glib/gi18n-lib.h>

#include "sgn-company-pages.h"
#include "sgn-plan.h"

static void
count (SgnSession *session, GParamSpec *pspec, SgnSidebar *sidebar)
{
  const SgnRecord *record = sgn_session_get_record (session);
  g_autofree char *words = NULL;
  guint open = 0;

  for (guint i = 0; record != NULL && i < record->tasks->len; i++)
    open += sgn_task_is_open (g_ptr_array_index (record->tasks, i));
  words = g_strdup_printf (ngettext ("%u open task", "%u open tasks", open), open);
  sgn_sidebar_set_count (sidebar, SGN_PAGE_TASKS, open, words);
}

void
sgn_task_count_watch (SgnSidebar *sidebar, SgnSession *session)
{
  g_signal_connect_object (session, "notify::record", G_CALLBACK (count), sidebar, 0);
  count (session, NULL, sidebar);
}
