/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_SECTION_HEAD (sgn_section_head_get_type ())
G_DECLARE_FINAL_TYPE (SgnSectionHead, sgn_section_head, SGN, SECTION_HEAD, GtkBox)

/* Above the requirements of one section: its number and name, how far it is, and that this is the
 * company's own check. Only where a page has one section. */
void sgn_section_head_watch (SgnSectionHead *self, SgnChecklist *checklist);
void sgn_section_head_set_narrow (SgnSectionHead *self, gboolean narrow);

G_END_DECLS
