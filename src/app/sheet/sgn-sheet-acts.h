/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

/* What a customer asks, in the window. @window knows the actions win.toast and win.tell. */

/* Asks for the file of a sheet, loads it and hands its first item to @loaded, which is called only
 * when there is a sheet to show. */
typedef void (*SgnSheetLoadedFunc) (GtkWindow *window, const char *item);
void sgn_sheet_load (GtkWindow *window, SgnSession *session, SgnSheetLoadedFunc loaded);
/* The same for a file that was chosen already. */
void sgn_sheet_load_file (GtkWindow *window,
                          SgnSession *session,
                          GFile *file,
                          SgnSheetLoadedFunc loaded);
/* Asks where a sheet is to go, and writes it. @catalogue: "ID@EDITION", or "" for the sheet of the
 * company's own that was answered last */
void sgn_sheet_export (GtkWindow *window, SgnSession *session, const char *catalogue);

G_END_DECLS
