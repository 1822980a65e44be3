/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-set-dialog.h"

#include <glib/gi18n-lib.h>

/* The most that a dialog gives to what is in it, and what it keeps around that. */
#define WIDTH 490
#define EDGES 70

struct _SgnSetDialog {
  AdwMessageDialog parent_instance;

  GtkWidget *content;
  GtkCheckButton *partner_button;
  GtkCheckButton *unmet_button;
  GtkCheckButton *files_button;
  GtkEditable *recipient_row;
  GtkLabel *sheets;

  SgnSession *session; /* (nullable): while the choices are still being filled in */
  SgnLanguage language;
};

G_DEFINE_FINAL_TYPE (SgnSetDialog, sgn_set_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
dup_obstacle (SgnSetDialog *self, const char *document)
{
  SgnProjectionRequest request = sgn_set_dialog_get_request (self);

  request.document = document;
  return sgn_projection_dup_obstacle (sgn_session_get_library (self->session),
                                      sgn_session_get_record (self->session), &request);
}

/* How many sheets it would be. */
static char *
dup_count (SgnSetDialog *self)
{
  SgnProjectionRequest request = sgn_set_dialog_get_request (self);
  g_autoptr (GPtrArray) documents =
    sgn_projection_list_set (sgn_session_get_library (self->session), request.audience);
  guint n = 0;

  for (guint i = 0; i < documents->len; i++) {
    const SgnDocument *document = g_ptr_array_index (documents, i);
    g_autofree char *obstacle = dup_obstacle (self, document->id);

    if (obstacle == NULL)
      n++;
  }
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u sheets can be made now.",
                                       "%u of %u sheets can be made now.", n),
                          n, documents->len);
}

static void
update (SgnSetDialog *self)
{
  g_autofree char *obstacle = NULL;
  g_autofree char *count = NULL;

  if (self->session == NULL)
    return;
  obstacle = dup_obstacle (self, "audit-set");
  count = obstacle == NULL ? dup_count (self) : NULL;
  gtk_label_set_text (self->sheets, obstacle != NULL ? obstacle : count);
  gtk_widget_set_visible (GTK_WIDGET (self->unmet_button),
                          gtk_check_button_get_active (self->partner_button));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "choose", obstacle == NULL);
}

/* As wide as there is room, so that no choice becomes a column of single letters. */
static void
make_room (SgnSetDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  int room = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) - EDGES : WIDTH;

  gtk_widget_set_size_request (self->content, CLAMP (room, 0, WIDTH), -1);
}

static void
sgn_set_dialog_dispose (GObject *object)
{
  SgnSetDialog *self = SGN_SET_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_SET_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sgn_set_dialog_parent_class)->dispose (object);
}

static void
sgn_set_dialog_class_init (SgnSetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_set_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-set-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSetDialog, content);
  gtk_widget_class_bind_template_child (widget_class, SgnSetDialog, partner_button);
  gtk_widget_class_bind_template_child (widget_class, SgnSetDialog, unmet_button);
  gtk_widget_class_bind_template_child (widget_class, SgnSetDialog, files_button);
  gtk_widget_class_bind_template_child (widget_class, SgnSetDialog, recipient_row);
  gtk_widget_class_bind_template_child (widget_class, SgnSetDialog, sheets);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
sgn_set_dialog_init (SgnSetDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "choose",
                                    _ ("Choose a _Place…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "choose", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "choose");
  adw_message_dialog_set_close_response (dialog, "cancel");
}

/**
 * sgn_set_dialog_new:
 * @parent: the window
 * @session: a session with an open file
 * @request: for whom, in which language, what is offered first
 *
 * Returns: a dialog that is not shown yet
 */
GtkWidget *
sgn_set_dialog_new (GtkWindow *parent, SgnSession *session, const SgnProjectionRequest *request)
{
  SgnSetDialog *self = g_object_new (SGN_TYPE_SET_DIALOG, "transient-for", parent, NULL);

  self->language = request->language;
  gtk_check_button_set_active (self->partner_button, request->audience == SGN_AUDIENCE_PARTNER);
  gtk_check_button_set_active (self->unmet_button, request->with_unmet);
  gtk_editable_set_text (self->recipient_row, request->recipient != NULL ? request->recipient : "");
  self->session = g_object_ref (session);
  make_room (self);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * sgn_set_dialog_get_request:
 * @self: a dialog
 *
 * Returns: (transfer none): the set that was chosen; its texts live as long as the dialog
 */
SgnProjectionRequest
sgn_set_dialog_get_request (SgnSetDialog *self)
{
  SgnProjectionRequest request = { NULL };

  g_return_val_if_fail (SGN_IS_SET_DIALOG (self), request);

  request.document = "audit-set";
  request.language = self->language;
  request.recipient = gtk_editable_get_text (self->recipient_row);
  request.audience = gtk_check_button_get_active (self->partner_button) ? SGN_AUDIENCE_PARTNER
                                                                        : SGN_AUDIENCE_INTERNAL;
  request.with_unmet =
    request.audience == SGN_AUDIENCE_PARTNER && gtk_check_button_get_active (self->unmet_button);
  return request;
}

gboolean
sgn_set_dialog_get_as_files (SgnSetDialog *self)
{
  g_return_val_if_fail (SGN_IS_SET_DIALOG (self), FALSE);

  return gtk_check_button_get_active (self->files_button);
}
