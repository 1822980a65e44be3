/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the people in a room may answer by a show of hands, in the order of the keys. */
typedef enum {
  SGN_HANDS_DONE,
  SGN_HANDS_PARTIAL,
  SGN_HANDS_NOT_DONE,
  SGN_HANDS_UNKNOWN,
} SgnHands;
#define SGN_N_HANDS 4

/* As many hands as one answer takes; enough for a hall. */
#define SGN_HANDS_MOST 999

/* The hands counted in a seminar, question by question. They belong to nobody and are never kept in
 * a file. */
typedef struct _SgnRoom SgnRoom;

SgnRoom *sgn_room_new (guint questions);
SgnRoom *sgn_room_copy (const SgnRoom *self);
void sgn_room_free (SgnRoom *self);

/* One hand more or less; FALSE when there is no room for more, or nothing to take away. */
gboolean sgn_room_raise (SgnRoom *self, guint question, SgnHands answer);
gboolean sgn_room_lower (SgnRoom *self, guint question, SgnHands answer);
guint sgn_room_get (const SgnRoom *self, guint question, SgnHands answer);
/* All hands of a question. */
guint sgn_room_count (const SgnRoom *self, guint question);
void sgn_room_reset (SgnRoom *self, guint question);
void sgn_room_reset_all (SgnRoom *self);

/* The room as a whole. */
guint sgn_room_count_asked (const SgnRoom *self); /* questions for which hands were counted */
guint sgn_room_sum (const SgnRoom *self, SgnHands answer);
/* (transfer full) (element-type guint): the questions with the smallest part of “done”, the weakest
 * first, at most @most; those that everybody has done, or nobody was asked, are left out. */
GArray *sgn_room_find_weakest (const SgnRoom *self, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnRoom, sgn_room_free)

G_END_DECLS
