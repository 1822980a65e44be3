/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-media-type.h"

#include <string.h>

#define OOXML "application/vnd.openxmlformats-officedocument."
#define ODF "application/vnd.oasis.opendocument."
#define STORAGE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

typedef struct {
  const char *name;
  const char *bytes;
  gsize length;
  const char *id;
} Case;

#define CASE(name, bytes, id)           \
  {                                     \
    name, bytes, sizeof (bytes) - 1, id \
  }

static const Case cases[] = {
  CASE ("a.pdf", "%PDF-1.7\n", "application/pdf"),
  CASE ("a.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
  CASE ("a.jpg", "\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
  CASE ("a.gif", "GIF89a\1\0\1\0", "image/gif"),
  CASE ("a.webp", "RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
  CASE ("a.tif", "II*\0\x08\0\0\0", "image/tiff"),
  CASE ("a.tif", "MM\0*\0\0\0\x08", "image/tiff"),
  CASE ("a.heic",
        "\0\0\0\x18"
        "ftypheic\0\0\0\0mif1heic",
        "image/heic"),
  CASE ("a.heic",
        "\0\0\0\x18"
        "ftypmif1\0\0\0\0mif1heic",
        "image/heic"),
  CASE ("a.avif",
        "\0\0\0\x18"
        "ftypavif\0\0\0\0",
        "image/avif"),
  CASE ("a.bmp", "BM\x1e\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0\1\0\1\0\1\0\x18\0\0\0\0\0", "image/bmp"),
  CASE ("a.mp4",
        "\0\0\0\x18"
        "ftypisom\0\0\2\0",
        "video/mp4"),
  CASE ("a.mp3", "ID3\3\0\0\0\0\0\0", "audio/mpeg"),
  CASE ("a.wav", "RIFF\x10\0\0\0WAVEfmt ", "audio/x-wav"),
  CASE ("a.rtf", "{\\rtf1\\ansi}", "application/rtf"),
  CASE ("a.gz", "\x1f\x8b\x08\0\0\0\0\0", "application/gzip"),
  CASE ("a.7z", "7z\xbc\xaf\x27\x1c\0\4", "application/x-7z-compressed"),
  CASE ("a.doc", STORAGE "\0\0W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", "application/msword"),
  CASE ("a.xls", STORAGE "\0\0W\0o\0r\0k\0b\0o\0o\0k\0", "application/vnd.ms-excel"),
  CASE ("a.ppt",
        STORAGE "P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0u\0m\0e\0n\0t\0",
        "application/vnd.ms-powerpoint"),
  CASE ("a.msg",
        STORAGE "_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_\0v\0e\0r\0s\0i\0o\0n\0001\0.\0000\0",
        "application/vnd.ms-outlook"),
  CASE ("a.db", STORAGE "\0\0\0\0", "application/x-ole-storage"),
  CASE ("a.txt", "こんにちは\n", "text/plain"),
  CASE ("a.txt", "\xef\xbb\xbfこんにちは\n", "text/plain"),
  CASE ("a.txt", "\x82\xb1\x82\xf1\x82\xc9\x82\xbf\x82\xcd \xba\xdd\r\n", "text/plain"),
  CASE ("a.txt", "\xa4\xb3\xa4\xf3\xa4\xcb\xa4\xc1\xa4\xcf\n", "text/plain"),
  CASE ("a.txt", "\x1b$B$3$s\x1b(B\n", "text/plain"),
  CASE ("a.txt", "\xff\xfe\x53\x30\x93\x30", "text/plain"),
  CASE ("メモ", "x", "text/plain"),
  CASE ("a.log",
        "MZ is how it begins, and it goes on for more than sixty-four letters, so.",
        "text/plain"),
  CASE ("a.txt", "BMW, the car, has nothing to do with bitmaps.", "text/plain"),
  CASE ("台帳.CSV", "\x8b@\x8a\xed,\x93\xfa\x95t\r\n", "text/csv"),
  CASE ("a.tsv", "a\tb\n", "text/tab-separated-values"),
  CASE ("a.json", "{}\n", "application/json"),
  CASE ("a.xml", "<?xml version='1.0'?><a/>", "application/xml"),
  CASE ("a.svg", "<?xml version='1.0'?>\n<svg xmlns=''/>", "image/svg+xml"),
  CASE ("a.html", "\n<!DOCTYPE html><p>", "text/html"),
  CASE ("a.htm", "<HTML>", "text/html"),
  CASE ("a.eml",
        "Return-Path: <a@example.jp>\r\nReceived: from b\r\nFrom: a@example.jp\r\n"
        "Subject: =?utf-8?B?44GC?=\r\n\r\nx",
        "message/rfc822"),
  CASE ("note.txt", "From: here\nTo: there\n", "text/plain"),
  CASE ("a.bin", "\0\1\2\3", "application/octet-stream"),
  CASE ("a.txt", "cut at the end \x82", "application/octet-stream"),
  CASE ("empty", "", "text/plain"),
  /* The content wins over the name … */
  CASE ("a.pdf", "\x89PNG\r\n\x1a\n", "image/png"),
  CASE ("a.png", "%PDF-1.4", "application/pdf"),
  CASE ("a.csv", "\x89PNG\r\n\x1a\n", "image/png"),
  /* … but for what runs when it is opened. */
  CASE ("photo.jpg.exe", "\xff\xd8\xff\xe0", "application/x-executable"),
  CASE ("backup.bat", "copy a b\r\n", "text/x-script"),
  CASE ("BACKUP.PS1", "Get-Item", "text/x-script"),
  CASE ("backup", "#!/bin/sh\n", "text/x-script"),
  CASE ("tool",
        "\x7f"
        "ELF\2\1\1",
        "application/x-executable"),
  CASE ("a.txt", "L\0\0\0\x01\x14\x02\0", "application/x-executable"),
};

static const SgnMediaType *
judge (const char *name, const void *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return sgn_media_type_of (bytes, name);
}

static void
test_the_content_tells_the_kind (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s: %s", cases[i].name, cases[i].id);
    g_assert_cmpstr (judge (cases[i].name, cases[i].bytes, cases[i].length)->id, ==, cases[i].id);
  }
}

/* Every beginning of every case is looked at without reading past its end. */
static void
test_a_cut_file_is_still_judged (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize length = 0; length < cases[i].length; length++) {
      g_autofree char *copy = g_memdup2 (cases[i].bytes, length);

      g_assert_nonnull (judge (cases[i].name, copy, length));
    }
}

static void
add_number (GByteArray *zip, guint32 value, guint bytes)
{
  for (guint i = 0; i < bytes; i++) {
    guint8 byte = i < sizeof value ? (guint8) (value >> (8 * i)) : 0;

    g_byte_array_append (zip, &byte, 1);
  }
}

/* A ZIP file of one stored file. */
static GByteArray *
make_zip (const char *name, const char *content, const char *comment)
{
  GByteArray *zip = g_byte_array_new ();
  guint32 length = (guint32) strlen (content), name_length = (guint32) strlen (name), start;

  add_number (zip, 0x04034b50, 4);
  add_number (zip, 0, 14);
  add_number (zip, length, 4);
  add_number (zip, length, 4);
  add_number (zip, name_length, 2);
  add_number (zip, 0, 2);
  g_byte_array_append (zip, (const guint8 *) name, name_length);
  g_byte_array_append (zip, (const guint8 *) content, length);
  start = zip->len;
  add_number (zip, 0x02014b50, 4);
  add_number (zip, 0, 24);
  add_number (zip, name_length, 2);
  add_number (zip, 0, 16);
  g_byte_array_append (zip, (const guint8 *) name, name_length);
  add_number (zip, 0x06054b50, 4);
  add_number (zip, 0, 8);
  add_number (zip, zip->len - 12 - start, 4);
  add_number (zip, start, 4);
  add_number (zip, (guint32) strlen (comment), 2);
  g_byte_array_append (zip, (const guint8 *) comment, (guint) strlen (comment));
  return zip;
}

static void
test_office_files_are_told_by_what_is_in_them (void)
{
  static const struct {
    const char *name;
    const char *content;
    const char *id;
  } zips[] = {
    { "word/document.xml", "<w/>", OOXML "wordprocessingml.document" },
    { "xl/workbook.xml", "<x/>", OOXML "spreadsheetml.sheet" },
    { "ppt/presentation.xml", "<p/>", OOXML "presentationml.presentation" },
    { "mimetype", ODF "text", ODF "text" },
    { "mimetype", ODF "spreadsheet", ODF "spreadsheet" },
    { "mimetype", ODF "presentation", ODF "presentation" },
    { "mimetype", "application/epub+zip", "application/zip" },
    { "photos/1.jpg", "x", "application/zip" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (zips); i++) {
    g_autoptr (GByteArray) zip = make_zip (zips[i].name, zips[i].content, i % 2 ? "a comment" : "");

    g_test_message ("%s", zips[i].name);
    g_assert_cmpstr (judge ("a.zip", zip->data, zip->len)->id, ==, zips[i].id);
    for (guint cut = 0; cut < zip->len; cut++) {
      g_autofree guint8 *copy = g_memdup2 (zip->data, cut);

      g_assert_nonnull (judge ("a.zip", copy, cut));
    }
    for (guint place = 0; place < zip->len; place++) {
      g_autofree guint8 *copy = g_memdup2 (zip->data, zip->len);

      copy[place] = 0xff;
      g_assert_nonnull (judge ("a.zip", copy, zip->len));
      memset (copy + place, 0xff, MIN (4, zip->len - place));
      g_assert_nonnull (judge ("a.zip", copy, zip->len));
    }
  }
}

static void
test_a_windows_program_has_its_second_header (void)
{
  guint8 data[128] = { 'M', 'Z' };

  data[60] = 64;
  memcpy (data + 64, "PE\0\0", 4);
  g_assert_cmpstr (judge ("a.pdf", data, sizeof data)->id, ==, "application/x-executable");
  data[60] = 255;
  data[63] = 255;
  g_assert_cmpstr (judge ("a.pdf", data, sizeof data)->id, ==, "application/x-executable");
  data[61] = 255;
  data[62] = 255;
  g_assert_cmpstr (judge ("a.pdf", data, sizeof data)->id, ==, "application/x-executable");
}

static void
test_a_name_that_claims_another_kind_does_not_fit (void)
{
  static const struct {
    const char *id;
    const char *name;
    gboolean fits;
  } names[] = {
    { "application/pdf", "a.pdf", TRUE },
    { "application/pdf", "a.PDF", TRUE },
    { "application/pdf", "a", TRUE },
    { "application/pdf", ".hidden", TRUE },
    { "application/pdf", "a.png", FALSE },
    { "application/pdf", "a.unknown", FALSE },
    { "image/jpeg", "a.jpeg", TRUE },
    { "image/jpeg", "a.png", FALSE },
    { "text/plain", "a.txt", TRUE },
    { "text/plain", "a.log", TRUE },
    { "text/plain", "a.pdf", FALSE },
    { "text/plain", "a.csv", FALSE },
    { "application/octet-stream", "a.xyz", TRUE },
    { "application/octet-stream", "a.pdf", FALSE },
    { "application/rtf", "a.doc", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_test_message ("%s %s", names[i].id, names[i].name);
    g_assert_cmpint (sgn_media_type_fits_name (sgn_media_type_find (names[i].id), names[i].name),
                     ==, names[i].fits);
  }
}

static void
test_every_kind_is_found_and_named (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnMediaType *type = sgn_media_type_find (cases[i].id);

    g_assert_cmpstr (type->id, ==, cases[i].id);
    g_assert_cmpint (*sgn_media_type_get_name (type), !=, '\0');
  }
  g_assert_null (sgn_media_type_find ("image/unheard-of"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/media-type/the-content-tells-the-kind", test_the_content_tells_the_kind);
  g_test_add_func ("/media-type/a-cut-file-is-still-judged", test_a_cut_file_is_still_judged);
  g_test_add_func ("/media-type/office-files-are-told-by-what-is-in-them",
                   test_office_files_are_told_by_what_is_in_them);
  g_test_add_func ("/media-type/a-windows-program-has-its-second-header",
                   test_a_windows_program_has_its_second_header);
  g_test_add_func ("/media-type/a-name-that-claims-another-kind-does-not-fit",
                   test_a_name_that_claims_another_kind_does_not_fit);
  g_test_add_func ("/media-type/every-kind-is-found-and-named", test_every_kind_is_found_and_named);

  return g_test_run ();
}
