/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-chars.h"
#include "jb-segments.h"

/* Returns: (transfer full): the pieces with a stroke between them */
static char *
dup_pieces (const char *text)
{
  g_autoptr(JbChars) chars = jb_chars_new (text, -1);
  g_autofree guint8 *begins = g_new (guint8, chars->length + 1);
  GString *pieces = g_string_new (NULL);

  jb_segments_cut (chars->chars, chars->length, begins);
  g_assert_cmpuint (begins[chars->length], ==, 1);
  for (guint i = 0; i < chars->length; i++)
    {
      if (begins[i] && i > 0)
        g_string_append_c (pieces, '|');
      g_string_append_unichar (pieces, chars->chars[i]);
    }
  return g_string_free (pieces, FALSE);
}

static void
check (const char *text, const char *pieces)
{
  g_autofree char *found = dup_pieces (text);

  g_assert_cmpstr (found, ==, pieces);
}

static void
test_words (void)
{
  check ("我们在北京。", "我们|在|北京|。");
  check ("", "");
}

static void
test_numbers (void)
{
  check ("共有1024人", "共有|1024|人");
}

/* Two UTF-16 units are one character. */
static void
test_beyond_the_basic_plane (void)
{
  check ("𠮷。北京", "𠮷|。|北京");
}

static gpointer
cut_in_thread (gpointer data)
{
  return dup_pieces (data);
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("cut", cut_in_thread, (gpointer) "我们在北京。");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *pieces = g_thread_join (threads[i]);

      g_assert_cmpstr (pieces, ==, "我们|在|北京|。");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/segments/words-of-the-dictionary", test_words);
  g_test_add_func ("/segments/a-number-is-one-piece", test_numbers);
  g_test_add_func ("/segments/characters-beyond-the-basic-plane", test_beyond_the_basic_plane);
  g_test_add_func ("/segments/any-thread-may-cut", test_threads);
  return g_test_run ();
}
