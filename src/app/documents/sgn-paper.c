/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-paper.h"

#include "sgn-findings-box.h"
#include "sgn-recipient-box.h"
#include "sgn-sheet-view.h"
#include "sgn-variant-choice.h"

#define ZOOM_STEP 1.25
#define ZOOM_LEAST 0.4
#define ZOOM_MOST 4.0

struct _SgnPaper {
  GtkBox parent_instance;

  GtkWidget *back_button;
  SgnFindingsBox *findings;
  SgnVariantChoice *variants;
  SgnRecipientBox *recipient;
  GtkLabel *page_label;
  GtkStack *preview;
  GtkLabel *obstacle;
  SgnSheetView *sheet;

  const char *document; /* (nullable): owned by the library, which outlives every widget */
};

G_DEFINE_FINAL_TYPE (SgnPaper, sgn_paper, GTK_TYPE_BOX)

enum {
  SIGNAL_BACK,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_tools (SgnPaper *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = sgn_sheet_view_get_n_pages (self->sheet);
  guint page = sgn_sheet_view_get_page (self->sheet);
  g_autofree char *words = g_strdup_printf ("%u / %u", n > 0 ? page + 1 : 0, n);

  gtk_label_set_text (self->page_label, words);
  gtk_widget_action_set_enabled (widget, "paper.next-page", page + 1 < n);
  gtk_widget_action_set_enabled (widget, "paper.previous-page", page > 0);
  gtk_widget_action_set_enabled (widget, "paper.zoom", n > 0);
}

static void
next_page_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_paper_turn (SGN_PAPER (widget), 1);
}

static void
previous_page_action (GtkWidget *widget, const char *name, GVariant *target)
{
  sgn_paper_turn (SGN_PAPER (widget), -1);
}

/* 1 larger, −1 smaller, 0 the width of the window. */
static void
zoom_action (GtkWidget *widget, const char *name, GVariant *target)
{
  SgnPaper *self = SGN_PAPER (widget);
  int direction = g_variant_get_int32 (target);
  double scale = sgn_sheet_view_get_scale (self->sheet);

  if (direction == 0)
    sgn_sheet_view_set_zoom (self->sheet, 0);
  else
    sgn_sheet_view_set_zoom (self->sheet,
                             CLAMP (direction > 0 ? scale * ZOOM_STEP : scale / ZOOM_STEP,
                                    ZOOM_LEAST, ZOOM_MOST));
}

static void
back_cb (SgnPaper *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
changed_cb (SgnPaper *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
sgn_paper_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SGN_TYPE_PAPER);

  G_OBJECT_CLASS (sgn_paper_parent_class)->dispose (object);
}

static void
sgn_paper_class_init (SgnPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sgn_paper_dispose;

  signals[SIGNAL_BACK] =
    g_signal_new ("back", SGN_TYPE_PAPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SGN_TYPE_PAPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SGN_TYPE_FINDINGS_BOX);
  g_type_ensure (SGN_TYPE_RECIPIENT_BOX);
  g_type_ensure (SGN_TYPE_SHEET_VIEW);
  g_type_ensure (SGN_TYPE_VARIANT_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sengen_app/Sengen/ui/sgn-paper.ui");
  gtk_widget_class_bind_template_child (widget_class, SgnPaper, back_button);
  gtk_widget_class_bind_template_child (widget_class, SgnPaper, findings);
  gtk_widget_class_bind_template_child (widget_class, SgnPaper, page_label);
  gtk_widget_class_bind_template_child (widget_class, SgnPaper, preview);
  gtk_widget_class_bind_template_child (widget_class, SgnPaper, obstacle);
  gtk_widget_class_bind_template_child (widget_class, SgnPaper, sheet);
  gtk_widget_class_bind_template_child (widget_class, SgnPaper, variants);
  gtk_widget_class_bind_template_child (widget_class, SgnPaper, recipient);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "paper.next-page", NULL, next_page_action);
  gtk_widget_class_install_action (widget_class, "paper.previous-page", NULL, previous_page_action);
  gtk_widget_class_install_action (widget_class, "paper.zoom", "i", zoom_action);
}

static void
sgn_paper_init (SgnPaper *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_tools (self);
}

/**
 * sgn_paper_show_pages:
 * @self: a paper
 * @pages: a sheet, laid out
 * @title: what it is called
 */
void
sgn_paper_show_pages (SgnPaper *self, SgnPages *pages, const char *title)
{
  g_return_if_fail (SGN_IS_PAPER (self));

  sgn_findings_box_show_findings (self->findings, sgn_pages_get_findings (pages));
  sgn_sheet_view_set_pages (self->sheet, pages, title);
  gtk_stack_set_visible_child_name (self->preview, "sheet");
  update_tools (self);
}

/**
 * sgn_paper_show_obstacle:
 * @self: a paper
 * @words: why there is no sheet yet
 */
void
sgn_paper_show_obstacle (SgnPaper *self, const char *words)
{
  g_return_if_fail (SGN_IS_PAPER (self));

  sgn_sheet_view_set_pages (self->sheet, NULL, "");
  sgn_findings_box_clear (self->findings);
  gtk_label_set_text (self->obstacle, words);
  gtk_stack_set_visible_child_name (self->preview, "obstacle");
  update_tools (self);
}

/**
 * sgn_paper_choose_sheet:
 * @self: a paper
 * @session: a session with an open file
 * @request: the sheet; its variant and recipient do not matter
 *
 * Offers what the sheet can be made in, and asks for the name that belongs on it.
 */
void
sgn_paper_choose_sheet (SgnPaper *self, SgnSession *session, const SgnProjectionRequest *request)
{
  g_return_if_fail (SGN_IS_PAPER (self));

  self->document = request->document;
  sgn_variant_choice_show_sheet (self->variants, session, request);
  sgn_recipient_box_show_sheet (self->recipient, request);
}

/**
 * sgn_paper_complete:
 * @self: a paper
 * @request: (inout): a sheet, for whom and in which language
 *
 * Says in @request who gets the sheet and, if it is the one in hand, in which variant.
 */
void
sgn_paper_complete (SgnPaper *self, SgnProjectionRequest *request)
{
  g_return_if_fail (SGN_IS_PAPER (self));

  request->recipient = sgn_recipient_box_get_recipient (self->recipient, request);
  if (g_strcmp0 (request->document, self->document) == 0)
    request->variant = sgn_variant_choice_get_variant (self->variants);
}

/**
 * sgn_paper_turn:
 * @self: a paper
 * @step: how many pages on; below zero back
 */
void
sgn_paper_turn (SgnPaper *self, int step)
{
  int page;

  g_return_if_fail (SGN_IS_PAPER (self));

  page = (int) sgn_sheet_view_get_page (self->sheet) + step;
  if (page >= 0)
    sgn_sheet_view_set_page (self->sheet, (guint) page);
  update_tools (self);
}

void
sgn_paper_set_back_visible (SgnPaper *self, gboolean visible)
{
  g_return_if_fail (SGN_IS_PAPER (self));

  gtk_widget_set_visible (self->back_button, visible);
}

gboolean
sgn_paper_is_painted (SgnPaper *self)
{
  g_return_val_if_fail (SGN_IS_PAPER (self), FALSE);

  return sgn_sheet_view_is_painted (self->sheet);
}
