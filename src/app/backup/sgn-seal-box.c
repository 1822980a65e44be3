/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-seal-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"

struct _SgnSealBox {
  GtkBox parent_instance;

  GtkEditable *passphrase;
  GtkWidget *open_button;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (SgnSealBox, sgn_seal_box, GTK_TYPE_BOX)

enum {
  SIGNAL_TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_typed (SgnSealBox *self)
{
  return *gtk_editable_get_text (self->passphrase) != '\0';
}

static void
update (SgnSealBox *self)
{
  gtk_widget_set_sensitive (self->open_button, is_typed (self));
}

static void
open_cb (SgnSealBox *self)
{
  if (is_typed (self))
    g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

static void
sgn_seal_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_SEAL_BOX);

  G_OBJECT_CLASS (sgn_seal_box_parent_class)->dispose (object);
}

static void
sgn_seal_box_class_init (SgnSealBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_seal_box_dispose;

  signals[SIGNAL_TYPED] = g_signal_new ("typed", SGN_TYPE_SEAL_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-seal-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSealBox, passphrase);
  gtk_widget_class_bind_template_child (widget_class, SgnSealBox, open_button);
  gtk_widget_class_bind_template_child (widget_class, SgnSealBox, problem);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
sgn_seal_box_init (SgnSealBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
sgn_seal_box_ask (SgnSealBox *self, const char *problem)
{
  g_return_if_fail (SGN_IS_SEAL_BOX (self));

  sgn_seal_box_set_busy (self, FALSE);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem == NULL) {
    gtk_editable_set_text (self->passphrase, "");
    return;
  }
  sgn_announce (GTK_WIDGET (self), problem);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

void
sgn_seal_box_set_busy (SgnSealBox *self, gboolean busy)
{
  g_return_if_fail (SGN_IS_SEAL_BOX (self));

  /* The field keeps the focus: whoever mistyped types again. */
  gtk_editable_set_editable (self->passphrase, !busy);
  gtk_widget_set_sensitive (self->open_button, !busy && is_typed (self));
}

char *
sgn_seal_box_dup_passphrase (SgnSealBox *self)
{
  g_return_val_if_fail (SGN_IS_SEAL_BOX (self), NULL);

  return g_strdup (gtk_editable_get_text (self->passphrase));
}
