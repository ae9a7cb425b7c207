/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-error.h"
#include "jb-test-input.h"

#include <locale.h>

#define CONTAINER "<container><rootfiles><rootfile full-path='书/内容.opf'/></rootfiles></container>"
#define PACKAGE   "<package><metadata/><manifest><item id='a' href='a.html' media-type='text/html'/></manifest>" \
                  "<spine><itemref idref='a'/><itemref idref='a'/><itemref idref='none'/></spine></package>"
#define PROTECTION(method) "<encryption><EncryptedData><EncryptionMethod Algorithm='" method "'/></EncryptedData></encryption>"

/* One chapter of broken HTML, with encryption.xml where @protection is not NULL. */
static JbDecoded *
read_chapter (const char *chapter, const char *protection, GError **error)
{
  const char *last = protection != NULL ? "META-INF/encryption.xml" : NULL;
  const char *const names[] = { "META-INF/container.xml", "书/内容.opf", "书/a.html", last, NULL };
  const char *const texts[] = { CONTAINER, PACKAGE, chapter, protection };

  return jb_test_read_zip (names, texts, error);
}

static void
assert_text (const char *chapter, const char *protection, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = read_chapter (chapter, protection, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (decoded->media_type, ==, "application/epub+zip");
  g_assert_cmpstr (decoded->text, ==, text);
}

static void
test_chapters (void)
{
  assert_text ("<p>一<br>二<p>三&nbsp;&mdash;四", NULL, "一\n二\n三 —四\n");
  assert_text ("<html><body><h1>题</h1><p>一</p></body></html>", PROTECTION ("http://www.idpf.org/2008/embedding"), "题\n一\n");
}

static void
test_refused (void)
{
  static const char *const names[] = { "META-INF/container.xml", NULL };
  static const char *const texts[] = { "<container/>" };
  g_autoptr(GError) error = NULL;

  g_assert_null (read_chapter ("<p>一", PROTECTION ("http://www.w3.org/2001/04/xmlenc#aes128-cbc"), &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (read_chapter ("<p><img/>", NULL, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (jb_test_read_zip (names, texts, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/epub/broken-chapters-are-read-and-once-only", test_chapters);
  g_test_add_func ("/epub/protected-or-empty-is-refused", test_refused);
  return g_test_run ();
}
