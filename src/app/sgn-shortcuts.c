/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-shortcuts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A part begins with a line without key. */
static const struct {
  const char *words;
  const char *keys;
} lines[] = {
  { N_ ("Everywhere"), NULL },
  { N_ ("Pages of the sidebar, from the top"), "Alt+1, Alt+2 …" },
  { N_ ("Back, forward"), "Alt+←, Alt+→" },
  { N_ ("Search"), "Ctrl+F" },
  { N_ ("Undo"), "Ctrl+Z" },
  { N_ ("Redo"), "Shift+Ctrl+Z" },
  { N_ ("Larger, smaller, normal letters"), "Ctrl++, Ctrl+−, Ctrl+0" },
  { N_ ("Settings"), "Ctrl+," },
  { N_ ("Help on what is shown"), "F1" },
  { N_ ("This list"), "Ctrl+?" },
  { N_ ("Menu"), "F10" },
  { N_ ("Full screen"), "F11" },
  { N_ ("Close the window"), "Ctrl+W" },
  { N_ ("Search"), NULL },
  { N_ ("From the word to what was found, and back"), "↓, ↑" },
  { N_ ("Open what was found"), "Enter" },
  { N_ ("Back to where one was"), "Esc" },
  { N_ ("One question at a time"), NULL },
  { N_ ("Choose an answer by its place"), "1, 2, 3 …" },
  { N_ ("Unknown"), "?" },
  { N_ ("Not applicable; then write the reason"), "0, -" },
  { N_ ("Still the same as last time, or as carried over"), "S" },
  { N_ ("Next or previous question"), "Page Down, Page Up" },
  { N_ ("Next or previous question, also while writing"), "Alt+↓, Alt+↑" },
  { N_ ("Next unanswered question"), "Ctrl+↓" },
  { N_ ("Write a note"), "M" },
  { N_ ("Add evidence"), "E" },
  { N_ ("List"), NULL },
  { N_ ("Open the question"), "Enter" },
  { N_ ("Answer without opening"), "1, 2, 3 …, ?, 0" },
  { N_ ("Fold or unfold a requirement"), "←, →" },
  { N_ ("Answers from other guidelines"), NULL },
  { N_ ("Select or unselect the proposal"), "Space" },
  { N_ ("Select all that are shown"), "Ctrl+A" },
  { N_ ("Documents"), NULL },
  { N_ ("Next or previous page of the sheet"), "Ctrl+Page Down, Ctrl+Page Up" },
  { N_ ("Issue as PDF"), "Ctrl+S" },
  { N_ ("Basic policy"), NULL },
  { N_ ("Next or previous sentence with a warning"), "F8, Shift+F8" },
  { N_ ("Action plan"), NULL },
  { N_ ("Next state of the task"), "Space" },
  { N_ ("New task"), "Insert" },
};

static GtkWidget *
make_row (const char *words, const char *keys)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (keys);

  gtk_widget_add_css_class (label, "muted");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static GtkWidget *
make_list (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;

  /* What scrolls has no name; its rows are what the keyboard walks through. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (page), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    const char *words = g_dgettext (GETTEXT_PACKAGE, lines[i].words);

    if (lines[i].keys == NULL) {
      group = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), words);
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    } else {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (words, lines[i].keys));
    }
  }
  return page;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/**
 * sgn_shortcuts_show:
 * @parent: the window
 *
 * Shows which key does what.
 */
void
sgn_shortcuts_show (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *list = make_list ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_widget_add_css_class (header, "flat");
  gtk_widget_set_vexpand (list, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), list);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard Shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 620);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * sgn_shortcuts_add_to_class:
 * @widget_class: the class of the window
 *
 * Binds the keys that act everywhere. They come after the widget with the focus has had its turn.
 */
void
sgn_shortcuts_add_to_class (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "app.text-larger" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "app.text-larger" },
    { GDK_KEY_semicolon, GDK_CONTROL_MASK, "app.text-larger" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "app.text-larger" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "app.text-smaller" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "app.text-smaller" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "app.text-normal" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "app.text-normal" },
    { GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts" },
    { GDK_KEY_comma, GDK_CONTROL_MASK, "win.settings" },
    { GDK_KEY_F1, 0, "win.help-here" },
    { GDK_KEY_F11, 0, "win.fullscreen" },
    { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}
