/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-paint.h"

G_BEGIN_DECLS

/* Makes what cairo wrote a record: the structure completed from @log, language, XMP, output intent,
 * the attachment, an identifier that depends on the content only. */
GBytes *sgn_pdf_finish (SgnPages *pages,
                        GBytes *raw,
                        const SgnTagLog *log,
                        GBytes *attachment,
                        const SgnWatch *watch,
                        GError **error);

G_END_DECLS
