/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-cli-commands.h"

G_BEGIN_DECLS

/* The number of a task as typed; SGN_ERROR_USAGE when it is none. */
gboolean sgn_cli_read_task (const char *text, gint64 *id, GError **error);

G_END_DECLS
