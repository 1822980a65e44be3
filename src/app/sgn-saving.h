/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SgnSavingState:
 * @SGN_SAVING_DONE: all is on disk
 * @SGN_SAVING_SLOW: an act takes longer than a moment
 * @SGN_SAVING_FAILED: something shown is not on disk
 */
typedef enum {
  SGN_SAVING_DONE,
  SGN_SAVING_SLOW,
  SGN_SAVING_FAILED,
} SgnSavingState;

#define SGN_TYPE_SAVING (sgn_saving_get_type ())
G_DECLARE_FINAL_TYPE (SgnSaving, sgn_saving, SGN, SAVING, GObject)

/* What the saved line says. Every act that writes begins and ends here. Signals: changed; retry,
 * upon which whoever failed tries again. */
SgnSaving *sgn_saving_new (void);
void sgn_saving_begin (SgnSaving *self);
void sgn_saving_end (SgnSaving *self, const GError *error);
void sgn_saving_retry (SgnSaving *self);
SgnSavingState sgn_saving_get_state (SgnSaving *self);
const char *sgn_saving_get_reason (SgnSaving *self); /* (nullable): why it failed */
gboolean sgn_saving_is_busy (SgnSaving *self);

G_END_DECLS
