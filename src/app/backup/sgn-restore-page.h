/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_RESTORE_PAGE (sgn_restore_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnRestorePage, sgn_restore_page, SGN, RESTORE_PAGE, SgnPage)

/* The backups of the open company file, each beside what is in it now, and the way back to one.
 * With a path: those of a company file that cannot be opened. Looks for them when it is opened. */
void sgn_restore_page_set_path (SgnRestorePage *self, const char *path);
/* Whether all it looked for is shown. */
gboolean sgn_restore_page_is_ready (SgnRestorePage *self);
/* (nullable): of the chosen copy, where it is sealed and was opened */
const char *sgn_restore_page_get_passphrase (SgnRestorePage *self);

G_END_DECLS
