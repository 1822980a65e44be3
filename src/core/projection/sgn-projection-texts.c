/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-texts.h"

typedef struct {
  SgnProjectionTextFunc func;
  gpointer data;
} Visit;

/* Keys of the projection that the sheet does not print, or prints elsewhere already. */
static gboolean
is_printed (const char *key)
{
  static const char *const silent[] = {
    "answers", "audience", "document", "format", "language",
    "options", "record",   "records",  "score",  "variant",
  };

  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    if (g_str_equal (silent[i], key))
      return FALSE;
  return TRUE;
}

static void visit (const Visit *self, const char *field, const json_t *value);

/* Members of a list are called by their id or item, else by their place. */
static void
visit_list (const Visit *self, const char *field, const json_t *list)
{
  const json_t *child;
  size_t i;

  json_array_foreach (list, i, child)
  {
    const char *id = sgn_json_string (child, "id");
    const char *name = id != NULL ? id : sgn_json_string (child, "item");
    g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, i + 1);
    g_autofree char *below = g_strdup_printf ("%s.%s", field, name != NULL ? name : number);

    visit (self, below, child);
  }
}

static void
visit (const Visit *self, const char *field, const json_t *value)
{
  const char *key;
  json_t *child;

  if (json_is_string (value))
    self->func (field, json_string_value (value), self->data);
  else if (json_is_array (value))
    visit_list (self, field, value);
  else
    json_object_foreach ((json_t *) value, key, child)
    {
      g_autofree char *below = g_strdup_printf ("%s.%s", field, key);

      visit (self, below, child);
    }
}

void
sgn_projection_each_text (const json_t *projection, SgnProjectionTextFunc func, gpointer data)
{
  const Visit self = { func, data };
  const char *key;
  json_t *value;

  g_return_if_fail (projection != NULL && func != NULL);

  json_object_foreach ((json_t *) projection, key, value)
  {
    if (is_printed (key))
      visit (&self, key, value);
  }
}
