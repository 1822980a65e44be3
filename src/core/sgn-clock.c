/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-clock.h"

/* The store thread asks while a test or the seminar sets: hence the lock. */
struct _SgnClock {
  GMutex lock;
  char *fixed; /* (nullable): NULL runs with the real time */
};

/**
 * sgn_clock_new:
 *
 * Returns: (transfer full): a clock that shows the real time
 */
SgnClock *
sgn_clock_new (void)
{
  SgnClock *self = g_atomic_rc_box_new0 (SgnClock);

  g_mutex_init (&self->lock);
  return self;
}

/**
 * sgn_clock_new_fixed:
 * @iso_time: a time such as 2026-11-20T16:42:00+09:00, already checked
 *
 * Returns: (transfer full): a clock that stands at @iso_time
 */
SgnClock *
sgn_clock_new_fixed (const char *iso_time)
{
  SgnClock *self;

  g_return_val_if_fail (iso_time != NULL, NULL);

  self = sgn_clock_new ();
  self->fixed = g_strdup (iso_time);
  return self;
}

/**
 * sgn_clock_ref:
 * @self: a clock
 *
 * Returns: (transfer full): @self
 */
SgnClock *
sgn_clock_ref (SgnClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SgnClock *self = data;

  g_mutex_clear (&self->lock);
  g_free (self->fixed);
}

/**
 * sgn_clock_unref:
 * @self: (transfer full): a clock
 */
void
sgn_clock_unref (SgnClock *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * sgn_clock_set_fixed:
 * @self: a clock
 * @iso_time: a time such as 2026-11-20T16:42:00+09:00, already checked
 *
 * Stops the clock at @iso_time, also when it showed the real time so far.
 */
void
sgn_clock_set_fixed (SgnClock *self, const char *iso_time)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (iso_time != NULL);

  g_mutex_lock (&self->lock);
  g_free (self->fixed);
  self->fixed = g_strdup (iso_time);
  g_mutex_unlock (&self->lock);
}

/**
 * sgn_clock_now:
 * @self: a clock
 *
 * Returns: (transfer full): the time in whole seconds with its offset, 2026-11-20T16:42:00+09:00
 */
char *
sgn_clock_now (SgnClock *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *fixed = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->lock);
  fixed = g_strdup (self->fixed);
  g_mutex_unlock (&self->lock);
  if (fixed != NULL)
    return g_steal_pointer (&fixed);

  now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}
