/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-seminar-keys.h"

#include <glib/gi18n-lib.h>

#include "sgn-help-window.h"

#include "sgn-room.h"

/* Clickers send Page Up and Page Down, arrows, B or a full stop, F5 and Escape. */
static const struct {
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_Page_Down, 0, "seminar.next" },
  { GDK_KEY_Right, 0, "seminar.next" },
  { GDK_KEY_Down, 0, "seminar.next" },
  { GDK_KEY_KP_Page_Down, 0, "seminar.next" },
  { GDK_KEY_Page_Up, 0, "seminar.previous" },
  { GDK_KEY_Left, 0, "seminar.previous" },
  { GDK_KEY_Up, 0, "seminar.previous" },
  { GDK_KEY_KP_Page_Up, 0, "seminar.previous" },
  { GDK_KEY_Home, 0, "seminar.first" },
  { GDK_KEY_End, 0, "seminar.last" },
  { GDK_KEY_a, 0, "seminar.show-good" },
  { GDK_KEY_c, 0, "seminar.show-sample" },
  { GDK_KEY_t, 0, "seminar.timer" },
  { GDK_KEY_plus, 0, "seminar.longer" },
  { GDK_KEY_KP_Add, 0, "seminar.longer" },
  { GDK_KEY_minus, 0, "seminar.shorter" },
  { GDK_KEY_KP_Subtract, 0, "seminar.shorter" },
  { GDK_KEY_b, 0, "seminar.black" },
  { GDK_KEY_period, 0, "seminar.black" },
  { GDK_KEY_r, 0, "seminar.reset" },
  { GDK_KEY_r, GDK_SHIFT_MASK, "seminar.reset-all" },
  { GDK_KEY_o, 0, "app.seminar-company" },
  { GDK_KEY_p, 0, "app.seminar-papers" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "seminar.undo" },
  { GDK_KEY_F5, 0, "seminar.fullscreen" },
  { GDK_KEY_F11, 0, "seminar.fullscreen" },
  { GDK_KEY_Escape, 0, "window.close" },
};

static const struct {
  const char *key;
  const char *words;
  const char *action; /* (nullable): done by the buttons of the answers */
} hints[] = {
  { NC_ ("key", "Page Down"), NC_ ("seminar", "Next"), "seminar.next" },
  { "1–4", NC_ ("seminar", "Add a hand"), NULL },
  { NC_ ("key", "Shift+1–4"), NC_ ("seminar", "Take away"), NULL },
  { "A", NC_ ("seminar", "What is done"), "seminar.show-good" },
  { "C", NC_ ("seminar", "Sample"), "seminar.show-sample" },
  { "T", NC_ ("seminar", "Clock"), "seminar.timer" },
  { "B", NC_ ("seminar", "Black"), "seminar.black" },
  { "R", NC_ ("seminar", "Start over"), "seminar.reset" },
  { "Esc", NC_ ("seminar", "Leave"), "window.close" },
};

/* The digit on a key, whatever Shift makes of it; 0 for other keys. */
static guint
find_digit (GtkWidget *widget, guint key, guint code)
{
  guint plain = key;

  if (code != 0)
    gdk_display_translate_key (gtk_widget_get_display (widget), code, 0, 0, &plain, NULL, NULL,
                               NULL);
  if (plain >= GDK_KEY_1 && plain < GDK_KEY_1 + SGN_N_HANDS)
    return plain - GDK_KEY_1 + 1;
  if (key >= GDK_KEY_KP_1 && key < GDK_KEY_KP_1 + SGN_N_HANDS)
    return key - GDK_KEY_KP_1 + 1;
  return 0;
}

/* A plus needs Shift on many keyboards, and a big letter is that of a small one. */
static gboolean
matches (guint index, guint key, GdkModifierType modifiers)
{
  if (key == GDK_KEY_plus)
    modifiers &= ~GDK_SHIFT_MASK;
  return keys[index].key == gdk_keyval_to_lower (key) && keys[index].modifiers == modifiers;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  guint digit = find_digit (widget, key, code);

  if (digit > 0 && (modifiers & ~GDK_SHIFT_MASK) == 0)
    return gtk_widget_activate_action (widget, modifiers == 0 ? "seminar.raise" : "seminar.lower",
                                       "u", digit - 1);
  if (key == GDK_KEY_F1 && modifiers == 0) {
    sgn_help_show (GTK_WINDOW (widget), "seminar");
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (matches (i, key, modifiers))
      return gtk_widget_activate_action (widget, keys[i].action, NULL);
  return FALSE;
}

void
sgn_seminar_keys_add (GtkWidget *widget)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), NULL);
  gtk_widget_add_controller (widget, controller);
}

static GtkWidget *
make_hint (const char *key, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *cap = gtk_label_new (key);

  gtk_widget_add_css_class (box, "sem-hint");
  gtk_widget_add_css_class (cap, "sem-key");
  gtk_box_append (GTK_BOX (box), cap);
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));
  return box;
}

void
sgn_seminar_keys_add_hints (GtkBox *box)
{
  g_return_if_fail (GTK_IS_BOX (box));

  for (guint i = 0; i < G_N_ELEMENTS (hints); i++) {
    const char *words = g_dpgettext2 (GETTEXT_PACKAGE, "seminar", hints[i].words);
    GtkWidget *hint = make_hint (g_dpgettext2 (GETTEXT_PACKAGE, "key", hints[i].key), words);
    GtkWidget *button;

    if (hints[i].action == NULL) {
      gtk_box_append (box, hint);
      continue;
    }
    button = gtk_button_new ();
    gtk_button_set_child (GTK_BUTTON (button), hint);
    gtk_widget_add_css_class (button, "flat");
    gtk_widget_add_css_class (button, "sem-hint-button");
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), hints[i].action);
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                    -1);
    gtk_box_append (box, button);
  }
}
