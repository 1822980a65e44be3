/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

/* Asks what goes into a calendar and where it is saved, writes it, and says so. @owner: (nullable):
 * whose tasks only */
void sgn_task_export (GtkWindow *window, SgnSession *session, const SgnPerson *owner);

G_END_DECLS
