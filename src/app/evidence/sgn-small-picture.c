/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-small-picture.h"

#include <glib/gi18n-lib.h>

#define CHUNK 65536
/* In pixels: some kinds are unpacked whole before they are made small. */
#define MAX_PIXELS (60 * 1000 * 1000)

typedef struct {
  GBytes *bytes;
  int width;
  int height;
  gboolean refused;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->bytes);
  g_free (job);
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, Job *job)
{
  double scale = MAX ((double) job->width / width, (double) job->height / height);

  job->refused = (gint64) width * height > MAX_PIXELS;
  if (!job->refused && scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1),
                                MAX ((int) (height * scale), 1));
}

/* In pieces, so that a picture that is refused is not unpacked. */
static gboolean
feed (GdkPixbufLoader *loader, Job *job)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (job->bytes, &size);

  for (gsize at = 0; at < size && !job->refused; at += CHUNK)
    if (!gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, size - at), NULL))
      return FALSE;
  return !job->refused;
}

/* (nullable) */
static GdkPixbuf *
decode (Job *job)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean fed;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), job);
  fed = feed (loader, job);
  if (!gdk_pixbuf_loader_close (loader, NULL) || !fed)
    return NULL;
  return gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
}

static void
make (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GdkPixbuf) pixbuf = decode (data);

  if (pixbuf != NULL)
    g_task_return_pointer (task, gdk_texture_new_for_pixbuf (pixbuf), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s",
                             _ ("The picture cannot be shown."));
}

/**
 * sgn_small_picture_make_async:
 * @bytes: a file
 * @width: in pixels
 * @height: in pixels
 * @callback: called when it is small, or is known not to be a picture
 * @user_data: data for @callback
 *
 * Makes a picture small. End with sgn_small_picture_make_finish().
 */
void
sgn_small_picture_make_async (GBytes *bytes,
                              int width,
                              int height,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (bytes != NULL);

  job->bytes = g_bytes_ref (bytes);
  job->width = width;
  job->height = height;
  g_task_set_source_tag (task, sgn_small_picture_make_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make);
}

/**
 * sgn_small_picture_make_finish:
 * @result: the result given to the callback
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the small picture
 */
GdkTexture *
sgn_small_picture_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
