/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy-page-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-policy-compare.h"

static void
write_text (SgnPolicyPage *self, SgnLanguage language, const char *text, const char *done)
{
  const char *id = sgn_policy_state_get_id (&self->state, self->part);

  if (sgn_policy_state_is_editable (&self->state))
    sgn_policy_writer_write (self->state.writer, id, language, text, done);
}

void
sgn_policy_acts_commit_ja (SgnPolicyPage *self, const char *text)
{
  write_text (self, SGN_LANGUAGE_JA, text, NULL);
}

void
sgn_policy_acts_commit_en (SgnPolicyPage *self, const char *text)
{
  write_text (self, SGN_LANGUAGE_EN, text, NULL);
}

/* Another text in one act that can be undone. */
static void
put_text (SgnPolicyPage *self, SgnLanguage language, const char *text, const char *done)
{
  sgn_policy_page_flush_texts (self);
  write_text (self, language, text, done);
  sgn_policy_text_replace (self->texts[language], text);
  sgn_policy_page_edited (self);
  sgn_policy_text_focus (self->texts[language]);
}

static void
reset (SgnPolicyPage *self, SgnLanguage language)
{
  g_autofree char *draft = sgn_policy_state_dup_draft (&self->state, self->part, language);

  if (draft != NULL)
    put_text (self, language, draft, _ ("The draft words are there"));
}

void
sgn_policy_acts_reset_ja (SgnPolicyPage *self)
{
  reset (self, SGN_LANGUAGE_JA);
}

void
sgn_policy_acts_reset_en (SgnPolicyPage *self)
{
  reset (self, SGN_LANGUAGE_EN);
}

void
sgn_policy_acts_take (SgnPolicyPage *self, guint place)
{
  const SgnPolicyFinding *finding =
    place < self->findings->len ? g_ptr_array_index (self->findings, place) : NULL;
  g_autofree char *text = finding != NULL ? g_strdup (finding->instead) : NULL;

  if (text != NULL)
    put_text (self, finding->language, text, _ ("The sentence was changed"));
}

void
sgn_policy_acts_written (SgnPolicyPage *self, const char *done)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", done);
}

static void
begun_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnPolicyPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = sgn_session_act_finish (SGN_SESSION (object), result, &error);
  SgnSaving *saving = sgn_page_get_saving (SGN_PAGE (self));
  gpointer act;

  self->beginning = FALSE;
  if (saving == NULL)
    return;
  act = sgn_plain_act_new (GTK_WIDGET (self), saving, _ ("The draft is there"),
                           _ ("The draft could not be begun"));
  sgn_saving_end (saving, NULL);
  sgn_plain_act_end (act, error);
  if (ok)
    sgn_policy_publish_focus (self->publish);
}

static void
begin (SgnPolicyPage *self)
{
  if (self->beginning)
    return;
  self->beginning = TRUE;
  sgn_saving_begin (sgn_page_get_saving (SGN_PAGE (self)));
  sgn_session_set_policy_part_async (sgn_policy_page_get_own_session (self),
                                     sgn_policy_state_get_id (&self->state, 0), SGN_LANGUAGE_JA,
                                     NULL, begun_cb, g_object_ref (self));
}

/* How many promises answers deny, in all parts. */
static guint
count_promises (SgnPolicyPage *self)
{
  guint count = 0;

  for (guint i = 0; i < sgn_policy_state_count_parts (&self->state); i++) {
    g_autoptr (GPtrArray) findings = sgn_policy_page_check_part (self, i);

    for (guint j = 0; j < findings->len; j++)
      count += ((SgnPolicyFinding *) findings->pdata[j])->fault == SGN_POLICY_FAULT_PROMISE;
  }
  return count;
}

static void
asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnPolicyPage) self = user_data;

  if (sgn_ask_finish (GTK_WINDOW (object), result))
    sgn_policy_publish_record (self->publish);
}

void
sgn_policy_acts_publish (SgnPolicyPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  guint count;
  g_autofree char *body = NULL;

  sgn_policy_page_flush_texts (self);
  if (!sgn_policy_publish_is_ready (self->publish))
    return;
  count = count_promises (self);
  if (count == 0 || !GTK_IS_WINDOW (root)) {
    sgn_policy_publish_record (self->publish);
    return;
  }
  body = g_strdup_printf (ngettext ("%u promise does not fit its answer. The warning beside the "
                                    "part says which.",
                                    "%u promises do not fit their answers. The warnings beside "
                                    "the parts say which.",
                                    count),
                          count);
  sgn_ask_async (GTK_WINDOW (root), _ ("The policy promises what answers deny"), body,
                 _ ("Record Anyway"), asked_cb, g_object_ref (self));
}

void
sgn_policy_acts_primary (SgnPolicyPage *self)
{
  const SgnPolicy *policy = sgn_policy_state_get_policy (&self->state);

  sgn_policy_page_flush_texts (self);
  if (policy == NULL)
    begin (self);
  else if (policy->published_on == NULL)
    sgn_policy_acts_publish (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "company.show-declaration", NULL);
}

void
sgn_policy_acts_compare (SgnPolicyPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  SgnRecord *record = sgn_session_get_record (sgn_policy_page_get_own_session (self));

  sgn_policy_page_flush_texts (self);
  if (GTK_IS_WINDOW (root) && record != NULL && record->policies->len > 1)
    gtk_window_present (GTK_WINDOW (
      sgn_policy_compare_new (GTK_WINDOW (root),
                              sgn_session_get_library (sgn_policy_page_get_own_session (self)),
                              record)));
}

/* After the text with the focus, and its input method, had their turn. */
gboolean
sgn_policy_acts_key (SgnPolicyPage *self, guint key, guint code, GdkModifierType state)
{
  return key == GDK_KEY_F8 && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 &&
         sgn_policy_page_go_to_finding (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
}

static void
show_finding (SgnPolicyPage *self, int place)
{
  const SgnPolicyFinding *finding = g_ptr_array_index (self->findings, (guint) place);

  self->finding = place;
  if (finding->language == SGN_LANGUAGE_EN)
    gtk_expander_set_expanded (self->english, TRUE);
  sgn_policy_text_select (self->texts[finding->language], finding->start, finding->end);
  sgn_announce (GTK_WIDGET (self), finding->message);
}

/**
 * sgn_policy_page_go_to_finding:
 * @self: the page
 * @direction: 1 or -1
 *
 * Goes on in the part in hand, then through the other ones and around.
 *
 * Returns: whether there is any
 */
gboolean
sgn_policy_page_go_to_finding (SgnPolicyPage *self, int direction)
{
  guint count = sgn_policy_state_count_parts (&self->state);
  int place = direction < 0 && self->finding < 0 ? (int) self->findings->len : self->finding;

  g_return_val_if_fail (SGN_IS_POLICY_PAGE (self), FALSE);

  place += direction;
  for (guint i = 0; i <= count; i++) {
    if (place >= 0 && place < (int) self->findings->len) {
      show_finding (self, place);
      return TRUE;
    }
    sgn_policy_page_go_to_part (self, (self->part + (direction > 0 ? 1 : count - 1)) % count);
    place = direction > 0 ? 0 : (int) self->findings->len - 1;
  }
  return FALSE;
}
