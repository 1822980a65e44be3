/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sheet-view.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#define MARGIN 14
#define LEAST_WIDTH 160

/* What a picture of the page depends on. */
typedef struct {
  SgnPages *pages;
  guint page;
  int width; /* in device pixels */
  int height;
} Wanted;

struct _SgnSheetView {
  GtkWidget parent_instance;

  SgnPages *pages; /* (nullable) */
  char *title;
  guint page;
  double zoom;

  GdkTexture *texture; /* (nullable) */
  Wanted shown;        /* what @texture is of; its pages are not owned, only compared */
  gboolean painting;
};

G_DEFINE_FINAL_TYPE (SgnSheetView, sgn_sheet_view, GTK_TYPE_WIDGET)

enum {
  SIGNAL_PAINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
wanted_free (Wanted *wanted)
{
  sgn_pages_unref (wanted->pages);
  g_free (wanted);
}

static gboolean
is_same (const Wanted *a, const Wanted *b)
{
  return a->pages == b->pages && a->page == b->page && a->width == b->width &&
         a->height == b->height;
}

static void
get_paper_size (SgnSheetView *self, double *width, double *height)
{
  *width = 595;
  *height = 842;
  if (self->pages != NULL)
    sgn_pages_get_size (self->pages, width, height);
}

double
sgn_sheet_view_get_scale (SgnSheetView *self)
{
  double width;
  double height;

  g_return_val_if_fail (SGN_IS_SHEET_VIEW (self), 1);

  get_paper_size (self, &width, &height);
  if (self->zoom > 0)
    return self->zoom;
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN, LEAST_WIDTH) / width;
}

/* On a thread of its own: the pages may be painted on any thread, by one at a time. */
static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wanted *wanted = data;
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, wanted->width, wanted->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  double width;
  double height;
  int stride;

  sgn_pages_get_size (wanted->pages, &width, &height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, wanted->width / width, wanted->height / height);
  sgn_pages_paint (wanted->pages, wanted->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) wanted->height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_task_return_pointer (task,
                         gdk_memory_texture_new (wanted->width, wanted->height, GDK_MEMORY_DEFAULT,
                                                 bytes, (gsize) stride),
                         g_object_unref);
}

static Wanted
get_wanted (SgnSheetView *self)
{
  double scale = sgn_sheet_view_get_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double width;
  double height;

  get_paper_size (self, &width, &height);
  return (Wanted){ self->pages, self->page, MAX ((int) lround (width * scale), 1),
                   MAX ((int) lround (height * scale), 1) };
}

static void start_painting (SgnSheetView *self);

static void
painted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SgnSheetView *self = SGN_SHEET_VIEW (object);
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), NULL);
  const Wanted *wanted = g_task_get_task_data (G_TASK (result));

  self->painting = FALSE;
  g_clear_object (&self->texture);
  self->texture = texture;
  self->shown = *wanted;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  start_painting (self);
  if (!self->painting)
    g_signal_emit (self, signals[SIGNAL_PAINTED], 0);
}

static void
start_painting (SgnSheetView *self)
{
  Wanted wanted = get_wanted (self);
  g_autoptr (GTask) task = NULL;

  if (self->painting || self->pages == NULL || is_same (&wanted, &self->shown))
    return;
  sgn_pages_ref (wanted.pages);
  self->painting = TRUE;
  task = g_task_new (self, NULL, painted_cb, NULL);
  g_task_set_source_tag (task, start_painting);
  g_task_set_task_data (task, g_memdup2 (&wanted, sizeof wanted), (GDestroyNotify) wanted_free);
  g_task_run_in_thread (task, paint_in_thread);
}

static void
sgn_sheet_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnSheetView *self = SGN_SHEET_VIEW (widget);
  double scale = sgn_sheet_view_get_scale (self);
  double width;
  double height;
  graphene_rect_t paper;

  if (self->pages == NULL)
    return;
  get_paper_size (self, &width, &height);
  paper =
    GRAPHENE_RECT_INIT (floor (MAX (gtk_widget_get_width (widget) - width * scale, 2 * MARGIN) / 2),
                        MARGIN, width * scale, height * scale);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0, 0, 0, 0.22 },
                             &GRAPHENE_RECT_INIT (paper.origin.x + 2, paper.origin.y + 2,
                                                  paper.size.width, paper.size.height));
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &paper);
  if (self->texture != NULL && self->shown.pages == self->pages && self->shown.page == self->page)
    gtk_snapshot_append_texture (snapshot, self->texture, &paper);
}

static void
sgn_sheet_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  SgnSheetView *self = SGN_SHEET_VIEW (widget);
  double width;
  double height;
  double scale;

  get_paper_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum =
      self->zoom > 0 ? (int) ceil (width * self->zoom) + 2 * MARGIN : LEAST_WIDTH + 2 * MARGIN;
    *natural = MAX (*minimum, self->zoom > 0 ? 0 : (int) width);
    return;
  }
  scale = self->zoom > 0 ? self->zoom : MAX (for_size - 2 * MARGIN, LEAST_WIDTH) / width;
  *minimum = *natural = (int) ceil (height * scale) + 2 * MARGIN;
}

static GtkSizeRequestMode
sgn_sheet_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sgn_sheet_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  start_painting (SGN_SHEET_VIEW (widget));
}

static void
sgn_sheet_view_dispose (GObject *object)
{
  SgnSheetView *self = SGN_SHEET_VIEW (object);

  g_clear_pointer (&self->pages, sgn_pages_unref);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (sgn_sheet_view_parent_class)->dispose (object);
}

static void
sgn_sheet_view_finalize (GObject *object)
{
  g_clear_pointer (&SGN_SHEET_VIEW (object)->title, g_free);

  G_OBJECT_CLASS (sgn_sheet_view_parent_class)->finalize (object);
}

static void
sgn_sheet_view_class_init (SgnSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_sheet_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_sheet_view_finalize;
  widget_class->snapshot = sgn_sheet_view_snapshot;
  widget_class->measure = sgn_sheet_view_measure;
  widget_class->get_request_mode = sgn_sheet_view_get_request_mode;
  widget_class->size_allocate = sgn_sheet_view_size_allocate;

  signals[SIGNAL_PAINTED] = g_signal_new ("painted", SGN_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sgn_sheet_view_init (SgnSheetView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * sgn_sheet_view_new:
 *
 * Returns: a view without a sheet
 */
GtkWidget *
sgn_sheet_view_new (void)
{
  return g_object_new (SGN_TYPE_SHEET_VIEW, NULL);
}

static void
update_name (SgnSheetView *self)
{
  g_autofree char *name = NULL;

  if (self->pages == NULL)
    return;
  name = g_strdup_printf (_ ("%s, page %u of %u"), self->title, self->page + 1,
                          sgn_sheet_view_get_n_pages (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * sgn_sheet_view_set_pages:
 * @self: a view
 * @pages: (nullable): a sheet laid out
 * @title: what the sheet is called
 *
 * Shows a sheet, at the page that was shown before if it has that many.
 */
void
sgn_sheet_view_set_pages (SgnSheetView *self, SgnPages *pages, const char *title)
{
  g_return_if_fail (SGN_IS_SHEET_VIEW (self));

  if (pages != NULL)
    sgn_pages_ref (pages);
  g_clear_pointer (&self->pages, sgn_pages_unref);
  self->pages = pages;
  self->shown.pages = NULL;
  g_free (self->title);
  self->title = g_strdup (title);
  self->page = MIN (self->page, MAX (sgn_sheet_view_get_n_pages (self), 1) - 1);
  update_name (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  start_painting (self);
}

guint
sgn_sheet_view_get_n_pages (SgnSheetView *self)
{
  g_return_val_if_fail (SGN_IS_SHEET_VIEW (self), 0);

  return self->pages != NULL ? sgn_pages_get_n_pages (self->pages) : 0;
}

guint
sgn_sheet_view_get_page (SgnSheetView *self)
{
  g_return_val_if_fail (SGN_IS_SHEET_VIEW (self), 0);

  return self->page;
}

void
sgn_sheet_view_set_page (SgnSheetView *self, guint page)
{
  g_return_if_fail (SGN_IS_SHEET_VIEW (self));

  if (page >= sgn_sheet_view_get_n_pages (self))
    return;
  self->page = page;
  update_name (self);
  start_painting (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sgn_sheet_view_set_zoom (SgnSheetView *self, double zoom)
{
  g_return_if_fail (SGN_IS_SHEET_VIEW (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
sgn_sheet_view_get_zoom (SgnSheetView *self)
{
  g_return_val_if_fail (SGN_IS_SHEET_VIEW (self), 0);

  return self->zoom;
}

/**
 * sgn_sheet_view_is_painted:
 * @self: a view
 *
 * Returns: whether what is on the screen is the page that is wanted
 */
gboolean
sgn_sheet_view_is_painted (SgnSheetView *self)
{
  Wanted wanted;

  g_return_val_if_fail (SGN_IS_SHEET_VIEW (self), FALSE);

  wanted = get_wanted (self);
  return self->pages != NULL && self->texture != NULL && is_same (&wanted, &self->shown);
}
