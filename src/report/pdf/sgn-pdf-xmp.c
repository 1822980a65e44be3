/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-xmp.h"

#include <string.h>

static const char head[] = "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                           " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n";

static const char about[] =
  "  <rdf:Description rdf:about=\"\"\n"
  "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
  "    xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
  "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
  "   <dc:format>application/pdf</dc:format>\n"
  "   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
  "   <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n"
  "   <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
  "   <pdf:Producer>%s</pdf:Producer>\n"
  "   <xmp:CreatorTool>Sengen %s</xmp:CreatorTool>\n"
  "   <xmp:CreateDate>%s</xmp:CreateDate>\n"
  "   <xmp:ModifyDate>%s</xmp:ModifyDate>\n"
  "  </rdf:Description>\n";

/* PDF/A knows its own claim; that of PDF/UA it wants described. */
static const char claims[] =
  "  <rdf:Description rdf:about=\"\" xmlns:pdfaid=\"" SGN_PDF_PDFA_ID "\">\n"
  "   <pdfaid:part>3</pdfaid:part>\n"
  "   <pdfaid:conformance>A</pdfaid:conformance>\n"
  "  </rdf:Description>\n"
  "  <rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"" SGN_PDF_PDFUA_ID "\">\n"
  "   <pdfuaid:part>1</pdfuaid:part>\n"
  "  </rdf:Description>\n"
  "  <rdf:Description rdf:about=\"\"\n"
  "    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
  "    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
  "    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
  "   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
  "    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
  "    <pdfaSchema:namespaceURI>" SGN_PDF_PDFUA_ID "</pdfaSchema:namespaceURI>\n"
  "    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
  "    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
  "     <pdfaProperty:name>part</pdfaProperty:name>\n"
  "     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
  "     <pdfaProperty:category>internal</pdfaProperty:category>\n"
  "     <pdfaProperty:description>Part of ISO 14289 the file keeps to</pdfaProperty:description>\n"
  "    </rdf:li></rdf:Seq></pdfaSchema:property>\n"
  "   </rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
  "  </rdf:Description>\n";

static const char tail[] = " </rdf:RDF>\n"
                           "</x:xmpmeta>\n"
                           "<?xpacket end=\"w\"?>\n";

char *
sgn_pdf_xmp_write (SgnPages *pages, const char *producer, gboolean claim)
{
  g_autofree char *said = g_markup_printf_escaped (about, pages->title, pages->company,
                                                   sgn_language_to_code (pages->language), producer,
                                                   pages->program, pages->issued, pages->issued);

  return g_strconcat (head, said, claim ? claims : "", tail, NULL);
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
