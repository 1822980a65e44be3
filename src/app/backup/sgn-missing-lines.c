/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-missing-lines.h"

#include <glib/gi18n-lib.h>

#include "sgn-history.h"
#include "sgn-labels.h"

#define MAX_LINES 100

/**
 * sgn_missing_lines_make:
 * @events: (element-type SgnEvent): all entries of the present file, oldest first
 * @missing: (element-type SgnEvent): those of them that the backup has not, newest first
 * @library: the program's own data
 * @now: the time now
 *
 * Returns: (transfer full): what can be shown below one another
 */
char *
sgn_missing_lines_make (GPtrArray *events, GPtrArray *missing, SgnLibrary *library, const char *now)
{
  g_autoptr (SgnHistory) history = sgn_history_new (events, library);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint shown = MIN (missing->len, MAX_LINES);

  for (guint i = 0; i < shown; i++) {
    const SgnEvent *event = g_ptr_array_index (missing, i);
    g_autofree char *clock = sgn_label_clock (event->at, now, sgn_language_of_user ());
    g_autofree char *sentence = sgn_history_get_sentence (history, event);

    g_string_append_printf (lines, "%s%s ・ %s", i > 0 ? "\n" : "", clock, sentence);
  }
  if (missing->len > shown) {
    guint more = missing->len - shown;
    g_autofree char *rest =
      g_strdup_printf (ngettext ("and %u older one", "and %u older ones", more), more);

    g_string_append_printf (lines, "\n%s", rest);
  }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}
