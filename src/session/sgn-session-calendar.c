/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-session-calendar.h"

#include <glib/gi18n-lib.h>

#include "sgn-calendar-file.h"
#include "sgn-error.h"
#include "sgn-output.h"
#include "sgn-plan.h"
#include "sgn-session-private.h"

static void
export_free (SgnCalendarExport *request)
{
  g_free ((char *) request->path);
  g_free ((char *) request->owner);
  g_free (request);
}

/* A twin in the other language where it is wanted and there is one. */
static const char *
pick (SgnLanguage language, const char *text, const char *text_en)
{
  return language == SGN_LANGUAGE_EN && text_en != NULL && *text_en != '\0' ? text_en : text;
}

static void
add_words (GString *note, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (note, "%s%s", note->len > 0 ? "\n" : "", words);
}

/* The questions it is for; names and notes only where they are wanted. */
static char *
dup_note (SgnDesk *desk, const SgnCalendarExport *request, const SgnTask *task)
{
  g_autoptr (GPtrArray) grounds = sgn_task_list_grounds (task, desk->record, desk->library);
  const SgnPerson *person = sgn_record_find_person (desk->record, task->owner);
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; i < grounds->len; i++) {
    const SgnTaskGround *ground = g_ptr_array_index (grounds, i);
    g_autofree char *words =
      ground->item != NULL
        ? g_strdup_printf ("%s No.%s",
                           sgn_text_get (&ground->catalogue->short_title, request->language),
                           ground->item->number)
        : NULL;

    add_words (note, words);
  }
  if (request->with_names && person != NULL)
    add_words (note, pick (request->language, person->name, person->name_en));
  if (request->with_names)
    add_words (note, task->note);
  return g_strdup (note->str);
}

static gboolean
is_wanted (SgnDesk *desk, const SgnCalendarExport *request, const SgnTask *task)
{
  const SgnPerson *person = sgn_record_find_person (desk->record, task->owner);

  return sgn_task_is_open (task) &&
         (request->owner == NULL || (person != NULL && g_str_equal (person->name, request->owner)));
}

static void
add_tasks (SgnDesk *desk, const SgnCalendarExport *request, GPtrArray *entries)
{
  for (guint i = 0; i < desk->record->tasks->len; i++) {
    const SgnTask *task = g_ptr_array_index (desk->record->tasks, i);
    SgnCalendarEntry *entry = NULL;

    if (!is_wanted (desk, request, task))
      continue;
    entry = g_new0 (SgnCalendarEntry, 1);
    entry->key = g_strdup_printf ("task %" G_GINT64_FORMAT " %s", task->id, task->added_at);
    entry->task = TRUE;
    entry->begun = g_str_equal (task->state, SGN_TASK_DOING);
    entry->title = g_strdup (pick (request->language, task->title, task->title_en));
    entry->note = dup_note (desk, request, task);
    entry->day = g_strdup (task->due);
    g_ptr_array_add (entries, entry);
  }
}

/* A row of the calendar's sheet, when it has a next day. */
static void
add_row (SgnDesk *desk, const json_t *row, GPtrArray *entries)
{
  const char *title = sgn_json_string (row, "title");
  const char *subject = sgn_json_string (row, "subject");
  const char *next = sgn_json_string (row, "next");
  const char *items = sgn_json_string (row, "items");
  const char *rhythm = sgn_json_string (row, "rhythm");
  SgnCalendarEntry *entry;

  if (next == NULL || title == NULL)
    return;
  entry = g_new0 (SgnCalendarEntry, 1);
  entry->key = g_strdup_printf ("review %s %s %s", desk->record->profile->name,
                                items != NULL ? items : subject, items != NULL ? rhythm : title);
  entry->title = g_strdup (title);
  entry->note = g_strdup (subject);
  entry->day = g_strdup (next);
  g_ptr_array_add (entries, entry);
}

/* What the calendar's sheet says of the coming year. */
static gboolean
add_reviews (SgnDesk *desk, const SgnCalendarExport *request, GPtrArray *entries, GError **error)
{
  const SgnProjectionRequest words = { .document = "calendar",
                                       .audience = SGN_AUDIENCE_INTERNAL,
                                       .language = request->language };
  static const char *const lists[] = { "reviews", "duties" };
  g_autoptr (GError) failure = NULL;
  g_autoptr (json_t) sheet = sgn_projection_new (desk->library, desk->record, &words, &failure);
  size_t index;
  json_t *row;

  if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_NOT_YET))
    return TRUE;
  if (sheet == NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    json_array_foreach (json_object_get (sheet, lists[i]), index, row) add_row (desk, row, entries);
  return TRUE;
}

static gboolean
check_request (SgnDesk *desk, const SgnCalendarExport *request, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (request->path, -1);

  if (!g_str_has_suffix (lower, ".ics")) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("A calendar is written as iCalendar. Give the file a name that ends "
                            "in .ics."));
    return FALSE;
  }
  if (request->owner == NULL || sgn_record_find_person_named (desk->record, request->owner) != NULL)
    return TRUE;
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("Nobody is called “%s”. See “sengen person list FILE”."), request->owner);
  return FALSE;
}

static gpointer
do_export (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnCalendarExport *request = data;
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_calendar_entry_free);
  g_autofree guint *count = g_new0 (guint, 1);
  g_autofree char *now = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!sgn_desk_check_open (desk, error) || !check_request (desk, request, error))
    return NULL;
  add_tasks (desk, request, entries);
  if (request->with_reviews && !add_reviews (desk, request, entries, error))
    return NULL;
  if (entries->len == 0) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                         _ ("There is nothing to be done that could go into a calendar. Note a "
                            "task first."));
    return NULL;
  }

  now = sgn_clock_now (desk->clock);
  bytes = sgn_calendar_file_write (entries, desk->record->profile->name, now, desk->record->seq);
  *count = entries->len;
  return sgn_output_write (request->path, bytes, request->replace, error) ? g_steal_pointer (&count)
                                                                          : NULL;
}

/**
 * sgn_session_export_calendar_async:
 * @self: a session with an open file
 * @request: what goes where; copied
 * @callback: called when the file is written, or is known not to be
 * @user_data: data for @callback
 *
 * Writes what is open for a calendar. End with sgn_session_export_calendar_finish():
 * SGN_ERROR_NOT_YET when nothing is, SGN_ERROR_USAGE for another ending or a name that is not
 * there, SGN_ERROR_EXISTS, SGN_ERROR_UNWRITABLE.
 */
void
sgn_session_export_calendar_async (SgnSession *self,
                                   const SgnCalendarExport *request,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  SgnCalendarExport *copy = g_new0 (SgnCalendarExport, 1);
  const SgnAct act = { do_export, copy, (GDestroyNotify) export_free, g_free,
                       sgn_session_export_calendar_async };

  *copy = *request;
  copy->path = g_strdup (request->path);
  copy->owner = g_strdup (request->owner);
  sgn_session_run (self, &act, callback, user_data);
}

guint
sgn_session_export_calendar_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  g_autofree guint *count =
    sgn_session_finish (self, result, sgn_session_export_calendar_async, error);

  return count != NULL ? *count : 0;
}
