/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-thumbnail.h"

#include "sgn-media-type.h"
#include "sgn-small-picture.h"
#include "sgn-text-size.h"

#define WIDTH 56
#define HEIGHT 42
/* What is read for a look: a larger picture has a sign. */
#define MAX_BYTES (20 * 1000 * 1000)

struct _SgnThumbnail {
  GtkWidget parent_instance;

  GtkWidget *sign;
  GtkWidget *picture;
  char *sha256; /* (nullable): of the file that is shown */
};

G_DEFINE_FINAL_TYPE (SgnThumbnail, sgn_thumbnail, GTK_TYPE_WIDGET)

typedef struct {
  SgnThumbnail *self;
  char *sha256;
} Loading;

static void
loading_free (Loading *loading)
{
  g_object_unref (loading->self);
  g_free (loading->sha256);
  g_free (loading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, loading_free)

static const char *
get_icon (const SgnEvidence *evidence)
{
  const SgnMediaType *type = sgn_media_type_find (evidence->media_type);

  switch (type != NULL ? type->group : SGN_MEDIA_OTHER) {
  case SGN_MEDIA_DOCUMENT:
    return "x-office-document-symbolic";
  case SGN_MEDIA_TABLE:
    return "x-office-spreadsheet-symbolic";
  case SGN_MEDIA_PICTURE:
    return "image-x-generic-symbolic";
  case SGN_MEDIA_MAIL:
    return "mail-unread-symbolic";
  case SGN_MEDIA_RECORDING:
    return "video-x-generic-symbolic";
  case SGN_MEDIA_ARCHIVE:
    return "package-x-generic-symbolic";
  case SGN_MEDIA_PROGRAM:
  case SGN_MEDIA_OTHER:
  default:
    return "text-x-generic-symbolic";
  }
}

static gboolean
is_wanted (const Loading *loading)
{
  return loading->self->picture != NULL && g_strcmp0 (loading->self->sha256, loading->sha256) == 0;
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Loading) loading = user_data;
  g_autoptr (GdkTexture) texture = sgn_small_picture_make_finish (result, NULL);

  if (texture == NULL || !is_wanted (loading))
    return;
  gtk_picture_set_paintable (GTK_PICTURE (loading->self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (loading->self->picture, TRUE);
  gtk_widget_set_visible (loading->self->sign, FALSE);
}

/* A file that cannot be read keeps its sign; opening it says why. */
static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Loading) loading = user_data;
  g_autoptr (GBytes) bytes = sgn_session_read_evidence_finish (SGN_SESSION (object), result, NULL);
  GtkWidget *self = GTK_WIDGET (loading->self);
  int scale = gtk_widget_get_scale_factor (self);

  if (bytes == NULL || !is_wanted (loading))
    return;
  sgn_small_picture_make_async (bytes, sgn_text_scale_px (self, WIDTH) * scale,
                                sgn_text_scale_px (self, HEIGHT) * scale, made_cb,
                                g_steal_pointer (&loading));
}

static void
load (SgnThumbnail *self, SgnSession *session, gint64 evidence)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->self = g_object_ref (self);
  loading->sha256 = g_strdup (self->sha256);
  sgn_session_read_evidence_async (session, evidence, read_cb, loading);
}

static void
sgn_thumbnail_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = *natural = sgn_text_scale_px (widget, wide ? WIDTH : HEIGHT);
  *minimum_baseline = *natural_baseline = -1;
}

static void
sgn_thumbnail_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least = 0;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    gtk_widget_allocate (child, MAX (width, least), height, -1, NULL);
  }
}

static void
sgn_thumbnail_dispose (GObject *object)
{
  SgnThumbnail *self = SGN_THUMBNAIL (object);

  g_clear_pointer (&self->sign, gtk_widget_unparent);
  g_clear_pointer (&self->picture, gtk_widget_unparent);

  G_OBJECT_CLASS (sgn_thumbnail_parent_class)->dispose (object);
}

static void
sgn_thumbnail_finalize (GObject *object)
{
  g_free (SGN_THUMBNAIL (object)->sha256);

  G_OBJECT_CLASS (sgn_thumbnail_parent_class)->finalize (object);
}

static void
sgn_thumbnail_class_init (SgnThumbnailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sgn_thumbnail_dispose;
  object_class->finalize = sgn_thumbnail_finalize;
  widget_class->measure = sgn_thumbnail_measure;
  widget_class->size_allocate = sgn_thumbnail_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "thumbnail");
  /* The title beside it says what it is. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sgn_thumbnail_init (SgnThumbnail *self)
{
  self->sign =
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->picture = g_object_new (GTK_TYPE_PICTURE, "content-fit", GTK_CONTENT_FIT_COVER, "visible",
                                FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->sign, GTK_WIDGET (self));
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * sgn_thumbnail_show:
 * @self: a thumbnail
 * @session: a session with an open file
 * @evidence: one of its files
 *
 * Shows the sign of its kind at once, and its picture when that has been read and made small.
 */
void
sgn_thumbnail_show (SgnThumbnail *self, SgnSession *session, const SgnEvidence *evidence)
{
  g_return_if_fail (SGN_IS_THUMBNAIL (self));
  g_return_if_fail (evidence != NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign), get_icon (evidence));
  if (g_strcmp0 (self->sha256, evidence->sha256) == 0)
    return;
  g_free (self->sha256);
  self->sha256 = g_strdup (evidence->sha256);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), NULL);
  gtk_widget_set_visible (self->picture, FALSE);
  gtk_widget_set_visible (self->sign, TRUE);
  if (g_str_has_prefix (evidence->media_type, "image/") && evidence->size <= MAX_BYTES)
    load (self, session, evidence->id);
}

gboolean
sgn_thumbnail_has_picture (SgnThumbnail *self)
{
  g_return_val_if_fail (SGN_IS_THUMBNAIL (self), FALSE);

  return gtk_picture_get_paintable (GTK_PICTURE (self->picture)) != NULL;
}
