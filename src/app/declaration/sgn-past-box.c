/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-past-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-declaration.h"
#include "sgn-declare-box.h"
#include "sgn-readiness.h"

struct _SgnPastBox {
  GtkBox parent_instance;

  GtkLabel *heading;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (SgnPastBox, sgn_past_box, GTK_TYPE_BOX)

/* What is done on another page before one declares, and where. */
static const struct {
  const char *code;
  const char *words;
  const char *action;
  const char *target;
} missing[] = {
  { "rules", N_ ("Read and answer the six rules"), "company.show-guideline", "ipa-rules@4.0" },
  { "self-check", N_ ("Answer the 25 questions"), "company.show-guideline", "ipa-self-check@4.0" },
  { "policy", N_ ("Write the basic policy"), "company.show-policy", "" },
  { "policy-published", N_ ("Publish the basic policy"), "company.show-policy", "" },
};

static void
sgn_past_box_class_init (SgnPastBoxClass *klass)
{
}

static void
sgn_past_box_init (SgnPastBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->heading = GTK_LABEL (sgn_plain_heading (GTK_BOX (self), ""));
  self->list = sgn_plain_list ("");
  gtk_box_append (GTK_BOX (self), self->list);
}

GtkWidget *
sgn_past_box_new (void)
{
  return g_object_new (SGN_TYPE_PAST_BOX, "visible", FALSE, NULL);
}

static void
begin (SgnPastBox *self, const char *heading)
{
  sgn_plain_clear (self->list);
  gtk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
}

static void
end (SgnPastBox *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->list) != NULL);
}

static void
add_missing (SgnPastBox *self, guint at, const SgnReason *reason)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *count =
    reason->total > 0 ? g_strdup_printf (_ ("%u of %u"), reason->done_count, reason->total) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (missing[at].words));
  if (count != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", missing[at].target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), missing[at].action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

void
sgn_past_box_show_missing (SgnPastBox *self, SgnLibrary *library, const SgnRecord *record, int star)
{
  g_autoptr (GArray) reasons = sgn_readiness_of (library, record, star);

  g_return_if_fail (SGN_IS_PAST_BOX (self));

  begin (self, _ ("Still to be done before declaring"));
  for (guint i = 0; i < reasons->len; i++) {
    const SgnReason *reason = &g_array_index (reasons, SgnReason, i);

    for (guint j = 0; j < G_N_ELEMENTS (missing); j++)
      if (!reason->done && g_str_equal (missing[j].code, reason->code))
        add_missing (self, j, reason);
  }
  end (self);
}

static void
add_declaration (SgnPastBox *self, const SgnDeclaration *declaration)
{
  SgnLanguage language = sgn_language_of_user ();
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = sgn_declare_box_group_number (declaration->number);
  g_autofree char *day = sgn_date_to_words (declaration->date, language);
  g_autofree char *title =
    g_strdup_printf ("%s　%s", sgn_star_to_symbol (declaration->star), number);
  g_autofree char *edition =
    declaration->edition != NULL && *declaration->edition != '\0'
      ? g_strdup_printf (_ ("%s · rules of edition %s"), day, declaration->edition)
      : g_strdup (day);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), edition);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

void
sgn_past_box_show_declarations (SgnPastBox *self, const SgnRecord *record)
{
  g_return_if_fail (SGN_IS_PAST_BOX (self));

  begin (self, _ ("Declarations on record"));
  for (guint i = record->declarations->len; i > 0; i--)
    add_declaration (self, g_ptr_array_index (record->declarations, i - 1));
  end (self);
}
