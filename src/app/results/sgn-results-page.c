/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-results-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-result-parts.h"
#include "sgn-result-table.h"
#include "sgn-result-words.h"
#include "sgn-score-card.h"
#include "sgn-step-row.h"
#include "sgn-text-size.h"

#define WIDTH 840
/* More at once would be nothing to begin with. */
#define STEPS 3
/* No number of an assessment. */
#define AGAINST_NEWEST -1

struct _SgnResultsPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  GtkWidget *empty;
  GtkWidget *content;
  GtkBox *tools;
  GtkDropDown *checks;
  GtkBox *against_box;
  GtkDropDown *earlier;
  SgnScoreCard *card;
  GtkWidget *steps_part;
  GtkListBox *steps;
  GtkWidget *more_button;
  GtkLabel *parts_heading;
  GtkBox *legend;
  GtkLabel *now_label;
  GtkWidget *before_key;
  GtkLabel *before_label;
  SgnResultParts *parts;
  SgnResultTable *table;
  GtkLabel *note;
  GtkWidget *print_button; /* (nullable): in the header bar */

  char *catalogue; /* (nullable): id of the guideline that is chosen */
  gint64 against;  /* the check it is held against; 0: none */
  GPtrArray *ids;  /* of char*: what @checks shows */
  GArray *numbers; /* of gint64: what @earlier shows */
  gboolean filling;
  gboolean stale; /* something else is to be shown, or otherwise */
};

G_DEFINE_FINAL_TYPE (SgnResultsPage, sgn_results_page, SGN_TYPE_PAGE)

/* The sheet that says the same on paper. */
static const struct {
  const char *catalogue;
  const char *document;
} sheets[] = {
  { "ipa-self-check", "self-check-result" },
  { "ipa-rules", "rules-result" },
  { "scs", "scs-self-assessment" },
  { "meti-management", "management-result" },
};

static const char *
find_sheet (const char *catalogue)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_strcmp0 (sheets[i].catalogue, catalogue) == 0)
      return sheets[i].document;
  return NULL;
}

static void
update_print_button (SgnResultsPage *self)
{
  const char *sheet = find_sheet (self->catalogue);

  if (self->print_button == NULL)
    return;
  gtk_widget_set_visible (self->print_button, sheet != NULL && self->ids->len > 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->print_button), "s",
                                    sheet != NULL ? sheet : "");
}

static char *
dup_check_words (SgnLibrary *library, const SgnAssessment *assessment)
{
  return sgn_result_words_dup_check (sgn_library_find_catalogue (library, assessment->catalogue,
                                                                 assessment->edition),
                                     assessment->level);
}

static gboolean
shows_words (GtkDropDown *drop_down, GPtrArray *words)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);

  if (model == NULL || g_list_model_get_n_items (model) != words->len)
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), words->pdata[i]))
      return FALSE;
  return TRUE;
}

/* What is the same stays: the list must not change while somebody chooses from it. */
static void
fill_drop_down (SgnResultsPage *self, GtkDropDown *drop_down, GPtrArray *words, guint selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  self->filling = TRUE;
  for (guint i = 0; i < words->len; i++)
    gtk_string_list_append (list, words->pdata[i]);
  if (!shows_words (drop_down, words))
    gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  if (gtk_drop_down_get_selected (drop_down) != selected)
    gtk_drop_down_set_selected (drop_down, selected);
  self->filling = FALSE;
}

/* (nullable): the check that is shown; the first one when the chosen guideline has none */
static const SgnAssessment *
fill_checks (SgnResultsPage *self, SgnLibrary *library, const SgnRecord *record)
{
  g_autoptr (GPtrArray) checks = sgn_results_list_checks (library, record);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < checks->len; i++) {
    const SgnAssessment *assessment = checks->pdata[i];

    g_ptr_array_add (self->ids, g_strdup (assessment->catalogue));
    g_ptr_array_add (words, dup_check_words (library, assessment));
    if (g_strcmp0 (assessment->catalogue, self->catalogue) == 0)
      selected = i;
  }
  if (checks->len == 0)
    return NULL;
  fill_drop_down (self, self->checks, words, selected);
  if (g_strcmp0 (self->catalogue, self->ids->pdata[selected]) != 0) {
    g_free (self->catalogue);
    self->catalogue = g_strdup (self->ids->pdata[selected]);
    self->against = AGAINST_NEWEST;
  }
  return checks->pdata[selected];
}

static char *
dup_day_words (const SgnAssessment *assessment)
{
  g_autofree char *day = sgn_assessment_dup_date (assessment);

  return day != NULL ? sgn_date_to_words (day, sgn_language_of_user ()) : g_strdup (_ ("Earlier"));
}

static char *
dup_earlier_words (const SgnAssessment *earlier, const SgnAssessment *assessment)
{
  g_autofree char *day = dup_day_words (earlier);

  if (g_str_equal (earlier->edition, assessment->edition))
    return g_steal_pointer (&day);
  /* Translators: the day of an earlier check, and the edition it was made in */
  return g_strdup_printf (_ ("%s (edition %s)"), day, earlier->edition);
}

static guint
find_selected (SgnResultsPage *self, const SgnRecord *record, const SgnAssessment *assessment)
{
  const SgnAssessment *previous = sgn_record_find_previous (record, assessment);
  gint64 wanted = self->against;

  if (wanted == AGAINST_NEWEST)
    wanted = previous != NULL ? previous->id : 0;
  for (guint i = 0; i < self->numbers->len; i++)
    if (g_array_index (self->numbers, gint64, i) == wanted)
      return i;
  return 0;
}

/* (nullable): the earlier check that is chosen */
static const SgnAssessment *
fill_earlier (SgnResultsPage *self, const SgnRecord *record, const SgnAssessment *assessment)
{
  const gint64 none = 0;
  g_autoptr (GPtrArray) list = sgn_results_list_earlier (record, assessment);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint selected;

  g_array_set_size (self->numbers, 0);
  for (guint i = 0; i < list->len; i++) {
    const SgnAssessment *earlier = list->pdata[i];

    g_array_append_val (self->numbers, earlier->id);
    g_ptr_array_add (words, dup_earlier_words (earlier, assessment));
  }
  g_array_append_val (self->numbers, none);
  g_ptr_array_add (words, g_strdup (_ ("Nothing")));
  selected = find_selected (self, record, assessment);
  fill_drop_down (self, self->earlier, words, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->against_box), list->len > 0);
  return selected < list->len ? list->pdata[selected] : NULL;
}

static void
show_steps (SgnResultsPage *self, const SgnResults *results)
{
  gboolean writable = !sgn_session_get_read_only (sgn_page_get_session (SGN_PAGE (self)));
  guint shown = MIN (results->steps->len, STEPS);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_list_box_remove (self->steps, row);
  for (guint i = 0; i < shown; i++) {
    row = sgn_step_row_new (results->catalogue, results->steps->pdata[i]);
    sgn_step_row_set_narrow (SGN_STEP_ROW (row), sgn_page_get_narrow (SGN_PAGE (self)));
    sgn_step_row_set_editable (SGN_STEP_ROW (row), writable);
    gtk_list_box_append (self->steps, row);
  }
  gtk_widget_set_visible (self->steps_part, shown > 0);
  gtk_widget_set_visible (self->more_button, results->steps->len > shown);
  if (results->steps->len > shown) {
    guint rest = results->steps->len - shown;
    g_autofree char *words =
      g_strdup_printf (ngettext ("Show %u More", "Show %u More", rest), rest);
    g_autofree char *key = sgn_catalogue_dup_key (results->catalogue);

    gtk_button_set_label (GTK_BUTTON (self->more_button), words);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more_button), "s", key);
  }
}

static const char *
get_parts_heading (const SgnResults *results)
{
  switch (results->kind) {
  case SGN_RESULTS_POINTS:
    return results->own_areas ? _ ("Points by area (the areas are Sengen’s own)")
                              : _ ("Points by section");
  case SGN_RESULTS_LEVEL:
    return results->own_areas ? _ ("Mean level by area (the areas are Sengen’s own)")
                              : _ ("Mean level by section");
  case SGN_RESULTS_COUNT:
  default:
    return _ ("Done, by section");
  }
}

static void
show_legend (SgnResultsPage *self, const SgnResults *results)
{
  gboolean compared = results->last->combined != NULL;
  g_autofree char *day = dup_day_words (results->assessment);
  g_autofree char *now = g_strdup_printf (_ ("Now, %s"), day);
  g_autofree char *earlier_day = compared ? dup_day_words (results->last->assessment) : NULL;
  g_autofree char *before = compared ? g_strdup_printf (_ ("Before, %s"), earlier_day) : NULL;

  gtk_label_set_text (self->now_label, now);
  gtk_label_set_text (self->before_label, compared ? before : "");
  gtk_widget_set_visible (self->before_key, compared);
  gtk_widget_set_visible (GTK_WIDGET (self->before_label), compared);
}

/* What the numbers alone would hide. */
static char *
dup_note (const SgnResults *results)
{
  const char *inherited =
    sgn_text_get (&results->catalogue->inherited_note, sgn_language_of_user ());

  if (results->last->assessment != NULL && results->last->combined == NULL)
    return g_strdup (_ ("The earlier check was made in an edition that cannot be held against this "
                        "one item by item."));
  if (results->combined->parts->len > 0)
    return g_strdup (_ ("Of the sites, the worst answer counts for each item."));
  return g_strdup (inherited != NULL ? inherited : "");
}

static void
show_results (SgnResultsPage *self, const SgnResults *results)
{
  g_autofree char *note = dup_note (results);

  sgn_score_card_show (self->card, results);
  show_steps (self, results);
  gtk_label_set_text (self->parts_heading, get_parts_heading (results));
  show_legend (self, results);
  sgn_result_parts_show (self->parts, results, sgn_page_get_narrow (SGN_PAGE (self)));
  sgn_result_table_show (self->table, results);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

static void
refresh (SgnResultsPage *self)
{
  SgnSession *session = sgn_page_get_session (SGN_PAGE (self));
  SgnRecord *record = sgn_session_get_record (session);
  SgnLibrary *library = sgn_session_get_library (session);
  const SgnAssessment *assessment = record != NULL ? fill_checks (self, library, record) : NULL;

  sgn_page_take_news (SGN_PAGE (self));
  self->stale = FALSE;
  gtk_widget_set_visible (self->empty, assessment == NULL);
  gtk_widget_set_visible (self->content, assessment != NULL);
  if (assessment != NULL) {
    const SgnAssessment *against = fill_earlier (self, record, assessment);
    g_autoptr (SgnResults) results = sgn_results_new (library, record, assessment, against);

    gtk_widget_set_visible (GTK_WIDGET (self->checks), self->ids->len > 1);
    gtk_widget_set_visible (GTK_WIDGET (self->tools), self->ids->len > 1 || self->numbers->len > 1);
    show_results (self, results);
  }
  update_print_button (self);
}

static void
refresh_if_shown (SgnResultsPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
check_chosen_cb (SgnResultsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->checks);

  if (self->filling || selected >= self->ids->len)
    return;
  sgn_results_page_choose (self, self->ids->pdata[selected]);
  refresh (self);
}

static void
earlier_chosen_cb (SgnResultsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->earlier);

  if (self->filling || selected >= self->numbers->len)
    return;
  self->against = g_array_index (self->numbers, gint64, selected);
  refresh (self);
}

static void
narrow_cb (SgnResultsPage *self)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->legend), orientation);
  sgn_score_card_set_narrow (self->card, narrow);
  refresh_if_shown (self);
}

static void
letters_changed_cb (SgnResultsPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

/* In a box: a stack does not turn to what is not visible yet. */
static GtkWidget *
sgn_results_page_get_end_widget (SgnPage *page)
{
  SgnResultsPage *self = SGN_RESULTS_PAGE (page);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new_from_icon_name ("printer-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Show as a Sheet to Print"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show as a Sheet to Print"), -1);
  g_set_weak_pointer (&self->print_button, button);
  update_print_button (self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "company.show-document");
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
sgn_results_page_opened (SgnPage *page)
{
  SgnResultsPage *self = SGN_RESULTS_PAGE (page);

  if (sgn_page_take_news (page) || self->stale)
    refresh (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
sgn_results_page_constructed (GObject *object)
{
  SgnResultsPage *self = SGN_RESULTS_PAGE (object);

  G_OBJECT_CLASS (sgn_results_page_parent_class)->constructed (object);
  g_signal_connect_object (sgn_page_get_session (SGN_PAGE (self)), "notify::record",
                           G_CALLBACK (refresh_if_shown), self, G_CONNECT_SWAPPED);
}

static void
sgn_results_page_dispose (GObject *object)
{
  SgnResultsPage *self = SGN_RESULTS_PAGE (object);

  g_clear_weak_pointer (&self->print_button);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_RESULTS_PAGE);

  G_OBJECT_CLASS (sgn_results_page_parent_class)->dispose (object);
}

static void
sgn_results_page_finalize (GObject *object)
{
  SgnResultsPage *self = SGN_RESULTS_PAGE (object);

  g_free (self->catalogue);
  g_ptr_array_unref (self->ids);
  g_array_unref (self->numbers);

  G_OBJECT_CLASS (sgn_results_page_parent_class)->finalize (object);
}

static void
sgn_results_page_class_init (SgnResultsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sgn_results_page_constructed;
  object_class->dispose = sgn_results_page_dispose;
  object_class->finalize = sgn_results_page_finalize;
  SGN_PAGE_CLASS (klass)->opened = sgn_results_page_opened;
  SGN_PAGE_CLASS (klass)->get_end_widget = sgn_results_page_get_end_widget;

  g_type_ensure (SGN_TYPE_SCORE_CARD);
  g_type_ensure (SGN_TYPE_RESULT_PARTS);
  g_type_ensure (SGN_TYPE_RESULT_TABLE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, content);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, tools);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, checks);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, against_box);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, earlier);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, card);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, steps_part);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, steps);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, parts_heading);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, legend);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, now_label);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, before_key);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, before_label);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, parts);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, table);
  gtk_widget_class_bind_template_child (widget_class, SgnResultsPage, note);
  gtk_widget_class_bind_template_callback (widget_class, check_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_chosen_cb);
}

static void
sgn_results_page_init (SgnResultsPage *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->against = AGAINST_NEWEST;
  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

void
sgn_results_page_choose (SgnResultsPage *self, const char *catalogue)
{
  g_return_if_fail (SGN_IS_RESULTS_PAGE (self) && catalogue != NULL);

  if (g_strcmp0 (self->catalogue, catalogue) == 0)
    return;
  g_free (self->catalogue);
  self->catalogue = g_strdup (catalogue);
  self->against = AGAINST_NEWEST;
  self->stale = TRUE;
}
