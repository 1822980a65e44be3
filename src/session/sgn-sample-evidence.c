/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sample-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"
#include "sgn-evidence-private.h"

static const SgnEvidence *
find_evidence (const SgnRecord *record, const char *file_name)
{
  for (guint i = 0; i < record->evidence->len; i++) {
    const SgnEvidence *evidence = g_ptr_array_index (record->evidence, i);

    if (strcmp (evidence->file_name, file_name) == 0)
      return evidence;
  }

  return NULL;
}

static gboolean
put_file (SgnSample *sample, const json_t *words, gint64 *id, GError **error)
{
  const char *name = sgn_json_string (words, "file");
  const SgnEvidence *known = find_evidence (sample->desk.record, name);
  g_autofree char *path = g_build_filename (sample->evidence_folder, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const SgnEvidence evidence = {
    .title = (char *) sgn_json_string (words, "title"),
    .title_en = (char *) sgn_json_string (words, "title_en"),
    .file_name = (char *) name,
    .dated = (char *) sgn_json_string (words, "date"),
    .expires = (char *) sgn_json_string (words, "expires"),
    .person = sgn_sample_find_person (sample, sample->desk.author),
  };

  if (known != NULL) {
    *id = known->id;
    return TRUE;
  }
  if (!g_file_get_contents (path, &contents, &length, NULL)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("“%s” of the sample is missing. Install the program again."), path);
    return FALSE;
  }

  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);

  return sgn_desk_put_evidence (&sample->desk, &evidence, bytes, id, error);
}

/* Links one file to rows of @kind whose ids are "@stem" + the words listed. */
static gboolean
put_links (SgnSample *sample,
           const json_t *words,
           const json_t *refs,
           const char *kind,
           const char *stem,
           GError **error)
{
  gint64 id;
  size_t index;
  json_t *ref;

  if (json_array_size (refs) == 0)
    return TRUE;
  if (!put_file (sample, words, &id, error))
    return FALSE;

  json_array_foreach (refs, index, ref)
  {
    g_autofree char *reference = g_strconcat (kind, "/", stem, json_string_value (ref), NULL);

    if (!sgn_desk_put_link (&sample->desk, id, reference, error))
      return FALSE;
  }

  return TRUE;
}

static gboolean
write_evidence (SgnSample *sample,
                const json_t *words,
                const char *key,
                const char *kind,
                const char *stem,
                GError **error)
{
  const json_t *refs = json_object_get (words, key);
  gboolean ok;

  if (json_array_size (refs) == 0)
    return TRUE;

  ok = sgn_company_file_begin (sample->desk.file, SGN_ACT_EVIDENCE, sample->desk.author, error) &&
       put_links (sample, words, refs, kind, stem, error);

  return sgn_desk_end_act (&sample->desk, ok, error);
}

gboolean
sgn_sample_write_evidence (SgnSample *sample, gint64 assessment, const char *key, GError **error)
{
  g_autoptr (json_t) list = sgn_sample_load (sample, "evidence.json", error);
  g_autofree char *stem = g_strdup_printf ("%" G_GINT64_FORMAT "/", assessment);
  size_t index;
  json_t *words;

  if (list == NULL)
    return FALSE;

  json_array_foreach (list, index, words)
  {
    if (!write_evidence (sample, words, key, SGN_KIND_ANSWER, stem, error))
      return FALSE;
  }

  return TRUE;
}

gboolean
sgn_sample_put_evidence (SgnSample *sample, gint64 assessment, const char *key, GError **error)
{
  g_autoptr (json_t) list = sgn_sample_load (sample, "evidence.json", error);
  g_autofree char *stem = g_strdup_printf ("%" G_GINT64_FORMAT "/", assessment);
  size_t index;
  json_t *words;

  if (list == NULL)
    return FALSE;

  json_array_foreach (list, index, words)
  {
    if (!put_links (sample, words, json_object_get (words, key), SGN_KIND_ANSWER, stem, error))
      return FALSE;
  }

  return TRUE;
}

static char *
declaration_id (const SgnSample *sample, const char *number)
{
  for (guint i = 0; i < sample->desk.record->declarations->len; i++) {
    const SgnDeclaration *declaration = g_ptr_array_index (sample->desk.record->declarations, i);

    if (strcmp (declaration->number, number) == 0)
      return sgn_dup_number (declaration->id);
  }

  return NULL;
}

gboolean
sgn_sample_write_declaration_evidence (SgnSample *sample, GError **error)
{
  g_autoptr (json_t) list = sgn_sample_load (sample, "evidence.json", error);
  size_t index;
  json_t *words;

  if (list == NULL)
    return FALSE;

  json_array_foreach (list, index, words)
  {
    const json_t *numbers = json_object_get (words, "declarations");
    g_autofree char *id = NULL;
    g_autofree char *time = NULL;
    g_autoptr (json_t) ids = json_array ();

    if (json_array_size (numbers) == 0)
      continue;

    id = declaration_id (sample, json_string_value (json_array_get (numbers, 0)));
    time = g_strconcat (sgn_json_string (words, "date"), "T17:30:00+09:00", NULL);
    sgn_sample_set_clock (sample, time);
    json_array_append_new (ids, json_string (id));
    json_object_set (words, "declaration-ids", ids);
    if (!write_evidence (sample, words, "declaration-ids", SGN_KIND_DECLARATION, "", error))
      return FALSE;
  }

  return TRUE;
}
