/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-recipient-box.h"

#include <glib/gi18n-lib.h>

/* What the person or company named on a sheet has to do with it. */
typedef enum {
  ROLE_NONE,
  ROLE_RECEIVES,
  ROLE_IS_ASKED,
  ROLE_FILLS_IN,
  N_ROLES,
} Role;

struct _SgnRecipientBox {
  GtkBox parent_instance;

  GtkLabel *heading;
  GtkEditable *entry;

  char *names[N_ROLES]; /* (nullable): what was typed for each */
  Role role;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnRecipientBox, sgn_recipient_box, GTK_TYPE_BOX)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Role
find_role (const SgnProjectionRequest *request)
{
  static const struct {
    const char *document;
    Role role;
  } roles[] = {
    { "answer-sheet", ROLE_FILLS_IN },
    { "audit-set", ROLE_RECEIVES },
    { "unknown-list", ROLE_IS_ASKED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].document, request->document))
      return roles[i].role;
  return request->audience == SGN_AUDIENCE_PARTNER ? ROLE_RECEIVES : ROLE_NONE;
}

static const char *
get_words (Role role)
{
  switch (role) {
  case ROLE_IS_ASKED:
    return C_ ("heading", "Person to ask");
  case ROLE_FILLS_IN:
    return C_ ("heading", "Filled in by");
  case ROLE_RECEIVES:
    return C_ ("heading", "Handed to");
  case ROLE_NONE:
  case N_ROLES:
  default:
    return "";
  }
}

static void
changed_cb (SgnRecipientBox *self)
{
  char **name = &self->names[self->role];

  if (self->filling)
    return;
  g_free (*name);
  *name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
sgn_recipient_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_RECIPIENT_BOX);

  G_OBJECT_CLASS (sgn_recipient_box_parent_class)->dispose (object);
}

static void
sgn_recipient_box_finalize (GObject *object)
{
  SgnRecipientBox *self = SGN_RECIPIENT_BOX (object);

  for (guint i = 0; i < N_ROLES; i++)
    g_free (self->names[i]);

  G_OBJECT_CLASS (sgn_recipient_box_parent_class)->finalize (object);
}

static void
sgn_recipient_box_class_init (SgnRecipientBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_recipient_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_recipient_box_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_RECIPIENT_BOX, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-recipient-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnRecipientBox, heading);
  gtk_widget_class_bind_template_child (widget_class, SgnRecipientBox, entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sgn_recipient_box_init (SgnRecipientBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sgn_recipient_box_show_sheet:
 * @self: a box
 * @request: a sheet and its audience
 *
 * Asks for the name that belongs on the sheet; what was typed for other kinds of sheets comes back
 * with them.
 */
void
sgn_recipient_box_show_sheet (SgnRecipientBox *self, const SgnProjectionRequest *request)
{
  Role role;

  g_return_if_fail (SGN_IS_RECIPIENT_BOX (self));

  role = find_role (request);
  if (role == self->role)
    return;
  self->role = role;
  self->filling = TRUE;
  gtk_label_set_text (self->heading, get_words (role));
  gtk_editable_set_text (self->entry, self->names[role] != NULL ? self->names[role] : "");
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), role != ROLE_NONE);
}

const char *
sgn_recipient_box_get_recipient (SgnRecipientBox *self, const SgnProjectionRequest *request)
{
  const char *name;

  g_return_val_if_fail (SGN_IS_RECIPIENT_BOX (self), NULL);

  name = self->names[find_role (request)];
  return name != NULL && *name != '\0' ? name : NULL;
}
