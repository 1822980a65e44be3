/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_COMPANY_VIEW (sgn_company_view_get_type ())
G_DECLARE_FINAL_TYPE (SgnCompanyView, sgn_company_view, SGN, COMPANY_VIEW, AdwBin)

/* Everything of one open company file: sidebar, header bar and pages. Made anew for each file. */
GtkWidget *sgn_company_view_new (SgnSession *session, SgnSaving *saving);
void sgn_company_view_show_page (SgnCompanyView *self, const char *name);
void sgn_company_view_carry_over (SgnCompanyView *self);
const char *sgn_company_view_get_page (SgnCompanyView *self);
void sgn_company_view_flush (SgnCompanyView *self);
GtkWidget *sgn_company_view_find_page (SgnCompanyView *self, const char *name);

G_END_DECLS
