/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sample-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"

static char *
dup_string (const json_t *object, const char *key)
{
  return g_strdup (sgn_json_string (object, key));
}

/* Inside an act. */
static gboolean
put_opening (SgnSample *sample,
             const SgnCatalogue *catalogue,
             const json_t *words,
             gint64 *id,
             GError **error)
{
  SgnDesk *desk = &sample->desk;
  g_autoptr (SgnAssessment) assessment = g_new0 (SgnAssessment, 1);

  assessment->id = sgn_company_file_next_id (desk->file, SGN_KIND_ASSESSMENT, error);
  assessment->catalogue = g_strdup (catalogue->id);
  assessment->edition = g_strdup (catalogue->edition);
  assessment->scope = dup_string (words, "scope");
  assessment->scope_en = dup_string (words, "scope_en");
  assessment->period_start = dup_string (words, "period_start");
  assessment->period_end = dup_string (words, "period_end");
  assessment->person = sgn_sample_find_person (sample, sgn_json_string (words, "by"));
  assessment->reviewed_by = sgn_sample_find_person (sample, sgn_json_string (words, "reviewed_by"));
  assessment->opened_at = dup_string (words, "opened_at");
  *id = assessment->id;

  return assessment->id > 0 && sgn_desk_put_numbered (desk, SGN_KIND_ASSESSMENT, assessment->id,
                                                      sgn_assessment_to_row (assessment), error);
}

/* Inside an act. */
static gboolean
put_answer (SgnSample *sample, gint64 assessment, const json_t *words, GError **error)
{
  g_autoptr (SgnAnswer) answer = g_new0 (SgnAnswer, 1);
  g_autofree char *id = NULL;

  answer->assessment = assessment;
  answer->item = dup_string (words, "item");
  answer->value = dup_string (words, "value");
  answer->note = dup_string (words, "note");
  answer->statement = dup_string (words, "statement");
  answer->statement_en = dup_string (words, "statement_en");
  answer->next_review = dup_string (words, "next_review");
  answer->person = sgn_sample_find_person (sample, sgn_json_string (words, "by"));
  answer->at = dup_string (words, "at");
  id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", assessment, answer->item);

  return sgn_desk_put (&sample->desk, SGN_KIND_ANSWER, id, sgn_answer_to_row (answer), error);
}

/* Inside an act. */
static gboolean
put_closing (SgnSample *sample, gint64 id, const json_t *words, GError **error)
{
  SgnDesk *desk = &sample->desk;
  g_autoptr (SgnAssessment) assessment =
    sgn_assessment_copy (sgn_record_find_assessment (desk->record, id));

  assessment->closed = TRUE;
  assessment->closed_at = dup_string (words, "closed_at");

  return sgn_desk_put_numbered (desk, SGN_KIND_ASSESSMENT, id, sgn_assessment_to_row (assessment),
                                error);
}

static gboolean
write_opening (SgnSample *sample,
               const SgnCatalogue *catalogue,
               const json_t *words,
               gint64 *id,
               GError **error)
{
  SgnDesk *desk = &sample->desk;
  gboolean ok;

  sgn_sample_set_clock (sample, sgn_json_string (words, "opened_at"));
  sgn_sample_set_author (sample, sgn_json_string (words, "by"));
  ok = sgn_company_file_begin (desk->file, SGN_ACT_ASSESSMENT, desk->author, error) &&
       put_opening (sample, catalogue, words, id, error);

  return sgn_desk_end_act (desk, ok, error);
}

static gboolean
write_answer (SgnSample *sample, gint64 assessment, const json_t *words, GError **error)
{
  SgnDesk *desk = &sample->desk;
  gboolean ok;

  sgn_sample_set_clock (sample, sgn_json_string (words, "at"));
  sgn_sample_set_author (sample, sgn_json_string (words, "by"));
  ok = sgn_company_file_begin (desk->file, SGN_ACT_ANSWER, desk->author, error) &&
       put_answer (sample, assessment, words, error);

  return sgn_desk_end_act (desk, ok, error);
}

static gboolean
write_closing (SgnSample *sample, gint64 id, const json_t *words, GError **error)
{
  SgnDesk *desk = &sample->desk;
  gboolean ok;

  if (sgn_json_string (words, "imported_at") == NULL)
    sgn_sample_set_clock (sample, sgn_json_string (words, "closed_at"));
  ok = sgn_company_file_begin (desk->file, SGN_ACT_CLOSE, desk->author, error) &&
       put_closing (sample, id, words, error);

  return sgn_desk_end_act (desk, ok, error);
}

typedef gboolean (*AnswerFunc) (SgnSample *sample,
                                gint64 assessment,
                                const json_t *words,
                                GError **error);

static gboolean
each_answer (SgnSample *sample, gint64 id, const json_t *answers, AnswerFunc func, GError **error)
{
  size_t index;
  json_t *words;

  json_array_foreach (json_object_get (answers, "answers"), index, words)
  {
    if (!func (sample, id, words, error))
      return FALSE;
  }

  return TRUE;
}

/* Evidence is put in with the answers it belongs to, so before its assessment is closed. */
static gboolean
tell_assessment (SgnSample *sample,
                 const SgnCatalogue *catalogue,
                 const json_t *words,
                 const json_t *answers,
                 GError **error)
{
  const char *evidence = sgn_json_string (words, "evidence");
  gint64 id;

  return write_opening (sample, catalogue, words, &id, error) &&
         each_answer (sample, id, answers, write_answer, error) &&
         (evidence == NULL || sgn_sample_write_evidence (sample, id, evidence, error)) &&
         (!sgn_json_boolean (words, "closed") || write_closing (sample, id, words, error));
}

/* One act, whose answers keep the days on which they were given. */
static gboolean
import_assessment (SgnSample *sample,
                   const SgnCatalogue *catalogue,
                   const json_t *words,
                   const json_t *answers,
                   GError **error)
{
  SgnDesk *desk = &sample->desk;
  const char *evidence = sgn_json_string (words, "evidence");
  gboolean ok;
  gint64 id;

  sgn_sample_set_clock (sample, sgn_json_string (words, "imported_at"));
  sgn_sample_set_author (sample, sgn_json_string (words, "by"));
  ok = sgn_company_file_begin (desk->file, SGN_ACT_IMPORT, desk->author, error) &&
       put_opening (sample, catalogue, words, &id, error) &&
       each_answer (sample, id, answers, put_answer, error) &&
       (evidence == NULL || sgn_sample_put_evidence (sample, id, evidence, error));

  return sgn_desk_end_act (desk, ok, error) &&
         (!sgn_json_boolean (words, "closed") || write_closing (sample, id, words, error));
}

gboolean
sgn_sample_write_assessment (SgnSample *sample, const json_t *words, GError **error)
{
  const char *file = sgn_json_string (words, "file");
  g_autoptr (json_t) answers = sgn_sample_load (sample, file, error);
  const SgnCatalogue *catalogue;

  if (answers == NULL)
    return FALSE;

  catalogue =
    sgn_library_find_catalogue (sample->desk.library, sgn_json_string (answers, "catalogue"),
                                sgn_json_string (answers, "edition"));
  if (catalogue == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("The sample “%s” is about a guideline that is not there. Install the program "
                    "again."),
                 file);
    return FALSE;
  }

  return sgn_json_string (words, "imported_at") != NULL
           ? import_assessment (sample, catalogue, words, answers, error)
           : tell_assessment (sample, catalogue, words, answers, error);
}
