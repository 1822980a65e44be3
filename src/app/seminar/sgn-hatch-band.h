/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SGN_TYPE_HATCH_BAND (sgn_hatch_band_get_type ())
G_DECLARE_FINAL_TYPE (SgnHatchBand, sgn_hatch_band, SGN, HATCH_BAND, GtkBox)

/* The band that says that nothing here is real. As large as the letters around it. */
GtkWidget *sgn_hatch_band_new (void);

G_END_DECLS
