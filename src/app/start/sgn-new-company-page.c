/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-new-company-page.h"

#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-compat.h"
#include "sgn-new-steps.h"
#include "sgn-own-folder.h"
#include "sgn-text-size.h"

#define WIDTH 680

struct _SgnNewCompanyPage {
  AdwBin parent_instance;

  AdwClamp *clamp;
  AdwEntryRow *name_row;
  AdwActionRow *place_row;
  GtkLabel *problem_label;
  SgnNewSteps *steps;
  GtkWidget *begin_button;

  char *path;      /* (nullable): where the file goes */
  gboolean chosen; /* by the user; else it follows the name */
};

G_DEFINE_FINAL_TYPE (SgnNewCompanyPage, sgn_new_company_page, ADW_TYPE_BIN)

static char *
dup_name (SgnNewCompanyPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

/* (nullable): why no new file can be at @path */
static const char *
find_problem (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return _ ("There is a file with this name already. Choose another name or place.");
  if (g_access (folder, W_OK | X_OK) != 0)
    return _ ("Nothing can be written into this folder. Choose another place.");
  return NULL;
}

static void
show_place (SgnNewCompanyPage *self)
{
  g_autoptr (GFile) file = self->path != NULL ? g_file_new_for_path (self->path) : NULL;
  g_autofree char *words =
    file != NULL ? sgn_own_folder_dup_place (file) : g_strdup (_ ("Named after the company"));
  const char *problem = self->path != NULL ? find_problem (self->path) : NULL;

  adw_action_row_set_subtitle (self->place_row, words);
  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  gtk_widget_set_sensitive (self->begin_button, self->path != NULL && problem == NULL);
  if (problem != NULL)
    sgn_announce (GTK_WIDGET (self), problem);
}

static void
name_changed_cb (SgnNewCompanyPage *self)
{
  g_autofree char *name = dup_name (self);

  if (!self->chosen) {
    g_clear_pointer (&self->path, g_free);
    self->path = *name != '\0' ? sgn_own_folder_find_place (name) : NULL;
  }
  show_place (self);
  if (*name == '\0')
    gtk_widget_set_sensitive (self->begin_button, FALSE);
}

static void
begin_cb (SgnNewCompanyPage *self)
{
  if (gtk_widget_get_sensitive (self->begin_button))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.create", NULL);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnNewCompanyPage) self = user_data;
  g_autoptr (GFile) file = sgn_save_file_finish (GTK_WINDOW (object), result, NULL);

  if (file != NULL && self->clamp != NULL)
    sgn_new_company_page_set_file (self, file);
}

static void
choose_cb (SgnNewCompanyPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = self->path != NULL ? g_filename_display_basename (self->path)
                                             : g_strdup_printf ("%s.sengen", _ ("Company"));

  sgn_save_file_async (GTK_WINDOW (root), _ ("Where the company’s file goes"), name, chosen_cb,
                       g_object_ref (self));
}

static void
over_cb (SgnNewCompanyPage *self)
{
  gtk_widget_grab_focus (self->begin_button);
}

static void
letters_changed_cb (SgnNewCompanyPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
}

static void
sgn_new_company_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_NEW_COMPANY_PAGE);

  G_OBJECT_CLASS (sgn_new_company_page_parent_class)->dispose (object);
}

static void
sgn_new_company_page_finalize (GObject *object)
{
  g_clear_pointer (&SGN_NEW_COMPANY_PAGE (object)->path, g_free);

  G_OBJECT_CLASS (sgn_new_company_page_parent_class)->finalize (object);
}

static void
sgn_new_company_page_class_init (SgnNewCompanyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_new_company_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_new_company_page_finalize;

  g_type_ensure (SGN_TYPE_NEW_STEPS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-new-company-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnNewCompanyPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnNewCompanyPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, SgnNewCompanyPage, place_row);
  gtk_widget_class_bind_template_child (widget_class, SgnNewCompanyPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SgnNewCompanyPage, steps);
  gtk_widget_class_bind_template_child (widget_class, SgnNewCompanyPage, begin_button);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, over_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.show-start",
                                       NULL);
}

static void
sgn_new_company_page_init (SgnNewCompanyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  letters_changed_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (letters_changed_cb), self, G_CONNECT_SWAPPED);
  name_changed_cb (self);
}

/**
 * sgn_new_company_page_new:
 *
 * Returns: a page about a company without a name yet
 */
GtkWidget *
sgn_new_company_page_new (void)
{
  return g_object_new (SGN_TYPE_NEW_COMPANY_PAGE, NULL);
}

/**
 * sgn_new_company_page_opened:
 * @self: a page that is shown from now on
 * @name: what was typed as the company's name; may be empty
 *
 * The focus goes to what is pressed to begin, or to the name where there is none.
 */
void
sgn_new_company_page_opened (SgnNewCompanyPage *self, const char *name)
{
  g_return_if_fail (SGN_IS_NEW_COMPANY_PAGE (self));

  if (*name != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  name_changed_cb (self);
  if (!gtk_widget_get_sensitive (self->begin_button) || !gtk_widget_grab_focus (self->begin_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

SgnProfile *
sgn_new_company_page_make_profile (SgnNewCompanyPage *self)
{
  g_autofree char *name = dup_name (self);
  SgnProfile *profile = sgn_profile_new (name);

  sgn_new_steps_fill (self->steps, profile);
  return profile;
}

const char *
sgn_new_company_page_get_path (SgnNewCompanyPage *self)
{
  g_return_val_if_fail (SGN_IS_NEW_COMPANY_PAGE (self), NULL);

  return self->path;
}

/**
 * sgn_new_company_page_set_file:
 * @self: a page
 * @file: where the company's file is to be; the ending is added where it is missing
 */
void
sgn_new_company_page_set_file (SgnNewCompanyPage *self, GFile *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (SGN_IS_NEW_COMPANY_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)",
                                _ ("The company cannot begin there"),
                                _ ("This place is not on this computer. Choose a folder of it."));
    return;
  }
  g_free (self->path);
  self->path = g_str_has_suffix (path, ".sengen") ? g_steal_pointer (&path)
                                                  : g_strconcat (path, ".sengen", NULL);
  self->chosen = TRUE;
  name_changed_cb (self);
}

const char *
sgn_new_company_page_get_goal (SgnNewCompanyPage *self)
{
  g_return_val_if_fail (SGN_IS_NEW_COMPANY_PAGE (self), NULL);

  return sgn_new_steps_get_goal (self->steps);
}

const char *
sgn_new_company_page_get_folder (SgnNewCompanyPage *self)
{
  g_return_val_if_fail (SGN_IS_NEW_COMPANY_PAGE (self), NULL);

  return sgn_new_steps_get_folder (self->steps);
}

const char *
sgn_new_company_page_get_problem (SgnNewCompanyPage *self)
{
  g_return_val_if_fail (SGN_IS_NEW_COMPANY_PAGE (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->problem_label))
           ? gtk_label_get_text (self->problem_label)
           : NULL;
}
