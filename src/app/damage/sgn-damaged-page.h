/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_DAMAGED_PAGE (sgn_damaged_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnDamagedPage, sgn_damaged_page, SGN, DAMAGED_PAGE, AdwBin)

/* What is to be said of a company file that cannot be opened because it is damaged, and what can be
 * done: open its newest good backup, look for another one, take out what can be read. The file is
 * not touched. @reason: why it could not be opened, one sentence */
GtkWidget *
sgn_damaged_page_new (SgnSession *session, SgnSaving *saving, const char *path, const char *reason);
/* Whether all it looked for is shown. */
gboolean sgn_damaged_page_is_ready (SgnDamagedPage *self);
/* (nullable): of the other backup that was chosen there, where it is sealed and was opened */
const char *sgn_damaged_page_get_passphrase (SgnDamagedPage *self);

G_END_DECLS
