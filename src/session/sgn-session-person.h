/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/* The people of the company, and how their data goes for good. */

/* @person: copied; id 0 adds one. SGN_ERROR_INVALID without a name, with the name of somebody else,
 * or with a day that is none. */
void sgn_session_set_person_async (SgnSession *self,
                                   const SgnPerson *person,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * SgnMention:
 * @kind, @id: an entry
 * @column: the value that holds the name
 *
 * Where a person is still named.
 */
typedef struct {
  char *kind;
  char *id;
  char *column;
} SgnMention;

/**
 * SgnErasure:
 * @person: whose data goes
 * @names: of char*: all that is looked for: name, reading and English name, earlier ones included
 * @events: of SgnEvent: entries of the history whose content goes, as they were before
 * @mentions: of SgnMention: texts that name the person and stay, until somebody changes them
 *
 * What erasing a person means, or did.
 */
typedef struct {
  gint64 person;
  GPtrArray *names;
  GPtrArray *events;
  GPtrArray *mentions;
} SgnErasure;

/* @name: as typed, or the number of a person. Looks only. */
void sgn_session_look_at_erasure_async (SgnSession *self,
                                        const char *name,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
SgnErasure *
sgn_session_look_at_erasure_finish (SgnSession *self, GAsyncResult *result, GError **error);

/* @everywhere: SGN_ERROR_CHECK as long as any text of today still names the person. */
void sgn_session_erase_person_async (SgnSession *self,
                                     const char *name,
                                     gboolean everywhere,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
SgnErasure *
sgn_session_erase_person_finish (SgnSession *self, GAsyncResult *result, GError **error);

/* Takes the content of evidence away for good; what is said of it stays, withdrawn. */
void sgn_session_erase_evidence_async (SgnSession *self,
                                       gint64 evidence,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

void sgn_erasure_free (SgnErasure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnErasure, sgn_erasure_free)

G_END_DECLS
