/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-cli-commands.h"

G_BEGIN_DECLS

/* The number of a piece of evidence as typed, as sgn_cli_read_assessment() reads one. */
gboolean sgn_cli_read_evidence (const char *text, gint64 *id, GError **error);
/* (nullable): that piece of the open file; SGN_ERROR_USAGE when there is none */
const SgnEvidence *sgn_cli_find_evidence (SgnCli *cli, gint64 id, GError **error);

G_END_DECLS
