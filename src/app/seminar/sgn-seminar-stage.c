/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-seminar-stage.h"

#include <math.h>

#define WIDTH 1280
#define HEIGHT 720
#define LEAST_WIDTH 320
#define LEAST_HEIGHT 180
/* Size of the letters at that width and height; the style sheet counts from it. */
#define LETTERS 16
#define LEAST_LETTERS 4

struct _SgnSeminarStage {
  GtkWidget parent_instance;

  GtkWidget *child;
  GtkCssProvider *style;
  int letters;
  int wanted;
  guint idle;
};

G_DEFINE_FINAL_TYPE (SgnSeminarStage, sgn_seminar_stage, GTK_TYPE_WIDGET)

typedef enum {
  PROP_CHILD = 1,
  PROP_SCALE,
} SgnSeminarStageProperty;

static GParamSpec *properties[PROP_SCALE + 1];

static void
apply_letters (SgnSeminarStage *self)
{
  g_autofree char *style = g_strdup_printf ("seminar { font-size: %dpx; }", self->wanted);

  self->letters = self->wanted;
  gtk_css_provider_load_from_data (self->style, style, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
}

static gboolean
apply_letters_cb (gpointer user_data)
{
  SgnSeminarStage *self = user_data;

  self->idle = 0;
  apply_letters (self);
  return G_SOURCE_REMOVE;
}

static void
sgn_seminar_stage_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = wide ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = wide ? WIDTH : HEIGHT;
}

/* Until the letters have followed, the child may be larger than the window. */
static void
allocate_child (SgnSeminarStage *self, int width, int height)
{
  int least_width = 0;
  int least_height = 0;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL,
                      NULL);
  gtk_widget_allocate (self->child, width, MAX (height, least_height), -1, NULL);
}

static void
sgn_seminar_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SgnSeminarStage *self = SGN_SEMINAR_STAGE (widget);
  double scale = MIN (width / (double) WIDTH, height / (double) HEIGHT);

  self->wanted = MAX (LEAST_LETTERS, (int) floor (LETTERS * scale));
  if (self->wanted != self->letters && self->idle == 0)
    self->idle = g_idle_add (apply_letters_cb, self);
  if (self->child != NULL)
    allocate_child (self, width, height);
}

static void
sgn_seminar_stage_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SgnSeminarStage *self = SGN_SEMINAR_STAGE (object);

  switch ((SgnSeminarStageProperty) id) {
  case PROP_CHILD:
    g_value_set_object (value, self->child);
    break;
  case PROP_SCALE:
    g_value_set_double (value, self->letters / (double) LETTERS);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_seminar_stage_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SgnSeminarStage *self = SGN_SEMINAR_STAGE (object);

  switch ((SgnSeminarStageProperty) id) {
  case PROP_CHILD:
    g_clear_pointer (&self->child, gtk_widget_unparent);
    self->child = g_value_get_object (value);
    if (self->child != NULL)
      gtk_widget_set_parent (self->child, GTK_WIDGET (self));
    break;
  case PROP_SCALE:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_seminar_stage_dispose (GObject *object)
{
  SgnSeminarStage *self = SGN_SEMINAR_STAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  if (self->style != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->style));
  g_clear_object (&self->style);

  G_OBJECT_CLASS (sgn_seminar_stage_parent_class)->dispose (object);
}

static void
sgn_seminar_stage_class_init (SgnSeminarStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sgn_seminar_stage_dispose;
  object_class->get_property = sgn_seminar_stage_get_property;
  object_class->set_property = sgn_seminar_stage_set_property;
  widget_class->measure = sgn_seminar_stage_measure;
  widget_class->size_allocate = sgn_seminar_stage_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCALE] = g_param_spec_double ("scale", NULL, NULL, 0, G_MAXDOUBLE, 1,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (widget_class, "seminar");
}

static void
sgn_seminar_stage_init (SgnSeminarStage *self)
{
  self->letters = LETTERS;
  self->wanted = LETTERS;
  self->style = gtk_css_provider_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  apply_letters (self);
}
