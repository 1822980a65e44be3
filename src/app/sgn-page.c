/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-page.h"

typedef struct {
  SgnSession *session;
  SgnSaving *saving;
  char *title;
  gboolean narrow;
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
  g_free (get_private (SGN_PAGE (object))->title);

  G_OBJECT_CLASS (sgn_page_parent_class)->finalize (object);
}

static void
sgn_page_class_init (SgnPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

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
