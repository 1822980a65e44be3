/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_VARIANT_CHOICE (sgn_variant_choice_get_type ())
G_DECLARE_FINAL_TYPE (SgnVariantChoice, sgn_variant_choice, SGN, VARIANT_CHOICE, GtkBox)

/* In which of its variants a sheet is made: paper and direction, blank or filled in. Hidden for
 * sheets that have none. Signal: changed (by hand). */
void sgn_variant_choice_show_sheet (SgnVariantChoice *self,
                                    SgnSession *session,
                                    const SgnProjectionRequest *request);
/* (nullable): the usual one */
const char *sgn_variant_choice_get_variant (SgnVariantChoice *self);

G_END_DECLS
