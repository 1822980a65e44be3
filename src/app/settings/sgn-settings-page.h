/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_SETTINGS_PAGE (sgn_settings_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnSettingsPage, sgn_settings_page, SGN, SETTINGS_PAGE, SgnPage)

/* The details of the company, its people and sites, how its sheets look, where its backups go, and
 * what is set on this computer. Nothing waits for a button: each change is an act of its own. */

G_END_DECLS
