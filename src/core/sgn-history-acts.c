/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-history-private.h"

#include "sgn-record.h"

#include <string.h>

/* What people call an act by, the first that is part of it: a link goes with what it links, and an
 * assessment is begun by its first answer. */
static const char *const by_weight[] = {
  SGN_KIND_ANSWER,  SGN_KIND_EVIDENCE,      SGN_KIND_DECLARATION, SGN_KIND_POLICY,
  SGN_KIND_ISSUE,   SGN_KIND_TASK,          SGN_KIND_COMPANY,     SGN_KIND_ASSESSMENT,
  SGN_KIND_PLACE,   SGN_KIND_EVIDENCE_LINK, SGN_KIND_TASK_LINK,   SGN_KIND_SITE,
  SGN_KIND_SETTING, SGN_KIND_CATALOGUE,     SGN_KIND_PERSON,
};

/**
 * sgn_history_act_get_main:
 * @act: an act
 * @count: (out): how many of its events are of the same kind
 *
 * Returns: (transfer none): the event that says what the act is about
 */
const SgnEvent *
sgn_history_act_get_main (const SgnHistoryAct *act, guint *count)
{
  const SgnEvent *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (by_weight) && found == NULL; i++) {
    *count = 0;
    for (guint k = 0; k < act->events->len; k++) {
      const SgnEvent *event = act->events->pdata[k];

      if (!g_str_equal (event->kind, by_weight[i]))
        continue;
      found = found != NULL ? found : event;
      (*count)++;
    }
  }
  if (found == NULL)
    *count = act->events->len;
  return found != NULL ? found : act->first;
}

/* Acts that are never taken back. */
static const char *const lasting[] = { SGN_ACT_NEW, SGN_ACT_ISSUE, SGN_ACT_ERASE, NULL };

static void
take_event (GArray *groups, const SgnEvent *event)
{
  gint64 top = groups->len > 0 ? g_array_index (groups, gint64, groups->len - 1) : 0;

  if (g_str_equal (event->kind, SGN_KIND_EVENT) || g_str_equal (event->kind, SGN_KIND_BLOB)) {
    g_array_set_size (groups, 0);
    return;
  }
  if (event->seq != event->group)
    return;

  if (!g_str_equal (event->act, SGN_ACT_UNDO)) {
    gint64 group = g_str_equal (event->act, SGN_ACT_REDO) ? event->undoes : event->group;

    if (!g_strv_contains (lasting, event->act))
      g_array_append_val (groups, group);
  } else if (top == event->undoes && top != 0) {
    g_array_set_size (groups, groups->len - 1);
  }
}

/**
 * sgn_history_find_undoable:
 * @events: (element-type SgnEvent): all events of a file, oldest first
 *
 * What an undo would take back, by the rule of the file itself: what was undone is not undone
 * again, and nothing from before an erasure is.
 *
 * Returns: a group, or 0
 */
gint64
sgn_history_find_undoable (GPtrArray *events)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < events->len; i++)
    take_event (groups, events->pdata[i]);
  return groups->len > 0 ? g_array_index (groups, gint64, groups->len - 1) : 0;
}

/**
 * sgn_history_get_item:
 * @self: a history
 * @event: one of its events
 *
 * Returns: (transfer none) (nullable): the item it is about
 */
const SgnItem *
sgn_history_get_item (const SgnHistory *self, const SgnEvent *event)
{
  const char *place = sgn_history_find_place (event);

  return place != NULL ? sgn_history_find_item (self, place) : NULL;
}

/**
 * sgn_history_get_catalogue:
 * @self: a history
 * @event: one of its events
 *
 * Returns: (transfer none) (nullable): the edition that item belongs to
 */
const SgnCatalogue *
sgn_history_get_catalogue (const SgnHistory *self, const SgnEvent *event)
{
  const char *place = sgn_history_find_place (event);
  const char *slash = place != NULL ? strchr (place, '/') : NULL;
  g_autofree char *assessment = slash != NULL ? g_strndup (place, (gsize) (slash - place)) : NULL;

  return assessment != NULL ? g_hash_table_lookup (self->catalogues, assessment) : NULL;
}
