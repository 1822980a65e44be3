/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-watch.h"

#include <glib/gi18n-lib.h>

/**
 * sgn_watch_is_stopped:
 * @self: (nullable): who waits
 *
 * Returns: whether the work was cancelled
 */
gboolean
sgn_watch_is_stopped (const SgnWatch *self)
{
  return self != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/**
 * sgn_watch_check:
 * @self: (nullable): who waits
 * @error: return location: %G_IO_ERROR_CANCELLED, in a sentence for people
 *
 * Returns: whether to go on
 */
gboolean
sgn_watch_check (const SgnWatch *self, GError **error)
{
  if (!sgn_watch_is_stopped (self))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _ ("Stopped before it was done. Nothing was written."));
  return FALSE;
}

/**
 * sgn_watch_step:
 * @self: (nullable): who waits
 * @done: parts that are done
 * @total: all of them
 * @error: return location: %G_IO_ERROR_CANCELLED
 *
 * Tells how far the work is, unless it is to be stopped.
 *
 * Returns: whether to go on
 */
gboolean
sgn_watch_step (const SgnWatch *self, guint done, guint total, GError **error)
{
  if (!sgn_watch_check (self, error))
    return FALSE;

  if (self != NULL && self->tell != NULL)
    self->tell (done, total, self->data);
  return TRUE;
}
