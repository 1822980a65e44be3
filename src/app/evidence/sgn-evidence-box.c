/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-evidence-box.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-evidence-adding.h"
#include "sgn-evidence-dialog.h"
#include "sgn-evidence-opening.h"
#include "sgn-evidence-picker.h"
#include "sgn-evidence-row.h"
#include "sgn-evidence.h"

/* As many rows as a question is read with; a row with its menu is slow to make and to measure. */
#define FIRST_ROWS 6
#define MORE_ROWS 20
#define MAX_HINTS 3

struct _SgnEvidenceBox {
  GtkBox parent_instance;

  GtkLabel *count;
  GtkBox *rows;
  GtkButton *more;
  GtkLabel *hint;
  GtkWidget *buttons;

  SgnChecklist *checklist;
  SgnSaving *saving;
  guint index;
  guint n_wanted;  /* rows */
  char *shown;     /* (nullable): what the rows say, to see whether it is the same */
  gint64 replaced; /* what the file that is being chosen replaces, or 0 */
};

G_DEFINE_FINAL_TYPE (SgnEvidenceBox, sgn_evidence_box, GTK_TYPE_BOX)

static SgnSession *
get_session (SgnEvidenceBox *self)
{
  return sgn_checklist_get_session (self->checklist);
}

static const SgnItem *
get_item (SgnEvidenceBox *self)
{
  return sgn_checklist_get_item (self->checklist, self->index);
}

static void
add_those_of (GPtrArray *found,
              const SgnRecord *record,
              const SgnAssessment *assessment,
              const char *item)
{
  g_autofree char *reference = sgn_answer_make_reference (assessment->id, item);

  for (guint i = 0; i < record->evidence->len; i++) {
    SgnEvidence *evidence = g_ptr_array_index (record->evidence, i);

    if (sgn_evidence_has_link (evidence, reference) &&
        sgn_evidence_counts_for (record, evidence, assessment, reference) &&
        !g_ptr_array_find (found, evidence, NULL))
      g_ptr_array_add (found, evidence);
  }
}

/* Of the answer that counts, which may be a site's, and of the company's own. */
static GPtrArray *
find_evidence (SgnEvidenceBox *self)
{
  const SgnCheckAnswers *answers = sgn_checklist_get_answers (self->checklist);
  GPtrArray *found = g_ptr_array_new ();
  const SgnAssessment *source;

  if (answers->combined == NULL)
    return found;
  source = sgn_combined_find_answer (answers->combined, get_item (self)).source;
  if (source != NULL)
    add_those_of (found, answers->record, source, get_item (self)->id);
  add_those_of (found, answers->record, answers->combined->own, get_item (self)->id);
  return found;
}

static char *
dup_state (SgnEvidenceBox *self, GPtrArray *found)
{
  GString *state = g_string_new (sgn_evidence_box_is_open (self) ? "open" : "locked");

  g_string_append_printf (state, " %u", found->len);
  for (guint i = 0; i < MIN (found->len, self->n_wanted); i++) {
    const SgnEvidence *evidence = g_ptr_array_index (found, i);

    g_string_append_printf (state, "\n%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s", evidence->id,
                            evidence->sha256, evidence->title,
                            evidence->dated != NULL ? evidence->dated : "",
                            evidence->expires != NULL ? evidence->expires : "");
  }
  return g_string_free (state, FALSE);
}

/* What is not shown can be asked for, some at a time. */
static void
fill_rows (SgnEvidenceBox *self, GPtrArray *found)
{
  guint n_left = found->len - MIN (found->len, self->n_wanted);
  g_autofree char *more =
    g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_left), n_left);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; i < found->len - n_left; i++)
    gtk_box_append (self->rows,
                    sgn_evidence_row_new (get_session (self), g_ptr_array_index (found, i),
                                          !sgn_evidence_box_is_open (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), found->len > 0);
  gtk_button_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_left > 0);
}

/* “Good to have: list of devices, record of training” */
static void
fill_hint (SgnEvidenceBox *self)
{
  const SgnItem *item = get_item (self);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *hint = NULL;

  for (guint i = 0; i < item->evidence->len && i < MAX_HINTS; i++) {
    if (i > 0)
      g_string_append (words, _ (", "));
    g_string_append (words,
                     sgn_text_get (g_ptr_array_index (item->evidence, i), sgn_language_of_user ()));
  }
  hint = g_strdup_printf (_ ("Good to have: %s"), words->str);
  gtk_label_set_text (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), item->evidence->len > 0);
}

static void
refresh (SgnEvidenceBox *self)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *state = NULL;
  g_autofree char *count = NULL;

  found = find_evidence (self);
  state = dup_state (self, found);
  count = g_strdup_printf (ngettext ("%u piece", "%u pieces", found->len), found->len);
  gtk_label_set_text (self->count, found->len > 0 ? count : "");
  gtk_widget_set_visible (self->buttons, sgn_evidence_box_is_open (self));
  fill_hint (self);
  if (g_strcmp0 (self->shown, state) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  fill_rows (self, found);
}

/* @key: holds the words while the place is used */
static SgnEvidencePlace
get_place (SgnEvidenceBox *self, char **key)
{
  const SgnAssessment *assessment = sgn_checklist_get_assessment (self->checklist);

  *key = sgn_catalogue_dup_key (sgn_checklist_get_catalogue (self->checklist));
  return (SgnEvidencePlace){ .widget = GTK_WIDGET (self),
                             .session = get_session (self),
                             .saving = self->saving,
                             .use = { .catalogue = *key,
                                      .assessment = assessment != NULL ? assessment->id : 0,
                                      .item = get_item (self)->id } };
}

static void
add_files (SgnEvidenceBox *self, GSList *files, gint64 replaces)
{
  g_autofree char *key = NULL;
  const SgnEvidencePlace place = get_place (self, &key);

  if (files != NULL && sgn_evidence_box_is_open (self))
    sgn_evidence_add_files (&place, files, replaces);
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnEvidenceBox) self = user_data;
  g_autoptr (GFile) file = sgn_open_file_finish (GTK_WINDOW (object), result, NULL);
  g_autoptr (GSList) files = NULL;

  if (file == NULL || self->checklist == NULL)
    return;
  files = g_slist_prepend (NULL, file);
  add_files (self, files, self->replaced);
}

static void
choose (SgnEvidenceBox *self, const char *title, gint64 replaced)
{
  const SgnFileKind kind = { .name = _ ("All files"), .pattern = "*" };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!GTK_IS_WINDOW (root) || !sgn_evidence_box_is_open (self))
    return;
  self->replaced = replaced;
  sgn_open_file_async (GTK_WINDOW (root), title, &kind, chosen_cb, g_object_ref (self));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_evidence_box_choose_file (SGN_EVIDENCE_BOX (widget));
}

/* The keyboard goes to the first of those that were asked for. */
static void
more_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnEvidenceBox *self = SGN_EVIDENCE_BOX (widget);
  GtkWidget *row;
  guint n_before = self->n_wanted;

  self->n_wanted += MORE_ROWS;
  refresh (self);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  for (guint i = 0; row != NULL && i < n_before; i++)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
link_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnEvidenceBox *self = SGN_EVIDENCE_BOX (widget);
  g_autoptr (GPtrArray) here = find_evidence (self);
  g_autofree char *key = NULL;
  const SgnEvidencePlace place = get_place (self, &key);

  sgn_evidence_picker_open (&place, here);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_evidence_open_outside (widget, get_session (SGN_EVIDENCE_BOX (widget)),
                             g_variant_get_int64 (target));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnEvidenceBox *self = SGN_EVIDENCE_BOX (widget);

  sgn_evidence_dialog_open (widget, get_session (self), self->saving, g_variant_get_int64 (target));
}

static void
replace_action (GtkWidget *widget, const char *name, GVariant *target)
{
  choose (SGN_EVIDENCE_BOX (widget), _ ("The Newer File"), g_variant_get_int64 (target));
}

static void
end_change (SgnEvidenceBox *self, GObject *session, GAsyncResult *result, const char *words)
{
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (session), result, &error);
  if (self->saving != NULL)
    sgn_saving_end (self->saving, NULL);
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(ss)",
                                _ ("The evidence could not be changed"), error->message);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", words);
}

static void
unlinked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnEvidenceBox) self = user_data;

  end_change (self, object, result, _ ("The evidence no longer belongs to this question."));
}

static void
retired_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnEvidenceBox) self = user_data;

  end_change (self, object, result, _ ("The evidence was withdrawn."));
}

static void
unlink_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnEvidenceBox *self = SGN_EVIDENCE_BOX (widget);
  g_autofree char *key = NULL;
  const SgnEvidencePlace place = get_place (self, &key);

  sgn_saving_begin (self->saving);
  sgn_session_unlink_evidence_async (get_session (self), g_variant_get_int64 (target), &place.use,
                                     unlinked_cb, g_object_ref (self));
}

static void
retire_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnEvidenceBox *self = SGN_EVIDENCE_BOX (widget);

  sgn_saving_begin (self->saving);
  sgn_session_retire_evidence_async (get_session (self), g_variant_get_int64 (target), retired_cb,
                                     g_object_ref (self));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, SgnEvidenceBox *self)
{
  return sgn_evidence_box_add_value (self, value);
}

static void
pasted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnEvidenceBox) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error);

  if (self->checklist == NULL)
    return;
  if (value == NULL || !sgn_evidence_box_add_value (self, value))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("What was copied could not be read. Copy it once more."));
}

static void
sgn_evidence_box_dispose (GObject *object)
{
  SgnEvidenceBox *self = SGN_EVIDENCE_BOX (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_EVIDENCE_BOX);
  g_clear_object (&self->checklist);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_evidence_box_parent_class)->dispose (object);
}

static void
sgn_evidence_box_finalize (GObject *object)
{
  g_free (SGN_EVIDENCE_BOX (object)->shown);

  G_OBJECT_CLASS (sgn_evidence_box_parent_class)->finalize (object);
}

static void
sgn_evidence_box_class_init (SgnEvidenceBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_evidence_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_evidence_box_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-evidence-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceBox, count);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceBox, rows);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceBox, more);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceBox, hint);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidenceBox, buttons);
  gtk_widget_class_install_action (widget_class, "evidence.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "evidence.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "evidence.link", NULL, link_action);
  gtk_widget_class_install_action (widget_class, "evidence.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "evidence.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "evidence.replace", "x", replace_action);
  gtk_widget_class_install_action (widget_class, "evidence.unlink", "x", unlink_action);
  gtk_widget_class_install_action (widget_class, "evidence.retire", "x", retire_action);
}

static void
sgn_evidence_box_init (SgnEvidenceBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->n_wanted = FIRST_ROWS;
}

/**
 * sgn_evidence_box_watch:
 * @self: a box
 * @checklist: whose evidence it shows
 * @saving: what the saved line says
 */
void
sgn_evidence_box_watch (SgnEvidenceBox *self, SgnChecklist *checklist, SgnSaving *saving)
{
  g_return_if_fail (SGN_IS_EVIDENCE_BOX (self));
  g_return_if_fail (self->checklist == NULL);

  self->checklist = g_object_ref (checklist);
  self->saving = g_object_ref (saving);
}

void
sgn_evidence_box_show_item (SgnEvidenceBox *self, guint index)
{
  g_return_if_fail (SGN_IS_EVIDENCE_BOX (self));

  if (self->index != index)
    self->n_wanted = FIRST_ROWS;
  self->index = index;
  refresh (self);
}

gboolean
sgn_evidence_box_is_open (SgnEvidenceBox *self)
{
  g_return_val_if_fail (SGN_IS_EVIDENCE_BOX (self), FALSE);

  return self->checklist != NULL && sgn_checklist_is_editable (self->checklist);
}

void
sgn_evidence_box_choose_file (SgnEvidenceBox *self)
{
  g_return_if_fail (SGN_IS_EVIDENCE_BOX (self));

  choose (self, _ ("Add Evidence"), 0);
}

void
sgn_evidence_box_take_drops (SgnEvidenceBox *self, GtkWidget *widget)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  g_return_if_fail (SGN_IS_EVIDENCE_BOX (self));

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

gboolean
sgn_evidence_box_paste (SgnEvidenceBox *self)
{
  GdkClipboard *clipboard;
  GdkContentFormats *formats;
  GType type;

  g_return_val_if_fail (SGN_IS_EVIDENCE_BOX (self), FALSE);

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  formats = gdk_clipboard_get_formats (clipboard);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
      gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    type = GDK_TYPE_FILE_LIST;
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) ||
           gdk_content_formats_contain_mime_type (formats, "image/png"))
    type = GDK_TYPE_TEXTURE;
  else
    return FALSE;
  gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, NULL, pasted_cb,
                                  g_object_ref (self));
  return TRUE;
}

/**
 * sgn_evidence_box_add_value:
 * @self: a box
 * @value: what was drawn here or copied
 *
 * Adds files, or a picture that is in none.
 *
 * Returns: whether it was one of them, and evidence can be added
 */
gboolean
sgn_evidence_box_add_value (SgnEvidenceBox *self, const GValue *value)
{
  g_autofree char *key = NULL;
  SgnEvidencePlace place;

  g_return_val_if_fail (SGN_IS_EVIDENCE_BOX (self), FALSE);

  if (!sgn_evidence_box_is_open (self))
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST)) {
    g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

    add_files (self, files, 0);
    return files != NULL;
  }
  if (!G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    return FALSE;
  place = get_place (self, &key);
  sgn_evidence_add_picture (&place, g_value_get_object (value));
  return TRUE;
}
