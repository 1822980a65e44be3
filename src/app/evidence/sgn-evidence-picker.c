/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-evidence-picker.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-labels.h"
#include "sgn-match.h"

/* One line to choose, which cannot be told from its looks alone: its number is behind it. */
#define SGN_TYPE_KEPT_FILE (sgn_kept_file_get_type ())
G_DECLARE_FINAL_TYPE (SgnKeptFile, sgn_kept_file, SGN, KEPT_FILE, GObject)

struct _SgnKeptFile {
  GObject parent_instance;

  gint64 id;
  char *title;
  char *facts;
  char *folded; /* what a search looks through */
};

G_DEFINE_FINAL_TYPE (SgnKeptFile, sgn_kept_file, G_TYPE_OBJECT)

static void
sgn_kept_file_finalize (GObject *object)
{
  SgnKeptFile *self = SGN_KEPT_FILE (object);

  g_free (self->title);
  g_free (self->facts);
  g_free (self->folded);

  G_OBJECT_CLASS (sgn_kept_file_parent_class)->finalize (object);
}

static void
sgn_kept_file_class_init (SgnKeptFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_kept_file_finalize;
}

static void
sgn_kept_file_init (SgnKeptFile *self)
{
}

struct _SgnEvidencePicker {
  AdwMessageDialog parent_instance;

  GtkEditable *search;
  GtkListView *list;
  GtkStack *stack;

  GListStore *files; /* of SgnKeptFile */
  GtkFilterListModel *found;
  GtkSingleSelection *selection;
  GPtrArray *words; /* (nullable) (element-type utf8): folded, what is looked for */

  GtkWidget *widget;
  SgnSession *session;
  SgnSaving *saving;
  char *catalogue;
  gint64 assessment;
  char *item;
};

G_DEFINE_FINAL_TYPE (SgnEvidencePicker, sgn_evidence_picker, ADW_TYPE_MESSAGE_DIALOG)

static SgnKeptFile *
kept_file_new (const SgnEvidence *evidence, const char *now)
{
  SgnKeptFile *self = g_object_new (SGN_TYPE_KEPT_FILE, NULL);
  g_autofree char *own =
    evidence->dated != NULL ? g_strdup_printf ("%sT00:00:00+09:00", evidence->dated) : NULL;
  g_autofree char *day =
    sgn_label_day (own != NULL ? own : evidence->added_at, now, sgn_language_of_user ());
  g_autoptr (GString) folded = g_string_new (NULL);

  self->id = evidence->id;
  self->title = g_strdup (evidence->title);
  /* Translators: the day of a file, and its name */
  self->facts = g_strdup_printf (_ ("%s · %s"), day, evidence->file_name);
  sgn_match_append (folded, evidence->title);
  sgn_match_append (folded, evidence->file_name);
  self->folded = g_string_free (g_steal_pointer (&folded), FALSE);
  return self;
}

static gboolean
is_found (gpointer item, gpointer user_data)
{
  const SgnEvidencePicker *self = user_data;

  return self->words == NULL || self->words->len == 0 ||
         sgn_match_fit (SGN_KEPT_FILE (item)->folded, self->words) != SGN_FIT_NOT;
}

/* Nothing to choose is said, and cannot be chosen. */
static void
update (SgnEvidencePicker *self)
{
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, some ? "files" : "nothing");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "use", some);
}

static void
search_cb (SgnEvidencePicker *self)
{
  g_clear_pointer (&self->words, g_ptr_array_unref);
  self->words = sgn_match_split (gtk_editable_get_text (self->search));
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static GtkWidget *
make_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_line ("word"));
  gtk_box_append (GTK_BOX (box), make_line ("sg-small"));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const SgnKeptFile *file = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (title), file->title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), file->facts);
}

typedef struct {
  GtkWidget *widget;
  SgnSaving *saving;
} Linking;

static void
linked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Linking *linking = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  sgn_saving_end (linking->saving, NULL);
  if (error != NULL)
    gtk_widget_activate_action (linking->widget, "win.tell", "(ss)",
                                _ ("The evidence could not be changed"), error->message);
  else
    gtk_widget_activate_action (linking->widget, "win.toast-undo", "s",
                                _ ("The evidence now belongs to this question too."));
  g_object_unref (linking->widget);
  g_object_unref (linking->saving);
  g_free (linking);
}

static void
response_cb (SgnEvidencePicker *self, const char *response)
{
  const SgnKeptFile *file = gtk_single_selection_get_selected_item (self->selection);
  const SgnEvidenceUse use = { .catalogue = self->catalogue,
                               .assessment = self->assessment,
                               .item = self->item };
  Linking *linking;

  if (g_strcmp0 (response, "use") != 0 || file == NULL)
    return;
  linking = g_new0 (Linking, 1);
  linking->widget = g_object_ref (self->widget);
  linking->saving = g_object_ref (self->saving);
  sgn_saving_begin (self->saving);
  sgn_session_link_evidence_async (self->session, file->id, &use, linked_cb, linking);
}

static void
activated_cb (SgnEvidencePicker *self)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (self), "use");
}

static void
sgn_evidence_picker_dispose (GObject *object)
{
  SgnEvidencePicker *self = SGN_EVIDENCE_PICKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SGN_TYPE_EVIDENCE_PICKER);
  g_clear_object (&self->selection);
  g_clear_object (&self->widget);
  g_clear_object (&self->session);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (sgn_evidence_picker_parent_class)->dispose (object);
}

static void
sgn_evidence_picker_finalize (GObject *object)
{
  SgnEvidencePicker *self = SGN_EVIDENCE_PICKER (object);

  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_free (self->catalogue);
  g_free (self->item);

  G_OBJECT_CLASS (sgn_evidence_picker_parent_class)->finalize (object);
}

static void
sgn_evidence_picker_class_init (SgnEvidencePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_evidence_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = sgn_evidence_picker_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-evidence-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnEvidencePicker, search);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidencePicker, list);
  gtk_widget_class_bind_template_child (widget_class, SgnEvidencePicker, stack);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
}

static void
sgn_evidence_picker_init (SgnEvidencePicker *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));

  gtk_widget_init_template (GTK_WIDGET (self));
  self->files = g_list_store_new (SGN_TYPE_KEPT_FILE);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (self->files), filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->found));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "use", _ ("_Use"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "use", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "use");
}

/* Newest first: what is added for one question often proves the next one too. */
static void
fill (SgnEvidencePicker *self, const SgnRecord *record, GPtrArray *without)
{
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (self->session));

  for (guint i = record->evidence->len; i > 0; i--) {
    const SgnEvidence *evidence = g_ptr_array_index (record->evidence, i - 1);
    g_autoptr (SgnKeptFile) file = NULL;

    if (evidence->retired || g_ptr_array_find (without, evidence, NULL))
      continue;
    file = kept_file_new (evidence, now);
    g_list_store_append (self->files, file);
  }
  update (self);
}

/**
 * sgn_evidence_picker_open:
 * @place: what it is to prove; copied
 * @without: those that prove it already
 *
 * Shows the dialog; what is chosen is one act.
 *
 * Returns: (nullable) (transfer none): the dialog
 */
GtkWidget *
sgn_evidence_picker_open (const SgnEvidencePlace *place, GPtrArray *without)
{
  GtkRoot *root = gtk_widget_get_root (place->widget);
  SgnEvidencePicker *self;

  if (!GTK_IS_WINDOW (root))
    return NULL;
  self = g_object_new (SGN_TYPE_EVIDENCE_PICKER, "transient-for", root, NULL);
  self->widget = g_object_ref (place->widget);
  self->session = g_object_ref (place->session);
  self->saving = g_object_ref (place->saving);
  self->catalogue = g_strdup (place->use.catalogue);
  self->assessment = place->use.assessment;
  self->item = g_strdup (place->use.item);
  fill (self, sgn_session_get_record (self->session), without);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

guint
sgn_evidence_picker_count (SgnEvidencePicker *self)
{
  g_return_val_if_fail (SGN_IS_EVIDENCE_PICKER (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

void
sgn_evidence_picker_select (SgnEvidencePicker *self, guint position)
{
  g_return_if_fail (SGN_IS_EVIDENCE_PICKER (self));

  gtk_single_selection_set_selected (self->selection, position);
}
