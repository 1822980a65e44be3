/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-item-list.h"

#include <glib/gi18n-lib.h>

#include "sgn-check-keys.h"
#include "sgn-checklist-progress.h"
#include "sgn-item-row.h"
#include "sgn-labels.h"

/* A section as it stands in the list. */
typedef struct {
  const SgnSection *section;
  GtkWidget *box;
  GtkWidget *head;
  GtkLabel *summary;
  GtkListBox *rows;
} Part;

struct _SgnItemList {
  GtkBox parent_instance;

  GtkWidget *nothing;

  SgnChecklist *checklist;
  SgnCatalogue *catalogue; /* the one whose parts stand there */
  GArray *parts;           /* of Part */
  SgnFilter filter;
  SgnLook look;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (SgnItemList, sgn_item_list, GTK_TYPE_BOX)

enum {
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Part *
get_part (SgnItemList *self, guint index)
{
  return &g_array_index (self->parts, Part, index);
}

static SgnItemRow *
get_row (const Part *part, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (part->rows, index);

  return row != NULL ? SGN_ITEM_ROW (row) : NULL;
}

/* “16 / 20 points”, where points are given */
static char *
dup_points (SgnItemList *self, const Part *part)
{
  const SgnCombined *combined = sgn_checklist_get_answers (self->checklist)->combined;
  g_autoptr (SgnScore) score = NULL;

  if (g_strcmp0 (self->catalogue->scoring, "points") != 0)
    return NULL;
  score = sgn_score_new (self->catalogue, combined != NULL ? combined->answers : NULL, NULL);
  for (guint i = 0; i < score->sections->len; i++) {
    const SgnPartScore *section = &g_array_index (score->sections, SgnPartScore, i);

    if (g_strcmp0 (section->id, part->section->id) == 0)
      /* Translators: points reached and points possible */
      return g_strdup_printf (_ ("%d / %d points"), section->total, section->max);
  }
  return NULL;
}

static void
refresh_summary (SgnItemList *self, const Part *part)
{
  g_autofree char *points = dup_points (self, part);
  g_autofree char *summary = NULL;
  guint answered;
  guint items;

  sgn_checklist_count_section (self->checklist, part->section, &answered, &items);
  summary = sgn_label_section_summary (answered, items, points);
  gtk_label_set_text (part->summary, summary);
}

static guint
refresh_part (SgnItemList *self, const Part *part)
{
  guint shown = 0;
  SgnItemRow *row;

  for (int i = 0; (row = get_row (part, i)) != NULL; i++) {
    gboolean visible = sgn_check_filter_passes (self->checklist, sgn_item_row_get_index (row),
                                                self->filter, self->look);

    sgn_item_row_refresh (row, self->checklist);
    gtk_widget_set_visible (GTK_WIDGET (row), visible);
    shown += visible;
  }
  refresh_summary (self, part);
  gtk_widget_set_visible (part->box, shown > 0);
  return shown;
}

static void
row_activated_cb (SgnItemList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, sgn_item_row_get_index (SGN_ITEM_ROW (row)));
}

static GtkWidget *
make_label (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_head (Part *part, const char *title)
{
  GtkWidget *heading = make_label (title, "heading", 0);
  GtkWidget *summary = make_label ("", "muted", 1);

  part->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  part->summary = GTK_LABEL (summary);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (summary, "sg-small");
  gtk_box_append (GTK_BOX (part->head), heading);
  gtk_box_append (GTK_BOX (part->head), summary);
  gtk_box_append (GTK_BOX (part->box), part->head);
}

static void
add_rows (SgnItemList *self, Part *part, const char *title)
{
  part->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (part->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (part->rows), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (part->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  sgn_check_keys_join (part->rows);
  g_signal_connect_object (part->rows, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < sgn_checklist_get_n_items (self->checklist); i++)
    if (sgn_checklist_get_item (self->checklist, i)->section == part->section)
      gtk_list_box_append (part->rows, sgn_item_row_new (self->checklist, i));
  gtk_box_append (GTK_BOX (part->box), GTK_WIDGET (part->rows));
}

static void
add_part (SgnItemList *self, const SgnSection *section)
{
  const char *title = sgn_text_get (&section->title, sgn_language_of_user ());
  Part part = { .section = section };

  part.box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  add_head (&part, title);
  add_rows (self, &part, title);
  gtk_box_append (GTK_BOX (self), part.box);
  g_array_append_val (self->parts, part);
}

static void
apply_narrow (SgnItemList *self)
{
  for (guint i = 0; i < self->parts->len; i++) {
    const Part *part = get_part (self, i);
    SgnItemRow *row;

    gtk_orientable_set_orientation (GTK_ORIENTABLE (part->head), self->narrow
                                                                   ? GTK_ORIENTATION_VERTICAL
                                                                   : GTK_ORIENTATION_HORIZONTAL);
    gtk_label_set_xalign (part->summary, self->narrow ? 0 : 1);
    for (int k = 0; (row = get_row (part, k)) != NULL; k++)
      sgn_item_row_set_narrow (row, self->narrow);
  }
}

static void
rebuild (SgnItemList *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    gtk_box_remove (GTK_BOX (self), get_part (self, i)->box);
  g_array_set_size (self->parts, 0);
  self->catalogue = sgn_checklist_get_catalogue (self->checklist);
  if (sgn_checklist_is_large (self->checklist))
    return;
  for (guint i = 0; i < self->catalogue->sections->len; i++)
    add_part (self, g_ptr_array_index (self->catalogue->sections, i));
  apply_narrow (self);
}

static void
refresh (SgnItemList *self)
{
  guint shown = 0;

  if (self->catalogue != sgn_checklist_get_catalogue (self->checklist))
    rebuild (self);
  for (guint i = 0; i < self->parts->len; i++)
    shown += refresh_part (self, get_part (self, i));
  gtk_widget_set_visible (self->nothing, shown == 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->parts->len > 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType state,
                SgnItemList *self)
{
  GtkWidget *row = sgn_check_keys_find_focus (GTK_WIDGET (self), SGN_TYPE_ITEM_ROW);
  const SgnScaleValue *value;
  guint index;

  if (row == NULL)
    return FALSE;
  index = sgn_item_row_get_index (SGN_ITEM_ROW (row));
  value = sgn_check_keys_find_value (self->checklist, index, key, state);
  if (value == NULL)
    return FALSE;
  sgn_check_keys_answer (self->checklist, index, value->key, row);
  return TRUE;
}

static void
sgn_item_list_dispose (GObject *object)
{
  SgnItemList *self = SGN_ITEM_LIST (object);

  g_array_set_size (self->parts, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_ITEM_LIST);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (sgn_item_list_parent_class)->dispose (object);
}

static void
sgn_item_list_finalize (GObject *object)
{
  g_clear_pointer (&SGN_ITEM_LIST (object)->parts, g_array_unref);

  G_OBJECT_CLASS (sgn_item_list_parent_class)->finalize (object);
}

static void
sgn_item_list_class_init (SgnItemListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_item_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_item_list_finalize;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", SGN_TYPE_ITEM_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-item-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnItemList, nothing);
}

static void
sgn_item_list_init (SgnItemList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * sgn_item_list_watch:
 * @self: a list
 * @checklist: whose questions it shows
 */
void
sgn_item_list_watch (SgnItemList *self, SgnChecklist *checklist)
{
  g_return_if_fail (SGN_IS_ITEM_LIST (self));
  g_return_if_fail (self->checklist == NULL);

  self->checklist = g_object_ref (checklist);
  g_signal_connect_object (checklist, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
sgn_item_list_set_filter (SgnItemList *self, SgnFilter filter, SgnLook look)
{
  g_return_if_fail (SGN_IS_ITEM_LIST (self));

  self->filter = filter;
  self->look = look;
  refresh (self);
}

void
sgn_item_list_set_narrow (SgnItemList *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_ITEM_LIST (self));

  self->narrow = narrow;
  apply_narrow (self);
}

/**
 * sgn_item_list_show_item:
 * @self: a list
 * @index: of an item
 *
 * Gives the focus to the row of the item, which also brings it into view. A row that the filter
 * leaves out cannot take it: the first one that is there does.
 */
void
sgn_item_list_show_item (SgnItemList *self, guint index)
{
  SgnItemRow *first = NULL;

  g_return_if_fail (SGN_IS_ITEM_LIST (self));

  for (guint i = 0; i < self->parts->len; i++) {
    SgnItemRow *row;

    for (int k = 0; (row = get_row (get_part (self, i), k)) != NULL; k++) {
      if (!gtk_widget_get_visible (GTK_WIDGET (row)))
        continue;
      if (first == NULL)
        first = row;
      if (sgn_item_row_get_index (row) == index)
        first = row;
    }
  }
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}
