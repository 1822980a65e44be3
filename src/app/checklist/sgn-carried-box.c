/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-carried-box.h"

#include <glib/gi18n-lib.h>

struct _SgnCarriedBox {
  GtkBox parent_instance;

  GtkLabel *words;
  GtkWidget *confirm_button;
};

G_DEFINE_FINAL_TYPE (SgnCarriedBox, sgn_carried_box, GTK_TYPE_BOX)

enum {
  SIGNAL_CONFIRMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
confirm_cb (SgnCarriedBox *self)
{
  g_signal_emit (self, signals[SIGNAL_CONFIRMED], 0);
}

static void
sgn_carried_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_CARRIED_BOX);

  G_OBJECT_CLASS (sgn_carried_box_parent_class)->dispose (object);
}

static void
sgn_carried_box_class_init (SgnCarriedBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_carried_box_dispose;

  signals[SIGNAL_CONFIRMED] = g_signal_new ("confirmed", SGN_TYPE_CARRIED_BOX, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-carried-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnCarriedBox, words);
  gtk_widget_class_bind_template_child (widget_class, SgnCarriedBox, confirm_button);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
}

static void
sgn_carried_box_init (SgnCarriedBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* (nullable): the item of “answer/ASSESSMENT/ITEM”, with its guideline in @catalogue */
static const SgnItem *
find_source (SgnSession *session, const char *place, const SgnCatalogue **catalogue)
{
  g_auto (GStrv) parts = g_strsplit (place, "/", 3);
  const SgnAssessment *assessment;

  if (g_strv_length (parts) != 3)
    return NULL;
  assessment = sgn_record_find_assessment (sgn_session_get_record (session),
                                           g_ascii_strtoll (parts[1], NULL, 10));
  if (assessment == NULL)
    return NULL;
  *catalogue = sgn_library_find_catalogue (sgn_session_get_library (session), assessment->catalogue,
                                           assessment->edition);
  return *catalogue != NULL ? sgn_catalogue_find_item (*catalogue, parts[2]) : NULL;
}

static char *
dup_words (SgnSession *session, const char *place)
{
  SgnLanguage language = sgn_language_of_user ();
  const SgnCatalogue *catalogue = NULL;
  const SgnItem *item = find_source (session, place, &catalogue);

  if (item == NULL)
    return g_strdup (_ ("Carried over from another guideline. Nobody has confirmed it yet."));
  /* Translators: a guideline, the number and the short title of its question */
  return g_strdup_printf (_ ("Carried over from %s No.%s “%s”. Nobody has confirmed it yet."),
                          sgn_text_get (&catalogue->short_title, language), item->number,
                          sgn_text_get (&item->short_title, language));
}

/**
 * sgn_carried_box_show_item:
 * @self: a box
 * @checklist: the checklist
 * @index: the item on the screen
 */
void
sgn_carried_box_show_item (SgnCarriedBox *self, SgnChecklist *checklist, guint index)
{
  const SgnAnswer *answer = sgn_checklist_get_answer (checklist, index);
  g_autofree char *words = NULL;

  g_return_if_fail (SGN_IS_CARRIED_BOX (self));

  gtk_widget_set_visible (GTK_WIDGET (self), answer != NULL && answer->carried_from != NULL);
  if (answer == NULL || answer->carried_from == NULL)
    return;
  words = dup_words (sgn_checklist_get_session (checklist), answer->carried_from);
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (self->confirm_button, sgn_checklist_is_editable (checklist));
}
