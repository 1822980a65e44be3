/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-requirement-list.h"

#include <glib/gi18n-lib.h>

#include "sgn-check-keys.h"
#include "sgn-checklist-progress.h"
#include "sgn-criterion-row.h"
#include "sgn-requirement-row.h"

/* How many rows may stand unfolded at once when only some are wanted. */
#define FEW_ROWS 30
/* Questions without requirements stand together in runs of so many. */
#define RUN 20

/* A requirement as it stands in the list. Its first row is the head, the others are there only
 * while it is unfolded. */
typedef struct {
  guint first; /* of the checklist's items */
  guint last;
  GtkListBox *rows;
  SgnRequirementRow *head;
} Part;

struct _SgnRequirementList {
  GtkBox parent_instance;

  GtkWidget *nothing;

  SgnChecklist *checklist;
  GArray *parts; /* of Part */
  const SgnSection *section;
  const char *level;
  SgnFilter filter;
  SgnLook look;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (SgnRequirementList, sgn_requirement_list, GTK_TYPE_BOX)

enum {
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const Part *
get_part (SgnRequirementList *self, guint index)
{
  return &g_array_index (self->parts, Part, index);
}

/* Of the part's criteria; the head stands before them. */
static SgnCriterionRow *
get_row (const Part *part, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (part->rows, (int) index + 1);

  return row != NULL ? SGN_CRITERION_ROW (row) : NULL;
}

static gboolean
passes (SgnRequirementList *self, guint index)
{
  return sgn_check_filter_passes (self->checklist, index, self->filter, self->look);
}

static gboolean
is_filtered (SgnRequirementList *self)
{
  return self->filter != SGN_FILTER_ALL || self->look != SGN_LOOK_ANY;
}

static guint
count_passing (SgnRequirementList *self, const Part *part)
{
  guint count = 0;

  for (guint i = part->first; i <= part->last; i++)
    count += passes (self, i);
  return count;
}

static void
add_rows (SgnRequirementList *self, const Part *part)
{
  for (guint i = part->first; i <= part->last; i++) {
    GtkWidget *row = sgn_criterion_row_new (self->checklist, i);

    sgn_criterion_row_set_narrow (SGN_CRITERION_ROW (row), self->narrow);
    gtk_widget_set_visible (row, passes (self, i));
    gtk_list_box_append (part->rows, row);
  }
}

static void
remove_rows (const Part *part)
{
  SgnCriterionRow *row;

  while ((row = get_row (part, 0)) != NULL)
    gtk_list_box_remove (part->rows, GTK_WIDGET (row));
}

static void
set_open (SgnRequirementList *self, const Part *part, gboolean open)
{
  if (sgn_requirement_row_get_open (part->head) == open)
    return;
  sgn_requirement_row_set_open (part->head, open);
  if (open)
    add_rows (self, part);
  else
    remove_rows (part);
}

/* Everything that passes a filter stands unfolded, as long as that is not too much to read. */
static gboolean
shows_all_passing (SgnRequirementList *self)
{
  guint count = 0;

  if (!is_filtered (self))
    return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    count += count_passing (self, get_part (self, i));
  return count <= FEW_ROWS;
}

static void
open_only (SgnRequirementList *self, const Part *wanted)
{
  for (guint i = 0; i < self->parts->len; i++)
    set_open (self, get_part (self, i), get_part (self, i) == wanted);
}

static void
open_passing (SgnRequirementList *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    set_open (self, get_part (self, i), count_passing (self, get_part (self, i)) > 0);
}

/* (nullable) */
static const Part *
find_part (SgnRequirementList *self, guint index)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (index >= get_part (self, i)->first && index <= get_part (self, i)->last)
      return get_part (self, i);
  return NULL;
}

static void
open_position (SgnRequirementList *self)
{
  const Part *part = find_part (self, sgn_checklist_get_position (self->checklist));

  if (shows_all_passing (self))
    open_passing (self);
  else if (part != NULL && !sgn_requirement_row_get_open (part->head))
    open_only (self, part);
}

static guint
refresh_part (SgnRequirementList *self, const Part *part)
{
  guint shown = count_passing (self, part);
  SgnCriterionRow *row;

  sgn_requirement_row_refresh (part->head, self->checklist);
  for (guint i = 0; (row = get_row (part, i)) != NULL; i++) {
    sgn_criterion_row_refresh (row, self->checklist);
    gtk_widget_set_visible (GTK_WIDGET (row), passes (self, sgn_criterion_row_get_index (row)));
  }
  gtk_widget_set_visible (GTK_WIDGET (part->rows), shown > 0);
  return shown;
}

/* Where the work of a requirement is left. */
static guint
find_work (SgnRequirementList *self, const Part *part)
{
  for (guint i = part->first; i <= part->last; i++)
    if (sgn_checklist_get_mark (self->checklist, i) == SGN_MARK_NONE)
      return i;
  return part->first;
}

static void
toggle (SgnRequirementList *self, const Part *part, gboolean open)
{
  guint position = sgn_checklist_get_position (self->checklist);

  if (!open || shows_all_passing (self))
    set_open (self, part, open);
  else
    open_only (self, part);
  if (open && find_part (self, position) != part)
    sgn_checklist_set_position (self->checklist, find_work (self, part));
}

static void
row_activated_cb (SgnRequirementList *self, GtkListBoxRow *row, GtkListBox *rows)
{
  for (guint i = 0; SGN_IS_REQUIREMENT_ROW (row) && i < self->parts->len; i++)
    if (get_part (self, i)->rows == rows) {
      toggle (self, get_part (self, i), !sgn_requirement_row_get_open (SGN_REQUIREMENT_ROW (row)));
      return;
    }
  g_signal_emit (self, signals[SIGNAL_OPENED], 0,
                 sgn_criterion_row_get_index (SGN_CRITERION_ROW (row)));
}

static void
add_part (SgnRequirementList *self, guint first, guint last)
{
  GtkWidget *head = sgn_requirement_row_new (self->checklist, first, last);
  GtkWidget *rows = gtk_list_box_new ();
  Part part = { first, last, GTK_LIST_BOX (rows), SGN_REQUIREMENT_ROW (head) };

  gtk_list_box_set_selection_mode (part.rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_list_box_append (part.rows, head);
  sgn_requirement_row_set_narrow (part.head, self->narrow);
  sgn_check_keys_join (part.rows);
  g_signal_connect_object (rows, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), rows);
  g_array_append_val (self->parts, part);
}

/* Whether item @index does not belong to the requirement that begins at @first. */
static gboolean
starts_part (SgnRequirementList *self, guint first, guint index)
{
  const SgnItem *item = sgn_checklist_get_item (self->checklist, index);
  const SgnGroup *group = sgn_checklist_get_item (self->checklist, first)->group;

  return item->section != self->section || item->group != group ||
         (group == NULL && index - first == RUN);
}

static void
add_parts (SgnRequirementList *self)
{
  guint n = sgn_checklist_get_n_items (self->checklist);
  guint first = 0;

  while (first < n) {
    guint end = first + 1;

    if (sgn_checklist_get_item (self->checklist, first)->section == self->section) {
      while (end < n && !starts_part (self, first, end))
        end++;
      add_part (self, first, end - 1);
    }
    first = end;
  }
}

static void
remove_parts (SgnRequirementList *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    gtk_box_remove (GTK_BOX (self), GTK_WIDGET (get_part (self, i)->rows));
  g_array_set_size (self->parts, 0);
}

/* Another section, or another level of it. */
static void
turn_page (SgnRequirementList *self)
{
  const SgnSection *section = sgn_checklist_find_page (self->checklist);
  const char *level = sgn_checklist_get_level (self->checklist);

  if (self->section == section && self->level == level)
    return;
  remove_parts (self);
  self->section = section;
  self->level = level;
  if (section == NULL)
    return;
  add_parts (self);
  open_position (self);
}

static void
refresh (SgnRequirementList *self)
{
  guint shown = 0;

  turn_page (self);
  for (guint i = 0; i < self->parts->len; i++)
    shown += refresh_part (self, get_part (self, i));
  gtk_widget_set_visible (self->nothing, shown == 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->section != NULL);
}

static void
moved_cb (SgnRequirementList *self)
{
  refresh (self);
  open_position (self);
}

static const Part *
find_focused_head (SgnRequirementList *self)
{
  GtkWidget *focus = sgn_check_keys_find_focus (GTK_WIDGET (self), GTK_TYPE_LIST_BOX_ROW);

  for (guint i = 0; focus != NULL && i < self->parts->len; i++)
    if (gtk_widget_get_parent (focus) == GTK_WIDGET (get_part (self, i)->rows))
      return get_part (self, i);
  return NULL;
}

/* Left on a criterion goes to its requirement first, as in a tree. */
static gboolean
act_on_arrow (SgnRequirementList *self, guint key)
{
  const Part *part = find_focused_head (self);
  gboolean on_head;

  if (part == NULL)
    return FALSE;
  on_head = gtk_widget_has_focus (GTK_WIDGET (part->head));
  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    toggle (self, part, TRUE);
  else if (on_head)
    toggle (self, part, FALSE);
  else
    gtk_widget_grab_focus (GTK_WIDGET (part->head));
  return TRUE;
}

static gboolean
act_on_value (SgnRequirementList *self, guint key, GdkModifierType state)
{
  GtkWidget *row = sgn_check_keys_find_focus (GTK_WIDGET (self), SGN_TYPE_CRITERION_ROW);
  const SgnScaleValue *value;
  guint index;

  if (row == NULL)
    return FALSE;
  index = sgn_criterion_row_get_index (SGN_CRITERION_ROW (row));
  value = sgn_check_keys_find_value (self->checklist, index, key, state);
  if (value == NULL)
    return FALSE;
  sgn_check_keys_answer (self->checklist, index, value->key, row);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType state,
                SgnRequirementList *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) == 0 &&
      (key == GDK_KEY_Left || key == GDK_KEY_KP_Left || key == GDK_KEY_Right ||
       key == GDK_KEY_KP_Right))
    return act_on_arrow (self, key);
  return act_on_value (self, key, state);
}

static void
sgn_requirement_list_dispose (GObject *object)
{
  SgnRequirementList *self = SGN_REQUIREMENT_LIST (object);

  remove_parts (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_REQUIREMENT_LIST);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (sgn_requirement_list_parent_class)->dispose (object);
}

static void
sgn_requirement_list_finalize (GObject *object)
{
  g_clear_pointer (&SGN_REQUIREMENT_LIST (object)->parts, g_array_unref);

  G_OBJECT_CLASS (sgn_requirement_list_parent_class)->finalize (object);
}

static void
sgn_requirement_list_class_init (SgnRequirementListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_requirement_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_requirement_list_finalize;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", SGN_TYPE_REQUIREMENT_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-requirement-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnRequirementList, nothing);
}

static void
sgn_requirement_list_init (SgnRequirementList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * sgn_requirement_list_watch:
 * @self: a list
 * @checklist: whose questions it shows, if it is a large one
 */
void
sgn_requirement_list_watch (SgnRequirementList *self, SgnChecklist *checklist)
{
  g_return_if_fail (SGN_IS_REQUIREMENT_LIST (self));
  g_return_if_fail (self->checklist == NULL);

  self->checklist = g_object_ref (checklist);
  g_signal_connect_object (checklist, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (checklist, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
sgn_requirement_list_set_filter (SgnRequirementList *self, SgnFilter filter, SgnLook look)
{
  const Part *part;

  g_return_if_fail (SGN_IS_REQUIREMENT_LIST (self));

  self->filter = filter;
  self->look = look;
  if (self->section == NULL)
    return;
  part = find_part (self, sgn_checklist_get_position (self->checklist));
  for (guint i = 0; i < self->parts->len && count_passing (self, part) == 0; i++)
    part = get_part (self, i);
  if (shows_all_passing (self))
    open_passing (self);
  else
    open_only (self, part);
  refresh (self);
}

void
sgn_requirement_list_set_narrow (SgnRequirementList *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_REQUIREMENT_LIST (self));

  self->narrow = narrow;
  for (guint i = 0; i < self->parts->len; i++) {
    SgnCriterionRow *row;

    sgn_requirement_row_set_narrow (get_part (self, i)->head, narrow);
    for (guint k = 0; (row = get_row (get_part (self, i), k)) != NULL; k++)
      sgn_criterion_row_set_narrow (row, narrow);
  }
}

static GtkWidget *
find_row (const Part *part, guint index)
{
  SgnCriterionRow *row;

  for (guint i = 0; (row = get_row (part, i)) != NULL; i++)
    if (sgn_criterion_row_get_index (row) == index && gtk_widget_get_visible (GTK_WIDGET (row)))
      return GTK_WIDGET (row);
  return GTK_WIDGET (part->head);
}

/**
 * sgn_requirement_list_show_item:
 * @self: a list
 * @index: of an item on its page
 *
 * Gives the focus to the row of the item, which also brings it into view; where the filter leaves
 * it out, to its requirement or to the first one that is there.
 */
void
sgn_requirement_list_show_item (SgnRequirementList *self, guint index)
{
  const Part *part;

  g_return_if_fail (SGN_IS_REQUIREMENT_LIST (self));

  part = find_part (self, index);
  for (guint i = 0; i < self->parts->len; i++)
    if (part == NULL || !gtk_widget_get_visible (GTK_WIDGET (part->rows)))
      part = get_part (self, i);
  if (part == NULL || !gtk_widget_get_visible (GTK_WIDGET (part->rows)))
    return;
  if (!sgn_requirement_row_get_open (part->head))
    toggle (self, part, TRUE);
  gtk_widget_grab_focus (find_row (part, index));
}
