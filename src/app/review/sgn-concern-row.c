/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-concern-row.h"

#include <glib/gi18n-lib.h>

#include "sgn-record.h"

struct _SgnConcernRow {
  AdwActionRow parent_instance;

  char *id;
};

G_DEFINE_FINAL_TYPE (SgnConcernRow, sgn_concern_row, ADW_TYPE_ACTION_ROW)

/* Where what is told of is no answer: by rule, else by kind. */
static const struct {
  const char *what;
  const char *action;
  const char *target;
} places[] = {
  { "policy-unpublished", "company.show-policy", "" },
  { "policy-published-late", "company.show-policy", "" },
  { SGN_KIND_POLICY, "company.show-policy", "" },
  { SGN_KIND_DECLARATION, "company.show-document", "declaration-record" },
  { SGN_KIND_EVIDENCE, "company.show-document", "evidence-list" },
  { SGN_KIND_TASK, "company.show-document", "action-plan" },
};

static void
lead_to (GtkActionable *actionable, const char *action, const char *target)
{
  gtk_actionable_set_action_name (actionable, action);
  gtk_actionable_set_action_target (actionable, "s", target);
}

/* A promise can be mended at either end: where it is denied, and where it is made. */
static void
add_policy_button (SgnConcernRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-open-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Show the Policy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show the Policy"), -1);
  lead_to (GTK_ACTIONABLE (button), "company.show-policy", "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static void
lead_to_place (SgnConcernRow *self, const SgnConcern *concern)
{
  if (concern->item != NULL) {
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "company.show-question");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(ss)", concern->catalogue,
                                      concern->item);
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].what, concern->rule) ||
        g_str_equal (places[i].what, concern->kind)) {
      lead_to (GTK_ACTIONABLE (self), places[i].action, places[i].target);
      return;
    }
}

static void
sgn_concern_row_finalize (GObject *object)
{
  g_free (SGN_CONCERN_ROW (object)->id);

  G_OBJECT_CLASS (sgn_concern_row_parent_class)->finalize (object);
}

static void
sgn_concern_row_class_init (SgnConcernRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_concern_row_finalize;
}

static void
sgn_concern_row_init (SgnConcernRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
}

GtkWidget *
sgn_concern_row_new (const SgnConcern *concern, const char *advice)
{
  SgnConcernRow *self = g_object_new (SGN_TYPE_CONCERN_ROW, NULL);
  const char *text = sgn_text_get (&concern->text, sgn_language_of_user ());

  self->id = g_strdup (concern->id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  if (advice != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), advice);
  if (g_str_equal (concern->kind, SGN_KIND_POLICY))
    add_policy_button (self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  lead_to_place (self, concern);
  return GTK_WIDGET (self);
}

const char *
sgn_concern_row_get_id (SgnConcernRow *self)
{
  g_return_val_if_fail (SGN_IS_CONCERN_ROW (self), NULL);

  return self->id;
}
