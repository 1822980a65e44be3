/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-call.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"

#define OPTION_WIDTH 22

struct _SgnCliCall {
  const SgnCliCommand *command;
  GPtrArray *words;    /* of char*, NULL-terminated */
  GHashTable *options; /* name → GPtrArray of char*, NULL-terminated; empty for a switch */
};

static gboolean
check_utf8 (const char *text, GError **error)
{
  if (g_utf8_validate (text, -1, NULL))
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                       _ ("A word of the command is not UTF-8. Use a terminal set to UTF-8."));
  return FALSE;
}

static const SgnCliOption *
find_option (const SgnCliCommand *command, const char *name)
{
  for (const SgnCliOption *option = command->options; option->name != NULL; option++)
    if (g_str_equal (option->name, name))
      return option;
  g_assert_not_reached ();
}

/* GOptionArgFunc: GLib has seen that the option is one of the command's. */
static gboolean
take_option_cb (const char *option_name, const char *value, gpointer data, GError **error)
{
  SgnCliCall *self = data;
  const SgnCliOption *option = find_option (self->command, option_name + strlen ("--"));
  GPtrArray *values = g_hash_table_lookup (self->options, option->name);

  if (value != NULL && !check_utf8 (value, error))
    return FALSE;

  if (values != NULL && option->rule != SGN_CLI_MANY) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("%s is given twice. Give it once."),
                 option_name);
    return FALSE;
  }
  if (values == NULL) {
    values = g_ptr_array_new_null_terminated (1, g_free, TRUE);
    g_hash_table_insert (self->options, (gpointer) option->name, values);
  }
  if (value != NULL)
    g_ptr_array_add (values, g_strdup (value));
  return TRUE;
}

/* The same options in GLib's form. */
static GOptionEntry *
make_entries (const SgnCliCommand *command)
{
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (const SgnCliOption *option = command->options; option != NULL && option->name != NULL;
       option++) {
    const GOptionEntry entry = {
      .long_name = option->name,
      .flags = option->value != NULL ? G_OPTION_FLAG_FILENAME : G_OPTION_FLAG_NO_ARG,
      .arg = G_OPTION_ARG_CALLBACK,
      .arg_data = (gpointer) (GCallback) take_option_cb,
      .description = _ (option->summary),
      .arg_description = option->value,
    };

    g_array_append_val (entries, entry);
  }
  return (GOptionEntry *) (gpointer) g_array_free (g_steal_pointer (&entries), FALSE);
}

static GOptionContext *
make_context (const SgnCliCommand *command, SgnCliCall *call)
{
  GOptionContext *context = g_option_context_new (NULL);
  GOptionGroup *group = g_option_group_new ("main", "", "", call, NULL);
  g_autofree GOptionEntry *entries = make_entries (command);

  g_option_group_add_entries (group, entries);
  g_option_context_set_main_group (context, group);
  g_option_context_set_help_enabled (context, FALSE);
  return context;
}

static gboolean
parse_options (SgnCliCall *self, const char *const *words, char ***rest, GError **error)
{
  g_autoptr (GOptionContext) context = make_context (self->command, self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) failure = NULL;
  g_auto (GStrv) arguments = NULL;

  g_strv_builder_add (builder, "sengen");
  g_strv_builder_addv (builder, (const char **) words);
  arguments = g_strv_builder_end (builder);

  if (g_option_context_parse_strv (context, &arguments, &failure)) {
    *rest = g_steal_pointer (&arguments);
    return TRUE;
  }
  if (failure->domain == SGN_ERROR)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    /* Translators: what GLib says of the option, then where to look */
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("%s. See “sengen help %s”."),
                 failure->message, self->command->name);
  return FALSE;
}

static gboolean
check_count (SgnCliCall *self, GError **error)
{
  const SgnCliCommand *command = self->command;
  guint count = self->words->len;

  if (count >= command->min_words && count <= command->max_words)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               count < command->min_words ? _ ("Something is missing. Use “sengen %s %s”.")
                                          : _ ("There is a word too many. Use “sengen %s %s”."),
               command->name, command->usage);
  return FALSE;
}

static gboolean
check_needed (SgnCliCall *self, GError **error)
{
  const SgnCliCommand *command = self->command;

  for (const SgnCliOption *option = command->options; option != NULL && option->name != NULL;
       option++) {
    if (option->rule != SGN_CLI_NEEDED || sgn_cli_call_has (self, option->name))
      continue;
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("--%s %s is missing. Use “sengen %s %s”."),
                 option->name, option->value, command->name, command->usage);
    return FALSE;
  }
  return TRUE;
}

SgnCliCall *
sgn_cli_call_new (const SgnCliCommand *command, const char *const *words, GError **error)
{
  g_autoptr (SgnCliCall) self = g_new0 (SgnCliCall, 1);
  g_auto (GStrv) rest = NULL;

  self->command = command;
  self->words = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  self->options =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  if (!parse_options (self, words, &rest, error))
    return NULL;

  for (guint i = 1; rest[i] != NULL; i++) {
    if (!check_utf8 (rest[i], error))
      return NULL;
    if (!g_str_equal (rest[i], "--"))
      g_ptr_array_add (self->words, g_strdup (rest[i]));
  }
  return check_count (self, error) && check_needed (self, error) ? g_steal_pointer (&self) : NULL;
}

void
sgn_cli_call_free (SgnCliCall *self)
{
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->options);
  g_free (self);
}

const char *
sgn_cli_call_get_word (const SgnCliCall *self, guint index)
{
  return index < self->words->len ? g_ptr_array_index (self->words, index) : NULL;
}

const char *const *
sgn_cli_call_get_all (const SgnCliCall *self, const char *option)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option);

  return values != NULL ? (const char *const *) values->pdata : NULL;
}

const char *
sgn_cli_call_get (const SgnCliCall *self, const char *option)
{
  const char *const *values = sgn_cli_call_get_all (self, option);

  return values != NULL ? values[0] : NULL;
}

gboolean
sgn_cli_call_has (const SgnCliCall *self, const char *option)
{
  return g_hash_table_contains (self->options, option);
}

char *
sgn_cli_command_to_help (const SgnCliCommand *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "sengen %s %s\n", self->name, self->usage);
  g_string_append_printf (text, "  %s\n", _ (self->summary));
  for (const SgnCliOption *option = self->options; option != NULL && option->name != NULL;
       option++) {
    g_autofree char *left = g_strjoin (" ", option->name, option->value, NULL);
    /* printf pads to bytes, and a star has three. */
    int width = OPTION_WIDTH + (int) strlen (left) - (int) g_utf8_strlen (left, -1);

    g_string_append_printf (text, "    --%-*s %s\n", width, left, _ (option->summary));
  }
  return g_string_free (text, FALSE);
}
