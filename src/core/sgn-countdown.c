/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-countdown.h"

void
sgn_countdown_init (SgnCountdown *self)
{
  g_return_if_fail (self != NULL);

  *self = (SgnCountdown){ .length = SGN_COUNTDOWN_LENGTH };
}

gboolean
sgn_countdown_is_running (const SgnCountdown *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->started != 0;
}

static gint64
get_spent (const SgnCountdown *self, gint64 now)
{
  return self->spent + (self->started != 0 ? now - self->started : 0);
}

void
sgn_countdown_toggle (SgnCountdown *self, gint64 now)
{
  g_return_if_fail (self != NULL && now > 0);

  if (sgn_countdown_get_left (self, now) == 0) {
    self->spent = 0;
    self->started = now;
    return;
  }
  self->spent = get_spent (self, now);
  self->started = self->started != 0 ? 0 : now;
}

void
sgn_countdown_reset (SgnCountdown *self)
{
  g_return_if_fail (self != NULL);

  self->spent = 0;
  self->started = 0;
}

void
sgn_countdown_change (SgnCountdown *self, int steps)
{
  g_return_if_fail (self != NULL);

  self->length =
    CLAMP (self->length + steps * SGN_COUNTDOWN_STEP, SGN_COUNTDOWN_LEAST, SGN_COUNTDOWN_MOST);
}

int
sgn_countdown_get_left (const SgnCountdown *self, gint64 now)
{
  gint64 left;

  g_return_val_if_fail (self != NULL, 0);

  left = (gint64) self->length * G_USEC_PER_SEC - get_spent (self, now);
  return left > 0 ? (int) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

char *
sgn_countdown_format (int seconds)
{
  g_return_val_if_fail (seconds >= 0, NULL);

  return g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
}
