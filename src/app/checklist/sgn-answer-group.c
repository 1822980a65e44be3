/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-answer-group.h"

#include <glib/gi18n-lib.h>

#include "sgn-answer-row.h"

struct _SgnAnswerGroup {
  GtkBox parent_instance;

  SgnCatalogue *catalogue; /* holds what the rows point at */
  const SgnItem *item;
  gboolean narrow;
  gboolean locked;
  gboolean showing; /* the rows are being set, not chosen */
  char *value;
  gboolean unsaved;
};

G_DEFINE_FINAL_TYPE (SgnAnswerGroup, sgn_answer_group, GTK_TYPE_BOX)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
get_first (SgnAnswerGroup *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self));
}

static void
show_value (SgnAnswerGroup *self)
{
  self->showing = TRUE;
  for (GtkWidget *row = get_first (self); row != NULL; row = gtk_widget_get_next_sibling (row)) {
    const SgnScaleValue *own = sgn_answer_row_get_value (SGN_ANSWER_ROW (row));

    sgn_answer_row_set_chosen (SGN_ANSWER_ROW (row), g_strcmp0 (own->key, self->value) == 0,
                               self->unsaved);
  }
  self->showing = FALSE;
}

static void
toggled_cb (SgnAnswerGroup *self, GtkCheckButton *button)
{
  if (self->showing || !gtk_check_button_get_active (button))
    return;
  if (self->locked)
    show_value (self);
  else
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                   sgn_answer_row_get_value (SGN_ANSWER_ROW (button))->key);
}

static GtkWidget *
find_focus (SgnAnswerGroup *self)
{
  for (GtkWidget *row = get_first (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_has_focus (row))
      return row;
  return NULL;
}

/* A group of radio buttons chooses with the arrows; here the arrows only move. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType state,
                SgnAnswerGroup *self)
{
  GtkWidget *focus = find_focus (self);
  GtkWidget *next;

  if (focus == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down || key == GDK_KEY_Right)
    next = gtk_widget_get_next_sibling (focus);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up || key == GDK_KEY_Left)
    next = gtk_widget_get_prev_sibling (focus);
  else
    return FALSE;
  if (next != NULL)
    gtk_widget_grab_focus (next);
  return TRUE;
}

static void
sgn_answer_group_finalize (GObject *object)
{
  SgnAnswerGroup *self = SGN_ANSWER_GROUP (object);

  g_clear_pointer (&self->catalogue, sgn_catalogue_unref);
  g_clear_pointer (&self->value, g_free);

  G_OBJECT_CLASS (sgn_answer_group_parent_class)->finalize (object);
}

static void
sgn_answer_group_class_init (SgnAnswerGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_answer_group_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SGN_TYPE_ANSWER_GROUP, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
sgn_answer_group_init (SgnAnswerGroup *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "answers");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Answers"), -1);
}

static void
add_row (SgnAnswerGroup *self, const SgnScaleValue *value)
{
  GtkWidget *row = sgn_answer_row_new (self->item, value);

  if (get_first (self) != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (row), GTK_CHECK_BUTTON (get_first (self)));
  sgn_answer_row_set_narrow (SGN_ANSWER_ROW (row), self->narrow);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), row);
}

/**
 * sgn_answer_group_set_item:
 * @self: a group
 * @catalogue: the catalogue of @item
 * @item: an item with a scale
 *
 * Shows the answers that @item can have; nothing is chosen yet.
 */
void
sgn_answer_group_set_item (SgnAnswerGroup *self, SgnCatalogue *catalogue, const SgnItem *item)
{
  g_return_if_fail (SGN_IS_ANSWER_GROUP (self));
  g_return_if_fail (item != NULL && item->scale != NULL);

  if (self->item != NULL && self->item->scale == item->scale) {
    self->item = item;
    return;
  }
  while (get_first (self) != NULL)
    gtk_box_remove (GTK_BOX (self), get_first (self));
  sgn_catalogue_ref (catalogue);
  g_clear_pointer (&self->catalogue, sgn_catalogue_unref);
  self->catalogue = catalogue;
  self->item = item;
  for (guint i = 0; i < item->scale->values->len; i++)
    add_row (self, g_ptr_array_index (item->scale->values, i));
}

/**
 * sgn_answer_group_set_value:
 * @self: a group
 * @value: (nullable): key of the answer; NULL when there is none
 * @unsaved: whether the disk does not have it
 */
void
sgn_answer_group_set_value (SgnAnswerGroup *self, const char *value, gboolean unsaved)
{
  g_autofree char *copy = g_strdup (value);

  g_return_if_fail (SGN_IS_ANSWER_GROUP (self));

  g_free (self->value);
  self->value = g_steal_pointer (&copy);
  self->unsaved = unsaved;
  show_value (self);
}

/**
 * sgn_answer_group_set_locked:
 * @self: a group
 * @locked: whether the answer can be read but not changed; the words stay as clear as ever
 */
void
sgn_answer_group_set_locked (SgnAnswerGroup *self, gboolean locked)
{
  g_return_if_fail (SGN_IS_ANSWER_GROUP (self));

  self->locked = locked;
  for (GtkWidget *row = get_first (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_DISABLED, locked, -1);
  if (locked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "locked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "locked");
}

void
sgn_answer_group_set_narrow (SgnAnswerGroup *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_ANSWER_GROUP (self));

  self->narrow = narrow;
  for (GtkWidget *row = get_first (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    sgn_answer_row_set_narrow (SGN_ANSWER_ROW (row), narrow);
}

void
sgn_answer_group_focus (SgnAnswerGroup *self)
{
  GtkWidget *wanted;

  g_return_if_fail (SGN_IS_ANSWER_GROUP (self));

  wanted = get_first (self);
  for (GtkWidget *row = wanted; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (row)))
      wanted = row;
  if (wanted != NULL)
    gtk_widget_grab_focus (wanted);
}
