/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-cli-call.h"
#include "sgn-cli-run.h"

G_BEGIN_DECLS

/**
 * SgnCliLook:
 * @library: the program's own data, with the guidelines of the file's company
 * @record: the record of the file that was named
 * @today: the day it is looked at
 *
 * What a list is printed from. Cleared with sgn_cli_look_clear().
 */
typedef struct {
  SgnLibrary *library;
  const SgnRecord *record;
  char *today;
} SgnCliLook;

/* Opens the file that is the first word of @call to read it. */
gboolean sgn_cli_look_open (SgnCli *cli, const SgnCliCall *call, SgnCliLook *look, GError **error);
void sgn_cli_look_clear (SgnCliLook *look);
/* (nullable): the name of person @id */
const char *sgn_cli_look_get_name (const SgnCliLook *look, gint64 id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SgnCliLook, sgn_cli_look_clear)

G_END_DECLS
