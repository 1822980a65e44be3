/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-export.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-plan-words.h"
#include "sgn-session-calendar.h"

/* A calendar on its way. */
typedef struct {
  GtkWindow *window;
  SgnSession *session;
  GtkCheckButton *names; /* of the dialog: not owned */
  GtkCheckButton *reviews;
  SgnCalendarExport request;
  char *owner; /* (nullable) */
  char *path;
} Way;

static void
way_free (Way *way)
{
  g_object_unref (way->window);
  g_object_unref (way->session);
  g_free (way->owner);
  g_free (way->path);
  g_free (way);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Way, way_free)

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  g_autoptr (GError) error = NULL;
  guint count = sgn_session_export_calendar_finish (SGN_SESSION (object), result, &error);
  GtkWidget *widget = GTK_WIDGET (way->window);
  g_autofree char *words = g_strdup_printf (ngettext ("Wrote %u entry for the calendar",
                                                      "Wrote %u entries for the calendar", count),
                                            count);

  if (!gtk_widget_get_realized (widget))
    return;
  if (error != NULL)
    gtk_widget_activate_action (widget, "win.tell", "(ss)", _ ("The calendar could not be written"),
                                error->message);
  else
    gtk_widget_activate_action (widget, "win.toast", "s", words);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  g_autoptr (GFile) file = sgn_save_file_finish (way->window, result, NULL);
  SgnSession *session = way->session;
  SgnCalendarExport request;

  if (file == NULL)
    return;
  way->path = g_file_get_path (file);
  if (way->path == NULL)
    return;
  way->request.path = way->path;
  way->request.owner = way->owner;
  way->request.replace = TRUE;
  request = way->request;
  sgn_session_export_calendar_async (session, &request, written_cb, g_steal_pointer (&way));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Way *asked)
{
  g_autoptr (Way) way = asked;
  GtkWindow *window;

  if (g_strcmp0 (response, "write") != 0)
    return;
  way->request.with_names = gtk_check_button_get_active (way->names);
  way->request.with_reviews = gtk_check_button_get_active (way->reviews);
  way->request.language = sgn_language_of_user ();
  window = way->window;
  sgn_save_file_async (window, _ ("Save the Calendar"), _ ("plan.ics"), chosen_cb,
                       g_steal_pointer (&way));
}

static GtkCheckButton *
add_choice (GtkWidget *box, const char *words)
{
  GtkWidget *button = gtk_check_button_new_with_label (words);

  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (button)), TRUE);
  gtk_box_append (GTK_BOX (box), button);
  return GTK_CHECK_BUTTON (button);
}

static char *
dup_body (const SgnPerson *owner)
{
  g_autofree char *name = owner != NULL ? sgn_plan_words_name (owner) : NULL;

  if (name == NULL)
    return g_strdup (_ ("All open tasks become a file that calendars read. Nothing is sent."));
  return g_strdup_printf (_ ("The open tasks of %s become a file that calendars read. Nothing is "
                             "sent."),
                          name);
}

void
sgn_task_export (GtkWindow *window, SgnSession *session, const SgnPerson *owner)
{
  g_autofree char *body = dup_body (owner);
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("Write to a Calendar"), body);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Way *way = g_new0 (Way, 1);

  way->window = g_object_ref (window);
  way->session = g_object_ref (session);
  way->owner = owner != NULL ? g_strdup (owner->name) : NULL;
  way->reviews = add_choice (box, _ ("What is looked at again, and proof that expires, too"));
  way->names = add_choice (box, _ ("Names of people and notes, too"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "write",
                                    _ ("_Save…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "write",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "write");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), way);
  gtk_window_present (GTK_WINDOW (dialog));
}
