/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sidebar.h"

#include <glib/gi18n-lib.h>

#include "sgn-author-button.h"
#include "sgn-checklist-progress.h"
#include "sgn-labels.h"
#include "sgn-nav-row.h"
#include "sgn-saved-line.h"

struct _SgnSidebar {
  GtkBox parent_instance;

  GtkMenuButton *menu_button;
  GtkListBox *list;
  GtkLabel *company;
  SgnSavedLine *saved_line;
  SgnAuthorButton *author;

  SgnSession *session;
  SgnChecklist *checklist;
  SgnCatalogue *catalogue; /* the one whose sections are shown */
  char *under;
  char *current;
};

G_DEFINE_FINAL_TYPE (SgnSidebar, sgn_sidebar, GTK_TYPE_BOX)

enum {
  SIGNAL_PAGE_PICKED,
  SIGNAL_SECTION_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static SgnNavRow *
get_row (SgnSidebar *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? SGN_NAV_ROW (row) : NULL;
}

static int
find_page (SgnSidebar *self, const char *name)
{
  SgnNavRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (name != NULL && g_strcmp0 (sgn_nav_row_get_page (row), name) == 0)
      return i;
  return -1;
}

static void
remove_sections (SgnSidebar *self)
{
  SgnNavRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL;)
    if (sgn_nav_row_get_page (row) == NULL)
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    else
      i++;
}

static void
add_sections (SgnSidebar *self)
{
  int at = find_page (self, self->under);

  self->catalogue = sgn_checklist_get_catalogue (self->checklist);
  for (guint i = 0; i < self->catalogue->sections->len; i++) {
    const SgnSection *section = g_ptr_array_index (self->catalogue->sections, i);
    g_autofree char *name = sgn_label_section_short (section, sgn_language_of_user ());
    g_autofree char *title = sgn_label_section (section, sgn_language_of_user ());

    gtk_list_box_insert (self->list, sgn_nav_row_new_section (name, title, i), at + 1 + (int) i);
  }
}

/* The section that the shown question belongs to. */
static const SgnSection *
get_current_section (SgnSidebar *self)
{
  guint position = sgn_checklist_get_position (self->checklist);

  if (g_strcmp0 (self->current, self->under) != 0)
    return NULL;
  return sgn_checklist_get_item (self->checklist, position)->section;
}

static void
refresh_sections (SgnSidebar *self)
{
  SgnNavRow *row;

  if (self->catalogue != sgn_checklist_get_catalogue (self->checklist)) {
    remove_sections (self);
    add_sections (self);
  }
  for (int i = 0; (row = get_row (self, i)) != NULL; i++) {
    const SgnSection *section;
    guint answered;
    guint items;

    if (sgn_nav_row_get_page (row) != NULL)
      continue;
    section = g_ptr_array_index (self->catalogue->sections, sgn_nav_row_get_section (row));
    sgn_checklist_count_section (self->checklist, section, &answered, &items);
    sgn_nav_row_set_progress (row, answered, items);
    /* The principles of a guideline ask nothing. */
    gtk_widget_set_visible (GTK_WIDGET (row), items > 0);
    sgn_nav_row_set_current (row, section == get_current_section (self));
  }
}

static void
refresh_company (SgnSidebar *self)
{
  SgnRecord *record = sgn_session_get_record (self->session);

  if (record != NULL)
    gtk_label_set_text (self->company, record->profile->name);
}

static void
row_activated_cb (SgnSidebar *self, GtkListBoxRow *row)
{
  const char *page = sgn_nav_row_get_page (SGN_NAV_ROW (row));

  if (page != NULL)
    g_signal_emit (self, signals[SIGNAL_PAGE_PICKED], 0, page);
  else
    g_signal_emit (self, signals[SIGNAL_SECTION_PICKED], 0,
                   sgn_nav_row_get_section (SGN_NAV_ROW (row)));
}

static void
sgn_sidebar_dispose (GObject *object)
{
  SgnSidebar *self = SGN_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_SIDEBAR);
  g_clear_object (&self->session);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (sgn_sidebar_parent_class)->dispose (object);
}

static void
sgn_sidebar_finalize (GObject *object)
{
  SgnSidebar *self = SGN_SIDEBAR (object);

  g_clear_pointer (&self->under, g_free);
  g_clear_pointer (&self->current, g_free);

  G_OBJECT_CLASS (sgn_sidebar_parent_class)->finalize (object);
}

static void
sgn_sidebar_class_init (SgnSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_sidebar_finalize;

  signals[SIGNAL_PAGE_PICKED] = g_signal_new ("page-picked", SGN_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SECTION_PICKED] =
    g_signal_new ("section-picked", SGN_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (SGN_TYPE_AUTHOR_BUTTON);
  g_type_ensure (SGN_TYPE_SAVED_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SgnSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, SgnSidebar, company);
  gtk_widget_class_bind_template_child (widget_class, SgnSidebar, saved_line);
  gtk_widget_class_bind_template_child (widget_class, SgnSidebar, author);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sgn_sidebar_init (SgnSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_sidebar_watch:
 * @self: a sidebar
 * @session: whose company is named
 * @saving: what the saved line tells of
 */
void
sgn_sidebar_watch (SgnSidebar *self, SgnSession *session, SgnSaving *saving)
{
  g_return_if_fail (SGN_IS_SIDEBAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  sgn_saved_line_watch (self->saved_line, session, saving);
  sgn_author_button_watch (self->author, session);
  g_signal_connect_object (session, "notify::record", G_CALLBACK (refresh_company), self,
                           G_CONNECT_SWAPPED);
  refresh_company (self);
}

/**
 * sgn_sidebar_set_checklist:
 * @self: a sidebar
 * @checklist: the open checklist
 * @under: the page below which its sections stand
 */
void
sgn_sidebar_set_checklist (SgnSidebar *self, SgnChecklist *checklist, const char *under)
{
  g_return_if_fail (SGN_IS_SIDEBAR (self));
  g_return_if_fail (self->checklist == NULL);

  self->checklist = g_object_ref (checklist);
  self->under = g_strdup (under);
  g_signal_connect_object (checklist, "changed", G_CALLBACK (refresh_sections), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (checklist, "moved", G_CALLBACK (refresh_sections), self,
                           G_CONNECT_SWAPPED);
  refresh_sections (self);
}

/**
 * sgn_sidebar_add_page:
 * @self: a sidebar
 * @name: name of the page
 * @title: its title
 * @icon_name: its icon
 */
void
sgn_sidebar_add_page (SgnSidebar *self, const char *name, const char *title, const char *icon_name)
{
  g_return_if_fail (SGN_IS_SIDEBAR (self));

  gtk_list_box_append (self->list, sgn_nav_row_new_page (name, title, icon_name));
}

/**
 * sgn_sidebar_set_count:
 * @self: a sidebar
 * @page: name of a page
 * @count: the number beside it; 0 is none
 * @words: the number and what it counts
 */
void
sgn_sidebar_set_count (SgnSidebar *self, const char *page, guint count, const char *words)
{
  int at;

  g_return_if_fail (SGN_IS_SIDEBAR (self));

  at = find_page (self, page);
  g_return_if_fail (at >= 0);
  sgn_nav_row_set_count (get_row (self, at), count, words);
}

/**
 * sgn_sidebar_set_current:
 * @self: a sidebar
 * @page: the page that is shown
 */
void
sgn_sidebar_set_current (SgnSidebar *self, const char *page)
{
  SgnNavRow *row;

  g_return_if_fail (SGN_IS_SIDEBAR (self));

  g_free (self->current);
  self->current = g_strdup (page);
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (sgn_nav_row_get_page (row) != NULL)
      sgn_nav_row_set_current (row, g_strcmp0 (sgn_nav_row_get_page (row), page) == 0);
  if (self->checklist != NULL)
    refresh_sections (self);
}

void
sgn_sidebar_focus_current (SgnSidebar *self)
{
  int at;

  g_return_if_fail (SGN_IS_SIDEBAR (self));

  at = find_page (self, self->current);
  if (at >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, at)));
}

void
sgn_sidebar_open_menu (SgnSidebar *self)
{
  g_return_if_fail (SGN_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->menu_button);
}
