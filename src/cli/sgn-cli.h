/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the words given are for the command line (a command, --help, --version); otherwise the
 * window opens. */
gboolean sgn_cli_wants (int argc, char **argv);
/* Runs one command; returns the exit code: 0 done, 1 a check failed, 2 usage, 3 a file. */
int sgn_cli_run (int argc, char **argv);

G_END_DECLS
