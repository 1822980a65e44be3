/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-session-survey.h"

#include "sgn-date.h"
#include "sgn-salvage.h"
#include "sgn-session-private.h"

static void
count_entries (SgnSurvey *self, SgnSalvage *salvage)
{
  const char *kind = NULL;
  json_t *rows = NULL;

  json_object_foreach (sgn_salvage_get_rows (salvage), kind, rows)
  {
    const json_t *row = NULL;
    size_t i = 0;

    self->entries += (gint64) json_array_size (rows);
    json_array_foreach (rows, i, row)
    {
      self->from_history += g_strcmp0 (sgn_json_string (row, "from"), "history") == 0;
    }
  }
}

/* (nullable) */
static char *
dup_time (const json_t *event)
{
  g_autoptr (json_t) header = json_loads (sgn_json_string (event, "header"), 0, NULL);
  const char *at = header != NULL ? sgn_json_string (header, "at") : NULL;

  return at != NULL && sgn_time_is_valid (at) ? g_strdup (at) : NULL;
}

static void
look_at_events (SgnSurvey *self, SgnSalvage *salvage)
{
  json_t *events = sgn_salvage_get_events (salvage);

  self->events = (gint64) json_array_size (events);
  for (size_t i = json_array_size (events); i > 0 && self->until == NULL; i--) {
    const json_t *event = json_array_get (events, i - 1);

    if (sgn_json_boolean (event, "whole"))
      self->until = dup_time (event);
  }
}

static gboolean
count_file (const char *sha256, GBytes *bytes, gboolean whole, gpointer user_data, GError **error)
{
  SgnSurvey *self = user_data;

  if (whole)
    self->files++;
  else
    self->damaged_files++;
  return TRUE;
}

static gpointer
do_survey (SgnDesk *desk, gpointer path, GError **error)
{
  g_autoptr (SgnSalvage) salvage =
    sgn_desk_check_other (desk, path, error) ? sgn_salvage_new (path, error) : NULL;
  g_autoptr (SgnSurvey) self = g_new0 (SgnSurvey, 1);

  if (salvage == NULL || !sgn_salvage_foreach_file (salvage, count_file, self, error))
    return NULL;
  count_entries (self, salvage);
  look_at_events (self, salvage);
  self->losses = g_ptr_array_ref (sgn_salvage_get_losses (salvage));
  return g_steal_pointer (&self);
}

/**
 * sgn_session_survey_async:
 * @self: a session; what it has open stays as it is
 * @path: a damaged company file
 * @callback: called when it was read
 * @user_data: data for @callback
 *
 * Tells what a rescue would find. End with sgn_session_survey_finish().
 */
void
sgn_session_survey_async (SgnSession *self,
                          const char *path,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  const SgnAct act = { do_survey, g_canonicalize_filename (path, NULL), g_free,
                       (GDestroyNotify) sgn_survey_free, sgn_session_survey_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_survey_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location: %SGN_ERROR_UNREADABLE when nothing at all can be read
 *
 * Returns: (transfer full): what is left
 */
SgnSurvey *
sgn_session_survey_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_survey_async, error);
}

void
sgn_survey_free (SgnSurvey *self)
{
  if (self == NULL)
    return;
  g_free (self->until);
  g_clear_pointer (&self->losses, g_ptr_array_unref);
  g_free (self);
}
