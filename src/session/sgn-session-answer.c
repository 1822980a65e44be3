/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-fold.h"
#include "sgn-session-private.h"

/* Where an answer goes: found from the words of a request before anything is written. */
typedef struct {
  SgnCatalogue *catalogue;   /* of the assessment, so of its edition */
  SgnAssessment *assessment; /* (nullable): none is open yet */
} Target;

static gboolean
is_number (const char *item)
{
  return *item != '\0' && strspn (item, "0123456789-.") == strlen (item);
}

static SgnCatalogue *
find_catalogue_of_item (SgnLibrary *library, const char *item, GError **error)
{
  if (is_number (item)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” is a number that several guidelines use. Name the guideline too."), item);
    return NULL;
  }

  for (guint i = 0; i < library->catalogues->len; i++) {
    SgnCatalogue *catalogue = g_ptr_array_index (library->catalogues, i);

    if (strcmp (catalogue->status, "current") == 0 &&
        sgn_catalogue_find_item (catalogue, item) != NULL)
      return catalogue;
  }

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("There is no item “%s”. See which there are with “sengen catalogue list”."),
               item);
  return NULL;
}

static SgnCatalogue *
find_catalogue (SgnLibrary *library, const char *key, GError **error)
{
  SgnCatalogue *catalogue = sgn_library_find_catalogue_key (library, key);

  if (catalogue == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ (
                   "There is no guideline “%s”. See which there are with “sengen catalogue list”."),
                 key);

  return catalogue;
}

static gboolean
check_open_assessment (const SgnAssessment *assessment, gint64 id, GError **error)
{
  if (assessment == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no assessment %" G_GINT64_FORMAT " in this file."), id);
    return FALSE;
  }
  if (assessment->closed) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_CLOSED,
                 _ ("Assessment %" G_GINT64_FORMAT " is closed. Reopen it to change an answer."),
                 id);
    return FALSE;
  }

  return TRUE;
}

/* The open assessment of exactly @catalogue's edition, newest first; (nullable). */
static SgnAssessment *
find_open_edition (const SgnRecord *record, const SgnCatalogue *catalogue)
{
  for (guint i = record->assessments->len; i > 0; i--) {
    SgnAssessment *assessment = g_ptr_array_index (record->assessments, i - 1);

    if (!assessment->closed && strcmp (assessment->catalogue, catalogue->id) == 0 &&
        strcmp (assessment->edition, catalogue->edition) == 0)
      return assessment;
  }

  return NULL;
}

/* An edition named in @key wins; else the newest open assessment, whatever its edition; else the
 * current edition. */
static gboolean
find_target_in_catalogue (SgnDesk *desk,
                          SgnCatalogue *catalogue,
                          gboolean edition_named,
                          Target *target)
{
  target->catalogue = catalogue;
  target->assessment = edition_named ? find_open_edition (desk->record, catalogue)
                                     : sgn_record_find_open (desk->record, catalogue->id);

  if (target->assessment != NULL && !edition_named)
    target->catalogue = sgn_library_find_catalogue (desk->library, target->assessment->catalogue,
                                                    target->assessment->edition);

  return target->catalogue != NULL;
}

static gboolean
find_target (SgnDesk *desk, const SgnAnswerChange *change, Target *target, GError **error)
{
  SgnCatalogue *catalogue;

  if (change->assessment != 0) {
    SgnAssessment *assessment = sgn_record_find_assessment (desk->record, change->assessment);

    if (!check_open_assessment (assessment, change->assessment, error))
      return FALSE;
    target->assessment = assessment;
    target->catalogue =
      sgn_library_find_catalogue (desk->library, assessment->catalogue, assessment->edition);
    return target->catalogue != NULL ||
           find_catalogue (desk->library, assessment->catalogue, error) != NULL;
  }

  catalogue = change->catalogue != NULL
                ? find_catalogue (desk->library, change->catalogue, error)
                : find_catalogue_of_item (desk->library, change->item, error);
  if (catalogue == NULL)
    return FALSE;

  return find_target_in_catalogue (
    desk, catalogue, change->catalogue != NULL && strchr (change->catalogue, '@') != NULL, target);
}

static const SgnItem *
find_item (const SgnCatalogue *catalogue, const char *name, GError **error)
{
  const SgnItem *item = sgn_catalogue_find_item (catalogue, name);

  if (item == NULL || item->scale == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("“%s” (%s) has no question “%s”."),
                 catalogue->short_title.ja, catalogue->edition, name);
    return NULL;
  }

  return item;
}

static gboolean
check_value (const SgnItem *item, const char *value, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  if (value == NULL || *value == '\0' || sgn_item_find_value (item, value) != NULL)
    return TRUE;

  for (guint i = 0; i < item->scale->values->len; i++) {
    const SgnScaleValue *each = g_ptr_array_index (item->scale->values, i);
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", each->key);
  }
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("%s cannot be answered with “%s”. Use one of: %s."), item->id, value, known->str);
  return FALSE;
}

/* Inside an act: a new assessment of @catalogue, begun today. Owned by the record that is read
 * next; here until then. */
SgnAssessment *
sgn_desk_open_assessment (SgnDesk *desk, SgnCatalogue *catalogue, gint64 person, GError **error)
{
  g_autoptr (SgnAssessment) assessment = g_new0 (SgnAssessment, 1);

  assessment->id = sgn_company_file_next_id (desk->file, SGN_KIND_ASSESSMENT, error);
  if (assessment->id < 0)
    return NULL;

  assessment->catalogue = g_strdup (catalogue->id);
  assessment->edition = g_strdup (catalogue->edition);
  assessment->opened_at = sgn_clock_now (desk->clock);
  assessment->period_start = sgn_time_get_date (assessment->opened_at);
  assessment->person = person;

  if (!sgn_desk_put_numbered (desk, SGN_KIND_ASSESSMENT, assessment->id,
                              sgn_assessment_to_row (assessment), error))
    return NULL;

  return g_steal_pointer (&assessment);
}

static char *
changed_text (const char *old, const char *new)
{
  g_autofree char *clean = NULL;

  if (new == NULL)
    return g_strdup (old);

  clean = sgn_clean_typed (new);

  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/* The answer as it will be; @old may be NULL. */
static SgnAnswer *
changed_answer (const SgnAnswer *old,
                gint64 assessment,
                const SgnItem *item,
                const SgnAnswerChange *change,
                gint64 person,
                const char *at)
{
  SgnAnswer *answer = old != NULL ? sgn_answer_copy (old) : g_new0 (SgnAnswer, 1);

  answer->assessment = assessment;
  g_free (answer->item);
  answer->item = g_strdup (item->id);
  g_free (answer->at);
  answer->at = g_strdup (at);
  answer->person = person;

  if (change->value != NULL) {
    g_free (answer->value);
    answer->value = *change->value != '\0' ? g_strdup (change->value) : NULL;
  }
  g_free (answer->note);
  answer->note = changed_text (old != NULL ? old->note : NULL, change->note);
  g_free (answer->statement);
  answer->statement = changed_text (old != NULL ? old->statement : NULL, change->statement);

  return answer;
}

static gboolean
answers_equal (const SgnAnswer *a, const SgnAnswer *b)
{
  return g_strcmp0 (a->value, b->value) == 0 && g_strcmp0 (a->note, b->note) == 0 &&
         g_strcmp0 (a->statement, b->statement) == 0;
}

static gboolean
put_answer (SgnDesk *desk,
            const SgnAssessment *assessment,
            const SgnItem *item,
            const SgnAnswerChange *change,
            gint64 person,
            const char *at,
            GError **error)
{
  const SgnAnswer *old =
    assessment->answers != NULL ? sgn_assessment_find_answer (assessment, item->id) : NULL;
  g_autoptr (SgnAnswer) answer = changed_answer (old, assessment->id, item, change, person, at);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", assessment->id, item->id);
  const gboolean empty = answer->value == NULL && answer->note == NULL && answer->statement == NULL;

  /* Saying the same again is no event. */
  if (old != NULL && answers_equal (old, answer))
    return TRUE;

  return sgn_desk_put (desk, SGN_KIND_ANSWER, id, empty ? NULL : sgn_answer_to_row (answer), error);
}

/* One answer */

typedef struct {
  SgnAnswerChange change;
  char *catalogue;
  char *item;
  char *value;
  char *note;
  char *statement;
} AnswerRequest;

static void
answer_request_free (AnswerRequest *request)
{
  g_free (request->catalogue);
  g_free (request->item);
  g_free (request->value);
  g_free (request->note);
  g_free (request->statement);
  g_free (request);
}

static AnswerRequest *
answer_request_new (const SgnAnswerChange *change)
{
  AnswerRequest *request = g_new0 (AnswerRequest, 1);

  request->catalogue = g_strdup (change->catalogue);
  request->item = g_strdup (change->item);
  request->value = g_strdup (change->value);
  request->note = g_strdup (change->note);
  request->statement = g_strdup (change->statement);
  request->change = (SgnAnswerChange){
    request->catalogue, change->assessment, request->item,
    request->value,     request->note,      request->statement,
  };

  return request;
}

static gboolean
write_answer (SgnDesk *desk,
              const Target *target,
              const SgnItem *item,
              const SgnAnswerChange *change,
              GError **error)
{
  g_autofree char *now = sgn_clock_now (desk->clock);
  g_autoptr (SgnAssessment) opened = NULL;
  gint64 assessment = target->assessment != NULL ? target->assessment->id : 0;
  gint64 person;

  if (!sgn_desk_ensure_person (desk, desk->author, &person, error))
    return FALSE;

  if (assessment == 0) {
    opened = sgn_desk_open_assessment (desk, target->catalogue, person, error);
    if (opened == NULL)
      return FALSE;
  }

  /* The record may have been read anew since the target was found. */
  return put_answer (desk,
                     opened != NULL ? opened
                                    : sgn_record_find_assessment (desk->record, assessment),
                     item, change, person, now, error);
}

static gpointer
do_answer (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnAnswerChange *change = &((AnswerRequest *) data)->change;
  Target target = { 0 };
  const SgnItem *item;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) || !find_target (desk, change, &target, error))
    return NULL;

  item = find_item (target.catalogue, change->item, error);
  if (item == NULL || !check_value (item, change->value, error))
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_ANSWER, desk->author, error) &&
       write_answer (desk, &target, item, change, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_answer_async:
 * @self: a session with an open file
 * @change: the answer; copied
 * @callback: called when the answer is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Sets one answer. End with sgn_session_act_finish().
 */
void
sgn_session_answer_async (SgnSession *self,
                          const SgnAnswerChange *change,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  const SgnAct act = { do_answer, answer_request_new (change), (GDestroyNotify) answer_request_free,
                       NULL, sgn_session_answer_async };

  sgn_session_run (self, &act, callback, user_data);
}

/* Many answers at once */

static gboolean
find_import_target (SgnDesk *desk, const SgnAnswerFile *file, Target *target, GError **error)
{
  const SgnAnswerLine *first = g_ptr_array_index (file->lines, 0);
  SgnCatalogue *catalogue;

  if (file->catalogue != NULL && file->edition != NULL) {
    g_autofree char *key = g_strdup_printf ("%s@%s", file->catalogue, file->edition);

    catalogue = find_catalogue (desk->library, key, error);
    return catalogue != NULL && find_target_in_catalogue (desk, catalogue, TRUE, target);
  }

  catalogue = file->catalogue != NULL ? find_catalogue (desk->library, file->catalogue, error)
                                      : find_catalogue_of_item (desk->library, first->item, error);

  return catalogue != NULL && find_target_in_catalogue (desk, catalogue, FALSE, target);
}

static gboolean
check_lines (const SgnAnswerFile *file, const SgnCatalogue *catalogue, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < file->lines->len; i++) {
    const SgnAnswerLine *line = g_ptr_array_index (file->lines, i);
    const SgnItem *item = find_item (catalogue, line->item, error);

    if (item == NULL || !check_value (item, line->value, error)) {
      g_prefix_error (error, _ ("Answer %u of the file: "), i + 1);
      return FALSE;
    }
    if (!g_hash_table_add (seen, item->id)) {
      g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                   _ ("Answer %u of the file: %s is answered twice. Leave one of them out."), i + 1,
                   item->id);
      return FALSE;
    }
  }

  return TRUE;
}

/* The time of an answer that was given on @date; the clock's zone, midnight standing for a day
 * without a time. */
static char *
time_of_date (SgnClock *clock, const char *date)
{
  g_autofree char *now = sgn_clock_now (clock);

  return g_strconcat (date, "T00:00:00", now + strlen ("YYYY-MM-DDTHH:MM:SS"), NULL);
}

static gboolean
import_line (SgnDesk *desk,
             const SgnAnswerFile *file,
             const SgnAnswerLine *line,
             const SgnCatalogue *catalogue,
             const SgnAssessment *assessment,
             GError **error)
{
  const SgnAnswerChange change = { NULL, 0, line->item, line->value, line->note, line->statement };
  const char *by = line->by != NULL ? line->by : file->by != NULL ? file->by : desk->author;
  g_autofree char *at = NULL;
  gint64 person;

  if (line->at != NULL)
    at = g_strdup (line->at);
  else if (file->date != NULL)
    at = time_of_date (desk->clock, file->date);
  else
    at = sgn_clock_now (desk->clock);

  return sgn_desk_ensure_person (desk, by, &person, error) &&
         put_answer (desk, assessment, sgn_catalogue_find_item (catalogue, line->item), &change,
                     person, at, error);
}

/* Inside an act: all lines of @file into the assessment they belong to, which is opened when there
 * is none. */
static gboolean
import_lines (SgnDesk *desk, const SgnAnswerFile *file, const Target *target, GError **error)
{
  const char *by = file->by != NULL ? file->by : desk->author;
  gint64 id = target->assessment != NULL ? target->assessment->id : 0;
  gint64 person;

  if (id == 0) {
    g_autoptr (SgnAssessment) opened = NULL;

    if (!sgn_desk_ensure_person (desk, by, &person, error))
      return FALSE;
    opened = sgn_desk_open_assessment (desk, target->catalogue, person, error);
    if (opened == NULL || !sgn_desk_reload (desk, error))
      return FALSE;
    id = opened->id;
  }

  for (guint i = 0; i < file->lines->len; i++) {
    if (!import_line (desk, file, g_ptr_array_index (file->lines, i), target->catalogue,
                      sgn_record_find_assessment (desk->record, id), error))
      return FALSE;
  }

  return TRUE;
}

gint64
sgn_desk_import (SgnDesk *desk, const SgnAnswerFile *file, GError **error)
{
  Target target = { 0 };
  gboolean ok;

  if (file->lines->len == 0) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_INVALID, _ ("The file has no answers."));
    return -1;
  }
  if (!find_import_target (desk, file, &target, error) ||
      !check_lines (file, target.catalogue, error))
    return -1;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_IMPORT,
                               file->by != NULL ? file->by : desk->author, error) &&
       import_lines (desk, file, &target, error);

  return sgn_desk_end_act (desk, ok, error) ? (gint64) file->lines->len : -1;
}

static gpointer
do_import (SgnDesk *desk, gpointer data, GError **error)
{
  g_autoptr (SgnAnswerFile) file = NULL;
  gint64 count;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;

  file = sgn_answer_file_new_from_file (data, error);
  if (file == NULL)
    return NULL;

  count = sgn_desk_import (desk, file, error);

  return count > 0 ? GSIZE_TO_POINTER ((gsize) count) : NULL;
}

void
sgn_session_import_async (SgnSession *self,
                          const char *path,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  const SgnAct act = { do_import, g_strdup (path), g_free, NULL, sgn_session_import_async };

  sgn_session_run (self, &act, callback, user_data);
}

gint64
sgn_session_import_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  gsize count =
    GPOINTER_TO_SIZE (sgn_session_finish (self, result, sgn_session_import_async, error));

  return count > 0 ? (gint64) count : -1;
}
