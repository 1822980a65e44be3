/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-documents-page-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SgnDocumentsPage, sgn_documents_page, SGN_TYPE_PAGE)

static SgnSession *
get_session (SgnDocumentsPage *self)
{
  return sgn_page_get_session (SGN_PAGE (self));
}

/* (transfer full): the sheet of @document as it would be now */
static SgnProjectionRequest *
dup_request_of (SgnDocumentsPage *self, const SgnDocument *document)
{
  SgnProjectionRequest request = sgn_document_choice_get_request (self->choice, document);

  sgn_paper_complete (self->paper, &request);
  return sgn_projection_request_copy (&request);
}

SgnProjectionRequest *
sgn_documents_page_dup_request (SgnDocumentsPage *self)
{
  return self->document != NULL ? dup_request_of (self, self->document) : NULL;
}

SgnProjectionRequest *
sgn_documents_page_dup_set_request (SgnDocumentsPage *self)
{
  SgnDocuments *documents = sgn_session_get_library (get_session (self))->documents;

  return dup_request_of (self, sgn_documents_find (documents, "audit-set"));
}

static void
update_actions (SgnDocumentsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean issuable = self->issuable && !self->busy;

  gtk_widget_action_set_enabled (widget, "documents.issue", issuable);
  gtk_widget_action_set_enabled (widget, "documents.print", issuable);
  gtk_widget_action_set_enabled (widget, "documents.save", issuable);
  gtk_widget_action_set_enabled (widget, "documents.write-set", !self->busy);
  gtk_widget_action_set_enabled (widget, "documents.set-form",
                                 !self->busy && !sgn_session_get_read_only (get_session (self)));
  if (self->set_button != NULL)
    gtk_widget_set_sensitive (self->set_button, !self->busy);
}

static void
set_issuable (SgnDocumentsPage *self, gboolean issuable)
{
  self->issuable = issuable;
  update_actions (self);
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
  set_issuable (self, sgn_findings_get_refusal (sgn_pages_get_findings (pages)) == NULL);
  sgn_paper_show_pages (self->paper, pages,
                        sgn_text_get (&self->document->menu, sgn_language_of_user ()));
}

static void refresh_preview (SgnDocumentsPage *self);
static void count_next (SgnDocumentsPage *self);

static void
look_at (SgnDocumentsPage *self, const SgnProjectionRequest *request, GAsyncReadyCallback callback)
{
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  sgn_session_preview_async (get_session (self), request, self->looking, callback,
                             g_object_ref (self));
}

static void
stop_looking (SgnDocumentsPage *self)
{
  if (self->asking)
    self->ask_again = TRUE;
  g_cancellable_cancel (self->looking);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnDocumentsPage) self = user_data;
  g_autoptr (SgnPages) pages = sgn_session_preview_finish (SGN_SESSION (object), result, NULL);
  const SgnDocument *document = g_steal_pointer (&self->being_counted);

  if (self->paper == NULL)
    return;
  if (self->ask_again) {
    refresh_preview (self);
    return;
  }
  if (g_cancellable_is_cancelled (self->looking)) {
    count_next (self);
    return;
  }
  sgn_document_choice_show_pages (self->choice, document, pages);
  count_next (self);
}

/* One sheet after the other, when nobody waits for anything else. */
static void
count_next (SgnDocumentsPage *self)
{
  g_autoptr (SgnProjectionRequest) request = NULL;

  if (self->asking || self->being_counted != NULL || self->busy ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->being_counted = sgn_document_choice_find_uncounted (self->choice);
  if (self->being_counted == NULL)
    return;
  request = dup_request_of (self, self->being_counted);
  look_at (self, request, counted_cb);
}

static void
previewed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnDocumentsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnPages) pages = sgn_session_preview_finish (SGN_SESSION (object), result, &error);

  self->asking = FALSE;
  if (self->paper == NULL)
    return;
  if (self->ask_again) {
    refresh_preview (self);
    return;
  }
  sgn_document_choice_show_pages (self->choice, self->document, pages);
  if (pages == NULL)
    show_obstacle (self, error->message);
  else
    show_pages (self, pages);
  count_next (self);
}

void
sgn_documents_page_set_busy (SgnDocumentsPage *self, gboolean busy)
{
  self->busy = busy;
  if (self->paper == NULL)
    return;
  update_actions (self);
  if (busy)
    stop_looking (self);
  else
    count_next (self);
}

/* One preview at a time: what was asked for meanwhile stops it and is asked then. A page that
 * nobody looks at asks for nothing. */
static void
refresh_preview (SgnDocumentsPage *self)
{
  const char *obstacle;
  g_autoptr (SgnProjectionRequest) request = NULL;

  if (self->asking || self->being_counted != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self))) {
    self->ask_again = TRUE;
    g_cancellable_cancel (self->looking);
    return;
  }
  self->ask_again = FALSE;
  if (self->document == NULL || sgn_session_get_record (get_session (self)) == NULL)
    return;
  obstacle = sgn_document_choice_get_obstacle (self->choice);
  if (obstacle != NULL) {
    show_obstacle (self, obstacle);
    count_next (self);
    return;
  }
  self->asking = TRUE;
  request = sgn_documents_page_dup_request (self);
  look_at (self, request, previewed_cb);
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
  gtk_widget_set_visible (self->print_button, !narrow || paper);
  gtk_widget_set_visible (self->open_button, narrow && !paper);
}

static GMenu *
make_formats (SgnDocumentsPage *self)
{
  static const struct {
    const char *format;
    const char *words;
  } formats[] = {
    { "xlsx", N_ ("Save as _Excel Tables (XLSX)…") },
    { "csv", N_ ("Save as _CSV (table)…") },
    { "json", N_ ("Save as _JSON (data)…") },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *action = g_strdup_printf ("documents.save::%s", formats[i].format);

    if (self->document != NULL && sgn_document_has_format (self->document, formats[i].format))
      g_menu_append (menu, g_dgettext (GETTEXT_PACKAGE, formats[i].words), action);
  }
  return menu;
}

static void
refresh_menu (SgnDocumentsPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) formats = make_formats (self);
  g_autoptr (GMenu) others = g_menu_new ();

  g_menu_append (others, _ ("_All Sheets at Once…"), "documents.write-set");
  g_menu_append (others, _ ("_Dates and Stamp Boxes…"), "documents.set-form");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (formats));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (self->more_button, G_MENU_MODEL (menu));
}

static void
choose_sheet (SgnDocumentsPage *self)
{
  SgnProjectionRequest request = sgn_document_choice_get_request (self->choice, self->document);

  sgn_paper_choose_sheet (self->paper, get_session (self), &request);
}

static void
choice_cb (SgnDocumentsPage *self)
{
  const SgnDocument *document = sgn_document_choice_get_document (self->choice);

  if (document == NULL || sgn_session_get_record (get_session (self)) == NULL)
    return;
  /* Each answer changes the sheet, but not which formats there are. */
  if (self->document != document) {
    self->document = document;
    refresh_menu (self);
  }
  choose_sheet (self);
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
issue_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_documents_page_save (SGN_DOCUMENTS_PAGE (widget), "pdf");
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_documents_page_save (SGN_DOCUMENTS_PAGE (widget), g_variant_get_string (target, NULL));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_documents_page_print (SGN_DOCUMENTS_PAGE (widget));
}

static void
write_set_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_documents_page_write_set (SGN_DOCUMENTS_PAGE (widget));
}

static void
set_form_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_documents_page_set_form (SGN_DOCUMENTS_PAGE (widget));
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
add_action_key (GtkEventController *controller, guint key, const char *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key,
                                                                                  GDK_CONTROL_MASK),
                                                          gtk_named_action_new (action)));
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
  add_action_key (controller, GDK_KEY_s, "documents.issue");
  add_action_key (controller, GDK_KEY_p, "documents.print");
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
sgn_documents_page_map (GtkWidget *widget)
{
  SgnDocumentsPage *self = SGN_DOCUMENTS_PAGE (widget);

  GTK_WIDGET_CLASS (sgn_documents_page_parent_class)->map (widget);
  if (self->ask_again)
    refresh_preview (self);
  else
    count_next (self);
}

/* Acts of other pages need not wait for what nobody sees. */
static void
sgn_documents_page_unmap (GtkWidget *widget)
{
  stop_looking (SGN_DOCUMENTS_PAGE (widget));
  GTK_WIDGET_CLASS (sgn_documents_page_parent_class)->unmap (widget);
}

/* Where there is room, the way to all sheets stands in the header bar. */
static GtkWidget *
sgn_documents_page_get_end_widget (SgnPage *page)
{
  SgnDocumentsPage *self = SGN_DOCUMENTS_PAGE (page);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_All Sheets at Once…"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (sgn_documents_page_write_set), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->set_button, button);
  return button;
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
  show_part (self, FALSE);
  sgn_document_choice_watch (self->choice, get_session (self));
}

static void
sgn_documents_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_DOCUMENTS_PAGE);
  g_clear_weak_pointer (&SGN_DOCUMENTS_PAGE (object)->set_button);
  g_clear_object (&SGN_DOCUMENTS_PAGE (object)->looking);

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
  widget_class->unmap = sgn_documents_page_unmap;
  SGN_PAGE_CLASS (klass)->opened = sgn_documents_page_opened;
  SGN_PAGE_CLASS (klass)->get_end_widget = sgn_documents_page_get_end_widget;

  g_type_ensure (SGN_TYPE_DOCUMENT_CHOICE);
  g_type_ensure (SGN_TYPE_PAPER);
  g_type_ensure (SGN_TYPE_WORK_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-documents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, choice);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, paper);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, work_bar);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, open_button);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh_preview);
  gtk_widget_class_install_action (widget_class, "documents.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "documents.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "documents.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "documents.write-set", NULL, write_set_action);
  gtk_widget_class_install_action (widget_class, "documents.set-form", NULL, set_form_action);
}

static void
sgn_documents_page_init (SgnDocumentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

gboolean
sgn_documents_page_show_document (SgnDocumentsPage *self, const char *document)
{
  g_return_val_if_fail (SGN_IS_DOCUMENTS_PAGE (self), FALSE);

  return sgn_document_choice_choose (self->choice, document);
}

gboolean
sgn_documents_page_is_ready (SgnDocumentsPage *self)
{
  g_return_val_if_fail (SGN_IS_DOCUMENTS_PAGE (self), FALSE);

  return !self->asking && !self->ask_again &&
         (sgn_document_choice_get_obstacle (self->choice) != NULL ||
          sgn_paper_is_painted (self->paper));
}

/* Whether the list says of every sheet that can be made how long it is. */
gboolean
sgn_documents_page_is_counted (SgnDocumentsPage *self)
{
  g_return_val_if_fail (SGN_IS_DOCUMENTS_PAGE (self), FALSE);

  return sgn_document_choice_find_uncounted (self->choice) == NULL;
}
