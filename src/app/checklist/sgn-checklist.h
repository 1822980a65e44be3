/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-answer-writer.h"
#include "sgn-check-answers.h"
#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_CHECKLIST (sgn_checklist_get_type ())
G_DECLARE_FINAL_TYPE (SgnChecklist, sgn_checklist, SGN, CHECKLIST, GObject)

/* One catalogue as it is being answered: what list and question both show. What is being saved is
 * shown at once and counts as unsaved until the disk has it. Signals: changed (answers, catalogue),
 * moved (position). */
SgnChecklist *sgn_checklist_new (SgnSession *session, SgnSaving *saving);
SgnSession *sgn_checklist_get_session (SgnChecklist *self);
SgnAnswerWriter *sgn_checklist_get_writer (SgnChecklist *self);

void sgn_checklist_set_catalogue (SgnChecklist *self, SgnCatalogue *catalogue);
SgnCatalogue *sgn_checklist_get_catalogue (SgnChecklist *self);
/* The level that is worked towards; items above it are not there. NULL where there are no levels.
 */
void sgn_checklist_set_level (SgnChecklist *self, const char *level);
const char *sgn_checklist_get_level (SgnChecklist *self);         /* (nullable) */
SgnAssessment *sgn_checklist_get_assessment (SgnChecklist *self); /* (nullable) */
void sgn_checklist_set_assessment (SgnChecklist *self, gint64 assessment);
/* Not in a file opened read-only, and not in an assessment that is closed. */
gboolean sgn_checklist_is_editable (SgnChecklist *self);
gboolean sgn_checklist_is_closed (SgnChecklist *self);
/* What counts, and what counted last time; until the record changes. */
const SgnCheckAnswers *sgn_checklist_get_answers (SgnChecklist *self);

guint sgn_checklist_get_n_items (SgnChecklist *self);
const SgnItem *sgn_checklist_get_item (SgnChecklist *self, guint index);
const SgnAnswer *sgn_checklist_get_answer (SgnChecklist *self, guint index);     /* (nullable) */
const SgnAnswer *sgn_checklist_get_own_answer (SgnChecklist *self, guint index); /* (nullable) */
const char *sgn_checklist_get_value (SgnChecklist *self, guint index);           /* (nullable) */
const char *sgn_checklist_get_note (SgnChecklist *self, guint index);            /* (nullable) */
SgnMark sgn_checklist_get_mark (SgnChecklist *self, guint index);
gboolean sgn_checklist_is_unsaved (SgnChecklist *self, guint index);
gboolean sgn_checklist_has_unsaved (SgnChecklist *self);
guint sgn_checklist_count_evidence (SgnChecklist *self, guint index);

void sgn_checklist_set_value (SgnChecklist *self, guint index, const char *value);
void sgn_checklist_set_note (SgnChecklist *self, guint index, const char *note);
/* “Still the same” as last time. What could not be confirmed is told until something changes. */
gboolean sgn_checklist_can_confirm (SgnChecklist *self, guint index);
void sgn_checklist_confirm (SgnChecklist *self, guint index);
const char *sgn_checklist_get_refusal (SgnChecklist *self, guint index); /* (nullable) */

guint sgn_checklist_get_position (SgnChecklist *self);
void sgn_checklist_set_position (SgnChecklist *self, guint index);

G_END_DECLS
