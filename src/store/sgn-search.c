/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-search-private.h"

#include "sgn-fold.h"

#include <string.h>

struct _SgnSearch {
  GHashTable *keys; /* (nullable): "KIND/ID" → its folded texts, one a line; NULL until asked */
};

/* How well a row fits; smaller is better. */
typedef enum {
  FIT_WHOLE,
  FIT_BEGINNING,
  FIT_INSIDE,
  FIT_NOT,
} Fit;

typedef struct {
  const char *place;
  Fit fit;
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

/* (nullable): the key of a row; NULL when nobody looks for anything in it */
static char *
make_key (const SgnKind *kind, const char *id, const json_t *row)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; kind->columns[i].name != NULL; i++) {
    const SgnColumn *column = &kind->columns[i];
    const char *text = i < kind->first_in_row ? id : sgn_json_string (row, column->name);
    g_autofree char *folded = column->searched && text != NULL ? sgn_fold (text) : NULL;

    if (folded != NULL && *folded != '\0')
      g_string_append_printf (key, "%s\n", folded);
  }
  return key->len > 0 ? g_string_free (g_steal_pointer (&key), FALSE) : NULL;
}

static void
set_row (SgnSearch *self, const SgnKind *kind, const char *id, const json_t *row)
{
  g_autofree char *place = g_strdup_printf ("%s/%s", kind->kind, id);
  char *key = row != NULL ? make_key (kind, id, row) : NULL;

  if (key != NULL)
    g_hash_table_insert (self->keys, g_steal_pointer (&place), key);
  else
    g_hash_table_remove (self->keys, place);
}

static gboolean
add_row (const SgnKind *kind,
         const char *id,
         json_t *row,
         const GError *damage,
         gpointer user_data,
         GError **error)
{
  set_row (user_data, kind, id, row);
  return TRUE;
}

static gboolean
fill (SgnSearch *self, sqlite3 *db, GError **error)
{
  if (self->keys != NULL)
    return TRUE;

  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; sgn_kinds ()[i] != NULL; i++) {
    if (!sgn_kind_foreach (sgn_kinds ()[i], db, add_row, self, error)) {
      g_clear_pointer (&self->keys, g_hash_table_unref);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
update_one (SgnSearch *self, sqlite3 *db, const char *place, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (place, "/", 2);
  const SgnKind *kind = sgn_kind_find (parts[0]);
  g_autoptr (json_t) row = NULL;

  if (!sgn_kind_read (kind, db, parts[1], &row, error))
    return FALSE;
  set_row (self, kind, parts[1], row);
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

static Fit
fit_line (const char *line, gsize length, const char *word)
{
  gsize word_length = strlen (word);

  if (g_strstr_len (line, (gssize) length, word) == NULL)
    return FIT_NOT;
  if (strncmp (line, word, word_length) != 0)
    return FIT_INSIDE;
  return length == word_length ? FIT_WHOLE : FIT_BEGINNING;
}

static Fit
fit_word (const char *key, const char *word)
{
  Fit best = FIT_NOT;

  for (const char *line = key; *line != '\0'; line = strchr (line, '\n') + 1)
    best = MIN (best, fit_line (line, strcspn (line, "\n"), word));
  return best;
}

/* Every word must be there; the worst decides. */
static Fit
fit_words (const char *key, GPtrArray *words)
{
  Fit worst = FIT_WHOLE;

  for (guint i = 0; i < words->len && worst != FIT_NOT; i++)
    worst = MAX (worst, fit_word (key, words->pdata[i]));
  return worst;
}

/* Words are parted by any kind of space, the wide Japanese one too. */
static GPtrArray *
split_words (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  for (const char *p = text;; p = g_utf8_next_char (p)) {
    if (*p == '\0' || g_unichar_isspace (g_utf8_get_char (p))) {
      g_autofree char *part = g_strndup (start, (gsize) (p - start));
      g_autofree char *word = sgn_fold (part);

      if (*word != '\0')
        g_ptr_array_add (words, g_steal_pointer (&word));
      start = *p != '\0' ? g_utf8_next_char (p) : p;
    }
    if (*p == '\0')
      return g_steal_pointer (&words);
  }
}

static guint
get_kind_order (const char *place)
{
  guint order = 0;

  for (; sgn_kinds ()[order] != NULL; order++) {
    const char *kind = sgn_kinds ()[order]->kind;

    if (g_str_has_prefix (place, kind) && place[strlen (kind)] == '/')
      break;
  }
  return order;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *hit_a = a;
  const Hit *hit_b = b;
  guint order_a = get_kind_order (hit_a->place);
  guint order_b = get_kind_order (hit_b->place);

  if (hit_a->fit != hit_b->fit)
    return hit_a->fit < hit_b->fit ? -1 : 1;
  if (order_a != order_b)
    return order_a < order_b ? -1 : 1;
  if (strlen (hit_a->place) != strlen (hit_b->place))
    return strlen (hit_a->place) < strlen (hit_b->place) ? -1 : 1;
  return strcmp (hit_a->place, hit_b->place);
}

static GArray *
find_hits (SgnSearch *self, GPtrArray *words)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GHashTableIter iter;
  gpointer place = NULL;
  gpointer key = NULL;

  g_hash_table_iter_init (&iter, self->keys);
  while (words->len > 0 && g_hash_table_iter_next (&iter, &place, &key)) {
    Hit hit = { place, fit_words (key, words) };

    if (hit.fit != FIT_NOT)
      g_array_append_val (hits, hit);
  }
  g_array_sort (hits, compare_hits);
  return g_steal_pointer (&hits);
}

GPtrArray *
sgn_search_find (SgnSearch *self, sqlite3 *db, const char *text, guint limit, GError **error)
{
  g_autoptr (GPtrArray) words = split_words (text);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) hits = NULL;

  if (!fill (self, db, error))
    return NULL;

  hits = find_hits (self, words);
  for (guint i = 0; i < hits->len && i < limit; i++)
    g_ptr_array_add (places, g_strdup (g_array_index (hits, Hit, i).place));
  return g_steal_pointer (&places);
}
