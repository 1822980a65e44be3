/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"

static json_t *
count_levels (const SgnCatalogue *catalogue)
{
  json_t *levels = json_object ();

  for (guint i = 0; i < catalogue->levels->len; i++) {
    const char *level = g_ptr_array_index (catalogue->levels, i);
    gint64 count = 0;

    for (guint j = 0; j < catalogue->items->len; j++)
      count +=
        sgn_catalogue_level_includes (catalogue, level, g_ptr_array_index (catalogue->items, j));
    sgn_json_set_integer (levels, level, count);
  }
  return levels;
}

/* How many requirements have an item that @level includes. */
static gint64
count_requirements (const SgnCatalogue *catalogue, const char *level)
{
  gint64 count = 0;

  for (guint i = 0; i < catalogue->groups->len; i++) {
    gboolean asked = FALSE;

    for (guint j = 0; j < catalogue->items->len && !asked; j++) {
      const SgnItem *item = g_ptr_array_index (catalogue->items, j);

      asked = item->group == g_ptr_array_index (catalogue->groups, i) &&
              sgn_catalogue_level_includes (catalogue, level, item);
    }
    count += asked;
  }
  return count;
}

/* Where met items are counted, groups of them are requirements; elsewhere only headings. */
static void
set_requirements (json_t *json, const SgnCatalogue *catalogue)
{
  json_t *levels = NULL;

  if (catalogue->groups->len == 0 || !g_str_equal (catalogue->scoring, "count"))
    return;

  levels = json_object ();
  for (guint i = 0; i < catalogue->levels->len; i++) {
    const char *level = g_ptr_array_index (catalogue->levels, i);

    sgn_json_set_integer (levels, level, count_requirements (catalogue, level));
  }
  sgn_json_set_integer (json, "requirements", count_requirements (catalogue, NULL));
  json_object_set_new (json, "requirement_levels", levels);
}

static json_t *
summarise (const SgnCatalogue *catalogue)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", catalogue->id);
  sgn_json_set_string (json, "edition", catalogue->edition);
  sgn_json_set_string (json, "status", catalogue->status);
  sgn_json_set_integer (json, "sections", catalogue->sections->len);
  set_requirements (json, catalogue);
  sgn_json_set_integer (json, "items", catalogue->items->len);
  json_object_set_new (json, "levels", count_levels (catalogue));
  return json;
}

static gboolean
run_list (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *path = sgn_cli_call_get_word (call, 0);
  g_autoptr (json_t) list = json_array ();
  g_autoptr (GPtrArray) catalogues = NULL;
  SgnLanguage language = sgn_language_of_user ();

  if (path != NULL && !sgn_cli_open (cli, path, SGN_OPEN_READ, error))
    return FALSE;
  catalogues = sgn_library_list_catalogues (cli->library, NULL, error);
  if (catalogues == NULL)
    return FALSE;

  for (guint i = 0; i < catalogues->len; i++) {
    const SgnCatalogue *catalogue = g_ptr_array_index (catalogues, i);

    if (sgn_cli_call_has (call, "json"))
      json_array_append_new (list, summarise (catalogue));
    else
      sgn_cli_print ("%-20s %-12s %-12s %4u  %s\n", catalogue->id, catalogue->edition,
                     catalogue->status, catalogue->items->len,
                     sgn_text_get (&catalogue->title, language));
  }
  if (sgn_cli_call_has (call, "json"))
    sgn_cli_print_json (list);
  return TRUE;
}

static void
print_stored (const SgnCatalogue *catalogue)
{
  g_autoptr (json_t) json = sgn_catalogue_to_json (catalogue);

  sgn_cli_print_json (json);
}

static void
print_catalogue (const SgnCatalogue *catalogue)
{
  SgnLanguage language = sgn_language_of_user ();
  const SgnSection *section = NULL;

  sgn_cli_print ("%s (%s@%s)\n", sgn_text_get (&catalogue->title, language), catalogue->id,
                 catalogue->edition);
  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);
    const char *text = sgn_text_get (&item->question, language);

    if (item->section != section)
      sgn_cli_print ("\n%s\n", sgn_text_get (&item->section->title, language));
    section = item->section;
    sgn_cli_print ("%-10s %-8s %s\n", item->id, item->number,
                   text != NULL ? text : sgn_text_get (&item->title, language));
  }
}

SgnCatalogue *
sgn_cli_find_catalogue (SgnCli *cli, const char *key, GError **error)
{
  return sgn_library_get_catalogue (cli->library, key, error);
}

SgnCatalogue *
sgn_cli_find_edition (SgnCli *cli, const SgnAssessment *assessment, GError **error)
{
  SgnCatalogue *edition =
    sgn_library_find_catalogue (cli->library, assessment->catalogue, assessment->edition);

  if (edition == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_TOO_NEW,
                 _ ("Edition %s of “%s” is not part of this version. Use a newer Sengen."),
                 assessment->edition, assessment->catalogue);
  return edition;
}

static gboolean
run_show (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *second = sgn_cli_call_get_word (call, 1);
  const char *key = second != NULL ? second : sgn_cli_call_get_word (call, 0);
  SgnCatalogue *catalogue = NULL;

  if (second != NULL && !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;
  catalogue = sgn_cli_find_catalogue (cli, key, error);
  if (catalogue == NULL)
    return FALSE;

  if (sgn_cli_call_has (call, "json"))
    print_stored (catalogue);
  else
    print_catalogue (catalogue);
  return TRUE;
}

static const SgnCliOption json_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_catalogue_list = {
  .name = "catalogue list",
  .usage = "[FILE] [--json]",
  .summary = N_ ("list the guidelines and their editions, those loaded into FILE too"),
  .max_words = 1,
  .options = json_options,
  .run = run_list,
};

const SgnCliCommand sgn_cli_catalogue_show = {
  .name = "catalogue show",
  .usage = "[FILE] ID[@EDITION] [--json]",
  .summary = N_ ("print the items of a guideline, with FILE of one loaded into it too"),
  .min_words = 1,
  .max_words = 2,
  .options = json_options,
  .run = run_show,
};
