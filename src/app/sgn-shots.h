/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-window.h"

G_BEGIN_DECLS

/* With SENGEN_SHOTS=FOLDER in the environment: walks every page with the sample company, or those
 * named in SENGEN_SHOTS_ONLY=NAME,NAME, and writes pictures into @folder: PAGE-LANG.png, with
 * -dark, -300pct, -400px and -contrast where they differ from the usual. Then the application ends.
 */
void sgn_shots_run (GtkApplication *application,
                    SgnWindow *window,
                    const char *folder,
                    const char *only);

G_END_DECLS
