/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-finish.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "sgn-error.h"

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (SgnPages *pages, cairo_surface_t *surface)
{
  g_autofree char *program = g_strdup_printf ("Sengen %s", pages->program);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, pages->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, pages->company);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, program);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, pages->issued);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, pages->issued);
}

static void
add_outline (SgnPages *pages, cairo_surface_t *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < pages->outline->len; i++) {
    const SgnOutlineEntry *entry = g_ptr_array_index (pages->outline, i);
    /* Whole points: cairo reads fractions as the locale writes them. */
    g_autofree char *place = g_strdup_printf ("page=%u pos=[0 %d]", entry->page + 1,
                                              (int) (MAX (entry->y - 6, 0) * pages->scale));
    int id =
      cairo_pdf_surface_add_outline (surface, entry->level == 1 ? CAIRO_PDF_OUTLINE_ROOT : parent,
                                     entry->title, place,
                                     entry->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
    if (entry->level == 1)
      parent = id;
  }
}

static void
paint_pages (SgnPages *pages, cairo_t *cr, SgnTagLog *log, const SgnWatch *watch)
{
  g_autoptr (SgnFallback) fallback = sgn_fallback_new ();

  sgn_fallback_add_pages (fallback, pages);
  for (guint i = 0; i < pages->pages->len; i++) {
    if (!sgn_watch_step (watch, i, pages->pages->len, NULL))
      return;
    sgn_paint_page (pages, i, cr, log, fallback);
    cairo_show_page (cr);
  }
}

/* The pages as cairo writes them. */
static GBytes *
write_raw (SgnPages *pages, SgnTagLog *log, const SgnWatch *watch, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  cairo_t *cr;

  sgn_pages_get_size (pages, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width, height);
  cr = cairo_create (surface);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  set_metadata (pages, surface);
  add_outline (pages, surface);
  paint_pages (pages, cr, log, watch);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_FAILED,
                 _ ("The sheet could not be drawn (%s). Close other programs and try again."),
                 cairo_status_to_string (status));
    return NULL;
  }
  if (!sgn_watch_step (watch, pages->pages->len, pages->pages->len, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * sgn_pages_to_pdf_watched:
 * @self: pages
 * @attachment: the record behind them, as canonical JSON
 * @watch: (nullable): who waits; hears of each page
 * @error: return location
 *
 * The same pages and attachment give the same bytes.
 *
 * Returns: (transfer full) (nullable): the finished PDF; NULL with SGN_ERROR_CHECK when a finding
 *   refuses, G_IO_ERROR_CANCELLED when it was stopped
 */
GBytes *
sgn_pages_to_pdf_watched (SgnPages *self, GBytes *attachment, const SgnWatch *watch, GError **error)
{
  const SgnFinding *refusal;
  g_autoptr (SgnTagLog) log = sgn_tag_log_new ();
  g_autoptr (GBytes) raw = NULL;

  g_return_val_if_fail (self != NULL && attachment != NULL, NULL);

  refusal = sgn_findings_get_refusal (self->findings);
  if (refusal != NULL) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_CHECK, refusal->message);
    return NULL;
  }
  raw = write_raw (self, log, watch, error);
  if (raw == NULL)
    return NULL;
  return sgn_pdf_finish (self, raw, log, attachment, watch, error);
}

GBytes *
sgn_pages_to_pdf (SgnPages *self, GBytes *attachment, GError **error)
{
  return sgn_pages_to_pdf_watched (self, attachment, NULL, error);
}
