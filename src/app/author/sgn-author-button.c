/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-author-button.h"

#include <glib/gi18n-lib.h>

struct _SgnAuthorButton {
  GtkButton parent_instance;

  GtkLabel *label;

  SgnSession *session;
};

G_DEFINE_FINAL_TYPE (SgnAuthorButton, sgn_author_button, GTK_TYPE_BUTTON)

static void
refresh (SgnAuthorButton *self)
{
  const char *author = sgn_session_get_author (self->session);
  /* Translators: %s is the name of a person */
  g_autofree char *words = author != NULL ? g_strdup_printf (_ ("Answering: %s"), author)
                                          : g_strdup (_ ("Choose Who Answers"));

  gtk_label_set_text (self->label, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), !sgn_session_get_read_only (self->session));
}

static void
sgn_author_button_dispose (GObject *object)
{
  SgnAuthorButton *self = SGN_AUTHOR_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_AUTHOR_BUTTON);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sgn_author_button_parent_class)->dispose (object);
}

static void
sgn_author_button_class_init (SgnAuthorButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_author_button_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-author-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnAuthorButton, label);
}

static void
sgn_author_button_init (SgnAuthorButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_author_button_watch:
 * @self: a button
 * @session: whose author it names
 */
void
sgn_author_button_watch (SgnAuthorButton *self, SgnSession *session)
{
  g_return_if_fail (SGN_IS_AUTHOR_BUTTON (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::author", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

const char *
sgn_author_button_get_text (SgnAuthorButton *self)
{
  g_return_val_if_fail (SGN_IS_AUTHOR_BUTTON (self), NULL);

  return gtk_label_get_text (self->label);
}
