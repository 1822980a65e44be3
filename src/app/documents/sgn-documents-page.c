/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-documents-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-date.h"
#include "sgn-document-row.h"
#include "sgn-file-name.h"
#include "sgn-findings-box.h"
#include "sgn-sheet-view.h"

#define ZOOM_STEP 1.25
#define ZOOM_LEAST 0.4
#define ZOOM_MOST 4.0

struct _SgnDocumentsPage {
  SgnPage parent_instance;

  GtkWidget *choice;
  GtkWidget *paper;
  GtkToggleButton *internal_button;
  GtkToggleButton *partner_button;
  GtkLabel *audience_words;
  GtkToggleButton *japanese_button;
  GtkToggleButton *english_button;
  GtkListBox *list;
  GtkWidget *back_button;
  SgnFindingsBox *findings;
  GtkLabel *page_label;
  GtkStack *preview;
  GtkLabel *obstacle;
  SgnSheetView *sheet;
  GtkMenuButton *formats_button;
  GtkWidget *open_button;

  const SgnDocument *document; /* (nullable) */
  gboolean asking;             /* a preview is being made */
  gboolean ask_again;          /* and is out of date already */
  gboolean issuable;
  gboolean shows_paper; /* when narrow: the paper and not the choice */
};

G_DEFINE_FINAL_TYPE (SgnDocumentsPage, sgn_documents_page, SGN_TYPE_PAGE)

static SgnSession *
get_session (SgnDocumentsPage *self)
{
  return sgn_page_get_session (SGN_PAGE (self));
}

static SgnProjectionRequest
get_request (SgnDocumentsPage *self, const SgnDocument *document)
{
  return (SgnProjectionRequest){
    .document = document->id,
    .audience = gtk_toggle_button_get_active (self->partner_button) ? SGN_AUDIENCE_PARTNER
                                                                    : SGN_AUDIENCE_INTERNAL,
    .language =
      gtk_toggle_button_get_active (self->english_button) ? SGN_LANGUAGE_EN : SGN_LANGUAGE_JA,
  };
}

static const char *
get_title (SgnDocumentsPage *self)
{
  return sgn_text_get (&self->document->menu, sgn_language_of_user ());
}

static void
update_actions (SgnDocumentsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = sgn_sheet_view_get_n_pages (self->sheet);
  guint page = sgn_sheet_view_get_page (self->sheet);
  g_autofree char *words = g_strdup_printf ("%u / %u", n > 0 ? page + 1 : 0, n);

  gtk_label_set_text (self->page_label, words);
  gtk_widget_action_set_enabled (widget, "documents.next-page", page + 1 < n);
  gtk_widget_action_set_enabled (widget, "documents.previous-page", page > 0);
  gtk_widget_action_set_enabled (widget, "documents.zoom", n > 0);
  gtk_widget_action_set_enabled (widget, "documents.issue", self->issuable);
  gtk_widget_action_set_enabled (widget, "documents.save", self->issuable);
}

static void
show_obstacle (SgnDocumentsPage *self, const char *words)
{
  self->issuable = FALSE;
  sgn_sheet_view_set_pages (self->sheet, NULL, "");
  sgn_findings_box_clear (self->findings);
  gtk_label_set_text (self->obstacle, words);
  gtk_stack_set_visible_child_name (self->preview, "obstacle");
  update_actions (self);
}

static void
show_pages (SgnDocumentsPage *self, SgnPages *pages)
{
  GPtrArray *findings = sgn_pages_get_findings (pages);

  self->issuable = sgn_findings_get_refusal (findings) == NULL;
  sgn_findings_box_show_findings (self->findings, findings);
  sgn_sheet_view_set_pages (self->sheet, pages, get_title (self));
  gtk_stack_set_visible_child_name (self->preview, "sheet");
  update_actions (self);
}

static void refresh_preview (SgnDocumentsPage *self);

static void
previewed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnDocumentsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnPages) pages = sgn_session_preview_finish (SGN_SESSION (object), result, &error);

  self->asking = FALSE;
  if (self->sheet == NULL)
    return;
  if (self->ask_again)
    refresh_preview (self);
  else if (pages == NULL)
    show_obstacle (self, error->message);
  else
    show_pages (self, pages);
}

static const char *
get_obstacle (SgnDocumentsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? sgn_document_row_get_obstacle (SGN_DOCUMENT_ROW (row)) : NULL;
}

/* One preview at a time: what was asked for meanwhile is asked once more at the end. A page that
 * nobody looks at asks for nothing. */
static void
refresh_preview (SgnDocumentsPage *self)
{
  SgnProjectionRequest request;

  if (self->asking || !gtk_widget_get_mapped (GTK_WIDGET (self))) {
    self->ask_again = TRUE;
    return;
  }
  self->ask_again = FALSE;
  if (self->document == NULL || sgn_session_get_record (get_session (self)) == NULL)
    return;
  if (get_obstacle (self) != NULL) {
    show_obstacle (self, get_obstacle (self));
    return;
  }
  self->asking = TRUE;
  request = get_request (self, self->document);
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
  gtk_widget_set_visible (self->choice, !narrow || !paper);
  gtk_widget_set_visible (self->paper, !narrow || paper);
  gtk_widget_set_hexpand (self->choice, narrow);
  gtk_widget_set_visible (self->back_button, narrow);
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
refresh_rows (SgnDocumentsPage *self)
{
  SgnRecord *record = sgn_session_get_record (get_session (self));
  SgnLibrary *library = sgn_session_get_library (get_session (self));
  GtkListBoxRow *row;

  for (int i = 0; record != NULL && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;
       i++) {
    const SgnDocument *document = sgn_document_row_get_document (SGN_DOCUMENT_ROW (row));
    SgnProjectionRequest request = get_request (self, document);
    g_autofree char *obstacle = sgn_projection_dup_obstacle (library, record, &request);

    sgn_document_row_set_obstacle (SGN_DOCUMENT_ROW (row), obstacle);
  }
}

static void
refresh (SgnDocumentsPage *self)
{
  refresh_rows (self);
  refresh_preview (self);
}

static void
audience_cb (SgnDocumentsPage *self)
{
  gboolean partner = gtk_toggle_button_get_active (self->partner_button);

  gtk_label_set_text (self->audience_words,
                      partner ? _ ("Without notes, people’s names and what is not done")
                              : _ ("With notes and the people in charge"));
  refresh (self);
}

static void
language_cb (SgnDocumentsPage *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    refresh (self);
}

static void
row_selected_cb (SgnDocumentsPage *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  self->document = sgn_document_row_get_document (SGN_DOCUMENT_ROW (row));
  refresh_formats (self);
  refresh_preview (self);
}

static void
row_activated_cb (SgnDocumentsPage *self, GtkListBoxRow *row)
{
  show_part (self, TRUE);
}

static void
open_clicked_cb (SgnDocumentsPage *self)
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

/* One format of the chosen sheet on its way to a file. */
typedef struct {
  SgnDocumentsPage *page;
  SgnProjectionRequest projection;
  char *format;
  char *path;
} Issue;

static void
issue_free (Issue *issue)
{
  g_object_unref (issue->page);
  g_free (issue->format);
  g_free (issue->path);
  g_free (issue);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Issue, issue_free)

static void
tell_written (Issue *issue, const SgnSheetResult *result)
{
  g_autofree char *name = g_path_get_basename (issue->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *words =
    result->number != NULL
      ? g_strdup_printf (_ ("Saved “%s” with the document number %s"), shown, result->number)
      : g_strdup_printf (_ ("Saved “%s”"), shown);

  gtk_widget_activate_action (GTK_WIDGET (issue->page), "win.toast", "s", words);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Issue) issue = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnSheetResult) sheet =
    sgn_session_write_sheet_finish (SGN_SESSION (object), result, &error);

  if (issue->page->sheet == NULL)
    return;
  if (sheet == NULL) {
    gtk_widget_activate_action (GTK_WIDGET (issue->page), "win.tell", "(ss)",
                                _ ("The sheet could not be saved"), error->message);
    return;
  }
  if (sheet->findings != NULL)
    sgn_findings_box_show_findings (issue->page->findings, sheet->findings);
  tell_written (issue, sheet);
}

static void
place_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Issue) issue = user_data;
  g_autoptr (GFile) file = sgn_save_file_finish (GTK_WINDOW (object), result, NULL);
  SgnSheetRequest request = { .projection = issue->projection,
                              .format = issue->format,
                              .replace = TRUE };
  SgnSession *session;

  if (file == NULL || issue->page->sheet == NULL)
    return;
  issue->path = g_file_get_path (file);
  if (issue->path == NULL) {
    gtk_widget_activate_action (GTK_WIDGET (issue->page), "win.tell", "(ss)",
                                _ ("The sheet could not be saved"),
                                _ ("Choose a folder of this computer."));
    return;
  }
  request.path = issue->path;
  session = get_session (issue->page);
  sgn_session_write_sheet_async (session, &request, written_cb, g_steal_pointer (&issue));
}

/* 自社診断の結果_2026-11-23.pdf */
static char *
dup_suggested_name (SgnDocumentsPage *self, const char *format)
{
  SgnProjectionRequest request = get_request (self, self->document);
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (get_session (self)));
  g_autofree char *date = sgn_time_get_date (now);
  g_autofree char *base =
    sgn_file_name_make (sgn_text_get (&self->document->menu, request.language), "document");

  return g_strdup_printf ("%s_%s.%s", base, date, format);
}

static void
begin_issue (SgnDocumentsPage *self, const char *format)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = NULL;
  Issue *issue;

  if (self->document == NULL || !self->issuable || !GTK_IS_WINDOW (root))
    return;
  name = dup_suggested_name (self, format);
  issue = g_new0 (Issue, 1);
  issue->page = g_object_ref (self);
  issue->projection = get_request (self, self->document);
  issue->format = g_strdup (format);
  sgn_save_file_async (GTK_WINDOW (root), _ ("Save the sheet"), name, place_chosen_cb, issue);
}

static void
issue_action (GtkWidget *widget, const char *name, GVariant *target)
{
  begin_issue (SGN_DOCUMENTS_PAGE (widget), "pdf");
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  begin_issue (SGN_DOCUMENTS_PAGE (widget), g_variant_get_string (target, NULL));
}

static void
turn_page (SgnDocumentsPage *self, int step)
{
  int page = (int) sgn_sheet_view_get_page (self->sheet) + step;

  if (page >= 0)
    sgn_sheet_view_set_page (self->sheet, (guint) page);
  update_actions (self);
}

static void
next_page_action (GtkWidget *widget, const char *name, GVariant *target)
{
  turn_page (SGN_DOCUMENTS_PAGE (widget), 1);
}

static void
previous_page_action (GtkWidget *widget, const char *name, GVariant *target)
{
  turn_page (SGN_DOCUMENTS_PAGE (widget), -1);
}

/* 1 larger, −1 smaller, 0 the width of the window. */
static void
zoom_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnDocumentsPage *self = SGN_DOCUMENTS_PAGE (widget);
  int direction = g_variant_get_int32 (target);
  double scale = sgn_sheet_view_get_scale (self->sheet);

  if (direction == 0)
    sgn_sheet_view_set_zoom (self->sheet, 0);
  else
    sgn_sheet_view_set_zoom (self->sheet,
                             CLAMP (direction > 0 ? scale * ZOOM_STEP : scale / ZOOM_STEP,
                                    ZOOM_LEAST, ZOOM_MOST));
}

static void
add_keys (SgnDocumentsPage *self)
{
  static const struct {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_s, "documents.issue" },
    { GDK_KEY_Page_Down, "documents.next-page" },
    { GDK_KEY_KP_Page_Down, "documents.next-page" },
    { GDK_KEY_Page_Up, "documents.previous-page" },
    { GDK_KEY_KP_Page_Up, "documents.previous-page" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                        gtk_named_action_new (keys[i].action)));
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
  SgnDocumentsPage *self = SGN_DOCUMENTS_PAGE (page);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
fill_list (SgnDocumentsPage *self)
{
  GPtrArray *documents =
    sgn_documents_get_all (sgn_session_get_library (get_session (self))->documents);

  for (guint i = 0; i < documents->len; i++)
    gtk_list_box_append (self->list, sgn_document_row_new (g_ptr_array_index (documents, i)));
}

static void
sgn_documents_page_constructed (GObject *object)
{
  SgnDocumentsPage *self = SGN_DOCUMENTS_PAGE (object);

  G_OBJECT_CLASS (sgn_documents_page_parent_class)->constructed (object);

  fill_list (self);
  if (sgn_language_of_user () == SGN_LANGUAGE_EN)
    gtk_toggle_button_set_active (self->english_button, TRUE);
  g_signal_connect_object (get_session (self), "notify::record", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh_rows (self);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  audience_cb (self);
  update_actions (self);
}

static void
sgn_documents_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_DOCUMENTS_PAGE);

  G_OBJECT_CLASS (sgn_documents_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, choice);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, paper);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, internal_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, partner_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, audience_words);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, japanese_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, english_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, findings);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, obstacle);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, formats_button);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentsPage, open_button);
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

  g_type_ensure (SGN_TYPE_FINDINGS_BOX);
  g_type_ensure (SGN_TYPE_SHEET_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-documents-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, audience_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_install_action (widget_class, "documents.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "documents.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "documents.next-page", NULL, next_page_action);
  gtk_widget_class_install_action (widget_class, "documents.previous-page", NULL,
                                   previous_page_action);
  gtk_widget_class_install_action (widget_class, "documents.zoom", "i", zoom_action);
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
         (get_obstacle (self) != NULL || sgn_sheet_view_is_painted (self->sheet));
}
