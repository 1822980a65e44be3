/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-documents-page-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-form-dialog.h"
#include "sgn-sheet-print.h"

static void
tell_printed (SgnDocumentsPage *self, SgnPages *pages)
{
  const char *number = sgn_pages_get_number (pages);
  g_autofree char *words = number != NULL
                             ? g_strdup_printf (_ ("Printed with the document number %s"), number)
                             : g_strdup (_ ("Printed"));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", words);
}

static void
printed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnDocumentsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnPages) pages = sgn_sheet_print_finish (GTK_WINDOW (object), result, &error);

  sgn_documents_page_set_busy (self, FALSE);
  if (self->paper == NULL)
    return;
  if (pages != NULL)
    tell_printed (self, pages);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)",
                                _ ("The sheet could not be printed"), error->message);
}

/* Asks for a printer and prints the chosen sheet. */
void
sgn_documents_page_print (SgnDocumentsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (SgnProjectionRequest) request = sgn_documents_page_dup_request (self);

  if (!GTK_IS_WINDOW (root) || request == NULL)
    return;
  sgn_documents_page_set_busy (self, TRUE);
  sgn_sheet_print_async (GTK_WINDOW (root), sgn_page_get_session (SGN_PAGE (self)), request,
                         printed_cb, g_object_ref (self));
}

/* Asks how the company's sheets write dates and which stamp boxes they have. */
void
sgn_documents_page_set_form (SgnDocumentsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_present (
      GTK_WINDOW (sgn_form_dialog_new (GTK_WINDOW (root), sgn_page_get_session (SGN_PAGE (self)),
                                       sgn_page_get_saving (SGN_PAGE (self)))));
}
