/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One answer on disk against the least a disk can do: 4 kB appended and fdatasync, in turns in one
 * run. The answer is the whole act as the window does it: asked for, written, the record read
 * again, told. Answers in FILE, the newest open self-check. Prints one JSON object of nanoseconds.
 */

#include "bench-time.h"

#include "sgn-data-dir.h"
#include "sgn-session.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define ROUNDS 1000
#define WARM_UP 50

typedef struct {
  SgnSession *session;
  GAsyncResult *result;
} Bench;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;

  bench->result = g_object_ref (result);
}

static void
wait_for_act (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  while (bench->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (&bench->result);
  sgn_session_act_finish (bench->session, result, &error);
  g_assert_no_error (error);
}

static gint64
time_answer (Bench *bench, guint round)
{
  static const char *const values[] = { "done", "partial" };
  g_autofree char *item = g_strdup_printf ("SD-%02u", round % 25 + 1);
  g_autofree char *note =
    g_strdup_printf ("全21台で自動更新。毎月第1月曜に確認している。%u", round);
  const SgnAnswerChange change = {
    .catalogue = "ipa-self-check",
    .item = item,
    .value = values[round / 25 % 2],
    .note = note,
  };
  const gint64 start = bench_now ();

  sgn_session_answer_async (bench->session, &change, done_cb, bench);
  wait_for_act (bench);

  return bench_now () - start;
}

static gint64
time_append (int fd)
{
  static const char block[4096];
  const gint64 start = bench_now ();

  g_assert_cmpint (write (fd, block, sizeof block), ==, sizeof block);
  g_assert_cmpint (fdatasync (fd), ==, 0);

  return bench_now () - start;
}

static void
time_all (Bench *bench, int fd)
{
  gint64 answers[ROUNDS];
  gint64 appends[ROUNDS];

  for (int i = -WARM_UP; i < ROUNDS; i++) {
    const gint64 answer = time_answer (bench, (guint) (i + WARM_UP));
    const gint64 append = time_append (fd);

    if (i >= 0) {
      answers[i] = answer;
      appends[i] = append;
    }
  }

  g_print ("{");
  bench_print ("answer", answers, ROUNDS, FALSE);
  bench_print ("append", appends, ROUNDS, TRUE);
  g_print ("}\n");
}

static SgnSession *
new_session (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = sgn_data_dir ();
  g_autoptr (SgnLibrary) library = sgn_library_load (data_dir, &error);
  g_autoptr (SgnClock) clock = sgn_clock_new ();
  SgnSession *session = NULL;

  g_assert_no_error (error);
  session = sgn_session_new (library, clock);
  sgn_session_set_author (session, "髙橋 美咲");

  return session;
}

int
main (int argc, char **argv)
{
  g_autoptr (SgnSession) session = NULL;
  g_autofree char *peer = NULL;
  Bench bench = { 0 };
  int fd = -1;

  if (argc != 2) {
    g_printerr ("usage: bench-answer FILE\n");
    return 2;
  }

  bench.session = session = new_session ();
  sgn_session_open_async (session, argv[1], SGN_OPEN_WRITE, done_cb, &bench);
  wait_for_act (&bench);
  peer = g_strconcat (argv[1], ".append", NULL);
  fd = g_open (peer, O_CREAT | O_WRONLY | O_APPEND, 0600);
  g_assert_cmpint (fd, >=, 0);

  time_all (&bench, fd);

  close (fd);
  g_unlink (peer);
  sgn_session_close_async (session, done_cb, &bench);
  wait_for_act (&bench);

  return 0;
}
