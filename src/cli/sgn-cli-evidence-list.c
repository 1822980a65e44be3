/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-evidence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sgn-cli-look.h"
#include "sgn-date.h"
#include "sgn-entry.h"
#include "sgn-media-type.h"

#define LABEL_WIDTH 18

/* (nullable): the item of "answer/ASSESSMENT/ITEM" */
static const char *
get_item (const char *reference)
{
  const char *slash = g_str_has_prefix (reference, SGN_KIND_ANSWER "/")
                        ? strchr (reference + strlen (SGN_KIND_ANSWER "/"), '/')
                        : NULL;

  return slash != NULL ? slash + 1 : NULL;
}

static json_t *
describe (const SgnCliLook *look, const SgnEvidence *evidence)
{
  const SgnEvidence *newer = sgn_evidence_find_newer (look->record, evidence);
  json_t *json = sgn_evidence_to_row (evidence);
  json_t *links = json_array ();

  for (guint i = 0; i < evidence->links->len; i++)
    json_array_append_new (links, json_string (g_ptr_array_index (evidence->links, i)));
  sgn_json_set_integer (json, "evidence", evidence->id);
  sgn_json_set_string (json, "state",
                       sgn_evidence_state_to_key (
                         sgn_evidence_get_state (look->record, evidence, look->today)));
  sgn_json_set_string (json, "by", sgn_cli_look_get_name (look, evidence->person));
  json_object_set_new (json, "newer", newer != NULL ? json_integer (newer->id) : json_null ());
  json_object_set_new (json, "links", links);
  return json;
}

/* The items, each once, whatever the year; other things by their reference. */
static char *
list_items (const SgnEvidence *evidence)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < evidence->links->len; i++) {
    const char *reference = g_ptr_array_index (evidence->links, i);
    const char *item = get_item (reference);
    const char *word = item != NULL ? item : reference;

    if (!g_ptr_array_find_with_equal_func (items, word, g_str_equal, NULL))
      g_ptr_array_add (items, (gpointer) word);
  }
  g_ptr_array_add (items, NULL);
  return g_strjoinv (" ", (char **) items->pdata);
}

/* Who expires says when. */
static char *
state_to_words (const SgnCliLook *look, const SgnEvidence *evidence)
{
  SgnEvidenceState state = sgn_evidence_get_state (look->record, evidence, look->today);
  const char *word = sgn_evidence_state_to_word (state);

  return state == SGN_EVIDENCE_EXPIRING || state == SGN_EVIDENCE_EXPIRED
           ? g_strdup_printf ("%s %s", word, evidence->expires)
           : g_strdup (word);
}

static void
print_line (const SgnCliLook *look, const SgnEvidence *evidence)
{
  g_autofree char *state = state_to_words (look, evidence);
  g_autofree char *items = list_items (evidence);

  sgn_cli_print ("%5" G_GINT64_FORMAT "  %-10s  ", evidence->id,
                 evidence->dated != NULL ? evidence->dated : "–");
  sgn_cli_print_label (state, 24);
  sgn_cli_print ("  %s  [%s]\n", evidence->title, items);
}

/* @item: (nullable): id of an item, or "KIND/ID"; NULL is all */
static gboolean
serves (const SgnEvidence *evidence, const char *item)
{
  for (guint i = 0; item != NULL && i < evidence->links->len; i++) {
    const char *reference = g_ptr_array_index (evidence->links, i);

    if (g_strcmp0 (get_item (reference), item) == 0 || g_str_equal (reference, item))
      return TRUE;
  }
  return item == NULL;
}

/* What is counted although its time is over, or nearly. */
static void
print_endings (const SgnCliLook *look)
{
  g_autoptr (GPtrArray) soon =
    sgn_evidence_list_ending (look->record, look->today, SGN_EVIDENCE_SOON);
  g_autoptr (GPtrArray) expired = sgn_evidence_list_ending (look->record, look->today, -1);
  guint late = expired->len, coming = soon->len - late;

  if (late > 0)
    sgn_cli_print (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u piece of evidence in use has expired. It is counted still; add a "
                   "newer version.\n",
                   "%u pieces of evidence in use have expired. They are counted still; "
                   "add newer versions.\n",
                   late),
      late);
  if (coming > 0)
    sgn_cli_print (g_dngettext (GETTEXT_PACKAGE, "%u expires within 30 days.\n",
                                "%u expire within 30 days.\n", coming),
                   coming);
}

static gboolean
run_list (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *item = sgn_cli_call_get (call, "item");
  gboolean as_json = sgn_cli_call_has (call, "json");
  g_autoptr (json_t) list = json_array ();
  g_auto (SgnCliLook) look = { 0 };
  guint count = 0;

  if (!sgn_cli_look_open (cli, call, &look, error))
    return FALSE;

  for (guint i = 0; i < look.record->evidence->len; i++) {
    const SgnEvidence *evidence = g_ptr_array_index (look.record->evidence, i);

    if (!serves (evidence, item))
      continue;
    count++;
    if (as_json)
      json_array_append_new (list, describe (&look, evidence));
    else
      print_line (&look, evidence);
  }
  if (as_json)
    sgn_cli_print_json (list);
  else if (count == 0)
    sgn_cli_print ("%s\n", item != NULL ? _ ("There is no evidence of that item yet.")
                                        : _ ("There is no evidence yet."));
  else if (item == NULL)
    print_endings (&look);
  return TRUE;
}

static void
print_value (const char *label, const char *value)
{
  if (value == NULL)
    return;

  sgn_cli_print_label (label, LABEL_WIDTH);
  sgn_cli_print ("%s\n", value);
}

static void
print_version (const char *label, const SgnEvidence *other)
{
  g_autofree char *words =
    other != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT "  %s", other->id, other->title) : NULL;

  print_value (label, words);
}

/* The versions before and after it, to both ends. */
static void
print_versions (const SgnCliLook *look, const SgnEvidence *evidence)
{
  const SgnEvidence *other = evidence;
  /* Each step leads to another row, so that a file made by hand cannot keep it going for ever. */
  guint steps = look->record->evidence->len;

  for (guint i = 0; i < steps && other != NULL && other->replaces != 0; i++) {
    other = sgn_record_find_evidence (look->record, other->replaces);
    print_version (_ ("older version"), other);
  }
  other = evidence;
  for (guint i = 0; i < steps && other != NULL; i++) {
    other = sgn_evidence_find_newer (look->record, other);
    print_version (_ ("newer version"), other);
  }
}

/* What it proves in words, and the reference as the commands take it. */
static void
print_link (const char *label, const char *reference)
{
  g_auto (GStrv) parts = g_strsplit (reference, "/", 2);
  g_autofree char *words = sgn_entry_to_words (parts[0], parts[1] != NULL ? parts[1] : "");
  g_autofree char *both = g_strconcat (words, "  ", reference, NULL);

  print_value (label, both);
}

static void
print_file (const SgnEvidence *evidence)
{
  const SgnMediaType *type = sgn_media_type_find (evidence->media_type);
  g_autofree char *size = g_strdup_printf ("%" G_GINT64_FORMAT, evidence->size);

  print_value (_ ("file"), evidence->file_name);
  print_value (_ ("kind"), type != NULL ? sgn_media_type_get_name (type) : evidence->media_type);
  print_value (_ ("bytes"), size);
  print_value (_ ("SHA-256"), evidence->sha256);
  if (evidence->location_removed)
    print_value (_ ("place"), _ ("taken out before it was kept"));
}

static void
print_evidence (const SgnCliLook *look, const SgnEvidence *evidence)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, evidence->id);
  g_autofree char *state = state_to_words (look, evidence);
  g_autofree char *added = sgn_time_to_minutes (evidence->added_at);

  print_value (_ ("number"), number);
  print_value (_ ("title"), evidence->title);
  print_value (_ ("state"), state);
  print_file (evidence);
  print_value (_ ("own date"), evidence->dated);
  print_value (_ ("expires"), evidence->expires);
  print_value (_ ("added"), added);
  print_value (_ ("by"), sgn_cli_look_get_name (look, evidence->person));
  print_versions (look, evidence);
  for (guint i = 0; i < evidence->links->len; i++)
    print_link (i == 0 ? _ ("proves") : "", g_ptr_array_index (evidence->links, i));
}

static gboolean
run_show (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const SgnEvidence *evidence;
  g_auto (SgnCliLook) look = { 0 };
  gint64 id = 0;

  if (!sgn_cli_read_evidence (sgn_cli_call_get_word (call, 1), &id, error) ||
      !sgn_cli_look_open (cli, call, &look, error))
    return FALSE;

  evidence = sgn_cli_find_evidence (cli, id, error);
  if (evidence == NULL)
    return FALSE;

  if (sgn_cli_call_has (call, "json")) {
    g_autoptr (json_t) json = describe (&look, evidence);

    sgn_cli_print_json (json);
  } else {
    print_evidence (&look, evidence);
  }
  return TRUE;
}

/* (nullable): the numbers of --only; NULL with @error for what is none, without one when there are
 * none */
static GArray *
read_only (const SgnCliCall *call, GError **error)
{
  const char *const *values = sgn_cli_call_get_all (call, "only");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (values == NULL)
    return NULL;

  for (guint i = 0; values[i] != NULL; i++) {
    gint64 id = 0;

    if (!sgn_cli_read_evidence (values[i], &id, error))
      return NULL;
    g_array_append_val (ids, id);
  }
  return g_steal_pointer (&ids);
}

static gboolean
run_export (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (GArray) only = read_only (call, error);
  const SgnEvidenceExport request = {
    .folder = sgn_cli_call_get_word (call, 1),
    .only = only != NULL ? (const gint64 *) (gpointer) only->data : NULL,
    .only_count = only != NULL ? only->len : 0,
    .with_retired = sgn_cli_call_has (call, "retired"),
  };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) names = NULL;

  if ((only == NULL && sgn_cli_call_has (call, "only")) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;

  sgn_session_export_evidence_async (cli->session, &request, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  names = sgn_session_export_evidence_finish (cli->session, result, error);
  if (names == NULL)
    return FALSE;

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path =
      g_build_filename (request.folder, (const char *) g_ptr_array_index (names, i), NULL);

    sgn_cli_print ("%s\n", path);
  }
  return TRUE;
}

static const SgnCliOption list_options[] = {
  { "item", "ITEM", N_ ("only what proves this item, by its id") },
  SGN_CLI_OPTION_JSON,
  { NULL },
};

static const SgnCliOption show_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

static const SgnCliOption export_options[] = {
  { "only", "N", N_ ("only this piece; may be given several times"), SGN_CLI_MANY },
  { "retired", NULL, N_ ("also what was withdrawn or replaced") },
  { NULL },
};

const SgnCliCommand sgn_cli_evidence_list = {
  .name = "evidence list",
  .usage = "FILE [--item ITEM] [--json]",
  .summary = N_ ("list the evidence with its numbers, and what has expired"),
  .min_words = 1,
  .max_words = 1,
  .options = list_options,
  .run = run_list,
};

const SgnCliCommand sgn_cli_evidence_show = {
  .name = "evidence show",
  .usage = "FILE N [--json]",
  .summary = N_ ("print all that is known of a piece of evidence"),
  .min_words = 2,
  .max_words = 2,
  .options = show_options,
  .run = run_show,
};

const SgnCliCommand sgn_cli_evidence_export = {
  .name = "evidence export",
  .usage = "FILE FOLDER [--only N]... [--retired]",
  .summary = N_ ("write the files of evidence to a new or empty folder, with their SHA-256"),
  .min_words = 2,
  .max_words = 2,
  .options = export_options,
  .run = run_export,
};
