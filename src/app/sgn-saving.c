/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-saving.h"

/* Before this nobody needs to be told that something is being saved. */
#define MOMENT_MS 300

struct _SgnSaving {
  GObject parent_instance;

  guint running;
  guint timer;
  gboolean slow;
  char *reason; /* of the newest failure not yet mended */
};

G_DEFINE_FINAL_TYPE (SgnSaving, sgn_saving, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  SIGNAL_RETRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
moment_passed_cb (gpointer user_data)
{
  SgnSaving *self = user_data;

  self->timer = 0;
  self->slow = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
sgn_saving_finalize (GObject *object)
{
  SgnSaving *self = SGN_SAVING (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->reason, g_free);

  G_OBJECT_CLASS (sgn_saving_parent_class)->finalize (object);
}

static void
sgn_saving_class_init (SgnSavingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_saving_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_SAVING, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RETRY] =
    g_signal_new ("retry", SGN_TYPE_SAVING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sgn_saving_init (SgnSaving *self)
{
}

/**
 * sgn_saving_new:
 *
 * Returns: a new one, with everything saved
 */
SgnSaving *
sgn_saving_new (void)
{
  return g_object_new (SGN_TYPE_SAVING, NULL);
}

/**
 * sgn_saving_begin:
 * @self: the saved line's state
 *
 * An act that writes has begun.
 */
void
sgn_saving_begin (SgnSaving *self)
{
  g_return_if_fail (SGN_IS_SAVING (self));

  self->running++;
  if (self->timer == 0 && !self->slow)
    self->timer = g_timeout_add (MOMENT_MS, moment_passed_cb, self);
}

/**
 * sgn_saving_end:
 * @self: the saved line's state
 * @error: (nullable): why the act failed
 *
 * An act has ended. A failure stays until an act that tries it again ends well.
 */
void
sgn_saving_end (SgnSaving *self, const GError *error)
{
  g_return_if_fail (SGN_IS_SAVING (self));
  g_return_if_fail (self->running > 0);

  self->running--;
  if (error != NULL) {
    g_free (self->reason);
    self->reason = g_strdup (error->message);
  }
  if (self->running == 0) {
    g_clear_handle_id (&self->timer, g_source_remove);
    self->slow = FALSE;
  }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * sgn_saving_retry:
 * @self: the saved line's state
 *
 * Asks all who failed to try again.
 */
void
sgn_saving_retry (SgnSaving *self)
{
  g_return_if_fail (SGN_IS_SAVING (self));

  g_clear_pointer (&self->reason, g_free);
  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * sgn_saving_get_state:
 * @self: the saved line's state
 *
 * Returns: what the line shows
 */
SgnSavingState
sgn_saving_get_state (SgnSaving *self)
{
  g_return_val_if_fail (SGN_IS_SAVING (self), SGN_SAVING_DONE);

  if (self->reason != NULL)
    return SGN_SAVING_FAILED;
  return self->slow ? SGN_SAVING_SLOW : SGN_SAVING_DONE;
}

const char *
sgn_saving_get_reason (SgnSaving *self)
{
  g_return_val_if_fail (SGN_IS_SAVING (self), NULL);

  return self->reason;
}

/**
 * sgn_saving_is_busy:
 * @self: the saved line's state
 *
 * Returns: whether an act is still running
 */
gboolean
sgn_saving_is_busy (SgnSaving *self)
{
  g_return_val_if_fail (SGN_IS_SAVING (self), FALSE);

  return self->running > 0;
}
