/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The shipped sample company as a record, and small changes to it. */

#include "sgn-error.h"
#include "sgn-library.h"
#include "sgn-projection.h"
#include "sgn-record.h"

#include <string.h>

static inline SgnLibrary *
load_library (void)
{
  g_autoptr (GError) error = NULL;
  SgnLibrary *library = sgn_library_load (g_getenv ("SENGEN_DATA_DIR"), &error);

  g_assert_no_error (error);
  return library;
}

static inline json_t *
load_sample (const char *name)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("SENGEN_DATA_DIR"), "samples", "hinata", name, NULL);
  g_autoptr (GError) error = NULL;
  json_t *json = sgn_json_load_file (path, &error);

  g_assert_no_error (error);
  return json;
}

/* Takes @row. */
static inline void
add_row (SgnRecord *record, const char *kind, const char *id, json_t *row)
{
  g_autoptr (GError) error = NULL;

  sgn_record_add_row (record, kind, id, row, &error);
  g_assert_no_error (error);
  json_decref (row);
}

static inline void
add_numbered_row (SgnRecord *record, const char *kind, gint64 id, json_t *row)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  add_row (record, kind, key, row);
}

/* Takes @value, which may be NULL. */
static inline void
set_value (json_t *row, const char *key, json_t *value)
{
  json_object_set_new (row, key, value != NULL ? value : json_null ());
}

static inline void
copy_texts (const json_t *source, json_t *row, const char *keys)
{
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);

  for (char **key = words; *key != NULL; key++)
    sgn_json_set_string (row, *key, sgn_json_string (source, *key));
}

static inline json_t *
get_person_number (const SgnRecord *record, const char *name)
{
  const SgnPerson *person = name != NULL ? sgn_record_find_person_named (record, name) : NULL;

  return person != NULL ? json_integer (person->id) : json_null ();
}

static inline json_t *
make_assessment_row (const char *catalogue, const char *edition)
{
  json_t *row = json_object ();

  copy_texts (row, row, "scope scope_en period_start period_end closed_at");
  set_value (row, "site", NULL);
  set_value (row, "person", NULL);
  set_value (row, "reviewed_by", NULL);
  sgn_json_set_string (row, "catalogue", catalogue);
  sgn_json_set_string (row, "edition", edition);
  sgn_json_set_string (row, "state", "open");
  sgn_json_set_string (row, "opened_at", "2026-11-02T09:00:00+09:00");
  return row;
}

/* @site: 0 for the whole company; @parent: the company's one that it belongs to, 0 for none */
static inline json_t *
make_part_row (const char *catalogue, const char *edition, gint64 site, gint64 parent)
{
  json_t *row = make_assessment_row (catalogue, edition);

  set_value (row, "site", site != 0 ? json_integer (site) : NULL);
  set_value (row, "parent", parent != 0 ? json_integer (parent) : NULL);
  return row;
}

static inline void
add_answer (SgnRecord *record, gint64 assessment, const char *item, const char *value)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", assessment, item);
  SgnAnswer answer = { .assessment = assessment,
                       .item = (char *) item,
                       .value = (char *) value,
                       .at = (char *) "2026-11-20T10:00:00+09:00" };

  add_row (record, SGN_KIND_ANSWER, id, sgn_answer_to_row (&answer));
}

static inline void
add_sample_answers (SgnRecord *record, gint64 assessment, const json_t *file)
{
  gsize i = 0;
  json_t *line = NULL;

  json_array_foreach (json_object_get (file, "answers"), i, line)
  {
    json_t *row = json_object ();

    copy_texts (line, row, "item value note statement statement_en at next_review");
    sgn_json_set_integer (row, "assessment", assessment);
    set_value (row, "person", get_person_number (record, sgn_json_string (line, "by")));
    set_value (row, "reviewed_by", NULL);
    add_row (record, SGN_KIND_ANSWER, "sample", row);
  }
}

/* What was taken over from paper has numbers of its own, so that tests can go on from 5. */
static inline gint64
get_assessment_number (const json_t *meta, gsize i)
{
  return sgn_json_string (meta, "imported_at") != NULL ? 100 + (gint64) i : (gint64) i + 1;
}

static inline void
add_sample_assessments (SgnRecord *record)
{
  g_autoptr (json_t) assessments = load_sample ("assessments.json");
  gsize i = 0;
  json_t *meta = NULL;

  json_array_foreach (assessments, i, meta)
  {
    g_autoptr (json_t) file = load_sample (sgn_json_string (meta, "file"));
    json_t *row =
      make_assessment_row (sgn_json_string (file, "catalogue"), sgn_json_string (file, "edition"));

    copy_texts (meta, row, "scope scope_en period_start period_end closed_at");
    sgn_json_set_string (row, "state", "closed");
    set_value (row, "person", get_person_number (record, sgn_json_string (meta, "by")));
    set_value (row, "reviewed_by",
               get_person_number (record, sgn_json_string (meta, "reviewed_by")));
    add_numbered_row (record, SGN_KIND_ASSESSMENT, get_assessment_number (meta, i), row);
    add_sample_answers (record, get_assessment_number (meta, i), file);
  }
}

static inline void
add_evidence (SgnRecord *record, gint64 id, const char *title, const char *file_name)
{
  SgnEvidence evidence = { .sha256 = (char *) "5d8e913c70a2",
                           .size = 12,
                           .title = (char *) title,
                           .file_name = (char *) file_name,
                           .media_type = (char *) "image/png",
                           .dated = (char *) "2026-11-23",
                           .added_at = (char *) "2026-11-23T10:00:00+09:00" };

  add_numbered_row (record, SGN_KIND_EVIDENCE, id, sgn_evidence_to_row (&evidence));
}

static inline void
link_evidence (SgnRecord *record, gint64 id, const char *reference)
{
  add_row (record, SGN_KIND_EVIDENCE_LINK, "sample", sgn_evidence_link_to_row (id, reference));
}

static inline void
add_sample_evidence (SgnRecord *record)
{
  g_autoptr (json_t) list = load_sample ("evidence.json");
  gsize i = 0;
  json_t *words = NULL;

  json_array_foreach (list, i, words)
  {
    gsize j = 0;
    json_t *item = NULL;

    add_evidence (record, (gint64) i + 1, sgn_json_string (words, "title"),
                  sgn_json_string (words, "file"));
    json_array_foreach (json_object_get (words, "items"), j, item)
    {
      g_autofree char *reference = g_strconcat ("answer/3/", json_string_value (item), NULL);

      link_evidence (record, (gint64) i + 1, reference);
    }
    if (json_array_size (json_object_get (words, "declarations")) > 0)
      link_evidence (record, (gint64) i + 1, "declaration/2");
  }
}

static inline void
add_sample_declarations (SgnRecord *record)
{
  g_autoptr (json_t) list = load_sample ("declarations.json");
  gsize i = 0;
  json_t *words = NULL;

  json_array_foreach (list, i, words)
  {
    gint64 id = (gint64) i + 1;
    json_t *row = json_object ();
    gsize j = 0;
    json_t *shown = NULL;

    copy_texts (words, row, "date account edition review note");
    sgn_json_set_string (row, "number", sgn_json_string (words, "id"));
    sgn_json_set_integer (row, "star", sgn_json_integer (words, "star", 0));
    add_numbered_row (record, SGN_KIND_DECLARATION, id, row);
    json_array_foreach (json_object_get (words, "places"), j, shown)
    {
      json_t *place = json_object ();

      copy_texts (shown, place, "place place_en how how_en since confirmed");
      sgn_json_set_integer (place, "declaration", id);
      add_numbered_row (record, SGN_KIND_PLACE, (gint64) j + 1, place);
    }
  }
}

static inline void
add_policy (SgnRecord *record, const json_t *words)
{
  g_autofree char *parts = sgn_json_to_canonical (json_object_get (words, "parts"));
  const json_t *english = json_object_get (words, "parts_en");
  g_autofree char *parts_en = english != NULL ? sgn_json_to_canonical (english) : g_strdup ("{}");
  json_t *row = json_object ();

  copy_texts (words, row, "established revised contact contact_en published_place published_on");
  sgn_json_set_string (row, "parts", parts);
  sgn_json_set_string (row, "parts_en", parts_en);
  add_numbered_row (record, SGN_KIND_POLICY, sgn_json_integer (words, "version", 0), row);
}

static inline void
add_sample_policies (SgnRecord *record)
{
  g_autoptr (json_t) list = load_sample ("policy.json");
  gsize i = 0;
  json_t *words = NULL;

  json_array_foreach (list, i, words)
  {
    add_policy (record, words);
  }
}

static inline void
add_company (SgnRecord *record, const SgnProfile *profile)
{
  add_row (record, SGN_KIND_COMPANY, "1", sgn_profile_to_row (profile, TRUE));
  for (guint i = 0; i < profile->sites->len; i++)
    add_numbered_row (record, SGN_KIND_SITE, (gint64) i + 1,
                      sgn_site_to_row (profile->sites->pdata[i]));
}

static inline void
add_sample_company (SgnRecord *record)
{
  g_autoptr (json_t) json = load_sample ("profile.json");
  g_autoptr (json_t) people = load_sample ("people.json");
  g_autoptr (SgnProfile) profile = sgn_profile_new_from_json (json, NULL);
  gsize i = 0;
  json_t *words = NULL;

  add_company (record, profile);
  json_array_foreach (people, i, words)
  {
    json_t *row = json_object ();

    copy_texts (words, row, "name kana department role name_en department_en role_en");
    add_numbered_row (record, SGN_KIND_PERSON, (gint64) i + 1, row);
  }
}

/* Each on its items in the newest check that has them. */
static inline void
link_sample_task (SgnRecord *record, gint64 id, const json_t *words)
{
  const char *said = sgn_json_string (words, "catalogue");
  gsize i = 0;
  json_t *item = NULL;

  json_array_foreach (json_object_get (words, "items"), i, item)
  {
    const char *name = json_string_value (item);
    const char *own = g_str_has_prefix (name, "RU-") ? "ipa-rules" : "ipa-self-check";
    g_autofree char *reference =
      g_strdup_printf ("answer/%" G_GINT64_FORMAT "/%s",
                       sgn_record_find_newest (record, said != NULL ? said : own)->id, name);

    add_row (record, SGN_KIND_TASK_LINK, reference, sgn_task_link_to_row (id, reference));
  }
}

static inline void
add_sample_tasks (SgnRecord *record)
{
  g_autoptr (json_t) list = load_sample ("tasks.json");
  gsize i = 0;
  json_t *words = NULL;

  json_array_foreach (list, i, words)
  {
    json_t *row = json_object ();

    copy_texts (words, row, "title title_en note due state done_on");
    sgn_json_set_string (row, "added_at", sgn_json_string (words, "at"));
    set_value (row, "owner", get_person_number (record, sgn_json_string (words, "owner")));
    set_value (row, "person", get_person_number (record, sgn_json_string (words, "by")));
    add_numbered_row (record, SGN_KIND_TASK, (gint64) i + 1, row);
    link_sample_task (record, (gint64) i + 1, words);
  }
}

static inline SgnRecord *
make_sample_record (void)
{
  SgnRecord *record = sgn_record_new ();

  add_sample_company (record);
  add_sample_assessments (record);
  add_sample_evidence (record);
  add_sample_tasks (record);
  add_sample_declarations (record);
  add_sample_policies (record);
  record->head = g_strnfill (64, 'a');
  record->head_at = g_strdup ("2026-11-23T15:30:00+09:00");
  return record;
}

static inline json_t *
project (SgnLibrary *library,
         const SgnRecord *record,
         const char *document,
         SgnAudience audience,
         SgnLanguage language)
{
  const SgnProjectionRequest request = { document, audience, language, FALSE, 0 };
  g_autoptr (GError) error = NULL;
  json_t *json = sgn_projection_new (library, record, &request, &error);

  g_assert_no_error (error);
  return json;
}

static inline int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The keys of @object in alphabetical order, with spaces between them. */
static inline char *
list_keys (const json_t *object)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  const char *key = NULL;
  json_t *value = NULL;

  g_assert_true (json_is_object (object));
  json_object_foreach ((json_t *) object, key, value)
  {
    g_ptr_array_add (keys, (gpointer) key);
  }
  g_ptr_array_sort (keys, compare_keys);
  g_ptr_array_add (keys, NULL);
  return g_strjoinv (" ", (char **) keys->pdata);
}

static inline void
assert_keys (const json_t *object, const char *expected)
{
  g_autofree char *keys = list_keys (object);

  g_assert_cmpstr (keys, ==, expected);
}

static inline void
assert_text (const json_t *object, const char *key, const char *expected)
{
  g_assert_cmpstr (sgn_json_string (object, key), ==, expected);
}

static inline void
assert_number (const json_t *object, const char *key, gint64 expected)
{
  g_assert_cmpint (sgn_json_integer (object, key, G_MININT64), ==, expected);
}

static inline void
assert_null (const json_t *object, const char *key)
{
  g_assert_true (json_is_null (json_object_get (object, key)));
}
