/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-related-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-checklist-choices.h"
#include "sgn-labels.h"
#include "sgn-mark-image.h"
#include "sgn-related.h"

#define MARK_SIZE 20

struct _SgnRelatedBox {
  GtkBox parent_instance;

  GtkBox *list;
  GtkWidget *basis;

  SgnChecklist *checklist;
  guint index;
  gboolean awake; /* the first frame is over */
  guint waking;   /* the source that will say so, or 0 */
};

G_DEFINE_FINAL_TYPE (SgnRelatedBox, sgn_related_box, GTK_TYPE_BOX)

static const char *
get_relation_words (SgnRelation relation)
{
  switch (relation) {
  case SGN_RELATION_EQUAL:
    return _ ("the same");
  case SGN_RELATION_SUBSET:
    return _ ("a part of this question");
  case SGN_RELATION_SUPERSET:
    return _ ("more than this question");
  case SGN_RELATION_INTERSECTS:
  default:
    return _ ("overlapping");
  }
}

/* (nullable) (transfer full): what counts there now */
static char *
dup_value (SgnRelatedBox *self, const SgnRelated *related)
{
  const SgnRecord *record = sgn_checklist_get_answers (self->checklist)->record;
  const SgnAssessment *assessment = sgn_checklist_find_newest (record, related->catalogue);
  g_autoptr (SgnCombined) combined = NULL;
  const SgnAnswer *answer;

  if (assessment == NULL)
    return NULL;
  combined = sgn_combined_new (record, related->catalogue, assessment);
  answer = sgn_combined_find_answer (combined, related->item).answer;
  return answer != NULL ? g_strdup (answer->value) : NULL;
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
dup_title (const SgnItem *item, SgnLanguage language)
{
  const char *title = sgn_text_get (&item->short_title, language);

  /* Translators: the number of a question and its title */
  return g_strdup_printf (_ ("%s %s"), item->number,
                          title != NULL ? title : sgn_text_get (&item->title, language));
}

static GtkWidget *
make_content (const char *title, const char *state, SgnMark mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *image =
    g_object_new (SGN_TYPE_MARK_IMAGE, "size", MARK_SIZE, "accessible-role",
                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);

  sgn_mark_image_set_mark (SGN_MARK_IMAGE (image), mark);
  gtk_box_append (GTK_BOX (words), make_label (title, "sg-small"));
  gtk_box_append (GTK_BOX (words), make_label (state, "eyebrow"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "muted");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

/* The whole title, and what the two questions have in common. */
static char *
dup_tooltip (const SgnRelated *related, SgnLanguage language)
{
  const char *title = sgn_text_get (&related->item->title, language);
  const char *why = sgn_text_get (related->why, language);

  return why != NULL ? g_strdup_printf ("%s\n%s", title, why) : g_strdup (title);
}

static GtkWidget *
make_button (SgnRelatedBox *self, const SgnRelated *related)
{
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *value = dup_value (self, related);
  g_autofree char *key = sgn_catalogue_dup_key (related->catalogue);
  g_autofree char *title = dup_title (related->item, language);
  /* Translators: what was answered, and how the two questions relate */
  g_autofree char *state =
    g_strdup_printf (_ ("%s · %s"), sgn_label_value (related->item, value, language),
                     get_relation_words (related->relation));
  g_autofree char *tooltip = dup_tooltip (related, language);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button),
                        make_content (title, state, sgn_item_get_mark (related->item, value)));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "related");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "company.show-question");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", key, related->item->id);
  return button;
}

static void
clear (SgnRelatedBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
}

static void
fill (SgnRelatedBox *self)
{
  SgnLibrary *library = sgn_session_get_library (sgn_checklist_get_session (self->checklist));
  g_autoptr (GPtrArray) found =
    sgn_related_find (library, sgn_checklist_get_catalogue (self->checklist),
                      sgn_checklist_get_item (self->checklist, self->index));
  const SgnCatalogue *last = NULL;
  gboolean own = FALSE;
  guint shown = 0;

  clear (self);
  for (guint i = 0; i < found->len; i++) {
    const SgnRelated *related = g_ptr_array_index (found, i);

    if (related->item->scale == NULL)
      continue;
    if (related->catalogue != last)
      gtk_box_append (self->list, make_label (sgn_text_get (&related->catalogue->short_title,
                                                            sgn_language_of_user ()),
                                              "sg-small"));
    gtk_box_append (self->list, make_button (self, related));
    last = related->catalogue;
    own = own || !related->official;
    shown++;
  }
  gtk_widget_set_visible (self->basis, own);
  gtk_widget_set_visible (GTK_WIDGET (self), shown > 0);
}

static gboolean
wake (gpointer data)
{
  SgnRelatedBox *self = data;

  self->waking = 0;
  self->awake = TRUE;
  if (self->index < sgn_checklist_get_n_items (self->checklist))
    fill (self);
  return G_SOURCE_REMOVE;
}

static void
sgn_related_box_dispose (GObject *object)
{
  SgnRelatedBox *self = SGN_RELATED_BOX (object);

  g_clear_handle_id (&self->waking, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_RELATED_BOX);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (sgn_related_box_parent_class)->dispose (object);
}

static void
sgn_related_box_class_init (SgnRelatedBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_related_box_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-related-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnRelatedBox, list);
  gtk_widget_class_bind_template_child (widget_class, SgnRelatedBox, basis);
}

static void
sgn_related_box_init (SgnRelatedBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_related_box_show_item:
 * @self: a box
 * @checklist: the checklist
 * @index: the item on the screen
 */
void
sgn_related_box_show_item (SgnRelatedBox *self, SgnChecklist *checklist, guint index)
{
  g_return_if_fail (SGN_IS_RELATED_BOX (self));

  g_set_object (&self->checklist, checklist);
  self->index = index;
  if (self->awake)
    fill (self);
  else if (self->waking == 0)
    self->waking = g_idle_add_full (G_PRIORITY_LOW, wake, self, NULL);
}
