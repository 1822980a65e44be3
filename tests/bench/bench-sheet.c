/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sheet in one process: laid out and made a PDF again and again, beside an empty page that the
 * same library writes. Prints one JSON object: pages, bytes, the peak of memory in KiB, and
 * nanoseconds of the processor's time; the first time of each is apart, since it opens the fonts.
 */

#include "bench-time.h"

#include "sgn-data-dir.h"
#include "sgn-digest.h"
#include "sgn-pages.h"

#include <cairo-pdf.h>
#include <stdlib.h>
#include <sys/resource.h>

#define MAX_ROUNDS 100

typedef struct {
  SgnSheet sheet;
  GBytes *attachment;
  guint rounds;
  guint pages;
  gsize size;
  gint64 empty[MAX_ROUNDS];
  gint64 layout[MAX_ROUNDS];
  gint64 pdf[MAX_ROUNDS];
} Bench;

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
write_empty_page (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 595, 842);

  cairo_surface_show_page (surface);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

/* As many of them as wanted, the same ones again and again; all as they are for 0. */
static void
repeat_events (json_t *projection, size_t wanted)
{
  json_t *events = json_object_get (projection, "events");
  size_t known = json_array_size (events);

  if (wanted == 0 || known == 0)
    return;
  while (json_array_size (events) > wanted)
    json_array_remove (events, json_array_size (events) - 1);
  for (size_t i = known; i < wanted; i++)
    json_array_append (events, json_array_get (events, i % known));
}

static void
run_round (Bench *self, guint round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  gint64 start = bench_worked ();

  write_empty_page ();
  self->empty[round] = bench_worked () - start;
  start = bench_worked ();
  pages = sgn_pages_new (&self->sheet, &error);
  g_assert_no_error (error);
  self->layout[round] = bench_worked () - start;
  start = bench_worked ();
  pdf = sgn_pages_to_pdf (pages, self->attachment, &error);
  g_assert_no_error (error);
  self->pdf[round] = bench_worked () - start;
  self->pages = sgn_pages_get_n_pages (pages);
  self->size = g_bytes_get_size (pdf);
}

/* The first is apart where there are others. */
static void
print (Bench *self)
{
  guint apart = self->rounds > 1 ? 1 : 0;
  guint n = self->rounds - apart;
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_print ("{\"pages\": %u, \"size\": %" G_GSIZE_FORMAT ", \"memory\": %ld, ", self->pages,
           self->size, usage.ru_maxrss);
  bench_print ("first-lay-out", self->layout, 1, FALSE);
  bench_print ("first-pdf", self->pdf, 1, FALSE);
  bench_print ("empty", self->empty + apart, n, FALSE);
  bench_print ("lay-out", self->layout + apart, n, FALSE);
  bench_print ("pdf", self->pdf + apart, n, TRUE);
  g_print ("}\n");
}

int
main (int argc, char **argv)
{
  g_autofree char *data_dir = sgn_data_dir ();
  g_autoptr (SgnDocuments) documents = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *json = NULL;
  json_t *projection;
  Bench *self;

  if (argc != 4) {
    g_printerr ("usage: bench-sheet PROJECTION.json EVENTS ROUNDS\n");
    return 2;
  }

  documents = sgn_documents_load (data_dir, &error);
  g_assert_no_error (error);
  projection = sgn_json_load_file (argv[1], &error);
  g_assert_no_error (error);
  repeat_events (projection, (size_t) atoi (argv[2]));
  hash = sgn_digest_of_json (projection);
  json = sgn_json_to_canonical (projection);

  self = g_new0 (Bench, 1);
  self->rounds = CLAMP ((guint) atoi (argv[3]), 1, MAX_ROUNDS);
  self->attachment = g_bytes_new (json, strlen (json));
  self->sheet.documents = documents;
  self->sheet.document = sgn_documents_find (documents, sgn_json_string (projection, "document"));
  self->sheet.projection = projection;
  self->sheet.record_hash = hash;
  self->sheet.number = "XX-2026-0001";
  self->sheet.issued = "2026-11-23T10:00:00+09:00";
  self->sheet.program = "1.0.0";
  for (guint round = 0; round < self->rounds; round++)
    run_round (self, round);
  print (self);

  g_bytes_unref (self->attachment);
  g_free (self);
  json_decref (projection);
  return 0;
}
