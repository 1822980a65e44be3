/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-carry-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-carry-filters.h"
#include "sgn-carry-list.h"
#include "sgn-placeholder.h"
#include "sgn-similarity.h"
#include "sgn-text-size.h"

#define WIDTH 960
/* In the place of a guideline: all that were answered. */
#define ALL "all"

struct _SgnCarryPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  GtkStack *states;
  GtkLabel *nothing; /* why */
  GtkBox *ends;
  GtkDropDown *origins;
  GtkLabel *from_state;
  GtkLabel *to_title;
  GtkLabel *to_state;
  GtkLabel *count;
  GtkBox *tools;
  SgnCarryFilters *filters;
  GtkDropDown *sureness;
  SgnCarryList *list;
  GtkWidget *all_button;
  GtkLabel *all_label;
  GtkLabel *chosen;
  GtkWidget *cancel_button;
  GtkWidget *carry_button;
  GtkLabel *carry_label;

  SgnCatalogue *catalogue; /* (nullable): what is to be answered */
  GPtrArray *choices;      /* of char*: keys of what the answers may come from */
  SgnProposals *proposals; /* (nullable) */
  SgnCarryFilter filter;
  gboolean filling;
  gboolean carrying;
};

G_DEFINE_FINAL_TYPE (SgnCarryPage, sgn_carry_page, SGN_TYPE_PAGE)

static SgnSession *
get_session (SgnCarryPage *self)
{
  return sgn_page_get_session (SGN_PAGE (self));
}

static char *
dup_key (const SgnAssessment *assessment)
{
  return g_strdup_printf ("%s@%s", assessment->catalogue, assessment->edition);
}

/* A sheet of the company's own has no mappings: what is alike is proposed. */
static gboolean
is_own (SgnCarryPage *self)
{
  return sgn_library_is_own (sgn_session_get_library (get_session (self)), self->catalogue->id);
}

/* (nullable): the check of which the answers are proposed; NULL: those of all */
static const SgnAssessment *
find_origin (SgnCarryPage *self, GPtrArray *origins)
{
  guint selected = gtk_drop_down_get_selected (self->origins);

  for (guint i = 0; i < origins->len && selected < self->choices->len; i++) {
    g_autofree char *key = dup_key (origins->pdata[i]);

    if (g_str_equal (key, self->choices->pdata[selected]))
      return origins->pdata[i];
  }
  return NULL;
}

static char *
dup_name (const SgnCatalogue *catalogue)
{
  SgnLanguage language = sgn_language_of_user ();

  return g_strdup_printf (_ ("%s (%s)"), sgn_text_get (&catalogue->short_title, language),
                          sgn_text_get (&catalogue->edition_label, language));
}

static gboolean
are_equal (const GPtrArray *keys, const GPtrArray *others)
{
  for (guint i = 0; i < keys->len && keys->len == others->len; i++)
    if (!g_str_equal (keys->pdata[i], others->pdata[i]))
      return FALSE;
  return keys->len == others->len;
}

/* Fills the choice of guidelines, and leaves it alone when nothing is new. */
static void
fill_origins (SgnCarryPage *self, GPtrArray *origins)
{
  SgnLibrary *library = sgn_session_get_library (get_session (self));
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (origins->len > 1) {
    g_ptr_array_add (keys, g_strdup (ALL));
    gtk_string_list_append (names, _ ("All guidelines answered"));
  }
  for (guint i = 0; i < origins->len; i++) {
    char *key = dup_key (origins->pdata[i]);
    g_autofree char *name = dup_name (sgn_library_find_catalogue_key (library, key));

    g_ptr_array_add (keys, key);
    gtk_string_list_append (names, name);
  }
  if (are_equal (keys, self->choices))
    return;
  g_ptr_array_unref (self->choices);
  self->choices = g_steal_pointer (&keys);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->origins, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->origins, 0);
  self->filling = FALSE;
}

/* How many items of @level are asked, and how many of them are answered. */
static char *
dup_progress (SgnCarryPage *self,
              const SgnCatalogue *catalogue,
              const SgnAssessment *assessment,
              const char *level)
{
  guint asked = 0;
  guint answered = 0;

  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);
    const SgnAnswer *answer =
      assessment != NULL ? sgn_assessment_find_answer (assessment, item->id) : NULL;

    if (item->scale == NULL || !sgn_catalogue_level_includes (catalogue, level, item))
      continue;
    asked++;
    answered += answer != NULL && answer->value != NULL;
  }
  return g_strdup_printf (_ ("%u of %u answered"), answered, asked);
}

/* @origin: (nullable): all of them */
static char *
dup_origin_state (SgnCarryPage *self, const SgnAssessment *origin)
{
  g_autoptr (SgnCombined) combined = NULL;
  SgnCatalogue *catalogue = NULL;

  if (origin == NULL)
    return g_strdup (_ ("Of several answers the lowest counts"));
  catalogue = sgn_library_find_catalogue (sgn_session_get_library (get_session (self)),
                                          origin->catalogue, origin->edition);
  combined = sgn_combined_new (self->proposals->record, catalogue, origin);
  return dup_progress (self, catalogue, combined->answers, NULL);
}

static void
fill_ends (SgnCarryPage *self, const SgnAssessment *origin)
{
  const SgnCombined *into = self->proposals->combined;
  g_autofree char *from = dup_origin_state (self, origin);
  g_autofree char *to = dup_progress (self, self->catalogue, into != NULL ? into->answers : NULL,
                                      self->proposals->level);
  g_autofree char *name = dup_name (self->catalogue);
  g_autofree char *level = self->catalogue->levels->len > 1
                             ? g_strdup_printf (_ ("up to %s, %s"), self->proposals->level, to)
                             : g_steal_pointer (&to);
  g_autofree char *count = g_strdup_printf ("%u", sgn_proposals_count_open (self->proposals));

  gtk_label_set_text (self->from_state, from);
  gtk_label_set_text (self->to_title, name);
  gtk_label_set_text (self->to_state, level);
  gtk_label_set_text (self->count, count);
}

/* In the words of the guideline that is to be answered. */
static const char *
find_word (SgnCarryPage *self, SgnMark mark)
{
  for (guint i = 0; i < self->proposals->list->len; i++) {
    const SgnScale *scale = ((SgnProposal *) self->proposals->list->pdata[i])->item->scale;

    for (guint j = 0; j < scale->values->len; j++) {
      const SgnScaleValue *value = g_ptr_array_index (scale->values, j);

      if (value->mark == mark)
        return sgn_text_get (&value->short_label, sgn_language_of_user ());
    }
  }
  return "";
}

static void
fill_filters (SgnCarryPage *self)
{
  const char *words[SGN_N_CARRY_FILTERS] = { C_ ("filter", "All"), find_word (self, SGN_MARK_DONE),
                                             find_word (self, SGN_MARK_PARTIAL),
                                             C_ ("filter", "Other") };
  char *counted[SGN_N_CARRY_FILTERS + 1] = { NULL };

  for (guint i = 0; i < SGN_N_CARRY_FILTERS; i++)
    counted[i] =
      g_strdup_printf ("%s %u", words[i], sgn_carry_list_count (self->list, (SgnCarryFilter) i));
  sgn_carry_filters_set_words (self->filters, counted);
  for (guint i = 0; i < SGN_N_CARRY_FILTERS; i++)
    g_free (counted[i]);
}

static void
show_nothing (SgnCarryPage *self)
{
  gtk_stack_set_visible_child_name (self->states, "nothing");
  gtk_widget_set_sensitive (self->all_button, FALSE);
  gtk_widget_set_sensitive (self->carry_button, FALSE);
  gtk_label_set_text (self->chosen, "");
}

static void
propose (SgnCarryPage *self, const SgnAssessment *origin)
{
  SgnRecord *record = sgn_session_get_record (get_session (self));
  SgnLibrary *library = sgn_session_get_library (get_session (self));
  SgnProposals *old = g_steal_pointer (&self->proposals);

  self->proposals = sgn_proposals_new (record, self->catalogue,
                                       sgn_proposals_find_into (record, self->catalogue), NULL);
  if (origin == NULL)
    sgn_similarity_add_all (self->proposals, library);
  else if (is_own (self))
    sgn_similarity_add (self->proposals, library, origin);
  else
    sgn_proposals_add_mapped (self->proposals, library, origin);
  sgn_carry_list_set_proposals (self->list, self->proposals);
  sgn_proposals_free (old); /* what was ticked was read from it */
  fill_ends (self, origin);
  fill_filters (self);
  gtk_stack_set_visible_child_name (self->states, "proposals");
}

/* Looks at the record as it is now. */
static void
refresh (SgnCarryPage *self)
{
  SgnRecord *record = sgn_session_get_record (get_session (self));
  SgnLibrary *library = NULL;
  g_autoptr (GPtrArray) origins = NULL;

  if (record == NULL || self->catalogue == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  library = sgn_session_get_library (get_session (self));
  origins = is_own (self) ? sgn_similarity_list_origins (library, record, self->catalogue)
                          : sgn_proposals_list_origins (library, record, self->catalogue);
  fill_origins (self, origins);
  if (origins->len > 0)
    propose (self, find_origin (self, origins));
  else
    show_nothing (self);
}

static void
origin_chosen_cb (SgnCarryPage *self)
{
  if (!self->filling)
    refresh (self);
}

static gboolean
are_all_ticked (SgnCarryPage *self)
{
  return sgn_carry_list_count_ticked (self->list) ==
         sgn_carry_list_count (self->list, SGN_CARRY_ALL);
}

/* Only when something is ticked the button wakes, and says how much it would carry over. */
static void
list_changed_cb (SgnCarryPage *self)
{
  guint ticked = sgn_carry_list_count_ticked (self->list);
  guint shown = sgn_carry_list_count_shown (self->list);
  gboolean clear = ticked > 0 && are_all_ticked (self);
  g_autofree char *all =
    g_strdup_printf (ngettext ("Select _All (%u)", "Select _All (%u)", shown), shown);
  g_autofree char *carry = g_strdup_printf (ngettext ("_Carry Over the %u Selected",
                                                      "_Carry Over the %u Selected", ticked),
                                            ticked);
  g_autofree char *chosen =
    g_strdup_printf (ngettext ("%u selected", "%u selected", ticked), ticked);

  gtk_label_set_text_with_mnemonic (self->all_label, clear ? _ ("Select _None") : all);
  gtk_widget_set_sensitive (self->all_button, shown > 0);
  gtk_label_set_text_with_mnemonic (self->carry_label, carry);
  gtk_widget_set_sensitive (self->carry_button, ticked > 0 && !self->carrying &&
                                                  !sgn_session_get_read_only (get_session (self)));
  gtk_label_set_text (self->chosen, ticked > 0 ? chosen : _ ("Nothing selected yet"));
}

static void
all_cb (SgnCarryPage *self)
{
  sgn_carry_list_tick_shown (self->list, !are_all_ticked (self));
}

static gboolean
tick_all_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  sgn_carry_list_tick_shown (SGN_CARRY_PAGE (widget)->list, TRUE);
  return TRUE;
}

static void
apply_filter (SgnCarryPage *self)
{
  /* The choice begins with all, then from the surest down. */
  static const SgnSureness least[] = { SGN_SURENESS_LOW, SGN_SURENESS_HIGH, SGN_SURENESS_FAIR };
  guint selected = gtk_drop_down_get_selected (self->sureness);

  if (selected < G_N_ELEMENTS (least))
    sgn_carry_list_show (self->list, self->filter, least[selected]);
}

static void
filter_chosen_cb (SgnCarryPage *self, guint filter)
{
  self->filter = (SgnCarryFilter) filter;
  apply_filter (self);
}

static void
leave (SgnCarryPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "company.show-page", "s", "checklist");
}

static void
end_carry (SgnCarryPage *self, gint64 count, const GError *error)
{
  g_autofree char *words = NULL;

  self->carrying = FALSE;
  sgn_saving_end (sgn_page_get_saving (SGN_PAGE (self)), NULL);
  if (error != NULL) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)",
                                _ ("Nothing was carried over"), error->message);
    refresh (self);
    return;
  }
  words =
    g_strdup_printf (ngettext ("%u answer carried over. Confirm each one when you look at it.",
                               "%u answers carried over. Confirm each one when you look at "
                               "it.",
                               (guint) count),
                     (guint) count);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", words);
  leave (self);
}

static void
carried_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnCarryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 count = sgn_session_carry_finish (SGN_SESSION (object), result, &error);

  /* An act may end after the file was closed. */
  if (sgn_page_get_session (SGN_PAGE (self)) != NULL)
    end_carry (self, count, error);
}

static void
carry_cb (SgnCarryPage *self)
{
  g_auto (GStrv) items = sgn_carry_list_dup_ticked (self->list);

  self->carrying = TRUE;
  gtk_widget_set_sensitive (self->carry_button, FALSE);
  sgn_saving_begin (sgn_page_get_saving (SGN_PAGE (self)));
  sgn_session_carry_async (get_session (self), self->proposals, (const char *const *) items,
                           carried_cb, g_object_ref (self));
}

static void
sgn_carry_page_opened (SgnPage *page)
{
  SgnCarryPage *self = SGN_CARRY_PAGE (page);

  refresh (self);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
letters_changed_cb (SgnCarryPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static void
narrow_cb (SgnCarryPage *self)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->ends), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools), orientation);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), !narrow);
  gtk_widget_set_visible (self->cancel_button, !narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  sgn_carry_filters_set_narrow (self->filters, narrow);
  sgn_carry_list_set_narrow (self->list, narrow);
}

static void
sgn_carry_page_constructed (GObject *object)
{
  SgnCarryPage *self = SGN_CARRY_PAGE (object);

  G_OBJECT_CLASS (sgn_carry_page_parent_class)->constructed (object);

  g_signal_connect_object (get_session (self), "notify::record", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

static void
sgn_carry_page_dispose (GObject *object)
{
  SgnCarryPage *self = SGN_CARRY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_CARRY_PAGE);
  g_clear_pointer (&self->proposals, sgn_proposals_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, sgn_catalogue_unref);

  G_OBJECT_CLASS (sgn_carry_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, states);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, ends);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, origins);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, from_state);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, to_title);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, to_state);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, count);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, tools);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, filters);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, sureness);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, list);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, all_button);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, all_label);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, chosen);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, carry_button);
  gtk_widget_class_bind_template_child (widget_class, SgnCarryPage, carry_label);
}

static void
sgn_carry_page_class_init (SgnCarryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sgn_carry_page_constructed;
  object_class->dispose = sgn_carry_page_dispose;
  SGN_PAGE_CLASS (klass)->opened = sgn_carry_page_opened;

  g_type_ensure (SGN_TYPE_CARRY_FILTERS);
  g_type_ensure (SGN_TYPE_CARRY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-carry-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_filter);
  gtk_widget_class_bind_template_callback (widget_class, carry_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, origin_chosen_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, tick_all_cb, NULL);
}

static void
sgn_carry_page_init (SgnCarryPage *self)
{
  self->choices = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (refresh), NULL);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

void
sgn_carry_page_set_catalogue (SgnCarryPage *self, SgnCatalogue *catalogue)
{
  g_autoptr (SgnCatalogue) old = NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SGN_IS_CARRY_PAGE (self) && catalogue != NULL);

  old = g_steal_pointer (&self->catalogue);
  self->catalogue = sgn_catalogue_ref (catalogue);
  name = dup_name (catalogue);
  words = sgn_placeholder_fill_one (
    _ ("No guideline that you have answered is related to “%s”. Answer the 25 questions of the "
       "self-check first, or another guideline."),
    name);
  gtk_label_set_text (self->nothing, words);
}
