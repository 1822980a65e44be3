/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-document-row.h"

#include <glib/gi18n-lib.h>

struct _SgnDocumentRow {
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *fact;

  const SgnDocument *document; /* owned by the library, which outlives every widget */
  char *obstacle;
};

G_DEFINE_FINAL_TYPE (SgnDocumentRow, sgn_document_row, GTK_TYPE_LIST_BOX_ROW)

static void
sgn_document_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_DOCUMENT_ROW);

  G_OBJECT_CLASS (sgn_document_row_parent_class)->dispose (object);
}

static void
sgn_document_row_finalize (GObject *object)
{
  g_clear_pointer (&SGN_DOCUMENT_ROW (object)->obstacle, g_free);

  G_OBJECT_CLASS (sgn_document_row_parent_class)->finalize (object);
}

static void
sgn_document_row_class_init (SgnDocumentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_document_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_document_row_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-document-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentRow, title);
  gtk_widget_class_bind_template_child (widget_class, SgnDocumentRow, fact);
}

static void
sgn_document_row_init (SgnDocumentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* “PDF, CSV, JSON” */
static char *
dup_formats (const SgnDocument *document)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; document->formats[i] != NULL; i++) {
    g_autofree char *name = g_ascii_strup (document->formats[i], -1);

    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", name);
  }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * sgn_document_row_new:
 * @document: a kind of sheet
 *
 * Returns: a row for it
 */
GtkWidget *
sgn_document_row_new (const SgnDocument *document)
{
  SgnDocumentRow *self = g_object_new (SGN_TYPE_DOCUMENT_ROW, NULL);

  self->document = document;
  gtk_label_set_text (self->title, sgn_text_get (&document->menu, sgn_language_of_user ()));
  sgn_document_row_set_obstacle (self, NULL);
  return GTK_WIDGET (self);
}

const SgnDocument *
sgn_document_row_get_document (SgnDocumentRow *self)
{
  g_return_val_if_fail (SGN_IS_DOCUMENT_ROW (self), NULL);

  return self->document;
}

/**
 * sgn_document_row_set_obstacle:
 * @self: a row
 * @obstacle: (nullable): why the sheet cannot be made yet
 */
void
sgn_document_row_set_obstacle (SgnDocumentRow *self, const char *obstacle)
{
  g_autofree char *formats = NULL;
  g_autofree char *name = NULL;
  const char *fact;

  g_return_if_fail (SGN_IS_DOCUMENT_ROW (self));

  formats = dup_formats (self->document);
  g_free (self->obstacle);
  self->obstacle = g_strdup (obstacle);
  fact = obstacle != NULL ? obstacle : formats;
  gtk_label_set_text (self->fact, fact);
  if (obstacle != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "not-yet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "not-yet");
  name = g_strdup_printf ("%s, %s", gtk_label_get_text (self->title), fact);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const char *
sgn_document_row_get_obstacle (SgnDocumentRow *self)
{
  g_return_val_if_fail (SGN_IS_DOCUMENT_ROW (self), NULL);

  return self->obstacle;
}
