/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_SEMINAR_COPY (sgn_seminar_copy_get_type ())
G_DECLARE_FINAL_TYPE (SgnSeminarCopy, sgn_seminar_copy, SGN, SEMINAR_COPY, GObject)

/* The company that a seminar plays with, in a folder of its own that only this user can read. The
 * folder and all that is in it go away with the last reference. Emits "ready" when it is written,
 * or is known not to be. */
SgnSeminarCopy *sgn_seminar_copy_new (SgnLibrary *library, SgnClock *clock);
const char *sgn_seminar_copy_get_folder (SgnSeminarCopy *self); /* (nullable) */
SgnRecord *sgn_seminar_copy_get_record (SgnSeminarCopy *self);  /* (nullable) (transfer none) */
/* (nullable): why there is none, once it is known */
const GError *sgn_seminar_copy_get_error (SgnSeminarCopy *self);
/* (transfer full) (nullable): where one more copy may be written */
char *sgn_seminar_copy_find_place (SgnSeminarCopy *self);
SgnSession *sgn_seminar_copy_new_session (SgnSeminarCopy *self);

G_END_DECLS
