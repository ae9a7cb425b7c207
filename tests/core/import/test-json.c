/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-error.h"
#include "jb-importer.h"
#include "jb-json-ld.h"
#include "jb-json-parts.h"
#include "jb-json.h"

#include <string.h>

static JsonNode *
parse (const char *text, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return jb_json_parse (bytes, JB_JSON_MAX_DEPTH, error);
}

static void
assert_refused (const char *text, JbError code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = parse (text, &error);

  g_assert_null (root);
  g_assert_error (error, JB_ERROR, (int) code);
}

/* Returns: (transfer full): the string @text is */
static char *
parse_string (const char *text)
{
  g_autofree char *object = g_strdup_printf ("{\"a\": %s}", text);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = parse (object, &error);

  g_assert_no_error (error);
  return g_strdup (jb_json_get_string (json_node_get_object (root), "a"));
}

static void
assert_string (const char *text, const char *expected)
{
  g_autofree char *string = parse_string (text);

  g_assert_cmpstr (string, ==, expected);
  g_assert_true (g_utf8_validate (string, -1, NULL));
}

static void
test_depth (void)
{
  g_autoptr(GString) deep = g_string_new (NULL), hidden = g_string_new ("/* \" */ "), quoted = g_string_new ("[\"");

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append_c (deep, '[');
      g_string_append_c (hidden, '[');
      g_string_append_c (quoted, '[');
    }
  g_string_append (quoted, "\\\\\\\"]]\"]");
  assert_refused (deep->str, JB_ERROR_FORMAT);
  assert_refused (hidden->str, JB_ERROR_FORMAT);
  /* Brackets in a string are text. */
  json_node_unref (parse (quoted->str, NULL));
}

static void
test_size (void)
{
  g_autoptr(GString) values = g_string_new ("[1"), members = g_string_new ("{\"a\":1");

  for (guint i = 0; i < JB_JSON_MAX_VALUES + 1; i++)
    g_string_append (values, ",1");
  g_string_append_c (values, ']');
  for (guint i = 0; i < JB_JSON_MAX_MEMBERS + 1; i++)
    g_string_append_printf (members, ",\"%u\":1", i);
  g_string_append_c (members, '}');
  assert_refused (values->str, JB_ERROR_TOO_LARGE);
  assert_refused (members->str, JB_ERROR_FORMAT);
}

static void
test_broken (void)
{
  static const char *const broken[] = {
    "", "{", "[", "]", "{\"a\"}", "{\"a\": 'b'}", "{\"a\": b}", "var a = {}", "{} // x", "{\"a\": \"b", "{\"a\": \"\\",
    "{\"a\": \"\\u", "{\"a\": \"\\ud800", "[1,,2]", "{\"a\":1,}", "\xff\xfe{", "nul",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    assert_refused (broken[i], JB_ERROR_FORMAT);
}

static void
test_strings (void)
{
  assert_string ("\"柳浦\\u8857\\u9053\"", "柳浦街道");
  assert_string ("\"\\ud842\\udfb7\"", "𠮷");
  assert_string ("\"a\\ud800b\"", "a\xef\xbf\xbd" "b");
  assert_string ("\"a\\udc00\\ud800\"", "a\xef\xbf\xbd\xef\xbf\xbd");
  assert_string ("\"\\ud800\\u0041\"", "\xef\xbf\xbd" "A");
  assert_string ("\"a\\u0000b\"", "a\xef\xbf\xbd" "b");
  assert_string ("\"\\\\u0000\"", "\\u0000");
  assert_string ("\"a\", \"a\": \"b\"", "b");
}

static void
test_numbers (void)
{
  g_autoptr(JsonNode) root = parse ("[1e400, -1e400, 99999999999999999999999, 0.1, 12345678901234567890123456789e-400]", NULL);

  g_assert_nonnull (root);
}

static void
test_encodings (void)
{
  static const char text[] = "{\"a\": \"柳浦街道的志愿者走上街头，清理了六条小巷。\"}";
  static const char *const charsets[] = { "GB18030", "UTF-16", "UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize n_encoded;
      g_autofree char *encoded = g_convert (text, -1, charsets[i], "UTF-8", NULL, &n_encoded, NULL);
      g_autoptr(GBytes) bytes = g_bytes_new (encoded, n_encoded);
      g_autoptr(JsonNode) root = jb_json_parse (bytes, 5, NULL);

      g_assert_nonnull (root);
      g_assert_cmpstr (jb_json_get_string (json_node_get_object (root), "a"), ==, "柳浦街道的志愿者走上街头，清理了六条小巷。");
    }
}

static GVariant *
read_parts (const char *text, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return jb_json_read_parts (bytes, 10, error);
}

/* Piece by piece the same comes out as at once. */
static void
test_parts (void)
{
  static const char *const texts[] = {
    "{}", " {\n}\n", "{\"a\": []}", "{\"a\": [ ] , \"b\": [1, 2.5,\"x\\\"]\", [1,[2]] , {\"c\": [\"}\"]} ,null,true]}",
    "{\"a\": 1, \"b\": {\"c\": [1, {\"d\": \"\\u6797\\ud800\"}]}, \"\\u0061\": 2}", "{\"a\\\\\": [\"\\\\\"]}",
  };
  static const char *const broken[] = {
    "", "[]", "3", "{", "{\"a\"", "{\"a\":", "{\"a\":[", "{\"a\":[1", "{\"a\":[1,", "{\"a\":[1,]}", "{\"a\":[,]}", "{\"a\":[1}]}",
    "{\"a\":1]", "{\"a\":1,}", "{} {}", "{\"a\":[1]]}", "{3:1}", "{\"a\" 1}", "{\"a\":[[1,2]}", "{\"a\":[\"b]}", "{\"a\":}",
  };
  g_autoptr(GString) many = g_string_new ("{\"a\":[1");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) root = parse (texts[i], &error);
      g_autoptr(GVariant) whole = g_variant_ref_sink (json_gvariant_deserialize (root, NULL, &error));
      g_autoptr(GVariant) parts = read_parts (texts[i], &error);
      g_autoptr(JsonNode) again = NULL, expected = NULL;

      g_assert_no_error (error);
      /* The order of members is not kept. */
      again = json_gvariant_serialize (parts);
      expected = json_gvariant_serialize (whole);
      g_assert_true (json_node_equal (again, expected));
    }
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (read_parts (broken[i], &error));
      g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
    }
  for (guint i = 0; i < JB_JSON_MAX_PARTS; i++)
    g_string_append (many, ",1");
  g_string_append (many, "]}");
  {
    g_autoptr(GError) error = NULL;

    g_assert_null (read_parts (many->str, &error));
    g_assert_error (error, JB_ERROR, JB_ERROR_TOO_LARGE);
  }
}

/* What pages carry for search engines goes the same way. */
static void
test_pages (void)
{
  g_autoptr(GString) hidden = g_string_new ("/* \" */ ");
  g_autoptr(JbJsonLd) half = jb_json_ld_read (
    "{\"@type\": \"NewsArticle\",\n \"headline\": \"夜校\\ud800开课\", \"author\": [\"林小雨\"]}");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (hidden, '[');
  g_assert_null (jb_json_ld_read (hidden->str));
  g_assert_cmpstr (half->title, ==, "夜校\xef\xbf\xbd开课");
  g_assert_cmpstr (half->authors, ==, "林小雨");
}

/* JSON of another kind is not read as news. */
static void
test_recognition (void)
{
  static const struct
  {
    const char *text;
    const char *media_type;
  } cases[] = {
    { "{\"uri\": \"urn:x\", \"headline\": \"早班车\"}", "application/vnd.iptc.ninjs+json" },
    { " [{\"uri\": \"urn:x\", \"bodies\": [{\"value\": \"早班车开进石桥。\"}]}]", "application/vnd.iptc.ninjs+json" },
    { "{\"url\": \"urn:x\", \"headline\": \"早班车\"}", NULL },
    { "{\"uri\": 3, \"headline\": [{}, 3], \"bodies\": {}, \"people\": [3, {\"name\": null}]}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr(JbInput) input = jb_input_new (bytes);
      g_autoptr(JbDecoded) decoded = jb_importer_read (input, NULL);

      if (cases[i].media_type != NULL)
        g_assert_cmpstr (decoded->media_type, ==, cases[i].media_type);
      else if (decoded != NULL)
        g_assert_cmpstr (decoded->media_type, !=, "application/vnd.iptc.ninjs+json");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/depth-is-bounded", test_depth);
  g_test_add_func ("/json/values-and-members-are-bounded", test_size);
  g_test_add_func ("/json/what-is-no-json-is-refused", test_broken);
  g_test_add_func ("/json/strings-are-valid-whatever-they-escape", test_strings);
  g_test_add_func ("/json/huge-numbers-do-no-harm", test_numbers);
  g_test_add_func ("/json/encodings-are-told", test_encodings);
  g_test_add_func ("/json/large-ones-are-read-in-parts", test_parts);
  g_test_add_func ("/json/pages-hold-json-too", test_pages);
  g_test_add_func ("/json/news-are-told-from-other-json", test_recognition);
  return g_test_run ();
}
