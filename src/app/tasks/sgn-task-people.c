/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-people.h"

#include <glib/gi18n-lib.h>

#include "sgn-plan-words.h"
#include "sgn-task-mark.h"

/* Tiles in a row, and how many there may be at all. */
#define COLUMNS 5
#define MOST_TILES 10
#define MARK_SIZE 18

struct _SgnTaskPeople {
  GtkBox parent_instance;

  GtkGrid *tiles;
  GtkDropDown *choice;

  GArray *owners; /* of gint64, as the tiles stand */
  GPtrArray *words;
  gint64 owner;
  gboolean narrow;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnTaskPeople, sgn_task_people, GTK_TYPE_BOX)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choose (SgnTaskPeople *self, gint64 owner)
{
  if (self->filling || self->owner == owner)
    return;
  sgn_task_people_set_owner (self, owner);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static GtkWidget *
get_tile (SgnTaskPeople *self, guint index)
{
  return gtk_grid_get_child_at (self->tiles, (int) (index % COLUMNS), (int) (index / COLUMNS));
}

static void
toggled_cb (SgnTaskPeople *self, GtkToggleButton *tile)
{
  if (!gtk_toggle_button_get_active (tile))
    return;
  for (guint i = 0; i < self->owners->len; i++)
    if (get_tile (self, i) == GTK_WIDGET (tile))
      choose (self, g_array_index (self->owners, gint64, i));
}

static void
selected_cb (SgnTaskPeople *self)
{
  guint index = gtk_drop_down_get_selected (self->choice);

  if (index < self->owners->len)
    choose (self, g_array_index (self->owners, gint64, index));
}

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
dup_open_words (guint open)
{
  return open > 0 ? g_strdup_printf (C_ ("tasks", "%u open"), open)
                  : g_strdup (C_ ("tasks", "All done"));
}

/* How much is open, and with its shape how much of that is overdue. */
static GtkWidget *
make_counts (guint open, guint overdue)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *words = dup_open_words (open);
  g_autofree char *late = g_strdup_printf (C_ ("tasks", "%u late"), overdue);
  GtkWidget *mark;

  gtk_widget_add_css_class (line, "sg-small");
  gtk_box_append (GTK_BOX (line), make_label (words, "tnum"));
  if (overdue == 0)
    return line;
  mark = sgn_task_mark_new (MARK_SIZE);
  sgn_task_mark_set_mark (SGN_TASK_MARK (mark), SGN_MARK_OVERDUE);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), make_label (late, "latetext"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (line), "word");
  return line;
}

static GtkWidget *
make_head (const char *name, const char *department)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (line), make_label (name, "word"));
  if (department != NULL) {
    GtkWidget *label = make_label (department, "muted");

    gtk_widget_add_css_class (label, "sg-small");
    gtk_box_append (GTK_BOX (line), label);
  }
  return line;
}

/* One tile, and the same as a line of the drop-down. */
static void
add_tile (SgnTaskPeople *self,
          gint64 owner,
          const char *name,
          const char *department,
          guint open,
          guint overdue)
{
  GtkWidget *tile = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *state = dup_open_words (open);
  g_autofree char *late =
    overdue > 0 ? g_strdup_printf (C_ ("tasks", ", %u late"), overdue) : g_strdup ("");
  char *words = g_strdup_printf (C_ ("tasks", "%s: %s%s"), name, state, late);
  int index = (int) self->owners->len;

  gtk_box_append (GTK_BOX (box), make_head (name, department));
  gtk_box_append (GTK_BOX (box), make_counts (open, overdue));
  gtk_button_set_child (GTK_BUTTON (tile), box);
  gtk_widget_add_css_class (tile, "ptile");
  gtk_widget_set_tooltip_text (tile, department);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tile), owner == self->owner);
  if (index > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tile), GTK_TOGGLE_BUTTON (get_tile (self, 0)));
  g_signal_connect_object (tile, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->tiles, tile, index % COLUMNS, index / COLUMNS, 1, 1);
  g_array_append_val (self->owners, owner);
  g_ptr_array_add (self->words, words);
}

static void
add_owner (SgnTaskPeople *self, const SgnBoardOwner *owner)
{
  g_autofree char *name = owner->person != NULL ? sgn_plan_words_family_name (owner->person)
                                                : g_strdup (C_ ("tasks", "Nobody yet"));

  add_tile (self, owner->id, name,
            owner->person != NULL ? sgn_plan_words_department (owner->person) : NULL, owner->open,
            owner->overdue);
}

static void
clear (SgnTaskPeople *self)
{
  GtkWidget *tile;

  while ((tile = gtk_widget_get_first_child (GTK_WIDGET (self->tiles))) != NULL)
    gtk_grid_remove (self->tiles, tile);
  g_array_set_size (self->owners, 0);
  g_ptr_array_set_size (self->words, 0);
}

static gboolean
has_owner (const SgnTaskBoard *board, gint64 id)
{
  for (guint i = 0; i < board->owners->len; i++)
    if (((const SgnBoardOwner *) board->owners->pdata[i])->id == id)
      return TRUE;
  return id == SGN_BOARD_ANYBODY;
}

static void
add_tiles (SgnTaskPeople *self, const SgnTaskBoard *board)
{
  guint open = 0;
  guint overdue = 0;

  for (guint i = 0; i < board->owners->len; i++) {
    const SgnBoardOwner *owner = g_ptr_array_index (board->owners, i);

    open += owner->open;
    overdue += owner->overdue;
  }
  add_tile (self, SGN_BOARD_ANYBODY, C_ ("tasks", "Everybody"), NULL, open, overdue);
  for (guint i = 0; i < board->owners->len; i++)
    add_owner (self, g_ptr_array_index (board->owners, i));
}

static void
fill_choice (SgnTaskPeople *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->words->len; i++)
    gtk_string_list_append (words, g_ptr_array_index (self->words, i));
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (words));
  for (guint i = 0; i < self->owners->len; i++)
    if (g_array_index (self->owners, gint64, i) == self->owner)
      gtk_drop_down_set_selected (self->choice, i);
}

/* Of one there is nothing to choose. */
static void
update_shape (SgnTaskPeople *self)
{
  gboolean tiles = !self->narrow && self->owners->len <= MOST_TILES;

  gtk_widget_set_visible (GTK_WIDGET (self), self->owners->len > 2);
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), tiles);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), !tiles);
}

static void
sgn_task_people_finalize (GObject *object)
{
  SgnTaskPeople *self = SGN_TASK_PEOPLE (object);

  g_array_unref (self->owners);
  g_ptr_array_unref (self->words);

  G_OBJECT_CLASS (sgn_task_people_parent_class)->finalize (object);
}

static void
sgn_task_people_class_init (SgnTaskPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_task_people_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SGN_TYPE_TASK_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
sgn_task_people_init (SgnTaskPeople *self)
{
  self->owners = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->owner = SGN_BOARD_ANYBODY;
  self->tiles = GTK_GRID (gtk_grid_new ());
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_grid_set_column_homogeneous (self->tiles, TRUE);
  gtk_grid_set_column_spacing (self->tiles, 8);
  gtk_grid_set_row_spacing (self->tiles, 8);
  gtk_widget_set_hexpand (GTK_WIDGET (self->tiles), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->choice), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Whose tasks"), -1);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->tiles));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->choice));
}

/* The index of the tile with the focus; -1 when it is elsewhere. */
static int
find_focus (SgnTaskPeople *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  for (guint i = 0; root != NULL && i < self->owners->len; i++)
    if (gtk_root_get_focus (root) == get_tile (self, i))
      return (int) i;
  return -1;
}

void
sgn_task_people_show (SgnTaskPeople *self, const SgnTaskBoard *board)
{
  int focus;

  g_return_if_fail (SGN_IS_TASK_PEOPLE (self));

  focus = find_focus (self);
  self->filling = TRUE;
  if (!has_owner (board, self->owner))
    self->owner = SGN_BOARD_ANYBODY;
  clear (self);
  add_tiles (self, board);
  fill_choice (self);
  self->filling = FALSE;
  update_shape (self);
  if (focus >= 0 && (guint) focus < self->owners->len)
    gtk_widget_grab_focus (get_tile (self, (guint) focus));
}

void
sgn_task_people_set_narrow (SgnTaskPeople *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_TASK_PEOPLE (self));

  self->narrow = narrow;
  update_shape (self);
}

gint64
sgn_task_people_get_owner (SgnTaskPeople *self)
{
  g_return_val_if_fail (SGN_IS_TASK_PEOPLE (self), SGN_BOARD_ANYBODY);

  return self->owner;
}

void
sgn_task_people_set_owner (SgnTaskPeople *self, gint64 owner)
{
  g_return_if_fail (SGN_IS_TASK_PEOPLE (self));

  self->owner = owner;
  self->filling = TRUE;
  for (guint i = 0; i < self->owners->len; i++)
    if (g_array_index (self->owners, gint64, i) == owner) {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_tile (self, i)), TRUE);
      gtk_drop_down_set_selected (self->choice, i);
    }
  self->filling = FALSE;
}
