/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-account-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-data-dir.h"
#include "sgn-date.h"
#include "sgn-guide.h"

#define GUIDE "ipa-rules"

struct _SgnAccountBox {
  GtkBox parent_instance;

  GtkBox *choices;
  GtkBox *facts;

  SgnSession *session;
  SgnSaving *saving;
  gboolean loaded;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (SgnAccountBox, sgn_account_box, GTK_TYPE_BOX)

static const struct {
  const char *value;
  const char *words;
} accounts[] = {
  { "none", N_ ("Not ready yet") },
  { "prime", N_ ("Prime: that of the representative") },
  { "member", N_ ("Member: that of an employee") },
};

/* What of the guide is about the account. */
static const char *const fact_ids[] = { "account", "account-kind", "account-time",
                                        "subsidy-account", "no-account" };

static void
chosen_cb (SgnAccountBox *self, GtkCheckButton *button)
{
  SgnRecord *record = sgn_session_get_record (self->session);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->choices));
  g_autoptr (SgnProfile) profile = NULL;
  guint at = 0;

  if (self->showing || record == NULL || !gtk_check_button_get_active (button))
    return;
  for (; child != GTK_WIDGET (button); child = gtk_widget_get_next_sibling (child))
    at++;
  profile = sgn_profile_copy (record->profile);
  g_free (profile->gbizid);
  profile->gbizid = g_strdup (accounts[at].value);
  sgn_session_set_profile_async (self->session, profile, sgn_plain_act_cb,
                                 sgn_plain_act_new (GTK_WIDGET (self), self->saving, NULL,
                                                    _ ("This could not be saved")));
}

static void
add_choices (SgnAccountBox *self)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++) {
    GtkWidget *button = gtk_check_button_new ();
    GtkWidget *words = sgn_plain_label (_ (accounts[i].words), NULL);

    gtk_check_button_set_child (GTK_CHECK_BUTTON (button), words);
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (accounts[i].words), -1);
    if (first != NULL)
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
    else
      first = button;
    g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (self->choices, button);
  }
}

static void
add_fact (SgnAccountBox *self, const SgnGuideFact *fact)
{
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *title = g_strdup_printf (_ ("%s (%s)"), sgn_text_get (&fact->title, language),
                                            sgn_known_to_words (fact->known));

  gtk_box_append (self->facts, sgn_plain_label (title, "heading"));
  gtk_box_append (self->facts, sgn_plain_label (sgn_text_get (&fact->text, language), NULL));
}

static void
show_guide (SgnAccountBox *self, const SgnGuide *guide)
{
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *day = sgn_date_to_words (guide->checked, language);
  g_autofree char *dated =
    g_strdup_printf (_ ("As of %s. See the official site for the latest."), day);

  for (guint i = 0; i < G_N_ELEMENTS (fact_ids); i++) {
    for (guint j = 0; j < guide->facts->len; j++) {
      const SgnGuideFact *fact = g_ptr_array_index (guide->facts, j);

      if (g_str_equal (fact->id, fact_ids[i]))
        add_fact (self, fact);
    }
  }
  gtk_box_append (self->facts, sgn_plain_label (dated, "sg-small"));
}

static void
sgn_account_box_dispose (GObject *object)
{
  SgnAccountBox *self = SGN_ACCOUNT_BOX (object);

  g_clear_object (&self->session);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_account_box_parent_class)->dispose (object);
}

static void
sgn_account_box_class_init (SgnAccountBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_account_box_dispose;
}

static void
sgn_account_box_init (SgnAccountBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 14);
  self->choices = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->choices), "choices");
  self->facts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->facts), "aside");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->choices));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->facts));
  add_choices (self);
}

GtkWidget *
sgn_account_box_new (SgnSession *session, SgnSaving *saving)
{
  SgnAccountBox *self = g_object_new (SGN_TYPE_ACCOUNT_BOX, NULL);

  self->session = g_object_ref (session);
  self->saving = g_object_ref (saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), !sgn_session_get_read_only (session));
  return GTK_WIDGET (self);
}

void
sgn_account_box_show (SgnAccountBox *self, const SgnRecord *record)
{
  const char *account = record->profile->gbizid != NULL ? record->profile->gbizid : "none";
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->choices));

  g_return_if_fail (SGN_IS_ACCOUNT_BOX (self));

  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++, button = gtk_widget_get_next_sibling (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 g_str_equal (accounts[i].value, account));
  self->showing = FALSE;
}

/**
 * sgn_account_box_load:
 * @self: a box
 *
 * Reads what is known, once; what is damaged is said in its place.
 */
void
sgn_account_box_load (SgnAccountBox *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) guides = NULL;
  g_autofree char *data_dir = sgn_data_dir ();
  const SgnGuide *guide;

  g_return_if_fail (SGN_IS_ACCOUNT_BOX (self));

  if (self->loaded)
    return;
  self->loaded = TRUE;
  guides = sgn_guides_load (data_dir, &error);
  guide = guides != NULL ? sgn_guides_find (guides, GUIDE) : NULL;
  if (guide != NULL)
    show_guide (self, guide);
  else if (error != NULL)
    gtk_box_append (self->facts, sgn_plain_label (error->message, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->facts), guide != NULL || error != NULL);
}
