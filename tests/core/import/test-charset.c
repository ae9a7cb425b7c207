/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-importer.h"

#include <string.h>

static const char simplified[] = "柳溪街道召开推进会，全面部署下半年重点工作。\r\n截至6月底，老旧小区改造完成三处，居民满意率达到百分之九十八。\r\n";
static const char traditional[] = "柳溪街道召開推進會，全面部署下半年重點工作。\n截至六月底，老舊小區改造完成三處，居民滿意率達到百分之九十八。\n";

/* Encodes @text, puts @mark before it, and looks what comes out of the importer. */
static void
assert_decoded (const char *text, const char *charset, const char *mark, gsize n_mark, const char *expected_charset)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree char *encoded = NULL, *expected = NULL;
  gsize n_encoded;
  g_autoptr(GBytes) all = NULL;
  g_autoptr(JbDecoded) decoded = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);

  encoded = g_convert (text, -1, charset, "UTF-8", NULL, &n_encoded, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) n_mark);
  g_byte_array_append (bytes, (const guint8 *) encoded, (guint) n_encoded);
  all = g_bytes_new (bytes->data, bytes->len);
  decoded = jb_plain_read (all, &error);
  g_assert_no_error (error);
  expected = g_strjoinv ("\n", lines);
  g_assert_cmpstr (decoded->encoding, ==, expected_charset);
  g_assert_cmpstr (decoded->text, ==, expected);
}

static void
test_unicode (void)
{
  assert_decoded (simplified, "UTF-8", "", 0, "UTF-8");
  assert_decoded (simplified, "UTF-8", "\xef\xbb\xbf", 3, "UTF-8");
  assert_decoded (simplified, "UTF-16LE", "\xff\xfe", 2, "UTF-16LE");
  assert_decoded (simplified, "UTF-16BE", "\xfe\xff", 2, "UTF-16BE");
  assert_decoded (simplified, "UTF-16LE", "", 0, "UTF-16LE");
  assert_decoded (simplified, "UTF-16BE", "", 0, "UTF-16BE");
}

static void
test_legacy (void)
{
  assert_decoded (simplified, "GB18030", "", 0, "GB18030");
  assert_decoded ("街道简报", "GB18030", "", 0, "GB18030");
  assert_decoded ("jianbao desk for newsroom editors, newsroom briefings and bulletins of streets 街道的简报，一是社区", "GB18030", "", 0,
                  "GB18030");
  assert_decoded (traditional, "BIG5", "", 0, "BIG5-HKSCS");
  assert_decoded ("新华社北京电新华社北京电", "GB18030", "", 0, "GB18030");
  assert_decoded ("新華社北京電新華社北京電", "BIG5", "", 0, "BIG5-HKSCS");
  assert_decoded ("喆燚珺祎翀犇垚䶮几位同志到街道走访。", "GB18030", "", 0, "GB18030");
}

/* A few bytes that mean nothing cost their own place, and not the text. */
static void
test_damaged (void)
{
  static const char *const charsets[] = { "UTF-8", "GB18030" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autofree char *encoded = g_convert (simplified, -1, charsets[i], "UTF-8", NULL, NULL, NULL);
      GString *damaged = g_string_new (encoded);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(JbDecoded) decoded = NULL;
      g_autoptr(GError) error = NULL;

      g_string_append (damaged, "\xff\n");
      g_string_append (damaged, encoded);
      bytes = g_string_free_to_bytes (damaged);
      decoded = jb_plain_read (bytes, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (decoded->encoding, ==, charsets[i]);
      g_assert_nonnull (strstr (decoded->text, "\xef\xbf\xbd"));
    }
}

static void
assert_refused (const void *data, gsize n_bytes, JbError code)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr(GError) error = NULL;

  g_assert_null (jb_plain_read (bytes, &error));
  g_assert_error (error, JB_ERROR, (int) code);
}

static void
test_refused (void)
{
  g_autofree char *large = g_malloc (JB_IMPORT_MAX_BYTES + 1);
  guint8 noise[4096];

  memset (large, 'a', JB_IMPORT_MAX_BYTES + 1);
  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = (guint8) (i * 73 + i / 7);
  assert_refused ("", 0, JB_ERROR_EMPTY);
  assert_refused (large, JB_IMPORT_MAX_BYTES + 1, JB_ERROR_TOO_LARGE);
  assert_refused (noise, sizeof noise, JB_ERROR_BINARY);
  assert_refused ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\2\0\0\0", 29, JB_ERROR_BINARY);
  assert_refused ("\x7f" "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\76\0\1\0\0\0", 24, JB_ERROR_BINARY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset/unicode-is-read-with-and-without-a-mark", test_unicode);
  g_test_add_func ("/charset/gb18030-and-big5-are-told-apart", test_legacy);
  g_test_add_func ("/charset/a-few-bad-bytes-are-only-that", test_damaged);
  g_test_add_func ("/charset/what-is-no-text-is-refused-with-a-reason", test_refused);
  return g_test_run ();
}
