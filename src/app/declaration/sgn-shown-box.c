/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-shown-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-date.h"
#include "sgn-declaration.h"

struct _SgnShownBox {
  GtkBox parent_instance;

  GtkWidget *not_yet;
  GtkWidget *places;
  GtkWidget *form;
  GtkEditable *place;
  GtkEditable *how;
  GtkButton *add;
  GtkWidget *wordings;
  GtkEditable *text;
  GtkLabel *verdict;

  SgnSession *session;
  SgnSaving *saving;
  gint64 declaration;
};

G_DEFINE_FINAL_TYPE (SgnShownBox, sgn_shown_box, GTK_TYPE_BOX)

static char *
dup_today (SgnShownBox *self)
{
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (self->session));

  return sgn_time_get_date (now);
}

static void
confirm_cb (GtkButton *button, SgnShownBox *self)
{
  g_autofree char *today = dup_today (self);
  gint64 place = g_ascii_strtoll (gtk_widget_get_name (GTK_WIDGET (button)), NULL, 10);

  sgn_session_confirm_place_async (self->session, place, today, sgn_plain_act_cb,
                                   sgn_plain_act_new (GTK_WIDGET (self), self->saving,
                                                      _ ("Noted that it was looked at today"),
                                                      _ ("This could not be noted")));
}

static void
add_cb (SgnShownBox *self)
{
  g_autofree char *today = dup_today (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->place)));
  const SgnShownPlace place = { .declaration = self->declaration,
                                .place = name,
                                .how = gtk_editable_get_text (self->how),
                                .since = today };

  if (*name == '\0' || !gtk_widget_get_sensitive (self->form))
    return;
  sgn_session_add_place_async (self->session, &place, sgn_plain_act_cb,
                               sgn_plain_act_new (GTK_WIDGET (self), self->saving,
                                                  _ ("The place is on record"),
                                                  _ ("The place could not be recorded")));
  gtk_editable_set_text (self->place, "");
  gtk_editable_set_text (self->how, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->place));
}

static void
place_changed_cb (SgnShownBox *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->place)));

  gtk_widget_set_sensitive (GTK_WIDGET (self->add), *name != '\0');
}

/* What a place is known by, in a line. */
static char *
dup_facts (const SgnPlace *place)
{
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *day =
    place->confirmed != NULL ? sgn_date_to_words (place->confirmed, language) : NULL;
  g_autofree char *looked =
    day != NULL ? g_strdup_printf (_ ("Looked at on %s"), day) : g_strdup (_ ("Not looked at yet"));

  if (place->how == NULL || *place->how == '\0')
    return g_steal_pointer (&looked);
  /* Translators: what is shown at a place, and when it was looked at last */
  return g_strdup_printf (_ ("%s · %s"), place->how, looked);
}

static void
add_place (SgnShownBox *self, const SgnPlace *place)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Looked Today"));
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, place->id);
  g_autofree char *title = g_markup_escape_text (place->place, -1);
  g_autofree char *facts = dup_facts (place);
  g_autofree char *subtitle = g_markup_escape_text (facts, -1);
  g_autofree char *name = g_strdup_printf (_ ("Looked today: %s"), place->place);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_name (button, id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !sgn_session_get_read_only (self->session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (confirm_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (GTK_LIST_BOX (self->places), row);
}

static void
copy_cb (GtkListBox *list, GtkListBoxRow *row, SgnShownBox *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_widget_get_name (GTK_WIDGET (row)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Copied"));
}

/* What a company may say of itself; it declares, and nobody has approved of it. */
static void
add_wording (SgnShownBox *self, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = sgn_plain_label (words, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("edit-copy-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Copy: %s"), words);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "copy-row");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->wordings), row);
}

static void
show_wordings (SgnShownBox *self, int star)
{
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *declared = g_strdup_printf (_ ("We have declared SECURITY ACTION %s."),
                                               sgn_star_to_words (star, language));
  g_autofree char *working =
    g_strdup_printf (_ ("We work on information security and declare SECURITY ACTION %s. This is a "
                        "self-declaration."),
                     sgn_star_to_words (star, language));

  sgn_plain_clear (self->wordings);
  add_wording (self, declared);
  add_wording (self, working);
}

static void
check_cb (SgnShownBox *self)
{
  SgnLibrary *library = sgn_session_get_library (self->session);
  const char *text = gtk_editable_get_text (self->text);
  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  const SgnFinding *first;

  sgn_wording_check (library->wording, "text", text, FALSE, sgn_language_of_user (), findings);
  first = findings->len > 0 ? g_ptr_array_index (findings, 0) : NULL;
  gtk_label_set_text (self->verdict, first != NULL ? first->message
                                     : *text != '\0'
                                       ? _ ("Nothing was found in this wording")
                                       : _ ("Type or paste what you want to publish."));
  if (first != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "warnbox");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "warnbox");
}

static GtkEditable *
add_entry (GtkWidget *list, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return GTK_EDITABLE (row);
}

static void
add_form (SgnShownBox *self)
{
  GtkWidget *list = sgn_plain_list (_ ("One more place"));

  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->place = add_entry (list, _ ("Place, for example the web site or a business card"));
  self->how = add_entry (list, _ ("What is shown there"));
  self->add = GTK_BUTTON (gtk_button_new_with_label (_ ("Add the Place")));
  gtk_widget_set_halign (GTK_WIDGET (self->add), GTK_ALIGN_START);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), FALSE);
  gtk_box_append (GTK_BOX (self->form), list);
  gtk_box_append (GTK_BOX (self->form), GTK_WIDGET (self->add));
  g_signal_connect_object (self->place, "changed", G_CALLBACK (place_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place, "entry-activated", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->how, "entry-activated", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
}

static void
add_words (SgnShownBox *self)
{
  GtkWidget *list = sgn_plain_list (_ ("Words to be checked"));

  self->wordings = sgn_plain_list (_ ("How to word it"));
  g_signal_connect (self->wordings, "row-activated", G_CALLBACK (copy_cb), self);
  self->text = add_entry (list, _ ("Check what you want to publish"));
  self->verdict = GTK_LABEL (sgn_plain_label ("", "sg-small"));
  g_signal_connect_object (self->text, "changed", G_CALLBACK (check_cb), self, G_CONNECT_SWAPPED);
  sgn_plain_heading (GTK_BOX (self), _ ("How to word it"));
  gtk_box_append (GTK_BOX (self), self->wordings);
  gtk_box_append (GTK_BOX (self), list);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->verdict));
}

static void
sgn_shown_box_dispose (GObject *object)
{
  SgnShownBox *self = SGN_SHOWN_BOX (object);

  g_clear_object (&self->session);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_shown_box_parent_class)->dispose (object);
}

static void
sgn_shown_box_class_init (SgnShownBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_shown_box_dispose;
}

static void
sgn_shown_box_init (SgnShownBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->not_yet = sgn_plain_label (
    _ ("Places are noted with a declaration. Record its self-declaration ID first."), "hintbox");
  self->places = sgn_plain_list (_ ("Where it is shown"));
  gtk_box_append (GTK_BOX (self), self->not_yet);
  gtk_box_append (GTK_BOX (self), self->places);
  add_form (self);
  gtk_box_append (GTK_BOX (self), self->form);
  add_words (self);
}

GtkWidget *
sgn_shown_box_new (SgnSession *session, SgnSaving *saving)
{
  SgnShownBox *self = g_object_new (SGN_TYPE_SHOWN_BOX, NULL);

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  check_cb (self);
  return GTK_WIDGET (self);
}

void
sgn_shown_box_show (SgnShownBox *self, const SgnDeclaration *declaration, int star)
{
  g_return_if_fail (SGN_IS_SHOWN_BOX (self));

  self->declaration = declaration != NULL ? declaration->id : 0;
  sgn_plain_clear (self->places);
  for (guint i = 0; declaration != NULL && i < declaration->places->len; i++)
    add_place (self, g_ptr_array_index (declaration->places, i));
  gtk_widget_set_visible (self->places, declaration != NULL && declaration->places->len > 0);
  gtk_widget_set_visible (self->not_yet, declaration == NULL);
  gtk_widget_set_sensitive (self->form,
                            declaration != NULL && !sgn_session_get_read_only (self->session));
  show_wordings (self, star);
}
