/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-profile.h"

G_BEGIN_DECLS

#define SGN_TYPE_NEW_COMPANY_PAGE (sgn_new_company_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnNewCompanyPage, sgn_new_company_page, SGN, NEW_COMPANY_PAGE, AdwBin)

/* A new company: its name, where its file goes, and three things that can be skipped. To begin is
 * the window's: win.create, upon which it asks for what was said here. */
GtkWidget *sgn_new_company_page_new (void);
/* Shown from now on, with a name that was typed elsewhere. What was said before stays. */
void sgn_new_company_page_opened (SgnNewCompanyPage *self, const char *name);

SgnProfile *sgn_new_company_page_make_profile (SgnNewCompanyPage *self); /* (transfer full) */
const char *sgn_new_company_page_get_path (SgnNewCompanyPage *self);
/* @file: chosen by the user; it is never overwritten */
void sgn_new_company_page_set_file (SgnNewCompanyPage *self, GFile *file);
const char *sgn_new_company_page_get_goal (SgnNewCompanyPage *self);   /* (nullable) */
const char *sgn_new_company_page_get_folder (SgnNewCompanyPage *self); /* (nullable) */
/* (nullable): why one cannot begin there */
const char *sgn_new_company_page_get_problem (SgnNewCompanyPage *self);

G_END_DECLS
