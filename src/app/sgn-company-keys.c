/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-company-pages.h"
#include "sgn-company-view-private.h"

/* The buttons at the side of a mouse. */
#define BUTTON_BACK 8
#define BUTTON_FORWARD 9

/* F10 opens the menu where it lies; when the sidebar is folded away it comes first. */
static gboolean
open_menu_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SgnCompanyView *self = SGN_COMPANY_VIEW (user_data);

  sgn_shell_set_revealed (self->shell, TRUE);
  sgn_sidebar_open_menu (self->sidebar);
  return TRUE;
}

static GtkShortcut *
add_shortcut (GtkEventController *controller,
              guint key,
              GdkModifierType modifiers,
              GtkShortcutAction *action)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), action);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  return shortcut;
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, SgnCompanyView *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  if (button == BUTTON_BACK)
    sgn_company_view_go_back (self);
  else if (button == BUTTON_FORWARD)
    sgn_company_view_go_forward (self);
  else
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
}

static void
add_buttons (SgnCompanyView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* They act wherever the focus is, after whatever has it: an input method comes first. */
void
sgn_company_keys_add (SgnCompanyView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  guint n_pages;
  const SgnCompanyPage *pages = sgn_company_pages_get (&n_pages);

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < MIN (n_pages, 9) && pages[i].icon_name != NULL; i++) {
    GtkShortcut *shortcut = add_shortcut (controller, GDK_KEY_1 + i, GDK_ALT_MASK,
                                          gtk_named_action_new ("company.show-page"));

    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (pages[i].name));
  }
  add_shortcut (controller, GDK_KEY_F10, 0, gtk_callback_action_new (open_menu_cb, self, NULL));
  add_shortcut (controller, GDK_KEY_Left, GDK_ALT_MASK, gtk_named_action_new ("company.back"));
  add_shortcut (controller, GDK_KEY_Right, GDK_ALT_MASK, gtk_named_action_new ("company.forward"));
  add_shortcut (controller, GDK_KEY_f, GDK_CONTROL_MASK, gtk_named_action_new ("company.search"));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  add_buttons (self);
}
