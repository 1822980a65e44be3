/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-recent-road.h"

#include "sgn-colors.h"
#include "sgn-language.h"
#include "sgn-text-size.h"

#define WIDTH 92
#define HEIGHT 14
#define RADIUS 5

/* Language, how far, the states, the words: tabs between them. */
enum {
  PART_LANGUAGE,
  PART_HERE,
  PART_STATES,
  PART_WORDS = PART_STATES + SGN_N_ROAD_STOPS,
  N_PARTS,
};

struct _SgnRecentRoad {
  GtkWidget parent_instance;

  double here;
  SgnRoadState states[SGN_N_ROAD_STOPS];
  char *words; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SgnRecentRoad, sgn_recent_road, GTK_TYPE_WIDGET)

static void
set_color (cairo_t *cr, SgnColor name)
{
  GdkRGBA color;

  sgn_color_get (name, sgn_scheme_get_current (), &color);
  gdk_cairo_set_source_rgba (cr, &color);
}

static void
draw_line (cairo_t *cr, SgnColor color, double from, double to, double y)
{
  if (to <= from)
    return;
  set_color (cr, color);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
}

/* A ring hides the line below it. */
static void
draw_node (cairo_t *cr, SgnRoadState state, double x, double y, double radius)
{
  gboolean at_hand = state == SGN_ROAD_NOW || state == SGN_ROAD_NEXT;

  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  if (state == SGN_ROAD_DONE) {
    set_color (cr, SGN_COLOR_ACCENT);
    cairo_fill (cr);
    return;
  }
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_fill_preserve (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  set_color (cr, at_hand ? SGN_COLOR_ACCENT : SGN_COLOR_NOT_ANSWERED);
  cairo_stroke (cr);
}

static void
paint (SgnRecentRoad *self, cairo_t *cr, double width, double height, double scale)
{
  double radius = RADIUS * scale;
  double first = radius + scale;
  double gap = (width - 2 * first) / (SGN_N_ROAD_STOPS - 1);
  double walked = CLAMP (self->here - 1, 0, SGN_N_ROAD_STOPS - 1);

  cairo_set_line_width (cr, 3 * scale);
  draw_line (cr, SGN_COLOR_TRACK, first, width - first, height / 2);
  draw_line (cr, SGN_COLOR_ACCENT, first, first + walked * gap, height / 2);
  cairo_set_line_width (cr, 2 * scale);
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++)
    draw_node (cr, self->states[i], first + i * gap, height / 2, radius);
}

static void
sgn_recent_road_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  paint (SGN_RECENT_ROAD (widget), cr, (double) width, (double) height,
         sgn_text_scale_get (widget));
  cairo_destroy (cr);
}

static void
sgn_recent_road_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural =
    sgn_text_scale_px (widget, orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT);
}

static void
sgn_recent_road_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_recent_road_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
sgn_recent_road_finalize (GObject *object)
{
  g_clear_pointer (&SGN_RECENT_ROAD (object)->words, g_free);

  G_OBJECT_CLASS (sgn_recent_road_parent_class)->finalize (object);
}

static void
sgn_recent_road_class_init (SgnRecentRoadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sgn_recent_road_finalize;
  widget_class->snapshot = sgn_recent_road_snapshot;
  widget_class->measure = sgn_recent_road_measure;
  widget_class->system_setting_changed = sgn_recent_road_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "recent-road");
  /* The words beside it say it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sgn_recent_road_init (SgnRecentRoad *self)
{
  sgn_scheme_watch (GTK_WIDGET (self));
}

/**
 * sgn_recent_road_to_text:
 * @road: the way of a company
 *
 * Returns: (transfer full): a line for sgn_recent_road_new()
 */
char *
sgn_recent_road_to_text (const SgnRoad *road)
{
  g_autofree char *words = NULL;
  char here[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (road != NULL, NULL);

  words = sgn_road_dup_words (road);
  return g_strjoin ("\t", sgn_language_to_code (sgn_language_of_user ()),
                    g_ascii_formatd (here, sizeof here, "%.2f", road->here),
                    sgn_road_state_to_key (road->stops[0].state),
                    sgn_road_state_to_key (road->stops[1].state),
                    sgn_road_state_to_key (road->stops[2].state),
                    sgn_road_state_to_key (road->stops[3].state), words, NULL);
}

static gboolean
read_state (const char *key, SgnRoadState *state)
{
  for (guint i = SGN_ROAD_DONE; i <= SGN_ROAD_LATER; i++)
    if (g_str_equal (key, sgn_road_state_to_key ((SgnRoadState) i))) {
      *state = (SgnRoadState) i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_parts (SgnRecentRoad *self, char **parts)
{
  if (g_strv_length (parts) != N_PARTS)
    return FALSE;
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++)
    if (!read_state (parts[PART_STATES + i], &self->states[i]))
      return FALSE;
  self->here = CLAMP (g_ascii_strtod (parts[PART_HERE], NULL), 0, SGN_N_ROAD_STOPS);
  if (g_str_equal (parts[PART_LANGUAGE], sgn_language_to_code (sgn_language_of_user ())))
    self->words = g_strdup (parts[PART_WORDS]);
  return TRUE;
}

/**
 * sgn_recent_road_new:
 * @text: a line as it was remembered
 *
 * Returns: (nullable): a picture; %NULL when @text is no such line
 */
GtkWidget *
sgn_recent_road_new (const char *text)
{
  g_autoptr (SgnRecentRoad) self = g_object_ref_sink (g_object_new (SGN_TYPE_RECENT_ROAD, NULL));
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit (text, "\t", -1);
  if (!read_parts (self, parts))
    return NULL;
  g_object_force_floating (G_OBJECT (self));
  return GTK_WIDGET (g_steal_pointer (&self));
}

const char *
sgn_recent_road_get_words (SgnRecentRoad *self)
{
  g_return_val_if_fail (SGN_IS_RECENT_ROAD (self), NULL);

  return self->words;
}
