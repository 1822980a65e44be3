/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-company-view.h"

#include <glib/gi18n-lib.h>

#include "sgn-author-dialog.h"
#include "sgn-back-up.h"
#include "sgn-carry-page.h"
#include "sgn-categories-page.h"
#include "sgn-checklist-page.h"
#include "sgn-company-pages.h"
#include "sgn-documents-page.h"
#include "sgn-notice-bar.h"
#include "sgn-page.h"
#include "sgn-review-page.h"
#include "sgn-shell.h"
#include "sgn-sidebar.h"

struct _SgnCompanyView {
  AdwBin parent_instance;

  SgnShell *shell;
  SgnSidebar *sidebar;
  AdwHeaderBar *header;
  GtkStack *titles;
  GtkStack *ends;
  GtkStack *pages;
  GtkWidget *sidebar_button;
  SgnNoticeBar *notice_bar;

  SgnSession *session;
  SgnSaving *saving;
};

G_DEFINE_FINAL_TYPE (SgnCompanyView, sgn_company_view, ADW_TYPE_BIN)

static SgnPage *
get_visible_page (SgnCompanyView *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  return child != NULL ? SGN_PAGE (child) : NULL;
}

static GtkWidget *
make_title (SgnPage *page)
{
  GtkWidget *title = sgn_page_get_title_widget (page);

  if (title != NULL)
    return title;
  title = gtk_label_new (sgn_page_get_title (page));
  gtk_widget_add_css_class (title, "title");
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  return title;
}

static GtkWidget *
make_end (SgnPage *page)
{
  GtkWidget *end = sgn_page_get_end_widget (page);

  return end != NULL ? end : gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
}

static void
add_page (SgnCompanyView *self, const SgnCompanyPage *info)
{
  const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "page", info->title);
  GtkWidget *page = g_object_new (info->get_type (), "session", self->session, "saving",
                                  self->saving, "title", title, NULL);

  g_object_bind_property (self->shell, "narrow", page, "narrow", G_BINDING_SYNC_CREATE);
  gtk_stack_add_named (self->pages, page, info->name);
  gtk_stack_add_named (self->titles, make_title (SGN_PAGE (page)), info->name);
  gtk_stack_add_named (self->ends, make_end (SGN_PAGE (page)), info->name);
  if (info->icon_name != NULL)
    sgn_sidebar_add_page (self->sidebar, info->name, title, info->icon_name);
}

static void
section_picked_cb (SgnCompanyView *self, guint section)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, SGN_PAGE_CHECKLIST);

  sgn_company_view_show_page (self, SGN_PAGE_CHECKLIST);
  sgn_checklist_page_go_to_section (SGN_CHECKLIST_PAGE (page), section);
}

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_company_view_show_page (SGN_COMPANY_VIEW (widget), g_variant_get_string (target, NULL));
}

/* FALSE when there is no such guideline, or when it asks nothing. */
static gboolean
open_catalogue (SgnCompanyView *self, const char *key)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, SGN_PAGE_CHECKLIST);
  SgnCatalogue *catalogue =
    sgn_library_find_catalogue_key (sgn_session_get_library (self->session), key);

  if (catalogue == NULL || !sgn_catalogue_asks (catalogue))
    return FALSE;
  sgn_page_flush (SGN_PAGE (page));
  sgn_checklist_set_catalogue (sgn_checklist_page_get_checklist (SGN_CHECKLIST_PAGE (page)),
                               catalogue);
  return TRUE;
}

/* The question of an item, wherever it is asked. */
static void
show_item_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, SGN_PAGE_CHECKLIST);

  if (!sgn_checklist_page_show_item (SGN_CHECKLIST_PAGE (page),
                                     g_variant_get_string (target, NULL)))
    return;
  sgn_company_view_show_page (self, SGN_PAGE_CHECKLIST);
}

/* A question of this guideline and no other: several may use the same id. */
static void
show_question_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, SGN_PAGE_CHECKLIST);
  const char *key;
  const char *item;

  g_variant_get (target, "(&s&s)", &key, &item);
  if (open_catalogue (self, key) && sgn_checklist_page_show_item (SGN_CHECKLIST_PAGE (page), item))
    sgn_company_view_show_page (self, SGN_PAGE_CHECKLIST);
}

/* A guideline, where work is left in it. */
static void
show_guideline_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);

  if (open_catalogue (self, g_variant_get_string (target, NULL)))
    sgn_company_view_show_page (self, SGN_PAGE_CHECKLIST);
}

/* A sheet, as it would be printed. */
static void
show_document_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, SGN_PAGE_DOCUMENTS);

  if (sgn_documents_page_show_document (SGN_DOCUMENTS_PAGE (page),
                                        g_variant_get_string (target, NULL)))
    sgn_company_view_show_page (self, SGN_PAGE_DOCUMENTS);
}

static void
review_counted_cb (SgnCompanyView *self, GParamSpec *pspec, SgnReviewPage *page)
{
  guint count = sgn_review_page_get_count (page);
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing to mend", "%u things to mend", count),
                     count);

  sgn_sidebar_set_count (self->sidebar, SGN_PAGE_REVIEW, count, words);
}

/* The window has something to show by then. */
static void
map_cb (SgnCompanyView *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, SGN_PAGE_REVIEW);

  sgn_review_page_begin (SGN_REVIEW_PAGE (page));
}

static void
show_sidebar_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);

  sgn_shell_set_revealed (self->shell, TRUE);
  sgn_sidebar_focus_current (self->sidebar);
}

/* Whoever it is goes on where the work is. */
static void
author_asked_cb (SgnCompanyView *self)
{
  sgn_shell_set_revealed (self->shell, FALSE);
  sgn_page_opened (get_visible_page (self));
}

static void
choose_author_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog;

  if (!GTK_IS_WINDOW (root))
    return;
  dialog = sgn_author_dialog_new (GTK_WINDOW (root), self->session);
  g_signal_connect_object (dialog, "response", G_CALLBACK (author_asked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
back_up_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  sgn_company_view_flush (self);
  if (GTK_IS_WINDOW (root))
    sgn_back_up (GTK_WINDOW (root), self->session);
}

static void
update_actions (SgnCompanyView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "company.choose-author",
                                 !sgn_session_get_read_only (self->session));
}

/* F10 opens the menu where it lies; when the sidebar is folded away it comes first. */
static gboolean
open_menu_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (user_data);

  sgn_shell_set_revealed (self->shell, TRUE);
  sgn_sidebar_open_menu (self->sidebar);
  return TRUE;
}

static gboolean
show_page_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (user_data);

  sgn_company_view_show_page (self, g_variant_get_string (args, NULL));
  return TRUE;
}

static void
add_shortcut (GtkEventController *controller,
              guint key,
              GdkModifierType modifiers,
              GtkShortcutFunc func,
              SgnCompanyView *self,
              GVariant *args)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (func, self, NULL));

  if (args != NULL)
    gtk_shortcut_set_arguments (shortcut, args);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_shortcuts (SgnCompanyView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  guint n_pages;
  const SgnCompanyPage *pages = sgn_company_pages_get (&n_pages);

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < MIN (n_pages, 9) && pages[i].icon_name != NULL; i++)
    add_shortcut (controller, GDK_KEY_1 + i, GDK_ALT_MASK, show_page_cb, self,
                  g_variant_new_string (pages[i].name));
  add_shortcut (controller, GDK_KEY_F10, 0, open_menu_cb, self, NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
sgn_company_view_dispose (GObject *object)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (object);

  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_COMPANY_VIEW);
  g_clear_object (&self->session);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_company_view_parent_class)->dispose (object);
}

static void
sgn_company_view_class_init (SgnCompanyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_company_view_dispose;

  g_type_ensure (SGN_TYPE_NOTICE_BAR);
  g_type_ensure (SGN_TYPE_SHELL);
  g_type_ensure (SGN_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-company-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnCompanyView, shell);
  gtk_widget_class_bind_template_child (widget_class, SgnCompanyView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SgnCompanyView, header);
  gtk_widget_class_bind_template_child (widget_class, SgnCompanyView, titles);
  gtk_widget_class_bind_template_child (widget_class, SgnCompanyView, ends);
  gtk_widget_class_bind_template_child (widget_class, SgnCompanyView, pages);
  gtk_widget_class_bind_template_child (widget_class, SgnCompanyView, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, SgnCompanyView, notice_bar);
  gtk_widget_class_bind_template_callback (widget_class, sgn_company_view_show_page);
  gtk_widget_class_bind_template_callback (widget_class, section_picked_cb);
  gtk_widget_class_install_action (widget_class, "company.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "company.show-item", "s", show_item_action);
  gtk_widget_class_install_action (widget_class, "company.show-question", "(ss)",
                                   show_question_action);
  gtk_widget_class_install_action (widget_class, "company.show-guideline", "s",
                                   show_guideline_action);
  gtk_widget_class_install_action (widget_class, "company.show-document", "s",
                                   show_document_action);
  gtk_widget_class_install_action (widget_class, "company.show-sidebar", NULL, show_sidebar_action);
  gtk_widget_class_install_action (widget_class, "company.back-up", NULL, back_up_action);
  gtk_widget_class_install_action (widget_class, "company.choose-author", NULL,
                                   choose_author_action);
}

static void
sgn_company_view_init (SgnCompanyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);
}

/**
 * sgn_company_view_new:
 * @session: a session with an open file
 * @saving: what the saved line says
 *
 * Returns: all pages of the open company, the checklist shown
 */
GtkWidget *
sgn_company_view_new (SgnSession *session, SgnSaving *saving)
{
  SgnCompanyView *self = g_object_new (SGN_TYPE_COMPANY_VIEW, NULL);
  guint n_pages;
  const SgnCompanyPage *pages = sgn_company_pages_get (&n_pages);
  SgnChecklist *checklist;
  GtkWidget *page;

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  sgn_sidebar_watch (self->sidebar, session, saving);
  sgn_notice_bar_watch (self->notice_bar, session);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
  for (guint i = 0; i < n_pages; i++)
    add_page (self, &pages[i]);
  page = gtk_stack_get_child_by_name (self->pages, SGN_PAGE_CHECKLIST);
  checklist = sgn_checklist_page_get_checklist (SGN_CHECKLIST_PAGE (page));
  sgn_sidebar_set_checklist (self->sidebar, checklist, SGN_PAGE_CHECKLIST);
  page = gtk_stack_get_child_by_name (self->pages, SGN_PAGE_CATEGORIES);
  sgn_categories_page_watch (SGN_CATEGORIES_PAGE (page), checklist);
  page = gtk_stack_get_child_by_name (self->pages, SGN_PAGE_REVIEW);
  g_signal_connect_object (page, "notify::count", G_CALLBACK (review_counted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  sgn_company_view_show_page (self, pages[0].name);
  return GTK_WIDGET (self);
}

/**
 * sgn_company_view_show_page:
 * @self: the pages of a company
 * @name: name of a page
 */
void
sgn_company_view_show_page (SgnCompanyView *self, const char *name)
{
  GtkWidget *page;

  g_return_if_fail (SGN_IS_COMPANY_VIEW (self));

  page = gtk_stack_get_child_by_name (self->pages, name);
  g_return_if_fail (page != NULL);
  if (page != GTK_WIDGET (get_visible_page (self)))
    sgn_company_view_flush (self);
  gtk_stack_set_visible_child (self->pages, page);
  gtk_stack_set_visible_child_name (self->titles, name);
  gtk_stack_set_visible_child_name (self->ends, name);
  sgn_sidebar_set_current (self->sidebar, name);
  sgn_shell_set_revealed (self->shell, FALSE);
  sgn_page_opened (SGN_PAGE (page));
}

/**
 * sgn_company_view_carry_over:
 * @self: the pages of a company
 *
 * Shows what other guidelines propose for the one that the checklist shows.
 */
void
sgn_company_view_carry_over (SgnCompanyView *self)
{
  GtkWidget *checklist = NULL;
  GtkWidget *page = NULL;

  g_return_if_fail (SGN_IS_COMPANY_VIEW (self));

  checklist = gtk_stack_get_child_by_name (self->pages, SGN_PAGE_CHECKLIST);
  page = gtk_stack_get_child_by_name (self->pages, SGN_PAGE_CARRY_OVER);
  sgn_carry_page_set_catalogue (SGN_CARRY_PAGE (page),
                                sgn_checklist_get_catalogue (sgn_checklist_page_get_checklist (
                                  SGN_CHECKLIST_PAGE (checklist))));
  sgn_company_view_show_page (self, SGN_PAGE_CARRY_OVER);
}

const char *
sgn_company_view_get_page (SgnCompanyView *self)
{
  g_return_val_if_fail (SGN_IS_COMPANY_VIEW (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}

/**
 * sgn_company_view_flush:
 * @self: the pages of a company
 *
 * Saves at once what was typed.
 */
void
sgn_company_view_flush (SgnCompanyView *self)
{
  g_return_if_fail (SGN_IS_COMPANY_VIEW (self));

  if (get_visible_page (self) != NULL)
    sgn_page_flush (get_visible_page (self));
}

/**
 * sgn_company_view_find_page:
 * @self: the pages of a company
 * @name: name of a page
 *
 * Returns: (transfer none): the page
 */
GtkWidget *
sgn_company_view_find_page (SgnCompanyView *self, const char *name)
{
  g_return_val_if_fail (SGN_IS_COMPANY_VIEW (self), NULL);

  return gtk_stack_get_child_by_name (self->pages, name);
}
