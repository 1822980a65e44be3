/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-hit.h"

G_BEGIN_DECLS

/* Opens the place of what was found, by the actions of the company around @widget. */
void sgn_hit_open (GtkWidget *widget, const SgnHit *hit);

G_END_DECLS
