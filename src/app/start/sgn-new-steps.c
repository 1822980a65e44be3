/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-new-steps.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-new-step.h"
#include "sgn-profile-fields.h"

#define MOST 1000000

typedef enum {
  STEP_SIZE,
  STEP_GOAL,
  STEP_FOLDER,
} Step;
#define N_STEPS 3

static const struct {
  const char *title;
  const char *about;
} steps[N_STEPS] = {
  { N_ ("People and computers"), N_ ("Printed on the sheets that ask for it ・ 30 seconds") },
  { N_ ("How far you want to go"),
    N_ ("Decides what is proposed as your next step ・ 30 seconds") },
  { N_ ("One more place for backups"),
    N_ ("A USB stick or another drive; without one they stay on this computer ・ 1 minute") },
};

static const struct {
  const char *value; /* of SGN_SETTING_GOAL; NULL: not decided */
  const char *label;
} goals[] = {
  { "star-1", N_ ("Only ★: the six rules") },
  { "star-2", N_ ("Up to ★★: the self-check and a policy") },
  { NULL, N_ ("Not decided yet") },
};
#define N_GOALS G_N_ELEMENTS (goals)

struct _SgnNewSteps {
  GtkBox parent_instance;

  GtkListBox *list;
  SgnNewStep *steps[N_STEPS];
  GtkSpinButton *people;
  GtkSpinButton *computers;
  GtkCheckButton *goals[N_GOALS];
  GtkLabel *place;
  char *folder; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SgnNewSteps, sgn_new_steps, GTK_TYPE_BOX)

enum {
  SIGNAL_OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Full-width digits are digits, and nothing is nothing. */
static int
input_cb (GtkSpinButton *spin, double *value)
{
  gint64 number = -1;

  if (!sgn_number_read (gtk_editable_get_text (GTK_EDITABLE (spin)), &number, NULL))
    return GTK_INPUT_ERROR;
  *value = (double) CLAMP (number, 0, MOST);
  return TRUE;
}

static gboolean
output_cb (GtkSpinButton *spin)
{
  if (gtk_spin_button_get_value_as_int (spin) != 0)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (spin), "");
  return TRUE;
}

static gint64
get_number (GtkSpinButton *spin)
{
  gtk_spin_button_update (spin);
  return gtk_spin_button_get_value_as_int (spin) > 0 ? gtk_spin_button_get_value_as_int (spin) : -1;
}

static guint
get_goal_index (SgnNewSteps *self)
{
  for (guint i = 0; i < N_GOALS; i++)
    if (gtk_check_button_get_active (self->goals[i]))
      return i;
  return N_GOALS - 1;
}

/* (nullable): what was said at @step */
static char *
dup_fact (SgnNewSteps *self, Step step)
{
  gint64 people = get_number (self->people);
  gint64 computers = get_number (self->computers);
  g_autofree char *here = NULL;
  g_autofree char *owned = NULL;

  if (step == STEP_GOAL)
    return g_strdup (_ (goals[get_goal_index (self)].label));
  if (step == STEP_FOLDER)
    return self->folder != NULL ? g_filename_display_name (self->folder) : NULL;
  if (people < 0 && computers < 0)
    return NULL;
  here = people > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, people) : g_strdup ("–");
  owned = computers > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, computers) : g_strdup ("–");
  return g_strdup_printf (_ ("People: %s ・ Computers: %s"), here, owned);
}

/* Folds what was at hand before. */
static void
open_step (SgnNewSteps *self, guint number)
{
  for (guint i = 0; i < N_STEPS; i++)
    if (i != number && sgn_new_step_get_state (self->steps[i]) == SGN_STEP_NOW)
      sgn_new_step_set_state (self->steps[i], SGN_STEP_LATER, NULL);
  sgn_new_step_set_state (self->steps[number], SGN_STEP_NOW, NULL);
}

/* The next one that nobody looked at, with the focus at what it asks. */
static void
go_on (SgnNewSteps *self)
{
  for (guint i = 0; i < N_STEPS; i++)
    if (sgn_new_step_get_state (self->steps[i]) == SGN_STEP_LATER) {
      open_step (self, i);
      gtk_widget_grab_focus (GTK_WIDGET (self->steps[i]));
      return;
    }
  g_signal_emit (self, signals[SIGNAL_OVER], 0);
}

static Step
find_step (SgnNewSteps *self, SgnNewStep *step)
{
  Step found = STEP_SIZE;

  while (self->steps[found] != step)
    found++;
  return found;
}

static void
taken_cb (SgnNewSteps *self, SgnNewStep *step)
{
  g_autofree char *fact = dup_fact (self, find_step (self, step));

  sgn_new_step_set_state (step, SGN_STEP_DONE, fact != NULL ? fact : _ ("Nothing said"));
  go_on (self);
}

static void
skipped_cb (SgnNewSteps *self, SgnNewStep *step)
{
  switch (find_step (self, step)) {
  case STEP_SIZE:
    gtk_spin_button_set_value (self->people, 0);
    gtk_spin_button_set_value (self->computers, 0);
    break;
  case STEP_GOAL:
    gtk_check_button_set_active (self->goals[N_GOALS - 1], TRUE);
    break;
  case STEP_FOLDER:
    sgn_new_steps_set_folder (self, NULL);
    break;
  }
  sgn_new_step_set_state (step, SGN_STEP_DONE, _ ("Skipped"));
  go_on (self);
}

static void
activated_cb (SgnNewSteps *self, GtkListBoxRow *row)
{
  open_step (self, find_step (self, SGN_NEW_STEP (row)));
}

static void
entered_cb (SgnNewSteps *self)
{
  sgn_new_step_take (self->steps[STEP_SIZE]);
}

static GtkSpinButton *
add_number (SgnNewSteps *self, GtkGrid *grid, int line, const char *words)
{
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST, 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), FALSE);
  gtk_spin_button_set_update_policy (GTK_SPIN_BUTTON (spin), GTK_UPDATE_IF_VALID);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 6);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect (spin, "input", G_CALLBACK (input_cb), NULL);
  g_signal_connect (spin, "output", G_CALLBACK (output_cb), NULL);
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (spin)), "activate",
                            G_CALLBACK (entered_cb), self);
  gtk_editable_set_text (GTK_EDITABLE (spin), "");
  gtk_grid_attach (grid, label, 0, line, 1, 1);
  gtk_grid_attach (grid, spin, 1, line, 1, 1);
  return GTK_SPIN_BUTTON (spin);
}

static GtkWidget *
make_size (SgnNewSteps *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->people = add_number (self, GTK_GRID (grid), 0, _ ("People who work here"));
  self->computers = add_number (self, GTK_GRID (grid), 1, _ ("Computers"));
  return grid;
}

static GtkWidget *
make_goal (SgnNewSteps *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (guint i = 0; i < N_GOALS; i++) {
    self->goals[i] = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ (goals[i].label)));
    gtk_check_button_set_group (self->goals[i], i > 0 ? self->goals[0] : NULL);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->goals[i]));
  }
  gtk_check_button_set_active (self->goals[N_GOALS - 1], TRUE);
  return box;
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnNewSteps) self = user_data;
  g_autoptr (GFile) file = sgn_open_folder_finish (GTK_WINDOW (object), result, NULL);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    sgn_new_steps_set_folder (self, path);
}

static void
choose_cb (SgnNewSteps *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  sgn_open_folder_async (GTK_WINDOW (root), _ ("Choose a folder for backups"), chosen_cb,
                         g_object_ref (self));
}

static GtkWidget *
make_folder (SgnNewSteps *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Choose a _Folder…"));

  self->place = GTK_LABEL (gtk_label_new (_ ("None chosen yet")));
  gtk_label_set_xalign (self->place, 0);
  gtk_label_set_ellipsize (self->place, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
sgn_new_steps_finalize (GObject *object)
{
  g_clear_pointer (&SGN_NEW_STEPS (object)->folder, g_free);

  G_OBJECT_CLASS (sgn_new_steps_parent_class)->finalize (object);
}

static void
sgn_new_steps_class_init (SgnNewStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_new_steps_finalize;

  signals[SIGNAL_OVER] = g_signal_new ("over", SGN_TYPE_NEW_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
}

static void
sgn_new_steps_init (SgnNewSteps *self)
{
  GtkWidget *questions[N_STEPS] = { make_size (self), make_goal (self), make_folder (self) };

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_hexpand (GTK_WIDGET (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("If you like, go on"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  for (guint i = 0; i < N_STEPS; i++) {
    GtkWidget *step =
      sgn_new_step_new (i + 1, _ (steps[i].title), _ (steps[i].about), questions[i]);

    self->steps[i] = SGN_NEW_STEP (step);
    g_signal_connect_swapped (step, "taken", G_CALLBACK (taken_cb), self);
    g_signal_connect_swapped (step, "skipped", G_CALLBACK (skipped_cb), self);
    gtk_list_box_append (self->list, step);
  }
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  open_step (self, STEP_SIZE);
}

void
sgn_new_steps_fill (SgnNewSteps *self, SgnProfile *profile)
{
  g_return_if_fail (SGN_IS_NEW_STEPS (self));

  profile->employees = get_number (self->people);
  profile->computers = get_number (self->computers);
}

const char *
sgn_new_steps_get_goal (SgnNewSteps *self)
{
  g_return_val_if_fail (SGN_IS_NEW_STEPS (self), NULL);

  return goals[get_goal_index (self)].value;
}

const char *
sgn_new_steps_get_folder (SgnNewSteps *self)
{
  g_return_val_if_fail (SGN_IS_NEW_STEPS (self), NULL);

  return self->folder;
}

/**
 * sgn_new_steps_set_folder:
 * @self: the steps
 * @folder: (nullable): a path; %NULL: none
 */
void
sgn_new_steps_set_folder (SgnNewSteps *self, const char *folder)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (SGN_IS_NEW_STEPS (self));

  shown = folder != NULL ? g_filename_display_name (folder) : g_strdup (_ ("None chosen yet"));
  g_free (self->folder);
  self->folder = g_strdup (folder);
  gtk_label_set_text (self->place, shown);
}
