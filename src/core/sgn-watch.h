/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SgnWatch:
 * @cancellable: (nullable): stops the work when it is cancelled
 * @tell: (nullable): hears how far the work is, on the thread that does it
 * @data: data for @tell
 *
 * Somebody who waits for long work: hears of it, and may stop it. Whoever works takes a pointer to
 * one, which may be %NULL when nobody waits.
 */
typedef struct {
  GCancellable *cancellable;
  void (*tell) (guint done, guint total, gpointer data);
  gpointer data;
} SgnWatch;

/* Whether the work is to be stopped; for those who can only end early. */
gboolean sgn_watch_is_stopped (const SgnWatch *self);
/* Tells that @done of @total parts are done. FALSE with G_IO_ERROR_CANCELLED when to stop. */
gboolean sgn_watch_step (const SgnWatch *self, guint done, guint total, GError **error);
/* The same where nothing is to be told. */
gboolean sgn_watch_check (const SgnWatch *self, GError **error);

G_END_DECLS
