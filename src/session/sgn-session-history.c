/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-entry.h"
#include "sgn-error.h"
#include "sgn-placeholder.h"
#include "sgn-target-private.h"

static gpointer
do_history (SgnDesk *desk, gpointer data, GError **error)
{
  return sgn_desk_check_open (desk, error) ? sgn_company_file_get_history (desk->file, error)
                                           : NULL;
}

/**
 * sgn_session_history_async:
 * @self: a session with an open file
 * @callback: called when the events were read
 * @user_data: data for @callback
 *
 * Reads all that was ever done. End with sgn_session_history_finish().
 */
void
sgn_session_history_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const SgnAct act = { do_history, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                       sgn_session_history_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_history_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type SgnEvent): all events, oldest first
 */
GPtrArray *
sgn_session_history_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_history_async, error);
}

static gpointer
do_verify (SgnDesk *desk, gpointer data, GError **error)
{
  return sgn_desk_check_open (desk, error) ? sgn_company_file_verify (desk->file, error) : NULL;
}

/**
 * sgn_session_verify_async:
 * @self: a session with an open file
 * @callback: called when all was looked at
 * @user_data: data for @callback
 *
 * Walks the chain of events and compares it with every row and file. End with
 * sgn_session_verify_finish().
 */
void
sgn_session_verify_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const SgnAct act = { do_verify, NULL, NULL, (GDestroyNotify) sgn_verification_free,
                       sgn_session_verify_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_verify_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location
 *
 * Returns: (transfer full): what was found, which may be contradictions; %NULL only when the file
 *   could not be read
 */
SgnVerification *
sgn_session_verify_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_verify_async, error);
}

/* The file has changed; what the session shows must follow. */
static gpointer
after_step (SgnDesk *desk, gboolean ok, GError **error)
{
  return ok && sgn_desk_reload (desk, error) ? SGN_ACT_DONE : NULL;
}

static gpointer
do_undo (SgnDesk *desk, gpointer data, GError **error)
{
  if (!sgn_desk_check_writable (desk, error))
    return NULL;

  return after_step (desk, sgn_company_file_undo (desk->file, desk->author, error), error);
}

static gpointer
do_redo (SgnDesk *desk, gpointer data, GError **error)
{
  if (!sgn_desk_check_writable (desk, error))
    return NULL;

  return after_step (desk, sgn_company_file_redo (desk->file, desk->author, error), error);
}

/**
 * sgn_session_undo_async:
 * @self: a session with a file open for writing
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Takes the newest act back, as a new one. SGN_ERROR_CHECK when there is nothing to undo; a sheet
 * once issued is never undone. End with sgn_session_act_finish().
 */
void
sgn_session_undo_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const SgnAct act = { do_undo, NULL, NULL, NULL, sgn_session_undo_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_redo_async:
 * @self: a session with a file open for writing
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Does again what was undone last. SGN_ERROR_CHECK when there is nothing to redo. End with
 * sgn_session_act_finish().
 */
void
sgn_session_redo_async (SgnSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  const SgnAct act = { do_redo, NULL, NULL, NULL, sgn_session_redo_async };

  sgn_session_run (self, &act, callback, user_data);
}

typedef struct {
  gint64 seq;
  gboolean before;
} SetBackRequest;

/* @words: (nullable): the columns that are set back where the others tell of a file that stays as
 * it is; NULL: the whole row */
typedef struct {
  const char *kind;
  const char *const *words;
} SetBackKind;

static const char *const evidence_words[] = { "title", "title_en", "dated", "expires", NULL };

static const SetBackKind set_back_kinds[] = {
  { SGN_KIND_ANSWER, NULL },      { SGN_KIND_COMPANY, NULL },
  { SGN_KIND_PERSON, NULL },      { SGN_KIND_TASK, NULL },
  { SGN_KIND_POLICY, NULL },      { SGN_KIND_PLACE, NULL },
  { SGN_KIND_DECLARATION, NULL }, { SGN_KIND_EVIDENCE, evidence_words },
};

static const SetBackKind *
find_set_back_kind (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (set_back_kinds); i++) {
    if (g_str_equal (set_back_kinds[i].kind, kind))
      return &set_back_kinds[i];
  }
  return NULL;
}

/* Always NULL. */
static json_t *
fail_set_back (int code, const char *format, const SgnEvent *event, GError **error)
{
  g_autofree char *entry = sgn_entry_to_words (event->kind, event->id);
  g_autofree char *message = sgn_placeholder_fill_one (format, entry);

  g_set_error_literal (error, SGN_ERROR, code, message);
  return NULL;
}

/* A closed assessment and a published policy stay as they are, whichever way the change comes. */
static gboolean
check_changeable (SgnDesk *desk, const SgnEvent *event, const json_t *now, GError **error)
{
  gint64 id = g_ascii_strtoll (event->id, NULL, 10);

  if (g_str_equal (event->kind, SGN_KIND_ANSWER))
    return sgn_target_check_open (sgn_record_find_assessment (desk->record, id), id, error);
  if (!g_str_equal (event->kind, SGN_KIND_POLICY) || sgn_json_string (now, "published_on") == NULL)
    return TRUE;

  fail_set_back (SGN_ERROR_CLOSED,
                 _ ("“%s” is published and stays as it is. Change its text to begin the next "
                    "version."),
                 event, error);
  return FALSE;
}

/* @now with @words as @then has them. */
static json_t *
merge_words (const json_t *now, const json_t *then, const char *const *words)
{
  g_autoptr (json_t) row = json_copy ((json_t *) now);

  for (guint i = 0; words[i] != NULL; i++) {
    json_t *value = json_object_get (then, words[i]);

    json_object_set_new (row, words[i], value != NULL ? json_incref (value) : json_null ());
  }
  return g_steal_pointer (&row);
}

/* Inside no act: what the row is to be; NULL without an error when it is to go. */
static json_t *
find_earlier (SgnDesk *desk, const SgnEvent *event, gboolean before, GError **error)
{
  const SetBackKind *kind = find_set_back_kind (event->kind);
  json_t *then = before ? event->before : event->after;
  g_autoptr (json_t) now = NULL;
  g_autoptr (GError) failure = NULL;

  if (kind == NULL)
    return fail_set_back (SGN_ERROR_USAGE,
                          _ ("“%s” cannot be set back to an earlier value. Undo the act or change "
                             "it by hand."),
                          event, error);
  if (event->erased)
    return fail_set_back (SGN_ERROR_CHECK,
                          _ ("What the history said of “%s” was erased and cannot come back. Type "
                             "it anew."),
                          event, error);

  now = sgn_company_file_get_row (desk->file, event->kind, event->id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (!check_changeable (desk, event, now, error))
    return NULL;
  if (then == NULL && g_str_equal (event->kind, SGN_KIND_COMPANY))
    return fail_set_back (SGN_ERROR_CHECK,
                          _ ("There was nothing yet that “%s” could be set back to. Choose a later "
                             "entry."),
                          event, error);
  if (kind->words == NULL)
    return then != NULL ? json_incref (then) : NULL;
  if (then == NULL || now == NULL)
    return fail_set_back (SGN_ERROR_CHECK,
                          _ ("“%s” was not there then or is not there now. Choose another entry."),
                          event, error);
  return merge_words (now, then, kind->words);
}

static gpointer
do_set_back (SgnDesk *desk, gpointer data, GError **error)
{
  const SetBackRequest *request = data;
  g_autoptr (SgnEvent) event = NULL;
  g_autoptr (json_t) row = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  event = sgn_company_file_get_event (desk->file, request->seq, error);
  if (event == NULL)
    return NULL;

  row = find_earlier (desk, event, request->before, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  ok = sgn_company_file_begin (desk->file, SGN_ACT_SET_BACK, desk->author, error) &&
       sgn_company_file_put (desk->file, event->kind, event->id, row, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_set_back_async:
 * @self: a session with a file open for writing
 * @seq: number of an event
 * @before: as it was before that event, instead of after it
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Makes the entry that an event is about what it was then, as a new act; nothing else changes. Of
 * evidence only title and dates come back. SGN_ERROR_USAGE when there is no such event or the entry
 * is of a kind that has no earlier values, SGN_ERROR_CLOSED for an answer in a closed assessment or
 * a published policy, SGN_ERROR_CHECK when what it was then was erased. End with
 * sgn_session_act_finish().
 */
void
sgn_session_set_back_async (SgnSession *self,
                            gint64 seq,
                            gboolean before,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  const SetBackRequest request = { seq, before };
  const SgnAct act = { do_set_back, g_memdup2 (&request, sizeof request), g_free, NULL,
                       sgn_session_set_back_async };

  sgn_session_run (self, &act, callback, user_data);
}
