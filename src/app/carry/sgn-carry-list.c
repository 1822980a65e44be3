/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-carry-list.h"

#include <glib/gi18n-lib.h>

#include "sgn-carry-row.h"
#include "sgn-labels.h"
#include "sgn-placeholder.h"

struct _SgnCarryList {
  GtkBox parent_instance;

  GPtrArray *rows;     /* of SgnCarryRow, in the order of the items */
  GtkSizeGroup *signs; /* theirs */
  SgnCarryFilter filter;
  SgnSureness least;
  gboolean narrow;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SgnCarryList, sgn_carry_list, GTK_TYPE_BOX)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (SgnCarryList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
passes (const SgnProposal *proposal, SgnCarryFilter filter)
{
  SgnMark mark = proposal->value->mark;

  switch (filter) {
  case SGN_CARRY_DONE:
    return mark == SGN_MARK_DONE;
  case SGN_CARRY_PARTIAL:
    return mark == SGN_MARK_PARTIAL;
  case SGN_CARRY_OTHER:
    return mark != SGN_MARK_DONE && mark != SGN_MARK_PARTIAL;
  case SGN_CARRY_ALL:
  default:
    return TRUE;
  }
}

static gboolean
is_shown (SgnCarryList *self, SgnCarryRow *row)
{
  const SgnProposal *proposal = sgn_carry_row_get_proposal (row);

  return passes (proposal, self->filter) && proposal->sureness >= self->least;
}

static guint
count_shown_in (SgnCarryList *self, GtkWidget *rows)
{
  guint count = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    count += is_shown (self, SGN_CARRY_ROW (row));
  return count;
}

static void
tick_section_cb (GtkButton *button, GtkWidget *rows)
{
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row))
      gtk_check_button_set_active (GTK_CHECK_BUTTON (row), TRUE);
}

static GtkWidget *
make_heading (const SgnSection *section)
{
  g_autofree char *words = sgn_label_section (section, sgn_language_of_user ());
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/* A heading with a button, and the box for the rows. */
static GtkWidget *
add_section (SgnCarryList *self, const SgnSection *section)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (rows, "choices");
  gtk_box_append (GTK_BOX (head), make_heading (section));
  gtk_box_append (GTK_BOX (head), button);
  gtk_box_append (GTK_BOX (part), head);
  gtk_box_append (GTK_BOX (part), rows);
  gtk_box_append (GTK_BOX (self), part);
  g_signal_connect_object (button, "clicked", G_CALLBACK (tick_section_cb), rows, 0);
  return rows;
}

static void
add_row (SgnCarryList *self, GtkWidget *rows, const SgnProposal *proposal)
{
  GtkWidget *row = sgn_carry_row_new (proposal, self->signs);

  sgn_carry_row_set_narrow (SGN_CARRY_ROW (row), self->narrow);
  gtk_box_append (GTK_BOX (rows), row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "toggled", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
}

static char *
dup_answered_words (const SgnProposal *proposal)
{
  g_autofree char *title = sgn_carry_row_dup_title (proposal->item);

  /* Translators: an item, and what it is answered with */
  return g_strdup_printf (_ ("%s: %s"), title,
                          sgn_text_get (&proposal->answered->label, sgn_language_of_user ()));
}

/* What is answered already is told, and never replaced. */
static void
add_answered (SgnCarryList *self, const SgnProposals *proposals)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  guint count = proposals->list->len - sgn_proposals_count_open (proposals);
  g_autofree char *words =
    g_strdup_printf (ngettext ("Not proposed: %u item that is answered already",
                               "Not proposed: %u items that are answered already", count),
                     count);
  GtkWidget *expander = gtk_expander_new (words);

  for (guint i = 0; i < proposals->list->len; i++) {
    const SgnProposal *proposal = g_ptr_array_index (proposals->list, i);
    g_autofree char *line = proposal->answered != NULL ? dup_answered_words (proposal) : NULL;
    GtkWidget *label = line != NULL ? gtk_label_new (line) : NULL;

    if (label == NULL)
      continue;
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_widget_add_css_class (label, "sg-small");
    gtk_box_append (GTK_BOX (lines), label);
  }
  gtk_widget_set_margin_top (lines, 6);
  gtk_widget_set_margin_start (lines, 18);
  gtk_expander_set_child (GTK_EXPANDER (expander), lines);
  gtk_box_append (GTK_BOX (self), expander);
  gtk_widget_set_visible (expander, count > 0);
}

static void
clear (SgnCarryList *self)
{
  GtkWidget *child = NULL;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
}

/* Hides rows and sections that the filter leaves out, and counts what each button would tick. */
static void
refresh (SgnCarryList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], is_shown (self, self->rows->pdata[i]));
  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self)); GTK_IS_BOX (part);
       part = gtk_widget_get_next_sibling (part)) {
    GtkWidget *head = gtk_widget_get_first_child (part);
    guint count = count_shown_in (self, gtk_widget_get_next_sibling (head));
    g_autofree char *words =
      g_strdup_printf (ngettext ("Select %u of This Section", "Select %u of This Section", count),
                       count);

    gtk_button_set_label (GTK_BUTTON (gtk_widget_get_last_child (head)), words);
    gtk_widget_set_visible (part, count > 0);
  }
}

static void
sgn_carry_list_dispose (GObject *object)
{
  g_clear_pointer (&SGN_CARRY_LIST (object)->rows, g_ptr_array_unref);
  g_clear_object (&SGN_CARRY_LIST (object)->signs);

  G_OBJECT_CLASS (sgn_carry_list_parent_class)->dispose (object);
}

static void
sgn_carry_list_class_init (SgnCarryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_carry_list_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_CARRY_LIST, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sgn_carry_list_init (SgnCarryList *self)
{
  self->rows = g_ptr_array_new ();
  self->signs = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 14);
}

static void
tick_again (SgnCarryList *self, const char *const *items)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const SgnProposal *proposal = sgn_carry_row_get_proposal (self->rows->pdata[i]);

    if (g_strv_contains (items, proposal->item->id))
      gtk_check_button_set_active (self->rows->pdata[i], TRUE);
  }
}

/**
 * sgn_carry_list_set_proposals:
 * @self: a list
 * @proposals: what it shows from now on; must outlive that
 */
void
sgn_carry_list_set_proposals (SgnCarryList *self, const SgnProposals *proposals)
{
  g_auto (GStrv) ticked = NULL;
  const SgnSection *section = NULL;
  GtkWidget *rows = NULL;

  g_return_if_fail (SGN_IS_CARRY_LIST (self) && proposals != NULL);

  ticked = sgn_carry_list_dup_ticked (self);
  self->filling = TRUE;
  clear (self);
  for (guint i = 0; i < proposals->list->len; i++) {
    const SgnProposal *proposal = g_ptr_array_index (proposals->list, i);

    if (proposal->answered != NULL)
      continue;
    if (rows == NULL || proposal->item->section != section)
      rows = add_section (self, proposal->item->section);
    section = proposal->item->section;
    add_row (self, rows, proposal);
  }
  add_answered (self, proposals);
  tick_again (self, (const char *const *) ticked);
  refresh (self);
  self->filling = FALSE;
  emit_changed (self);
}

void
sgn_carry_list_show (SgnCarryList *self, SgnCarryFilter filter, SgnSureness least)
{
  g_return_if_fail (SGN_IS_CARRY_LIST (self));

  self->filter = filter;
  self->least = least;
  refresh (self);
  emit_changed (self);
}

void
sgn_carry_list_set_narrow (SgnCarryList *self, gboolean narrow)
{
  g_return_if_fail (SGN_IS_CARRY_LIST (self));

  self->narrow = narrow;
  for (guint i = 0; i < self->rows->len; i++)
    sgn_carry_row_set_narrow (self->rows->pdata[i], narrow);
}

void
sgn_carry_list_tick_shown (SgnCarryList *self, gboolean ticked)
{
  g_return_if_fail (SGN_IS_CARRY_LIST (self));

  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (is_shown (self, self->rows->pdata[i]))
      gtk_check_button_set_active (self->rows->pdata[i], ticked);
  self->filling = FALSE;
  emit_changed (self);
}

guint
sgn_carry_list_count (SgnCarryList *self, SgnCarryFilter filter)
{
  guint count = 0;

  g_return_val_if_fail (SGN_IS_CARRY_LIST (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    count += passes (sgn_carry_row_get_proposal (self->rows->pdata[i]), filter);
  return count;
}

guint
sgn_carry_list_count_shown (SgnCarryList *self)
{
  guint count = 0;

  g_return_val_if_fail (SGN_IS_CARRY_LIST (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    count += is_shown (self, self->rows->pdata[i]);
  return count;
}

guint
sgn_carry_list_count_ticked (SgnCarryList *self)
{
  g_auto (GStrv) ticked = NULL;

  g_return_val_if_fail (SGN_IS_CARRY_LIST (self), 0);

  ticked = sgn_carry_list_dup_ticked (self);
  return g_strv_length (ticked);
}

char **
sgn_carry_list_dup_ticked (SgnCarryList *self)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();

  g_return_val_if_fail (SGN_IS_CARRY_LIST (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_check_button_get_active (self->rows->pdata[i]))
      g_strv_builder_add (items, sgn_carry_row_get_proposal (self->rows->pdata[i])->item->id);
  return g_strv_builder_end (items);
}
