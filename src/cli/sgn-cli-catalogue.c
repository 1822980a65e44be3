/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"
#include "sgn-fault.h"
#include "sgn-input.h"

#define MEGABYTES 64

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
  g_autoptr (json_t) list = json_array ();
  g_autoptr (GPtrArray) catalogues = sgn_library_list_catalogues (cli->library, NULL, error);
  SgnLanguage language = sgn_language_of_user ();

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
  SgnCatalogue *catalogue = sgn_cli_find_catalogue (cli, sgn_cli_call_get_word (call, 0), error);

  if (catalogue == NULL)
    return FALSE;

  if (sgn_cli_call_has (call, "json"))
    sgn_cli_print_json (catalogue->json);
  else
    print_catalogue (catalogue);
  return TRUE;
}

static json_t *
fault_to_json (const SgnFault *fault)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "place", fault->place);
  sgn_json_set_integer (json, "line", fault->line);
  sgn_json_set_integer (json, "column", fault->column);
  sgn_json_set_string (json, "wrong", fault->wrong);
  sgn_json_set_string (json, "expected", fault->expected);
  return json;
}

static void
print_faults (GPtrArray *faults, const char *name, gboolean as_json)
{
  g_autoptr (json_t) list = json_array ();

  for (guint i = 0; i < faults->len; i++) {
    const SgnFault *fault = g_ptr_array_index (faults, i);
    g_autofree char *line = sgn_fault_to_line (fault);

    if (as_json)
      json_array_append_new (list, fault_to_json (fault));
    else
      sgn_cli_print ("%s:%s\n", name, line);
  }
  if (as_json)
    sgn_cli_print_json (list);
  else if (faults->len == 0)
    sgn_cli_print ("ok\n");
}

static gboolean
run_check (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *path = sgn_cli_call_get_word (call, 0);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GBytes) bytes = sgn_input_read (path, MEGABYTES, error);
  g_autoptr (GPtrArray) faults = NULL;

  if (bytes == NULL)
    return FALSE;
  faults = sgn_catalogue_find_faults (bytes, name, error);
  if (faults == NULL)
    return FALSE;

  print_faults (faults, name, sgn_cli_call_has (call, "json"));
  if (faults->len > 0)
    sgn_faults_set_error (faults, name, error);
  return faults->len == 0;
}

static const SgnCliOption json_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_catalogue_list = {
  .name = "catalogue list",
  .usage = "[--json]",
  .summary = N_ ("list the guidelines and their editions"),
  .options = json_options,
  .run = run_list,
};

const SgnCliCommand sgn_cli_catalogue_show = {
  .name = "catalogue show",
  .usage = "ID[@EDITION] [--json]",
  .summary = N_ ("print the items of a guideline"),
  .min_words = 1,
  .max_words = 1,
  .options = json_options,
  .run = run_show,
};

const SgnCliCommand sgn_cli_catalogue_check = {
  .name = "catalogue check",
  .usage = "FILE.json [--json]",
  .summary = N_ ("say whether a file is a guideline, or all that is wrong and where"),
  .min_words = 1,
  .max_words = 1,
  .options = json_options,
  .run = run_check,
};
