/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-road-picture.h"

#include "sgn-colors.h"
#include "sgn-road-paint.h"
#include "sgn-text-size.h"

/* What the words beside the nodes need, at letters of normal size. */
#define LEAST_WIDTH 250
#define WIDTH 700

struct _SgnRoadPicture {
  GtkWidget parent_instance;

  SgnRoad *road; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SgnRoadPicture, sgn_road_picture, GTK_TYPE_WIDGET)

static void
sgn_road_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnRoadPicture *self = SGN_ROAD_PICTURE (widget);
  int width = gtk_widget_get_width (widget);
  cairo_t *cr;

  if (self->road == NULL || width <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                       (float) gtk_widget_get_height (widget)));
  sgn_road_paint (widget, cr, self->road, width);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
sgn_road_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sgn_road_picture_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  SgnRoadPicture *self = SGN_ROAD_PICTURE (widget);
  int least = sgn_text_scale_px (widget, LEAST_WIDTH);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = least;
    *natural = sgn_text_scale_px (widget, WIDTH);
    return;
  }
  *minimum = *natural =
    self->road != NULL ? sgn_road_paint_measure (widget, self->road, MAX (for_size, least)) : 0;
}

static void
sgn_road_picture_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_road_picture_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
sgn_road_picture_finalize (GObject *object)
{
  g_clear_pointer (&SGN_ROAD_PICTURE (object)->road, sgn_road_free);

  G_OBJECT_CLASS (sgn_road_picture_parent_class)->finalize (object);
}

static void
sgn_road_picture_class_init (SgnRoadPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sgn_road_picture_finalize;
  widget_class->snapshot = sgn_road_picture_snapshot;
  widget_class->measure = sgn_road_picture_measure;
  widget_class->get_request_mode = sgn_road_picture_get_request_mode;
  widget_class->system_setting_changed = sgn_road_picture_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "road");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sgn_road_picture_init (SgnRoadPicture *self)
{
  sgn_scheme_watch (GTK_WIDGET (self));
}

/**
 * sgn_road_picture_new:
 *
 * Returns: a picture that shows nothing yet
 */
GtkWidget *
sgn_road_picture_new (void)
{
  return g_object_new (SGN_TYPE_ROAD_PICTURE, NULL);
}

/**
 * sgn_road_picture_show:
 * @self: a picture
 * @road: (transfer full): the way of a company
 */
void
sgn_road_picture_show (SgnRoadPicture *self, SgnRoad *road)
{
  g_autoptr (GString) label = g_string_new (NULL);

  g_return_if_fail (SGN_IS_ROAD_PICTURE (self));

  g_clear_pointer (&self->road, sgn_road_free);
  self->road = road;
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++) {
    g_autofree char *sentences = sgn_road_stop_dup_sentences (&road->stops[i]);

    g_string_append_printf (label, "%s%s", i > 0 ? "\n" : "", sentences);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
