/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets as a fax hands them on: one bit a dot, 204 × 196 dots an inch, threshold 50 %. */
#include "report-fixture.h"

#include "sgn-pages-private.h"

#include <cairo.h>

#define DPI_X 204.0
#define DPI_Y 196.0

typedef struct {
  cairo_surface_t *surface;
  SgnPages *pages;
  guint page;
} Fax;

static Fax
send_page (SgnPages *pages, guint page)
{
  int width = (int) (SGN_PAPER_WIDTH * DPI_X / 72);
  int height = (int) (SGN_PAPER_HEIGHT * DPI_Y / 72);
  Fax fax = { cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height), pages, page };
  cairo_t *cr = cairo_create (fax.surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, DPI_X / 72, DPI_Y / 72);
  sgn_pages_paint (pages, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (fax.surface);
  return fax;
}

static gboolean
is_black (const Fax *self, int x, int y)
{
  const unsigned char *data = cairo_image_surface_get_data (self->surface);
  const unsigned char *dot =
    data + y * cairo_image_surface_get_stride (self->surface) + 4 * (gsize) x;

  return (dot[0] * 114 + dot[1] * 587 + dot[2] * 299) / 1000 < 128;
}

/* Share of the dots in @rect that are black. */
static double
get_share (const Fax *self, SgnRect rect)
{
  int left = (int) (rect.x * DPI_X / 72);
  int right = MAX ((int) ((rect.x + rect.width) * DPI_X / 72), left + 1);
  int top = (int) (rect.y * DPI_Y / 72);
  int bottom = MAX ((int) ((rect.y + rect.height) * DPI_Y / 72), top + 1);
  int black = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      black += is_black (self, x, y);
  return (double) black / ((right - left) * (bottom - top));
}

/* A rule is there when, all along it, one of the dots across it is black. */
static gboolean
has_whole_rule (const Fax *self, const SgnRect *rule)
{
  int left = (int) (rule->x * DPI_X / 72) + 1;
  int right = (int) ((rule->x + rule->width) * DPI_X / 72) - 1;
  int middle = (int) (rule->y * DPI_Y / 72);

  for (int x = left; x < right; x++)
    if (!is_black (self, x, middle) && !is_black (self, x, middle - 1) &&
        !is_black (self, x, middle + 1))
      return FALSE;
  return TRUE;
}

/* The same of a rule from top to bottom. */
static gboolean
has_whole_upright_rule (const Fax *self, const SgnRect *rule)
{
  int top = (int) (rule->y * DPI_Y / 72) + 1;
  int bottom = (int) ((rule->y + rule->height) * DPI_Y / 72) - 1;
  int middle = (int) (rule->x * DPI_X / 72);

  for (int y = top; y < bottom; y++)
    if (!is_black (self, middle, y) && !is_black (self, middle - 1, y) &&
        !is_black (self, middle + 1, y))
      return FALSE;
  return TRUE;
}

static void
check_column (const Fax *self, const SgnBox *box)
{
  double size = sgn_box_get_size (box);

  g_assert_cmpfloat (get_share (self, (SgnRect){ box->rect.x - size / 2, box->rect.y, size,
                                                 box->rect.height }),
                     >, 0.05);
}

static void
check_box (const Fax *self, const SgnBox *box)
{
  if (box->kind == SGN_BOX_LINE && box->rect.height == 0 && box->pen.colour == SGN_COLOUR_INK)
    g_assert_true (has_whole_rule (self, &box->rect));
  if (box->kind == SGN_BOX_LINE && box->rect.width == 0 && box->node == SGN_NODE_ARTIFACT &&
      box->pen.weight >= SGN_RULE_ROW)
    g_assert_true (has_whole_upright_rule (self, &box->rect));
  if (box->kind == SGN_BOX_COLUMN)
    check_column (self, box);
  if (box->kind == SGN_BOX_MARK)
    g_assert_cmpfloat (get_share (self, box->rect), >, 0.03);
  if (box->kind == SGN_BOX_MARK &&
      (box->mark == SGN_MARK_UNKNOWN || box->mark == SGN_MARK_OVERDUE)) {
    g_assert_cmpfloat (get_share (self, box->rect), >, 0.6);
    g_assert_cmpfloat (get_share (self, box->rect), <, 0.97);
  }
  if (box->kind == SGN_BOX_RECT && box->fill == SGN_COLOUR_ACCENT)
    g_assert_cmpfloat (get_share (self, box->rect), >, 0.6);
  if (box->kind == SGN_BOX_TEXT && box->rect.width > 4)
    g_assert_cmpfloat (get_share (self,
                                  (SgnRect){ box->rect.x, box->rect.y - 7, box->rect.width, 8 }),
                       >, 0.02);
}

static void
test_survives (gconstpointer data)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new (data);
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);

  for (guint page = 0; page < sgn_pages_get_n_pages (pages); page++) {
    Fax fax = send_page (pages, page);
    GPtrArray *boxes = g_ptr_array_index (pages->pages, page);

    for (guint i = 0; i < boxes->len; i++)
      check_box (&fax, g_ptr_array_index (boxes, i));
    cairo_surface_destroy (fax.surface);
  }
}

/* Tints fall to white: what is written on them stays as clear as on paper. */
static void
test_tints_vanish (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);
  Fax fax = send_page (pages, 0);
  GPtrArray *boxes = g_ptr_array_index (pages->pages, 0);
  guint tints = 0;

  for (guint i = 0; i < boxes->len; i++) {
    const SgnBox *box = g_ptr_array_index (boxes, i);
    if (box->kind != SGN_BOX_RECT || box->fill != SGN_COLOUR_TINT)
      continue;
    g_assert_cmpfloat (get_share (&fax, box->rect), <, 0.3);
    tints++;
  }
  g_assert_cmpuint (tints, >, 8);
  cairo_surface_destroy (fax.surface);
}

/* The banner lies under everything: no text loses a dot to it. */
static void
test_banner_covers_nothing (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  g_autoptr (SgnPages) plain = report_fixture_lay_out (fixture);
  g_autoptr (SgnPages) training = NULL;
  Fax before, after;

  fixture->sheet.training = TRUE;
  training = report_fixture_lay_out (fixture);
  before = send_page (plain, 1);
  after = send_page (training, 1);

  for (int y = 0; y < cairo_image_surface_get_height (before.surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (before.surface); x++)
      if (is_black (&before, x, y))
        g_assert_true (is_black (&after, x, y));
  cairo_surface_destroy (before.surface);
  cairo_surface_destroy (after.surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/paint/fax/self-check-ja", "self-check-internal-ja", test_survives);
  g_test_add_data_func ("/paint/fax/self-check-en", "self-check-internal-en", test_survives);
  g_test_add_data_func ("/paint/fax/unfinished", "self-check-unfinished-ja", test_survives);
  g_test_add_data_func ("/paint/fax/plan", "action-plan-ja", test_survives);
  g_test_add_data_func ("/paint/fax/calendar", "calendar-ja", test_survives);
  g_test_add_data_func ("/paint/fax/declaration", "declaration-record-ja", test_survives);
  g_test_add_data_func ("/paint/fax/poster", "poster-ja", test_survives);
  g_test_add_data_func ("/paint/fax/vertical-poster", "poster-vertical-ja", test_survives);
  g_test_add_data_func ("/paint/fax/policy", "basic-policy-ja", test_survives);
  g_test_add_func ("/paint/tints-vanish", test_tints_vanish);
  g_test_add_func ("/paint/the-banner-covers-nothing", test_banner_covers_nothing);
  return g_test_run ();
}
