/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-policy-text.h"

#include <glib/gi18n-lib.h>

#include "sgn-colors.h"
#include "sgn-fold.h"
#include "sgn-plain.h"

#define PAUSE_MS 1500
#define FOUND "found"

struct _SgnPolicyText {
  GtkBox parent_instance;

  GtkLabel *room; /* the same words unseen: only a label knows how high they are in a width */
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkImage *verdict_icon;
  GtkLabel *verdict;

  SgnLanguage language;
  guint timer;
  gboolean dirty;
  gboolean setting;
  gboolean composing;
};

G_DEFINE_FINAL_TYPE (SgnPolicyText, sgn_policy_text, GTK_TYPE_BOX)

enum {
  SIGNAL_COMMIT,
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
paused_cb (gpointer user_data)
{
  SgnPolicyText *self = user_data;

  if (self->composing)
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  sgn_policy_text_flush (self);
  return G_SOURCE_REMOVE;
}

/* With a line more, for what an input method is composing. */
static void
make_room (SgnPolicyText *self)
{
  g_autofree char *text = sgn_policy_text_dup_text (self);
  g_autofree char *more = g_strconcat (text, "\n ", NULL);

  gtk_label_set_text (self->room, more);
}

static void
buffer_changed_cb (SgnPolicyText *self)
{
  make_room (self);
  if (self->setting)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE_MS, paused_cb, self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
preedit_changed_cb (SgnPolicyText *self, const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

/* Words that were found are underlined and tinted. */
static void
show_colors (SgnPolicyText *self)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (self->buffer);
  GtkTextTag *tag = gtk_text_tag_table_lookup (tags, FOUND);
  GdkRGBA line;
  GdkRGBA tint;

  sgn_color_get (SGN_COLOR_PARTIAL, sgn_scheme_get_current (), &line);
  sgn_color_get (SGN_COLOR_PARTIAL_TINT, sgn_scheme_get_current (), &tint);
  g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", &line,
                "background-rgba", &tint, NULL);
}

static void
sgn_policy_text_dispose (GObject *object)
{
  g_clear_handle_id (&SGN_POLICY_TEXT (object)->timer, g_source_remove);

  G_OBJECT_CLASS (sgn_policy_text_parent_class)->dispose (object);
}

static void
sgn_policy_text_class_init (SgnPolicyTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sgn_policy_text_dispose;

  signals[SIGNAL_COMMIT] = g_signal_new ("commit", SGN_TYPE_POLICY_TEXT, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_EDITED] = g_signal_new ("edited", SGN_TYPE_POLICY_TEXT, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

/* Takes @view. */
static GtkWidget *
wrap_view (SgnPolicyText *self, GtkWidget *view)
{
  GtkWidget *overlay = gtk_overlay_new ();
  /* Where a view stands alone it asks for the height it had in another width. */
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "vscrollbar-policy", GTK_POLICY_EXTERNAL,
                                      "focusable", FALSE, "child", view, NULL);

  gtk_widget_add_css_class (scroller, "note");
  self->room =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "wrap", TRUE,
                  "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "opacity", 0.0, "margin-start",
                  16, "margin-end", 16, "margin-top", 12, "margin-bottom", 12, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->room), "policytext");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->room));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), scroller);
  return overlay;
}

static void
add_view (SgnPolicyText *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_create_tag (self->buffer, FOUND, NULL);
  show_colors (self);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_left_margin (self->view, 16);
  gtk_text_view_set_right_margin (self->view, 16);
  gtk_text_view_set_top_margin (self->view, 12);
  gtk_text_view_set_bottom_margin (self->view, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "policytext");
  g_signal_connect_object (focus, "leave", G_CALLBACK (sgn_policy_text_flush), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), wrap_view (self, GTK_WIDGET (self->view)));
  make_room (self);
}

static void
add_verdict (SgnPolicyText *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->verdict_icon = GTK_IMAGE (
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->verdict = GTK_LABEL (sgn_plain_label ("", "sg-small"));
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "muted");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->verdict_icon));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->verdict));
  gtk_box_append (GTK_BOX (self), line);
}

static void
sgn_policy_text_init (SgnPolicyText *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  add_view (self);
  add_verdict (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (show_colors), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (show_colors), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sgn_policy_text_new:
 * @language: the language of the words
 *
 * Returns: an empty text
 */
GtkWidget *
sgn_policy_text_new (SgnLanguage language)
{
  SgnPolicyText *self = g_object_new (SGN_TYPE_POLICY_TEXT, NULL);

  self->language = language;
  return GTK_WIDGET (self);
}

void
sgn_policy_text_set_name (SgnPolicyText *self, const char *name)
{
  g_return_if_fail (SGN_IS_POLICY_TEXT (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

char *
sgn_policy_text_dup_text (SgnPolicyText *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (SGN_IS_POLICY_TEXT (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * sgn_policy_text_set_text:
 * @self: a text
 * @text: (nullable): what is saved
 *
 * Saving takes away spaces at the end; they stay where somebody may go on typing.
 */
void
sgn_policy_text_set_text (SgnPolicyText *self, const char *text)
{
  g_autofree char *typed = NULL;
  g_autofree char *clean = NULL;

  g_return_if_fail (SGN_IS_POLICY_TEXT (self));

  typed = sgn_policy_text_dup_text (self);
  clean = sgn_clean_typed (typed);
  if (!self->dirty && g_strcmp0 (clean, text != NULL ? text : "") != 0)
    sgn_policy_text_replace (self, text);
}

void
sgn_policy_text_replace (SgnPolicyText *self, const char *text)
{
  g_return_if_fail (SGN_IS_POLICY_TEXT (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  self->dirty = FALSE;
  self->setting = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->setting = FALSE;
}

/**
 * sgn_policy_text_flush:
 * @self: a text
 *
 * Hands over at once what was typed.
 */
void
sgn_policy_text_flush (SgnPolicyText *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SGN_IS_POLICY_TEXT (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (!self->dirty)
    return;
  self->dirty = FALSE;
  text = sgn_policy_text_dup_text (self);
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0, text);
}

void
sgn_policy_text_set_editable (SgnPolicyText *self, gboolean editable)
{
  g_return_if_fail (SGN_IS_POLICY_TEXT (self));

  gtk_text_view_set_editable (self->view, editable);
  gtk_text_view_set_cursor_visible (self->view, editable);
}

static void
show_verdict (SgnPolicyText *self, gboolean claims)
{
  g_autofree char *text = sgn_policy_text_dup_text (self);
  guint length = (guint) g_utf8_strlen (text, -1);
  g_autofree char *count =
    g_strdup_printf (ngettext ("%u character", "%u characters", length), length);
  g_autofree char *words =
    /* Translators: what was found in a wording, and how long the text is */
    g_strdup_printf (_ ("%s · %s"),
                     claims ? _ ("The wording makes a claim, see below")
                            : _ ("Nothing was found in the wording"),
                     count);

  gtk_image_set_from_icon_name (self->verdict_icon,
                                claims ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_label_set_text (self->verdict, words);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->verdict)), length > 0);
}

static void
mark_one (SgnPolicyText *self, const SgnPolicyFinding *finding)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) finding->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) finding->end);
  gtk_text_buffer_apply_tag_by_name (self->buffer, FOUND, &start, &end);
}

void
sgn_policy_text_mark (SgnPolicyText *self, GPtrArray *findings)
{
  gboolean claims = FALSE;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (SGN_IS_POLICY_TEXT (self));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (self->buffer, FOUND, &start, &end);
  for (guint i = 0; i < findings->len; i++) {
    const SgnPolicyFinding *finding = g_ptr_array_index (findings, i);

    if (finding->language != self->language)
      continue;
    mark_one (self, finding);
    claims = claims || finding->fault == SGN_POLICY_FAULT_CLAIM;
  }
  show_verdict (self, claims);
}

void
sgn_policy_text_select (SgnPolicyText *self, guint start, guint end)
{
  GtkTextIter first;
  GtkTextIter last;

  g_return_if_fail (SGN_IS_POLICY_TEXT (self));

  gtk_text_buffer_get_iter_at_offset (self->buffer, &first, (int) start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &last, (int) end);
  gtk_text_buffer_select_range (self->buffer, &first, &last);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
sgn_policy_text_focus (SgnPolicyText *self)
{
  g_return_if_fail (SGN_IS_POLICY_TEXT (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
