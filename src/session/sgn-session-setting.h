/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-form.h"
#include "sgn-session.h"

G_BEGIN_DECLS

/* What the company chose for its sheets: how they write dates, boxes for seals, the business year.
 */

/* SGN_ERROR_USAGE for a name that is none, SGN_ERROR_INVALID for a value; see sgn_form_check(). */
void sgn_session_set_setting_async (SgnSession *self,
                                    const char *name,
                                    const char *value,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* Several at once, name → value: all or none, undone as one. */
void sgn_session_set_settings_async (SgnSession *self,
                                     GHashTable *values,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

G_END_DECLS
