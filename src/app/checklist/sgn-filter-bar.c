/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "sgn-checklist-progress.h"

struct _SgnFilterBar {
  GtkBox parent_instance;

  GtkBox *buttons;
  GtkDropDown *choice;
  GtkWidget *look_box;
  GtkDropDown *look;

  SgnChecklist *checklist;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnFilterBar, sgn_filter_bar, GTK_TYPE_BOX)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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
dup_words (SgnFilterBar *self, guint index)
{
  const SgnItem *item = sgn_checklist_get_item (self->checklist, 0);
  guint count = sgn_check_filter_count (self->checklist, filters[index].filter);
  g_autoptr (GString) word = g_string_new (NULL);

  if (filters[index].filter == SGN_FILTER_ALL)
    g_string_append (word, C_ ("filter", "All"));
  else if (filters[index].filter == SGN_FILTER_NONE)
    g_string_append (word, C_ ("filter", "Unanswered"));
  for (guint i = 0; filters[index].mark != SGN_MARK_NONE && i < item->scale->values->len; i++) {
    const SgnScaleValue *value = g_ptr_array_index (item->scale->values, i);

    /* Several levels of maturity have one mark. */
    if (value->mark == filters[index].mark)
      g_string_append_printf (word, "%s%s", word->len > 0 ? "・" : "",
                              sgn_text_get (&value->short_label, sgn_language_of_user ()));
  }
  g_string_append_printf (word, " %u", count);
  return g_string_free (g_steal_pointer (&word), FALSE);
}

static void
refresh (SgnFilterBar *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons));
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->choice);

  for (guint i = 0; i < SGN_N_FILTERS; i++) {
    g_autofree char *text = dup_words (self, i);

    gtk_string_list_append (words, text);
    gtk_button_set_label (GTK_BUTTON (button), text);
    button = gtk_widget_get_next_sibling (button);
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->choice, selected < SGN_N_FILTERS ? selected : 0);
  self->filling = FALSE;
  gtk_widget_set_visible (self->look_box, sgn_checklist_asks_experts (self->checklist));
}

static void
choose (SgnFilterBar *self, guint index)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons));

  if (self->filling)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < index; i++)
    button = gtk_widget_get_next_sibling (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_drop_down_set_selected (self->choice, index);
  self->filling = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
toggled_cb (SgnFilterBar *self, GtkToggleButton *button)
{
  guint index = 0;

  if (!gtk_toggle_button_get_active (button))
    return;
  for (GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (button)); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    index++;
  choose (self, index);
}

static void
chosen_cb (SgnFilterBar *self)
{
  if (!self->filling)
    choose (self, gtk_drop_down_get_selected (self->choice));
}

static void
look_chosen_cb (SgnFilterBar *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
add_looks (SgnFilterBar *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (SgnLook look = SGN_LOOK_ANY; look < SGN_N_LOOKS; look++)
    gtk_string_list_append (words, sgn_look_get_words (look));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->look, G_LIST_MODEL (words));
  self->filling = FALSE;
}

static void
add_buttons (SgnFilterBar *self)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < SGN_N_FILTERS; i++) {
    GtkWidget *button = gtk_toggle_button_new ();

    if (first != NULL)
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
    else
      first = button;
    gtk_box_append (self->buttons, button);
  }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
  for (GtkWidget *button = first; button != NULL; button = gtk_widget_get_next_sibling (button))
    g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
sgn_filter_bar_dispose (GObject *object)
{
  SgnFilterBar *self = SGN_FILTER_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_FILTER_BAR);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (sgn_filter_bar_parent_class)->dispose (object);
}

static void
sgn_filter_bar_class_init (SgnFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_filter_bar_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SGN_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnFilterBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, SgnFilterBar, choice);
  gtk_widget_class_bind_template_child (widget_class, SgnFilterBar, look_box);
  gtk_widget_class_bind_template_child (widget_class, SgnFilterBar, look);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_chosen_cb);
}

static void
sgn_filter_bar_init (SgnFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_buttons (self);
  add_looks (self);
}

/**
 * sgn_filter_bar_watch:
 * @self: a filter bar
 * @checklist: whose questions are counted
 */
void
sgn_filter_bar_watch (SgnFilterBar *self, SgnChecklist *checklist)
{
  g_return_if_fail (SGN_IS_FILTER_BAR (self));
  g_return_if_fail (self->checklist == NULL);

  self->checklist = g_object_ref (checklist);
  g_signal_connect_object (checklist, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (checklist, "moved", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

SgnFilter
sgn_filter_bar_get_filter (SgnFilterBar *self)
{
  g_return_val_if_fail (SGN_IS_FILTER_BAR (self), SGN_FILTER_ALL);

  return filters[gtk_drop_down_get_selected (self->choice)].filter;
}

/**
 * sgn_filter_bar_get_look:
 * @self: a filter bar
 *
 * Returns: how far an expert must have been asked; any where that is not offered
 */
SgnLook
sgn_filter_bar_get_look (SgnFilterBar *self)
{
  g_return_val_if_fail (SGN_IS_FILTER_BAR (self), SGN_LOOK_ANY);

  return gtk_widget_get_visible (self->look_box) ? (SgnLook) gtk_drop_down_get_selected (self->look)
                                                 : SGN_LOOK_ANY;
}

void
sgn_filter_bar_set_narrow (SgnFilterBar *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_FILTER_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->buttons), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), narrow);
}
