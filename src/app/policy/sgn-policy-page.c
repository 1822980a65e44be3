/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy-page-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-line.h"
#include "sgn-policy-part-row.h"
#include "sgn-text-size.h"

#define WIDTH 860
#define PARTS_WIDTH 226

G_DEFINE_FINAL_TYPE (SgnPolicyPage, sgn_policy_page, SGN_TYPE_PAGE)

SgnSession *
sgn_policy_page_get_own_session (SgnPolicyPage *self)
{
  return sgn_page_get_session (SGN_PAGE (self));
}

/* What is found in a part, in both languages. */
GPtrArray *
sgn_policy_page_check_part (SgnPolicyPage *self, guint part)
{
  g_autofree char *ja = sgn_policy_state_dup_text (&self->state, part, SGN_LANGUAGE_JA);
  g_autofree char *en = sgn_policy_state_dup_text (&self->state, part, SGN_LANGUAGE_EN);

  return sgn_policy_guard_check_part (self->guard, sgn_policy_state_get_id (&self->state, part), ja,
                                      en, sgn_policy_state_has_english (&self->state));
}

static void
show_counts (SgnPolicyPage *self)
{
  for (guint i = 0; i < sgn_policy_state_count_parts (&self->state); i++) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->parts, (int) i);
    g_autoptr (GPtrArray) findings = sgn_policy_page_check_part (self, i);

    sgn_policy_part_row_set_count (SGN_POLICY_PART_ROW (row), findings->len);
  }
}

/* Takes @findings. */
static void
show_findings (SgnPolicyPage *self, GPtrArray *findings)
{
  g_autofree char *now =
    sgn_clock_now (sgn_session_get_clock (sgn_policy_page_get_own_session (self)));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->parts, (int) self->part);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = findings;
  for (guint i = 0; i < SGN_POLICY_LANGUAGES; i++)
    sgn_policy_text_mark (self->texts[i], findings);
  sgn_policy_findings_show (self->findings_box, findings,
                            sgn_policy_state_is_editable (&self->state), now);
  sgn_policy_part_row_set_count (SGN_POLICY_PART_ROW (row), findings->len);
}

/* While it is typed, and not saved yet. */
void
sgn_policy_page_edited (SgnPolicyPage *self)
{
  g_autofree char *ja = sgn_policy_text_dup_text (self->texts[SGN_LANGUAGE_JA]);
  g_autofree char *en = sgn_policy_text_dup_text (self->texts[SGN_LANGUAGE_EN]);
  const char *id = sgn_policy_state_get_id (&self->state, self->part);

  if (self->guard != NULL)
    show_findings (self, sgn_policy_guard_check_part (self->guard, id, ja, en,
                                                      sgn_policy_state_has_english (&self->state)));
}

static void
show_resets (SgnPolicyPage *self)
{
  for (guint i = 0; i < SGN_POLICY_LANGUAGES; i++) {
    g_autofree char *draft = sgn_policy_state_dup_draft (&self->state, self->part, i);
    g_autofree char *text = sgn_policy_state_dup_text (&self->state, self->part, i);

    gtk_widget_set_visible (self->resets[i],
                            draft != NULL && sgn_policy_state_is_editable (&self->state));
    gtk_widget_set_sensitive (self->resets[i], g_strcmp0 (draft, text) != 0);
  }
}

/* @anew: another part or version than before */
static void
show_texts (SgnPolicyPage *self, gboolean anew)
{
  gboolean editable = sgn_policy_state_is_editable (&self->state);

  for (guint i = 0; i < SGN_POLICY_LANGUAGES; i++) {
    g_autofree char *text = sgn_policy_state_dup_text (&self->state, self->part, i);

    if (anew)
      sgn_policy_text_replace (self->texts[i], text);
    else
      sgn_policy_text_set_text (self->texts[i], text);
    sgn_policy_text_set_editable (self->texts[i], editable);
  }
  show_resets (self);
}

static void
name_texts (SgnPolicyPage *self, const char *title)
{
  g_autofree char *english = g_strdup_printf (_ ("%s (English)"), title);

  gtk_label_set_text (self->title, title);
  sgn_policy_text_set_name (self->texts[SGN_LANGUAGE_JA], title);
  sgn_policy_text_set_name (self->texts[SGN_LANGUAGE_EN], english);
}

static void
show_part (SgnPolicyPage *self)
{
  g_autofree char *title = sgn_policy_state_dup_title (&self->state, self->part);

  self->showing = TRUE;
  gtk_list_box_select_row (self->parts,
                           gtk_list_box_get_row_at_index (self->parts, (int) self->part));
  gtk_drop_down_set_selected (self->choice, self->part);
  self->showing = FALSE;
  self->finding = -1;
  name_texts (self, title);
  show_texts (self, TRUE);
  if (self->guard != NULL)
    show_findings (self, sgn_policy_page_check_part (self, self->part));
}

static char *
dup_hint (SgnPolicyPage *self, const SgnPolicy *policy)
{
  if (sgn_session_get_read_only (sgn_policy_page_get_own_session (self)))
    return NULL;
  if (policy == NULL)
    return g_strdup (_ ("There is no basic policy yet. These are draft words: begin with them, or "
                        "write your own. Write only what your company really does."));
  if (self->state.version != 0)
    return g_strdup_printf (_ ("Version %d as it was. It can only be read."),
                            (int) policy->version);
  if (policy->published_on != NULL)
    return g_strdup_printf (_ ("Version %d is public and stays as it is. A change begins version "
                               "%d."),
                            (int) policy->version, (int) policy->version + 1);
  return NULL;
}

/* What comes next: to begin, to publish, or to declare. */
static void
show_acts (SgnPolicyPage *self, const SgnPolicy *policy)
{
  g_autofree char *hint = dup_hint (self, policy);
  gboolean done = policy != NULL && policy->published_on != NULL;
  gboolean editable = sgn_policy_state_is_editable (&self->state);

  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_button_set_label (GTK_BUTTON (self->primary), policy == NULL ? _ ("Begin with These Words")
                                                    : done         ? _ ("Go to the Declaration")
                                                                   : _ ("Record Publication"));
  gtk_widget_set_visible (self->primary, editable);
  gtk_widget_set_visible (self->back, self->state.version != 0);
}

static void
show_record (SgnPolicyPage *self)
{
  SgnRecord *record = sgn_session_get_record (sgn_policy_page_get_own_session (self));
  const SgnPolicy *policy;
  gboolean had_english;

  if (record == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  sgn_page_take_news (SGN_PAGE (self));
  policy = sgn_policy_state_get_policy (&self->state);
  had_english = gtk_expander_get_expanded (self->english);
  g_clear_pointer (&self->guard, sgn_policy_guard_free);
  self->guard =
    sgn_policy_guard_new (sgn_session_get_library (sgn_policy_page_get_own_session (self)), record,
                          sgn_language_of_user ());
  show_texts (self, FALSE);
  show_counts (self);
  sgn_policy_page_edited (self);
  gtk_expander_set_expanded (self->english,
                             had_english || sgn_policy_state_has_english (&self->state));
  sgn_policy_versions_show (self->versions, record, policy != NULL ? policy->version : 0);
  sgn_policy_publish_show (self->publish, policy, sgn_policy_state_is_editable (&self->state));
  show_acts (self, policy);
}

static void
mapped_cb (SgnPolicyPage *self)
{
  if (!sgn_page_take_news (SGN_PAGE (self)))
    return;
  show_part (self);
  show_record (self);
}

void
sgn_policy_page_flush_texts (SgnPolicyPage *self)
{
  for (guint i = 0; i < SGN_POLICY_LANGUAGES; i++)
    sgn_policy_text_flush (self->texts[i]);
}

void
sgn_policy_page_go_to_part (SgnPolicyPage *self, guint part)
{
  if (part >= sgn_policy_state_count_parts (&self->state) || part == self->part)
    return;
  sgn_policy_page_flush_texts (self);
  self->part = part;
  show_part (self);
}

static void
part_cb (SgnPolicyPage *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->showing)
    sgn_policy_page_go_to_part (self, (guint) gtk_list_box_row_get_index (row));
}

static void
choice_cb (SgnPolicyPage *self)
{
  if (!self->showing)
    sgn_policy_page_go_to_part (self, gtk_drop_down_get_selected (self->choice));
}

static void
back_cb (SgnPolicyPage *self)
{
  sgn_policy_page_show_version (self, 0);
  sgn_page_opened (SGN_PAGE (self));
}

static void
version_cb (SgnPolicyPage *self, gint64 version)
{
  SgnRecord *record = sgn_session_get_record (sgn_policy_page_get_own_session (self));
  const SgnPolicy *newest = record != NULL ? sgn_record_get_policy (record) : NULL;

  sgn_policy_page_show_version (self, newest != NULL && newest->version == version ? 0 : version);
}

/* Where the work is: to begin, to write, or to go on. */
static void
sgn_policy_page_opened (SgnPage *page)
{
  SgnPolicyPage *self = SGN_POLICY_PAGE (page);
  const SgnPolicy *policy = sgn_policy_state_get_policy (&self->state);

  if (sgn_policy_state_is_editable (&self->state) && policy == NULL)
    gtk_widget_grab_focus (self->primary);
  else
    sgn_policy_text_focus (self->texts[SGN_LANGUAGE_JA]);
}

static void
sgn_policy_page_flush (SgnPage *page)
{
  sgn_policy_page_flush_texts (SGN_POLICY_PAGE (page));
}

/* "incidents 0": the part, and the version where it is not the one that is written. */
static char *
sgn_policy_page_dup_place (SgnPage *page)
{
  SgnPolicyPage *self = SGN_POLICY_PAGE (page);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT, sgn_policy_page_get_part (self),
                          self->state.version);
}

static void
sgn_policy_page_go_to_place (SgnPage *page, const char *place)
{
  g_auto (GStrv) words = g_strsplit (place, " ", 2);

  if (g_strv_length (words) != 2)
    return;
  sgn_policy_page_show_version (SGN_POLICY_PAGE (page), g_ascii_strtoll (words[1], NULL, 10));
  sgn_policy_page_show_part (SGN_POLICY_PAGE (page), words[0]);
}

/* Narrow, the list of parts is a choice above the text. */
static void
narrow_cb (SgnPolicyPage *self)
{
  gboolean narrow = sgn_page_get_narrow (SGN_PAGE (self));
  GtkBox *place = narrow ? self->below : self->parts_column;

  sgn_line_set_narrow (self->columns, narrow);
  gtk_widget_set_size_request (GTK_WIDGET (self->parts_column),
                               narrow ? -1 : sgn_text_scale_px (GTK_WIDGET (self), PARTS_WIDTH),
                               -1);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->parts_column), !narrow);
  adw_clamp_set_maximum_size (self->clamp, sgn_text_scale_px (GTK_WIDGET (self), WIDTH));
  if (gtk_widget_get_parent (GTK_WIDGET (self->versions)) != GTK_WIDGET (place)) {
    g_object_ref (self->versions);
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->versions))),
                    GTK_WIDGET (self->versions));
    gtk_box_append (place, GTK_WIDGET (self->versions));
    g_object_unref (self->versions);
  }
}

static void
add_parts (SgnPolicyPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->showing = TRUE;
  for (guint i = 0; i < sgn_policy_state_count_parts (&self->state); i++) {
    g_autofree char *title = sgn_policy_state_dup_title (&self->state, i);

    gtk_list_box_append (self->parts, sgn_policy_part_row_new (title));
    gtk_string_list_append (titles, title);
  }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (titles));
  self->showing = FALSE;
}

static void
add_boxes (SgnPolicyPage *self)
{
  SgnSession *session = sgn_policy_page_get_own_session (self);

  for (guint i = 0; i < SGN_POLICY_LANGUAGES; i++) {
    self->texts[i] = SGN_POLICY_TEXT (sgn_policy_text_new (i));
    g_signal_connect_object (self->texts[i], "commit",
                             G_CALLBACK (i == SGN_LANGUAGE_EN ? sgn_policy_acts_commit_en
                                                              : sgn_policy_acts_commit_ja),
                             self, G_CONNECT_SWAPPED);
    g_signal_connect_object (self->texts[i], "edited", G_CALLBACK (sgn_policy_page_edited), self,
                             G_CONNECT_SWAPPED);
  }
  self->findings_box = SGN_POLICY_FINDINGS (sgn_policy_findings_new ());
  self->publish =
    SGN_POLICY_PUBLISH (sgn_policy_publish_new (session, sgn_page_get_saving (SGN_PAGE (self))));
  self->versions = SGN_POLICY_VERSIONS (sgn_policy_versions_new ());
  gtk_box_append (self->japanese, GTK_WIDGET (self->texts[SGN_LANGUAGE_JA]));
  gtk_box_prepend (self->english_box, GTK_WIDGET (self->texts[SGN_LANGUAGE_EN]));
  gtk_box_append (self->below, GTK_WIDGET (self->findings_box));
  gtk_box_append (self->below, GTK_WIDGET (self->publish));
  gtk_box_append (self->parts_column, GTK_WIDGET (self->versions));
  g_signal_connect_object (self->findings_box, "take", G_CALLBACK (sgn_policy_acts_take), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->publish, "publish", G_CALLBACK (sgn_policy_acts_publish), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->versions, "choose", G_CALLBACK (version_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->versions, "compare", G_CALLBACK (sgn_policy_acts_compare), self,
                           G_CONNECT_SWAPPED);
}

static void
sgn_policy_page_constructed (GObject *object)
{
  SgnPolicyPage *self = SGN_POLICY_PAGE (object);
  SgnSession *session;

  G_OBJECT_CLASS (sgn_policy_page_parent_class)->constructed (object);

  session = sgn_policy_page_get_own_session (self);
  self->state.session = session;
  self->state.writer = sgn_policy_writer_new (session, sgn_page_get_saving (SGN_PAGE (self)));
  add_parts (self);
  add_boxes (self);
  g_signal_connect_object (self->state.writer, "written", G_CALLBACK (sgn_policy_acts_written),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state.writer, "changed", G_CALLBACK (show_resets), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::record", G_CALLBACK (show_record), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (show_record), self,
                           G_CONNECT_SWAPPED);
}

static void
sgn_policy_page_dispose (GObject *object)
{
  SgnPolicyPage *self = SGN_POLICY_PAGE (object);

  g_clear_object (&self->state.writer);
  g_clear_pointer (&self->guard, sgn_policy_guard_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_POLICY_PAGE);

  G_OBJECT_CLASS (sgn_policy_page_parent_class)->dispose (object);
}

static void
sgn_policy_page_class_init (SgnPolicyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SgnPageClass *page_class = SGN_PAGE_CLASS (klass);

  object_class->constructed = sgn_policy_page_constructed;
  object_class->dispose = sgn_policy_page_dispose;
  page_class->opened = sgn_policy_page_opened;
  page_class->flush = sgn_policy_page_flush;
  page_class->dup_place = sgn_policy_page_dup_place;
  page_class->go_to_place = sgn_policy_page_go_to_place;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/sengen_app/Sengen/ui/sgn-policy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, columns);
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, parts_column);
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, parts);
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, choice);
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, title);
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, hint);
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, japanese);
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, english);
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, english_box);
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, below);
  gtk_widget_class_bind_template_child_full (widget_class, "reset_ja", FALSE,
                                             G_STRUCT_OFFSET (SgnPolicyPage, resets[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "reset_en", FALSE,
                                             G_STRUCT_OFFSET (SgnPolicyPage, resets[1]));
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, primary);
  gtk_widget_class_bind_template_child (widget_class, SgnPolicyPage, back);
  gtk_widget_class_bind_template_callback (widget_class, part_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, sgn_policy_acts_reset_ja);
  gtk_widget_class_bind_template_callback (widget_class, sgn_policy_acts_reset_en);
  gtk_widget_class_bind_template_callback (widget_class, sgn_policy_acts_primary);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
sgn_policy_page_init (SgnPolicyPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->finding = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (sgn_policy_acts_key), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
}

void
sgn_policy_page_show_part (SgnPolicyPage *self, const char *part)
{
  g_return_if_fail (SGN_IS_POLICY_PAGE (self));

  sgn_policy_page_go_to_part (self, sgn_policy_state_find (&self->state, part));
}

void
sgn_policy_page_show_version (SgnPolicyPage *self, gint64 version)
{
  g_return_if_fail (SGN_IS_POLICY_PAGE (self));

  if (self->state.version == version)
    return;
  sgn_policy_page_flush_texts (self);
  self->state.version = version;
  show_part (self);
  show_record (self);
}

const char *
sgn_policy_page_get_part (SgnPolicyPage *self)
{
  g_return_val_if_fail (SGN_IS_POLICY_PAGE (self), NULL);

  return sgn_policy_state_get_id (&self->state, self->part);
}
