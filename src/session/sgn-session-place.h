/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session.h"

G_BEGIN_DECLS

/* Where a declaration is shown: the web site, a card, a notice. */

/**
 * SgnShownPlace:
 * @declaration: the declaration; 0 for the newest
 * @place: where it is shown
 * @how: (nullable): what is shown there
 * @since: (nullable): the first day, YYYY-MM-DD
 */
typedef struct {
  gint64 declaration;
  const char *place;
  const char *how;
  const char *since;
} SgnShownPlace;

void sgn_session_add_place_async (SgnSession *self,
                                  const SgnShownPlace *place,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void sgn_session_confirm_place_async (SgnSession *self,
                                      gint64 place,
                                      const char *date,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

G_END_DECLS
