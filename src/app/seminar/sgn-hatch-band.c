/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-hatch-band.h"

#include <glib/gi18n-lib.h>

struct _SgnHatchBand {
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (SgnHatchBand, sgn_hatch_band, GTK_TYPE_BOX)

static void
sgn_hatch_band_class_init (SgnHatchBandClass *klass)
{
}

static GtkWidget *
make_hatch (void)
{
  GtkWidget *hatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (hatch, "hatch");
  return hatch;
}

static void
sgn_hatch_band_init (SgnHatchBand *self)
{
  GtkWidget *words = gtk_label_new (_ ("Training sample – not the data of a real company"));

  gtk_widget_add_css_class (GTK_WIDGET (self), "hatch-band");
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (self), make_hatch ());
  gtk_box_append (GTK_BOX (self), words);
  gtk_box_append (GTK_BOX (self), make_hatch ());
}

GtkWidget *
sgn_hatch_band_new (void)
{
  return g_object_new (SGN_TYPE_HATCH_BAND, NULL);
}
