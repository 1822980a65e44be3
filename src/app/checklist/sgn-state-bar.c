/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-state-bar.h"

#include <glib/gi18n-lib.h>

#include "sgn-checklist-progress.h"
#include "sgn-date.h"

struct _SgnStateBar {
  GtkBox parent_instance;

  GtkLabel *words;
  GtkWidget *start_button;
  GtkWidget *reopen_button;
  GtkWidget *close_button;

  SgnChecklist *checklist;
  gboolean closed_only;
};

G_DEFINE_FINAL_TYPE (SgnStateBar, sgn_state_bar, GTK_TYPE_BOX)

typedef enum {
  PROP_CLOSED_ONLY = 1,
} SgnStateBarProperty;

static GParamSpec *properties[PROP_CLOSED_ONLY + 1];

static char *
dup_words (SgnAssessment *assessment)
{
  g_autofree char *day = NULL;
  g_autofree char *date = NULL;

  if (!assessment->closed)
    return g_strdup (_ ("All questions are answered. Close this check to compare it next time."));
  if (assessment->closed_at == NULL)
    return g_strdup (_ ("This check is closed. Its answers no longer change."));
  day = sgn_time_get_date (assessment->closed_at);
  date = sgn_date_to_words (day, sgn_language_of_user ());
  return g_strdup_printf (_ ("This check was closed on %s. Its answers no longer change."), date);
}

static void
refresh (SgnStateBar *self)
{
  SgnAssessment *assessment = sgn_checklist_get_assessment (self->checklist);
  SgnSession *session = sgn_checklist_get_session (self->checklist);
  gboolean writable = !sgn_session_get_read_only (session);
  gboolean closed = assessment != NULL && assessment->closed;
  gboolean complete = assessment != NULL && !closed && writable && !self->closed_only &&
                      sgn_checklist_count (self->checklist, SGN_MARK_NONE) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self), closed || complete);
  gtk_widget_set_visible (self->start_button, closed && writable);
  gtk_widget_set_visible (self->reopen_button, closed && writable);
  gtk_widget_set_visible (self->close_button, complete);
  if (closed || complete) {
    g_autofree char *words = dup_words (assessment);

    gtk_label_set_text (self->words, words);
  }
}

static void
sgn_state_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((SgnStateBarProperty) id) {
  case PROP_CLOSED_ONLY:
    g_value_set_boolean (value, SGN_STATE_BAR (object)->closed_only);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_state_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((SgnStateBarProperty) id) {
  case PROP_CLOSED_ONLY:
    SGN_STATE_BAR (object)->closed_only = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_state_bar_dispose (GObject *object)
{
  SgnStateBar *self = SGN_STATE_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_STATE_BAR);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (sgn_state_bar_parent_class)->dispose (object);
}

static void
sgn_state_bar_class_init (SgnStateBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sgn_state_bar_dispose;
  object_class->get_property = sgn_state_bar_get_property;
  object_class->set_property = sgn_state_bar_set_property;

  properties[PROP_CLOSED_ONLY] =
    g_param_spec_boolean ("closed-only", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-state-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnStateBar, words);
  gtk_widget_class_bind_template_child (widget_class, SgnStateBar, start_button);
  gtk_widget_class_bind_template_child (widget_class, SgnStateBar, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, SgnStateBar, close_button);
}

static void
sgn_state_bar_init (SgnStateBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_state_bar_watch:
 * @self: a state bar
 * @checklist: whose check it tells of
 */
void
sgn_state_bar_watch (SgnStateBar *self, SgnChecklist *checklist)
{
  g_return_if_fail (SGN_IS_STATE_BAR (self));
  g_return_if_fail (self->checklist == NULL);

  self->checklist = g_object_ref (checklist);
  g_signal_connect_object (checklist, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
sgn_state_bar_set_narrow (SgnStateBar *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_STATE_BAR (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
