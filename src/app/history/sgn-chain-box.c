/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-chain-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-date.h"
#include "sgn-finding.h"
#include "sgn-labels.h"

/* As many contradictions are told one by one. */
#define TOLD 3

struct _SgnChainBox {
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *words;
  GtkLabel *details;
  GtkWidget *restore_button;
  GtkWidget *verify_button;

  SgnSession *session;
  gboolean busy;
  gboolean begun; /* looked at once, or about to be */
  gboolean asked; /* by somebody who waits for the answer */
};

G_DEFINE_FINAL_TYPE (SgnChainBox, sgn_chain_box, GTK_TYPE_BOX)

static void
set_look (SgnChainBox *self, const char *css_class, const char *icon_name)
{
  static const char *const looks[] = { "aside", "okbox", "warnbox" };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  gtk_image_set_from_icon_name (self->icon, icon_name);
}

static void
tell (SgnChainBox *self, const char *words, const char *details)
{
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->details, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *details != '\0');
}

static void
tell_well (SgnChainBox *self, gint64 events)
{
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (self->session));
  g_autofree char *clock = sgn_label_clock (now, now, sgn_language_of_user ());
  g_autofree char *details =
    g_strdup_printf (ngettext ("%d entry from the beginning until now, looked at %s",
                               "%d entries from the beginning until now, looked at %s",
                               (gulong) events),
                     (int) events, clock);

  set_look (self, "okbox", "object-select-symbolic");
  tell (self, _ ("Nothing in the record contradicts itself"), details);
}

static void
tell_findings (SgnChainBox *self, GPtrArray *findings)
{
  g_autoptr (GString) details = g_string_new (NULL);
  g_autofree char *words =
    g_strdup_printf (ngettext ("The record contradicts itself in %u place",
                               "The record contradicts itself in %u places", findings->len),
                     findings->len);

  for (guint i = 0; i < MIN (findings->len, TOLD); i++) {
    const SgnFinding *finding = findings->pdata[i];

    g_string_append_printf (details, "%s%s", i > 0 ? "\n" : "", finding->message);
  }
  set_look (self, "warnbox", "dialog-warning-symbolic");
  tell (self, words, details->str);
}

static void
tell_failure (SgnChainBox *self, const GError *error)
{
  set_look (self, "warnbox", "dialog-warning-symbolic");
  tell (self, _ ("The record could not be looked through"), error->message);
}

static void
verified_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnChainBox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnVerification) verification =
    sgn_session_verify_finish (SGN_SESSION (object), result, &error);

  self->busy = FALSE;
  if (self->words == NULL)
    return;
  gtk_widget_set_sensitive (self->verify_button, TRUE);
  gtk_button_set_label (GTK_BUTTON (self->verify_button), _ ("Check Again"));
  gtk_widget_set_visible (self->restore_button,
                          verification != NULL && verification->findings->len > 0);
  if (verification == NULL)
    tell_failure (self, error);
  else if (verification->findings->len > 0)
    tell_findings (self, verification->findings);
  else
    tell_well (self, verification->events);
  if (self->asked || verification == NULL || verification->findings->len > 0)
    sgn_announce (GTK_WIDGET (self), gtk_label_get_text (self->words));
}

static void
sgn_chain_box_dispose (GObject *object)
{
  SgnChainBox *self = SGN_CHAIN_BOX (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_CHAIN_BOX);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sgn_chain_box_parent_class)->dispose (object);
}

static void
sgn_chain_box_class_init (SgnChainBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_chain_box_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-chain-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnChainBox, icon);
  gtk_widget_class_bind_template_child (widget_class, SgnChainBox, words);
  gtk_widget_class_bind_template_child (widget_class, SgnChainBox, details);
  gtk_widget_class_bind_template_child (widget_class, SgnChainBox, restore_button);
  gtk_widget_class_bind_template_child (widget_class, SgnChainBox, verify_button);
  gtk_widget_class_bind_template_callback (widget_class, sgn_chain_box_verify);
}

static void
sgn_chain_box_init (SgnChainBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_look (self, "aside", "document-open-recent-symbolic");
}

void
sgn_chain_box_watch (SgnChainBox *self, SgnSession *session)
{
  g_return_if_fail (SGN_IS_CHAIN_BOX (self) && self->session == NULL);

  self->session = g_object_ref (session);
}

static void
verify (SgnChainBox *self, gboolean asked)
{
  if (self->busy)
    return;
  self->busy = TRUE;
  self->begun = TRUE;
  self->asked = asked;
  gtk_widget_set_sensitive (self->verify_button, FALSE);
  set_look (self, "aside", "document-open-recent-symbolic");
  tell (self, _ ("Looking through the record…"), "");
  sgn_session_verify_async (self->session, verified_cb, g_object_ref (self));
}

/**
 * sgn_chain_box_verify:
 * @self: a box that watches a session
 *
 * Walks through the whole record, and tells what was found.
 */
void
sgn_chain_box_verify (SgnChainBox *self)
{
  g_return_if_fail (SGN_IS_CHAIN_BOX (self) && self->session != NULL);

  verify (self, TRUE);
}

/**
 * sgn_chain_box_begin:
 * @self: a box that watches a session
 *
 * Walks through the record when nobody did so yet. It happens while one reads: a screen reader is
 * told of it only when something is wrong.
 */
void
sgn_chain_box_begin (SgnChainBox *self)
{
  g_return_if_fail (SGN_IS_CHAIN_BOX (self) && self->session != NULL);

  if (!self->begun)
    verify (self, FALSE);
}

gboolean
sgn_chain_box_is_busy (SgnChainBox *self)
{
  g_return_val_if_fail (SGN_IS_CHAIN_BOX (self), FALSE);

  return self->busy;
}

void
sgn_chain_box_set_narrow (SgnChainBox *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_CHAIN_BOX (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !narrow);
}
