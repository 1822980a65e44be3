/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-people-group.h"

#include <glib/gi18n-lib.h>

#include "sgn-entries-dialog.h"

struct _SgnPeopleGroup {
  AdwPreferencesGroup parent_instance;

  SgnSession *session;
  SgnSaving *saving;
  GPtrArray *shown; /* (nullable): the people of the rows; of the record they were made from */
  SgnRecord *record;
  GPtrArray *rows; /* the group owns them */
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (SgnPeopleGroup, sgn_people_group, ADW_TYPE_PREFERENCES_GROUP)

/* In the order of the lines of the dialog. */
enum {
  LINE_NAME,
  LINE_KANA,
  LINE_DEPARTMENT,
  LINE_ROLE,
  LINE_NAME_EN,
  LINE_LEFT_ON,
};

/* A person who is being added or changed. */
typedef struct {
  SgnPeopleGroup *group;
  SgnEntriesDialog *dialog;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->group);
  g_object_unref (asking->dialog);
  g_free (asking);
}

/* The dialog may have been closed in the meantime; what is wrong is then told by the window. */
static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Asking *asking = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  sgn_saving_end (asking->group->saving, NULL);
  if (error == NULL) {
    gtk_window_destroy (GTK_WINDOW (asking->dialog));
    gtk_widget_activate_action (GTK_WIDGET (asking->group), "win.toast-undo", "s",
                                _ ("Saved the person"));
  } else if (gtk_widget_get_mapped (GTK_WIDGET (asking->dialog))) {
    sgn_entries_dialog_say (asking->dialog, error->message);
  } else {
    gtk_widget_activate_action (GTK_WIDGET (asking->group), "win.tell", "(ss)",
                                _ ("The person could not be saved"), error->message);
  }
  asking_free (asking);
}

static void
save_person (SgnPeopleGroup *self, SgnEntriesDialog *dialog, gint64 id)
{
  const SgnPerson *known = sgn_record_find_person (sgn_session_get_record (self->session), id);
  g_autofree char *name = sgn_entries_dialog_dup_text (dialog, LINE_NAME);
  g_autofree char *kana = sgn_entries_dialog_dup_text (dialog, LINE_KANA);
  g_autofree char *department = sgn_entries_dialog_dup_text (dialog, LINE_DEPARTMENT);
  g_autofree char *role = sgn_entries_dialog_dup_text (dialog, LINE_ROLE);
  g_autofree char *name_en = sgn_entries_dialog_dup_text (dialog, LINE_NAME_EN);
  g_autofree char *left_on = sgn_entries_dialog_dup_text (dialog, LINE_LEFT_ON);
  const SgnPerson person = {
    .id = id,
    .name = name,
    .kana = kana,
    .department = department,
    .role = role,
    .name_en = name_en,
    .department_en = known != NULL ? known->department_en : NULL,
    .role_en = known != NULL ? known->role_en : NULL,
    .left_on = left_on,
  };
  Asking *asking = g_new0 (Asking, 1);

  asking->group = g_object_ref (self);
  asking->dialog = g_object_ref (dialog);
  sgn_saving_begin (self->saving);
  sgn_session_set_person_async (self->session, &person, saved_cb, asking);
}

/* The number of the person stands in the name of the dialog. */
static void
save_cb (SgnEntriesDialog *dialog, SgnPeopleGroup *self)
{
  const char *id = gtk_widget_get_name (GTK_WIDGET (dialog));

  save_person (self, dialog, g_ascii_strtoll (id, NULL, 10));
}

/* @person: (nullable): a new one */
static void
ask (SgnPeopleGroup *self, const SgnPerson *person)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person != NULL ? person->id : 0);
  SgnEntriesDialog *dialog;

  if (!GTK_IS_WINDOW (root))
    return;
  dialog = SGN_ENTRIES_DIALOG (sgn_entries_dialog_new (GTK_WINDOW (root), person != NULL
                                                                            ? _ ("Change a Person")
                                                                            : _ ("Add a Person")));
  gtk_widget_set_name (GTK_WIDGET (dialog), id);
  sgn_entries_dialog_add (dialog, _ ("Name"), person != NULL ? person->name : NULL);
  sgn_entries_dialog_add (dialog, _ ("Reading in Kana"), person != NULL ? person->kana : NULL);
  sgn_entries_dialog_add (dialog, _ ("Department"), person != NULL ? person->department : NULL);
  sgn_entries_dialog_add (dialog, _ ("Role"), person != NULL ? person->role : NULL);
  sgn_entries_dialog_add (dialog, _ ("Name in English"), person != NULL ? person->name_en : NULL);
  sgn_entries_dialog_add (dialog, _ ("Left on (as 2026-03-31)"),
                          person != NULL ? person->left_on : NULL);
  g_signal_connect_object (dialog, "save", G_CALLBACK (save_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_cb (SgnPeopleGroup *self)
{
  ask (self, NULL);
}

static void
activated_cb (SgnPeopleGroup *self, AdwActionRow *row)
{
  guint index = 0;

  if (g_ptr_array_find (self->rows, row, &index))
    ask (self, g_ptr_array_index (self->shown, index));
}

static char *
dup_words (const SgnPerson *person)
{
  const char *department = person->department != NULL ? person->department : "";
  const char *role = person->role != NULL ? person->role : "";
  g_autofree char *place =
    g_strconcat (department, *department != '\0' && *role != '\0' ? "　" : "", role, NULL);

  if (person->left_on == NULL)
    return g_steal_pointer (&place);
  /* Translators: department and role of somebody, and a day */
  return g_strdup_printf (_ ("%s (left on %s)"), place, person->left_on);
}

static void
add_row (SgnPeopleGroup *self, const SgnPerson *person, gboolean writable)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = dup_words (person);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), writable);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->shown, (gpointer) person);
}

static void
refresh (SgnPeopleGroup *self)
{
  SgnRecord *record = sgn_session_get_record (self->session);
  gboolean writable = !sgn_session_get_read_only (self->session);

  gtk_widget_set_sensitive (self->add_button, writable);
  if (record == NULL || record == self->record)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->record, sgn_record_unref);
  self->record = sgn_record_ref (record);
  for (guint i = 0; i < record->persons->len; i++) {
    const SgnPerson *person = g_ptr_array_index (record->persons, i);

    /* Somebody whose data was erased has no name. */
    if (*person->name != '\0')
      add_row (self, person, writable);
  }
}

static void
sgn_people_group_finalize (GObject *object)
{
  SgnPeopleGroup *self = SGN_PEOPLE_GROUP (object);

  g_clear_object (&self->session);
  g_clear_object (&self->saving);
  g_clear_pointer (&self->record, sgn_record_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (sgn_people_group_parent_class)->finalize (object);
}

static void
sgn_people_group_class_init (SgnPeopleGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_people_group_finalize;
}

static void
sgn_people_group_init (SgnPeopleGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  self->add_button = gtk_button_new_with_mnemonic (_ ("_Add a Person…"));
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add_button, "flat");
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("People"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self),
    _ ("Who answers, and who does what the plan says. Sheets for outsiders name nobody but the "
       "representative."));
}

GtkWidget *
sgn_people_group_new (SgnSession *session, SgnSaving *saving)
{
  SgnPeopleGroup *self = g_object_new (SGN_TYPE_PEOPLE_GROUP, NULL);

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  g_signal_connect_object (session, "notify::record", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
