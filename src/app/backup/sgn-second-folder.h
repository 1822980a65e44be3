/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_SECOND_FOLDER (sgn_second_folder_get_type ())
G_DECLARE_FINAL_TYPE (SgnSecondFolder, sgn_second_folder, SGN, SECOND_FOLDER, GtkBox)

/* Where copies go besides this computer, and choosing it. Signal: changed. */
/* @folder: (nullable): the second folder; NULL: none. @is_there: whether it can be reached now */
void sgn_second_folder_show (SgnSecondFolder *self, const char *folder, gboolean is_there);

void sgn_second_folder_watch (SgnSecondFolder *self, SgnSession *session);

G_END_DECLS
