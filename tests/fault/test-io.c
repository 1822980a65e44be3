/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disk fails at the first, second, third … operation on a company file, until nothing fails any
 * more: once, or from then on for good. */
#include "../store/store-support.h"
#include "fault-disk.h"
#include "fault-replay.h"

typedef struct {
  Place place;
  FaultDisk *disk;
} Broken;

static void
set_up (Broken *self, gconstpointer data)
{
  place_set_up (&self->place, NULL);
  self->disk = fault_disk_new (self->place.folder);
  self->disk->asleep = TRUE;
}

static void
tear_down (Broken *self, gconstpointer data)
{
  fault_disk_free (self->disk);
  place_tear_down (&self->place, NULL);
}

static gboolean
put_person (SgnCompanyFile *file, const char *id, GError **error)
{
  g_autoptr (json_t) row = json_pack ("{s:s,s:s}", "name", "田中", "role", id);

  return sgn_company_file_put (file, SGN_KIND_PERSON, id, row, error);
}

/* Two rows in one act. */
static gboolean
write_act (SgnCompanyFile *file, const char *first, const char *second, GError **error)
{
  return sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, error) &&
         put_person (file, first, error) && put_person (file, second, error) &&
         sgn_company_file_commit (file, error);
}

/* Everything one does with a file. Says how many acts were acknowledged. */
static guint
work (Place *place, GError **error)
{
  SgnCompanyFile *file = sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, error);
  guint acknowledged = 0;

  if (file == NULL)
    return 0;
  if (write_act (file, "1", "2", error)) {
    acknowledged++;
    if (write_act (file, "3", "4", error))
      acknowledged++;
  }
  sgn_company_file_close (file, *error == NULL ? error : NULL);
  return acknowledged;
}

/* The disk works again: what was acknowledged is there, in whole acts, and nothing is damaged. An
 * act whose commit failed may or may not be there, but only as a whole. */
static void
check (Place *place, guint acknowledged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnRecord) record = NULL;
  SgnCompanyFile *file = open_file (place, SGN_OPEN_READ);

  record = sgn_company_file_load (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (record->persons->len % 2, ==, 0);
  g_assert_cmpuint (record->persons->len, >=, 2 * acknowledged);
  assert_verifies (file);
  close_file (file);
}

static const struct {
  const char *name;
  gboolean forever;
  FaultSort sort;
} faults[] = {
  { "/io/one-failed-operation", FALSE, FAULT_BROKEN },
  { "/io/a-disk-that-stays-broken", TRUE, FAULT_BROKEN },
  { "/io/one-moment-full", FALSE, FAULT_FULL },
  { "/io/full-for-good", TRUE, FAULT_FULL },
};

/* Whether the failure happened. */
static gboolean
fail_at (Broken *self, guint n, gsize fault)
{
  g_autoptr (GError) error = NULL;
  guint acknowledged = 0;
  gboolean failed = FALSE;

  close_file (create_file (&self->place));
  self->disk->asleep = FALSE;
  fault_disk_break (self->disk, n, faults[fault].forever, faults[fault].sort);
  acknowledged = work (&self->place, &error);
  failed = fault_disk_mend (self->disk);
  self->disk->asleep = TRUE;

  g_assert_true (error == NULL || error->domain == SGN_ERROR);
  g_assert_true (failed || error == NULL);
  g_assert_true (error != NULL || acknowledged == 2);
  check (&self->place, acknowledged);
  fault_empty_folder (self->place.folder);
  return failed;
}

static void
test_every_failing_operation (Broken *self, gconstpointer data)
{
  guint points = 0;

  while (fail_at (self, points, GPOINTER_TO_SIZE (data)))
    points++;
  g_test_message ("%u points of failure", points);
  g_assert_cmpuint (points, >, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add (faults[i].name, Broken, GSIZE_TO_POINTER (i), set_up, test_every_failing_operation,
                tear_down);

  return g_test_run ();
}
