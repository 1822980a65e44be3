/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-findings-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-field.h"
#include "sgn-text-size.h"

/* More than anybody reads before mending the first ones. */
#define MOST_LINES 40
/* The room of one, and of as many as leave room for the paper; the others scroll. */
#define LINE 66
#define MOST_HEIGHT 150

struct _SgnFindingsBox {
  GtkBox parent_instance;

  GtkWidget *warnings;
  GtkLabel *heading;
  GtkScrolledWindow *window;
  GtkBox *lines;
  GtkWidget *state;
  GtkWidget *characters;
  GtkWidget *wording;
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
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, window);
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, state);
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, characters);
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, wording);
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, details);
  gtk_widget_class_bind_template_child (widget_class, SgnFindingsBox, remarks);
}

static void
sgn_findings_box_init (SgnFindingsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_wording (const SgnFinding *finding)
{
  return g_str_equal (finding->code, "claim");
}

/* (nullable): the item whose answer can be opened, such as SD-18 of "items.SD-18.note" */
static char *
dup_item (const char *field)
{
  g_auto (GStrv) steps = g_strsplit (field, ".", -1);
  guint n = g_strv_length (steps);

  for (guint i = 0; i + 1 < n; i++)
    if (g_str_equal (steps[i], "items") || g_str_equal (steps[i], "answers"))
      return g_strdup (steps[i + 1]);
  return NULL;
}

static GtkWidget *
make_message (const SgnFinding *finding)
{
  GtkWidget *label = gtk_label_new (finding->message);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* Leads to where it can be mended, when there is such a place. */
static GtkWidget *
make_link (const SgnFinding *finding)
{
  g_autofree char *item = dup_item (finding->field);
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  GtkWidget *button;

  if (item == NULL)
    return NULL;
  words = sgn_field_to_words (finding->field);
  /* Translators: %s is a field, such as “Note of No. 18” */
  name = g_strdup_printf (_ ("Show %s"), words);
  button = gtk_button_new_with_label (C_ ("finding", "Show"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "company.show-item");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", item);
  return button;
}

static void
add_line (SgnFindingsBox *self, const SgnFinding *finding)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *link = make_link (finding);

  gtk_box_append (GTK_BOX (line), make_message (finding));
  if (link != NULL)
    gtk_box_append (GTK_BOX (line), link);
  gtk_box_append (self->lines, line);
}

static void
add_lines (SgnFindingsBox *self, GPtrArray *findings, SgnSeverity severity, guint *n)
{
  for (guint i = 0; i < findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (findings, i);

    if (finding->severity == severity && (*n)++ < MOST_LINES)
      add_line (self, finding);
  }
}

static void
clear_lines (SgnFindingsBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
}

static void
add_rest (SgnFindingsBox *self, guint n)
{
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more", "And %u more", n), n);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->lines, label);
}

/* What stops the issue stands first, then what is worth mending. */
static void
show_warnings (SgnFindingsBox *self, GPtrArray *findings)
{
  guint n = 0;

  clear_lines (self);
  add_lines (self, findings, SGN_SEVERITY_REFUSAL, &n);
  add_lines (self, findings, SGN_SEVERITY_WARNING, &n);
  if (n > MOST_LINES)
    add_rest (self, n - MOST_LINES);
  gtk_scrolled_window_set_min_content_height (
    self->window, MIN (sgn_text_scale_px (GTK_WIDGET (self), (int) n * LINE), MOST_HEIGHT));
  gtk_widget_set_visible (self->warnings, n > 0);
}

/* Whether a check found nothing that is worth mending. */
static gboolean
is_fine (GPtrArray *findings, gboolean wording)
{
  for (guint i = 0; i < findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (findings, i);

    if (finding->severity != SGN_SEVERITY_REMARK && is_wording (finding) == wording)
      return FALSE;
  }
  return TRUE;
}

static char *
dup_remarks (GPtrArray *findings)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (findings, i);

    if (finding->severity == SGN_SEVERITY_REMARK)
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", finding->message);
  }
  return g_string_free (g_steal_pointer (&lines), FALSE);
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
 * What is worth mending as a box, with a way to each field; what is fine as short words.
 */
void
sgn_findings_box_show_findings (SgnFindingsBox *self, GPtrArray *findings)
{
  g_autofree char *remarks = NULL;
  gboolean refused;

  g_return_if_fail (SGN_IS_FINDINGS_BOX (self));

  refused = sgn_findings_get_refusal (findings) != NULL;
  remarks = dup_remarks (findings);
  gtk_label_set_text (self->heading, refused ? _ ("This sheet cannot be issued yet")
                                             : _ ("Please look at this before issuing"));
  show_warnings (self, findings);
  gtk_widget_set_visible (self->characters, is_fine (findings, FALSE));
  gtk_widget_set_visible (self->wording, is_fine (findings, TRUE));
  show_remarks (self, remarks);
  gtk_widget_set_visible (self->state, TRUE);
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

  clear_lines (self);
  gtk_widget_set_visible (self->warnings, FALSE);
  gtk_widget_set_visible (self->state, FALSE);
  show_remarks (self, "");
}
