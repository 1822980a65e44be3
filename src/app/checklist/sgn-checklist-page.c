/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-checklist-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-item-list.h"
#include "sgn-question-view.h"
#include "sgn-text-size.h"

#define WIDTH 840

struct _SgnChecklistPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  GtkBox *state_bar;
  GtkLabel *state_words;
  GtkWidget *start_button;
  GtkWidget *reopen_button;
  GtkWidget *close_button;
  GtkStack *views;
  GtkBox *tools;
  GtkDropDown *catalogues;
  GtkBox *filters;
  GtkDropDown *filter_choice;
  SgnItemList *list;
  SgnQuestionView *question;

  SgnChecklist *checklist;
  GPtrArray *choices; /* of SgnCatalogue, as in the drop-down */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnChecklistPage, sgn_checklist_page, SGN_TYPE_PAGE)

static const struct {
  SgnFilter filter;
  SgnMark mark;
} filters[SGN_N_FILTERS] = {
  { SGN_FILTER_ALL, SGN_MARK_NONE },        { SGN_FILTER_NONE, SGN_MARK_NONE },
  { SGN_FILTER_PARTIAL, SGN_MARK_PARTIAL }, { SGN_FILTER_NOT_DONE, SGN_MARK_NOT_DONE },
  { SGN_FILTER_UNKNOWN, SGN_MARK_UNKNOWN },
};

/* The word of a filter, in the words of the catalogue's scale, with its count. */
static char *
dup_filter_words (SgnChecklistPage *self, guint index)
{
  const SgnItem *item = sgn_checklist_get_item (self->checklist, 0);
  guint count = sgn_filter_count (filters[index].filter, self->checklist);
  const char *word = NULL;

  if (filters[index].filter == SGN_FILTER_ALL)
    word = C_ ("filter", "All");
  else if (filters[index].filter == SGN_FILTER_NONE)
    word = C_ ("filter", "Unanswered");
  for (guint i = 0; word == NULL && i < item->scale->values->len; i++) {
    const SgnScaleValue *value = g_ptr_array_index (item->scale->values, i);

    if (value->mark == filters[index].mark)
      word = sgn_text_get (&value->short_label, sgn_language_of_user ());
  }
  return g_strdup_printf ("%s %u", word != NULL ? word : "", count);
}

static void
refresh_filters (SgnChecklistPage *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->filters));
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->filter_choice);

  for (guint i = 0; i < SGN_N_FILTERS; i++) {
    g_autofree char *text = dup_filter_words (self, i);

    gtk_string_list_append (words, text);
    gtk_button_set_label (GTK_BUTTON (button), text);
    button = gtk_widget_get_next_sibling (button);
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->filter_choice, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->filter_choice, selected < SGN_N_FILTERS ? selected : 0);
  self->filling = FALSE;
}

static void
set_filter (SgnChecklistPage *self, guint index)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->filters));

  if (self->filling)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < index; i++)
    button = gtk_widget_get_next_sibling (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_drop_down_set_selected (self->filter_choice, index);
  self->filling = FALSE;
  sgn_item_list_set_filter (self->list, filters[index].filter);
}

static void
filter_toggled_cb (SgnChecklistPage *self, GtkToggleButton *button)
{
  guint index = 0;

  if (!gtk_toggle_button_get_active (button))
    return;
  for (GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (button)); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    index++;
  set_filter (self, index);
}

static void
filter_chosen_cb (SgnChecklistPage *self)
{
  if (!self->filling)
    set_filter (self, gtk_drop_down_get_selected (self->filter_choice));
}

static void
add_filters (SgnChecklistPage *self)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < SGN_N_FILTERS; i++) {
    GtkWidget *button = gtk_toggle_button_new ();

    if (first != NULL)
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
    else
      first = button;
    gtk_box_append (self->filters, button);
  }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
  for (GtkWidget *button = first; button != NULL; button = gtk_widget_get_next_sibling (button))
    g_signal_connect_object (button, "toggled", G_CALLBACK (filter_toggled_cb), self,
                             G_CONNECT_SWAPPED);
}

static char *
dup_choice_words (const SgnCatalogue *catalogue)
{
  SgnLanguage language = sgn_language_of_user ();

  /* Translators: a checklist and its edition */
  return g_strdup_printf (_ ("%s (%s)"), sgn_text_get (&catalogue->short_title, language),
                          sgn_text_get (&catalogue->edition_label, language));
}

static gboolean
are_equal (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return TRUE;
}

static void
refresh_choices (SgnChecklistPage *self)
{
  g_autoptr (GPtrArray) choices = sgn_checklist_dup_choices (self->checklist);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  if (are_equal (self->choices, choices))
    return;
  for (guint i = 0; i < choices->len; i++) {
    g_autofree char *text = dup_choice_words (g_ptr_array_index (choices, i));

    gtk_string_list_append (words, text);
    if (g_ptr_array_index (choices, i) == sgn_checklist_get_catalogue (self->checklist))
      selected = i;
  }
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = g_steal_pointer (&choices);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->catalogues, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->catalogues, selected);
  self->filling = FALSE;
}

static void
catalogue_chosen_cb (SgnChecklistPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->catalogues);

  if (self->filling || self->choices == NULL || selected >= self->choices->len)
    return;
  sgn_checklist_set_catalogue (self->checklist, g_ptr_array_index (self->choices, selected));
}

static char *
dup_state_words (SgnAssessment *assessment)
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

/* Whether the check is closed, or could be. */
static void
refresh_state (SgnChecklistPage *self)
{
  SgnAssessment *assessment = sgn_checklist_get_assessment (self->checklist);
  gboolean writable = !sgn_session_get_read_only (sgn_page_get_session (SGN_PAGE (self)));
  gboolean closed = assessment != NULL && assessment->closed;
  gboolean complete =
    assessment != NULL && !closed && sgn_checklist_count (self->checklist, SGN_MARK_NONE) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->state_bar), closed || (complete && writable));
  gtk_widget_set_visible (self->start_button, closed && writable);
  gtk_widget_set_visible (self->reopen_button, closed && writable);
  gtk_widget_set_visible (self->close_button, complete && writable);
  if (closed || complete) {
    g_autofree char *words = dup_state_words (assessment);

    gtk_label_set_text (self->state_words, words);
  }
}

static void
changed_cb (SgnChecklistPage *self)
{
  refresh_choices (self);
  refresh_filters (self);
  refresh_state (self);
}

static void
start_cb (SgnChecklistPage *self)
{
  sgn_checklist_start_new (self->checklist);
  sgn_checklist_page_show_list (self, FALSE);
}

static void
state_changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnChecklistPage) self = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  sgn_saving_end (sgn_page_get_saving (SGN_PAGE (self)), NULL);
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)",
                                _ ("The check could not be changed"), error->message);
}

static void
reopen_cb (SgnChecklistPage *self)
{
  SgnAssessment *assessment = sgn_checklist_get_assessment (self->checklist);

  sgn_saving_begin (sgn_page_get_saving (SGN_PAGE (self)));
  sgn_session_reopen_assessment_async (sgn_page_get_session (SGN_PAGE (self)), assessment->id,
                                       state_changed_cb, g_object_ref (self));
}

static void
close_cb (SgnChecklistPage *self)
{
  SgnAssessment *assessment = sgn_checklist_get_assessment (self->checklist);

  sgn_question_view_flush (self->question);
  sgn_saving_begin (sgn_page_get_saving (SGN_PAGE (self)));
  sgn_session_close_assessment_async (sgn_page_get_session (SGN_PAGE (self)), assessment->id,
                                      state_changed_cb, g_object_ref (self));
}

static void
item_opened_cb (SgnChecklistPage *self, guint index)
{
  sgn_checklist_set_position (self->checklist, index);
  sgn_checklist_page_show_list (self, FALSE);
}

static void
finished_cb (SgnChecklistPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "company.show-page", "s", "documents");
}

static void
list_toggled_cb (SgnChecklistPage *self, GtkToggleButton *button)
{
  sgn_checklist_page_show_list (self, gtk_toggle_button_get_active (button));
}

static gboolean
shows_list (SgnChecklistPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "list") == 0;
}

/* The button follows the page, which can also be turned by opening a row. */
static void
view_changed_cb (GtkStack *views, GParamSpec *pspec, GtkToggleButton *button)
{
  GtkToggleButton *wanted = button;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (views), "list") != 0)
    wanted = GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (GTK_WIDGET (button)));
  gtk_toggle_button_set_active (wanted, TRUE);
}

static GtkWidget *
sgn_checklist_page_get_title_widget (SgnPage *page)
{
  SgnChecklistPage *self = SGN_CHECKLIST_PAGE (page);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *list = gtk_toggle_button_new_with_label (C_ ("view", "List"));
  GtkWidget *question = gtk_toggle_button_new_with_label (C_ ("view", "One by One"));

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (question), GTK_TOGGLE_BUTTON (list));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), question);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (shows_list (self) ? list : question), TRUE);
  g_signal_connect_object (list, "toggled", G_CALLBACK (list_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_changed_cb), list,
                           0);
  return box;
}

static void
focus_view (SgnChecklistPage *self)
{
  if (shows_list (self))
    sgn_item_list_show_item (self->list, sgn_checklist_get_position (self->checklist));
  else
    sgn_question_view_focus (self->question);
}

static void
sgn_checklist_page_flush (SgnPage *page)
{
  sgn_question_view_flush (SGN_CHECKLIST_PAGE (page)->question);
}

static void
sgn_checklist_page_opened (SgnPage *page)
{
  focus_view (SGN_CHECKLIST_PAGE (page));
}

static void
letters_changed_cb (SgnChecklistPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static void
narrow_cb (SgnChecklistPage *self)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->state_bar),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->filters), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_choice), narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  sgn_item_list_set_narrow (self->list, narrow);
  sgn_question_view_set_narrow (self->question, narrow);
}

static void
sgn_checklist_page_constructed (GObject *object)
{
  SgnChecklistPage *self = SGN_CHECKLIST_PAGE (object);
  SgnSaving *saving = sgn_page_get_saving (SGN_PAGE (self));

  G_OBJECT_CLASS (sgn_checklist_page_parent_class)->constructed (object);

  self->checklist = sgn_checklist_new (sgn_page_get_session (SGN_PAGE (self)), saving);
  g_return_if_fail (self->checklist != NULL);
  sgn_item_list_watch (self->list, self->checklist);
  sgn_question_view_watch (self->question, self->checklist, saving);
  g_signal_connect_object (self->checklist, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
sgn_checklist_page_dispose (GObject *object)
{
  SgnChecklistPage *self = SGN_CHECKLIST_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_CHECKLIST_PAGE);
  g_clear_object (&self->checklist);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (sgn_checklist_page_parent_class)->dispose (object);
}

static void
sgn_checklist_page_class_init (SgnChecklistPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SgnPageClass *page_class = SGN_PAGE_CLASS (klass);

  object_class->constructed = sgn_checklist_page_constructed;
  object_class->dispose = sgn_checklist_page_dispose;
  page_class->get_title_widget = sgn_checklist_page_get_title_widget;
  page_class->flush = sgn_checklist_page_flush;
  page_class->opened = sgn_checklist_page_opened;

  g_type_ensure (SGN_TYPE_ITEM_LIST);
  g_type_ensure (SGN_TYPE_QUESTION_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-checklist-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, state_bar);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, state_words);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, views);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, tools);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, catalogues);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, filters);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, filter_choice);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, list);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, question);
  gtk_widget_class_bind_template_callback (widget_class, catalogue_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, reopen_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
sgn_checklist_page_init (SgnChecklistPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_filters (self);
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

SgnChecklist *
sgn_checklist_page_get_checklist (SgnChecklistPage *self)
{
  g_return_val_if_fail (SGN_IS_CHECKLIST_PAGE (self), NULL);

  return self->checklist;
}

/* The first unanswered item of a section, else its first. */
static gboolean
find_in_section (SgnChecklistPage *self, const SgnSection *section, guint *found)
{
  gboolean any = FALSE;

  for (guint i = sgn_checklist_get_n_items (self->checklist); i > 0; i--) {
    if (sgn_checklist_get_item (self->checklist, i - 1)->section != section)
      continue;
    any = TRUE;
    *found = i - 1;
  }
  for (guint i = *found; any && i < sgn_checklist_get_n_items (self->checklist); i++)
    if (sgn_checklist_get_item (self->checklist, i)->section == section &&
        sgn_checklist_get_mark (self->checklist, i) == SGN_MARK_NONE) {
      *found = i;
      break;
    }
  return any;
}

/**
 * sgn_checklist_page_go_to_section:
 * @self: a page
 * @section: number of a section of the catalogue
 *
 * Turns to where work is left in a section; in the list, to its first row.
 */
void
sgn_checklist_page_go_to_section (SgnChecklistPage *self, guint section)
{
  GPtrArray *sections;
  guint found = 0;

  g_return_if_fail (SGN_IS_CHECKLIST_PAGE (self));

  sections = sgn_checklist_get_catalogue (self->checklist)->sections;
  if (section < sections->len &&
      find_in_section (self, g_ptr_array_index (sections, section), &found)) {
    sgn_checklist_set_position (self->checklist, found);
    focus_view (self);
  }
}

/**
 * sgn_checklist_page_show_list:
 * @self: a page
 * @list: whether all questions are shown, or one
 */
void
sgn_checklist_page_show_list (SgnChecklistPage *self, gboolean list)
{
  g_return_if_fail (SGN_IS_CHECKLIST_PAGE (self));

  if (shows_list (self) == list)
    return;
  sgn_question_view_flush (self->question);
  gtk_stack_set_visible_child_name (self->views, list ? "list" : "question");
  focus_view (self);
}
