/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-declare-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-date.h"
#include "sgn-declaration.h"
#include "sgn-fold.h"

#define DIGITS 11
#define GROUP 4

struct _SgnDeclareBox {
  GtkBox parent_instance;

  GtkLabel *count;
  GtkEditable *number;
  GtkButton *button;
  GtkWidget *hint;
  GtkLabel *hint_title;
  GtkLabel *hint_text;
  GtkEditable *date;
  AdwComboRow *account;

  SgnSession *session;
  SgnSaving *saving;
  int star;
  gboolean dated; /* the day was put there once */
};

G_DEFINE_FINAL_TYPE (SgnDeclareBox, sgn_declare_box, GTK_TYPE_BOX)

/* In the order of the choices. */
static const char *const accounts[] = { "prime", "member", NULL };

char *
sgn_declare_box_group_number (const char *number)
{
  GString *words = g_string_new (NULL);

  for (gsize i = 0; number[i] != '\0'; i++) {
    if (i > 0 && i % GROUP == 0)
      g_string_append_c (words, ' ');
    g_string_append_c (words, number[i]);
  }
  return g_string_free (words, FALSE);
}

/* (nullable): the newest declaration with this ID */
static const SgnDeclaration *
find_same (SgnDeclareBox *self, const char *number)
{
  SgnRecord *record = sgn_session_get_record (self->session);

  for (guint i = record != NULL ? record->declarations->len : 0; i > 0; i--) {
    const SgnDeclaration *declaration = g_ptr_array_index (record->declarations, i - 1);

    if (g_strcmp0 (declaration->number, number) == 0)
      return declaration;
  }
  return NULL;
}

static void
set_hint (SgnDeclareBox *self, const char *title, const char *text)
{
  gboolean shown = title != NULL;

  if (shown && !gtk_widget_get_visible (self->hint))
    sgn_announce (GTK_WIDGET (self), title);
  gtk_label_set_text (self->hint_title, shown ? title : "");
  gtk_label_set_text (self->hint_text, shown ? text : "");
  gtk_widget_set_visible (self->hint, shown);
}

/* An ID of the old system, or one that is on record, is explained and never refused. */
static void
explain (SgnDeclareBox *self, const char *number)
{
  const SgnDeclaration *same = number != NULL ? find_same (self, number) : NULL;
  g_autofree char *text = NULL;

  if (number == NULL || (same == NULL && !sgn_declaration_number_is_old (number))) {
    set_hint (self, NULL, NULL);
    return;
  }
  if (same != NULL)
    text = g_strdup_printf (_ ("It is the ID that %s was recorded with. Check that it is not the "
                               "earlier one you typed. It can be recorded as it is."),
                            sgn_star_to_symbol (same->star));
  else
    text = g_strdup (_ ("Subsidy offices may ask for a new one that begins with 5. It can be "
                        "recorded as it is."));
  set_hint (self,
            sgn_declaration_number_is_old (number)
              ? _ ("It begins with 4: an ID of the system used until March 2026")
              : _ ("This ID is on record already"),
            text);
}

static char *
dup_date (SgnDeclareBox *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (self->date));
  g_autofree char *folded = sgn_fold (g_strstrip (typed));

  return g_steal_pointer (&folded);
}

static void
update (SgnDeclareBox *self)
{
  g_autofree char *typed = sgn_fold_code (gtk_editable_get_text (self->number));
  g_autofree char *number =
    sgn_declaration_number_normalise (gtk_editable_get_text (self->number), NULL);
  g_autofree char *date = dup_date (self);
  g_autofree char *count =
    g_strdup_printf (_ ("%u / %u digits"), (guint) g_utf8_strlen (typed, -1), (guint) DIGITS);
  gboolean dated = sgn_date_is_valid (date);

  gtk_label_set_text (self->count, count);
  if (dated)
    gtk_widget_remove_css_class (GTK_WIDGET (self->date), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->date), "error");
  gtk_widget_set_sensitive (GTK_WIDGET (self->button),
                            number != NULL && dated && !sgn_session_get_read_only (self->session));
  explain (self, number);
}

static void
declared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnDeclareBox) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = sgn_session_act_finish (SGN_SESSION (object), result, &error);
  gpointer act;

  if (self->saving == NULL)
    return;
  act = sgn_plain_act_new (GTK_WIDGET (self), self->saving, _ ("The declaration is on record"),
                           _ ("The declaration could not be recorded"));
  sgn_saving_end (self->saving, NULL);
  sgn_plain_act_end (act, error);
  if (ok)
    gtk_editable_set_text (self->number, "");
}

static void
record_cb (SgnDeclareBox *self)
{
  g_autofree char *date = dup_date (self);
  const SgnDeclarationChange change = {
    .star = self->star,
    .number = gtk_editable_get_text (self->number),
    .date = date,
    .account = accounts[adw_combo_row_get_selected (self->account)],
  };

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->button)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
  sgn_saving_begin (self->saving);
  sgn_session_declare_async (self->session, &change, declared_cb, g_object_ref (self));
}

static void
add_number (SgnDeclareBox *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = sgn_plain_heading (GTK_BOX (head), _ ("Record the self-declaration ID shown"));

  gtk_widget_set_hexpand (title, TRUE);
  self->count = GTK_LABEL (sgn_plain_label ("", "sg-small"));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "tnum");
  gtk_widget_set_valign (GTK_WIDGET (self->count), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count));

  self->number = GTK_EDITABLE (gtk_entry_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "idfield");
  gtk_widget_set_hexpand (GTK_WIDGET (self->number), TRUE);
  gtk_editable_set_width_chars (self->number, DIGITS);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->number), GTK_INPUT_PURPOSE_DIGITS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Self-declaration ID, 11 digits"), -1);
  self->button = GTK_BUTTON (gtk_button_new_with_label (_ ("Record")));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), line);
  g_signal_connect_object (self->number, "activate", G_CALLBACK (record_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (record_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_hint (SgnDeclareBox *self)
{
  self->hint = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->hint, "warnbox");
  gtk_widget_set_visible (self->hint, FALSE);
  self->hint_title = GTK_LABEL (sgn_plain_heading (GTK_BOX (self->hint), ""));
  self->hint_text = GTK_LABEL (sgn_plain_label ("", NULL));
  gtk_box_append (GTK_BOX (self->hint), GTK_WIDGET (self->hint_text));
  gtk_box_append (GTK_BOX (self), self->hint);
}

static void
add_details (SgnDeclareBox *self)
{
  GtkWidget *list = sgn_plain_list (_ ("Day and account"));
  const char *words[] = { _ ("Prime"), _ ("Member"), _ ("Not noted"), NULL };
  g_autoptr (GtkStringList) choices = gtk_string_list_new (words);

  self->date = GTK_EDITABLE (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date),
                                 _ ("Day of the declaration (YYYY-MM-DD)"));
  self->account = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->account), _ ("GBizID used"));
  adw_combo_row_set_model (self->account, G_LIST_MODEL (choices));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->date));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->account));
  gtk_box_append (GTK_BOX (self), list);
  gtk_box_append (
    GTK_BOX (self),
    sgn_plain_label (_ ("This is our own record of a self-declaration. It does not show that IPA "
                        "has examined anything."),
                     "sg-small"));
}

static void
sgn_declare_box_dispose (GObject *object)
{
  SgnDeclareBox *self = SGN_DECLARE_BOX (object);

  g_clear_object (&self->session);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_declare_box_parent_class)->dispose (object);
}

static void
sgn_declare_box_class_init (SgnDeclareBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_declare_box_dispose;
}

static void
sgn_declare_box_init (SgnDeclareBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  add_number (self);
  add_hint (self);
  add_details (self);
}

GtkWidget *
sgn_declare_box_new (SgnSession *session, SgnSaving *saving)
{
  SgnDeclareBox *self = g_object_new (SGN_TYPE_DECLARE_BOX, NULL);

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  g_signal_connect_object (self->number, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* The day and the account that are likely, once; what was chosen since stays. */
static void
propose (SgnDeclareBox *self, const SgnRecord *record)
{
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (self->session));
  g_autofree char *today = sgn_time_get_date (now);
  guint account = 0;

  if (self->dated)
    return;
  self->dated = TRUE;
  while (accounts[account] != NULL && g_strcmp0 (record->profile->gbizid, accounts[account]) != 0)
    account++;
  adw_combo_row_set_selected (self->account, account);
  gtk_editable_set_text (self->date, today);
}

void
sgn_declare_box_show (SgnDeclareBox *self, const SgnRecord *record, int star)
{
  gboolean writable;

  g_return_if_fail (SGN_IS_DECLARE_BOX (self));

  writable = !sgn_session_get_read_only (self->session);
  gtk_editable_set_editable (self->number, writable);
  gtk_editable_set_editable (self->date, writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->account), writable);
  self->star = star;
  propose (self, record);
  update (self);
}

void
sgn_declare_box_focus (SgnDeclareBox *self)
{
  g_return_if_fail (SGN_IS_DECLARE_BOX (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->number));
}
