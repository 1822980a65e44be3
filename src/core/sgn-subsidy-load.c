/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-subsidy.h"

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-reader-private.h"

#include <glib/gi18n-lib.h>

#define PREFIX "subsidies@"
#define SUFFIX ".json"
/* More than a year before it nobody begins. */
#define MAX_DAYS 400
#define NOT_KNOWN -1

static const char *const known_keys[] = { "confirmed", "reported", "planned",
                                          "unknown",   "disputed", NULL };

static void
fact_free (gpointer data)
{
  SgnSubsidyFact *self = data;

  if (self == NULL)
    return;

  g_free (self->id);
  sgn_text_clear (&self->title);
  sgn_text_clear (&self->text);
  g_free (self->source);
  g_free (self->checked);
  g_free (self);
}

static void
round_free (gpointer data)
{
  SgnSubsidyRound *self = data;

  g_free (self->date);
  g_free (self->source);
  g_free (self->checked);
  g_free (self);
}

static void
subsidy_free (gpointer data)
{
  SgnSubsidy *self = data;

  g_free (self->id);
  sgn_text_clear (&self->name);
  sgn_text_clear (&self->about);
  fact_free (self->star);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->rounds);
  sgn_text_clear (&self->later);
  g_free (self->site);
  g_free (self);
}

static void
duration_free (gpointer data)
{
  SgnSubsidyDuration *self = data;

  g_free (self->id);
  g_free (self->subsidy);
  fact_free (self->fact);
  g_free (self);
}

/**
 * sgn_subsidies_free:
 * @self: (transfer full) (nullable): what was loaded
 */
void
sgn_subsidies_free (SgnSubsidies *self)
{
  if (self == NULL)
    return;

  g_free (self->checked);
  sgn_text_clear (&self->remark);
  g_ptr_array_unref (self->subsidies);
  g_ptr_array_unref (self->durations);
  json_decref (self->json);
  g_free (self);
}

static gboolean
read_boolean (SgnReader *reader, const json_t *object, const char *key)
{
  if (!json_is_boolean (json_object_get (object, key)))
    sgn_reader_fail (reader, key, _ ("It is not there, or neither yes nor no."), "true, false");
  return sgn_json_boolean (object, key);
}

/* How well it is known, who says so, and when it was looked up. */
static void
read_seen (SgnReader *reader, const json_t *object, SgnKnown *known, char **source, char **checked)
{
  *known = (SgnKnown) sgn_reader_choice (reader, object, "known", known_keys);
  *source = sgn_reader_dup_string (reader, object, "source");
  *checked = sgn_reader_dup_date (reader, object, "checked");
}

static SgnSubsidyFact *
read_text (SgnReader *reader, const json_t *object)
{
  SgnSubsidyFact *fact = g_new0 (SgnSubsidyFact, 1);

  sgn_reader_text (reader, object, "text", &fact->text);
  read_seen (reader, object, &fact->known, &fact->source, &fact->checked);
  return fact;
}

static void
read_star (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "needs", "text", "known", "source", "checked", NULL };
  static const char *const needs[] = { "one", "two", "open", NULL };
  SgnSubsidy *self = data;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  self->needs = (SgnSubsidyStar) sgn_reader_choice (reader, object, "needs", needs);
  self->star = read_text (reader, object);
}

static void
read_fact (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id", "known", "title", "text", "source", "checked", NULL };
  SgnSubsidy *self = data;
  SgnSubsidyFact *fact;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  fact = read_text (reader, object);
  fact->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  sgn_reader_text (reader, object, "title", &fact->title);
  g_ptr_array_add (self->facts, fact);
}

static void
read_round (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "date", "known", "source", "checked", NULL };
  SgnSubsidy *self = data;
  const SgnSubsidyRound *before = sgn_subsidy_get_last_round (self);
  SgnSubsidyRound *round;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  round = g_new0 (SgnSubsidyRound, 1);
  round->date = sgn_reader_dup_date (reader, object, "date");
  read_seen (reader, object, &round->known, &round->source, &round->checked);
  if (before != NULL && round->date != NULL && sgn_date_compare (before->date, round->date) >= 0)
    sgn_reader_fail_value (reader, "date", round->date, _ ("a day after the one before it"));
  g_ptr_array_add (self->rounds, round);
}

static void
read_conditions (SgnReader *reader, const json_t *object, SgnSubsidy *self)
{
  static const char *const accounts[] = { "prime", "open", NULL };

  self->ended = read_boolean (reader, object, "ended");
  self->prime = sgn_reader_choice (reader, object, "account", accounts) == 0;
  self->new_id = read_boolean (reader, object, "new_id");
  self->web_page = read_boolean (reader, object, "web_page");
}

static void
read_subsidy (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id",      "name",   "about",    "ended", "star",
                                      "account", "new_id", "web_page", "facts", "rounds",
                                      "later",   "site",   NULL };
  SgnSubsidies *self = data;
  SgnSubsidy *subsidy;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  subsidy = g_new0 (SgnSubsidy, 1);
  subsidy->facts = g_ptr_array_new_with_free_func (fact_free);
  subsidy->rounds = g_ptr_array_new_with_free_func (round_free);
  subsidy->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  if (sgn_subsidies_find (self, subsidy->id) != NULL)
    sgn_reader_fail_value (reader, "id", subsidy->id, _ ("a word that no entry before it has"));
  sgn_reader_text (reader, object, "name", &subsidy->name);
  sgn_reader_text (reader, object, "about", &subsidy->about);
  sgn_reader_into (reader, object, "star", read_star, subsidy);
  read_conditions (reader, object, subsidy);
  sgn_reader_each (reader, object, "facts", 0, read_fact, subsidy);
  sgn_reader_each (reader, object, "rounds", 0, read_round, subsidy);
  sgn_reader_text (reader, object, "later", &subsidy->later);
  if (sgn_reader_has (object, "site"))
    subsidy->site = sgn_reader_dup_string (reader, object, "site");
  g_ptr_array_add (self->subsidies, subsidy);
}

static void
read_duration (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id",    "step", "subsidy", "least",   "most",
                                      "known", "text", "source",  "checked", NULL };
  static const char *const waits[] = { "account", "declare", NULL };
  SgnSubsidies *self = data;
  SgnSubsidyDuration *duration;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  duration = g_new0 (SgnSubsidyDuration, 1);
  duration->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  duration->wait = (SgnSubsidyWait) sgn_reader_choice (reader, object, "step", waits);
  if (sgn_reader_has (object, "subsidy"))
    duration->subsidy = sgn_reader_dup_word (reader, object, "subsidy", SGN_WORD_ID);
  if (duration->subsidy != NULL && sgn_subsidies_find (self, duration->subsidy) == NULL)
    sgn_reader_fail_value (reader, "subsidy", duration->subsidy, _ ("a subsidy of this file"));
  duration->least = sgn_reader_integer (reader, object, "least", 0, MAX_DAYS);
  duration->most = sgn_reader_has (object, "most")
                     ? sgn_reader_integer (reader, object, "most", duration->least, MAX_DAYS)
                     : NOT_KNOWN;
  duration->fact = read_text (reader, object);
  g_ptr_array_add (self->durations, duration);
}

static void
read_subsidies (SgnReader *reader, const json_t *json, gpointer data)
{
  static const char *const keys[] = { "checked", "remark", "subsidies", "durations", NULL };
  SgnSubsidies *self = data;

  if (!sgn_reader_check_keys (reader, json, keys))
    return;
  self->json = json_incref ((json_t *) json);
  self->checked = sgn_reader_dup_date (reader, json, "checked");
  sgn_reader_text (reader, json, "remark", &self->remark);
  sgn_reader_each (reader, json, "subsidies", 1, read_subsidy, self);
  sgn_reader_each (reader, json, "durations", 1, read_duration, self);
}

/**
 * sgn_subsidies_is_file:
 * @name: the name of a file
 *
 * Returns: whether it says which subsidy asks for which star
 */
gboolean
sgn_subsidies_is_file (const char *name)
{
  return g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, SUFFIX);
}

/* (nullable): the newest one in @folder; their names are in the order of their days */
static char *
find_newest (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autofree char *newest = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    if (!sgn_subsidies_is_file (name) || g_strcmp0 (name, newest) <= 0)
      continue;
    g_free (newest);
    newest = g_strdup (name);
  }
  if (dir != NULL && newest == NULL)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, PREFIX "…" SUFFIX);
  return newest != NULL ? g_build_filename (folder, newest, NULL) : NULL;
}

/**
 * sgn_subsidies_load:
 * @data_dir: the folder with guides/
 * @error: return location; SGN_ERROR_UNREADABLE with file, place, what is wrong and what is
 * expected
 *
 * Returns: (transfer full): what the newest file of guides/ that is about subsidies holds, or NULL
 */
SgnSubsidies *
sgn_subsidies_load (const char *data_dir, GError **error)
{
  g_autoptr (SgnSubsidies) self = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  folder = g_build_filename (data_dir, "guides", NULL);
  path = find_newest (folder, &cause);
  if (path == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("The program's data cannot be read (%s). Install the program again."),
                 cause->message);
    return NULL;
  }
  self = g_new0 (SgnSubsidies, 1);
  self->subsidies = g_ptr_array_new_with_free_func (subsidy_free);
  self->durations = g_ptr_array_new_with_free_func (duration_free);
  return sgn_reader_load (path, read_subsidies, self, error) ? g_steal_pointer (&self) : NULL;
}
