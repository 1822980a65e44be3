/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-evidence-dialog.h"

#include <glib/gi18n-lib.h>

#include "sgn-typed-date.h"

struct _SgnEvidenceDialog {
  AdwMessageDialog parent_instance;

  GtkEditable *title_row;
  GtkEditable *dated_row;
  GtkEditable *expires_row;
  GtkLabel *hint;

  GtkWidget *widget;
  SgnSession *session;
  SgnSaving *saving;
  gint64 evidence;
};

G_DEFINE_FINAL_TYPE (SgnEvidenceDialog, sgn_evidence_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* (nullable): "" when nothing is typed */
static char *
dup_date (GtkEditable *row)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  return *typed != '\0' ? sgn_date_from_typed (typed) : g_strdup ("");
}

/* What is wrong is said while it is typed, and cannot be saved. */
static void
update (SgnEvidenceDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));
  g_autofree char *dated = dup_date (self->dated_row);
  g_autofree char *expires = dup_date (self->expires_row);
  const char *wrong = NULL;

  if (*title == '\0')
    wrong = _ ("Write what the file shows.");
  else if (dated == NULL || expires == NULL)
    wrong = _ ("Write a date as 2026-11-20 or 2026/11/20.");
  else if (*dated != '\0' && *expires != '\0' && sgn_date_compare (expires, dated) < 0)
    wrong = _ ("The last day comes before the date of the file.");
  gtk_label_set_text (self->hint, wrong != NULL ? wrong : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), wrong != NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "save", wrong == NULL);
}

typedef struct {
  GtkWidget *widget;
  SgnSaving *saving;
} Change;

static void
described_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Change *change = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  sgn_saving_end (change->saving, NULL);
  if (error != NULL)
    gtk_widget_activate_action (change->widget, "win.tell", "(ss)",
                                _ ("The evidence could not be changed"), error->message);
  g_object_unref (change->widget);
  g_object_unref (change->saving);
  g_free (change);
}

static void
response_cb (SgnEvidenceDialog *self, const char *response)
{
  g_autofree char *dated = dup_date (self->dated_row);
  g_autofree char *expires = dup_date (self->expires_row);
  const SgnEvidenceWords words = { .title = gtk_editable_get_text (self->title_row),
                                   .dated = dated,
                                   .expires = expires };
  Change *change;

  if (g_strcmp0 (response, "save") != 0)
    return;
  change = g_new0 (Change, 1);
  change->widget = g_object_ref (self->widget);
  change->saving = g_object_ref (self->saving);
  sgn_saving_begin (self->saving);
  sgn_session_describe_evidence_async (self->session, self->evidence, &words, described_cb, change);
}

static void
sgn_evidence_dialog_dispose (GObject *object)
{
  SgnEvidenceDialog *self = SGN_EVIDENCE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_EVIDENCE_DIALOG);
  g_clear_object (&self->widget);
  g_clear_object (&self->session);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_evidence_dialog_parent_class)->dispose (object);
}

static void
sgn_evidence_dialog_class_init (SgnEvidenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_evidence_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-evidence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceDialog, dated_row);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceDialog, expires_row);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
sgn_evidence_dialog_init (SgnEvidenceDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "save");
}

static void
fill (SgnEvidenceDialog *self, const SgnEvidence *evidence)
{
  gtk_editable_set_text (self->title_row, evidence->title);
  gtk_editable_set_text (self->dated_row, evidence->dated != NULL ? evidence->dated : "");
  gtk_editable_set_text (self->expires_row, evidence->expires != NULL ? evidence->expires : "");
  update (self);
}

/**
 * sgn_evidence_dialog_open:
 * @widget: in the window
 * @session: a session with a file open for writing
 * @saving: what the saved line says
 * @evidence: number of a piece of evidence
 *
 * Shows the dialog; what is saved is one act.
 *
 * Returns: (nullable) (transfer none): the dialog
 */
GtkWidget *
sgn_evidence_dialog_open (GtkWidget *widget,
                          SgnSession *session,
                          SgnSaving *saving,
                          gint64 evidence)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  const SgnEvidence *found = sgn_record_find_evidence (sgn_session_get_record (session), evidence);
  SgnEvidenceDialog *self;

  if (!GTK_IS_WINDOW (root) || found == NULL)
    return NULL;
  self = g_object_new (SGN_TYPE_EVIDENCE_DIALOG, "transient-for", root, NULL);
  self->widget = g_object_ref (widget);
  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  self->evidence = evidence;
  fill (self, found);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
