/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-seminar-company.h"

#include "sgn-hatch-band.h"

static void
add_band (SgnWindow *window)
{
  AdwApplicationWindow *frame = ADW_APPLICATION_WINDOW (window);
  GtkWidget *content = g_object_ref (adw_application_window_get_content (frame));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  adw_application_window_set_content (frame, NULL);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), sgn_hatch_band_new ());
  gtk_box_append (GTK_BOX (box), content);
  adw_application_window_set_content (frame, box);
  g_object_unref (content);
}

/**
 * sgn_seminar_company_open:
 * @window: a window that shows nothing yet
 * @copy: the company of the seminar
 *
 * Shows it as a usual company, for trying things out before the room.
 */
void
sgn_seminar_company_open (SgnWindow *window, SgnSeminarCopy *copy)
{
  g_autofree char *path = NULL;

  g_return_if_fail (SGN_IS_WINDOW (window));
  g_return_if_fail (SGN_IS_SEMINAR_COPY (copy));

  path = sgn_seminar_copy_find_place (copy);
  if (path == NULL)
    return;
  add_band (window);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (g_object_unref), g_object_ref (copy));
  sgn_window_open_training (window, path);
}

static gboolean
shows_copy (GtkWindow *window, const char *folder)
{
  const char *path = SGN_IS_WINDOW (window)
                       ? sgn_session_get_path (sgn_window_get_session (SGN_WINDOW (window)))
                       : NULL;
  g_autofree char *parent = path != NULL ? g_path_get_dirname (path) : NULL;

  return g_strcmp0 (parent, folder) == 0;
}

/**
 * sgn_seminar_company_close:
 * @application: the application
 * @copy: the company of a seminar that is over
 */
void
sgn_seminar_company_close (GtkApplication *application, SgnSeminarCopy *copy)
{
  const char *folder = sgn_seminar_copy_get_folder (copy);
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *link = windows; folder != NULL && link != NULL; link = link->next)
    if (shows_copy (link->data, folder))
      gtk_window_close (link->data);
}
