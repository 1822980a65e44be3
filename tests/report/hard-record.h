/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/* Records of companies that are hard to print, made from the sample. */

/* Most of a name of 60 letters without a space. Owned by the caller. */
char *hard_name_in_kanji (void);
char *hard_name_in_latin (void);
/* Most of a note of 5,000 letters, in sentences and paragraphs or in one word. */
char *hard_note_in_kanji (void);
char *hard_note_in_latin (void);

SgnRecord *hard_record_new_sample (void);
/* Nothing but a name. */
SgnRecord *hard_record_new_empty (void);

/* Every name of every person, place, file and task is @name between two numbers of its own. */
void hard_record_set_names (SgnRecord *self, const char *name);
/* Some notes and statements, and every part of the policy, is @note between two numbers. */
void hard_record_set_notes (SgnRecord *self, const char *note);
void hard_record_add_evidence (SgnRecord *self, guint n);
void hard_record_add_tasks (SgnRecord *self, guint n);
/* A newer check of two sites. */
void hard_record_add_sites (SgnRecord *self);
/* Nobody knows anything. */
void hard_record_set_unknown (SgnRecord *self);
void hard_record_set (SgnRecord *self, const char *setting, const char *value);
/* An event for each row of @self, and one for each answer that was changed. (element-type SgnEvent)
 */
GPtrArray *hard_record_tell (const SgnRecord *self);

G_END_DECLS
