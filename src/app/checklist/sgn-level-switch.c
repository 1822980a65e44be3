/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-level-switch.h"

#include <glib/gi18n-lib.h>

#include "sgn-check-range.h"

struct _SgnLevelSwitch {
  GtkBox parent_instance;

  GtkWidget *buttons;

  SgnChecklist *checklist;
  SgnSaving *saving;
  SgnCatalogue *catalogue; /* the one whose levels stand there */
  const char *wished;      /* (nullable): chosen, and not in the file yet */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnLevelSwitch, sgn_level_switch, GTK_TYPE_BOX)

static const char *
get_level (SgnLevelSwitch *self, guint index)
{
  return g_ptr_array_index (self->catalogue->levels, index);
}

static void
aimed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnLevelSwitch) self = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  if (self->saving != NULL)
    sgn_saving_end (self->saving, NULL);
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)",
                                _ ("The check could not be changed"), error->message);
}

/* Documents are of the level that the check aims at. Before the first answer there is none: the
 * wish waits for it. */
static void
aim (SgnLevelSwitch *self)
{
  const SgnAssessment *assessment = sgn_checklist_get_assessment (self->checklist);
  const SgnAssessmentWords words = { .level = self->wished };

  if (self->wished == NULL || assessment == NULL)
    return;
  self->wished = NULL;
  if (!sgn_checklist_is_editable (self->checklist) ||
      sgn_check_range_find_level (self->catalogue, assessment->level) == words.level)
    return;
  sgn_saving_begin (self->saving);
  sgn_session_describe_assessment_async (sgn_checklist_get_session (self->checklist),
                                         assessment->id, &words, aimed_cb, g_object_ref (self));
}

static void
toggled_cb (SgnLevelSwitch *self, GtkToggleButton *button)
{
  guint index = 0;

  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  for (GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (button)); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    index++;
  self->wished = get_level (self, index);
  sgn_checklist_set_level (self->checklist, self->wished);
}

static void
add_button (SgnLevelSwitch *self, const char *level)
{
  g_autoptr (GPtrArray) items = sgn_check_range_list_items (self->catalogue, level);
  /* Translators: a level and how many criteria it has, as “★3: 81” */
  g_autofree char *words = g_strdup_printf (_ ("%s: %u"), level, items->len);
  GtkWidget *button = gtk_toggle_button_new_with_label (words);
  GtkWidget *first = gtk_widget_get_first_child (self->buttons);

  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
rebuild (SgnLevelSwitch *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), button);
  self->wished = NULL;
  self->catalogue = sgn_checklist_get_catalogue (self->checklist);
  gtk_widget_set_visible (GTK_WIDGET (self), sgn_check_range_is_offered (self->catalogue));
  if (!sgn_check_range_is_offered (self->catalogue))
    return;
  for (guint i = 0; i < self->catalogue->levels->len; i++)
    add_button (self, get_level (self, i));
}

static void
refresh (SgnLevelSwitch *self)
{
  GtkWidget *button;

  self->filling = TRUE;
  if (self->catalogue != sgn_checklist_get_catalogue (self->checklist))
    rebuild (self);
  button = gtk_widget_get_first_child (self->buttons);
  for (guint i = 0; button != NULL; i++) {
    if (get_level (self, i) == sgn_checklist_get_level (self->checklist))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
    button = gtk_widget_get_next_sibling (button);
  }
  self->filling = FALSE;
  aim (self);
}

static void
sgn_level_switch_dispose (GObject *object)
{
  g_clear_object (&SGN_LEVEL_SWITCH (object)->checklist);
  g_clear_object (&SGN_LEVEL_SWITCH (object)->saving);

  G_OBJECT_CLASS (sgn_level_switch_parent_class)->dispose (object);
}

static void
sgn_level_switch_class_init (SgnLevelSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_level_switch_dispose;
}

static void
sgn_level_switch_init (SgnLevelSwitch *self)
{
  GtkWidget *label = gtk_label_new (C_ ("level", "Range"));

  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (label, "muted");
  gtk_widget_add_css_class (label, "sg-small");
  gtk_box_append (GTK_BOX (self), label);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->buttons, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("level", "Range"), -1);
  gtk_box_append (GTK_BOX (self), self->buttons);
}

void
sgn_level_switch_watch (SgnLevelSwitch *self, SgnChecklist *checklist, SgnSaving *saving)
{
  g_return_if_fail (SGN_IS_LEVEL_SWITCH (self));
  g_return_if_fail (self->checklist == NULL);

  self->checklist = g_object_ref (checklist);
  self->saving = g_object_ref (saving);
  g_signal_connect_object (checklist, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}
