/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-ofd-text.h"
#include "jb-test-input.h"

#include <locale.h>

static void
assert_deltas (const char *text, guint n_max, const char *expected)
{
  g_autoptr(GArray) deltas = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GString) line = g_string_new (NULL);

  jb_ofd_read_deltas (text, deltas, n_max);
  for (guint i = 0; i < deltas->len; i++)
    g_string_append_printf (line, "%s%g", i > 0 ? " " : "", g_array_index (deltas, double, i));
  g_assert_cmpstr (line->str, ==, expected);
}

static void
test_deltas (void)
{
  assert_deltas (NULL, 10, "");
  assert_deltas ("3.5 2 1", 10, "3.5 2 1");
  assert_deltas ("g 3 2.5", 10, "2.5 2.5 2.5");
  assert_deltas ("1  g 2 4\n7", 10, "1 4 4 7");
  assert_deltas ("g 4000000000 1", 5, "1 1 1 1 1");
  assert_deltas ("g", 5, "");
  assert_deltas ("g 3", 5, "");
  assert_deltas ("g -3 1 2", 5, "2");
}

#define PAGE(Objects) "<Page><Content><Layer>" Objects "</Layer></Content></Page>"

static JbDecoded *
read_page (const char *page, GError **error)
{
  static const char *const names[] = { "OFD.xml", "Doc_0/Document.xml", "Doc_0/P/Content.xml", NULL };
  const char *texts[] = { "<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>",
                          "<Document><Pages><Page ID='1' BaseLoc='P/Content.xml'/></Pages></Document>", page };

  return jb_test_read_zip (names, texts, error);
}

/* A file without namespaces, sizes or distances is read as well as can be. */
static void
test_bare (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = read_page (PAGE ("<TextObject Boundary='20 30 100 10' Size='5'>"
                                                  "<TextCode X='0' Y='5'>云汀区</TextCode><TextCode X='15'>融媒体中心</TextCode>"
                                                  "</TextObject>"), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (decoded->text, ==, "云汀区融媒体中心\n");
  g_assert_cmpuint (decoded->sheets->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (decoded->sheets, JbSheetSize, 0).width, 595.3, 0.1);
  g_assert_cmpuint (decoded->boxes->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (decoded->boxes, JbBox, 0).x, 20 * 72 / 25.4, 0.5);
}

/* Each character below the other. */
static void
test_vertical (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = read_page (PAGE ("<TextObject Boundary='20 30 10 100' Size='5'>"
                                                  "<TextCode X='0' Y='5' DeltaX='g 4 0' DeltaY='g 4 6'>溪口渡船歌</TextCode>"
                                                  "</TextObject>"), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (decoded->text, ==, "溪口渡船歌\n");
}

static void
test_pictures (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = read_page (PAGE ("<ImageObject Boundary='0 0 210 297'/>"), &error);

  g_assert_null (decoded);
  g_assert_error (error, JB_ERROR, JB_ERROR_NO_TEXT);
}

static void
test_broken (void)
{
  static const char *const names[] = { "OFD.xml", "Doc_0/Document.xml", NULL };
  static const char *const texts[][2] = {
    { "<OFD><DocBody/></OFD>", "" },
    { "<OFD><DocBody><DocRoot>Doc_1/Document.xml</DocRoot></DocBody></OFD>", "" },
    { "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>", "<Document" },
    { "<OFD><DocBody><DocRoot>../../Doc_0/Document.xml</DocRoot></DocBody></OFD>",
      "<Document><Pages><Page BaseLoc='Document.xml'/><Page BaseLoc='gone.xml'/></Pages></Document>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JbDecoded) decoded = jb_test_read_zip (names, texts[i], &error);

      g_assert_null (decoded);
      g_assert_nonnull (error);
      g_assert_true (error->domain == JB_ERROR);
    }
}

/* Numbers that are none, or far too large, put nothing anywhere. */
static void
test_wild_numbers (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = read_page (PAGE ("<TextObject Boundary='1e300 nan x' Size='1e308' CTM='1e200 0 0 1e200 0 0'>"
                                                  "<TextCode X='1' Y='5' DeltaX='g 99999999 1e300'>看不见</TextCode></TextObject>"
                                                  "<TextObject Boundary='20 30 100 10' Size='5'>"
                                                  "<TextCode X='0' Y='5'>看得见</TextCode></TextObject>"), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (decoded->text, ==, "看得见\n");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/ofd/distances-may-be-repeated", test_deltas);
  g_test_add_func ("/import/ofd/little-is-needed", test_bare);
  g_test_add_func ("/import/ofd/lines-may-be-vertical", test_vertical);
  g_test_add_func ("/import/ofd/pages-that-are-pictures-have-no-text", test_pictures);
  g_test_add_func ("/import/ofd/broken-files-are-refused", test_broken);
  g_test_add_func ("/import/ofd/wild-numbers-do-no-harm", test_wild_numbers);
  return g_test_run ();
}
