/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-checklist-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-check-acts.h"
#include "sgn-check-choice.h"
#include "sgn-checklist-choices.h"
#include "sgn-checklist-place.h"
#include "sgn-checklist-progress.h"
#include "sgn-filter-bar.h"
#include "sgn-item-list.h"
#include "sgn-level-switch.h"
#include "sgn-question-view.h"
#include "sgn-requirement-list.h"
#include "sgn-section-head.h"
#include "sgn-state-bar.h"
#include "sgn-text-size.h"
#include "sgn-view-switch.h"

#define WIDTH 840

struct _SgnChecklistPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  SgnStateBar *state_bar;
  GtkStack *views;
  GtkBox *tools;
  GtkDropDown *catalogues;
  SgnCheckChoice *checks;
  SgnLevelSwitch *levels;
  GtkBox *filter_line;
  SgnFilterBar *filters;
  SgnSectionHead *section_head;
  SgnItemList *list;
  SgnRequirementList *requirements;
  SgnQuestionView *question;

  SgnChecklist *checklist;
  GPtrArray *choices;  /* of SgnCatalogue, as in the drop-down */
  gboolean offers_all; /* that is, all have been read */
  guint offering;      /* the source that will do so, or 0 */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnChecklistPage, sgn_checklist_page, SGN_TYPE_PAGE)

enum {
  PROP_CHECKLIST = 1,
};

static void
filter_chosen_cb (SgnChecklistPage *self)
{
  SgnFilter filter = sgn_filter_bar_get_filter (self->filters);
  SgnLook look = sgn_filter_bar_get_look (self->filters);

  sgn_item_list_set_filter (self->list, filter, look);
  sgn_requirement_list_set_filter (self->requirements, filter, look);
}

/* Beside the guideline while there is room, below the heading where a page is one section. */
static void
place_filters (SgnChecklistPage *self)
{
  gboolean large = sgn_checklist_is_large (self->checklist);
  GtkBox *wanted = large ? self->filter_line : self->tools;
  GtkWidget *filters = GTK_WIDGET (self->filters);
  g_autoptr (GtkWidget) held G_GNUC_UNUSED = g_object_ref (filters);

  if (gtk_widget_get_parent (filters) == GTK_WIDGET (wanted))
    return;
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (filters)), filters);
  gtk_widget_set_hexpand (filters, large);
  gtk_box_append (wanted, filters);
  filter_chosen_cb (self);
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

/* A new check may be of another edition than the one that was shown. */
static void
select_choice (SgnChecklistPage *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_ptr_array_index (self->choices, i) == sgn_checklist_get_catalogue (self->checklist) &&
        gtk_drop_down_get_selected (self->catalogues) != i)
      gtk_drop_down_set_selected (self->catalogues, i);
}

/* To offer all guidelines is to read them all: until the page has been drawn there is only the one
 * in hand. */
static GPtrArray *
find_choices (SgnChecklistPage *self)
{
  SgnSession *session = sgn_page_get_session (SGN_PAGE (self));
  GPtrArray *one;

  if (self->offers_all)
    return sgn_checklist_find_choices (sgn_session_get_library (session),
                                       sgn_session_get_record (session));

  one = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_catalogue_unref);
  g_ptr_array_add (one, sgn_catalogue_ref (sgn_checklist_get_catalogue (self->checklist)));
  return one;
}

static void
refresh_choices (SgnChecklistPage *self)
{
  g_autoptr (GPtrArray) choices = NULL;
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  choices = find_choices (self);
  if (are_equal (self->choices, choices)) {
    select_choice (self);
    return;
  }
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

static void
start_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_check_acts_start (SGN_CHECKLIST_PAGE (widget));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_check_acts_close (SGN_CHECKLIST_PAGE (widget));
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_check_acts_reopen (SGN_CHECKLIST_PAGE (widget));
}

static void
update_actions (SgnChecklistPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "check.start", sgn_check_acts_can_start (self));
  gtk_widget_action_set_enabled (widget, "check.close", sgn_check_acts_can_close (self));
  gtk_widget_action_set_enabled (widget, "check.reopen", sgn_check_acts_can_reopen (self));
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
  gtk_widget_activate_action (GTK_WIDGET (self), "company.show-page", "s", "results");
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
  GtkWidget *view_switch =
    sgn_view_switch_new (C_ ("view", "List"), C_ ("view", "One by One"), !shows_list (self));
  GtkToggleButton *list = sgn_view_switch_get_first (view_switch);

  g_signal_connect_object (list, "toggled", G_CALLBACK (list_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_changed_cb), list,
                           0);
  return view_switch;
}

static void
focus_view (SgnChecklistPage *self)
{
  guint position = sgn_checklist_get_position (self->checklist);

  if (shows_list (self) && sgn_checklist_is_large (self->checklist))
    sgn_requirement_list_show_item (self->requirements, position);
  else if (shows_list (self))
    sgn_item_list_show_item (self->list, position);
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

static char *
sgn_checklist_page_dup_place (SgnPage *page)
{
  SgnChecklistPage *self = SGN_CHECKLIST_PAGE (page);

  return sgn_checklist_place_dup (self->checklist, shows_list (self));
}

static void
sgn_checklist_page_go_to_place (SgnPage *page, const char *place)
{
  SgnChecklistPage *self = SGN_CHECKLIST_PAGE (page);
  gboolean list;

  if (sgn_checklist_place_go_to (self->checklist, place, &list))
    sgn_checklist_page_show_list (self, list);
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
  sgn_state_bar_set_narrow (self->state_bar, narrow);
  sgn_filter_bar_set_narrow (self->filters, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  sgn_section_head_set_narrow (self->section_head, narrow);
  sgn_item_list_set_narrow (self->list, narrow);
  sgn_requirement_list_set_narrow (self->requirements, narrow);
  sgn_question_view_set_narrow (self->question, narrow);
}

static gboolean
offer_all (gpointer data)
{
  SgnChecklistPage *self = data;

  self->offering = 0;
  self->offers_all = TRUE;
  refresh_choices (self);
  return G_SOURCE_REMOVE;
}

/* After the first frame. */
static void
map_cb (SgnChecklistPage *self)
{
  if (!self->offers_all && self->offering == 0)
    self->offering = g_idle_add_full (G_PRIORITY_LOW, offer_all, self, NULL);
}

static void
sgn_checklist_page_constructed (GObject *object)
{
  SgnChecklistPage *self = SGN_CHECKLIST_PAGE (object);
  SgnSaving *saving = sgn_page_get_saving (SGN_PAGE (self));

  G_OBJECT_CLASS (sgn_checklist_page_parent_class)->constructed (object);

  if (self->checklist == NULL)
    self->checklist = sgn_checklist_new (sgn_page_get_session (SGN_PAGE (self)), saving);
  sgn_level_switch_watch (self->levels, self->checklist, saving);
  sgn_check_choice_watch (self->checks, self->checklist);
  sgn_section_head_watch (self->section_head, self->checklist);
  sgn_item_list_watch (self->list, self->checklist);
  sgn_requirement_list_watch (self->requirements, self->checklist);
  sgn_question_view_watch (self->question, self->checklist, saving);
  sgn_state_bar_watch (self->state_bar, self->checklist);
  sgn_filter_bar_watch (self->filters, self->checklist);
  g_signal_connect_object (self->checklist, "changed", G_CALLBACK (refresh_choices), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checklist, "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checklist, "changed", G_CALLBACK (place_filters), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  refresh_choices (self);
  update_actions (self);
}

static void
sgn_checklist_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHECKLIST)
    SGN_CHECKLIST_PAGE (object)->checklist = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sgn_checklist_page_dispose (GObject *object)
{
  SgnChecklistPage *self = SGN_CHECKLIST_PAGE (object);

  g_clear_handle_id (&self->offering, g_source_remove);
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
  object_class->set_property = sgn_checklist_page_set_property;
  object_class->dispose = sgn_checklist_page_dispose;
  page_class->get_title_widget = sgn_checklist_page_get_title_widget;
  page_class->flush = sgn_checklist_page_flush;
  page_class->opened = sgn_checklist_page_opened;
  page_class->dup_place = sgn_checklist_page_dup_place;
  page_class->go_to_place = sgn_checklist_page_go_to_place;

  /* What the page shows; it makes one of its own when nobody else needs to know. */
  g_object_class_install_property (object_class, PROP_CHECKLIST,
                                   g_param_spec_object ("checklist", NULL, NULL, SGN_TYPE_CHECKLIST,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                          G_PARAM_STATIC_STRINGS));

  g_type_ensure (SGN_TYPE_CHECK_CHOICE);
  g_type_ensure (SGN_TYPE_FILTER_BAR);
  g_type_ensure (SGN_TYPE_ITEM_LIST);
  g_type_ensure (SGN_TYPE_LEVEL_SWITCH);
  g_type_ensure (SGN_TYPE_QUESTION_VIEW);
  g_type_ensure (SGN_TYPE_REQUIREMENT_LIST);
  g_type_ensure (SGN_TYPE_SECTION_HEAD);
  g_type_ensure (SGN_TYPE_STATE_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-checklist-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, state_bar);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, views);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, tools);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, catalogues);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, checks);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, filters);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, filter_line);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, levels);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, section_head);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, list);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, requirements);
  gtk_widget_class_bind_template_child (widget_class, SgnChecklistPage, question);
  gtk_widget_class_bind_template_callback (widget_class, catalogue_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_opened_cb);
  gtk_widget_class_install_action (widget_class, "check.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "check.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "check.reopen", NULL, reopen_action);
}

static void
sgn_checklist_page_init (SgnChecklistPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
      sgn_checklist_find_in_section (self->checklist, g_ptr_array_index (sections, section),
                                     &found)) {
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

/**
 * sgn_checklist_page_show_item:
 * @self: a page
 * @item: id of an item
 *
 * Turns to the question of an item, in the guideline that has it.
 *
 * Returns: whether there is such an item
 */
gboolean
sgn_checklist_page_show_item (SgnChecklistPage *self, const char *item)
{
  guint index = 0;

  g_return_val_if_fail (SGN_IS_CHECKLIST_PAGE (self), FALSE);

  if (!sgn_checklist_choose_item (self->checklist, item, &index))
    return FALSE;
  item_opened_cb (self, index);
  return TRUE;
}
