/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-xmp.h"

#include <string.h>

/* No claim to a conformance: that is made only for a file that was checked. */
static const char template[] =
  "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
  " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
  "  <rdf:Description rdf:about=\"\"\n"
  "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
  "    xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
  "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
  "   <dc:format>application/pdf</dc:format>\n"
  "   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
  "   <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n"
  "   <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
  "   <xmp:CreatorTool>Sengen %s</xmp:CreatorTool>\n"
  "   <xmp:CreateDate>%s</xmp:CreateDate>\n"
  "   <xmp:ModifyDate>%s</xmp:ModifyDate>\n"
  "  </rdf:Description>\n"
  " </rdf:RDF>\n"
  "</x:xmpmeta>\n"
  "<?xpacket end=\"w\"?>\n";

char *
sgn_pdf_xmp_write (SgnPages *pages)
{
  return g_markup_printf_escaped (template, pages->title, pages->company,
                                  sgn_language_to_code (pages->language), pages->program,
                                  pages->issued, pages->issued);
}

char *
sgn_pdf_date_format (const char *time)
{
  GString *date = g_string_new ("D:");

  for (const char *p = time; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && date->len < 16)
      g_string_append_c (date, *p);
  if (strlen (time) == 25)
    g_string_append_printf (date, "%.3s'%.2s'", time + 19, time + 23);
  return g_string_free (date, FALSE);
}
