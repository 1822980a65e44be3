/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-guide.h"

#include "sgn-error.h"
#include "sgn-reader-private.h"
#include "sgn-subsidy.h"

#include <glib/gi18n-lib.h>

/* What there is about no guideline; see also sgn_subsidies_is_file(). */
#define STARS "stars.json"
#define MAX_ORDER 1000

static void
fact_free (gpointer data)
{
  SgnGuideFact *self = data;

  g_free (self->id);
  sgn_text_clear (&self->title);
  sgn_text_clear (&self->text);
  g_free (self->checked);
  g_free (self);
}

static void
guide_free (gpointer data)
{
  SgnGuide *self = data;

  g_free (self->id);
  g_free (self->checked);
  sgn_text_clear (&self->what);
  sgn_text_clear (&self->who);
  sgn_text_clear (&self->time);
  sgn_text_clear (&self->star);
  g_ptr_array_unref (self->facts);
  json_decref (self->json);
  g_free (self);
}

static void
check_fact (SgnReader *reader, const SgnGuide *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->facts->len; i++) {
    const SgnGuideFact *before = g_ptr_array_index (self->facts, i);

    if (g_strcmp0 (before->id, id) == 0)
      sgn_reader_fail_value (reader, "id", id, _ ("a word that no entry before it has"));
  }
}

static void
read_fact (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id", "known", "title", "text", "checked", NULL };
  static const char *const known[] = { "confirmed", "reported", "planned", "unknown", NULL };
  SgnGuide *self = data;
  SgnGuideFact *fact;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  fact = g_new0 (SgnGuideFact, 1);
  fact->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  check_fact (reader, self, fact->id);
  fact->known = (SgnKnown) sgn_reader_choice (reader, object, "known", known);
  sgn_reader_text (reader, object, "title", &fact->title);
  sgn_reader_text (reader, object, "text", &fact->text);
  fact->checked = sgn_reader_dup_date (reader, object, "checked");
  g_ptr_array_add (self->facts, fact);
}

static void
read_guide (SgnReader *reader, const json_t *json, gpointer data)
{
  static const char *const keys[] = { "id",   "order", "checked", "what", "who",
                                      "time", "star",  "facts",   NULL };
  SgnGuide *self = data;

  if (!sgn_reader_check_keys (reader, json, keys))
    return;
  self->json = json_incref ((json_t *) json);
  self->id = sgn_reader_dup_word (reader, json, "id", SGN_WORD_ID);
  self->order = sgn_reader_integer (reader, json, "order", 1, MAX_ORDER);
  self->checked = sgn_reader_dup_date (reader, json, "checked");
  sgn_reader_text (reader, json, "what", &self->what);
  sgn_reader_text (reader, json, "who", &self->who);
  sgn_reader_text (reader, json, "time", &self->time);
  sgn_reader_text (reader, json, "star", &self->star);
  sgn_reader_each (reader, json, "facts", 1, read_fact, self);
}

static gboolean
add_guide (GPtrArray *guides, const char *path, GError **error)
{
  SgnGuide *guide = g_new0 (SgnGuide, 1);

  guide->facts = g_ptr_array_new_with_free_func (fact_free);
  g_ptr_array_add (guides, guide);
  return sgn_reader_load (path, read_guide, guide, error);
}

static gboolean
is_guide (const char *name)
{
  return g_str_has_suffix (name, ".json") && name[0] != '.' && !g_str_equal (name, STARS) &&
         !sgn_subsidies_is_file (name);
}

static int
compare_guides (gconstpointer a, gconstpointer b)
{
  const SgnGuide *left = *(SgnGuide *const *) a;
  const SgnGuide *right = *(SgnGuide *const *) b;

  return left->order != right->order ? left->order - right->order : g_strcmp0 (left->id, right->id);
}

/**
 * sgn_guides_load:
 * @data_dir: the folder with guides/
 * @error: return location; SGN_ERROR_UNREADABLE with file, place, what is wrong and what is
 * expected
 *
 * Returns: (transfer full) (element-type SgnGuide): what is known of each guideline, in the order
 *   in which one does them, or NULL
 */
GPtrArray *
sgn_guides_load (const char *data_dir, GError **error)
{
  g_autoptr (GPtrArray) guides = g_ptr_array_new_with_free_func (guide_free);
  g_autofree char *folder = NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (data_dir != NULL, NULL);

  folder = g_build_filename (data_dir, "guides", NULL);
  dir = g_dir_open (folder, 0, &cause);
  if (dir == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("The program's data cannot be read (%s). Install the program again."),
                 cause->message);
    return NULL;
  }
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (is_guide (name) && !add_guide (guides, path, error))
      return NULL;
  }
  g_ptr_array_sort (guides, compare_guides);
  return g_steal_pointer (&guides);
}

/**
 * sgn_guides_find:
 * @guides: (element-type SgnGuide): what sgn_guides_load() gave
 * @id: (nullable): the id of a guideline
 *
 * Returns: (nullable) (transfer none): what is known of it
 */
const SgnGuide *
sgn_guides_find (GPtrArray *guides, const char *id)
{
  g_return_val_if_fail (guides != NULL, NULL);

  for (guint i = 0; i < guides->len; i++) {
    const SgnGuide *guide = g_ptr_array_index (guides, i);

    if (g_strcmp0 (guide->id, id) == 0)
      return guide;
  }
  return NULL;
}

/**
 * sgn_known_to_words:
 * @known: how well something is known
 *
 * Returns: (transfer none): that, in a few words
 */
const char *
sgn_known_to_words (SgnKnown known)
{
  switch (known) {
  case SGN_KNOWN_CONFIRMED:
    return _ ("Confirmed");
  case SGN_KNOWN_REPORTED:
    return _ ("From one source");
  case SGN_KNOWN_PLANNED:
    return _ ("Planned or a draft");
  case SGN_KNOWN_DISPUTED:
    return _ ("The sources disagree");
  case SGN_KNOWN_UNKNOWN:
  default:
    return _ ("Not known");
  }
}
