/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy-findings.h"

#include <glib/gi18n-lib.h>

#include "sgn-labels.h"
#include "sgn-mark-image.h"

#define MARK_SIZE 26

struct _SgnPolicyFindings {
  GtkBox parent_instance;

  char *shown; /* (nullable): what the boxes say, so that typing does not make them anew */
};

G_DEFINE_FINAL_TYPE (SgnPolicyFindings, sgn_policy_findings, GTK_TYPE_BOX)

enum {
  SIGNAL_TAKE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
sgn_policy_findings_finalize (GObject *object)
{
  g_free (SGN_POLICY_FINDINGS (object)->shown);

  G_OBJECT_CLASS (sgn_policy_findings_parent_class)->finalize (object);
}

static void
sgn_policy_findings_class_init (SgnPolicyFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_policy_findings_finalize;

  signals[SIGNAL_TAKE] = g_signal_new ("take", SGN_TYPE_POLICY_FINDINGS, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sgn_policy_findings_init (SgnPolicyFindings *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
}

GtkWidget *
sgn_policy_findings_new (void)
{
  return g_object_new (SGN_TYPE_POLICY_FINDINGS, NULL);
}

static void
take_cb (GtkButton *button, SgnPolicyFindings *self)
{
  guint place = (guint) g_ascii_strtoull (gtk_widget_get_name (GTK_WIDGET (button)), NULL, 10);

  g_signal_emit (self, signals[SIGNAL_TAKE], 0, place);
}

static void
add_head (GtkWidget *box, const char *message)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon =
    g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);
  GtkWidget *label = sgn_plain_label (message, "heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (box), head);
}

/* The answer as a fact: its mark, its word, what it answers, when and by whom. */
static void
add_answer (GtkWidget *box, const SgnPolicyFinding *finding, const char *now)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *day =
    finding->at != NULL ? sgn_label_day (finding->at, now, sgn_language_of_user ()) : NULL;
  g_autofree char *when = finding->person != NULL && day != NULL
                            ? g_strdup_printf ("%s %s", day, finding->person)
                            : g_strdup (day != NULL ? day : "");
  /* Translators: a question, and when it was answered by whom */
  g_autofree char *facts = *when != '\0' ? g_strdup_printf (_ ("%s · %s"), finding->title, when)
                                         : g_strdup (finding->title);
  GtkWidget *mark = sgn_mark_image_new (finding->mark, MARK_SIZE);

  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), sgn_plain_label (finding->value, "word"));
  gtk_box_append (GTK_BOX (words), sgn_plain_label (facts, "sg-small"));
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_way (GtkWidget *box, const char *title, const char *text, GtkWidget *button)
{
  GtkWidget *way = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (way, "way");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), sgn_plain_label (title, "word"));
  gtk_box_append (GTK_BOX (words), sgn_plain_label (text, "sg-small"));
  gtk_box_append (GTK_BOX (way), words);
  gtk_box_append (GTK_BOX (way), button);
  gtk_box_append (GTK_BOX (box), way);
}

static GtkWidget *
make_take_button (SgnPolicyFindings *self, guint place, const char *instead, gboolean editable)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Use This Sentence"));
  g_autofree char *id = g_strdup_printf ("%u", place);
  g_autofree char *name = g_strdup_printf (_ ("Use this sentence: %s"), instead);

  gtk_widget_set_name (button, id);
  gtk_widget_set_sensitive (button, editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (take_cb), self);
  return button;
}

static GtkWidget *
make_open_button (const SgnPolicyFinding *finding)
{
  g_autofree char *label = g_strdup_printf (_ ("Open No. %s"), finding->number);
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name =
    /* Translators: the number of a question, and its title */
    g_strdup_printf (_ ("Open No. %s, %s"), finding->number, finding->title);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "company.show-question");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", finding->catalogue,
                                    finding->item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* Two ways of equal weight: the sentence after the deed, or the deed after the sentence. */
static void
add_ways (SgnPolicyFindings *self,
          GtkWidget *box,
          const SgnPolicyFinding *finding,
          guint place,
          gboolean editable)
{
  const char *words = sgn_text_get (&finding->promise->instead, finding->language);
  g_autofree char *sentence = g_strdup_printf (_ ("“… %s …”"), words);

  add_way (box, _ ("Make the sentence true to today"), sentence,
           make_take_button (self, place, words, editable));
  add_way (box, _ ("Make the deed true to the sentence"),
           _ ("Do what is missing, then answer the question again."), make_open_button (finding));
  gtk_box_append (GTK_BOX (box),
                  sgn_plain_label (_ ("It can be saved as it is. You are told once more before "
                                      "its publication is recorded."),
                                   "sg-small"));
}

static void
add_box (SgnPolicyFindings *self,
         const SgnPolicyFinding *finding,
         guint place,
         gboolean editable,
         const char *now)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "warnbox");
  add_head (box, finding->message);
  if (finding->fault == SGN_POLICY_FAULT_PROMISE) {
    add_answer (box, finding, now);
    add_ways (self, box, finding, place, editable);
  } else if (finding->fault == SGN_POLICY_FAULT_CLAIM) {
    gtk_box_append (GTK_BOX (box),
                    sgn_plain_label (_ ("It is not saved as it is. What you typed stays here until "
                                        "you change it."),
                                     "sg-small"));
  }
  gtk_box_append (GTK_BOX (self), box);
}

/* What the boxes say, in a line each. */
static char *
describe (GPtrArray *findings, gboolean editable)
{
  GString *text = g_string_new (editable ? "w" : "r");

  for (guint i = 0; i < findings->len; i++) {
    const SgnPolicyFinding *finding = g_ptr_array_index (findings, i);

    g_string_append_printf (text, "\n%s|%s|%s|%s", finding->message,
                            finding->value != NULL ? finding->value : "",
                            finding->at != NULL ? finding->at : "",
                            finding->item != NULL ? finding->item : "");
  }
  return g_string_free (text, FALSE);
}

void
sgn_policy_findings_show (SgnPolicyFindings *self,
                          GPtrArray *findings,
                          gboolean editable,
                          const char *now)
{
  g_autofree char *description = NULL;

  g_return_if_fail (SGN_IS_POLICY_FINDINGS (self));

  description = describe (findings, editable);
  if (g_strcmp0 (description, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&description);
  sgn_plain_clear (GTK_WIDGET (self));
  for (guint i = 0; i < findings->len; i++)
    add_box (self, g_ptr_array_index (findings, i), i, editable, now);
  gtk_widget_set_visible (GTK_WIDGET (self), findings->len > 0);
}
