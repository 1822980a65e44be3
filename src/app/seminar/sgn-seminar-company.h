/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-seminar-copy.h"
#include "sgn-window.h"

G_BEGIN_DECLS

/* Shows a fresh copy of the company of the seminar in a usual window, with the band above it. The
 * folder of @copy stays as long as the window. */
void sgn_seminar_company_open (SgnWindow *window, SgnSeminarCopy *copy);
/* Closes the windows of @application that show a copy out of the folder of @copy. */
void sgn_seminar_company_close (GtkApplication *application, SgnSeminarCopy *copy);

G_END_DECLS
