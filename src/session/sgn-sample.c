/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-data-dir.h"
#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-sample-private.h"

/* A sample company is written by the same acts as a real one, each at its own time of the past. Its
 * words are in a folder of data/samples. */
static const struct {
  const char *folder;
  const char *founded;
} stories[] = {
  [SGN_SAMPLE_USUAL] = { "hinata", "2024-06-03T09:00:00+09:00" },
  [SGN_SAMPLE_TRAINING] = { "minamo", "2026-04-06T09:00:00+09:00" },
};

json_t *
sgn_sample_load (const SgnSample *sample, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (sample->folder, name, NULL);

  return sgn_json_load_file (path, error);
}

void
sgn_sample_set_clock (SgnSample *sample, const char *time)
{
  if (time != NULL)
    sgn_clock_set_fixed (sample->desk.clock, time);
}

void
sgn_sample_set_author (SgnSample *sample, const char *name)
{
  g_free (sample->desk.author);
  sample->desk.author = g_strdup (name);
}

static char *
dup_string (const json_t *object, const char *key)
{
  return g_strdup (sgn_json_string (object, key));
}

gint64
sgn_sample_find_person (const SgnSample *sample, const char *name)
{
  const SgnPerson *person =
    name != NULL ? sgn_record_find_person_named (sample->desk.record, name) : NULL;

  return person != NULL ? person->id : 0;
}

static gboolean
put_person (SgnSample *sample, const json_t *words, GError **error)
{
  const gint64 id = sgn_company_file_next_id (sample->desk.file, SGN_KIND_PERSON, error);
  g_autoptr (SgnPerson) person = g_new0 (SgnPerson, 1);

  person->id = id;
  person->name = dup_string (words, "name");
  person->kana = dup_string (words, "kana");
  person->department = dup_string (words, "department");
  person->role = dup_string (words, "role");
  person->name_en = dup_string (words, "name_en");
  person->department_en = dup_string (words, "department_en");
  person->role_en = dup_string (words, "role_en");

  return id > 0 && sgn_desk_put_numbered (&sample->desk, SGN_KIND_PERSON, id,
                                          sgn_person_to_row (person), error);
}

static gboolean
put_training (SgnDesk *desk, GError **error)
{
  return sgn_desk_put (desk, SGN_KIND_SETTING, SGN_SETTING_TRAINING, sgn_setting_to_row ("yes"),
                       error);
}

static gboolean
put_company (SgnSample *sample, const SgnProfile *profile, json_t *people, GError **error)
{
  SgnDesk *desk = &sample->desk;
  size_t index;
  json_t *words;

  if (!sgn_desk_put_profile (desk, profile, TRUE, error) ||
      (sample->kind == SGN_SAMPLE_TRAINING && !put_training (desk, error)))
    return FALSE;

  json_array_foreach (people, index, words)
  {
    if (!put_person (sample, words, error))
      return FALSE;
  }

  return TRUE;
}

static gboolean
write_company (SgnSample *sample, GError **error)
{
  g_autoptr (json_t) json = sgn_sample_load (sample, "profile.json", error);
  g_autoptr (json_t) people = json != NULL ? sgn_sample_load (sample, "people.json", error) : NULL;
  g_autoptr (SgnProfile) profile = people != NULL ? sgn_profile_new_from_json (json, error) : NULL;
  gboolean ok;

  if (profile == NULL)
    return FALSE;

  ok = sgn_company_file_begin (sample->desk.file, SGN_ACT_NEW, NULL, error) &&
       put_company (sample, profile, people, error);

  return sgn_desk_end_act (&sample->desk, ok, error);
}

static GHashTable *
read_parts (const json_t *parts)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *key;
  json_t *value;

  json_object_foreach ((json_t *) parts, key, value)
    g_hash_table_insert (table, g_strdup (key), g_strdup (json_string_value (value)));

  return table;
}

static gboolean
write_policy (SgnSample *sample, const json_t *words, GError **error)
{
  g_autoptr (SgnPolicy) policy = g_new0 (SgnPolicy, 1);
  gboolean ok;

  policy->version = sgn_json_integer (words, "version", 1);
  policy->established = dup_string (words, "established");
  policy->revised = dup_string (words, "revised");
  policy->contact = dup_string (words, "contact");
  policy->contact_en = dup_string (words, "contact_en");
  policy->published_place = dup_string (words, "published_place");
  policy->published_on = dup_string (words, "published_on");
  policy->parts = read_parts (json_object_get (words, "parts"));
  policy->parts_en = read_parts (json_object_get (words, "parts_en"));

  sgn_sample_set_clock (sample, sgn_json_string (words, "at"));
  sgn_sample_set_author (sample, sgn_json_string (words, "by"));
  ok = sgn_company_file_begin (sample->desk.file, SGN_ACT_PUBLISH, sample->desk.author, error) &&
       sgn_desk_put_numbered (&sample->desk, SGN_KIND_POLICY, policy->version,
                              sgn_policy_to_row (policy), error);

  return sgn_desk_end_act (&sample->desk, ok, error);
}

static gboolean
put_place (SgnSample *sample, const json_t *words, gint64 declaration, GError **error)
{
  g_autoptr (SgnPlace) place = g_new0 (SgnPlace, 1);

  place->id = sgn_company_file_next_id (sample->desk.file, SGN_KIND_PLACE, error);
  place->place = dup_string (words, "place");
  place->place_en = dup_string (words, "place_en");
  place->how = dup_string (words, "how");
  place->how_en = dup_string (words, "how_en");
  place->since = dup_string (words, "since");
  place->confirmed = dup_string (words, "confirmed");

  return place->id > 0 && sgn_desk_put_numbered (&sample->desk, SGN_KIND_PLACE, place->id,
                                                 sgn_place_to_row (place, declaration), error);
}

static gboolean
put_declaration (SgnSample *sample, const json_t *words, GError **error)
{
  g_autoptr (SgnDeclaration) declaration = g_new0 (SgnDeclaration, 1);
  size_t index;
  json_t *place;

  declaration->id = sgn_company_file_next_id (sample->desk.file, SGN_KIND_DECLARATION, error);
  declaration->star = (int) sgn_json_integer (words, "star", 1);
  declaration->number = dup_string (words, "id");
  declaration->date = dup_string (words, "date");
  declaration->account = dup_string (words, "account");
  declaration->edition = dup_string (words, "edition");
  declaration->review = dup_string (words, "review");
  if (declaration->id < 0 ||
      !sgn_desk_put_numbered (&sample->desk, SGN_KIND_DECLARATION, declaration->id,
                              sgn_declaration_to_row (declaration), error))
    return FALSE;

  json_array_foreach (json_object_get (words, "places"), index, place)
  {
    if (!put_place (sample, place, declaration->id, error))
      return FALSE;
  }

  return TRUE;
}

static gboolean
write_declaration (SgnSample *sample, const json_t *words, GError **error)
{
  gboolean ok;

  sgn_sample_set_clock (sample, sgn_json_string (words, "at"));
  sgn_sample_set_author (sample, sgn_json_string (words, "by"));
  ok = sgn_company_file_begin (sample->desk.file, SGN_ACT_DECLARE, sample->desk.author, error) &&
       put_declaration (sample, words, error);

  return sgn_desk_end_act (&sample->desk, ok, error);
}

/* What was published and declared at the beginning, or, from the second of each on, at the end. */
static gboolean
write_words (SgnSample *sample,
             const json_t *policies,
             const json_t *declarations,
             size_t index,
             GError **error)
{
  const json_t *policy = json_array_get (policies, index);
  const json_t *declaration = json_array_get (declarations, index);

  return (policy == NULL || write_policy (sample, policy, error)) &&
         (declaration == NULL || write_declaration (sample, declaration, error));
}

/* In the order in which it happened. */
static gboolean
write_story (SgnSample *sample, GError **error)
{
  g_autoptr (json_t) policies = sgn_sample_load (sample, "policy.json", error);
  g_autoptr (json_t) declarations =
    policies != NULL ? sgn_sample_load (sample, "declarations.json", error) : NULL;
  g_autoptr (json_t) assessments =
    declarations != NULL ? sgn_sample_load (sample, "assessments.json", error) : NULL;
  size_t index;
  json_t *words;

  if (assessments == NULL || !write_company (sample, error) ||
      !write_words (sample, policies, declarations, 0, error))
    return FALSE;

  json_array_foreach (assessments, index, words)
  {
    if (!sgn_sample_write_assessment (sample, words, error))
      return FALSE;
  }

  return sgn_sample_write_tasks (sample, error) &&
         write_words (sample, policies, declarations, 1, error) &&
         sgn_sample_write_declaration_evidence (sample, error);
}

gboolean
sgn_sample_write (SgnLibrary *library, SgnSampleKind kind, const char *path, GError **error)
{
  g_autofree char *data_dir = sgn_data_dir ();
  g_autofree char *folder = g_build_filename (data_dir, "samples", stories[kind].folder, NULL);
  g_autofree char *evidence_folder = sgn_sample_dir ();
  g_autoptr (SgnClock) clock = sgn_clock_new_fixed (stories[kind].founded);
  SgnSample sample = {
    .desk = { .library = library, .clock = clock },
    .kind = kind,
    .folder = folder,
    .evidence_folder = evidence_folder,
  };
  gboolean ok;

  sample.desk.file = sgn_company_file_create (path, clock, error);
  if (sample.desk.file == NULL)
    return FALSE;

  ok = write_story (&sample, error);
  g_clear_pointer (&sample.desk.record, sgn_record_unref);
  g_free (sample.desk.author);
  if (ok)
    return sgn_company_file_close (sample.desk.file, error);

  sgn_company_file_discard (sample.desk.file);
  return FALSE;
}
