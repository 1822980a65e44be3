/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-undo-private.h"

#include "sgn-event-log-private.h"
#include "sgn-reference-private.h"

#include "sgn-entry.h"
#include "sgn-error.h"
#include "sgn-record.h"

#include <glib/gi18n-lib.h>

SgnUndo *
sgn_undo_new (void)
{
  SgnUndo *self = g_new0 (SgnUndo, 1);

  self->undo = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->redo = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
sgn_undo_free (SgnUndo *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->undo);
  g_array_unref (self->redo);
  g_free (self);
}

static gint64
get_top (const GArray *stack)
{
  return stack->len > 0 ? g_array_index (stack, gint64, stack->len - 1) : 0;
}

static void
move_top (GArray *from, GArray *to, gint64 group)
{
  if (get_top (from) != group)
    return;

  g_array_set_size (from, from->len - 1);
  g_array_append_val (to, group);
}

/* Acts that are never taken back. */
static const char *const lasting[] = { SGN_ACT_NEW, SGN_ACT_ISSUE, SGN_ACT_ERASE, NULL };

/* Each event that begins a group moves the stacks; an erasure anywhere in it empties them, because
 * what was there before is gone. */
static void
take_event (SgnUndo *self, const SgnEvent *event)
{
  self->seq = event->seq;
  if (g_str_equal (event->kind, SGN_KIND_EVENT) || g_str_equal (event->kind, SGN_KIND_BLOB)) {
    g_array_set_size (self->undo, 0);
    g_array_set_size (self->redo, 0);
    return;
  }
  if (event->seq != event->group)
    return;

  if (g_str_equal (event->act, SGN_ACT_UNDO)) {
    move_top (self->undo, self->redo, event->undoes);
  } else if (g_str_equal (event->act, SGN_ACT_REDO)) {
    move_top (self->redo, self->undo, event->undoes);
  } else if (!g_strv_contains (lasting, event->act)) {
    g_array_append_val (self->undo, event->group);
    g_array_set_size (self->redo, 0);
  }
}

static gboolean
take_header (const SgnEventText *text, gpointer user_data, GError **error)
{
  g_autoptr (SgnEvent) event = sgn_event_log_parse_header (text->seq, text->header, error);

  if (event == NULL)
    return FALSE;
  take_event (user_data, event);
  return TRUE;
}

gboolean
sgn_undo_read_on (SgnUndo *self, sqlite3 *db, GError **error)
{
  return sgn_event_log_foreach (db, self->seq + 1, take_header, self, error);
}

gint64
sgn_undo_get_next_undo (const SgnUndo *self)
{
  return get_top (self->undo);
}

gint64
sgn_undo_get_next_redo (const SgnUndo *self)
{
  return get_top (self->redo);
}

typedef struct {
  gint64 group;
  GPtrArray *events; /* of SgnEvent */
} Collection;

static gboolean
collect_event (const SgnEventText *text, gpointer user_data, GError **error)
{
  Collection *collection = user_data;
  g_autoptr (SgnEvent) event = sgn_event_log_parse (text, error);

  if (event == NULL || event->group != collection->group)
    return FALSE;
  g_ptr_array_add (collection->events, g_steal_pointer (&event));
  return TRUE;
}

/* Someone who was first named in the act may be named by now in what is never taken back, such as a
 * document; then the person stays. */
static gboolean
must_stay (sqlite3 *db, const SgnKind *kind, const char *id, gboolean *stays, GError **error)
{
  g_autofree char *by = NULL;

  if (!g_str_equal (kind->kind, SGN_KIND_PERSON))
    return TRUE;
  if (!sgn_reference_find (db, kind, id, &by, error))
    return FALSE;

  *stays = by != NULL;
  return TRUE;
}

static gboolean
fail_changed (const SgnEvent *event, GError **error)
{
  g_autofree char *entry = sgn_entry_to_words (event->kind, event->id);

  g_set_error (error, SGN_ERROR, SGN_ERROR_CHECK,
               _ ("This cannot be undone or redone, because “%s” is no longer as it was left. "
                  "Change it by hand."),
               entry);
  return FALSE;
}

static gboolean
apply_event (SgnAct *act, const SgnEvent *event, gboolean back, GError **error)
{
  const SgnKind *kind = sgn_kind_find (event->kind);
  const json_t *from = back ? event->after : event->before;
  const json_t *to = back ? event->before : event->after;
  g_autoptr (json_t) row = NULL;
  gboolean stays = FALSE;

  if (kind == NULL || event->erased)
    return fail_changed (event, error);
  if (!sgn_kind_read (kind, act->db, event->id, &row, error))
    return FALSE;
  if (sgn_kind_is_same_row (row, to))
    return TRUE;
  if (!sgn_kind_is_same_row (row, from))
    return fail_changed (event, error);
  if (to == NULL && !must_stay (act->db, kind, event->id, &stays, error))
    return FALSE;
  return stays || sgn_act_put (act, event->kind, event->id, to, error);
}

gboolean
sgn_undo_apply (SgnAct *act, gint64 group, gboolean back, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);
  Collection collection = { group, events };

  if (!sgn_event_log_foreach (act->db, group, collect_event, &collection, error))
    return FALSE;

  for (guint i = 0; i < events->len; i++) {
    const SgnEvent *event = events->pdata[back ? events->len - 1 - i : i];

    if (!apply_event (act, event, back, error))
      return FALSE;
  }
  return TRUE;
}
