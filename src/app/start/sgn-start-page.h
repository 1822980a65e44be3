/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-settings.h"

G_BEGIN_DECLS

#define SGN_TYPE_START_PAGE (sgn_start_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnStartPage, sgn_start_page, SGN, START_PAGE, AdwBin)

/* Company files used last, a new company, the sample, another file. What was chosen goes to the
 * window: win.open (s, a URI), win.new-company (s, a name), win.open-sample. */
void sgn_start_page_watch (SgnStartPage *self, SgnSettings *settings);
void sgn_start_page_opened (SgnStartPage *self);

G_END_DECLS
