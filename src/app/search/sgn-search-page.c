/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-search-page.h"

#include <glib/gi18n-lib.h>

#include "sgn-company-pages.h"
#include "sgn-compat.h"
#include "sgn-hit-open.h"
#include "sgn-hit-row.h"
#include "sgn-text-size.h"

#define WIDTH 840
#define ENTRY_WIDTH 340

struct _SgnSearchPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  GtkLabel *status;
  GtkStack *states;
  GtkListView *list;
  GListStore *items;
  GtkSingleSelection *selection;

  GtkWidget *entry;   /* (nullable): in the header bar */
  char *text;         /* what was looked for last */
  guint n_searches;   /* begun, and not ended yet */
  gboolean out_dated; /* the record has changed since */
};

G_DEFINE_FINAL_TYPE (SgnSearchPage, sgn_search_page, SGN_TYPE_PAGE)

/* Some words, so that a file of thousands of rows says that there are more. */
static char *
dup_status (GPtrArray *hits)
{
  if (hits->len == 0)
    return g_strdup (_ ("Nothing was found. A shorter word finds more."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place was found",
                                       "%u places were found", hits->len),
                          hits->len);
}

static void
show_status (SgnSearchPage *self, const char *words)
{
  gtk_label_set_text (self->status, words);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *words != '\0');
  if (*words != '\0')
    sgn_announce (GTK_WIDGET (self), words);
}

static void
show_hits (SgnSearchPage *self, GPtrArray *hits)
{
  g_autoptr (GPtrArray) items = sgn_hit_items_new (hits);
  g_autofree char *status = dup_status (hits);

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->states, hits->len > 0 ? "hits" : "hint");
  show_status (self, status);
}

static void
show_nothing (SgnSearchPage *self)
{
  g_list_store_remove_all (self->items);
  gtk_stack_set_visible_child_name (self->states, "hint");
  show_status (self, "");
}

/* What is typed while one search is under way makes it worthless. */
static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnSearchPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = sgn_session_find_finish (SGN_SESSION (object), result, &error);

  self->n_searches--;
  if (self->list == NULL || self->n_searches > 0)
    return;
  if (hits == NULL)
    show_status (self, error->message);
  else if (*self->text != '\0')
    show_hits (self, hits);
}

static void
look (SgnSearchPage *self)
{
  self->out_dated = FALSE;
  if (*self->text == '\0') {
    show_nothing (self);
    return;
  }
  self->n_searches++;
  sgn_session_find_async (sgn_page_get_session (SGN_PAGE (self)), self->text,
                          sgn_language_of_user (), found_cb, g_object_ref (self));
}

static void
search_changed_cb (SgnSearchPage *self, GtkSearchEntry *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (g_str_equal (text, self->text))
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&text);
  look (self);
}

static void
open_hit (SgnSearchPage *self, guint position)
{
  g_autoptr (SgnHitItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    sgn_hit_open (GTK_WIDGET (self), sgn_hit_item_get_hit (item));
}

static void
activated_cb (SgnSearchPage *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  open_hit (self, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

static void
go_back (SgnSearchPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "company.back", NULL);
}

static void
enter_list (SgnSearchPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* After the input method and the text had their turn. */
static gboolean
entry_key_cb (SgnSearchPage *self, guint key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  enter_list (self);
  return GDK_EVENT_STOP;
}

/* From the first row up into the field again. */
static gboolean
list_key_cb (SgnSearchPage *self, guint key)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (key == GDK_KEY_Escape) {
    go_back (self);
    return GDK_EVENT_STOP;
  }
  if ((key != GDK_KEY_Up && key != GDK_KEY_KP_Up) || selected != 0 || self->entry == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->entry);
  return GDK_EVENT_STOP;
}

static void
add_keys (SgnSearchPage *self, GtkWidget *widget, GCallback pressed, GtkPropagationPhase phase)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, phase);
  g_signal_connect_object (keys, "key-pressed", pressed, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (SGN_TYPE_HIT_ROW, NULL));
}

/* The list's own widget around the row has the focus, and so must have the words. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  SgnHitRow *row = SGN_HIT_ROW (gtk_list_item_get_child (item));
  g_autofree char *words = NULL;

  sgn_hit_row_show (row, gtk_list_item_get_item (item));
  words = sgn_hit_row_dup_words (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
size_entry (SgnSearchPage *self, GtkWidget *entry)
{
  gtk_widget_set_size_request (entry, sgn_page_get_narrow (SGN_PAGE (self)) ? -1 : ENTRY_WIDTH, -1);
}

static GtkWidget *
sgn_search_page_get_title_widget (SgnPage *page)
{
  SgnSearchPage *self = SGN_SEARCH_PAGE (page);
  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry, "placeholder-text", _ ("Questions, notes, evidence, tasks, documents"),
                NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sgn_page_get_title (page), -1);
  size_entry (self, entry);
  g_object_bind_property (self, "narrow", entry, "hexpand", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (go_back), self, G_CONNECT_SWAPPED);
  add_keys (self, entry, G_CALLBACK (entry_key_cb), GTK_PHASE_BUBBLE);
  g_set_weak_pointer (&self->entry, entry);
  return entry;
}

/* Coming back, the words stand there to be changed or typed over. */
static void
sgn_search_page_opened (SgnPage *page)
{
  SgnSearchPage *self = SGN_SEARCH_PAGE (page);

  if (self->out_dated)
    look (self);
  if (self->entry != NULL)
    gtk_widget_grab_focus (self->entry);
}

static void
record_changed_cb (SgnSearchPage *self)
{
  self->out_dated = TRUE;
}

static void
letters_changed_cb (SgnSearchPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static void
narrow_cb (SgnSearchPage *self)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  if (self->entry != NULL)
    size_entry (self, self->entry);
}

static void
sgn_search_page_constructed (GObject *object)
{
  SgnSearchPage *self = SGN_SEARCH_PAGE (object);

  G_OBJECT_CLASS (sgn_search_page_parent_class)->constructed (object);

  g_signal_connect_object (sgn_page_get_session (SGN_PAGE (self)), "notify::record",
                           G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
sgn_search_page_dispose (GObject *object)
{
  SgnSearchPage *self = SGN_SEARCH_PAGE (object);

  g_clear_weak_pointer (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_SEARCH_PAGE);

  G_OBJECT_CLASS (sgn_search_page_parent_class)->dispose (object);
}

static void
sgn_search_page_finalize (GObject *object)
{
  g_free (SGN_SEARCH_PAGE (object)->text);

  G_OBJECT_CLASS (sgn_search_page_parent_class)->finalize (object);
}

static void
sgn_search_page_class_init (SgnSearchPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SgnPageClass *page_class = SGN_PAGE_CLASS (klass);

  object_class->constructed = sgn_search_page_constructed;
  object_class->dispose = sgn_search_page_dispose;
  object_class->finalize = sgn_search_page_finalize;
  page_class->get_title_widget = sgn_search_page_get_title_widget;
  page_class->opened = sgn_search_page_opened;

  g_type_ensure (SGN_TYPE_HIT_ITEM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnSearchPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnSearchPage, status);
  gtk_widget_class_bind_template_child (widget_class, SgnSearchPage, states);
  gtk_widget_class_bind_template_child (widget_class, SgnSearchPage, list);
  gtk_widget_class_bind_template_child (widget_class, SgnSearchPage, items);
  gtk_widget_class_bind_template_child (widget_class, SgnSearchPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, open_hit);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
sgn_search_page_init (SgnSearchPage *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  /* The list takes the arrows itself, and nothing is written in it. */
  add_keys (self, GTK_WIDGET (self->list), G_CALLBACK (list_key_cb), GTK_PHASE_CAPTURE);
}

/**
 * sgn_search_page_look_for:
 * @self: a page
 * @text: what to look for
 */
void
sgn_search_page_look_for (SgnSearchPage *self, const char *text)
{
  g_return_if_fail (SGN_IS_SEARCH_PAGE (self) && text != NULL);

  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_free (self->text);
  self->text = g_strdup (text);
  look (self);
}

gboolean
sgn_search_page_is_ready (SgnSearchPage *self)
{
  g_return_val_if_fail (SGN_IS_SEARCH_PAGE (self), FALSE);

  return self->n_searches == 0;
}

guint
sgn_search_page_get_n_hits (SgnSearchPage *self)
{
  g_return_val_if_fail (SGN_IS_SEARCH_PAGE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}
