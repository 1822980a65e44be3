/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite runs out of memory at its first, second, third … request: each act of the store fails in
 * one sentence or works, and the file is as before or as after. GLib itself ends a program that is
 * out of memory, so there is no more to test outside the store. */
#include "../core/message-form.h"
#include "../store/store-support.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* Of all requests for memory in this process. */
typedef struct {
  sqlite3_mem_methods real;
  gboolean armed;
  gboolean forever;
  guint left;
  guint failed;
} Memory;

static Memory memory;

static gboolean
is_short (void)
{
  if (!memory.armed)
    return FALSE;
  if (memory.left > 0) {
    memory.left--;
    return FALSE;
  }
  return memory.failed++ == 0 || memory.forever;
}

static void *
allocate (int size)
{
  return is_short () ? NULL : memory.real.xMalloc (size);
}

static void *
reallocate (void *block, int size)
{
  return is_short () ? NULL : memory.real.xRealloc (block, size);
}

static void
stand_in (void)
{
  sqlite3_mem_methods methods;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &memory.real), ==, SQLITE_OK);
  methods = memory.real;
  methods.xMalloc = allocate;
  methods.xRealloc = reallocate;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_initialize (), ==, SQLITE_OK);
}

static gboolean
put_text (SgnCompanyFile *file, const char *kind, const char *id, const char *json, GError **error)
{
  g_autoptr (json_t) row = row_new (json);

  return sgn_company_file_put (file, kind, id, row, error);
}

static gboolean
write_answer (Place *place, SgnCompanyFile *file, GError **error)
{
  return sgn_company_file_begin (file, SGN_ACT_ANSWER, "佐藤", error) &&
         put_text (file, SGN_KIND_ANSWER, "1/SD-03",
                   "{'assessment':1,'item':'SD-03','value':'done','note':'メモ','statement':'文',"
                   "'at':'2026-11-20T16:44:00+09:00'}",
                   error) &&
         put_text (file, SGN_KIND_ANSWER, "1/SD-02",
                   "{'assessment':1,'item':'SD-02','value':'partial','note':'メモ',"
                   "'at':'2026-11-20T16:44:00+09:00'}",
                   error) &&
         sgn_company_file_commit (file, error);
}

static gboolean
attach (Place *place, SgnCompanyFile *file, GError **error)
{
  g_autofree char *data = g_strnfill (9000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (data, 9000);
  g_autofree char *sha256 = NULL;
  g_autofree char *json = NULL;

  if (!sgn_company_file_begin (file, SGN_ACT_EVIDENCE, NULL, error) ||
      !sgn_company_file_put_blob (file, bytes, &sha256, error))
    return FALSE;
  json = g_strdup_printf ("{'sha256':'%s','size':9000,'title':'写し','file_name':'a.txt',"
                          "'media_type':'text/plain','added_at':'2026-11-20T16:42:00+09:00',"
                          "'retired':0}",
                          sha256);
  return put_text (file, SGN_KIND_EVIDENCE, "2", json, error) &&
         sgn_company_file_commit (file, error);
}

static gboolean
undo (Place *place, SgnCompanyFile *file, GError **error)
{
  return sgn_company_file_undo (file, "佐藤", error);
}

static gboolean
load (Place *place, SgnCompanyFile *file, GError **error)
{
  g_autoptr (SgnRecord) record = sgn_company_file_load (file, error);
  const SgnAnswer *answer = NULL;

  if (record == NULL)
    return FALSE;
  answer = sgn_assessment_find_answer (record->assessments->pdata[0], "SD-01");
  g_assert_cmpstr (answer->note, ==, "自動更新にした");
  g_assert_cmpstr (answer->statement, ==, "毎月確認している");
  return TRUE;
}

static gboolean
read_history (Place *place, SgnCompanyFile *file, GError **error)
{
  g_autoptr (GPtrArray) events = sgn_company_file_get_history (file, error);

  return events != NULL;
}

/* Lack of memory is not damage. */
static gboolean
verify (Place *place, SgnCompanyFile *file, GError **error)
{
  g_autoptr (SgnVerification) verification = sgn_company_file_verify (file, error);

  if (verification == NULL)
    return FALSE;
  for (guint i = 0; i < verification->findings->len; i++) {
    const SgnFinding *finding = verification->findings->pdata[i];

    g_error ("%s %s: %s", finding->code, finding->field, finding->message);
  }
  return TRUE;
}

static gboolean
search (Place *place, SgnCompanyFile *file, GError **error)
{
  g_autoptr (GPtrArray) found = sgn_company_file_search (file, "更新", 10, error);

  if (found == NULL)
    return FALSE;
  g_assert_cmpuint (found->len, >, 0);
  return TRUE;
}

static gboolean
read_blob (Place *place, SgnCompanyFile *file, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "受領書の写し", -1);
  g_autoptr (GBytes) bytes = sgn_company_file_get_blob (file, sha256, error);

  return bytes != NULL;
}

static gboolean
back_up (Place *place, SgnCompanyFile *file, GError **error)
{
  g_autofree char *copy = place_get (place, "copy.sengen");

  g_unlink (copy);
  return sgn_company_file_backup (file, copy, error);
}

static gboolean
open_and_close (Place *place, SgnCompanyFile *file, GError **error)
{
  SgnCompanyFile *other = sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, error);

  return other != NULL && sgn_company_file_close (other, error);
}

static gboolean
open_for_reading (Place *place, SgnCompanyFile *file, GError **error)
{
  SgnCompanyFile *other = sgn_company_file_open (place->path, SGN_OPEN_READ, place->clock, error);

  return other != NULL && sgn_company_file_close (other, error);
}

static gboolean
create (Place *place, SgnCompanyFile *file, GError **error)
{
  g_autofree char *path = place_get (place, "new.sengen");
  SgnCompanyFile *other = NULL;

  g_unlink (path);
  other = sgn_company_file_create (path, place->clock, error);
  return other != NULL && sgn_company_file_close (other, error);
}

typedef struct {
  const char *name;
  gboolean (*run) (Place *place, SgnCompanyFile *file, GError **error);
  gboolean closed; /* opens the file itself */
  guint stride;    /* every how manyth request, for those that make thousands */
} Act;

static const Act acts[] = {
  { "/memory/answer", write_answer, FALSE, 41 },
  { "/memory/attach", attach, FALSE, 53 },
  { "/memory/undo", undo, FALSE, 31 },
  { "/memory/load", load, FALSE, 23 },
  { "/memory/history", read_history, FALSE, 5 },
  { "/memory/verify", verify, FALSE, 12 },
  { "/memory/search", search, FALSE, 31 },
  { "/memory/read-a-file", read_blob, FALSE, 5 },
  { "/memory/back-up", back_up, FALSE, 307 },
  { "/memory/open-and-close", open_and_close, TRUE, 211 },
  { "/memory/open-for-reading", open_for_reading, TRUE, 211 },
  { "/memory/create", create, TRUE, 307 },
};

static gint64
count_events (Place *place)
{
  return ask_int (place->path, "SELECT count(*) FROM event");
}

static void
check (Place *place, gint64 before, gint64 after, const GError *error)
{
  gint64 events = 0;

  assert_sound (place);
  events = count_events (place);
  if (error == NULL)
    g_assert_cmpint (events, ==, after);
  else
    g_assert_true (events == before || events == after);
}

/* Whether the lack was felt. */
static gboolean
run_short (Place *place, const Act *act, guint n, gboolean forever, GError **error)
{
  SgnCompanyFile *file = act->closed ? NULL : open_file (place, SGN_OPEN_WRITE);
  GError *failure = NULL;
  gboolean done = FALSE;

  memory = (Memory){ memory.real, TRUE, forever, n, 0 };
  done = act->run (place, file, &failure);
  memory.armed = FALSE;
  g_assert_true (done == (failure == NULL));
  if (failure != NULL) {
    assert_is_sentence (failure->message);
    g_assert_cmpint (failure->code, !=, SGN_ERROR_DAMAGED);
    g_propagate_error (error, failure);
  }
  if (file != NULL)
    close_file (file);
  return memory.failed > 0;
}

static void
restore_file (Place *place, const char *data, gsize size)
{
  g_assert_cmpint (g_unlink (place->path), ==, 0); /* or its end might stay */
  g_assert_true (g_file_set_contents_full (place->path, data, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static guint
visit_all (Place *place, const Act *act, gboolean forever, gint64 after)
{
  guint stride = g_getenv ("SENGEN_EVERY_POINT") != NULL ? 1 : act->stride;
  g_autofree char *data = NULL;
  gsize size = 0;
  gint64 before = count_events (place);
  guint points = 0;
  gboolean failed = TRUE;

  g_assert_true (g_file_get_contents (place->path, &data, &size, NULL));
  for (guint n = 0; failed; n += stride) {
    g_autoptr (GError) error = NULL;

    failed = run_short (place, act, n, forever, &error);
    check (place, before, after, error);
    restore_file (place, data, size);
    points += failed ? 1 : 0;
  }
  return points;
}

static void
test_act (Place *place, gconstpointer data)
{
  const Act *act = data;
  g_autofree char *original = NULL;
  gsize size = 0;
  gint64 after = 0;
  guint points = 0;

  make_full_file (place);
  g_assert_true (g_file_get_contents (place->path, &original, &size, NULL));
  g_assert_false (run_short (place, act, G_MAXUINT, FALSE, NULL));
  after = count_events (place);
  restore_file (place, original, size);
  points = visit_all (place, act, FALSE, after) + visit_all (place, act, TRUE, after);
  g_test_message ("%s: %u times out of memory, nothing lost", act->name, points);
  g_assert_cmpuint (points, >, 2);
}

int
main (int argc, char *argv[])
{
  stand_in ();
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    ADD_CASE (acts[i].name, &acts[i], test_act);

  return g_test_run ();
}
