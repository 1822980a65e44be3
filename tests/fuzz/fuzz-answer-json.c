/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "sgn-answer-file.h"
#include "sgn-error.h"

/* Every answer that was read names an item and says something about it. */
static void
use (const SgnAnswerFile *file)
{
  for (guint i = 0; i < file->lines->len; i++) {
    const SgnAnswerLine *line = g_ptr_array_index (file->lines, i);

    g_assert_nonnull (line->item);
    g_assert_true (line->value != NULL || line->note != NULL || line->statement != NULL);
    g_assert_true (g_utf8_validate (line->item, -1, NULL));
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnAnswerFile) file = sgn_answer_file_new_from_bytes (bytes, "input", &error);

  g_assert_true ((file == NULL) == (error != NULL));
  if (file == NULL)
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  else
    use (file);
  return 0;
}
