/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Disks that cannot do all that Linux can: a USB stick with no second names and no rename that
 * never overwrites. New files appear whole or not at all there too, and nothing is overwritten. */
#include "../store/store-support.h"
#include "fault-disk.h"

#include "sgn-output.h"

#include <glib/gstdio.h>

static const struct {
  const char *name;
  gboolean single;
} disks[] = {
  { "second-names-only", FALSE },
  { "one-name-a-file", TRUE },
};

typedef struct {
  Place place;
  FaultDisk *disk;
  char *made;
} Stick;

static void
set_up (Stick *self, gconstpointer data)
{
  place_set_up (&self->place, NULL);
  make_full_file (&self->place);
  self->made = place_get (&self->place, "made.sengen");
  self->disk = fault_disk_new (self->place.folder);
  self->disk->asleep = TRUE;
  self->disk->plain = TRUE;
  self->disk->single = disks[GPOINTER_TO_SIZE (data)].single;
}

static void
tear_down (Stick *self, gconstpointer data)
{
  fault_disk_free (self->disk);
  g_free (self->made);
  place_tear_down (&self->place, NULL);
}

static gboolean
create (Stick *self, GError **error)
{
  SgnCompanyFile *file = sgn_company_file_create (self->made, self->place.clock, error);

  return file != NULL && sgn_company_file_close (file, error);
}

static gboolean
restore (Stick *self, GError **error)
{
  return sgn_company_file_restore (self->place.path, self->made, error);
}

static gboolean
write_output (Stick *self, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("sheet", 5);

  return sgn_output_write (self->made, bytes, FALSE, error);
}

static gboolean (*const acts[]) (Stick *self, GError **error) = { create, restore, write_output };

static void
test_new_files (Stick *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (acts[i](self, &error));
    g_assert_no_error (error);
    g_assert_false (acts[i](self, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_EXISTS);
    g_assert_cmpuint (count_files (&self->place), ==, 2);
    g_assert_cmpint (g_unlink (self->made), ==, 0);
  }
}

/* At whatever operation the stick is pulled out, there is a whole file or none. */
static void
test_failures (Stick *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++) {
    gboolean failed = TRUE;

    for (guint n = 0; failed; n++) {
      g_autoptr (GError) error = NULL;
      gboolean done = FALSE;

      self->disk->asleep = FALSE;
      fault_disk_break (self->disk, n, TRUE, FAULT_BROKEN);
      done = acts[i](self, &error);
      failed = fault_disk_mend (self->disk);
      self->disk->asleep = TRUE;
      g_assert_true (done == (error == NULL));
      if (!done && acts[i] != create && g_file_test (self->made, G_FILE_TEST_EXISTS))
        g_error ("operation %u (%s) left a file, and said “%s”", n, self->disk->first,
                 error->message);
      g_unlink (self->made);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (disks); i++) {
    g_autofree char *path = g_strdup_printf ("/plain/%s", disks[i].name);
    g_autofree char *failing = g_strdup_printf ("/plain/%s-failing", disks[i].name);

    g_test_add (path, Stick, GSIZE_TO_POINTER (i), set_up, test_new_files, tear_down);
    g_test_add (failing, Stick, GSIZE_TO_POINTER (i), set_up, test_failures, tear_down);
  }

  return g_test_run ();
}
