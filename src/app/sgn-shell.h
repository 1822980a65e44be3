/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SGN_TYPE_SHELL (sgn_shell_get_type ())
G_DECLARE_FINAL_TYPE (SgnShell, sgn_shell, SGN, SHELL, GtkWidget)

/* A sidebar beside the content; when the window is narrow for its size of letters, the sidebar
 * folds away and comes over the content on demand. Properties: sidebar, content, narrow
 * (read-only), revealed (the folded sidebar is shown). */
gboolean sgn_shell_get_narrow (SgnShell *self);
gboolean sgn_shell_get_revealed (SgnShell *self);
void sgn_shell_set_revealed (SgnShell *self, gboolean revealed);

G_END_DECLS
