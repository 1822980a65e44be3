/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-room.h"

#include <string.h>

typedef struct {
  guint hands[SGN_N_HANDS];
} Counts;

struct _SgnRoom {
  guint questions;
  Counts *counts;
};

/**
 * sgn_room_new:
 * @questions: how many questions are asked
 *
 * Returns: (transfer full): a room in which nobody has raised a hand
 */
SgnRoom *
sgn_room_new (guint questions)
{
  SgnRoom *self = g_new0 (SgnRoom, 1);

  self->questions = questions;
  self->counts = g_new0 (Counts, questions);
  return self;
}

SgnRoom *
sgn_room_copy (const SgnRoom *self)
{
  SgnRoom *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = sgn_room_new (self->questions);
  memcpy (copy->counts, self->counts, self->questions * sizeof (Counts));
  return copy;
}

void
sgn_room_free (SgnRoom *self)
{
  g_free (self->counts);
  g_free (self);
}

gboolean
sgn_room_raise (SgnRoom *self, guint question, SgnHands answer)
{
  g_return_val_if_fail (self != NULL && question < self->questions, FALSE);
  g_return_val_if_fail (answer < SGN_N_HANDS, FALSE);

  if (self->counts[question].hands[answer] == SGN_HANDS_MOST)
    return FALSE;
  self->counts[question].hands[answer]++;
  return TRUE;
}

gboolean
sgn_room_lower (SgnRoom *self, guint question, SgnHands answer)
{
  g_return_val_if_fail (self != NULL && question < self->questions, FALSE);
  g_return_val_if_fail (answer < SGN_N_HANDS, FALSE);

  if (self->counts[question].hands[answer] == 0)
    return FALSE;
  self->counts[question].hands[answer]--;
  return TRUE;
}

guint
sgn_room_get (const SgnRoom *self, guint question, SgnHands answer)
{
  g_return_val_if_fail (self != NULL && question < self->questions, 0);
  g_return_val_if_fail (answer < SGN_N_HANDS, 0);

  return self->counts[question].hands[answer];
}

guint
sgn_room_count (const SgnRoom *self, guint question)
{
  guint sum = 0;

  g_return_val_if_fail (self != NULL && question < self->questions, 0);

  for (guint i = 0; i < SGN_N_HANDS; i++)
    sum += self->counts[question].hands[i];
  return sum;
}

void
sgn_room_reset (SgnRoom *self, guint question)
{
  g_return_if_fail (self != NULL && question < self->questions);

  self->counts[question] = (Counts){ { 0 } };
}

void
sgn_room_reset_all (SgnRoom *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->questions; i++)
    sgn_room_reset (self, i);
}

guint
sgn_room_count_asked (const SgnRoom *self)
{
  guint asked = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->questions; i++)
    asked += sgn_room_count (self, i) > 0;
  return asked;
}

guint
sgn_room_sum (const SgnRoom *self, SgnHands answer)
{
  guint sum = 0;

  g_return_val_if_fail (self != NULL && answer < SGN_N_HANDS, 0);

  for (guint i = 0; i < self->questions; i++)
    sum += self->counts[i].hands[answer];
  return sum;
}

/* By the part of “done”, then by the part of “unknown”, then by the order in which they were asked:
 * whole numbers, so that equal parts are equal. */
static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SgnRoom *self = user_data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;
  const guint *x = self->counts[first].hands;
  const guint *y = self->counts[second].hands;
  guint all_x = sgn_room_count (self, first);
  guint all_y = sgn_room_count (self, second);
  int done = (int) (x[SGN_HANDS_DONE] * all_y) - (int) (y[SGN_HANDS_DONE] * all_x);
  int unknown = (int) (y[SGN_HANDS_UNKNOWN] * all_x) - (int) (x[SGN_HANDS_UNKNOWN] * all_y);

  if (done != 0)
    return done;
  return unknown != 0 ? unknown : (int) first - (int) second;
}

GArray *
sgn_room_find_weakest (const SgnRoom *self, guint most)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL, found);

  for (guint i = 0; i < self->questions; i++)
    if (self->counts[i].hands[SGN_HANDS_DONE] < sgn_room_count (self, i))
      g_array_append_val (found, i);
  g_array_sort_with_data (found, compare, (gpointer) self);
  g_array_set_size (found, MIN (found->len, most));
  return found;
}
