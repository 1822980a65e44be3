/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-watch.h"

#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* What is done sooner needs no words. */
#define PATIENCE (G_TIME_SPAN_SECOND / 2)

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

/* The signal goes back to what it does by itself, so that a second one ends the program. */
static gboolean
stop_cb (gpointer data)
{
  SgnCliWatch *self = data;

  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

/* What is ignored stays ignored, as a program's hanging up under nohup. */
static gboolean
is_ignored (int signum)
{
  struct sigaction now;

  return sigaction (signum, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

/* No reference is kept: the signal goes back with the last one. */
static guint
listen_for (SgnCliWatch *self, int signum)
{
  g_autoptr (GSource) source = NULL;

  if (is_ignored (signum))
    return 0;
  source = g_unix_signal_source_new (signum);
  g_source_set_callback (source, stop_cb, self, NULL);
  return g_source_attach (source, self->context);
}

static gboolean
is_terminal (void)
{
  return isatty (STDERR_FILENO) && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

/**
 * sgn_cli_watch_init:
 * @self: a watch
 * @cli: what the command works with
 *
 * From here on Ctrl-C stops the act, and does not end the program.
 */
void
sgn_cli_watch_init (SgnCliWatch *self, SgnCli *cli)
{
  self->cancellable = g_cancellable_new ();
  self->context = cli->context;
  self->begun = g_get_monotonic_time ();
  self->terminal = is_terminal ();
  self->shown = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    self->sources[i] = listen_for (self, signals[i]);
}

static void
clear_line (void)
{
  fputs ("\r\033[K", stderr);
}

/**
 * sgn_cli_watch_clear:
 * @self: a watch
 *
 * Takes the line of progress away, so that what is said next stands alone.
 */
void
sgn_cli_watch_clear (SgnCliWatch *self)
{
  if (self->shown)
    clear_line ();
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++) {
    GSource *source = self->sources[i] > 0
                        ? g_main_context_find_source_by_id (self->context, self->sources[i])
                        : NULL;

    if (source != NULL)
      g_source_destroy (source);
  }
  g_clear_object (&self->cancellable);
}

void
sgn_cli_watch_progress_cb (const SgnProgress *progress, gpointer data)
{
  SgnCliWatch *self = data;
  g_autofree char *words = NULL;

  if (!self->terminal || g_get_monotonic_time () - self->begun < PATIENCE)
    return;

  words = sgn_progress_dup_words (progress);
  clear_line ();
  fprintf (stderr, "%3d %%  %s", (int) (progress->fraction * 100), words);
  fflush (stderr);
  self->shown = TRUE;
}
