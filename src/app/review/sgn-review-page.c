/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-review-page.h"

#include "sgn-concern-list.h"
#include "sgn-concern-row.h"
#include "sgn-date.h"
#include "sgn-text-size.h"

#define WIDTH 840

struct _SgnReviewPage {
  SgnPage parent_instance;

  AdwClamp *clamp;
  GtkWidget *empty;
  GtkWidget *intro;
  GtkBox *lists; /* of SgnConcernList */

  GPtrArray *concerns; /* (nullable): of SgnConcern */
  gboolean begun;
  guint looking; /* the source that will look, or 0 */
  char *left_at; /* (nullable): id of the concern that was followed */
};

G_DEFINE_FINAL_TYPE (SgnReviewPage, sgn_review_page, SGN_TYPE_PAGE)

typedef enum {
  PROP_COUNT = 1,
} SgnReviewPageProperty;

static GParamSpec *properties[PROP_COUNT + 1];

static gboolean
are_equal (GPtrArray *before, GPtrArray *now)
{
  if (before == NULL || before->len != now->len)
    return FALSE;

  for (guint i = 0; i < now->len; i++) {
    const SgnConcern *first = g_ptr_array_index (before, i);
    const SgnConcern *second = g_ptr_array_index (now, i);

    if (!g_str_equal (first->id, second->id) || !g_str_equal (first->text.en, second->text.en))
      return FALSE;
  }
  return TRUE;
}

static void
show_concerns (SgnReviewPage *self, SgnLibrary *library)
{
  GtkWidget *list = gtk_widget_get_first_child (GTK_WIDGET (self->lists));

  for (; list != NULL; list = gtk_widget_get_next_sibling (list))
    sgn_concern_list_show (SGN_CONCERN_LIST (list), library, self->concerns);
  gtk_widget_set_visible (self->empty, self->concerns->len == 0);
  gtk_widget_set_visible (self->intro, self->concerns->len > 0);
}

static gboolean
look (gpointer data)
{
  SgnReviewPage *self = data;
  SgnSession *session = sgn_page_get_session (SGN_PAGE (self));
  SgnRecord *record = sgn_session_get_record (session);
  SgnLibrary *library = sgn_session_get_library (session);
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (session));
  g_autofree char *today = sgn_time_get_date (now);
  g_autoptr (GPtrArray) concerns =
    record != NULL ? sgn_consistency_check (library, record, today) : NULL;

  self->looking = 0;
  if (concerns == NULL || are_equal (self->concerns, concerns))
    return G_SOURCE_REMOVE;

  g_clear_pointer (&self->concerns, g_ptr_array_unref);
  self->concerns = g_steal_pointer (&concerns);
  show_concerns (self, library);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
  return G_SOURCE_REMOVE;
}

/* Several acts at once are looked at once. */
static void
look_soon (SgnReviewPage *self)
{
  if (self->looking == 0)
    self->looking = g_idle_add_full (G_PRIORITY_LOW, look, self, NULL);
}

static gboolean
focus (SgnReviewPage *self, const char *id)
{
  GtkWidget *list = gtk_widget_get_first_child (GTK_WIDGET (self->lists));

  for (; list != NULL; list = gtk_widget_get_next_sibling (list))
    if (sgn_concern_list_focus (SGN_CONCERN_LIST (list), id))
      return TRUE;
  return FALSE;
}

/* Whoever mends one after the other comes back to where they were. */
static void
sgn_review_page_opened (SgnPage *page)
{
  SgnReviewPage *self = SGN_REVIEW_PAGE (page);

  sgn_review_page_begin (self);
  if ((self->left_at == NULL || !focus (self, self->left_at)) && !focus (self, NULL))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
letters_changed_cb (SgnReviewPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

/* Nothing is typed here; it is the moment before another page is shown. */
static void
sgn_review_page_flush (SgnPage *page)
{
  SgnReviewPage *self = SGN_REVIEW_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *at = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = at != NULL ? gtk_widget_get_ancestor (at, SGN_TYPE_CONCERN_ROW) : NULL;

  g_clear_pointer (&self->left_at, g_free);
  if (row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (page)))
    self->left_at = g_strdup (sgn_concern_row_get_id (SGN_CONCERN_ROW (row)));
}

static void
sgn_review_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((SgnReviewPageProperty) id) {
  case PROP_COUNT:
    g_value_set_uint (value, sgn_review_page_get_count (SGN_REVIEW_PAGE (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_review_page_dispose (GObject *object)
{
  SgnReviewPage *self = SGN_REVIEW_PAGE (object);

  g_clear_handle_id (&self->looking, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_REVIEW_PAGE);
  g_clear_pointer (&self->concerns, g_ptr_array_unref);
  g_clear_pointer (&self->left_at, g_free);

  G_OBJECT_CLASS (sgn_review_page_parent_class)->dispose (object);
}

static void
sgn_review_page_class_init (SgnReviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SgnPageClass *page_class = SGN_PAGE_CLASS (klass);

  object_class->dispose = sgn_review_page_dispose;
  object_class->get_property = sgn_review_page_get_property;
  page_class->opened = sgn_review_page_opened;
  page_class->flush = sgn_review_page_flush;

  properties[PROP_COUNT] =
    g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnReviewPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnReviewPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SgnReviewPage, intro);
  gtk_widget_class_bind_template_child (widget_class, SgnReviewPage, lists);
}

static void
sgn_review_page_init (SgnReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = SGN_N_WEIGHTS; i > 0; i--)
    gtk_box_append (self->lists, sgn_concern_list_new ((SgnWeight) (i - 1)));
}

/**
 * sgn_review_page_begin:
 * @self: a page
 *
 * To look is to read guidelines and how they relate: that waits until the window has been drawn.
 */
void
sgn_review_page_begin (SgnReviewPage *self)
{
  SgnSession *session;

  g_return_if_fail (SGN_IS_REVIEW_PAGE (self));

  if (self->begun)
    return;

  self->begun = TRUE;
  session = sgn_page_get_session (SGN_PAGE (self));
  g_signal_connect_object (session, "notify::record", G_CALLBACK (look_soon), self,
                           G_CONNECT_SWAPPED);
  look_soon (self);
}

gboolean
sgn_review_page_is_ready (SgnReviewPage *self)
{
  g_return_val_if_fail (SGN_IS_REVIEW_PAGE (self), FALSE);

  return self->concerns != NULL && self->looking == 0;
}

guint
sgn_review_page_get_count (SgnReviewPage *self)
{
  g_return_val_if_fail (SGN_IS_REVIEW_PAGE (self), 0);

  if (self->concerns == NULL)
    return 0;
  return self->concerns->len - sgn_concerns_count (self->concerns, SGN_WEIGHT_REMARK);
}
