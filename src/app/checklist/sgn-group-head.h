/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_GROUP_HEAD (sgn_group_head_get_type ())
G_DECLARE_FINAL_TYPE (SgnGroupHead, sgn_group_head, SGN, GROUP_HEAD, GtkBox)

/* A requirement above its criteria: number and name, one plain sentence, how many are met. */
GtkWidget *sgn_group_head_new (const SgnGroup *group);
void sgn_group_head_refresh (SgnGroupHead *self, SgnChecklist *checklist);

G_END_DECLS
