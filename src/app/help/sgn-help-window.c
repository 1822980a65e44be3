/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-help-window.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-text-size.h"
#include "sgn-trail.h"

#include <string.h>

#define SCHEME "help"
#define WIDTH 620
#define HEIGHT 680
#define COLUMN 680

struct _SgnHelpWindow {
  AdwWindow parent_instance;

  AdwClamp *clamp;
  GtkScrolledWindow *scrolled;
  GtkWidget *left;  /* (nullable): the parts of the page before, until the link in them is done */
  GtkWidget *begin; /* (nullable) (unowned): where reading begins, one of the parts shown */
  guint tick;       /* until the parts are laid out; 0: they are */

  SgnHelpBook *book;
  SgnTrail *trail;
  char *page; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SgnHelpWindow, sgn_help_window, ADW_TYPE_WINDOW)

static const struct {
  const char *css_class;
  const char *second; /* (nullable) */
} looks[] = {
  [SGN_HELP_TITLE] = { "lead", "help-title" }, [SGN_HELP_HEADING] = { "heading", "help-heading" },
  [SGN_HELP_TEXT] = { "help-text", NULL },     [SGN_HELP_NOTE] = { "hintbox", NULL },
  [SGN_HELP_ITEM] = { "help-item", NULL },     [SGN_HELP_CODE] = { "help-code", "monospace" },
  [SGN_HELP_ROW] = { "help-text", NULL },      [SGN_HELP_LINK] = { "help-item", NULL },
};

static gboolean
link_cb (GtkLabel *label, const char *uri, SgnHelpWindow *self)
{
  sgn_help_window_show_page (self, uri);
  return TRUE;
}

/* Every part can be reached and read by the keyboard, and its words can be copied. */
static GtkWidget *
make_label (SgnHelpWindow *self, const char *markup, SgnHelpKind kind)
{
  gboolean is_heading = kind == SGN_HELP_TITLE || kind == SGN_HELP_HEADING;
  GtkAccessibleRole role = is_heading ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL;
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "selectable", TRUE, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, looks[kind].css_class);
  if (looks[kind].second != NULL)
    gtk_widget_add_css_class (label, looks[kind].second);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_cb), self, 0);
  return label;
}

/* The cells of a row, or a link and what it leads to, share the line in halves. */
static GtkWidget *
make_row (SgnHelpWindow *self, const SgnHelpPart *part)
{
  g_auto (GStrv) cells = g_strsplit (part->markup, "\t", -1);
  gboolean link = part->kind == SGN_HELP_LINK;
  GtkWidget *row =
    gtk_box_new (link ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, link ? 0 : 18);

  gtk_box_set_homogeneous (GTK_BOX (row), !link);
  for (guint i = 0; cells[i] != NULL; i++) {
    GtkWidget *label = make_label (self, cells[i], part->kind);

    if (link && i > 0)
      gtk_widget_add_css_class (label, "muted");
    gtk_box_append (GTK_BOX (row), label);
  }
  return row;
}

static GtkWidget *
make_part (SgnHelpWindow *self, const SgnHelpPart *part)
{
  gboolean is_row = part->kind == SGN_HELP_ROW || part->kind == SGN_HELP_LINK;

  return is_row ? make_row (self, part) : make_label (self, part->markup, part->kind);
}

/* What is not laid out yet cannot be scrolled to. */
static gboolean
begin_reading_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SgnHelpWindow *self = SGN_HELP_WINDOW (widget);

  if (self->begin != NULL && gtk_widget_get_height (self->begin) == 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  if (self->begin != NULL)
    gtk_widget_grab_focus (self->begin);
  return G_SOURCE_REMOVE;
}

/* At the heading of @place, else at the top. */
static void
fill (SgnHelpWindow *self, GPtrArray *parts, const char *place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "page-body");
  g_set_object (&self->left, adw_clamp_get_child (self->clamp));
  adw_clamp_set_child (self->clamp, box);
  self->begin = NULL;
  for (guint i = 0; i < parts->len; i++) {
    const SgnHelpPart *part = g_ptr_array_index (parts, i);
    GtkWidget *widget = make_part (self, part);

    gtk_box_append (GTK_BOX (box), widget);
    if (i == 0 || g_strcmp0 (part->place, place) == 0)
      self->begin = widget;
  }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), begin_reading_cb, NULL, NULL);
}

static void
update_actions (SgnHelpWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back",
                                 sgn_trail_can_go_back (self->trail));
}

static gboolean
turn_to (SgnHelpWindow *self, const char *place)
{
  g_autofree char *page = g_strndup (place, strcspn (place, "#"));
  g_autoptr (GPtrArray) parts = sgn_help_book_read (self->book, page);

  if (parts == NULL)
    return FALSE;
  gtk_window_set_title (GTK_WINDOW (self), sgn_help_book_get_title (self->book, page));
  fill (self, parts, place);
  g_free (self->page);
  self->page = g_steal_pointer (&page);
  return TRUE;
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnHelpWindow *self = SGN_HELP_WINDOW (widget);
  const SgnStep *step = sgn_trail_go_back (self->trail);

  if (step != NULL)
    turn_to (self, step->page);
  update_actions (self);
}

static void
index_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_help_window_show_page (SGN_HELP_WINDOW (widget), SGN_HELP_INDEX);
}

static void
letters_changed_cb (SgnHelpWindow *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), COLUMN));
}

static void
sgn_help_window_dispose (GObject *object)
{
  g_clear_object (&SGN_HELP_WINDOW (object)->left);
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_HELP_WINDOW);

  G_OBJECT_CLASS (sgn_help_window_parent_class)->dispose (object);
}

static void
sgn_help_window_finalize (GObject *object)
{
  SgnHelpWindow *self = SGN_HELP_WINDOW (object);

  sgn_help_book_free (self->book);
  sgn_trail_free (self->trail);
  g_free (self->page);

  G_OBJECT_CLASS (sgn_help_window_parent_class)->finalize (object);
}

static void
sgn_help_window_class_init (SgnHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_help_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_help_window_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnHelpWindow, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnHelpWindow, scrolled);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "help.index", NULL, index_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sgn_help_window_init (SgnHelpWindow *self)
{
  self->trail = sgn_trail_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sgn_help_window_new:
 * @parent: the window that it is asked from
 * @book: (transfer full): what is shown
 *
 * Returns: (transfer none): the help, at its index; the toolkit owns it
 */
GtkWidget *
sgn_help_window_new (GtkWindow *parent, SgnHelpBook *book)
{
  SgnHelpWindow *self = g_object_new (SGN_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
  int widest = gtk_widget_get_width (GTK_WIDGET (parent));
  int width = sgn_text_scale_px (GTK_WIDGET (self), WIDTH);

  self->book = book;
  gtk_window_set_default_size (GTK_WINDOW (self), widest > 0 ? MIN (width, widest) : width, HEIGHT);
  sgn_help_window_show_page (self, SGN_HELP_INDEX);
  return GTK_WIDGET (self);
}

gboolean
sgn_help_window_show_page (SgnHelpWindow *self, const char *place)
{
  g_return_val_if_fail (SGN_IS_HELP_WINDOW (self), FALSE);

  if (!turn_to (self, place))
    return FALSE;
  sgn_trail_arrive (self->trail, place, NULL);
  update_actions (self);
  return TRUE;
}

const char *
sgn_help_window_get_page (SgnHelpWindow *self)
{
  g_return_val_if_fail (SGN_IS_HELP_WINDOW (self), NULL);

  return self->page;
}

/* Only what is installed is known to the desktop's help. */
static gboolean
show_outside (const char *folder, const char *place)
{
  g_autoptr (GAppInfo) reader = g_app_info_get_default_for_uri_scheme (SCHEME);
  g_autofree char *uri = g_strconcat (SCHEME ":sengen/", place, NULL);

  return reader != NULL && g_str_has_suffix (folder, "sengen") &&
         g_app_info_launch_default_for_uri (uri, NULL, NULL);
}

/* The help that is open beside @parent already, or NULL. */
static GtkWidget *
find_open (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (SGN_IS_HELP_WINDOW (window) && gtk_window_get_transient_for (window) == parent)
      return GTK_WIDGET (window);
  }
  return NULL;
}

void
sgn_help_show (GtkWindow *parent, const char *place)
{
  g_autofree char *folder = sgn_help_dup_folder (sgn_language_of_user ());
  const char *wanted = *place != '\0' ? place : SGN_HELP_INDEX;
  g_autoptr (GError) error = NULL;
  SgnHelpBook *book = NULL;
  GtkWidget *window = find_open (parent);

  if (window == NULL && show_outside (folder, wanted))
    return;
  if (window == NULL && (book = sgn_help_book_load (folder, &error)) != NULL)
    window = sgn_help_window_new (parent, book);
  if (window == NULL) {
    sgn_tell (parent, _ ("The help could not be shown"), error->message);
    return;
  }
  sgn_help_window_show_page (SGN_HELP_WINDOW (window), wanted);
  gtk_window_present (GTK_WINDOW (window));
}
