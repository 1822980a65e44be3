/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-cli-run.h"
#include "sgn-history.h"

G_BEGIN_DECLS

/* All events of the open file; NULL with @error. */
GPtrArray *sgn_cli_read_history (SgnCli *cli, GError **error);
/* One event as a line for people. */
void sgn_cli_print_event (const SgnHistory *history, const SgnEvent *event);

G_END_DECLS
