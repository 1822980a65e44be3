/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clocks that are wrong: events follow each other by number and not by time, and a time that goes
 * backwards takes nothing away from anybody. */
#include "../store/store-support.h"

static const struct {
  const char *name;
  const char *times[4];
} jumps[] = {
  { "/clock/back-a-year",
    { "2026-11-23T10:00:00+09:00", "2025-11-23T10:00:00+09:00", "2026-11-23T10:00:01+09:00",
      "2026-11-23T09:59:59+09:00" } },
  { "/clock/past-2038",
    { "2026-11-23T10:00:00+09:00", "2038-01-19T12:14:08+09:00", "2040-02-29T23:59:59+09:00",
      "2100-03-01T00:00:00+09:00" } },
  { "/clock/leap-day",
    { "2028-02-28T23:59:59+09:00", "2028-02-29T00:00:00+09:00", "2028-02-29T23:59:59+09:00",
      "2028-03-01T00:00:00+09:00" } },
  { "/clock/another-time-zone",
    { "2026-11-23T10:00:00+09:00", "2026-11-23T01:00:01Z", "2026-11-22T17:00:02-08:00",
      "2026-11-23T10:00:03+09:00" } },
  { "/clock/the-battery-is-empty",
    { "2026-11-23T10:00:00+09:00", "1970-01-01T09:00:00+09:00", "1970-01-01T09:00:01+09:00",
      "2026-11-24T10:00:00+09:00" } },
};

static void
assert_in_order (SgnCompanyFile *file, const char *const *times, guint count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = sgn_company_file_get_history (file, &error);
  g_autoptr (SgnRecord) record = sgn_company_file_load (file, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    g_assert_cmpint (((SgnEvent *) events->pdata[i])->seq, ==, i + 1);
  for (guint i = 0; i < count; i++) {
    const SgnEvent *event = events->pdata[events->len - count + i];

    g_assert_cmpstr (event->at, ==, times[i]); /* as the clock had it, not as it should have */
  }
  g_assert_cmpint (record->seq, ==, events->len);
  g_assert_cmpstr (record->head_at, ==, times[count - 1]);
}

/* Each act at another time, in a session of its own: the lease of the one before is no obstacle,
 * and the newest answer is the last one that was given. */
static void
test_jump (Place *place, gconstpointer data)
{
  const char *const *times = jumps[GPOINTER_TO_SIZE (data)].times;

  make_full_file (place);
  for (guint i = 0; i < 4; i++) {
    g_autofree char *note = g_strdup_printf ("%u回目", i);
    SgnCompanyFile *file = NULL;
    g_autofree char *found = NULL;

    sgn_clock_set_fixed (place->clock, times[i]);
    file = open_file (place, SGN_OPEN_WRITE);
    set_note (file, "SD-01", note);
    found = get_note (file, "SD-01");
    g_assert_cmpstr (found, ==, note);
    assert_in_order (file, times, i + 1);
    assert_verifies (file);
    close_file (file);
  }
}

/* The clock goes back while the file is open: the acts go on, and undo takes back the newest. */
static void
test_jump_while_open (Place *place, gconstpointer data)
{
  const char *const *times = jumps[GPOINTER_TO_SIZE (data)].times;
  SgnCompanyFile *file = create_file (place);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  fill_file (file);
  for (guint i = 0; i < 4; i++) {
    g_autofree char *note = g_strdup_printf ("%u回目", i);

    sgn_clock_set_fixed (place->clock, times[i]);
    set_note (file, "SD-01", note);
  }
  g_assert_true (sgn_company_file_undo (file, NULL, &error));
  g_assert_no_error (error);
  found = get_note (file, "SD-01");
  g_assert_cmpstr (found, ==, "2回目");
  assert_verifies (file);
  close_file (file);
}

/* Copies made at any time are whole, and their names never meet. */
static void
test_copies (Place *place, gconstpointer data)
{
  const char *const *times = jumps[GPOINTER_TO_SIZE (data)].times;
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  for (guint i = 0; i < 4; i++) {
    g_autofree char *name = g_strdup_printf ("copy-%u.sengen", i);
    g_autofree char *copy = place_get (place, name);
    g_autoptr (GError) error = NULL;
    SgnCompanyFile *other = NULL;

    sgn_clock_set_fixed (place->clock, times[i]);
    g_assert_true (sgn_company_file_backup (file, copy, &error));
    other = sgn_company_file_open (copy, SGN_OPEN_READ, place->clock, &error);
    g_assert_no_error (error);
    assert_verifies (other);
    close_file (other);
  }
  close_file (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (jumps); i++) {
    g_autofree char *open = g_strconcat (jumps[i].name, "-while-open", NULL);
    g_autofree char *copies = g_strconcat (jumps[i].name, "-and-copies", NULL);

    ADD_CASE (jumps[i].name, GSIZE_TO_POINTER (i), test_jump);
    ADD_CASE (open, GSIZE_TO_POINTER (i), test_jump_while_open);
    ADD_CASE (copies, GSIZE_TO_POINTER (i), test_copies);
  }

  return g_test_run ();
}
