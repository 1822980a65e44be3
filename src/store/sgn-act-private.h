/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-kind-private.h"
#include "sgn-opening-private.h"

G_BEGIN_DECLS

/**
 * SgnAct:
 *
 * One act being written: one transaction, one group of events, one time. Everything it wrote is on
 * disk when sgn_act_commit() returned TRUE, and nothing of it otherwise.
 */
typedef struct {
  sqlite3 *db; /* (nullable): NULL when it is over */
  const SgnOpening *opening;
  char *act;
  char *by; /* (nullable) */
  char *at;
  gint64 group; /* 0: nothing written so far */
  gint64 undoes;
  gint64 redoes;
  gboolean wrote;     /* something is to be committed, an event or a blob */
  GPtrArray *changed; /* of char* "KIND/ID", each written row */
} SgnAct;

/* @opening: for writing; its file must still be where it was (SGN_ERROR_UNWRITABLE). */
SgnAct *sgn_act_begin (const SgnOpening *opening,
                       const char *act,
                       const char *by,
                       const char *at,
                       GError **error);
/* Rolls back what has not been committed. */
void sgn_act_free (SgnAct *self);

gboolean
sgn_act_put (SgnAct *self, const char *kind, const char *id, const json_t *after, GError **error);
/* Only the event: the row, if it has one, is as @after says already. */
gboolean sgn_act_append (SgnAct *self,
                         const char *kind,
                         const char *id,
                         const json_t *before,
                         const json_t *after,
                         GError **error);
gboolean sgn_act_commit (SgnAct *self, GError **error);

/* Highest number ever given to a row of @kind, 0 when none was. */
gboolean sgn_act_get_last_id (sqlite3 *db, const char *kind, gint64 *last, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnAct, sgn_act_free)

G_END_DECLS
