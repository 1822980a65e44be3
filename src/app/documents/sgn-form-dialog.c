/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-form-dialog.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-date.h"
#include "sgn-text-size.h"

#define WIDTH 460
#define HEIGHT 720
#define COLUMN 560
#define SEPARATOR "、"

struct _SgnFormDialog {
  AdwWindow parent_instance;

  AdwClamp *column;
  GtkLabel *notice;
  GtkWidget *dates_group;
  GtkBox *dates;
  GtkWidget *stamps_group;
  GtkEditable *stamps[SGN_STAMPS_MAX];
  GtkLabel *hint;
  GtkWidget *year_group;
  AdwComboRow *month;

  SgnSession *session;
  SgnSaving *saving;
};

G_DEFINE_FINAL_TYPE (SgnFormDialog, sgn_form_dialog, ADW_TYPE_WINDOW)

/* In the order of SgnDateStyle. */
static const struct {
  const char *value;
  const char *words;
} styles[] = {
  { "western", N_ ("Western year: %s") },
  { "era", N_ ("Era year: %s") },
  { "both", N_ ("Both: %s") },
};

/* The boxes for seals, as the template calls them. */
static const char *const stamp_names[] = { "first_stamp", "second_stamp", "third_stamp",
                                           "fourth_stamp" };
G_STATIC_ASSERT (G_N_ELEMENTS (stamp_names) == SGN_STAMPS_MAX);

static const char *const months[] = {
  N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
  N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
  N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December"),
};

static GtkCheckButton *
get_style (SgnFormDialog *self, guint n)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->dates));

  while (n-- > 0)
    button = gtk_widget_get_next_sibling (button);
  return GTK_CHECK_BUTTON (button);
}

static const char *
get_dates (SgnFormDialog *self)
{
  guint n = 0;

  while (!gtk_check_button_get_active (get_style (self, n)))
    n++;
  return styles[n].value;
}

static char *
dup_stamp (SgnFormDialog *self, guint n)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->stamps[n])));
}

static char *
dup_stamps (SgnFormDialog *self)
{
  g_autoptr (GString) stamps = g_string_new (NULL);

  for (guint i = 0; i < SGN_STAMPS_MAX; i++) {
    g_autofree char *label = dup_stamp (self, i);

    if (*label == '\0')
      continue;
    if (stamps->len > 0)
      g_string_append (stamps, SEPARATOR);
    g_string_append (stamps, label);
  }
  return g_strdup (stamps->str);
}

static void
show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

static gboolean
can_write (SgnFormDialog *self)
{
  return self->session != NULL && !sgn_session_get_read_only (self->session);
}

static void
mark_stamp (SgnFormDialog *self, guint n)
{
  g_autofree char *label = dup_stamp (self, n);

  if (sgn_form_check (SGN_SETTING_STAMPS, label, NULL))
    gtk_widget_remove_css_class (GTK_WIDGET (self->stamps[n]), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->stamps[n]), "error");
}

/* What does not fit is told while it is typed. */
static void
update (SgnFormDialog *self)
{
  g_autofree char *stamps = dup_stamps (self);
  g_autoptr (GError) error = NULL;
  gboolean fits = sgn_form_check (SGN_SETTING_STAMPS, stamps, &error);

  for (guint i = 0; i < SGN_STAMPS_MAX; i++)
    mark_stamp (self, i);
  show_words (self->hint, fits ? NULL : error->message);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", fits && can_write (self));
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnFormDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  sgn_saving_end (self->saving, NULL);
  if (self->session == NULL)
    return;
  if (error != NULL) {
    update (self);
    sgn_tell (GTK_WINDOW (self), _ ("The form could not be saved"), error->message);
    return;
  }
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s",
                                _ ("Saved the form of the sheets"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_change (SgnFormDialog *self, GHashTable *values, const char *name, const char *value)
{
  const SgnRecord *record = sgn_session_get_record (self->session);
  const char *before = g_hash_table_lookup (record->settings, name);

  if (g_strcmp0 (before != NULL ? before : sgn_form_get_default (name), value) != 0)
    g_hash_table_insert (values, (char *) name, g_strdup (value));
}

static GHashTable *
dup_changes (SgnFormDialog *self)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree char *stamps = dup_stamps (self);
  g_autofree char *month = g_strdup_printf ("%u", adw_combo_row_get_selected (self->month) + 1);

  add_change (self, values, SGN_SETTING_DATES, get_dates (self));
  add_change (self, values, SGN_SETTING_STAMPS, stamps);
  add_change (self, values, SGN_SETTING_FISCAL_MONTH, month);
  return values;
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnFormDialog *self = SGN_FORM_DIALOG (widget);
  g_autoptr (GHashTable) values = dup_changes (self);

  if (g_hash_table_size (values) == 0) {
    gtk_window_close (GTK_WINDOW (self));
    return;
  }
  gtk_widget_action_set_enabled (widget, "form.save", FALSE);
  sgn_saving_begin (self->saving);
  sgn_session_set_settings_async (self->session, values, saved_cb, g_object_ref (self));
}

/* Each way to write dates, shown with the day it is. */
static void
fill_dates (SgnFormDialog *self, SgnDateStyle chosen)
{
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (self->session));
  g_autofree char *today = sgn_time_get_date (now);
  GtkCheckButton *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++) {
    const SgnForm form = { .dates = (SgnDateStyle) i };
    g_autofree char *example = sgn_form_date (&form, today, SGN_LANGUAGE_JA);
    const char *pattern = g_dgettext (GETTEXT_PACKAGE, styles[i].words);
    g_auto (GStrv) halves = g_strsplit (pattern, "%s", 2);
    g_autofree char *words = g_strjoinv (example, halves);
    GtkWidget *button = gtk_check_button_new_with_label (words);

    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), i == chosen);
    gtk_box_append (self->dates, button);
    if (first == NULL)
      first = GTK_CHECK_BUTTON (button);
  }
}

static void
fill_stamps (SgnFormDialog *self, char **stamps)
{
  for (guint i = 0; i < SGN_STAMPS_MAX && stamps[i] != NULL; i++)
    gtk_editable_set_text (self->stamps[i], stamps[i]);
}

static void
fill_months (SgnFormDialog *self, int chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    gtk_string_list_append (names, g_dgettext (GETTEXT_PACKAGE, months[i]));
  adw_combo_row_set_model (self->month, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->month, (guint) chosen - 1);
}

static void
fill (SgnFormDialog *self)
{
  const SgnRecord *record = sgn_session_get_record (self->session);
  g_autoptr (SgnForm) form = sgn_form_new (record->settings);
  gboolean writable = can_write (self);

  fill_dates (self, form->dates);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (get_style (self, form->dates)));
  fill_stamps (self, form->stamps);
  fill_months (self, form->fiscal_month);
  gtk_widget_set_sensitive (self->dates_group, writable);
  gtk_widget_set_sensitive (self->stamps_group, writable);
  gtk_widget_set_sensitive (self->year_group, writable);
  if (!writable)
    show_words (self->notice, _ ("The file is open for reading only, so this cannot be changed."));
  update (self);
}

/* As large as the letters ask for, and no larger than the window it belongs to. */
static void
make_room (SgnFormDialog *self, GtkWindow *parent)
{
  int width = sgn_text_scale_px (GTK_WIDGET (self), WIDTH);
  int height = sgn_text_scale_px (GTK_WIDGET (self), HEIGHT);
  int widest = gtk_widget_get_width (GTK_WIDGET (parent));
  int highest = gtk_widget_get_height (GTK_WIDGET (parent));

  adw_clamp_set_maximum_size (self->column, sgn_text_scale_px (GTK_WIDGET (self), COLUMN));
  gtk_window_set_default_size (GTK_WINDOW (self), widest > 0 ? MIN (width, widest) : width,
                               highest > 0 ? MIN (height, highest) : height);
}

static void
sgn_form_dialog_dispose (GObject *object)
{
  SgnFormDialog *self = SGN_FORM_DIALOG (object);

  /* No field loses it when the row around it is gone; see sgn-backup-dialog.c. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_FORM_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sgn_form_dialog_parent_class)->dispose (object);
}

/* An act that outlives the dialog still says that it is over. */
static void
sgn_form_dialog_finalize (GObject *object)
{
  g_clear_object (&SGN_FORM_DIALOG (object)->saving);

  G_OBJECT_CLASS (sgn_form_dialog_parent_class)->finalize (object);
}

static void
sgn_form_dialog_class_init (SgnFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_form_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_form_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnFormDialog, column);
  gtk_widget_class_bind_template_child (widget_class, SgnFormDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, SgnFormDialog, dates_group);
  gtk_widget_class_bind_template_child (widget_class, SgnFormDialog, dates);
  gtk_widget_class_bind_template_child (widget_class, SgnFormDialog, stamps_group);
  for (guint i = 0; i < G_N_ELEMENTS (stamp_names); i++)
    gtk_widget_class_bind_template_child_full (widget_class, stamp_names[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (SgnFormDialog, stamps) +
                                                         i * sizeof (GtkEditable *)));
  gtk_widget_class_bind_template_child (widget_class, SgnFormDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, SgnFormDialog, year_group);
  gtk_widget_class_bind_template_child (widget_class, SgnFormDialog, month);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sgn_form_dialog_init (SgnFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_form_dialog_new:
 * @parent: the window
 * @session: a session with an open file
 * @saving: what says whether all is on disk
 *
 * Asks what the sheets of the company look like. What changed is one act, which the window takes
 * back like any other.
 *
 * Returns: (transfer none): a dialog; the toolkit owns it
 */
GtkWidget *
sgn_form_dialog_new (GtkWindow *parent, SgnSession *session, SgnSaving *saving)
{
  SgnFormDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (SGN_IS_SESSION (session) && SGN_IS_SAVING (saving), NULL);
  g_return_val_if_fail (sgn_session_get_record (session) != NULL, NULL);

  self = g_object_new (SGN_TYPE_FORM_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  make_room (self, parent);
  fill (self);
  return GTK_WIDGET (self);
}
