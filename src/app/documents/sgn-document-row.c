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
  guint pages; /* 0: not known */
  gboolean counted;
  gboolean refused;
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

/* What people open; data for other programs comes with every sheet. */
static const char *
get_formats (const SgnDocument *document)
{
  return sgn_document_has_format (document, "xlsx") ? _ ("PDF, Excel") : _ ("PDF");
}

/* “3 pages · PDF, Excel” */
static char *
dup_fact (SgnDocumentRow *self)
{
  const char *formats = get_formats (self->document);
  g_autofree char *pages = NULL;

  if (self->obstacle != NULL)
    return g_strdup (self->obstacle);
  if (self->refused)
    return g_strdup (_ ("Something stops its issue"));
  if (self->pages == 0)
    return g_strdup (formats);
  pages = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", self->pages),
                           self->pages);
  /* Translators: how long a sheet is, and in which formats there is one */
  return g_strdup_printf (_ ("%s · %s"), pages, formats);
}

static void
show_fact (SgnDocumentRow *self)
{
  g_autofree char *fact = dup_fact (self);
  g_autofree char *name = g_strdup_printf ("%s, %s", gtk_label_get_text (self->title), fact);

  gtk_label_set_text (self->fact, fact);
  if (self->obstacle != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "not-yet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "not-yet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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
 *
 * The sheet has changed: it is not known any more how long it is, though that stays to be read.
 */
void
sgn_document_row_set_obstacle (SgnDocumentRow *self, const char *obstacle)
{
  g_return_if_fail (SGN_IS_DOCUMENT_ROW (self));

  g_free (self->obstacle);
  self->obstacle = g_strdup (obstacle);
  self->counted = FALSE;
  show_fact (self);
}

/**
 * sgn_document_row_set_pages:
 * @self: a row
 * @pages: how many pages the sheet has; 0 when nobody knows
 * @refused: whether something found in it stops its issue
 */
void
sgn_document_row_set_pages (SgnDocumentRow *self, guint pages, gboolean refused)
{
  g_return_if_fail (SGN_IS_DOCUMENT_ROW (self));

  self->pages = pages;
  self->counted = TRUE;
  self->refused = refused;
  show_fact (self);
}

gboolean
sgn_document_row_get_counted (SgnDocumentRow *self)
{
  g_return_val_if_fail (SGN_IS_DOCUMENT_ROW (self), FALSE);

  return self->counted;
}

const char *
sgn_document_row_get_obstacle (SgnDocumentRow *self)
{
  g_return_val_if_fail (SGN_IS_DOCUMENT_ROW (self), NULL);

  return self->obstacle;
}
