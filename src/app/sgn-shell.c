/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-shell.h"

#include "sgn-text-size.h"

#define SIDEBAR_WIDTH 240
#define NARROW_BELOW 720
#define LEAST_WIDTH 360

struct _SgnShell {
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *sidebar;
  gboolean narrow;
  gboolean wants_narrow;
  gboolean revealed;
  guint idle;
};

G_DEFINE_FINAL_TYPE (SgnShell, sgn_shell, GTK_TYPE_WIDGET)

typedef enum {
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_NARROW,
  PROP_REVEALED,
} SgnShellProperty;

static GParamSpec *properties[PROP_REVEALED + 1];

static void
apply_narrow (SgnShell *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->narrow != self->wants_narrow) {
    self->narrow = self->wants_narrow;
    if (!self->narrow)
      sgn_shell_set_revealed (self, FALSE);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    gtk_widget_queue_resize (GTK_WIDGET (self));
  }
}

static gboolean
set_narrow_cb (gpointer user_data)
{
  SgnShell *self = user_data;

  self->idle = 0;
  apply_narrow (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_narrow (SgnShell *self, int width)
{
  return width / sgn_text_scale_get (GTK_WIDGET (self)) < NARROW_BELOW;
}

/* Pages change themselves when the shell turns narrow, which an allocation does not allow: so the
 * word is given from an idle. */
static void
judge_width (SgnShell *self, int width)
{
  self->wants_narrow = is_narrow (self, width);
  if (self->wants_narrow != self->narrow && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, set_narrow_cb, self, NULL);
}

/* Larger letters need more room at once: whether it is there is judged before anybody asks for it,
 * or the window would grow first. */
static void
letters_changed_cb (SgnShell *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width == 0)
    return;
  self->wants_narrow = is_narrow (self, width);
  apply_narrow (self);
}

static int
get_least (GtkWidget *child)
{
  int minimum = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_sidebar_width (SgnShell *self, int available)
{
  return MIN (available, MAX (get_least (self->sidebar),
                              sgn_text_scale_px (GTK_WIDGET (self), SIDEBAR_WIDTH)));
}

static void
allocate_at (GtkWidget *child, int x, int width, int height)
{
  GtkAllocation allocation = { x, 0, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
sgn_shell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SgnShell *self = SGN_SHELL (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int beside = 0;

  judge_width (self, width);
  if (self->sidebar != NULL) {
    gboolean shown = !self->wants_narrow || self->revealed;
    int side = get_sidebar_width (self, width);

    gtk_widget_set_child_visible (self->sidebar, shown);
    if (shown)
      allocate_at (self->sidebar, rtl ? width - side : 0, side, height);
    beside = self->wants_narrow ? 0 : side;
  }
  if (self->content != NULL)
    allocate_at (self->content, rtl ? 0 : beside, MAX (width - beside, get_least (self->content)),
                 height);
}

static void
sgn_shell_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  SgnShell *self = SGN_SHELL (widget);
  int side_minimum = 0;
  int side_natural = 0;

  if (self->content != NULL)
    gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL, NULL);
  if (self->sidebar == NULL)
    return;
  gtk_widget_measure (self->sidebar, orientation, -1, &side_minimum, &side_natural, NULL, NULL);
  /* Wide pages may ask for much, and still the window can be made as small as a narrow page. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !self->narrow)
    *minimum = MIN (*minimum, LEAST_WIDTH);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural += side_natural;
  else
    *natural = MAX (*natural, side_natural);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MAX (*minimum, side_minimum);
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
sgn_shell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
sgn_shell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnShell *self = SGN_SHELL (widget);

  if (self->content != NULL)
    gtk_widget_snapshot_child (widget, self->content, snapshot);
  if (self->narrow && self->revealed)
    gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0, 0, 0, 0.35 },
                               &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                    gtk_widget_get_height (widget)));
  if (self->sidebar != NULL)
    gtk_widget_snapshot_child (widget, self->sidebar, snapshot);
}

static void
sgn_shell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_shell_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

/* A press beside the sidebar that lies over the content puts it away and does nothing else. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, SgnShell *self)
{
  GtkWidget *hit;

  if (!self->narrow || !self->revealed)
    return;
  hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  if (hit != NULL && (hit == self->sidebar || gtk_widget_is_ancestor (hit, self->sidebar)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  sgn_shell_set_revealed (self, FALSE);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SgnShell *self = SGN_SHELL (widget);

  if (!self->narrow || !self->revealed)
    return FALSE;
  sgn_shell_set_revealed (self, FALSE);
  return TRUE;
}

static void
set_child (SgnShell *self, GtkWidget **place, GtkWidget *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  if (child == NULL)
    return;
  *place = child;
  if (place == &self->content)
    gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
  else
    gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

static void
sgn_shell_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SgnShell *self = SGN_SHELL (object);

  switch ((SgnShellProperty) id) {
  case PROP_SIDEBAR:
    g_value_set_object (value, self->sidebar);
    break;
  case PROP_CONTENT:
    g_value_set_object (value, self->content);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  case PROP_REVEALED:
    g_value_set_boolean (value, self->revealed);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_shell_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SgnShell *self = SGN_SHELL (object);

  switch ((SgnShellProperty) id) {
  case PROP_SIDEBAR:
    set_child (self, &self->sidebar, g_value_get_object (value));
    break;
  case PROP_CONTENT:
    set_child (self, &self->content, g_value_get_object (value));
    break;
  case PROP_REVEALED:
    sgn_shell_set_revealed (self, g_value_get_boolean (value));
    break;
  case PROP_NARROW:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_shell_dispose (GObject *object)
{
  SgnShell *self = SGN_SHELL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);

  G_OBJECT_CLASS (sgn_shell_parent_class)->dispose (object);
}

static void
sgn_shell_class_init (SgnShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sgn_shell_dispose;
  object_class->get_property = sgn_shell_get_property;
  object_class->set_property = sgn_shell_set_property;
  widget_class->size_allocate = sgn_shell_size_allocate;
  widget_class->measure = sgn_shell_measure;
  widget_class->get_request_mode = sgn_shell_get_request_mode;
  widget_class->snapshot = sgn_shell_snapshot;
  widget_class->system_setting_changed = sgn_shell_system_setting_changed;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVEALED] =
    g_param_spec_boolean ("revealed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "shell");
}

static void
sgn_shell_init (SgnShell *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * sgn_shell_get_narrow:
 * @self: a shell
 *
 * Returns: whether the width, measured in text, is below 720
 */
gboolean
sgn_shell_get_narrow (SgnShell *self)
{
  g_return_val_if_fail (SGN_IS_SHELL (self), FALSE);

  return self->narrow;
}

/**
 * sgn_shell_get_revealed:
 * @self: a shell
 *
 * Returns: whether the folded sidebar lies over the content
 */
gboolean
sgn_shell_get_revealed (SgnShell *self)
{
  g_return_val_if_fail (SGN_IS_SHELL (self), FALSE);

  return self->revealed;
}

/**
 * sgn_shell_set_revealed:
 * @self: a shell
 * @revealed: whether to show the folded sidebar; without effect on a wide shell
 */
void
sgn_shell_set_revealed (SgnShell *self, gboolean revealed)
{
  g_return_if_fail (SGN_IS_SHELL (self));

  revealed = revealed && self->narrow;
  if (self->revealed == revealed)
    return;
  self->revealed = revealed;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}
