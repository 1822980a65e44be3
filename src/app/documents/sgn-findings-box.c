/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-findings-box.h"

#include <glib/gi18n-lib.h>

struct _SgnFindingsBox {
  GtkBox parent_instance;

  GtkWidget *warnings;
  GtkLabel *heading;
  GtkLabel *lines;
  GtkWidget *state;
  GtkWidget *fine;
  GtkToggleButton *details;
  GtkLabel *remarks;
};

G_DEFINE_FINAL_TYPE (SgnFindingsBox, sgn_findings_box, GTK_TYPE_BOX)

static void
sgn_findings_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_FINDINGS_BOX);

  G_OBJECT_CLASS (sgn_findings_box_parent_class)->dispose (object);
}

static void
sgn_findings_box_class_init (SgnFindingsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_findings_box_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-findings-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, warnings);
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, heading);
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, lines);
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, state);
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, fine);
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, details);
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, remarks);
}

static void
sgn_findings_box_init (SgnFindingsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_messages (GString *lines, GPtrArray *findings, SgnSeverity severity)
{
  for (guint i = 0; i < findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (findings, i);

    if (finding->severity != severity)
      continue;
    if (lines->len > 0)
      g_string_append_c (lines, '\n');
    g_string_append (lines, finding->message);
  }
}

/* Remarks are folded away until somebody asks for them. */
static void
show_remarks (SgnFindingsBox *self, const char *words)
{
  gtk_toggle_button_set_active (self->details, FALSE);
  gtk_label_set_text (self->remarks, words);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *words != '\0');
}

/**
 * sgn_findings_box_show_findings:
 * @self: a box
 * @findings: (element-type SgnFinding): what was found
 *
 * What stops the issue stands first, then what is worth mending.
 */
void
sgn_findings_box_show_findings (SgnFindingsBox *self, GPtrArray *findings)
{
  g_autoptr (GString) warnings = g_string_new (NULL);
  g_autoptr (GString) remarks = g_string_new (NULL);
  gboolean refused;

  g_return_if_fail (SGN_IS_FINDINGS_BOX (self));

  refused = sgn_findings_get_refusal (findings) != NULL;
  add_messages (warnings, findings, SGN_SEVERITY_REFUSAL);
  add_messages (warnings, findings, SGN_SEVERITY_WARNING);
  add_messages (remarks, findings, SGN_SEVERITY_REMARK);
  gtk_label_set_text (self->heading, refused ? _ ("This sheet cannot be issued yet")
                                             : _ ("Please look at this before issuing"));
  gtk_label_set_text (self->lines, warnings->str);
  gtk_widget_set_visible (self->warnings, warnings->len > 0);
  gtk_widget_set_visible (self->fine, warnings->len == 0);
  show_remarks (self, remarks->str);
  gtk_widget_set_visible (self->state, warnings->len == 0 || remarks->len > 0);
}

/**
 * sgn_findings_box_clear:
 * @self: a box
 *
 * Nothing was checked.
 */
void
sgn_findings_box_clear (SgnFindingsBox *self)
{
  g_return_if_fail (SGN_IS_FINDINGS_BOX (self));

  gtk_widget_set_visible (self->warnings, FALSE);
  gtk_widget_set_visible (self->state, FALSE);
  show_remarks (self, "");
}
