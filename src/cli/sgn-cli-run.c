/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-run.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "sgn-data-dir.h"
#include "sgn-error.h"
#include "sgn-fold.h"

SgnCli *
sgn_cli_new (GError **error)
{
  g_autofree char *data_dir = sgn_data_dir ();
  g_autoptr (SgnLibrary) library = sgn_library_load (data_dir, error);
  SgnCli *self;

  if (library == NULL)
    return NULL;

  self = g_new0 (SgnCli, 1);
  self->clock = sgn_clock_new ();
  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  self->session = sgn_session_new (library, self->clock);
  self->library = sgn_session_get_library (self->session);
  return self;
}

void
sgn_cli_free (SgnCli *self)
{
  g_clear_object (&self->result);
  g_clear_object (&self->session);
  g_main_context_pop_thread_default (self->context);
  g_main_context_unref (self->context);
  sgn_clock_unref (self->clock);
  g_free (self);
}

void
sgn_cli_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SgnCli *self = data;

  g_set_object (&self->result, result);
}

GAsyncResult *
sgn_cli_wait (SgnCli *self)
{
  while (self->result == NULL)
    g_main_context_iteration (self->context, TRUE);
  self->library = sgn_session_get_library (self->session);
  return g_steal_pointer (&self->result);
}

gboolean
sgn_cli_finish (SgnCli *self, GError **error)
{
  g_autoptr (GAsyncResult) result = sgn_cli_wait (self);

  return sgn_session_act_finish (self->session, result, error);
}

gboolean
sgn_cli_finish_numbered (SgnCli *self,
                         const char *kind,
                         gint64 id,
                         const char *what,
                         GError **error)
{
  if (!sgn_cli_finish (self, error))
    return FALSE;

  sgn_cli_acknowledge ("%s %" G_GINT64_FORMAT " %s", kind, id, what);
  return TRUE;
}

/* Where a file cannot be read, its newest copy that can be is named in the same breath. */
static void
add_good_backup (SgnCli *self, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnBackup) backup = NULL;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (!g_error_matches (*error, SGN_ERROR, SGN_ERROR_DAMAGED) &&
      !g_error_matches (*error, SGN_ERROR, SGN_ERROR_UNREADABLE))
    return;

  sgn_session_find_good_backup_async (self->session, path, sgn_cli_done_cb, self);
  result = sgn_cli_wait (self);
  backup = sgn_session_find_good_backup_finish (self->session, result, NULL);
  if (backup == NULL)
    return;

  name = g_filename_display_name (backup->path);
  message = g_strdup_printf (_ ("%s The newest good backup is of %s: “%s”."), (*error)->message,
                             backup->date, name);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

/* The state after a day with changes is kept when the next day begins. A backup that fails does not
 * keep anybody from working. */
static void
keep_backup (SgnCli *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnKept) kept = NULL;
  g_autoptr (GError) failure = NULL;

  sgn_session_keep_backup_async (self->session, SGN_KEEP_ON_OPENING, sgn_cli_done_cb, self);
  result = sgn_cli_wait (self);
  kept = sgn_session_keep_backup_finish (self->session, result, &failure);
  if (kept == NULL)
    sgn_cli_complain (failure->message);
  else if (kept->remark != NULL)
    sgn_cli_complain (kept->remark);
}

gboolean
sgn_cli_open (SgnCli *self, const char *path, SgnOpenMode mode, GError **error)
{
  g_autoptr (GError) failure = NULL;

  sgn_session_open_async (self->session, path, mode, sgn_cli_done_cb, self);
  if (!sgn_cli_finish (self, &failure)) {
    add_good_backup (self, path, &failure);
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (mode == SGN_OPEN_WRITE)
    keep_backup (self);
  return TRUE;
}

gboolean
sgn_cli_close (SgnCli *self, GError **error)
{
  sgn_session_close_async (self->session, sgn_cli_done_cb, self);
  return sgn_cli_finish (self, error);
}

static void G_GNUC_PRINTF (2, 0) print (const char *prefix, const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  fputs (prefix, stdout);
  fputs (text, stdout);
}

void
sgn_cli_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print ("", format, arguments);
  va_end (arguments);
}

static int
count_columns (const char *text)
{
  int columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (!g_unichar_iszerowidth (character))
      columns += g_unichar_iswide (character) ? 2 : 1;
  }
  return columns;
}

void
sgn_cli_print_label (const char *text, int width)
{
  sgn_cli_print ("%s%*s", text, MAX (width - count_columns (text), 0), "");
}

void
sgn_cli_print_json (const json_t *json)
{
  g_autofree char *text = sgn_json_to_pretty (json);

  fputs (text, stdout);
}

void
sgn_cli_acknowledge (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  print ("saved: ", format, arguments);
  va_end (arguments);
  fputc ('\n', stdout);
  fflush (stdout);
}

void
sgn_cli_complain (const char *message)
{
  g_autofree char *line = sgn_clean_line (message);

  fprintf (stderr, "sengen: %s\n", line);
}

void
sgn_cli_complain_of (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (findings, i);

    sgn_cli_complain (finding->message);
  }
}

gboolean
sgn_cli_flush (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                       _ ("The output could not be written. Check the disk or the program that "
                          "reads it."));
  return FALSE;
}
