/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_PROFILE_WRITER (sgn_profile_writer_get_type ())
G_DECLARE_FINAL_TYPE (SgnProfileWriter, sgn_profile_writer, SGN, PROFILE_WRITER, GObject)

/* The details of the company as they are being changed: each change is one act, and a second one
 * does not take back what the first is still saving. Signals: changed (by somebody else, or taken
 * back); saved (char *: what was said of it); failed (char *: why). */
SgnProfileWriter *sgn_profile_writer_new (SgnSession *session, SgnSaving *saving);
SgnSession *sgn_profile_writer_get_session (SgnProfileWriter *self);
/* (transfer none): to be changed in place, then saved */
SgnProfile *sgn_profile_writer_get_profile (SgnProfileWriter *self);
/* @words: what is told once it is on disk */
void sgn_profile_writer_save (SgnProfileWriter *self, const char *words);

G_END_DECLS
