/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-page.h"

#include "sgn-date.h"

typedef struct {
  SgnSession *session;
  SgnSaving *saving;
  char *title;
  gboolean narrow;
  gboolean is_old; /* the record, or who may write it, changed since its news was taken */
  char *day;       /* (nullable): when that was */
} SgnPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SgnPage, sgn_page, ADW_TYPE_BIN)

typedef enum {
  PROP_SESSION = 1,
  PROP_SAVING,
  PROP_TITLE,
  PROP_NARROW,
} SgnPageProperty;

static GParamSpec *properties[PROP_NARROW + 1];

static SgnPagePrivate *
get_private (SgnPage *self)
{
  return sgn_page_get_instance_private (self);
}

static void
sgn_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SgnPagePrivate *private = get_private (SGN_PAGE (object));

  switch ((SgnPageProperty) id) {
  case PROP_SESSION:
    g_value_set_object (value, private->session);
    break;
  case PROP_SAVING:
    g_value_set_object (value, private->saving);
    break;
  case PROP_TITLE:
    g_value_set_string (value, private->title);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, private->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SgnPagePrivate *private = get_private (SGN_PAGE (object));

  switch ((SgnPageProperty) id) {
  case PROP_SESSION:
    private
    ->session = g_value_dup_object (value);
    break;
  case PROP_SAVING:
    private
    ->saving = g_value_dup_object (value);
    break;
  case PROP_TITLE:
    g_free (private->title);
    private->title = g_value_dup_string (value);
    break;
  case PROP_NARROW:
    if (private->narrow == g_value_get_boolean (value))
      break;
    private->narrow = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_page_dispose (GObject *object)
{
  SgnPagePrivate *private = get_private (SGN_PAGE (object));

  g_clear_object (&private->session);
  g_clear_object (&private->saving);

  G_OBJECT_CLASS (sgn_page_parent_class)->dispose (object);
}

static void
sgn_page_finalize (GObject *object)
{
  SgnPagePrivate *private = get_private (SGN_PAGE (object));

  g_free (private->title);
  g_free (private->day);

  G_OBJECT_CLASS (sgn_page_parent_class)->finalize (object);
}

static void
changed_cb (SgnPage *self)
{
  get_private (self)->is_old = TRUE;
}

static void
sgn_page_constructed (GObject *object)
{
  SgnPagePrivate *private = get_private (SGN_PAGE (object));

  G_OBJECT_CLASS (sgn_page_parent_class)->constructed (object);

  /* Before what the page itself listens to. */
  if (private->session == NULL)
    return;
  g_signal_connect_object (private->session, "notify::record", G_CALLBACK (changed_cb), object,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (private->session, "notify::read-only", G_CALLBACK (changed_cb), object,
                           G_CONNECT_SWAPPED);
}

static void
sgn_page_class_init (SgnPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sgn_page_constructed;
  object_class->dispose = sgn_page_dispose;
  object_class->finalize = sgn_page_finalize;
  object_class->get_property = sgn_page_get_property;
  object_class->set_property = sgn_page_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SGN_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVING] =
    g_param_spec_object ("saving", NULL, NULL, SGN_TYPE_SAVING,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
sgn_page_init (SgnPage *self)
{
}

SgnSession *
sgn_page_get_session (SgnPage *self)
{
  g_return_val_if_fail (SGN_IS_PAGE (self), NULL);

  return get_private (self)->session;
}

SgnSaving *
sgn_page_get_saving (SgnPage *self)
{
  g_return_val_if_fail (SGN_IS_PAGE (self), NULL);

  return get_private (self)->saving;
}

const char *
sgn_page_get_title (SgnPage *self)
{
  g_return_val_if_fail (SGN_IS_PAGE (self), NULL);

  return get_private (self)->title;
}

gboolean
sgn_page_get_narrow (SgnPage *self)
{
  g_return_val_if_fail (SGN_IS_PAGE (self), FALSE);

  return get_private (self)->narrow;
}

/**
 * sgn_page_take_news:
 * @self: a page
 *
 * Returns: whether the record, the day or whether one may write is another than at the last call,
 *   or this is the first: then what the page shows is to be made anew
 */
gboolean
sgn_page_take_news (SgnPage *self)
{
  SgnPagePrivate *private = get_private (self);
  g_autofree char *now = NULL;
  g_autofree char *today = NULL;
  gboolean news;

  g_return_val_if_fail (SGN_IS_PAGE (self), FALSE);

  now = sgn_clock_now (sgn_session_get_clock (private->session));
  today = sgn_time_get_date (now);
  news = private->is_old || g_strcmp0 (private->day, today) != 0;
  private->is_old = FALSE;
  g_free (private->day);
  private->day = g_steal_pointer (&today);
  return news;
}

/**
 * sgn_page_get_title_widget:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): a floating widget for the header bar, made anew by each call
 */
GtkWidget *
sgn_page_get_title_widget (SgnPage *self)
{
  g_return_val_if_fail (SGN_IS_PAGE (self), NULL);

  if (SGN_PAGE_GET_CLASS (self)->get_title_widget == NULL)
    return NULL;
  return SGN_PAGE_GET_CLASS (self)->get_title_widget (self);
}

/**
 * sgn_page_get_end_widget:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): a floating widget for the end of the header bar, made anew
 *   by each call
 */
GtkWidget *
sgn_page_get_end_widget (SgnPage *self)
{
  g_return_val_if_fail (SGN_IS_PAGE (self), NULL);

  if (SGN_PAGE_GET_CLASS (self)->get_end_widget == NULL)
    return NULL;
  return SGN_PAGE_GET_CLASS (self)->get_end_widget (self);
}

/**
 * sgn_page_opened:
 * @self: a page that is shown from now on
 */
void
sgn_page_opened (SgnPage *self)
{
  g_return_if_fail (SGN_IS_PAGE (self));

  if (SGN_PAGE_GET_CLASS (self)->opened != NULL)
    SGN_PAGE_GET_CLASS (self)->opened (self);
}

/**
 * sgn_page_flush:
 * @self: a page
 *
 * Saves at once what was typed and would be saved after a pause.
 */
void
sgn_page_flush (SgnPage *self)
{
  g_return_if_fail (SGN_IS_PAGE (self));

  if (SGN_PAGE_GET_CLASS (self)->flush != NULL)
    SGN_PAGE_GET_CLASS (self)->flush (self);
}

/**
 * sgn_page_dup_place:
 * @self: a page
 *
 * Returns: (nullable) (transfer full): where on it one is; %NULL when it is one place
 */
char *
sgn_page_dup_place (SgnPage *self)
{
  g_return_val_if_fail (SGN_IS_PAGE (self), NULL);

  if (SGN_PAGE_GET_CLASS (self)->dup_place == NULL)
    return NULL;
  return SGN_PAGE_GET_CLASS (self)->dup_place (self);
}

/**
 * sgn_page_go_to_place:
 * @self: a page
 * @place: what sgn_page_dup_place() said
 */
void
sgn_page_go_to_place (SgnPage *self, const char *place)
{
  g_return_if_fail (SGN_IS_PAGE (self) && place != NULL);

  if (SGN_PAGE_GET_CLASS (self)->go_to_place != NULL)
    SGN_PAGE_GET_CLASS (self)->go_to_place (self, place);
}
