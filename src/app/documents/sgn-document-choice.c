/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-document-choice.h"

#include <glib/gi18n-lib.h>

#include "sgn-document-row.h"

struct _SgnDocumentChoice {
  GtkBox parent_instance;

  GtkToggleButton *partner_button;
  GtkLabel *audience_words;
  GtkCheckButton *unmet_button;
  GtkToggleButton *english_button;
  GtkListBox *list;

  SgnSession *session;
};

G_DEFINE_FINAL_TYPE (SgnDocumentChoice, sgn_document_choice, GTK_TYPE_BOX)

enum {
  SIGNAL_CHANGED,
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static SgnProjectionRequest
get_request (SgnDocumentChoice *self, const SgnDocument *document)
{
  gboolean partner = gtk_toggle_button_get_active (self->partner_button);
  gboolean english = gtk_toggle_button_get_active (self->english_button);

  return (SgnProjectionRequest){
    .document = document->id,
    .audience = partner ? SGN_AUDIENCE_PARTNER : SGN_AUDIENCE_INTERNAL,
    .language = english ? SGN_LANGUAGE_EN : SGN_LANGUAGE_JA,
    .with_unmet = partner && gtk_check_button_get_active (self->unmet_button),
  };
}

static SgnDocumentRow *
get_selected (SgnDocumentChoice *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? SGN_DOCUMENT_ROW (row) : NULL;
}

static char *
dup_obstacle (SgnLibrary *library,
              SgnRecord *record,
              const SgnDocument *document,
              const SgnProjectionRequest *request)
{
  if (!sgn_document_has_audience (document, request->audience))
    return g_strdup (_ ("Stays in our company; not for customers."));
  return sgn_projection_dup_obstacle (library, record, request);
}

/* How long each sheet is has to be found out anew. Whether it can be made may take reading a
 * guideline: that waits until somebody looks. */
static void
refresh_rows (SgnDocumentChoice *self)
{
  SgnRecord *record = sgn_session_get_record (self->session);
  SgnLibrary *library = sgn_session_get_library (self->session);
  GtkListBoxRow *row;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (int i = 0; record != NULL && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;
       i++) {
    const SgnDocument *document = sgn_document_row_get_document (SGN_DOCUMENT_ROW (row));
    SgnProjectionRequest request = get_request (self, document);
    g_autofree char *obstacle = dup_obstacle (library, record, document, &request);

    sgn_document_row_set_obstacle (SGN_DOCUMENT_ROW (row), obstacle);
  }
}

static void
refresh (SgnDocumentChoice *self)
{
  refresh_rows (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
audience_cb (SgnDocumentChoice *self)
{
  gboolean partner = gtk_toggle_button_get_active (self->partner_button);

  gtk_label_set_text (self->audience_words, partner ? _ ("Without notes and people’s names")
                                                    : _ ("With notes and the people in charge"));
  gtk_widget_set_visible (GTK_WIDGET (self->unmet_button), partner);
  refresh (self);
}

static void
unmet_cb (SgnDocumentChoice *self)
{
  refresh (self);
}

static void
language_cb (SgnDocumentChoice *self, GtkToggleButton *button)
{
  if (self->session != NULL && gtk_toggle_button_get_active (button))
    refresh (self);
}

static void
row_selected_cb (SgnDocumentChoice *self, GtkListBoxRow *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
row_activated_cb (SgnDocumentChoice *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
sgn_document_choice_dispose (GObject *object)
{
  SgnDocumentChoice *self = SGN_DOCUMENT_CHOICE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_DOCUMENT_CHOICE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sgn_document_choice_parent_class)->dispose (object);
}

static void
sgn_document_choice_class_init (SgnDocumentChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_document_choice_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_DOCUMENT_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", SGN_TYPE_DOCUMENT_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-document-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentChoice, partner_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentChoice, audience_words);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentChoice, english_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentChoice, unmet_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentChoice, list);
  gtk_widget_class_bind_template_callback (widget_class, audience_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, unmet_cb);
}

static void
sgn_document_choice_init (SgnDocumentChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_document_choice_watch:
 * @self: a choice
 * @session: a session with an open file
 *
 * Offers every document, and says of which there is nothing to print yet.
 */
void
sgn_document_choice_watch (SgnDocumentChoice *self, SgnSession *session)
{
  GPtrArray *documents;

  g_return_if_fail (SGN_IS_DOCUMENT_CHOICE (self));
  g_return_if_fail (self->session == NULL);

  documents = sgn_documents_get_all (sgn_session_get_library (session)->documents);
  for (guint i = 0; i < documents->len; i++)
    gtk_list_box_append (self->list, sgn_document_row_new (g_ptr_array_index (documents, i)));
  if (sgn_language_of_user () == SGN_LANGUAGE_EN)
    gtk_toggle_button_set_active (self->english_button, TRUE);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::record", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (refresh), NULL);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  audience_cb (self);
}

/**
 * sgn_document_choice_get_document:
 * @self: a choice
 *
 * Returns: (nullable): the chosen document
 */
const SgnDocument *
sgn_document_choice_get_document (SgnDocumentChoice *self)
{
  g_return_val_if_fail (SGN_IS_DOCUMENT_CHOICE (self), NULL);

  return get_selected (self) != NULL ? sgn_document_row_get_document (get_selected (self)) : NULL;
}

/**
 * sgn_document_choice_get_request:
 * @self: a choice
 * @document: a document of the library
 *
 * Returns: (transfer none): the sheet of @document as it would be with what is chosen beside it
 */
SgnProjectionRequest
sgn_document_choice_get_request (SgnDocumentChoice *self, const SgnDocument *document)
{
  return get_request (self, document);
}

static SgnDocumentRow *
find_row (SgnDocumentChoice *self, const SgnDocument *document)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (sgn_document_row_get_document (SGN_DOCUMENT_ROW (row)) == document)
      return SGN_DOCUMENT_ROW (row);
  return NULL;
}

/**
 * sgn_document_choice_find_uncounted:
 * @self: a choice
 *
 * Returns: (nullable): a document that can be made, and of which nobody has said how long it is
 */
const SgnDocument *
sgn_document_choice_find_uncounted (SgnDocumentChoice *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (SGN_IS_DOCUMENT_CHOICE (self), NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (!sgn_document_row_get_counted (SGN_DOCUMENT_ROW (row)) &&
        sgn_document_row_get_obstacle (SGN_DOCUMENT_ROW (row)) == NULL)
      return sgn_document_row_get_document (SGN_DOCUMENT_ROW (row));
  return NULL;
}

/**
 * sgn_document_choice_show_pages:
 * @self: a choice
 * @document: one of its documents
 * @pages: (nullable): it, laid out; %NULL when that did not work
 *
 * Says in the list how long the sheet is, and whether something stops its issue.
 */
void
sgn_document_choice_show_pages (SgnDocumentChoice *self,
                                const SgnDocument *document,
                                SgnPages *pages)
{
  SgnDocumentRow *row;

  g_return_if_fail (SGN_IS_DOCUMENT_CHOICE (self));

  row = find_row (self, document);
  g_return_if_fail (row != NULL);
  sgn_document_row_set_pages (row, pages != NULL ? sgn_pages_get_n_pages (pages) : 0,
                              pages != NULL &&
                                sgn_findings_get_refusal (sgn_pages_get_findings (pages)) != NULL);
}

const char *
sgn_document_choice_get_obstacle (SgnDocumentChoice *self)
{
  g_return_val_if_fail (SGN_IS_DOCUMENT_CHOICE (self), NULL);

  return get_selected (self) != NULL ? sgn_document_row_get_obstacle (get_selected (self)) : NULL;
}

gboolean
sgn_document_choice_choose (SgnDocumentChoice *self, const char *document)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (SGN_IS_DOCUMENT_CHOICE (self), FALSE);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (sgn_document_row_get_document (SGN_DOCUMENT_ROW (row))->id, document) == 0) {
      gtk_list_box_select_row (self->list, row);
      return TRUE;
    }
  return FALSE;
}

void
sgn_document_choice_focus (SgnDocumentChoice *self)
{
  g_return_if_fail (SGN_IS_DOCUMENT_CHOICE (self));

  if (get_selected (self) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_selected (self)));
}
