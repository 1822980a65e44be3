/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-work-private.h"

#include <glib/gi18n-lib.h>

/* People cannot read faster, and a window has other things to do. */
#define INTERVAL (G_TIME_SPAN_SECOND / 20)

struct _SgnWork {
  SgnWatch watch;
  GMainContext *context;
  SgnProgressFunc progress;
  gpointer data;

  SgnProgressUnit unit;
  guint total;  /* parts; 0: pages are counted */
  guint begun;  /* one more than there are when the rest is done */
  double share; /* of all the work that the parts are */
  const char *title;
  double from; /* of the step under way, within its part */
  double to;
  double fraction;
  gint64 told_at;
};

/* What is on its way to the caller. */
typedef struct {
  SgnProgress progress;
  SgnProgressFunc func;
  gpointer data;
} News;

static gboolean
deliver_cb (gpointer data)
{
  const News *news = data;

  news->func (&news->progress, news->data);
  return G_SOURCE_REMOVE;
}

/* With the priority of the act's own end, which comes after it. */
static void
deliver (const SgnWork *self, const SgnProgress *progress)
{
  const News news = { *progress, self->progress, self->data };
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, g_memdup2 (&news, sizeof news), g_free);
  g_source_attach (source, self->context);
}

static double
find_fraction (const SgnWork *self, guint done, guint total)
{
  double within = total > 0 ? (double) MIN (done, total) / total : 0;
  double part = self->from + (self->to - self->from) * within;

  if (self->total == 0)
    return part;
  return self->begun > self->total ? self->share + (1 - self->share) * part
                                   : self->share * (self->begun - 1 + part) / self->total;
}

static void
tell (SgnWork *self, guint done, guint total, gboolean always)
{
  gint64 now = g_get_monotonic_time ();
  SgnProgress progress = { self->unit, done, total, self->title, 0 };

  self->fraction = CLAMP (find_fraction (self, done, total), self->fraction, 1);
  if (self->progress == NULL || (!always && now - self->told_at < INTERVAL))
    return;

  self->told_at = now;
  progress.fraction = self->fraction;
  if (self->total > 0) {
    progress.done = self->begun - 1;
    progress.total = self->total;
  }
  deliver (self, &progress);
}

/* From deep within the work. */
static void
watch_cb (guint done, guint total, gpointer data)
{
  tell (data, done, total, FALSE);
}

SgnWork *
sgn_work_new (GCancellable *cancellable, SgnProgressFunc progress, gpointer data)
{
  SgnWork *self = g_new0 (SgnWork, 1);

  self->watch.cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->watch.tell = watch_cb;
  self->watch.data = self;
  self->context = g_main_context_ref_thread_default ();
  self->progress = progress;
  self->data = data;
  self->unit = SGN_PROGRESS_PAGES;
  self->to = 1;
  return self;
}

void
sgn_work_free (SgnWork *self)
{
  g_clear_object (&self->watch.cancellable);
  g_main_context_unref (self->context);
  g_free (self);
}

void
sgn_work_count (SgnWork *self, SgnProgressUnit unit, guint total, double share)
{
  if (self == NULL)
    return;

  self->unit = unit;
  self->total = total;
  self->begun = 0;
  self->share = share;
}

gboolean
sgn_work_begin (SgnWork *self, const char *title, GError **error)
{
  if (self == NULL)
    return TRUE;
  if (!sgn_work_check (self, error))
    return FALSE;

  self->begun++;
  self->title = title;
  sgn_work_step (self, 0, 1);
  tell (self, 0, 0, TRUE);
  return TRUE;
}

void
sgn_work_step (SgnWork *self, double from, double to)
{
  if (self == NULL)
    return;

  self->from = from;
  self->to = to;
}

const SgnWatch *
sgn_work_get_watch (SgnWork *self)
{
  return self != NULL ? &self->watch : NULL;
}

gboolean
sgn_work_check (SgnWork *self, GError **error)
{
  return sgn_watch_check (sgn_work_get_watch (self), error);
}

/**
 * sgn_progress_dup_words:
 * @self: how far it is
 *
 * Returns: (transfer full): the same in words for people, translated
 */
char *
sgn_progress_dup_words (const SgnProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->total == 0)
    return g_strdup (self->title);

  switch (self->unit) {
  case SGN_PROGRESS_SHEETS:
    return g_strdup_printf (_ ("%u of %u sheets: %s"), self->done, self->total, self->title);

  case SGN_PROGRESS_FILES:
    return g_strdup_printf (_ ("%u of %u files: %s"), self->done, self->total, self->title);

  case SGN_PROGRESS_PAGES:
  default:
    return g_strdup_printf (_ ("%u of %u pages: %s"), self->done, self->total, self->title);
  }
}
