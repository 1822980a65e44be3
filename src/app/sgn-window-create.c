/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-new-company-page.h"
#include "sgn-session-backup.h"
#include "sgn-session-setting.h"
#include "sgn-window-private.h"

/* The file is there; what was said besides could not be kept all. */
static void
show_begun (SgnWindow *self, const GError *error)
{
  sgn_window_end_act (self);
  sgn_window_show_company (self, TRUE);
  if (error != NULL)
    sgn_window_tell_error (self, _ ("The company has begun, but not all of it could be kept"),
                           error);
}

static void
folder_set_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  if (!sgn_window_is_gone (self))
    show_begun (self, error);
}

static void
set_folder (SgnWindow *self)
{
  const char *folder = sgn_new_company_page_get_folder (SGN_NEW_COMPANY_PAGE (self->beginning));

  if (folder == NULL)
    show_begun (self, NULL);
  else
    sgn_session_set_second_folder_async (self->session, folder, folder_set_cb, g_object_ref (self));
}

static void
goal_set_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  if (sgn_window_is_gone (self))
    return;
  if (error != NULL)
    show_begun (self, error);
  else
    set_folder (self);
}

static void
created_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *goal;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  if (sgn_window_is_gone (self))
    return;
  if (error != NULL) {
    /* Everything that was typed is still there. */
    sgn_window_end_act (self);
    sgn_window_tell_error (self, _ ("The company could not begin"), error);
    return;
  }
  goal = sgn_new_company_page_get_goal (SGN_NEW_COMPANY_PAGE (self->beginning));
  if (goal != NULL)
    sgn_session_set_setting_async (self->session, SGN_SETTING_GOAL, goal, goal_set_cb,
                                   g_object_ref (self));
  else
    set_folder (self);
}

/* Writes the file of the company that the page of a new one is about, and shows it. */
void
sgn_window_create_company (SgnWindow *self)
{
  SgnNewCompanyPage *page = SGN_NEW_COMPANY_PAGE (self->beginning);
  g_autoptr (SgnProfile) profile = sgn_new_company_page_make_profile (page);

  sgn_window_begin_act (self);
  sgn_session_create_async (self->session, sgn_new_company_page_get_path (page), profile,
                            created_cb, g_object_ref (self));
}

void
sgn_window_begin_company (SgnWindow *self, const char *name)
{
  if (self->beginning == NULL) {
    self->beginning = sgn_new_company_page_new ();
    gtk_stack_add_child (self->stages, self->beginning);
  }
  gtk_stack_set_visible_child (self->stages, self->beginning);
  gtk_window_set_title (GTK_WINDOW (self), _ ("New Company"));
  sgn_new_company_page_opened (SGN_NEW_COMPANY_PAGE (self->beginning), name);
}
