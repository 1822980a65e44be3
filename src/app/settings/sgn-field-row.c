/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-field-row.h"

#include <glib/gi18n-lib.h>

struct _SgnFieldRow {
  AdwEntryRow parent_instance;

  const SgnProfileField *field;
  SgnProfileWriter *writer;
  GtkWidget *hint;
  char *shown; /* what stood there before anybody typed */
};

G_DEFINE_FINAL_TYPE (SgnFieldRow, sgn_field_row, ADW_TYPE_ENTRY_ROW)

static void
show_hint (SgnFieldRow *self, const char *words)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->hint), words != NULL ? words : "");
  gtk_widget_set_visible (self->hint, words != NULL);
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    words, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
show_finding (SgnFieldRow *self)
{
  g_autofree char *finding =
    sgn_profile_field_dup_finding (self->field, sgn_profile_writer_get_profile (self->writer));

  show_hint (self, finding);
}

static void
show (SgnFieldRow *self)
{
  g_free (self->shown);
  self->shown =
    sgn_profile_field_dup_text (self->field, sgn_profile_writer_get_profile (self->writer));
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->shown) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), self->shown);
  show_finding (self);
}

/* What is being typed is not taken away from under the hands. */
static void
refresh (SgnFieldRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  if (self->shown == NULL || g_str_equal (text, self->shown))
    show (self);
}

static void
editable_cb (SgnFieldRow *self)
{
  SgnSession *session = sgn_profile_writer_get_session (self->writer);

  gtk_editable_set_editable (GTK_EDITABLE (self), !sgn_session_get_read_only (session));
}

static void
sgn_field_row_dispose (GObject *object)
{
  SgnFieldRow *self = SGN_FIELD_ROW (object);

  g_clear_object (&self->writer);
  g_clear_object (&self->hint);

  G_OBJECT_CLASS (sgn_field_row_parent_class)->dispose (object);
}

static void
sgn_field_row_finalize (GObject *object)
{
  g_free (SGN_FIELD_ROW (object)->shown);

  G_OBJECT_CLASS (sgn_field_row_parent_class)->finalize (object);
}

static void
sgn_field_row_class_init (SgnFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_field_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_field_row_finalize;
}

static void
sgn_field_row_init (SgnFieldRow *self)
{
  self->hint = g_object_ref_sink (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->hint), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "field-hint");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->hint), FALSE);
  gtk_widget_set_focusable (self->hint, FALSE);
  gtk_widget_set_visible (self->hint, FALSE);
}

/**
 * sgn_field_row_new:
 * @field: a detail of the company
 * @writer: what keeps it
 *
 * Returns: a row that shows and changes it
 */
GtkWidget *
sgn_field_row_new (const SgnProfileField *field, SgnProfileWriter *writer)
{
  SgnFieldRow *self = g_object_new (SGN_TYPE_FIELD_ROW, "use-markup", FALSE, "title",
                                    g_dgettext (GETTEXT_PACKAGE, field->title), "input-purpose",
                                    field->purpose, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->field = field;
  self->writer = g_object_ref (writer);
  g_signal_connect_object (focus, "leave", G_CALLBACK (sgn_field_row_flush), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "entry-activated", G_CALLBACK (sgn_field_row_flush), NULL);
  g_signal_connect_object (writer, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sgn_profile_writer_get_session (writer), "notify::read-only",
                           G_CALLBACK (editable_cb), self, G_CONNECT_SWAPPED);
  editable_cb (self);
  refresh (self);
  return GTK_WIDGET (self);
}

const char *
sgn_field_row_get_name (SgnFieldRow *self)
{
  g_return_val_if_fail (SGN_IS_FIELD_ROW (self), NULL);

  return self->field->name;
}

GtkWidget *
sgn_field_row_get_hint (SgnFieldRow *self)
{
  g_return_val_if_fail (SGN_IS_FIELD_ROW (self), NULL);

  return self->hint;
}

void
sgn_field_row_flush (SgnFieldRow *self)
{
  SgnProfile *profile;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  const char *typed;

  g_return_if_fail (SGN_IS_FIELD_ROW (self));

  if (self->writer == NULL)
    return;
  profile = sgn_profile_writer_get_profile (self->writer);
  typed = gtk_editable_get_text (GTK_EDITABLE (self));
  before = sgn_profile_field_dup_text (self->field, profile);
  if (g_str_equal (typed, before))
    return;
  if (!sgn_profile_field_set_text (self->field, profile, typed, &error)) {
    show_hint (self, error->message);
    return;
  }
  after = sgn_profile_field_dup_text (self->field, profile);
  show (self);
  if (g_str_equal (after, before))
    return;
  /* Translators: one detail of the company, such as its address */
  words = g_strdup_printf (_ ("Saved: %s"), g_dgettext (GETTEXT_PACKAGE, self->field->title));
  sgn_profile_writer_save (self->writer, words);
}
