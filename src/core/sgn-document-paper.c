/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-document-paper-private.h"

static void
paper_free (gpointer data)
{
  SgnDocumentPaper *self = data;

  g_free (self->id);
  sgn_text_clear (&self->title);
  sgn_text_clear (&self->holds);
  g_strfreev (self->items);
  g_free (self);
}

static void
read_paper (SgnReader *reader, const json_t *object, gpointer data)
{
  static const char *const keys[] = { "id", "title", "holds", "items", NULL };
  GPtrArray *papers = data;
  SgnDocumentPaper *paper;

  if (!sgn_reader_check_keys (reader, object, keys))
    return;
  paper = g_new0 (SgnDocumentPaper, 1);
  g_ptr_array_add (papers, paper);
  paper->id = sgn_reader_dup_word (reader, object, "id", SGN_WORD_ID);
  sgn_reader_text (reader, object, "title", &paper->title);
  sgn_reader_text (reader, object, "holds", &paper->holds);
  paper->items = sgn_reader_dup_strings (reader, object, "items", 1);
}

GPtrArray *
sgn_document_papers_read (SgnReader *reader, const json_t *object)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func (paper_free);

  if (sgn_reader_has (object, "papers"))
    sgn_reader_each (reader, object, "papers", 1, read_paper, papers);
  return papers;
}
