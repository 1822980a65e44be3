/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-contents-private.h"

#include "sgn-schema-private.h"

static SgnContents *
contents_new (void)
{
  SgnContents *self = g_new0 (SgnContents, 1);

  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_contents_check_free);
  return self;
}

void
sgn_contents_check_free (SgnContentsCheck *self)
{
  g_free (self->catalogue);
  g_free (self->edition);
  g_free (self);
}

void
sgn_contents_free (SgnContents *self)
{
  if (self == NULL)
    return;

  g_free (self->first);
  g_free (self->newest);
  g_free (self->at);
  g_free (self->company);
  g_ptr_array_unref (self->checks);
  g_free (self);
}

/* What a query of one text says; @text stays NULL when it gives no row or NULL. */
static gboolean
ask_text (sqlite3 *db, const char *sql, char **text, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, sql, error);
  SgnStep step = stmt != NULL ? sgn_db_step (stmt, error) : SGN_STEP_FAILED;

  if (step == SGN_STEP_ROW)
    *text = g_strdup (sgn_db_column_text (stmt, 0));
  return step != SGN_STEP_FAILED && sgn_db_check_row (stmt, error);
}

static gboolean
ask_chain (sqlite3 *db, SgnContents *self, GError **error)
{
  if (!ask_text (db, "SELECT hash FROM event WHERE seq = 1", &self->first, error) ||
      !ask_text (db, "SELECT hash FROM event ORDER BY seq DESC LIMIT 1", &self->newest, error) ||
      !ask_text (db, "SELECT header ->> 'at' FROM event ORDER BY seq DESC LIMIT 1", &self->at,
                 error) ||
      !sgn_db_get_int (db, "SELECT seq FROM event ORDER BY seq DESC LIMIT 1", &self->events,
                       error) ||
      !sgn_schema_get_version (db, &self->schema, error))
    return FALSE;

  if (self->first == NULL)
    self->first = g_strdup ("");
  if (self->newest == NULL)
    self->newest = g_strdup ("");
  return TRUE;
}

static gboolean
ask_company (sqlite3 *db, SgnContents *self, GError **error)
{
  gint64 sample = 0;

  if (!ask_text (db, "SELECT name FROM company", &self->company, error) ||
      !sgn_db_get_int (db, "SELECT sample FROM company", &sample, error))
    return FALSE;
  self->sample = sample != 0;
  return TRUE;
}

static gboolean
ask_checks (sqlite3 *db, SgnContents *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db,
                    "SELECT id, catalogue, edition, ifnull (site, 0), (SELECT count (*) FROM answer"
                    " WHERE assessment = assessment.id AND value IS NOT NULL)"
                    " FROM assessment WHERE state = 'open' ORDER BY id",
                    error);
  SgnStep step = stmt != NULL ? sgn_db_step (stmt, error) : SGN_STEP_FAILED;

  for (; step == SGN_STEP_ROW; step = sgn_db_step (stmt, error)) {
    SgnContentsCheck *check = g_new0 (SgnContentsCheck, 1);

    check->assessment = sqlite3_column_int64 (stmt, 0);
    check->catalogue = g_strdup (sgn_db_column_text (stmt, 1));
    check->edition = g_strdup (sgn_db_column_text (stmt, 2));
    check->site = sqlite3_column_int64 (stmt, 3);
    check->answers = sqlite3_column_int64 (stmt, 4);
    self->answers += check->answers;
    g_ptr_array_add (self->checks, check);
  }
  return step == SGN_STEP_DONE;
}

static gboolean
ask_numbers (sqlite3 *db, SgnContents *self, GError **error)
{
  gint64 published = 0;
  const struct {
    const char *sql;
    gint64 *value;
  } questions[] = {
    { "SELECT count (*) FROM evidence WHERE retired = 0", &self->evidence },
    { "SELECT max (version) FROM policy", &self->policy },
    { "SELECT published_on IS NOT NULL FROM policy ORDER BY version DESC LIMIT 1", &published },
    { "SELECT count (*) FROM declaration", &self->declarations },
    { "SELECT star FROM declaration ORDER BY date DESC, id DESC LIMIT 1", &self->star },
    { "SELECT count (*) FROM task", &self->tasks },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++) {
    if (!sgn_db_get_int (db, questions[i].sql, questions[i].value, error))
      return FALSE;
  }
  self->policy_published = published != 0;
  return TRUE;
}

SgnContents *
sgn_contents_ask_chain (sqlite3 *db, GError **error)
{
  g_autoptr (SgnContents) self = contents_new ();

  return ask_chain (db, self, error) && ask_company (db, self, error) ? g_steal_pointer (&self)
                                                                      : NULL;
}

SgnContents *
sgn_contents_ask (sqlite3 *db, GError **error)
{
  g_autoptr (SgnContents) self = sgn_contents_ask_chain (db, error);

  return self != NULL && ask_checks (db, self, error) && ask_numbers (db, self, error)
           ? g_steal_pointer (&self)
           : NULL;
}

SgnContents *
sgn_contents_ask_opening (SgnOpening *opening, GError **error)
{
  SgnContents *self = sgn_contents_ask (opening->db, error);

  /* Rows of an earlier version are read as those of the newest. */
  if (self != NULL)
    self->schema = opening->version;
  return self;
}

/**
 * sgn_contents_read:
 * @path: a company file or a copy of one
 * @error: return location: %SGN_ERROR_UNREADABLE, %SGN_ERROR_DAMAGED
 *
 * The file is checked as when it is opened, and nothing of it is changed.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
SgnContents *
sgn_contents_read (const char *path, GError **error)
{
  g_auto (GStrv) steps = NULL;
  g_autoptr (SgnOpening) opening = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  steps = sgn_schema_load_steps ();
  opening = sgn_opening_new_for_reading (path, (const char *const *) steps, error);
  return opening != NULL ? sgn_contents_ask_opening (opening, error) : NULL;
}

SgnContents *
sgn_contents_copy (const SgnContents *self)
{
  g_autoptr (json_t) object = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  object = sgn_contents_to_json (self);
  return sgn_contents_from_json (object);
}

static json_t *
check_to_json (const SgnContentsCheck *check)
{
  json_t *object = json_object ();

  sgn_json_set_integer (object, "assessment", check->assessment);
  sgn_json_set_string (object, "catalogue", check->catalogue);
  sgn_json_set_string (object, "edition", check->edition);
  sgn_json_set_integer (object, "site", check->site);
  sgn_json_set_integer (object, "answers", check->answers);
  return object;
}

/**
 * sgn_contents_to_json:
 * @self: what is in a file
 *
 * The names are those of the fields; they stand in files and in the output of commands.
 *
 * Returns: (transfer full): an object
 */
json_t *
sgn_contents_to_json (const SgnContents *self)
{
  json_t *object = json_object ();
  json_t *checks = json_array ();

  sgn_json_set_string (object, "first", self->first);
  sgn_json_set_string (object, "newest", self->newest);
  sgn_json_set_integer (object, "events", self->events);
  sgn_json_set_string (object, "at", self->at);
  sgn_json_set_integer (object, "schema", self->schema);
  sgn_json_set_string (object, "company", self->company);
  json_object_set_new (object, "sample", json_boolean (self->sample));
  for (guint i = 0; i < self->checks->len; i++)
    json_array_append_new (checks, check_to_json (g_ptr_array_index (self->checks, i)));
  json_object_set_new (object, "checks", checks);
  sgn_json_set_integer (object, "answers", self->answers);
  sgn_json_set_integer (object, "evidence", self->evidence);
  sgn_json_set_integer (object, "policy", self->policy);
  json_object_set_new (object, "policy_published", json_boolean (self->policy_published));
  sgn_json_set_integer (object, "tasks", self->tasks);
  sgn_json_set_integer (object, "declarations", self->declarations);
  sgn_json_set_integer (object, "star", self->star);
  return object;
}

static SgnContentsCheck *
check_from_json (const json_t *object)
{
  SgnContentsCheck *check = g_new0 (SgnContentsCheck, 1);

  check->assessment = sgn_json_integer (object, "assessment", 0);
  check->catalogue = g_strdup (sgn_json_string (object, "catalogue"));
  check->edition = g_strdup (sgn_json_string (object, "edition"));
  check->site = sgn_json_integer (object, "site", 0);
  check->answers = sgn_json_integer (object, "answers", 0);
  return check;
}

SgnContents *
sgn_contents_from_json (const json_t *object)
{
  const char *first = sgn_json_string (object, "first");
  const char *newest = sgn_json_string (object, "newest");
  g_autoptr (SgnContents) self = contents_new ();
  json_t *check;
  size_t i;

  if (first == NULL || newest == NULL)
    return NULL;

  self->first = g_strdup (first);
  self->newest = g_strdup (newest);
  self->events = sgn_json_integer (object, "events", 0);
  self->at = g_strdup (sgn_json_string (object, "at"));
  self->schema = sgn_json_integer (object, "schema", 0);
  self->company = g_strdup (sgn_json_string (object, "company"));
  self->sample = sgn_json_boolean (object, "sample");
  json_array_foreach (json_object_get (object, "checks"), i, check)
    g_ptr_array_add (self->checks, check_from_json (check));
  self->answers = sgn_json_integer (object, "answers", 0);
  self->evidence = sgn_json_integer (object, "evidence", 0);
  self->policy = sgn_json_integer (object, "policy", 0);
  self->policy_published = sgn_json_boolean (object, "policy_published");
  self->tasks = sgn_json_integer (object, "tasks", 0);
  self->declarations = sgn_json_integer (object, "declarations", 0);
  self->star = sgn_json_integer (object, "star", 0);
  return g_steal_pointer (&self);
}
