/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-watch.h"

typedef struct {
  guint done;
  guint total;
  guint times;
} Heard;

static void
hear (guint done, guint total, gpointer data)
{
  Heard *heard = data;

  heard->done = done;
  heard->total = total;
  heard->times++;
}

static void
test_every_step_is_told (void)
{
  Heard heard = { 0 };
  const SgnWatch watch = { NULL, hear, &heard };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= 3; i++)
    g_assert_true (sgn_watch_step (&watch, i, 3, &error));

  g_assert_no_error (error);
  g_assert_cmpuint (heard.times, ==, 4);
  g_assert_cmpuint (heard.done, ==, 3);
  g_assert_cmpuint (heard.total, ==, 3);
}

static void
test_stopped_work_tells_nothing_more (void)
{
  Heard heard = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const SgnWatch watch = { cancellable, hear, &heard };
  g_autoptr (GError) error = NULL;

  g_assert_false (sgn_watch_is_stopped (&watch));
  g_cancellable_cancel (cancellable);

  g_assert_true (sgn_watch_is_stopped (&watch));
  g_assert_false (sgn_watch_step (&watch, 1, 2, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (heard.times, ==, 0);
}

static void
test_nobody_has_to_wait (void)
{
  const SgnWatch deaf = { NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (sgn_watch_step (NULL, 1, 2, &error));
  g_assert_true (sgn_watch_step (&deaf, 1, 2, &error));
  g_assert_true (sgn_watch_check (NULL, &error));
  g_assert_false (sgn_watch_is_stopped (NULL));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/watch/every-step-is-told", test_every_step_is_told);
  g_test_add_func ("/watch/stopped-work-tells-nothing-more", test_stopped_work_tells_nothing_more);
  g_test_add_func ("/watch/nobody-has-to-wait", test_nobody_has_to_wait);

  return g_test_run ();
}
