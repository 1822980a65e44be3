/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-band-scale.h"

#include <glib/gi18n-lib.h>

#include "sgn-colors.h"
#include "sgn-result-words.h"
#include "sgn-text-size.h"

#define MOST_BANDS 8
#define WIDTH 260
#define BAR 16
#define GAP 5
#define ARROW 8
/* A band of one total would be no wider than a line. */
#define LEAST_SHARE 0.13
/* Of its word: more would be a letter each. */
#define MOST_LINES 3

typedef struct {
  char *range;
  const char *word; /* (nullable) */
  int min;
  int max;
  gboolean is_now;
} Band;

/* Where a total stands, and what is written there. */
typedef struct {
  gboolean shown;
  int total;
  char *words;
} Flag;

struct _SgnBandScale {
  GtkWidget parent_instance;

  GArray *bands; /* of Band, lowest first */
  Flag now;
  Flag before;
};

G_DEFINE_FINAL_TYPE (SgnBandScale, sgn_band_scale, GTK_TYPE_WIDGET)

static void
clear_band (gpointer data)
{
  g_free (((Band *) data)->range);
}

static const Band *
get_band (SgnBandScale *self, guint index)
{
  return &g_array_index (self->bands, Band, index);
}

static void
set_color (cairo_t *cr, SgnColor color)
{
  GdkRGBA rgba;

  sgn_color_get (color, sgn_scheme_get_current (), &rgba);
  gdk_cairo_set_source_rgba (cr, &rgba);
}

/* Everything below 0 lies at the left end. */
static int
get_width (const Band *band)
{
  return band->max - MAX (band->min, 0) + 1;
}

static double
get_weight (SgnBandScale *self, guint index)
{
  double sum = 0;

  for (guint i = 0; i < self->bands->len; i++)
    sum += get_width (get_band (self, i));
  return MAX (get_width (get_band (self, index)) / sum, LEAST_SHARE);
}

/* Where band @index begins and how wide it is. */
static void
place (SgnBandScale *self, guint index, double width, double *x, double *band_width)
{
  double gap = sgn_text_scale_px (GTK_WIDGET (self), GAP);
  double room = width - gap * (self->bands->len - 1);
  double sum = 0;

  for (guint i = 0; i < self->bands->len; i++)
    sum += get_weight (self, i);
  *x = 0;
  for (guint i = 0; i < index; i++)
    *x += get_weight (self, i) / sum * room + gap;
  *band_width = get_weight (self, index) / sum * room;
}

static double
find_x (SgnBandScale *self, int total, double width)
{
  double x = 0;
  double band_width = 0;

  for (guint i = 0; i < self->bands->len; i++) {
    const Band *band = get_band (self, i);

    place (self, i, width, &x, &band_width);
    if (total <= band->max)
      return x + band_width * (MAX (total, 0) - MAX (band->min, 0) + 0.5) / get_width (band);
  }
  return x + band_width;
}

static PangoLayout *
make_layout (SgnBandScale *self, const char *text, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.86));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static int
get_line_height (SgnBandScale *self)
{
  g_autoptr (PangoLayout) layout = make_layout (self, "0", FALSE);
  int height = 0;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

/* As wide as @width at most, on as many lines. */
static PangoLayout *
make_wrapped_layout (SgnBandScale *self, const char *text, gboolean bold, double width, int lines)
{
  PangoLayout *layout = make_layout (self, text, bold);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) width * PANGO_SCALE);
  pango_layout_set_height (layout, -lines);
  return layout;
}

/* How many the longest word of a band needs when the scale is so wide. */
static int
count_lines (SgnBandScale *self, double width)
{
  int lines = 0;

  for (guint i = 0; i < self->bands->len; i++) {
    const Band *band = get_band (self, i);
    g_autoptr (PangoLayout) layout = NULL;
    double x = 0;
    double band_width = 0;

    if (band->word == NULL)
      continue;
    place (self, i, width, &x, &band_width);
    layout = make_wrapped_layout (self, band->word, band->is_now, band_width, MOST_LINES);
    lines = MAX (lines, pango_layout_get_line_count (layout));
  }
  return lines;
}

/* Centred in @place. */
static void
draw_text (SgnBandScale *self,
           cairo_t *cr,
           const char *text,
           gboolean bold,
           const graphene_rect_t *place,
           int lines)
{
  g_autoptr (PangoLayout) layout = make_wrapped_layout (self, text, bold, place->size.width, lines);

  set_color (cr, bold ? SGN_COLOR_TEXT : SGN_COLOR_SECONDARY);
  show_layout (cr, layout, place->origin.x, place->origin.y);
}

static void
draw_bands (SgnBandScale *self, cairo_t *cr, double top)
{
  double bar = sgn_text_scale_px (GTK_WIDGET (self), BAR);
  double line = get_line_height (self);

  for (guint i = 0; i < self->bands->len; i++) {
    const Band *band = get_band (self, i);
    double x = 0;
    double width = 0;

    place (self, i, gtk_widget_get_width (GTK_WIDGET (self)), &x, &width);
    set_color (cr, band->is_now ? SGN_COLOR_ACCENT : SGN_COLOR_TRACK);
    cairo_rectangle (cr, x, top, width, bar);
    cairo_fill (cr);
    draw_text (self, cr, band->range, band->is_now,
               &GRAPHENE_RECT_INIT (x, top + bar + line * 0.3, width, line), 1);
    if (band->word != NULL)
      draw_text (self, cr, band->word, band->is_now,
                 &GRAPHENE_RECT_INIT (x, top + bar + line * 1.4, width, line), MOST_LINES);
  }
}

/* @x: the middle of its words, which may have been moved away from @tip */
static void
draw_flag (SgnBandScale *self, cairo_t *cr, const Flag *flag, SgnColor color, double x, double tip)
{
  double arrow = sgn_text_scale_px (GTK_WIDGET (self), ARROW);
  double line = get_line_height (self);
  g_autoptr (PangoLayout) layout = make_layout (self, flag->words, TRUE);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  set_color (cr, color);
  show_layout (cr, layout, x - width / 2.0, 0);
  cairo_move_to (cr, tip - arrow * 0.7, line + arrow * 0.2);
  cairo_line_to (cr, tip + arrow * 0.7, line + arrow * 0.2);
  cairo_line_to (cr, tip, line + arrow * 1.1);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static double
get_flag_width (SgnBandScale *self, const Flag *flag)
{
  g_autoptr (PangoLayout) layout = make_layout (self, flag->words, TRUE);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Words that would touch are moved apart, in the order of the totals, and stay inside. */
static void
draw_flags (SgnBandScale *self, cairo_t *cr)
{
  const Flag *left = self->now.total < self->before.total ? &self->now : &self->before;
  const Flag *right = left == &self->now ? &self->before : &self->now;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double gap = sgn_text_scale_px (GTK_WIDGET (self), 2 * GAP);
  double tips[] = { find_x (self, left->total, width), find_x (self, right->total, width) };
  double halves[] = { left->shown ? get_flag_width (self, left) / 2 : 0,
                      right->shown ? get_flag_width (self, right) / 2 : 0 };
  double at[] = { CLAMP (tips[0], halves[0], width - halves[0]),
                  CLAMP (tips[1], halves[1], width - halves[1]) };
  double over = left->shown && right->shown ? at[0] + halves[0] + gap - (at[1] - halves[1]) : 0;

  if (over > 0) {
    at[1] = MIN (at[1] + over / 2, width - halves[1]);
    at[0] = MAX (MIN (at[0], at[1] - halves[1] - gap - halves[0]), halves[0]);
    at[1] = MAX (at[1], at[0] + halves[0] + gap + halves[1]);
  }
  if (left->shown)
    draw_flag (self, cr, left, left == &self->now ? SGN_COLOR_ACCENT : SGN_COLOR_SECONDARY, at[0],
               tips[0]);
  if (right->shown)
    draw_flag (self, cr, right, right == &self->now ? SGN_COLOR_ACCENT : SGN_COLOR_SECONDARY, at[1],
               tips[1]);
}

static double
get_top (SgnBandScale *self)
{
  if (!self->now.shown && !self->before.shown)
    return 0;
  return get_line_height (self) + sgn_text_scale_px (GTK_WIDGET (self), ARROW) * 1.4;
}

static void
sgn_band_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnBandScale *self = SGN_BAND_SCALE (widget);
  cairo_t *cr;

  if (self->bands->len == 0)
    return;
  cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                              gtk_widget_get_height (widget)));
  draw_bands (self, cr, get_top (self));
  draw_flags (self, cr);
  cairo_destroy (cr);
}

static void
sgn_band_scale_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  SgnBandScale *self = SGN_BAND_SCALE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = WIDTH;
  else
    *minimum = *natural =
      (int) (get_top (self) + sgn_text_scale_px (widget, BAR) +
             get_line_height (self) * (1.5 + count_lines (self, MAX (for_size, WIDTH))));
}

static GtkSizeRequestMode
sgn_band_scale_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sgn_band_scale_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_band_scale_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
sgn_band_scale_finalize (GObject *object)
{
  SgnBandScale *self = SGN_BAND_SCALE (object);

  g_array_unref (self->bands);
  g_free (self->now.words);
  g_free (self->before.words);

  G_OBJECT_CLASS (sgn_band_scale_parent_class)->finalize (object);
}

static void
sgn_band_scale_class_init (SgnBandScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sgn_band_scale_finalize;
  widget_class->snapshot = sgn_band_scale_snapshot;
  widget_class->measure = sgn_band_scale_measure;
  widget_class->get_request_mode = sgn_band_scale_get_request_mode;
  widget_class->system_setting_changed = sgn_band_scale_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "bandscale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sgn_band_scale_init (SgnBandScale *self)
{
  self->bands = g_array_new (FALSE, FALSE, sizeof (Band));
  g_array_set_clear_func (self->bands, clear_band);
  sgn_scheme_watch (GTK_WIDGET (self));
}

/**
 * sgn_band_scale_new:
 *
 * Returns: a scale without bands
 */
GtkWidget *
sgn_band_scale_new (void)
{
  return g_object_new (SGN_TYPE_BAND_SCALE, NULL);
}

static void
add_bands (SgnBandScale *self, const SgnResults *results)
{
  const SgnCatalogue *catalogue = results->catalogue;

  g_array_set_size (self->bands, 0);
  for (guint i = catalogue->bands->len; i > 0 && self->bands->len < MOST_BANDS; i--) {
    const SgnBand *from = catalogue->bands->pdata[i - 1];
    const Band band = { sgn_result_words_dup_band (catalogue, from),
                        sgn_result_words_get_band (from), from->min, from->max,
                        from == results->score->band };

    g_array_append_val (self->bands, band);
  }
}

static void
set_flag (Flag *flag, const char *words, const SgnResults *results, const SgnResultValue *value)
{
  g_autofree char *number = sgn_result_words_dup_number (results->kind, value);

  g_free (flag->words);
  flag->shown = value->known;
  flag->total = value->value;
  flag->words = g_strdup_printf ("%s %s", words, number);
}

/* The total is said beside it; here it is what it means. */
static void
say (SgnBandScale *self, const SgnResults *results)
{
  g_autoptr (GString) words = g_string_new (self->now.words);

  if (results->score->band != NULL) {
    g_autofree char *range = sgn_result_words_dup_band (results->catalogue, results->score->band);

    /* Translators: %s is a range of totals, such as 70–99 */
    g_string_append_printf (words, _ (", in the range %s"), range);
  }
  if (self->before.shown)
    g_string_append_printf (words, _ (", %s"), self->before.words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
}

/**
 * sgn_band_scale_show:
 * @self: a scale
 * @results: what a check with points came to
 */
void
sgn_band_scale_show (SgnBandScale *self, const SgnResults *results)
{
  g_return_if_fail (SGN_IS_BAND_SCALE (self));

  add_bands (self, results);
  /* Translators: the check of now, and the earlier one, before a total */
  set_flag (&self->now, C_ ("check", "Now"), results, &results->whole);
  set_flag (&self->before, C_ ("check", "Before"), results, &results->whole_before);
  say (self, results);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
