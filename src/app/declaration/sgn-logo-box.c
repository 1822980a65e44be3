/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-logo-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"

struct _SgnLogoBox {
  GtkBox parent_instance;

  GtkWidget *files;
  GtkWidget *button;
  GtkWidget *not_yet;

  SgnSession *session;
  SgnSaving *saving;
  gint64 declaration;
};

G_DEFINE_FINAL_TYPE (SgnLogoBox, sgn_logo_box, GTK_TYPE_BOX)

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer act)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnEvidenceResult) kept =
    sgn_session_add_evidence_finish (SGN_SESSION (object), result, &error);

  sgn_plain_act_end (act, kept != NULL ? NULL : error);
}

/**
 * sgn_logo_box_keep:
 * @self: a box that shows a declaration
 * @path: a file
 *
 * Keeps a copy of the file with the declaration.
 */
void
sgn_logo_box_keep (SgnLogoBox *self, const char *path)
{
  g_autofree char *id = NULL;
  SgnEvidenceRequest request = { .path = path };

  g_return_if_fail (SGN_IS_LOGO_BOX (self) && path != NULL);

  if (self->declaration == 0)
    return;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, self->declaration);
  request.use = (SgnEvidenceUse){ .kind = SGN_KIND_DECLARATION, .id = id };
  sgn_session_add_evidence_async (self->session, &request, kept_cb,
                                  sgn_plain_act_new (GTK_WIDGET (self), self->saving,
                                                     _ ("The file is kept"),
                                                     _ ("The file could not be kept")));
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnLogoBox) self = user_data;
  g_autoptr (GFile) file = sgn_open_file_finish (GTK_WINDOW (object), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->session != NULL)
    sgn_logo_box_keep (self, path);
}

static void
choose_cb (SgnLogoBox *self)
{
  const SgnFileKind kind = { _ ("All files"), "*" };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    sgn_open_file_async (GTK_WINDOW (root), _ ("Choose a file to keep"), &kind, found_cb,
                         g_object_ref (self));
}

static void
add_file (SgnLogoBox *self, const SgnEvidence *evidence)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (evidence->title, -1);
  g_autofree char *name = g_markup_escape_text (evidence->file_name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), name);
  gtk_list_box_append (GTK_LIST_BOX (self->files), row);
}

static void
sgn_logo_box_dispose (GObject *object)
{
  SgnLogoBox *self = SGN_LOGO_BOX (object);

  g_clear_object (&self->session);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_logo_box_parent_class)->dispose (object);
}

static void
sgn_logo_box_class_init (SgnLogoBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_logo_box_dispose;
}

static void
sgn_logo_box_init (SgnLogoBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->not_yet =
    sgn_plain_label (_ ("Files are kept with a declaration. Record its self-declaration ID first."),
                     "hintbox");
  self->files = sgn_plain_list (_ ("Files kept with the declaration"));
  self->button = gtk_button_new_with_label (_ ("Keep a File…"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (choose_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->not_yet);
  gtk_box_append (GTK_BOX (self), self->files);
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_box_append (
    GTK_BOX (self),
    sgn_plain_label (_ ("No logo comes with this program. Place the file you received as its terms "
                        "of use allow."),
                     "sg-small"));
}

GtkWidget *
sgn_logo_box_new (SgnSession *session, SgnSaving *saving)
{
  SgnLogoBox *self = g_object_new (SGN_TYPE_LOGO_BOX, NULL);

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  return GTK_WIDGET (self);
}

void
sgn_logo_box_show (SgnLogoBox *self, const SgnRecord *record, const SgnDeclaration *declaration)
{
  g_autofree char *reference = NULL;

  g_return_if_fail (SGN_IS_LOGO_BOX (self));

  self->declaration = declaration != NULL ? declaration->id : 0;
  reference = g_strdup_printf (SGN_KIND_DECLARATION "/%" G_GINT64_FORMAT, self->declaration);
  sgn_plain_clear (self->files);
  for (guint i = 0; i < record->evidence->len; i++) {
    const SgnEvidence *evidence = g_ptr_array_index (record->evidence, i);

    if (!evidence->retired &&
        g_ptr_array_find_with_equal_func (evidence->links, reference, g_str_equal, NULL))
      add_file (self, evidence);
  }
  gtk_widget_set_visible (self->files, gtk_widget_get_first_child (self->files) != NULL);
  gtk_widget_set_visible (self->not_yet, declaration == NULL);
  gtk_widget_set_sensitive (self->button,
                            declaration != NULL && !sgn_session_get_read_only (self->session));
}
