/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-search-private.h"

#include "sgn-match.h"

#include <string.h>

/* What is looked for in one row. */
typedef struct {
  guint order;  /* of its kind */
  char texts[]; /* folded, one a line */
} Key;

struct _SgnSearch {
  GHashTable *keys; /* (nullable): "KIND/ID" → Key; NULL until asked */
};

typedef struct {
  const char *place;
  gsize length; /* of the place */
  guint order;
  SgnFit fit;
} Hit;

SgnSearch *
sgn_search_new (void)
{
  return g_new0 (SgnSearch, 1);
}

void
sgn_search_free (SgnSearch *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_free (self);
}

static guint
get_order (const SgnKind *kind)
{
  guint order = 0;

  while (sgn_kinds ()[order] != kind)
    order++;
  return order;
}

static gboolean
is_searched (const SgnKind *kind)
{
  for (guint i = 0; kind->columns[i].name != NULL; i++) {
    if (kind->columns[i].searched)
      return TRUE;
  }
  return FALSE;
}

/* The place of a row, and what is looked for in it; nobody looks for anything in an empty row. */
static void
set_texts (SgnSearch *self, guint order, const char *place, const GString *texts)
{
  Key *key = NULL;

  if (texts->len == 0) {
    g_hash_table_remove (self->keys, place);
    return;
  }
  key = g_malloc (sizeof *key + texts->len + 1);
  key->order = order;
  memcpy (key->texts, texts->str, texts->len + 1);
  g_hash_table_insert (self->keys, g_strdup (place), key);
}

/* The columns of its id, then those that are searched. The names come from the descriptors. */
static char *
make_select (const SgnKind *kind)
{
  g_autofree char *keys = sgn_kind_list_keys (kind);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s", keys);
  for (guint i = 0; kind->columns[i].name != NULL; i++) {
    if (kind->columns[i].searched)
      g_string_append_printf (sql, ", %s", kind->columns[i].name);
  }
  g_string_append_printf (sql, " FROM %s", kind->table);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* All the rows of a file are read at once, so nothing is made of them but what is looked for. What
 * this program never writes is not found. */
static void
add_row (SgnSearch *self, const SgnKind *kind, sqlite3_stmt *stmt)
{
  g_autoptr (GString) place = g_string_new (kind->kind);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (int i = 0; i < sqlite3_column_count (stmt); i++) {
    const char *text = (const char *) sqlite3_column_text (stmt, i);

    if (text != NULL && !g_utf8_validate (text, -1, NULL))
      return;
    if ((guint) i < kind->n_keys)
      g_string_append_printf (place, "/%s", text);
    else
      sgn_match_append (texts, text);
  }
  set_texts (self, get_order (kind), place->str, texts);
}

static gboolean
add_rows (SgnSearch *self, const SgnKind *kind, sqlite3 *db, GError **error)
{
  g_autofree char *sql = make_select (kind);
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, sql, error);
  SgnStep step = SGN_STEP_FAILED;

  while (stmt != NULL && (step = sgn_db_step (stmt, error)) == SGN_STEP_ROW)
    add_row (self, kind, stmt);
  return step == SGN_STEP_DONE;
}

static gboolean
fill (SgnSearch *self, sqlite3 *db, GError **error)
{
  if (self->keys != NULL)
    return TRUE;

  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; sgn_kinds ()[i] != NULL; i++) {
    const SgnKind *kind = sgn_kinds ()[i];

    if (is_searched (kind) && !add_rows (self, kind, db, error)) {
      g_clear_pointer (&self->keys, g_hash_table_unref);
      return FALSE;
    }
  }
  return TRUE;
}

static void
set_row (SgnSearch *self, const SgnKind *kind, const char *place, const char *id, const json_t *row)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; row != NULL && kind->columns[i].name != NULL; i++) {
    const SgnColumn *column = &kind->columns[i];

    if (column->searched)
      sgn_match_append (texts, i < kind->first_in_row ? id : sgn_json_string (row, column->name));
  }
  set_texts (self, get_order (kind), place, texts);
}

static gboolean
update_one (SgnSearch *self, sqlite3 *db, const char *place, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (place, "/", 2);
  const SgnKind *kind = sgn_kind_find (parts[0]);
  g_autoptr (json_t) row = NULL;

  if (!sgn_kind_read (kind, db, parts[1], &row, error))
    return FALSE;
  set_row (self, kind, place, parts[1], row);
  return TRUE;
}

gboolean
sgn_search_update (SgnSearch *self, sqlite3 *db, GPtrArray *changed, GError **error)
{
  for (guint i = 0; self->keys != NULL && i < changed->len; i++) {
    if (!update_one (self, db, changed->pdata[i], error)) {
      g_clear_pointer (&self->keys, g_hash_table_unref);
      return FALSE;
    }
  }
  return TRUE;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *hit_a = a;
  const Hit *hit_b = b;

  if (hit_a->fit != hit_b->fit)
    return hit_a->fit < hit_b->fit ? -1 : 1;
  if (hit_a->order != hit_b->order)
    return hit_a->order < hit_b->order ? -1 : 1;
  if (hit_a->length != hit_b->length)
    return hit_a->length < hit_b->length ? -1 : 1;
  return strcmp (hit_a->place, hit_b->place);
}

static GArray *
find_hits (SgnSearch *self, GPtrArray *words)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GHashTableIter iter;
  gpointer place = NULL;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, self->keys);
  while (words->len > 0 && g_hash_table_iter_next (&iter, &place, &value)) {
    const Key *key = value;
    const SgnFit fit = sgn_match_fit (key->texts, words);
    const Hit hit = { place, strlen (place), key->order, fit };

    if (fit != SGN_FIT_NOT)
      g_array_append_val (hits, hit);
  }
  g_array_sort (hits, compare_hits);
  return g_steal_pointer (&hits);
}

GPtrArray *
sgn_search_find (SgnSearch *self, sqlite3 *db, const char *text, guint limit, GError **error)
{
  g_autoptr (GPtrArray) words = sgn_match_split (text);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) hits = NULL;

  if (!fill (self, db, error))
    return NULL;

  hits = find_hits (self, words);
  for (guint i = 0; i < hits->len && i < limit; i++)
    g_ptr_array_add (places, g_strdup (g_array_index (hits, Hit, i).place));
  return g_steal_pointer (&places);
}
