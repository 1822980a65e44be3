/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-company-view.h"

#include <glib/gi18n-lib.h>

#include "sgn-carry-page.h"
#include "sgn-categories-page.h"
#include "sgn-checklist-page.h"
#include "sgn-company-pages.h"
#include "sgn-company-view-private.h"
#include "sgn-notice-bar.h"
#include "sgn-review-page.h"
#include "sgn-task-count.h"

G_DEFINE_FINAL_TYPE (SgnCompanyView, sgn_company_view, ADW_TYPE_BIN)

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
review_counted_cb (SgnCompanyView *self, GParamSpec *pspec, SgnReviewPage *page)
{
  guint count = sgn_review_page_get_count (page);
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing to mend", "%u things to mend", count),
                     count);

  sgn_sidebar_set_count (self->sidebar, SGN_PAGE_REVIEW, count, words);
}

/* What a page wants of the others. */
static void
connect_page (SgnCompanyView *self, GtkWidget *page)
{
  if (SGN_IS_CATEGORIES_PAGE (page))
    sgn_categories_page_watch (SGN_CATEGORIES_PAGE (page), self->checklist);
  if (SGN_IS_REVIEW_PAGE (page))
    g_signal_connect_object (page, "notify::count", G_CALLBACK (review_counted_cb), self,
                             G_CONNECT_SWAPPED);
}

static GtkWidget *
make_page (SgnCompanyView *self, const SgnCompanyPage *info)
{
  const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "page", info->title);
  /* The sidebar shows the same checklist. */
  gboolean shared = info->get_type () == SGN_TYPE_CHECKLIST_PAGE;
  GtkWidget *page =
    g_object_new (info->get_type (), "session", self->session, "saving", self->saving, "title",
                  title, shared ? "checklist" : NULL, self->checklist, NULL);

  g_object_bind_property (self->shell, "narrow", page, "narrow", G_BINDING_SYNC_CREATE);
  gtk_stack_add_named (self->pages, page, info->name);
  gtk_stack_add_named (self->titles, make_title (SGN_PAGE (page)), info->name);
  gtk_stack_add_named (self->ends, make_end (SGN_PAGE (page)), info->name);
  connect_page (self, page);
  return page;
}

static void
section_picked_cb (SgnCompanyView *self, guint section)
{
  GtkWidget *page = sgn_company_view_find_page (self, SGN_PAGE_CHECKLIST);

  sgn_company_view_leave (self);
  sgn_company_view_show_page (self, SGN_PAGE_CHECKLIST);
  sgn_checklist_page_go_to_section (SGN_CHECKLIST_PAGE (page), section);
  sgn_company_view_arrive (self);
}

/* Where there is little room, the button that closes the window is enough. */
static void
narrow_cb (SgnCompanyView *self)
{
  gboolean narrow = FALSE;

  g_object_get (self->shell, "narrow", &narrow, NULL);
  adw_header_bar_set_decoration_layout (self->header, narrow ? ":close" : NULL);
  sgn_notice_bar_set_narrow (SGN_NOTICE_BAR (self->notice_bar), narrow);
}

/* The window has something to show by then. */
static gboolean
begin_review_cb (gpointer user_data)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (user_data);

  self->beginning = 0;
  sgn_review_page_begin (SGN_REVIEW_PAGE (sgn_company_view_find_page (self, SGN_PAGE_REVIEW)));
  return G_SOURCE_REMOVE;
}

static void
map_cb (SgnCompanyView *self)
{
  if (self->beginning == 0)
    self->beginning = g_idle_add_full (G_PRIORITY_LOW, begin_review_cb, self, NULL);
}

static void
sgn_company_view_dispose (GObject *object)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (object);

  g_clear_handle_id (&self->beginning, g_source_remove);
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_COMPANY_VIEW);
  g_clear_object (&self->session);
  g_clear_object (&self->saving);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (sgn_company_view_parent_class)->dispose (object);
}

static void
sgn_company_view_finalize (GObject *object)
{
  sgn_trail_free (SGN_COMPANY_VIEW (object)->trail);

  G_OBJECT_CLASS (sgn_company_view_parent_class)->finalize (object);
}

static void
sgn_company_view_class_init (SgnCompanyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_company_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_company_view_finalize;

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
  sgn_company_actions_add_to_class (widget_class);
}

static void
sgn_company_view_init (SgnCompanyView *self)
{
  self->trail = sgn_trail_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sgn_company_keys_add (self);
}

/**
 * sgn_company_view_new:
 * @session: a session with an open file
 * @saving: what the saved line says
 *
 * Returns: all pages of the open company, the first one shown
 */
GtkWidget *
sgn_company_view_new (SgnSession *session, SgnSaving *saving)
{
  SgnCompanyView *self = g_object_new (SGN_TYPE_COMPANY_VIEW, NULL);
  guint n_pages;
  const SgnCompanyPage *pages = sgn_company_pages_get (&n_pages);

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  self->checklist = sgn_checklist_new (session, saving);
  sgn_sidebar_watch (self->sidebar, session, saving);
  sgn_notice_bar_watch (SGN_NOTICE_BAR (self->notice_bar), session);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (sgn_company_actions_update),
                           self, G_CONNECT_SWAPPED);
  sgn_company_actions_update (self);
  for (guint i = 0; i < n_pages && pages[i].icon_name != NULL; i++)
    sgn_sidebar_add_page (self->sidebar, pages[i].name,
                          g_dpgettext2 (GETTEXT_PACKAGE, "page", pages[i].title),
                          pages[i].icon_name);
  sgn_sidebar_set_checklist (self->sidebar, self->checklist, SGN_PAGE_CHECKLIST);
  sgn_task_count_watch (self->sidebar, session);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect_object (self->shell, "notify::narrow", G_CALLBACK (narrow_cb), self,
                           G_CONNECT_SWAPPED);
  sgn_company_view_show_page (self, pages[0].name);
  return GTK_WIDGET (self);
}

SgnPage *
sgn_company_view_get_visible_page (SgnCompanyView *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  return child != NULL ? SGN_PAGE (child) : NULL;
}

void
sgn_company_view_leave (SgnCompanyView *self)
{
  SgnPage *page = sgn_company_view_get_visible_page (self);
  g_autofree char *place = page != NULL ? sgn_page_dup_place (page) : NULL;

  sgn_company_view_flush (self);
  sgn_trail_leave (self->trail, place);
}

void
sgn_company_view_arrive (SgnCompanyView *self)
{
  SgnPage *page = sgn_company_view_get_visible_page (self);
  g_autofree char *place = sgn_page_dup_place (page);

  sgn_trail_arrive (self->trail, gtk_stack_get_visible_child_name (self->pages), place);
  sgn_company_actions_update (self);
}

static void
turn_to_page (SgnCompanyView *self, GtkWidget *page, const char *name)
{
  gtk_stack_set_visible_child (self->pages, page);
  gtk_stack_set_visible_child_name (self->titles, name);
  gtk_stack_set_visible_child_name (self->ends, name);
  sgn_sidebar_set_current (self->sidebar, name);
  sgn_shell_set_revealed (self->shell, FALSE);
}

/* What had the keyboard may be gone, with the page that was left or once @page shows what it has:
 * it goes to what can be done on @page, or to the page's name; never to whatever comes first in the
 * window. A field to type into, as the one to search with, keeps it. */
static void
keep_focus (SgnCompanyView *self, GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean there = focus != NULL && gtk_widget_get_mapped (focus);

  if (root == NULL || (there && (GTK_IS_TEXT (focus) || gtk_widget_is_ancestor (focus, page))))
    return;
  gtk_root_set_focus (root, NULL);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  if (gtk_root_get_focus (root) == NULL)
    sgn_sidebar_focus_current (self->sidebar);
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

  page = sgn_company_view_find_page (self, name);
  g_return_if_fail (page != NULL);
  if (page != GTK_WIDGET (sgn_company_view_get_visible_page (self)))
    sgn_company_view_leave (self);
  turn_to_page (self, page, name);
  sgn_company_view_arrive (self);
  sgn_page_opened (SGN_PAGE (page));
  keep_focus (self, page);
}

static void
go_to_step (SgnCompanyView *self, const SgnStep *step)
{
  GtkWidget *page = sgn_company_view_find_page (self, step->page);

  turn_to_page (self, page, step->page);
  if (step->place != NULL)
    sgn_page_go_to_place (SGN_PAGE (page), step->place);
  sgn_trail_leave (self->trail, NULL);
  sgn_company_actions_update (self);
  sgn_page_opened (SGN_PAGE (page));
}

void
sgn_company_view_go_back (SgnCompanyView *self)
{
  const SgnStep *step;

  sgn_company_view_leave (self);
  step = sgn_trail_go_back (self->trail);
  if (step != NULL)
    go_to_step (self, step);
}

void
sgn_company_view_go_forward (SgnCompanyView *self)
{
  const SgnStep *step;

  sgn_company_view_leave (self);
  step = sgn_trail_go_forward (self->trail);
  if (step != NULL)
    go_to_step (self, step);
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
  GtkWidget *page = NULL;

  g_return_if_fail (SGN_IS_COMPANY_VIEW (self));

  page = sgn_company_view_find_page (self, SGN_PAGE_CARRY_OVER);
  sgn_carry_page_set_catalogue (SGN_CARRY_PAGE (page),
                                sgn_checklist_get_catalogue (self->checklist));
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

  if (sgn_company_view_get_visible_page (self) != NULL)
    sgn_page_flush (sgn_company_view_get_visible_page (self));
}

/**
 * sgn_company_view_find_page:
 * @self: the pages of a company
 * @name: name of a page
 *
 * A page is made when somebody wants it for the first time.
 *
 * Returns: (nullable) (transfer none): the page; %NULL when there is none of that name
 */
GtkWidget *
sgn_company_view_find_page (SgnCompanyView *self, const char *name)
{
  GtkWidget *page;
  guint n_pages;
  const SgnCompanyPage *pages = sgn_company_pages_get (&n_pages);

  g_return_val_if_fail (SGN_IS_COMPANY_VIEW (self), NULL);

  page = gtk_stack_get_child_by_name (self->pages, name);
  for (guint i = 0; i < n_pages && page == NULL; i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      page = make_page (self, &pages[i]);
  return page;
}
