/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-columns.h"

#include "sgn-text-size.h"

#define SIDE_WIDTH 236
#define GAP 20
#define SPACING 12

struct _SgnColumns {
  GtkWidget parent_instance;

  GHashTable *asides; /* the children of the side column */
  gboolean narrow;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SgnColumns,
                               sgn_columns,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

typedef enum {
  PROP_NARROW = 1,
} SgnColumnsProperty;

static GParamSpec *properties[PROP_NARROW + 1];

typedef enum {
  COLUMN_MAIN,
  COLUMN_SIDE,
} Column;

/* Which column a child lies in now: all in the main one when narrow, or when nothing is aside. */
static Column
get_column (SgnColumns *self, GtkWidget *child)
{
  return !self->narrow && g_hash_table_contains (self->asides, child) ? COLUMN_SIDE : COLUMN_MAIN;
}

static gboolean
has_side (SgnColumns *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (get_column (self, child) == COLUMN_SIDE && gtk_widget_should_layout (child))
      return TRUE;
  return FALSE;
}

static int
get_side_width (SgnColumns *self)
{
  return has_side (self) ? sgn_text_scale_px (GTK_WIDGET (self), SIDE_WIDTH) : 0;
}

static int
get_column_width (SgnColumns *self, Column column, int width)
{
  int side = get_side_width (self);

  if (column == COLUMN_SIDE)
    return side;
  return side > 0 ? MAX (width - side - GAP, 0) : width;
}

/* The width a child gets in a column of @width: never less than it needs. */
static int
get_child_width (GtkWidget *child, int width)
{
  int needed = 0;

  if (width < 0)
    return -1;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  return MAX (needed, width);
}

static int
measure_column_height (SgnColumns *self, Column column, int width, gboolean natural)
{
  int total = 0;
  gboolean first = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least = 0;
    int best = 0;

    if (!gtk_widget_should_layout (child) || get_column (self, child) != column)
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, get_child_width (child, width), &least,
                        &best, NULL, NULL);
    total += (natural ? best : least) + (first ? 0 : SPACING);
    first = FALSE;
  }
  return total;
}

static void
measure_height (SgnColumns *self, int for_size, int *minimum, int *natural)
{
  for (Column column = COLUMN_MAIN; column <= COLUMN_SIDE; column++) {
    int width = for_size < 0 ? -1 : get_column_width (self, column, for_size);

    *minimum = MAX (*minimum, measure_column_height (self, column, width, FALSE));
    *natural = MAX (*natural, measure_column_height (self, column, width, TRUE));
  }
}

static void
measure_width (SgnColumns *self, int *minimum, int *natural)
{
  int side = get_side_width (self);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least = 0;
    int best = 0;

    if (!gtk_widget_should_layout (child) || get_column (self, child) == COLUMN_SIDE)
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural = MAX (*natural, best);
  }
  /* Wide again only when the shell says so: the width of one column is always enough. */
  *natural += side > 0 ? side + GAP : 0;
}

static void
sgn_columns_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    measure_height (SGN_COLUMNS (widget), for_size, minimum, natural);
  else
    measure_width (SGN_COLUMNS (widget), minimum, natural);
}

static void
allocate_column (SgnColumns *self, Column column, int x, int width)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least = 0;
    int best = 0;
    int needed;

    if (!gtk_widget_should_layout (child) || get_column (self, child) != column)
      continue;
    needed = get_child_width (child, width);
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, needed, &least, &best, NULL, NULL);
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, needed, best }, -1);
    y += best + SPACING;
  }
}

static void
sgn_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SgnColumns *self = SGN_COLUMNS (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int main_width = get_column_width (self, COLUMN_MAIN, width);
  int side = get_side_width (self);

  allocate_column (self, COLUMN_MAIN, rtl ? width - main_width : 0, main_width);
  if (side > 0)
    allocate_column (self, COLUMN_SIDE, rtl ? 0 : width - side, side);
}

static GtkSizeRequestMode
sgn_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sgn_columns_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_columns_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SgnColumns *self = SGN_COLUMNS (buildable);

  g_return_if_fail (GTK_IS_WIDGET (child));

  if (g_strcmp0 (type, "aside") == 0)
    g_hash_table_add (self->asides, child);
  gtk_widget_insert_before (GTK_WIDGET (child), GTK_WIDGET (self), NULL);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = add_child;
}

static void
sgn_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((SgnColumnsProperty) id) {
  case PROP_NARROW:
    g_value_set_boolean (value, SGN_COLUMNS (object)->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SgnColumns *self = SGN_COLUMNS (object);

  switch ((SgnColumnsProperty) id) {
  case PROP_NARROW:
    self->narrow = g_value_get_boolean (value);
    gtk_widget_queue_resize (GTK_WIDGET (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_columns_dispose (GObject *object)
{
  SgnColumns *self = SGN_COLUMNS (object);
  GtkWidget *child;

  g_hash_table_remove_all (self->asides);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sgn_columns_parent_class)->dispose (object);
}

static void
sgn_columns_finalize (GObject *object)
{
  SgnColumns *self = SGN_COLUMNS (object);

  g_clear_pointer (&self->asides, g_hash_table_unref);

  G_OBJECT_CLASS (sgn_columns_parent_class)->finalize (object);
}

static void
sgn_columns_class_init (SgnColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sgn_columns_dispose;
  object_class->finalize = sgn_columns_finalize;
  object_class->get_property = sgn_columns_get_property;
  object_class->set_property = sgn_columns_set_property;
  widget_class->measure = sgn_columns_measure;
  widget_class->size_allocate = sgn_columns_size_allocate;
  widget_class->get_request_mode = sgn_columns_get_request_mode;
  widget_class->system_setting_changed = sgn_columns_system_setting_changed;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sgn_columns_init (SgnColumns *self)
{
  self->asides = g_hash_table_new (NULL, NULL);
}
