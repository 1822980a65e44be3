/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-action-line.h"

#include <glib/gi18n-lib.h>

#include "sgn-author-button.h"
#include "sgn-saved-line.h"

struct _SgnActionLine {
  GtkBox parent_instance;

  GtkWidget *back_button;
  GtkWidget *back_words;
  SgnSavedLine *saved_line;
  GtkWidget *author_place;
  SgnAuthorButton *author;
  GtkButton *next_button;
};

G_DEFINE_FINAL_TYPE (SgnActionLine, sgn_action_line, GTK_TYPE_BOX)

enum {
  SIGNAL_BACK,
  SIGNAL_NEXT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
back_cb (SgnActionLine *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
next_cb (SgnActionLine *self)
{
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static void
sgn_action_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_ACTION_LINE);

  G_OBJECT_CLASS (sgn_action_line_parent_class)->dispose (object);
}

static void
sgn_action_line_class_init (SgnActionLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_action_line_dispose;

  signals[SIGNAL_BACK] = g_signal_new ("back", SGN_TYPE_ACTION_LINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NEXT] = g_signal_new ("next", SGN_TYPE_ACTION_LINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SGN_TYPE_AUTHOR_BUTTON);
  g_type_ensure (SGN_TYPE_SAVED_LINE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-action-line.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnActionLine, back_button);
  gtk_widget_class_bind_template_child (widget_class, SgnActionLine, back_words);
  gtk_widget_class_bind_template_child (widget_class, SgnActionLine, saved_line);
  gtk_widget_class_bind_template_child (widget_class, SgnActionLine, author_place);
  gtk_widget_class_bind_template_child (widget_class, SgnActionLine, author);
  gtk_widget_class_bind_template_child (widget_class, SgnActionLine, next_button);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
sgn_action_line_init (SgnActionLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_action_line_watch:
 * @self: an action line
 * @session: whose record and author it tells of
 * @saving: what is being saved
 */
void
sgn_action_line_watch (SgnActionLine *self, SgnSession *session, SgnSaving *saving)
{
  g_return_if_fail (SGN_IS_ACTION_LINE (self));

  sgn_saved_line_watch (self->saved_line, session, saving);
  sgn_author_button_watch (self->author, session);
}

/**
 * sgn_action_line_set_place:
 * @self: an action line
 * @first: whether nothing comes before
 * @last: whether the results come next
 */
void
sgn_action_line_set_place (SgnActionLine *self, gboolean first, gboolean last)
{
  g_return_if_fail (SGN_IS_ACTION_LINE (self));

  gtk_widget_set_sensitive (self->back_button, !first);
  gtk_button_set_label (self->next_button, last ? _ ("See the Results") : _ ("Next Question"));
}

/**
 * sgn_action_line_set_narrow:
 * @self: an action line
 * @narrow: whether there is little room
 *
 * Where there is little room the sidebar is folded away; then the line says who answers.
 */
void
sgn_action_line_set_narrow (SgnActionLine *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_ACTION_LINE (self));

  gtk_widget_set_visible (self->back_words, !narrow);
  gtk_widget_set_visible (self->author_place, narrow);
}

void
sgn_action_line_focus_next (SgnActionLine *self)
{
  g_return_if_fail (SGN_IS_ACTION_LINE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}
