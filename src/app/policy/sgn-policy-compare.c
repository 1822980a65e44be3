/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy-compare.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sgn-placeholder.h"
#include "sgn-plain.h"
#include "sgn-policy-guard.h"
#include "sgn-text-diff.h"

#define WIDTH 640
#define HEIGHT 620

struct _SgnPolicyCompare {
  AdwWindow parent_instance;

  GtkDropDown *before;
  GtkDropDown *after;
  GtkBox *parts;

  SgnLibrary *library;
  SgnRecord *record;
};

G_DEFINE_FINAL_TYPE (SgnPolicyCompare, sgn_policy_compare, ADW_TYPE_WINDOW)

/* What a screen reader says. */
static const char *const change_words[] = {
  [SGN_TEXT_SAME] = "%s",
  [SGN_TEXT_REMOVED] = N_ ("[removed: %s]"),
  [SGN_TEXT_ADDED] = N_ ("[added: %s]"),
};

static void
add_look (PangoAttrList *looks, PangoAttribute *look, gsize start, gsize end)
{
  look->start_index = (guint) start;
  look->end_index = (guint) end;
  pango_attr_list_insert (looks, look);
}

/* Never by colour alone: struck out, or bold and underlined. */
static void
add_change (PangoAttrList *looks, SgnTextChange change, gsize start, gsize end)
{
  if (change == SGN_TEXT_REMOVED) {
    add_look (looks, pango_attr_strikethrough_new (TRUE), start, end);
  } else if (change == SGN_TEXT_ADDED) {
    add_look (looks, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
    add_look (looks, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  }
}

static void
say_piece (const SgnTextPiece *piece, GString *words)
{
  const char *format = change_words[piece->change];
  g_autofree char *said =
    sgn_placeholder_fill_one (piece->change == SGN_TEXT_SAME ? format : _ (format), piece->text);

  g_string_append (words, said);
}

static void
add_text (GtkWidget *box, const char *before, const char *after)
{
  g_autoptr (GPtrArray) pieces = sgn_text_diff (before, after);
  g_autoptr (PangoAttrList) looks = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; i < pieces->len; i++) {
    const SgnTextPiece *piece = g_ptr_array_index (pieces, i);
    gsize start = text->len;

    g_string_append (text, piece->text);
    add_change (looks, piece->change, start, text->len);
    say_piece (piece, words);
  }
  label = sgn_plain_label (text->str, "policytext");
  gtk_label_set_attributes (GTK_LABEL (label), looks);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
  gtk_box_append (GTK_BOX (box), label);
}

/* FALSE when both say the same. */
static gboolean
add_part (SgnPolicyCompare *self, const char *title, const char *before, const char *after)
{
  GtkWidget *box;

  if (g_strcmp0 (before != NULL ? before : "", after != NULL ? after : "") == 0)
    return FALSE;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (box, "aside");
  sgn_plain_heading (GTK_BOX (box), title);
  add_text (box, before, after);
  gtk_box_append (self->parts, box);
  return TRUE;
}

static gboolean
add_words_of (SgnPolicyCompare *self,
              const SgnPolicyPart *part,
              const SgnPolicy *before,
              const SgnPolicy *after)
{
  const char *named = sgn_text_get (&part->title, sgn_language_of_user ());
  const char *title = named != NULL ? named : _ ("Preamble");
  g_autofree char *english = g_strdup_printf (_ ("%s (English)"), title);
  gboolean ja = add_part (self, title, g_hash_table_lookup (before->parts, part->id),
                          g_hash_table_lookup (after->parts, part->id));
  gboolean en = add_part (self, english, g_hash_table_lookup (before->parts_en, part->id),
                          g_hash_table_lookup (after->parts_en, part->id));

  return ja || en;
}

static gboolean
add_contact (SgnPolicyCompare *self, const SgnPolicy *before, const SgnPolicy *after)
{
  gboolean ja = add_part (self, _ ("Public contact"), before->contact, after->contact);
  gboolean en =
    add_part (self, _ ("Public contact (English)"), before->contact_en, after->contact_en);

  return ja || en;
}

static void
show_difference (SgnPolicyCompare *self)
{
  guint first = gtk_drop_down_get_selected (self->before);
  guint second = gtk_drop_down_get_selected (self->after);
  GPtrArray *policies = self->record->policies;
  gboolean differ = FALSE;

  if (first >= policies->len || second >= policies->len)
    return;
  sgn_plain_clear (GTK_WIDGET (self->parts));
  for (guint i = 0; i < self->library->policy->parts->len; i++)
    differ |= add_words_of (self, g_ptr_array_index (self->library->policy->parts, i),
                            policies->pdata[first], policies->pdata[second]);
  differ |= add_contact (self, policies->pdata[first], policies->pdata[second]);
  if (!differ)
    gtk_box_append (self->parts, sgn_plain_label (_ ("Both say the same."), NULL));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
sgn_policy_compare_finalize (GObject *object)
{
  SgnPolicyCompare *self = SGN_POLICY_COMPARE (object);

  sgn_library_unref (self->library);
  sgn_record_unref (self->record);

  G_OBJECT_CLASS (sgn_policy_compare_parent_class)->finalize (object);
}

static void
sgn_policy_compare_class_init (SgnPolicyCompareClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_policy_compare_finalize;

  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, escape_cb, NULL);
}

static GtkDropDown *
add_choice (GtkWidget *grid, int row, const char *title)
{
  GtkWidget *label = sgn_plain_label (title, NULL);
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), choice, 1, row, 1, 1);
  return GTK_DROP_DOWN (choice);
}

/* Below each other, so that there is room for large letters. */
static GtkWidget *
make_choices (SgnPolicyCompare *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->before = add_choice (grid, 0, _ ("From"));
  self->after = add_choice (grid, 1, _ ("To"));
  return grid;
}

static void
add_legend (GtkWidget *box, const char *words, SgnTextChange change)
{
  g_autoptr (PangoAttrList) looks = pango_attr_list_new ();
  GtkWidget *label = sgn_plain_label (words, "sg-small");

  add_change (looks, change, 0, strlen (words));
  gtk_label_set_attributes (GTK_LABEL (label), looks);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_legend (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  add_legend (box, _ ("Removed words"), SGN_TEXT_REMOVED);
  add_legend (box, _ ("Added words"), SGN_TEXT_ADDED);
  return box;
}

static void
sgn_policy_compare_init (SgnPolicyCompare *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Compare Versions"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_widget_add_css_class (header, "flat");
  gtk_widget_add_css_class (body, "page-body");
  self->parts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (body), make_choices (self));
  gtk_box_append (GTK_BOX (body), make_legend ());
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->parts));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), body);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (content), header);
  gtk_box_append (GTK_BOX (content), scroller);
  adw_window_set_content (ADW_WINDOW (self), content);
}

static void
fill_choices (SgnPolicyCompare *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->record->policies->len; i++) {
    const SgnPolicy *policy = g_ptr_array_index (self->record->policies, i);
    g_autofree char *name =
      g_strdup_printf (policy->published_on != NULL ? _ ("Version %d") : _ ("Version %d (draft)"),
                       (int) policy->version);

    gtk_string_list_append (names, name);
  }
  gtk_drop_down_set_model (self->before, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->after, G_LIST_MODEL (names));
}

/**
 * sgn_policy_compare_new:
 * @parent: the window
 * @library: the template
 * @record: with at least two versions
 *
 * Returns: a window with the newest version and the one before it
 */
GtkWidget *
sgn_policy_compare_new (GtkWindow *parent, SgnLibrary *library, SgnRecord *record)
{
  SgnPolicyCompare *self =
    g_object_new (SGN_TYPE_POLICY_COMPARE, "transient-for", parent, "modal", TRUE, NULL);

  self->library = sgn_library_ref (library);
  self->record = sgn_record_ref (record);
  fill_choices (self);
  sgn_policy_compare_choose (self, record->policies->len - 2, record->policies->len - 1);
  g_signal_connect_object (self->before, "notify::selected", G_CALLBACK (show_difference), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->after, "notify::selected", G_CALLBACK (show_difference), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
sgn_policy_compare_choose (SgnPolicyCompare *self, guint before, guint after)
{
  g_return_if_fail (SGN_IS_POLICY_COMPARE (self));

  gtk_drop_down_set_selected (self->before, before);
  gtk_drop_down_set_selected (self->after, after);
  show_difference (self);
}
