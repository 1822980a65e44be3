/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-history-filters.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-record.h"

#define N_KINDS 6

struct _SgnHistoryFilters {
  GtkBox parent_instance;

  GtkBox *tools;
  GtkBox *kinds;
  GtkBox *choices;
  GtkDropDown *people;
  GtkDropDown *years;
  GtkSearchEntry *text;
  GtkButton *item_button;

  GPtrArray *names; /* of char*; behind “everybody” */
  GArray *firsts;   /* of int: the years; behind “all” */
  int month;
  char *from; /* (nullable) */
  char *to;   /* (nullable) */
  char *item; /* (nullable) */
  guint kind;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnHistoryFilters, sgn_history_filters, GTK_TYPE_BOX)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* All kinds stand first. */
static const struct {
  const char *words;
  const char *const kinds[5];
} groups[N_KINDS] = {
  { NC_ ("history", "All"), { NULL } },
  { NC_ ("history", "Answers"), { SGN_KIND_ANSWER, SGN_KIND_ASSESSMENT, NULL } },
  { NC_ ("history", "Evidence"), { SGN_KIND_EVIDENCE, SGN_KIND_EVIDENCE_LINK, NULL } },
  { NC_ ("history", "Sheets"), { SGN_KIND_ISSUE, NULL } },
  { NC_ ("history", "Declaration"),
    { SGN_KIND_DECLARATION, SGN_KIND_PLACE, SGN_KIND_POLICY, NULL } },
  { NC_ ("history", "Plan"), { SGN_KIND_TASK, SGN_KIND_TASK_LINK, NULL } },
};

static void
emit_changed (SgnHistoryFilters *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
kind_cb (SgnHistoryFilters *self, GtkToggleButton *button)
{
  guint kind = 0;

  if (!gtk_toggle_button_get_active (button))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->kinds));
       child != GTK_WIDGET (button); child = gtk_widget_get_next_sibling (child))
    kind++;
  self->kind = kind;
  emit_changed (self);
}

static void
add_kinds (SgnHistoryFilters *self)
{
  GtkToggleButton *first = NULL;

  for (guint i = 0; i < N_KINDS; i++) {
    const char *words = g_dpgettext2 (GETTEXT_PACKAGE, "history", groups[i].words);
    GtkWidget *button = gtk_toggle_button_new_with_label (words);

    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
    if (first == NULL)
      first = GTK_TOGGLE_BUTTON (button);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
    g_signal_connect_object (button, "toggled", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (self->kinds, button);
  }
}

static void
clear_item_cb (SgnHistoryFilters *self)
{
  sgn_history_filters_set_item (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
sgn_history_filters_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_HISTORY_FILTERS);

  G_OBJECT_CLASS (sgn_history_filters_parent_class)->dispose (object);
}

static void
sgn_history_filters_finalize (GObject *object)
{
  SgnHistoryFilters *self = SGN_HISTORY_FILTERS (object);

  g_ptr_array_unref (self->names);
  g_array_unref (self->firsts);
  g_free (self->from);
  g_free (self->to);
  g_free (self->item);

  G_OBJECT_CLASS (sgn_history_filters_parent_class)->finalize (object);
}

static void
sgn_history_filters_class_init (SgnHistoryFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_history_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_history_filters_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_HISTORY_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-history-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryFilters, tools);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryFilters, kinds);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryFilters, choices);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryFilters, people);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryFilters, years);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryFilters, text);
  gtk_widget_class_bind_template_child (widget_class, SgnHistoryFilters, item_button);
  gtk_widget_class_bind_template_callback (widget_class, emit_changed);
  gtk_widget_class_bind_template_callback (widget_class, clear_item_cb);
}

static void
sgn_history_filters_init (SgnHistoryFilters *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->firsts = g_array_new (FALSE, FALSE, sizeof (int));
  self->month = 4;
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
  self->filling = FALSE;
}

static gboolean
has_name (GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (names->pdata[i], name))
      return TRUE;
  return FALSE;
}

/* The year in which the business year of @time began; 0 for no time. */
static int
get_year (const char *time, int month)
{
  g_autofree char *day = sgn_time_is_valid (time) ? sgn_time_get_date (time) : NULL;

  if (day == NULL)
    return 0;
  return (int) g_ascii_strtoll (day, NULL, 10) - (g_ascii_strtoll (day + 5, NULL, 10) < month);
}

static gboolean
has_year (GArray *years, int year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return TRUE;
  return FALSE;
}

static void
collect (SgnHistoryFilters *self, GPtrArray *events)
{
  g_ptr_array_set_size (self->names, 0);
  g_array_set_size (self->firsts, 0);
  for (guint i = events->len; i > 0; i--) {
    const SgnEvent *event = events->pdata[i - 1];
    const char *name = event->by != NULL ? event->by : "";
    int year = get_year (event->at, self->month);

    if (!has_name (self->names, name))
      g_ptr_array_add (self->names, g_strdup (name));
    if (year > 0 && !has_year (self->firsts, year))
      g_array_append_val (self->firsts, year);
  }
}

static gboolean
shows (GtkDropDown *drop_down, GtkStringList *list)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (model == NULL || g_list_model_get_n_items (model) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                      gtk_string_list_get_string (list, i)))
      return FALSE;
  return TRUE;
}

/* What is chosen stays chosen as long as it is there. */
static void
fill (GtkDropDown *drop_down, GtkStringList *list)
{
  GObject *item = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *chosen =
    item != NULL ? g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item))) : NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (shows (drop_down, list))
    return;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (list, i), chosen) == 0)
      gtk_drop_down_set_selected (drop_down, i);
}

/**
 * sgn_history_filters_set_events:
 * @self: the filters
 * @events: (element-type SgnEvent): all events, oldest first
 * @month: the first month of the business year
 */
void
sgn_history_filters_set_events (SgnHistoryFilters *self, GPtrArray *events, int month)
{
  g_autoptr (GtkStringList) people = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);

  g_return_if_fail (SGN_IS_HISTORY_FILTERS (self));

  self->month = month;
  collect (self, events);
  gtk_string_list_append (people, _ ("Everybody"));
  for (guint i = 0; i < self->names->len; i++) {
    const char *name = self->names->pdata[i];

    gtk_string_list_append (people, *name != '\0' ? name : _ ("Name not recorded"));
  }
  gtk_string_list_append (years, _ ("All years"));
  for (guint i = 0; i < self->firsts->len; i++) {
    /* Translators: a business year */
    g_autofree char *year = g_strdup_printf (_ ("Year %d"), g_array_index (self->firsts, int, i));

    gtk_string_list_append (years, year);
  }
  self->filling = TRUE;
  fill (self->people, people);
  fill (self->years, years);
  self->filling = FALSE;
}

/**
 * sgn_history_filters_set_item:
 * @self: the filters
 * @item: (nullable): id of a question; %NULL: all
 */
void
sgn_history_filters_set_item (SgnHistoryFilters *self, const char *item)
{
  g_autofree char *words = NULL;

  g_return_if_fail (SGN_IS_HISTORY_FILTERS (self));

  if (g_strcmp0 (self->item, item) == 0)
    return;
  g_free (self->item);
  self->item = g_strdup (item);
  if (item != NULL) {
    words = g_strdup_printf (_ ("Only %s – Show All"), item);
    gtk_button_set_label (self->item_button, words);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->item_button), item != NULL);
  emit_changed (self);
}

static void
set_days (SgnHistoryFilters *self, int year)
{
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  if (year == 0)
    return;
  self->from = g_strdup_printf ("%04d-%02d-01", year, self->month);
  /* No month has more days, and days are compared as texts. */
  self->to = g_strdup_printf ("%04d-%02d-31", self->month == 1 ? year : year + 1,
                              self->month == 1 ? 12 : self->month - 1);
}

/**
 * sgn_history_filters_get:
 * @self: the filters
 * @filter: (out): what is chosen
 */
void
sgn_history_filters_get (SgnHistoryFilters *self, SgnHistoryFilter *filter)
{
  guint person;
  guint year;
  const char *text;

  g_return_if_fail (SGN_IS_HISTORY_FILTERS (self));

  person = gtk_drop_down_get_selected (self->people);
  year = gtk_drop_down_get_selected (self->years);
  text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  set_days (self, year > 0 && year <= self->firsts->len
                    ? g_array_index (self->firsts, int, year - 1)
                    : 0);
  *filter = (SgnHistoryFilter){
    .by = person > 0 && person <= self->names->len ? self->names->pdata[person - 1] : NULL,
    .from = self->from,
    .to = self->to,
    .item = self->item,
    .kinds = self->kind > 0 ? groups[self->kind].kinds : NULL,
    .text = *text != '\0' ? text : NULL,
  };
}

gboolean
sgn_history_filters_is_empty (SgnHistoryFilters *self)
{
  SgnHistoryFilter filter;

  g_return_val_if_fail (SGN_IS_HISTORY_FILTERS (self), TRUE);

  sgn_history_filters_get (self, &filter);
  return filter.by == NULL && filter.from == NULL && filter.item == NULL && filter.kinds == NULL &&
         filter.text == NULL;
}

void
sgn_history_filters_set_narrow (SgnHistoryFilters *self, gboolean narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (SGN_IS_HISTORY_FILTERS (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->tools), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->kinds), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choices), orientation);
}

/* Everything is wanted again. */
void
sgn_history_filters_reset (SgnHistoryFilters *self)
{
  g_return_if_fail (SGN_IS_HISTORY_FILTERS (self));

  self->filling = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                  gtk_widget_get_first_child (GTK_WIDGET (self->kinds))),
                                TRUE);
  gtk_drop_down_set_selected (self->people, 0);
  gtk_drop_down_set_selected (self->years, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  sgn_history_filters_set_item (self, NULL);
  self->filling = FALSE;
  emit_changed (self);
}
