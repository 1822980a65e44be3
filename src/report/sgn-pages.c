/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pages.h"

#include "sgn-font.h"
#include "sgn-pages-private.h"
#include "sgn-paint.h"
#include "sgn-preflight.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"

static void
node_clear (gpointer data)
{
  SgnNode *node = data;
  g_free (node->alt);
}

static const char *
get_company (json_t *projection)
{
  const char *name = sgn_json_string (json_object_get (projection, "company"), "name");
  return name != NULL ? name : "";
}

SgnPages *
sgn_pages_new_empty (const SgnSheet *sheet)
{
  SgnPages *self = g_new0 (SgnPages, 1);

  g_atomic_ref_count_init (&self->refs);
  self->scale = 1;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (SgnNode));
  g_array_set_clear_func (self->nodes, node_clear);
  self->outline = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_outline_entry_free);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  self->language = sheet->language;
  self->company = g_strdup (get_company (sheet->projection));
  self->title =
    g_strdup_printf ("%s – %s",
                     sgn_document_get_title (sheet->document, sheet->projection, sheet->language),
                     self->company);
  self->program = g_strdup (sheet->program);
  self->number = g_strdup (sheet->number);
  self->issued = g_strdup (sheet->issued);
  self->record_hash = g_strdup (sheet->record_hash);

  sgn_pages_add_node (self, SGN_TAG_ARTIFACT, SGN_NODE_DOCUMENT);
  sgn_pages_add_node (self, SGN_TAG_DOCUMENT, -1);
  return self;
}

void
sgn_pages_add_page (SgnPages *self)
{
  g_ptr_array_add (self->pages, g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_box_free));
}

void
sgn_pages_add_box (SgnPages *self, guint page, SgnBox *box)
{
  g_ptr_array_add (g_ptr_array_index (self->pages, page), box);
}

int
sgn_pages_add_node (SgnPages *self, SgnTag tag, int parent)
{
  SgnNode node = { tag, parent, NULL, SGN_SCOPE_NONE, 1 };

  g_array_append_val (self->nodes, node);
  return (int) self->nodes->len - 1;
}

SgnNode *
sgn_pages_get_node (SgnPages *self, int node)
{
  return &g_array_index (self->nodes, SgnNode, node);
}

typedef struct {
  const char *document;
  void (*build) (SgnPages *pages, const SgnSheet *sheet);
} Layout;

static const Layout *
find_layout (const char *document)
{
  static const Layout layouts[] = {
    { "action-plan", sgn_action_plan_sheet_build },
    { "calendar", sgn_calendar_sheet_build },
    { "answer-sheet", sgn_answer_sheet_build },
    { "audit-set", sgn_audit_set_sheet_build },
    { "basic-policy", sgn_basic_policy_sheet_build },
    { "comparison", sgn_comparison_sheet_build },
    { "declaration-poster", sgn_declaration_poster_sheet_build },
    { "declaration-preparation", sgn_declaration_preparation_sheet_build },
    { "declaration-record", sgn_declaration_record_sheet_build },
    { "evidence-list", sgn_evidence_list_sheet_build },
    { "history", sgn_history_sheet_build },
    { "management-result", sgn_management_sheet_build },
    { "recovery-sheet", sgn_recovery_sheet_build },
    { "rules-result", sgn_rules_result_sheet_build },
    { "unknown-list", sgn_unknown_list_sheet_build },
    { "scs-declaration-draft", sgn_scs_draft_sheet_build },
    { "scs-documents", sgn_scs_documents_sheet_build },
    { "scs-self-assessment", sgn_scs_sheet_build },
    { "self-check-result", sgn_self_check_sheet_build },
    { "seminar-handout", sgn_seminar_sheet_build },
    { "seminar-key", sgn_seminar_sheet_build },
    { "seminar-script", sgn_seminar_sheet_build },
  };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (g_str_equal (layouts[i].document, document))
      return &layouts[i];
  return NULL;
}

/**
 * sgn_pages_new:
 * @sheet: what the sheet is made from
 * @error: return location
 *
 * Looks every character up in the fonts, then lays the sheet out.
 *
 * Returns: (transfer full) (nullable): the pages, also when a finding refuses them; NULL with
 *   SGN_ERROR_NOT_YET when the fonts are not installed, SGN_ERROR_USAGE when the document has no
 *   layout, G_IO_ERROR_CANCELLED
 */
SgnPages *
sgn_pages_new (const SgnSheet *sheet, GError **error)
{
  const Layout *layout;
  g_autoptr (SgnPages) self = NULL;

  g_return_val_if_fail (sheet != NULL && sheet->document != NULL, NULL);
  g_return_val_if_fail (sheet->projection != NULL && sheet->issued != NULL, NULL);

  layout = find_layout (sheet->document->id);
  if (layout == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no layout for the document “%s”. Choose one from the list of "
                    "documents."),
                 sheet->document->id);
    return NULL;
  }
  if (!sgn_font_check_installed (error))
    return NULL;

  self = sgn_pages_new_empty (sheet);
  sgn_preflight_check (sheet, self->findings);
  layout->build (self, sheet);
  return sgn_watch_check (sheet->watch, error) ? g_steal_pointer (&self) : NULL;
}

/* A node of the pages that are moved: the two roots are those of the others. */
static int
move_node (int node, guint before)
{
  return node <= SGN_NODE_DOCUMENT ? node : node + (int) before - SGN_NODE_DOCUMENT - 1;
}

static void
append_nodes (SgnPages *self, SgnPages *other, guint before)
{
  for (guint i = SGN_NODE_DOCUMENT + 1; i < other->nodes->len; i++) {
    SgnNode node = *sgn_pages_get_node (other, (int) i);

    node.alt = g_strdup (node.alt);
    node.parent = move_node (node.parent, before);
    g_array_append_val (self->nodes, node);
  }
}

static void
append_boxes (SgnPages *self, GPtrArray *boxes, guint before)
{
  for (guint i = 0; i < boxes->len; i++) {
    SgnBox *box = boxes->pdata[i];

    box->node = move_node (box->node, before);
  }
  g_ptr_array_add (self->pages, g_ptr_array_ref (boxes));
}

/**
 * sgn_pages_append:
 * @self: pages
 * @other: more pages, of the same size and language
 *
 * Binds sheets to one document: the pages of @other, which is left without any, come behind those
 * of @self, and so do its structure and outline. Findings stay where they are.
 */
void
sgn_pages_append (SgnPages *self, SgnPages *other)
{
  guint nodes = self->nodes->len;
  guint pages = self->pages->len;
  g_autofree SgnOutlineEntry **entries = NULL;
  gsize n = 0;

  g_return_if_fail (self != NULL && other != NULL && self != other);
  g_return_if_fail (self->language == other->language && self->scale == other->scale);

  append_nodes (self, other, nodes);
  for (guint i = 0; i < other->pages->len; i++)
    append_boxes (self, other->pages->pdata[i], nodes);
  entries = (SgnOutlineEntry **) g_ptr_array_steal (other->outline, &n);
  for (gsize i = 0; i < n; i++) {
    entries[i]->page += pages;
    g_ptr_array_add (self->outline, entries[i]);
  }
  g_ptr_array_set_size (other->pages, 0);
}

SgnPages *
sgn_pages_ref (SgnPages *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sgn_pages_unref (SgnPages *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->pages);
  g_array_unref (self->nodes);
  g_ptr_array_unref (self->outline);
  g_ptr_array_unref (self->findings);
  g_free (self->title);
  g_free (self->company);
  g_free (self->program);
  g_free (self->number);
  g_free (self->issued);
  g_free (self->record_hash);
  g_free (self);
}

GPtrArray *
sgn_pages_get_findings (SgnPages *self)
{
  return self->findings;
}

guint
sgn_pages_get_n_pages (SgnPages *self)
{
  return self->pages->len;
}

const char *
sgn_pages_get_number (SgnPages *self)
{
  return self->number;
}

void
sgn_pages_get_size (SgnPages *self, double *width, double *height)
{
  *width = SGN_PAPER_WIDTH * self->scale;
  *height = SGN_PAPER_HEIGHT * self->scale;
}

void
sgn_pages_paint (SgnPages *self, guint page, cairo_t *cr)
{
  g_return_if_fail (page < self->pages->len);
  sgn_paint_page (self, page, cr, NULL, NULL);
}

char *
sgn_pages_to_text (SgnPages *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->pages->len; i++) {
    GPtrArray *boxes = g_ptr_array_index (self->pages, i);
    for (guint j = 0; j < boxes->len; j++) {
      const SgnBox *box = g_ptr_array_index (boxes, j);
      g_string_append_printf (out, "p%u ", i + 1);
      sgn_box_append_to (box, sgn_pages_get_node (self, box->node), out);
    }
  }
  return g_string_free (out, FALSE);
}
