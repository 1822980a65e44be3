/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-data-sheet.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-fold.h"

/* No word of a title is cut. */
#define TITLE_CHARS_JA 9
#define TITLE_CHARS_EN 15

struct _SgnDataSheet {
  GtkBox parent_instance;

  GtkListBox *rows;
  GtkBox *findings;
  GtkSizeGroup *titles;

  SgnSession *session;
  SgnSaving *saving;
  gboolean copies;
  guint asked;     /* the source that will save, or 0 */
  GPtrArray *seen; /* of char*: the values shown, by field */
};

G_DEFINE_FINAL_TYPE (SgnDataSheet, sgn_data_sheet, GTK_TYPE_BOX)

/* What was usually asked for; the form of the new system is not known. */
static const struct {
  const char *title;
  goffset text;   /* 0 for a number */
  goffset number; /* 0 for a text */
} fields[] = {
  { N_ ("Company name"), G_STRUCT_OFFSET (SgnProfile, name), 0 },
  { N_ ("Name in kana"), G_STRUCT_OFFSET (SgnProfile, name_kana), 0 },
  { N_ ("Corporate number"), G_STRUCT_OFFSET (SgnProfile, corporate_number), 0 },
  { N_ ("Postal code"), G_STRUCT_OFFSET (SgnProfile, postal_code), 0 },
  { N_ ("Address"), G_STRUCT_OFFSET (SgnProfile, address), 0 },
  { N_ ("Representative’s title"), G_STRUCT_OFFSET (SgnProfile, representative_title), 0 },
  { N_ ("Representative"), G_STRUCT_OFFSET (SgnProfile, representative), 0 },
  { N_ ("Industry"), G_STRUCT_OFFSET (SgnProfile, industry), 0 },
  { N_ ("Employees"), 0, G_STRUCT_OFFSET (SgnProfile, employees) },
  { N_ ("Capital (yen)"), 0, G_STRUCT_OFFSET (SgnProfile, capital_yen) },
  { N_ ("Web site"), G_STRUCT_OFFSET (SgnProfile, url), 0 },
  { N_ ("Contact person"), G_STRUCT_OFFSET (SgnProfile, contact), 0 },
  { N_ ("Department"), G_STRUCT_OFFSET (SgnProfile, contact_department), 0 },
  { N_ ("E-mail"), G_STRUCT_OFFSET (SgnProfile, email), 0 },
  { N_ ("Telephone"), G_STRUCT_OFFSET (SgnProfile, phone), 0 },
  { N_ ("Purpose of declaring"), G_STRUCT_OFFSET (SgnProfile, purpose), 0 },
};

static char *
dup_value (const SgnProfile *profile, guint field)
{
  gint64 number;

  if (fields[field].number == 0)
    return g_strdup (G_STRUCT_MEMBER (char *, profile, fields[field].text) != NULL
                       ? G_STRUCT_MEMBER (char *, profile, fields[field].text)
                       : "");
  number = G_STRUCT_MEMBER (gint64, profile, fields[field].number);
  return number >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

/* Reads a typed number, -1 for nothing; FALSE when it is none. */
static gboolean
read_number (const char *typed, gint64 *number)
{
  g_autofree char *digits = sgn_fold_code (typed);
  guint64 value;

  if (*digits == '\0') {
    *number = -1;
    return TRUE;
  }
  if (!g_ascii_string_to_unsigned (digits, 10, 0, G_MAXINT64, &value, NULL))
    return FALSE;
  *number = (gint64) value;
  return TRUE;
}

/* FALSE when @typed does not fit the field. */
static gboolean
put_value (SgnProfile *profile, guint field, const char *typed)
{
  char **text;

  if (fields[field].number != 0)
    return read_number (typed, &G_STRUCT_MEMBER (gint64, profile, fields[field].number));
  if (fields[field].text == G_STRUCT_OFFSET (SgnProfile, name) && *typed == '\0')
    return FALSE;
  text = &G_STRUCT_MEMBER (char *, profile, fields[field].text);
  g_free (*text);
  *text = *typed != '\0' ? g_strdup (typed) : NULL;
  return TRUE;
}

static GtkWidget *
get_row (SgnDataSheet *self, guint field)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, (int) field));
}

static void
show_findings (SgnDataSheet *self, const SgnProfile *profile)
{
  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);

  sgn_profile_check (profile, findings);
  sgn_plain_clear (GTK_WIDGET (self->findings));
  for (guint i = 0; i < findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (findings, i);

    gtk_box_append (self->findings, sgn_plain_label (finding->message, NULL));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->findings), findings->len > 0);
}

/* One act for all that was typed. */
static void
save (SgnDataSheet *self)
{
  SgnRecord *record = sgn_session_get_record (self->session);
  g_autoptr (SgnProfile) profile = record != NULL ? sgn_profile_copy (record->profile) : NULL;
  gboolean changed = FALSE;

  g_clear_handle_id (&self->asked, g_source_remove);
  if (profile == NULL || self->copies || sgn_session_get_read_only (self->session))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    GtkWidget *row = get_row (self, i);
    const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
    gboolean fits;

    if (g_str_equal (typed, g_ptr_array_index (self->seen, i)))
      continue;
    fits = put_value (profile, i, typed);
    changed = changed || fits;
    if (fits)
      gtk_widget_remove_css_class (row, "error");
    else
      gtk_widget_add_css_class (row, "error");
  }
  show_findings (self, profile);
  if (changed)
    sgn_session_set_profile_async (self->session, profile, sgn_plain_act_cb,
                                   sgn_plain_act_new (GTK_WIDGET (self), self->saving, NULL,
                                                      _ ("This could not be saved")));
}

static gboolean
save_cb (gpointer data)
{
  SgnDataSheet *self = data;

  self->asked = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

/* The focus is not at its new place yet. */
static void
left_cb (SgnDataSheet *self)
{
  if (self->asked == 0)
    self->asked = g_idle_add (save_cb, self);
}

static void
set_copied (GtkWidget *row, gboolean copied)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *button = gtk_widget_get_last_child (box);
  GtkWidget *content = gtk_button_get_child (GTK_BUTTON (button));

  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), copied ? _ ("Copied") : _ ("Copy"));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content),
                                    copied ? "object-select-symbolic" : "edit-copy-symbolic");
}

/* Copies, and goes to the next one. */
static void
row_activated_cb (SgnDataSheet *self, GtkListBoxRow *row)
{
  guint field = (guint) gtk_list_box_row_get_index (row);
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (row));

  if (!self->copies)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          g_ptr_array_index (self->seen, field));
  set_copied (GTK_WIDGET (row), TRUE);
  sgn_announce (GTK_WIDGET (self), _ ("Copied"));
  while (next != NULL && !gtk_widget_get_visible (next))
    next = gtk_widget_get_next_sibling (next);
  if (next != NULL)
    gtk_widget_grab_focus (next);
}

static void
copy_clicked_cb (GtkButton *button, SgnDataSheet *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_activate (row);
}

static GtkWidget *
make_copy_button (SgnDataSheet *self, const char *title)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_autofree char *name = g_strdup_printf (_ ("Copy: %s"), title);

  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_clicked_cb), self);
  return button;
}

static GtkWidget *
make_copy_row (SgnDataSheet *self, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = sgn_plain_label (title, "sg-small");
  GtkWidget *value = sgn_plain_label ("", NULL);
  int chars = sgn_language_of_user () == SGN_LANGUAGE_JA ? TITLE_CHARS_JA : TITLE_CHARS_EN;

  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  gtk_widget_add_css_class (label, "muted");
  gtk_size_group_add_widget (self->titles, label);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_add_css_class (box, "copy-row");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), make_copy_button (self, title));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  set_copied (row, FALSE);
  return row;
}

static GtkWidget *
make_entry_row (SgnDataSheet *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *controller = gtk_event_controller_focus_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_editable (GTK_EDITABLE (row), !sgn_session_get_read_only (self->session));
  g_signal_connect_object (controller, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, controller);
  return row;
}

static void
sgn_data_sheet_dispose (GObject *object)
{
  SgnDataSheet *self = SGN_DATA_SHEET (object);

  g_clear_handle_id (&self->asked, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->saving);
  g_clear_object (&self->titles);
  g_clear_pointer (&self->seen, g_ptr_array_unref);

  G_OBJECT_CLASS (sgn_data_sheet_parent_class)->dispose (object);
}

static void
sgn_data_sheet_class_init (SgnDataSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_data_sheet_dispose;
}

static void
sgn_data_sheet_init (SgnDataSheet *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->titles = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->seen = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
sgn_data_sheet_new (SgnSession *session, SgnSaving *saving, gboolean copies)
{
  SgnDataSheet *self = g_object_new (SGN_TYPE_DATA_SHEET, NULL);

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  self->copies = copies;
  self->rows = GTK_LIST_BOX (sgn_plain_list (_ ("Data sheet")));
  self->findings = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_add_css_class (GTK_WIDGET (self->findings), "warnbox");
  gtk_widget_set_visible (GTK_WIDGET (self->findings), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->findings));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    const char *title = _ (fields[i].title);

    gtk_list_box_append (self->rows,
                         copies ? make_copy_row (self, title) : make_entry_row (self, title));
    g_ptr_array_add (self->seen, g_strdup (""));
  }
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
show_copy (GtkWidget *row, const char *title, const char *value)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *label = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), title, value);

  gtk_label_set_text (GTK_LABEL (label), value);
  gtk_widget_set_visible (row, *value != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What is being typed is not replaced by what was saved before it. */
static void
show_entry (GtkWidget *row, const char *before, const char *value)
{
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), before) &&
      !g_str_equal (before, value))
    gtk_editable_set_text (GTK_EDITABLE (row), value);
}

void
sgn_data_sheet_show (SgnDataSheet *self, const SgnRecord *record)
{
  g_return_if_fail (SGN_IS_DATA_SHEET (self));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autofree char *value = dup_value (record->profile, i);

    if (self->copies)
      show_copy (get_row (self, i), _ (fields[i].title), value);
    else
      show_entry (get_row (self, i), g_ptr_array_index (self->seen, i), value);
    g_free (self->seen->pdata[i]);
    self->seen->pdata[i] = g_steal_pointer (&value);
  }
  if (!self->copies)
    show_findings (self, record->profile);
}

void
sgn_data_sheet_focus (SgnDataSheet *self)
{
  guint field = 0;

  g_return_if_fail (SGN_IS_DATA_SHEET (self));

  while (field < G_N_ELEMENTS (fields) &&
         *gtk_editable_get_text (GTK_EDITABLE (get_row (self, field))) != '\0')
    field++;
  gtk_widget_grab_focus (get_row (self, field < G_N_ELEMENTS (fields) ? field : 0));
}

void
sgn_data_sheet_leave (SgnDataSheet *self)
{
  g_return_if_fail (SGN_IS_DATA_SHEET (self));

  if (!self->copies) {
    save (self);
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    set_copied (get_row (self, i), FALSE);
}
