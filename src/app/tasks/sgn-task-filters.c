/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-filters.h"

#include <glib/gi18n-lib.h>

#include "sgn-plan-words.h"

struct _SgnTaskFilters {
  GtkBox parent_instance;

  GtkWidget *buttons;
  GtkDropDown *choice;
  GtkDropDown *origin;

  GPtrArray *origins; /* of char*: of the choices after the first one */
  char *chosen;       /* (nullable) */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnTaskFilters, sgn_task_filters, GTK_TYPE_BOX)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const words[SGN_N_BOARD_FILTERS] = {
  [SGN_BOARD_OPEN] = NC_ ("filter", "Open"),
  [SGN_BOARD_OVERDUE] = NC_ ("filter", "Overdue"),
  [SGN_BOARD_DONE] = NC_ ("filter", "Done"),
  [SGN_BOARD_ALL] = NC_ ("filter", "All"),
};

static GtkWidget *
get_button (SgnTaskFilters *self, guint index)
{
  GtkWidget *button = gtk_widget_get_first_child (self->buttons);

  for (guint i = 0; i < index; i++)
    button = gtk_widget_get_next_sibling (button);
  return button;
}

/* Buttons and choice show the same, whichever was used. */
static void
choose (SgnTaskFilters *self, guint index)
{
  if (self->filling || index >= SGN_N_BOARD_FILTERS)
    return;
  sgn_task_filters_set_filter (self, (SgnBoardFilter) index);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
toggled_cb (SgnTaskFilters *self, GtkToggleButton *button)
{
  guint index = 0;

  if (!gtk_toggle_button_get_active (button))
    return;
  while (get_button (self, index) != GTK_WIDGET (button))
    index++;
  choose (self, index);
}

static void
selected_cb (SgnTaskFilters *self)
{
  choose (self, gtk_drop_down_get_selected (self->choice));
}

static void
origin_cb (SgnTaskFilters *self)
{
  guint index = gtk_drop_down_get_selected (self->origin);

  if (self->filling)
    return;
  g_free (self->chosen);
  self->chosen = index > 0 && index <= self->origins->len
                   ? g_strdup (g_ptr_array_index (self->origins, index - 1))
                   : NULL;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
add_buttons (SgnTaskFilters *self)
{
  for (guint i = 0; i < SGN_N_BOARD_FILTERS; i++) {
    GtkWidget *button = gtk_toggle_button_new ();

    gtk_box_append (GTK_BOX (self->buttons), button);
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                 i > 0 ? GTK_TOGGLE_BUTTON (get_button (self, 0)) : NULL);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
    g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  }
}

static void
name (GtkDropDown *choice, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
sgn_task_filters_finalize (GObject *object)
{
  SgnTaskFilters *self = SGN_TASK_FILTERS (object);

  g_ptr_array_unref (self->origins);
  g_free (self->chosen);

  G_OBJECT_CLASS (sgn_task_filters_parent_class)->finalize (object);
}

static void
sgn_task_filters_class_init (SgnTaskFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_task_filters_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SGN_TYPE_TASK_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sgn_task_filters_init (SgnTaskFilters *self)
{
  self->origins = g_ptr_array_new_with_free_func (g_free);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->origin = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (self->buttons, "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "filters");
  gtk_widget_add_css_class (self->buttons, "filters");
  gtk_widget_set_halign (GTK_WIDGET (self->choice), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self->origin), GTK_ALIGN_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->origin), TRUE);
  name (self->choice, _ ("Filter"));
  name (self->origin, _ ("What the tasks are for"));
  gtk_box_append (GTK_BOX (self), self->buttons);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->origin));
  add_buttons (self);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->origin, "notify::selected", G_CALLBACK (origin_cb), self,
                           G_CONNECT_SWAPPED);
  sgn_task_filters_set_narrow (self, FALSE);
}

static void
show_counts (SgnTaskFilters *self, const SgnTaskBoard *board, const SgnBoardWish *wish)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < SGN_N_BOARD_FILTERS; i++) {
    g_autofree char *text =
      g_strdup_printf ("%s %u", g_dpgettext2 (GETTEXT_PACKAGE, "filter", words[i]),
                       sgn_task_board_count (board, wish, (SgnBoardFilter) i));

    gtk_button_set_label (GTK_BUTTON (get_button (self, i)), text);
    gtk_string_list_append (list, text);
  }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->choice, wish->filter);
}

static char *
dup_origin_words (const char *origin, SgnLibrary *library)
{
  const SgnCatalogue *catalogue =
    *origin != '\0' ? sgn_library_find_catalogue (library, origin, NULL) : NULL;

  if (catalogue == NULL)
    return g_strdup_printf (_ ("For: %s"), C_ ("tasks", "Other"));
  return g_strdup_printf (_ ("For: %s"), sgn_plan_words_guideline (catalogue));
}

static void
show_origins (SgnTaskFilters *self, const SgnTaskBoard *board, SgnLibrary *library)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *all = g_strdup_printf (_ ("For: %s"), C_ ("tasks", "All"));
  guint selected = 0;

  gtk_string_list_append (list, all);
  g_ptr_array_set_size (self->origins, 0);
  for (guint i = 0; i < board->origins->len; i++) {
    const char *origin = g_ptr_array_index (board->origins, i);
    g_autofree char *text = dup_origin_words (origin, library);

    gtk_string_list_append (list, text);
    g_ptr_array_add (self->origins, g_strdup (origin));
    if (g_strcmp0 (origin, self->chosen) == 0)
      selected = i + 1;
  }
  gtk_drop_down_set_model (self->origin, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->origin, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), board->origins->len > 1);
}

void
sgn_task_filters_show (SgnTaskFilters *self,
                       const SgnTaskBoard *board,
                       SgnLibrary *library,
                       const SgnBoardWish *wish)
{
  g_return_if_fail (SGN_IS_TASK_FILTERS (self));

  self->filling = TRUE;
  show_counts (self, board, wish);
  show_origins (self, board, library);
  self->filling = FALSE;
}

void
sgn_task_filters_set_narrow (SgnTaskFilters *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_TASK_FILTERS (self));

  gtk_widget_set_visible (self->buttons, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), narrow);
  gtk_widget_set_halign (GTK_WIDGET (self->origin), narrow ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

void
sgn_task_filters_set_filter (SgnTaskFilters *self, SgnBoardFilter filter)
{
  g_return_if_fail (SGN_IS_TASK_FILTERS (self));

  self->filling = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (self, filter)), TRUE);
  gtk_drop_down_set_selected (self->choice, filter);
  self->filling = FALSE;
}

SgnBoardFilter
sgn_task_filters_get_filter (SgnTaskFilters *self)
{
  guint index = 0;

  g_return_val_if_fail (SGN_IS_TASK_FILTERS (self), SGN_BOARD_OPEN);

  while (index + 1 < SGN_N_BOARD_FILTERS &&
         !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_button (self, index))))
    index++;
  return (SgnBoardFilter) index;
}

const char *
sgn_task_filters_get_origin (SgnTaskFilters *self)
{
  g_return_val_if_fail (SGN_IS_TASK_FILTERS (self), NULL);

  return self->chosen;
}

void
sgn_task_filters_clear_origin (SgnTaskFilters *self)
{
  g_return_if_fail (SGN_IS_TASK_FILTERS (self));

  g_clear_pointer (&self->chosen, g_free);
}
