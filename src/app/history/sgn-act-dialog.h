/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-timeline.h"

G_BEGIN_DECLS

/* What the dialog answers with, besides “close”. */
#define SGN_ACT_DIALOG_BEFORE "before" /* set back to what it was before */
#define SGN_ACT_DIALOG_AFTER "after"   /* set back to what it became */
#define SGN_ACT_DIALOG_OPEN "open"     /* show the question */

/**
 * SgnActChoices:
 * @before: whether it can be set back to what it was before
 * @after: the same to what it became
 *
 * What can be done about an act.
 */
typedef struct {
  gboolean before;
  gboolean after;
} SgnActChoices;

/* What @event can be set back to, by all @events of the file, oldest first. */
SgnActChoices sgn_act_dialog_find_choices (GPtrArray *events, const SgnEvent *event);
/* All of one act, texts in full. The toolkit owns it. */
GtkWidget *sgn_act_dialog_new (GtkWindow *parent, SgnTimelineLine *line, SgnActChoices choices);

G_END_DECLS
