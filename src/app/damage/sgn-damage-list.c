/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-damage-list.h"

#include <glib/gi18n-lib.h>

#include "sgn-entry.h"
#include "sgn-labels.h"

struct _SgnDamageList {
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SgnDamageList, sgn_damage_list, ADW_TYPE_BIN)

static void
sgn_damage_list_class_init (SgnDamageListClass *klass)
{
}

/* One part. @readable: whether a check or a cross stands before it; its word stands behind it. */
static void
add_part (SgnDamageList *self, const char *title, const char *subtitle, gboolean readable)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon =
    gtk_image_new_from_icon_name (readable ? "object-select-symbolic" : "window-close-symbolic");
  GtkWidget *word =
    gtk_label_new (readable ? C_ ("part", "Readable") : C_ ("part", "Not readable"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (icon, readable ? "fine" : "latetext");
  gtk_widget_add_css_class (word, "word");
  gtk_widget_add_css_class (word, "sg-small");
  if (!readable)
    gtk_widget_add_css_class (word, "latetext");
  gtk_widget_set_valign (word, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
  gtk_list_box_append (self->list, row);
}

static void
clear (SgnDamageList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
sgn_damage_list_init (SgnDamageList *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_bin_set_child (ADW_BIN (self), list);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Looking at what can be read"));
  gtk_spinner_start (GTK_SPINNER (spinner));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spinner);
  gtk_list_box_append (self->list, row);
}

/* Up to when, and how much of it the history had to tell. */
static char *
dup_origin (const SgnSurvey *survey, const char *now)
{
  g_autofree char *clock = sgn_label_clock (survey->until, now, sgn_language_of_user ());
  g_autofree char *until =
    survey->until != NULL ? g_strdup_printf (_ ("Up to %s"), clock) : g_strdup ("");
  g_autofree char *history = NULL;

  if (survey->from_history == 0)
    return g_steal_pointer (&until);
  history = g_strdup_printf (ngettext ("%u of them from the history", "%u of them from the history",
                                       (gulong) survey->from_history),
                             (guint) survey->from_history);
  return g_strjoin (*until != '\0' ? " ・ " : "", until, history, NULL);
}

static void
add_entries (SgnDamageList *self, const SgnSurvey *survey, const char *now)
{
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u entry: answers, notes, declarations, policy",
                               "%u entries: answers, notes, declarations, policy",
                               (gulong) survey->entries),
                     (guint) survey->entries);
  g_autofree char *origin = dup_origin (survey, now);

  if (survey->entries > 0)
    add_part (self, title, origin, TRUE);
}

static void
add_files (SgnDamageList *self, const SgnSurvey *survey)
{
  g_autofree char *whole = g_strdup_printf (ngettext ("%u file of evidence", "%u files of evidence",
                                                      (gulong) survey->files),
                                            (guint) survey->files);
  g_autofree char *damaged =
    g_strdup_printf (ngettext ("%u file of evidence", "%u files of evidence",
                               (gulong) survey->damaged_files),
                     (guint) survey->damaged_files);

  if (survey->files > 0)
    add_part (self, whole, _ ("Their content is as it was when they were added"), TRUE);
  if (survey->damaged_files > 0)
    add_part (self, damaged, _ ("Their content is not as it was when they were added"), FALSE);
}

/* Parts that hold one kind of entry each. */
static gboolean
is_kind (const SgnFinding *loss)
{
  return g_strcmp0 (loss->code, "table") == 0 && !g_str_equal (loss->field, "event") &&
         !g_str_equal (loss->field, "blob");
}

static void
add_kinds (SgnDamageList *self, GPtrArray *losses)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < losses->len; i++) {
    const SgnFinding *loss = g_ptr_array_index (losses, i);
    g_autofree char *words = is_kind (loss) ? sgn_entry_kind_to_words (loss->field) : NULL;

    if (words != NULL)
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? C_ ("list", ", ") : "", words);
  }
  if (kinds->len > 0)
    add_part (self, _ ("A part of these"), kinds->str, FALSE);
}

/* What only the history still tells is read, and counted above; single entries of the history are
 * counted here. */
static void
add_losses (SgnDamageList *self, GPtrArray *losses)
{
  guint events = 0;

  add_kinds (self, losses);
  for (guint i = 0; i < losses->len; i++) {
    const SgnFinding *loss = g_ptr_array_index (losses, i);

    if (g_strcmp0 (loss->code, "event") == 0)
      events++;
    else if (g_strcmp0 (loss->code, "entry") != 0 && !is_kind (loss))
      add_part (self, loss->message, "", FALSE);
  }
  if (events > 0) {
    g_autofree char *title =
      g_strdup_printf (ngettext ("%u place in the history", "%u places in the history", events),
                       events);

    add_part (self, title, _ ("The report of what is taken out names them"), FALSE);
  }
}

/**
 * sgn_damage_list_show:
 * @self: a list
 * @survey: what is left of the file
 * @now: the time now
 */
void
sgn_damage_list_show (SgnDamageList *self, const SgnSurvey *survey, const char *now)
{
  g_return_if_fail (SGN_IS_DAMAGE_LIST (self));

  clear (self);
  add_entries (self, survey, now);
  add_files (self, survey);
  add_losses (self, survey->losses);
}

/**
 * sgn_damage_list_show_nothing:
 * @self: a list
 * @words: why nothing at all can be read
 */
void
sgn_damage_list_show_nothing (SgnDamageList *self, const char *words)
{
  g_return_if_fail (SGN_IS_DAMAGE_LIST (self));

  clear (self);
  add_part (self, _ ("Nothing in it can be read"), words, FALSE);
}
