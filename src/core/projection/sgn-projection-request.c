/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-request.h"

/**
 * sgn_projection_request_copy:
 * @self: a request
 *
 * Returns: (transfer full): the same request with texts of its own, and without a history
 */
SgnProjectionRequest *
sgn_projection_request_copy (const SgnProjectionRequest *self)
{
  SgnProjectionRequest *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (SgnProjectionRequest, 1);
  *copy = *self;
  copy->document = g_strdup (self->document);
  copy->variant = g_strdup (self->variant);
  copy->recipient = g_strdup (self->recipient);
  copy->level = g_strdup (self->level);
  copy->history = NULL;
  return copy;
}

/**
 * sgn_projection_request_free:
 * @self: (transfer full): a copy
 */
void
sgn_projection_request_free (SgnProjectionRequest *self)
{
  g_free ((char *) self->document);
  g_free ((char *) self->variant);
  g_free ((char *) self->recipient);
  g_free ((char *) self->level);
  g_free (self);
}
