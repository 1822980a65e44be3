/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-links.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sgn-entry.h"
#include "sgn-plan-words.h"

/**
 * Link:
 * @reference: (nullable): "KIND/ID" of what it was for before
 * @catalogue: (nullable): key of the guideline, of a question
 * @item: (nullable): the question
 * @kind, @id: the parts of @reference
 */
typedef struct {
  char *kind;
  char *id;
  char *catalogue;
  char *item;
} Link;

struct _SgnTaskLinks {
  GtkBox parent_instance;

  GtkListBox *list;
  GtkDropDown *choice;

  SgnSession *session;
  GPtrArray *links;   /* of Link, as the rows stand */
  GPtrArray *choices; /* of Link: of the drop-down's lines after the first */
  gboolean changed;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnTaskLinks, sgn_task_links, GTK_TYPE_BOX)

enum {
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
link_free (gpointer data)
{
  Link *link = data;

  g_free (link->kind);
  g_free (link->id);
  g_free (link->catalogue);
  g_free (link->item);
  g_free (link);
}

static Link *
link_new_item (const char *catalogue, const char *item)
{
  Link *link = g_new0 (Link, 1);

  link->catalogue = g_strdup (catalogue);
  link->item = g_strdup (item);
  return link;
}

/* "answer/1/SD-01" is a question too, when its guideline is here. */
static Link *
link_new (SgnTaskLinks *self, const char *reference)
{
  const SgnRecord *record = sgn_session_get_record (self->session);
  g_auto (GStrv) parts = g_strsplit (reference, "/", 2);
  Link *link = g_new0 (Link, 1);
  const char *slash = parts[1] != NULL ? strchr (parts[1], '/') : NULL;
  const SgnAssessment *assessment =
    slash != NULL && strcmp (parts[0], SGN_KIND_ANSWER) == 0
      ? sgn_record_find_assessment (record, g_ascii_strtoll (parts[1], NULL, 10))
      : NULL;

  link->kind = g_strdup (parts[0]);
  link->id = g_strdup (parts[1] != NULL ? parts[1] : "");
  if (assessment != NULL) {
    link->catalogue = g_strconcat (assessment->catalogue, "@", assessment->edition, NULL);
    link->item = g_strdup (slash + 1);
  }
  return link;
}

/* (nullable) */
static const SgnItem *
find_item (SgnTaskLinks *self, const Link *link, SgnCatalogue **catalogue)
{
  if (link->catalogue == NULL)
    return NULL;
  *catalogue =
    sgn_library_find_catalogue_key (sgn_session_get_library (self->session), link->catalogue);
  return *catalogue != NULL ? sgn_catalogue_find_item (*catalogue, link->item) : NULL;
}

static char *
dup_item_words (const SgnCatalogue *catalogue, const SgnItem *item)
{
  return g_strdup_printf (_ ("%s No.%s %s"), sgn_plan_words_guideline (catalogue), item->number,
                          sgn_text_get (&item->short_title, sgn_language_of_user ()));
}

static char *
dup_words (SgnTaskLinks *self, const Link *link)
{
  SgnCatalogue *catalogue = NULL;
  const SgnItem *item = find_item (self, link, &catalogue);

  return item != NULL ? dup_item_words (catalogue, item)
                      : sgn_entry_to_words (link->kind != NULL ? link->kind : "",
                                            link->id != NULL ? link->id : "");
}

static void
remove_cb (SgnTaskLinks *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  g_ptr_array_remove_index (self->links, (guint) index);
  gtk_list_box_remove (self->list, row);
  self->changed = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->links->len > 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->choice));
}

static void
activated_cb (SgnTaskLinks *self, GtkListBoxRow *row)
{
  const Link *link = g_ptr_array_index (self->links, (guint) gtk_list_box_row_get_index (row));

  if (link->catalogue != NULL)
    g_signal_emit (self, signals[SIGNAL_LEFT], 0, link->catalogue, link->item);
}

static void
add_row (SgnTaskLinks *self, const Link *link)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *words = dup_words (self, link);
  g_autofree char *name = g_strdup_printf (_ ("Not for: %s"), words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), link->catalogue != NULL);
  gtk_widget_set_tooltip_text (row, link->catalogue != NULL ? _ ("Open the Question") : NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Not for This"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
}

static void
take_link (SgnTaskLinks *self, Link *link)
{
  g_ptr_array_add (self->links, link);
  add_row (self, link);
}

static gboolean
has_item (SgnTaskLinks *self, const char *catalogue, const char *item)
{
  for (guint i = 0; i < self->links->len; i++) {
    const Link *link = g_ptr_array_index (self->links, i);

    if (g_strcmp0 (link->catalogue, catalogue) == 0 && g_strcmp0 (link->item, item) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
chosen_cb (SgnTaskLinks *self)
{
  guint index = gtk_drop_down_get_selected (self->choice);
  const Link *link;

  if (self->filling || index == 0 || index > self->choices->len)
    return;
  link = g_ptr_array_index (self->choices, index - 1);
  sgn_task_links_add_item (self, link->catalogue, link->item);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->choice, 0);
  self->filling = FALSE;
}

/* Every question of a guideline that has been answered. */
static void
add_choices (SgnTaskLinks *self, GtkStringList *words, SgnCatalogue *catalogue)
{
  g_autofree char *key = sgn_catalogue_dup_key (catalogue);

  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);
    g_autofree char *line = dup_item_words (catalogue, item);

    if (item->scale == NULL)
      continue;
    gtk_string_list_append (words, line);
    g_ptr_array_add (self->choices, link_new_item (key, item->id));
  }
}

static void
fill_choice (SgnTaskLinks *self)
{
  const SgnRecord *record = sgn_session_get_record (self->session);
  SgnLibrary *library = sgn_session_get_library (self->session);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("Add a question…"));
  for (const char *const *id = sgn_library_get_catalogue_ids (library); *id != NULL; id++) {
    const SgnAssessment *assessment = sgn_record_find_answered (record, *id);
    SgnCatalogue *catalogue =
      assessment != NULL ? sgn_library_find_catalogue (library, *id, assessment->edition) : NULL;

    if (catalogue != NULL)
      add_choices (self, words, catalogue);
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (words));
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->choice), self->choices->len > 0);
}

static void
sgn_task_links_dispose (GObject *object)
{
  g_clear_object (&SGN_TASK_LINKS (object)->session);

  G_OBJECT_CLASS (sgn_task_links_parent_class)->dispose (object);
}

static void
sgn_task_links_finalize (GObject *object)
{
  SgnTaskLinks *self = SGN_TASK_LINKS (object);

  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->choices);

  G_OBJECT_CLASS (sgn_task_links_parent_class)->finalize (object);
}

static void
sgn_task_links_class_init (SgnTaskLinksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sgn_task_links_dispose;
  object_class->finalize = sgn_task_links_finalize;

  signals[SIGNAL_LEFT] = g_signal_new ("left", SGN_TYPE_TASK_LINKS, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
sgn_task_links_init (SgnTaskLinks *self)
{
  GtkExpression *words = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->links = g_ptr_array_new_with_free_func (link_free);
  self->choices = g_ptr_array_new_with_free_func (link_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, words));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_drop_down_set_enable_search (self->choice, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What It Is For"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a question…"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->choice));
}

/**
 * sgn_task_links_fill:
 * @self: the links
 * @session: a session with an open file
 * @task: (nullable): a task that is there already
 */
void
sgn_task_links_fill (SgnTaskLinks *self, SgnSession *session, const SgnTask *task)
{
  g_return_if_fail (SGN_IS_TASK_LINKS (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  fill_choice (self);
  for (guint i = 0; task != NULL && i < task->links->len; i++)
    take_link (self, link_new (self, g_ptr_array_index (task->links, i)));
}

void
sgn_task_links_add_item (SgnTaskLinks *self, const char *catalogue, const char *item)
{
  g_return_if_fail (SGN_IS_TASK_LINKS (self));

  if (has_item (self, catalogue, item))
    return;
  take_link (self, link_new_item (catalogue, item));
  self->changed = TRUE;
}

GPtrArray *
sgn_task_links_list (SgnTaskLinks *self)
{
  GPtrArray *uses = NULL;

  g_return_val_if_fail (SGN_IS_TASK_LINKS (self), NULL);

  if (!self->changed)
    return NULL;
  uses = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->links->len; i++) {
    const Link *link = g_ptr_array_index (self->links, i);
    SgnEvidenceUse *use = g_new0 (SgnEvidenceUse, 1);

    use->kind = link->kind;
    use->id = link->id;
    use->catalogue = link->kind == NULL ? link->catalogue : NULL;
    use->item = link->kind == NULL ? link->item : NULL;
    g_ptr_array_add (uses, use);
  }
  return uses;
}

guint
sgn_task_links_count (SgnTaskLinks *self)
{
  g_return_val_if_fail (SGN_IS_TASK_LINKS (self), 0);

  return self->links->len;
}
