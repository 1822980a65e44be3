/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-company-pages.h"
#include "sgn-help-window.h"
#include "sgn-window-private.h"

/* Whatever is shown has a page of the help of its own. */
static const char *
get_topic (SgnWindow *self)
{
  if (self->damaged != NULL)
    return "damaged-file";
  if (self->company != NULL)
    return sgn_company_pages_get_topic (sgn_company_view_get_page (self->company));
  return "first-steps";
}

static void
help_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_help_show (GTK_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
help_here_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_help_show (GTK_WINDOW (widget), get_topic (SGN_WINDOW (widget)));
}

void
sgn_window_help_add_to_class (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.help", "s", help_action);
  gtk_widget_class_install_action (widget_class, "win.help-here", NULL, help_here_action);
}
