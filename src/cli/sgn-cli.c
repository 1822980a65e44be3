/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-cli.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"

/* The one option of the window. */
#define SAMPLE_OPTION "--sample"
#define SEMINAR_OPTION "--seminar"

/* In the order of the help: what one does first stands first. */
static const SgnCliCommand *const commands[] = {
  &sgn_cli_demo,
  &sgn_cli_new_company,
  &sgn_cli_company,
  &sgn_cli_person_list,
  &sgn_cli_person_add,
  &sgn_cli_person_change,
  &sgn_cli_person_erase,
  &sgn_cli_next,
  &sgn_cli_guide,
  &sgn_cli_catalogue_list,
  &sgn_cli_catalogue_show,
  &sgn_cli_catalogue_check,
  &sgn_cli_catalogue_load,
  &sgn_cli_catalogue_export,
  &sgn_cli_answer,
  &sgn_cli_import,
  &sgn_cli_carry,
  &sgn_cli_review,
  &sgn_cli_expert,
  &sgn_cli_score,
  &sgn_cli_assessment_list,
  &sgn_cli_assessment_show,
  &sgn_cli_assessment_open,
  &sgn_cli_assessment_describe,
  &sgn_cli_assessment_close,
  &sgn_cli_assessment_reopen,
  &sgn_cli_check,
  &sgn_cli_declare,
  &sgn_cli_shown,
  &sgn_cli_policy,
  &sgn_cli_subsidy_list,
  &sgn_cli_subsidy_plan,
  &sgn_cli_evidence_add,
  &sgn_cli_evidence_list,
  &sgn_cli_evidence_show,
  &sgn_cli_evidence_link,
  &sgn_cli_evidence_unlink,
  &sgn_cli_evidence_describe,
  &sgn_cli_evidence_retire,
  &sgn_cli_evidence_restore,
  &sgn_cli_evidence_export,
  &sgn_cli_evidence_erase,
  &sgn_cli_setting,
  &sgn_cli_task_add,
  &sgn_cli_task_list,
  &sgn_cli_task_show,
  &sgn_cli_task_change,
  &sgn_cli_task_done,
  &sgn_cli_task_reopen,
  &sgn_cli_task_decline,
  &sgn_cli_task_link,
  &sgn_cli_task_unlink,
  &sgn_cli_task_export,
  &sgn_cli_document_list,
  &sgn_cli_document_check,
  &sgn_cli_document_write,
  &sgn_cli_document_write_all,
  &sgn_cli_seminar,
  &sgn_cli_find,
  &sgn_cli_history,
  &sgn_cli_undo,
  &sgn_cli_redo,
  &sgn_cli_set_back,
  &sgn_cli_verify,
  &sgn_cli_backup_keep,
  &sgn_cli_backup_list,
  &sgn_cli_backup_show,
  &sgn_cli_backup_folder,
  &sgn_cli_backup,
  &sgn_cli_restore,
  &sgn_cli_rescue,
  &sgn_cli_take_over,
};

/* How many words at the start of @words name @command; 0 when they do not. */
static guint
match (const SgnCliCommand *command, const char *const *words)
{
  g_auto (GStrv) names = g_strsplit (command->name, " ", -1);
  guint count = g_strv_length (names);

  for (guint i = 0; i < count; i++)
    if (words[i] == NULL || !g_str_equal (names[i], words[i]))
      return 0;
  return count;
}

static gboolean
begins_command (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_auto (GStrv) names = g_strsplit (commands[i]->name, " ", 2);

    if (g_str_equal (names[0], word))
      return TRUE;
  }
  return FALSE;
}

static void
print_overview (void)
{
  sgn_cli_print ("%s\n\n",
                 _ ("Sengen keeps what a company declares about its information security, "
                    "and the proof of it."));
  sgn_cli_print ("%-40s %s\n", "sengen [FILE.sengen]", _ ("open the window"));
  sgn_cli_print ("%-40s %s\n", "sengen " SAMPLE_OPTION,
                 _ ("open the window on a sample company to play with"));
  sgn_cli_print ("%-40s %s\n", "sengen " SEMINAR_OPTION, _ ("show the questions to a room"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *call = g_strconcat ("sengen ", commands[i]->name, NULL);

    sgn_cli_print ("%-40s %s\n", call, _ (commands[i]->summary));
  }
  sgn_cli_print ("%-40s %s\n", "sengen help COMMAND", _ ("say how a command is used"));
  sgn_cli_print ("%-40s %s\n\n", "sengen --version", _ ("print the version"));
  sgn_cli_print ("%s\n",
                 _ ("Exit code: 0 done, 1 a check failed, 2 wrong usage, 3 a file could not "
                    "be used."));
}

static void
set_unknown (const char *word, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” is neither a command nor a file. See “sengen help”."), word);
}

/* Of one command, or of all that begin with the word as “document” does. */
static gboolean
print_help (const char *const *words, GError **error)
{
  gboolean found = FALSE;

  if (words[0] == NULL) {
    print_overview ();
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_auto (GStrv) names = g_strsplit (commands[i]->name, " ", 2);
    g_autofree char *help = NULL;

    if (!g_str_equal (names[0], words[0]) ||
        (words[1] != NULL && names[1] != NULL && match (commands[i], words) == 0))
      continue;
    help = sgn_cli_command_to_help (commands[i]);
    sgn_cli_print ("%s%s", found ? "\n" : "", help);
    found = TRUE;
  }
  if (!found)
    set_unknown (words[0], error);
  return found;
}

static gboolean
print_help_of (const SgnCliCommand *command, GError **error)
{
  g_auto (GStrv) names = g_strsplit (command->name, " ", 2);

  return print_help ((const char *const *) names, error);
}

/* Runs the command and gives the file back, whatever came of it. */
static gboolean
run_command (const SgnCliCommand *command, const char *const *words, GError **error)
{
  g_autoptr (SgnCliCall) call = sgn_cli_call_new (command, words, error);
  g_autoptr (SgnCli) cli = call != NULL ? sgn_cli_new (error) : NULL;
  g_autofree char *notice = NULL;

  if (cli == NULL)
    return FALSE;

  sgn_session_set_author (cli->session, sgn_cli_call_get (call, "by"));
  if (!command->run (cli, call, error)) {
    sgn_cli_close (cli, NULL);
    return FALSE;
  }

  notice = g_strdup (sgn_session_get_notice (cli->session));
  if (!sgn_cli_close (cli, error))
    return FALSE;
  if (notice != NULL)
    sgn_cli_complain (notice);
  return TRUE;
}

static gboolean
is_help (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h");
}

/* Whether help is asked for before the options end. */
static gboolean
asks_for_help (const char *const *words)
{
  for (guint i = 0; words[i] != NULL && !g_str_equal (words[i], "--"); i++)
    if (is_help (words[i]))
      return TRUE;
  return FALSE;
}

/* (nullable): the command that @words begin with; @count: (out): how many of them name it */
static const SgnCliCommand *
find_command (const char *const *words, guint *count)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    *count = match (commands[i], words);
    if (*count > 0)
      return commands[i];
  }
  return NULL;
}

/* The file may also stand between the two words of a command: “evidence FILE add” is “evidence add
 * FILE”. (transfer container) */
static GPtrArray *
put_file_last (const char *const *words)
{
  GPtrArray *turned = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (turned, (gpointer) words[i]);
  if (turned->len > 2) {
    turned->pdata[1] = (gpointer) words[2];
    turned->pdata[2] = (gpointer) words[1];
  }
  g_ptr_array_add (turned, NULL);
  return turned;
}

static gboolean
dispatch (const char *const *words, GError **error)
{
  const SgnCliCommand *command;
  g_autoptr (GPtrArray) turned = NULL;
  guint count = 0;

  if (is_help (words[0]))
    return print_help (words + 1, error);
  if (g_str_equal (words[0], "help"))
    return print_help (words + 1, error);
  if (g_str_equal (words[0], "--version")) {
    sgn_cli_print ("sengen %s\n", PACKAGE_VERSION);
    return TRUE;
  }

  command = find_command (words, &count);
  if (command == NULL) {
    turned = put_file_last (words);
    command = find_command ((const char *const *) turned->pdata, &count);
    words = command != NULL ? (const char *const *) turned->pdata : words;
  }
  if (command != NULL)
    return asks_for_help (words + count) ? print_help_of (command, error)
                                         : run_command (command, words + count, error);

  if (begins_command (words[0]) && asks_for_help (words + 1))
    return print_help ((const char *const[]){ words[0], NULL }, error);
  if (begins_command (words[0]))
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” needs a second word. See “sengen help %s”."), words[0], words[0]);
  else
    set_unknown (words[0], error);
  return FALSE;
}

/**
 * sgn_cli_wants:
 * @argc: number of words
 * @argv: the words of the program's call
 *
 * A file, an address and the options of the desktop are for the window; all else, also what nobody
 * knows, is for the command line.
 */
gboolean
sgn_cli_wants (int argc, char **argv)
{
  if (argc < 2)
    return FALSE;

  if (argv[1][0] == '-')
    return !g_str_has_prefix (argv[1], "--gapplication") && !g_str_equal (argv[1], SAMPLE_OPTION) &&
           !g_str_equal (argv[1], SEMINAR_OPTION);
  if (g_str_equal (argv[1], "help") || begins_command (argv[1]))
    return TRUE;
  return !g_str_has_suffix (argv[1], ".sengen") && strstr (argv[1], "://") == NULL &&
         !g_file_test (argv[1], G_FILE_TEST_EXISTS);
}

/**
 * sgn_cli_run:
 * @argc: number of words, at least 2
 * @argv: the words of the program's call
 *
 * Runs one command.
 *
 * Returns: the exit code: 0 done, 1 a check failed, 2 wrong usage, 3 a file
 */
int
sgn_cli_run (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (argc >= 2, 2);

  if (!dispatch ((const char *const *) argv + 1, &error) || !sgn_cli_flush (&error)) {
    sgn_cli_complain (error->message);
    return sgn_error_to_exit_code (error);
  }
  return 0;
}
