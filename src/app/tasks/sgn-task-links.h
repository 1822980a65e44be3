/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_TASK_LINKS (sgn_task_links_get_type ())
G_DECLARE_FINAL_TYPE (SgnTaskLinks, sgn_task_links, SGN, TASK_LINKS, GtkBox)

/* The questions and other things that a task is for, to be taken away and added to. Signal: left
 * (string, string: key of a guideline and item), when a question is to be opened. */
void sgn_task_links_fill (SgnTaskLinks *self, SgnSession *session, const SgnTask *task);
/* A question that may not have been asked yet. @catalogue: id, or id@edition */
void sgn_task_links_add_item (SgnTaskLinks *self, const char *catalogue, const char *item);
/* (nullable) (transfer full) (element-type SgnEvidenceUse): NULL when all is as it was; valid as
 * long as nothing is added or taken away */
GPtrArray *sgn_task_links_list (SgnTaskLinks *self);
guint sgn_task_links_count (SgnTaskLinks *self);

G_END_DECLS
