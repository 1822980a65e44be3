/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-error.h"
#include "sgn-session-private.h"

/* (transfer full): @values, each on one line */
static GHashTable *
copy_values (GHashTable *values)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &value)) {
    char *line = sgn_dup_name (value);

    g_hash_table_insert (copy, g_strdup (name), line != NULL ? g_strstrip (line) : g_strdup (""));
  }
  return copy;
}

static gboolean
check_values (GHashTable *values, GError **error)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (!sgn_form_check (name, value, error))
      return FALSE;
  return TRUE;
}

/* In the order of their names, so that the same choice is written in the same way. */
static gboolean
put_values (SgnDesk *desk, GHashTable *values, GError **error)
{
  const char *const *names = sgn_form_get_names ();

  for (guint i = 0; names[i] != NULL; i++) {
    const char *value = g_hash_table_lookup (values, names[i]);

    if (value != NULL &&
        !sgn_desk_put (desk, SGN_KIND_SETTING, names[i], sgn_setting_to_row (value), error))
      return FALSE;
  }
  return TRUE;
}

static gpointer
do_set (SgnDesk *desk, gpointer data, GError **error)
{
  GHashTable *values = data;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) || !check_values (values, error))
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_SETTING, desk->author, error) &&
       put_values (desk, values, error);
  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_set_settings_async:
 * @self: a session with a file open for writing
 * @values: (element-type utf8 utf8): name → what it is to be; empty for no stamp boxes
 * @callback: called when all are on disk, or are known not to be
 * @user_data: data for @callback
 *
 * Sets what the company chose for its sheets, as one act that is undone at once. End with
 * sgn_session_act_finish().
 */
void
sgn_session_set_settings_async (SgnSession *self,
                                GHashTable *values,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const SgnAct act = { do_set, copy_values (values), (GDestroyNotify) g_hash_table_unref, NULL,
                       sgn_session_set_settings_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_set_setting_async:
 * @self: a session with a file open for writing
 * @name: the name of a setting
 * @value: what it is to be; empty for no stamp boxes
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Sets one of what the company chose for its sheets. End with sgn_session_act_finish().
 */
void
sgn_session_set_setting_async (SgnSession *self,
                               const char *name,
                               const char *value,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (values, (char *) name, (char *) value);
  sgn_session_set_settings_async (self, values, callback, user_data);
}
