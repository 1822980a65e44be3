/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The power fails: at every sync, with everything, nothing and any part of what was written since
 * on the disk. Every state is opened as the program would open it after the next start. */
#define _GNU_SOURCE /* RTLD_NEXT */

#include "../store/store-support.h"
#include "fault-replay.h"

#include <dlfcn.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define FILE_NAME "ひなた.sengen"
#define COPY_NAME "copy.sengen"
#define ACTS 6

typedef int (*OpenFunc) (const char *, sqlite3 **, int, const char *);

static int pages_until_merge;

/* What a mark promises. */
typedef struct {
  guint events;
  gboolean file;
  gboolean copy;
} Promise;

typedef struct {
  const char *name;
  gboolean remote; /* a network folder: a rollback journal instead of the log of last acts */
  int checkpoint;  /* pages until the log is merged; 0: as SQLite has it */
} Sort;

typedef struct {
  Place place;
  char *work;
  char *replay;
  char *file;
  char *copy;
  FaultDisk *disk;
  GArray *promises; /* of Promise, by mark */
  GPtrArray *hashes;
  GArray *ends; /* how many events there are after each act */
  guint looked;
} Power;

static void
set_up (Power *self, gconstpointer data)
{
  place_set_up (&self->place, NULL);
  self->work = place_get (&self->place, "work");
  self->replay = place_get (&self->place, "replay");
  self->file = g_build_filename (self->work, FILE_NAME, NULL);
  self->copy = g_build_filename (self->work, COPY_NAME, NULL);
  g_assert_cmpint (g_mkdir (self->work, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (self->replay, 0700), ==, 0);
  self->disk = fault_disk_new (self->work);
  self->promises = g_array_new (FALSE, TRUE, sizeof (Promise));
  g_array_set_size (self->promises, 1);
  self->hashes = g_ptr_array_new_with_free_func (g_free);
  self->ends = g_array_new (FALSE, TRUE, sizeof (guint));
}

static void
tear_down (Power *self, gconstpointer data)
{
  g_array_unref (self->promises);
  g_array_unref (self->ends);
  g_ptr_array_unref (self->hashes);
  fault_disk_free (self->disk);
  g_free (self->work);
  g_free (self->replay);
  g_free (self->file);
  g_free (self->copy);
  place_tear_down (&self->place, NULL);
}

static SgnCompanyFile *
open_here (Power *self, const char *path, SgnOpenMode mode)
{
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = sgn_company_file_open (path, mode, self->place.clock, &error);

  g_assert_no_error (error);
  return file;
}

static GPtrArray *
read_history (SgnCompanyFile *file)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *events = sgn_company_file_get_history (file, &error);

  g_assert_no_error (error);
  return events;
}

/* From here on the state of @file, and the copy if there is one, must survive. */
static void
acknowledge (Power *self, SgnCompanyFile *file)
{
  Promise promise = g_array_index (self->promises, Promise, self->promises->len - 1);

  promise.file = TRUE;
  promise.copy = g_file_test (self->copy, G_FILE_TEST_EXISTS);
  if (file != NULL) {
    g_autoptr (GPtrArray) events = read_history (file);

    promise.events = events->len;
  }
  g_array_append_val (self->promises, promise);
  fault_disk_mark (self->disk, self->promises->len - 1);
}

static void
act_once (Power *self, SgnCompanyFile *file, guint number)
{
  g_autofree char *note = g_strdup_printf ("%u回目。髙﨑𠮷葛󠄀", number);
  g_autoptr (GError) error = NULL;

  if (number % ACTS == 2)
    sgn_company_file_undo (file, "田中 一郎", &error);
  else if (number % ACTS == 3)
    sgn_company_file_redo (file, "田中 一郎", &error);
  else
    set_note (file, number % 2 == 0 ? "SD-01" : "SD-02", note);
  g_assert_no_error (error);
  acknowledge (self, file);
}

/* Bytes that fill many pages, a name beside them: a large act, and one of two rows. */
static void
attach_large (Power *self, SgnCompanyFile *file)
{
  g_autofree char *data = g_strnfill (40000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (data, 40000);
  g_autofree char *sha256 = NULL;
  g_autoptr (json_t) row = NULL;
  g_autoptr (json_t) link = row_new ("{'evidence':7,'kind':'answer','ref':'1/SD-01'}");
  g_autoptr (GError) error = NULL;

  g_assert_true (sgn_company_file_begin (file, SGN_ACT_EVIDENCE, NULL, NULL));
  g_assert_true (sgn_company_file_put_blob (file, bytes, &sha256, NULL));
  row = json_pack ("{s:s,s:i,s:s,s:s,s:s,s:s,s:i}", "sha256", sha256, "size", 40000, "title",
                   "写し", "file_name", "写し.txt", "media_type", "text/plain", "added_at",
                   "2026-11-20T16:42:00+09:00", "retired", 0);
  g_assert_true (sgn_company_file_put (file, SGN_KIND_EVIDENCE, "7", row, &error));
  g_assert_true (
    sgn_company_file_put (file, SGN_KIND_EVIDENCE_LINK, "7/answer/1/SD-01", link, &error));
  g_assert_true (sgn_company_file_commit (file, &error));
  g_assert_no_error (error);
  acknowledge (self, file);
}

static void
erase_first (Power *self, SgnCompanyFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, NULL));
  g_assert_true (sgn_company_file_erase (file, 2, &error));
  g_assert_true (sgn_company_file_commit (file, &error));
  acknowledge (self, file);
}

static void
close_here (Power *self, SgnCompanyFile *file)
{
  close_file (file);
  acknowledge (self, NULL);
}

static void
copy_away (Power *self, SgnCompanyFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sgn_company_file_backup (file, self->copy, &error));
  acknowledge (self, file);
}

/* Two days with the file: made, filled, closed, opened again, changed, copied, closed. */
static void
work (Power *self)
{
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = sgn_company_file_create (self->file, self->place.clock, &error);

  g_assert_no_error (error);
  acknowledge (self, file);
  fill_file (file);
  acknowledge (self, file);
  for (guint i = 0; i < ACTS; i++)
    act_once (self, file, i);
  attach_large (self, file);
  close_here (self, file);

  file = open_here (self, self->file, SGN_OPEN_WRITE);
  act_once (self, file, ACTS);
  copy_away (self, file);
  erase_first (self, file);
  act_once (self, file, ACTS + 1);
  close_here (self, file);
}

/* A file of the first version, opened by this one. */
static void
bring_up_to_date (Power *self)
{
  SgnCompanyFile *file = open_here (self, self->file, SGN_OPEN_WRITE);

  acknowledge (self, file);
  set_note (file, "SD-01", "新しい版で");
  acknowledge (self, file);
  close_here (self, file);
}

static void
restore_copy (Power *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sgn_company_file_restore (self->file, self->copy, &error));
  g_assert_no_error (error);
  acknowledge (self, NULL);
}

/* What the file came to is what every earlier moment is measured by. */
static void
remember (Power *self)
{
  SgnCompanyFile *file = open_here (self, self->file, SGN_OPEN_READ);
  g_autoptr (GPtrArray) events = read_history (file);

  close_file (file);
  for (guint i = 0; i < events->len; i++) {
    const SgnEvent *event = events->pdata[i];
    const SgnEvent *next = i + 1 < events->len ? events->pdata[i + 1] : NULL;
    guint end = i + 1;

    g_ptr_array_add (self->hashes, g_strdup (event->hash));
    if (next == NULL || next->group != event->group)
      g_array_append_val (self->ends, end);
  }
}

static gboolean
is_end_of_act (Power *self, guint events)
{
  gboolean found = events == 0;

  for (guint i = 0; i < self->ends->len; i++)
    found = found || g_array_index (self->ends, guint, i) == events;
  return found;
}

static void
look_at_file (Power *self, const char *path, SgnOpenMode mode, guint least)
{
  SgnCompanyFile *file = open_here (self, path, mode);
  g_autoptr (GPtrArray) events = read_history (file);

  assert_verifies (file);
  close_file (file);
  g_assert_cmpuint (events->len, >=, least);
  g_assert_cmpuint (events->len, <=, self->hashes->len);
  g_assert_true (is_end_of_act (self, events->len));
  for (guint i = 0; i < events->len; i++)
    g_assert_cmpstr (((const SgnEvent *) events->pdata[i])->hash, ==, self->hashes->pdata[i]);
}

static void
look (const char *folder, guint mark, gpointer user_data)
{
  Power *self = user_data;
  const Promise *promise = &g_array_index (self->promises, Promise, mark);
  g_autofree char *file = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *copy = g_build_filename (folder, COPY_NAME, NULL);

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    look_at_file (self, copy, SGN_OPEN_READ, 0);
  else
    g_assert_false (promise->copy);

  if (!g_file_test (file, G_FILE_TEST_EXISTS)) {
    g_assert_false (promise->file);
    return;
  }
  if (self->looked++ % 3 == 0)
    look_at_file (self, file, SGN_OPEN_WRITE_OR_READ, promise->events);
  look_at_file (self, file, SGN_OPEN_WRITE, promise->events);
}

/* Stands in for SQLite's own: every connection of this process merges its log so often. */
int
sqlite3_open_v2 (const char *name, sqlite3 **db, int flags, const char *vfs)
{
  OpenFunc open = (OpenFunc) (gpointer) dlsym (RTLD_NEXT, "sqlite3_open_v2");
  int code = open (name, db, flags, vfs);

  if (code == SQLITE_OK && pages_until_merge > 0)
    sqlite3_wal_autocheckpoint (*db, pages_until_merge);
  return code;
}

static guint
count_torn (void)
{
  const char *text = g_getenv ("SENGEN_TORN");

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 4;
}

/* The computer starts again: what was written before was written by another start of it. */
static FaultReplay
lose_power (Power *self)
{
  g_autoptr (GPtrArray) ops = fault_disk_end_record (self->disk);
  FaultReplay replay = { 0 };

  remember (self);
  self->disk->boot = place_get (&self->place, "boot");
  g_assert_true (g_file_set_contents (self->disk->boot, "the next start\n", -1, NULL));
  self->disk->asleep = TRUE;
  replay = fault_replay (ops, self->work, self->replay, count_torn (), look, self);
  g_test_message (
    "%u moments of loss, %u states of the disk, %u of them different: no acknowledged "
    "act lost, no half act",
    replay.points, replay.states, replay.distinct);
  return replay;
}

static void
test_work (Power *self, gconstpointer data)
{
  const Sort *sort = data;
  FaultReplay replay = { 0 };

  self->disk->remote = sort->remote;
  pages_until_merge = sort->checkpoint;
  fault_disk_record (self->disk);
  work (self);
  replay = lose_power (self);
  pages_until_merge = 0;

  g_assert_cmpuint (replay.points, >, 30);
  g_assert_cmpuint (replay.distinct, >, 100);
}

static void
make_first_version (Power *self)
{
  g_autofree char *fixture =
    g_test_build_filename (G_TEST_DIST, "store", "fixtures", "v1-hinata.sql", NULL);
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;

  g_assert_true (g_file_get_contents (fixture, &sql, NULL, NULL));
  g_assert_cmpint (sqlite3_open (self->file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
test_migration (Power *self, gconstpointer data)
{
  const Sort *sort = data;
  FaultReplay replay = { 0 };

  self->disk->remote = sort->remote;
  make_first_version (self);
  g_array_index (self->promises, Promise, 0).file = TRUE;
  g_array_index (self->promises, Promise, 0).events =
    (guint) ask_int (self->file, "SELECT count(*) FROM event");
  fault_disk_record (self->disk);
  bring_up_to_date (self);
  replay = lose_power (self);

  g_assert_cmpuint (replay.points, >, 8);
}

static void
test_restore (Power *self, gconstpointer data)
{
  SgnCompanyFile *file = sgn_company_file_create (self->file, self->place.clock, NULL);
  FaultReplay replay = { 0 };

  fill_file (file);
  close_file (file);
  g_array_index (self->promises, Promise, 0).file = TRUE;
  g_array_index (self->promises, Promise, 0).events =
    (guint) ask_int (self->file, "SELECT count(*) FROM event");
  fault_disk_record (self->disk);
  restore_copy (self);
  replay = lose_power (self);

  g_assert_cmpuint (replay.points, >, 3);
}

static const Sort sorts[] = {
  { .name = "/power/in-a-folder-of-this-computer" },
  { .name = "/power/while-the-log-is-merged", .checkpoint = 12 },
  { .name = "/power/in-a-network-folder", .remote = TRUE },
};

static const Sort older[] = {
  { .name = "/power/while-an-older-file-is-brought-up-to-date" },
  { .name = "/power/while-an-older-file-in-a-network-folder-is", .remote = TRUE },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    g_test_add (sorts[i].name, Power, &sorts[i], set_up, test_work, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (older); i++)
    g_test_add (older[i].name, Power, &older[i], set_up, test_migration, tear_down);
  g_test_add ("/power/while-a-copy-is-restored", Power, NULL, set_up, test_restore, tear_down);

  return g_test_run ();
}
