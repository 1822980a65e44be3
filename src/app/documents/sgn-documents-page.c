/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-documents-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-document-choice.h"
#include "sgn-paper.h"
#include "sgn-sheet-saving.h"

struct _SgnDocumentsPage {
  SgnPage parent_instance;

  SgnDocumentChoice *choice;
  SgnPaper *paper;
  GtkMenuButton *formats_button;
  GtkWidget *open_button;

  const SgnDocument *document; /* (nullable): whose formats can be chosen */
  gboolean asking;             /* a preview is being made */
  gboolean ask_again;          /* and is out of date already */
  gboolean shows_paper;        /* when narrow: the paper and not the choice */
};

G_DEFINE_FINAL_TYPE (SgnDocumentsPage, sgn_documents_page, SGN_TYPE_PAGE)

static SgnSession *
get_session (SgnDocumentsPage *self)
{
  return sgn_page_get_session (SGN_PAGE (self));
}

static void
set_issuable (SgnDocumentsPage *self, gboolean issuable)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "documents.issue", issuable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "documents.save", issuable);
}

static void
show_obstacle (SgnDocumentsPage *self, const char *words)
{
  set_issuable (self, FALSE);
  sgn_paper_show_obstacle (self->paper, words);
}

static void
show_pages (SgnDocumentsPage *self, SgnPages *pages)
{
  const SgnDocument *document = sgn_document_choice_get_document (self->choice);

  set_issuable (self, sgn_findings_get_refusal (sgn_pages_get_findings (pages)) == NULL);
  sgn_paper_show_pages (self->paper, pages,
                        sgn_text_get (&document->menu, sgn_language_of_user ()));
}

static void refresh_preview (SgnDocumentsPage *self);

static void
previewed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnDocumentsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnPages) pages = sgn_session_preview_finish (SGN_SESSION (object), result, &error);

  self->asking = FALSE;
  if (self->paper == NULL)
    return;
  if (self->ask_again)
    refresh_preview (self);
  else if (pages == NULL)
    show_obstacle (self, error->message);
  else
    show_pages (self, pages);
}

/* One preview at a time: what was asked for meanwhile is asked once more at the end. A page that
 * nobody looks at asks for nothing. */
static void
refresh_preview (SgnDocumentsPage *self)
{
  const char *obstacle;
  SgnProjectionRequest request;

  if (self->asking || !gtk_widget_get_mapped (GTK_WIDGET (self))) {
    self->ask_again = TRUE;
    return;
  }
  self->ask_again = FALSE;
  if (sgn_document_choice_get_document (self->choice) == NULL ||
      sgn_session_get_record (get_session (self)) == NULL)
    return;
  obstacle = sgn_document_choice_get_obstacle (self->choice);
  if (obstacle != NULL) {
    show_obstacle (self, obstacle);
    return;
  }
  self->asking = TRUE;
  request = sgn_document_choice_get_request (self->choice);
  sgn_session_preview_async (get_session (self), &request, previewed_cb, g_object_ref (self));
}

static gboolean
has_formats (SgnDocumentsPage *self)
{
  GMenuModel *menu = gtk_menu_button_get_menu_model (self->formats_button);

  return menu != NULL && g_menu_model_get_n_items (menu) > 0;
}

static void
show_part (SgnDocumentsPage *self, gboolean paper)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));

  self->shows_paper = paper;
  gtk_widget_set_visible (GTK_WIDGET (self->choice), !narrow || !paper);
  gtk_widget_set_visible (GTK_WIDGET (self->paper), !narrow || paper);
  gtk_widget_set_hexpand (GTK_WIDGET (self->choice), narrow);
  sgn_paper_set_back_visible (self->paper, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->formats_button),
                          has_formats (self) && (!narrow || paper));
  gtk_widget_set_visible (self->open_button, narrow && !paper);
}

static void
refresh_formats (SgnDocumentsPage *self)
{
  static const struct {
    const char *format;
    const char *words;
  } formats[] = {
    { "xlsx", N_ ("Save as _Excel Tables (XLSX)…") },
    { "csv", N_ ("Save as _CSV (table)…") },
    { "json", N_ ("Save as _JSON (data)…") },
  };
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *action = g_strdup_printf ("documents.save::%s", formats[i].format);

    if (self->document != NULL && sgn_document_has_format (self->document, formats[i].format))
      g_menu_append (menu, g_dgettext (GETTEXT_PACKAGE, formats[i].words), action);
  }
  gtk_menu_button_set_menu_model (self->formats_button, G_MENU_MODEL (menu));
  show_part (self, self->shows_paper);
}

static void
choice_cb (SgnDocumentsPage *self)
{
  const SgnDocument *document = sgn_document_choice_get_document (self->choice);

  /* Each answer changes the sheet, but not which formats there are. */
  if (self->document != document) {
    self->document = document;
    refresh_formats (self);
  }
  refresh_preview (self);
}

static void
open_cb (SgnDocumentsPage *self)
{
  show_part (self, TRUE);
}

static void
back_cb (SgnDocumentsPage *self)
{
  show_part (self, FALSE);
}

static void
narrow_cb (SgnDocumentsPage *self)
{
  show_part (self, self->shows_paper);
}

static void
tell_saved (SgnDocumentsPage *self, const char *name, const SgnSheetResult *result)
{
  g_autofree char *words =
    result->number != NULL
      ? g_strdup_printf (_ ("Saved “%s” with the document number %s"), name, result->number)
      : g_strdup_printf (_ ("Saved “%s”"), name);

  if (result->findings != NULL)
    sgn_paper_show_findings (self->paper, result->findings);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", words);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnDocumentsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autoptr (SgnSheetResult) sheet =
    sgn_sheet_save_finish (GTK_WINDOW (object), result, &name, &error);

  if (self->paper == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (sheet != NULL)
    tell_saved (self, name, sheet);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)",
                                _ ("The sheet could not be saved"), error->message);
}

static void
save_as (SgnDocumentsPage *self, const char *format)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  SgnProjectionRequest request;

  if (sgn_document_choice_get_document (self->choice) == NULL || !GTK_IS_WINDOW (root))
    return;
  request = sgn_document_choice_get_request (self->choice);
  sgn_sheet_save_async (GTK_WINDOW (root), get_session (self), &request, format, saved_cb,
                        g_object_ref (self));
}

static void
issue_action (GtkWidget *widget, const char *name, GVariant *target)
{
  save_as (SGN_DOCUMENTS_PAGE (widget), "pdf");
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  save_as (SGN_DOCUMENTS_PAGE (widget), g_variant_get_string (target, NULL));
}

static gboolean
turn_page_cb (GtkWidget *widget, GVariant *step, gpointer user_data)
{
  sgn_paper_turn (SGN_DOCUMENTS_PAGE (widget)->paper, g_variant_get_int32 (step));
  return TRUE;
}

static void
add_page_key (GtkEventController *controller, guint key, int step)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                                            gtk_callback_action_new (turn_page_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_keys (SgnDocumentsPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_page_key (controller, GDK_KEY_Page_Down, 1);
  add_page_key (controller, GDK_KEY_KP_Page_Down, 1);
  add_page_key (controller, GDK_KEY_Page_Up, -1);
  add_page_key (controller, GDK_KEY_KP_Page_Up, -1);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_s, GDK_CONTROL_MASK),
                      gtk_named_action_new ("documents.issue")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
sgn_documents_page_map (GtkWidget *widget)
{
  SgnDocumentsPage *self = SGN_DOCUMENTS_PAGE (widget);

  GTK_WIDGET_CLASS (sgn_documents_page_parent_class)->map (widget);
  if (self->ask_again)
    refresh_preview (self);
}

static void
sgn_documents_page_opened (SgnPage *page)
{
  sgn_document_choice_focus (SGN_DOCUMENTS_PAGE (page)->choice);
}

static void
sgn_documents_page_constructed (GObject *object)
{
  SgnDocumentsPage *self = SGN_DOCUMENTS_PAGE (object);

  G_OBJECT_CLASS (sgn_documents_page_parent_class)->constructed (object);

  set_issuable (self, FALSE);
  sgn_document_choice_watch (self->choice, get_session (self));
}

static void
sgn_documents_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_DOCUMENTS_PAGE);

  G_OBJECT_CLASS (sgn_documents_page_parent_class)->dispose (object);
}

static void
sgn_documents_page_class_init (SgnDocumentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sgn_documents_page_constructed;
  object_class->dispose = sgn_documents_page_dispose;
  widget_class->map = sgn_documents_page_map;
  SGN_PAGE_CLASS (klass)->opened = sgn_documents_page_opened;

  g_type_ensure (SGN_TYPE_DOCUMENT_CHOICE);
  g_type_ensure (SGN_TYPE_PAPER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-documents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, choice);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, paper);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, formats_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, open_button);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_install_action (widget_class, "documents.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "documents.save", "s", save_action);
}

static void
sgn_documents_page_init (SgnDocumentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

gboolean
sgn_documents_page_is_ready (SgnDocumentsPage *self)
{
  g_return_val_if_fail (SGN_IS_DOCUMENTS_PAGE (self), FALSE);

  return !self->asking && !self->ask_again &&
         (sgn_document_choice_get_obstacle (self->choice) != NULL ||
          sgn_paper_is_painted (self->paper));
}
