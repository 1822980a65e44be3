/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-media-type.h"

G_BEGIN_DECLS

/* What a ZIP file (Office, OpenDocument, plain) is by the names in it; NULL when it is none. */
const char *sgn_media_look_into_zip (const guint8 *data, gsize size);
/* The same of the storage that Office and Outlook wrote until 2003. */
const char *sgn_media_look_into_storage (const guint8 *data, gsize size);
/* Whether all of it reads as text: UTF-8, UTF-16 with its mark, Shift_JIS, EUC-JP, ISO-2022-JP. */
gboolean sgn_media_is_text (const guint8 *data, gsize size);
/* What a text is by how it begins: a message, a web page, a drawing, a script, or plain. */
const char *sgn_media_read_text (const guint8 *data, gsize size);

G_END_DECLS
