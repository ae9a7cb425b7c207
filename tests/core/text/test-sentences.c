/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-sentences.h"

/* Compares the sentences of @paragraph, joined by "|", with @expected. */
static void
assert_cut (const char *paragraph, const char *expected)
{
  g_autoptr(JbChars) chars = jb_chars_new (paragraph, -1);
  g_autoptr(GArray) sentences = jb_sentences_cut (chars);
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      JbSpan span = g_array_index (sentences, JbSpan, i);
      g_autofree char *sentence = jb_chars_to_utf8 (chars, span.start, span.end);

      g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", sentence);
    }
  g_assert_cmpstr (joined->str, ==, expected);
}

static void
test_marks (void)
{
  assert_cut ("春天来了。花开了！真的吗？是的……好。", "春天来了。|花开了！|真的吗？|是的……|好。");
  assert_cut ("什么？！走吧。", "什么？！|走吧。");
  assert_cut ("没有句号", "没有句号");
  assert_cut ("", "");
  assert_cut ("　一句。 二句。", "一句。|二句。");
}

static void
test_quotes (void)
{
  assert_cut ("“家门口就能办。方便！”刘大姐说。大家点头。", "“家门口就能办。方便！”刘大姐说。|大家点头。");
  assert_cut ("他说：“马上就办。”", "他说：“马上就办。”");
  assert_cut ("实施“六大行动”。建成（含续建。）三处。", "实施“六大行动”。|建成（含续建。）三处。");
  assert_cut ("“大家的事。大家办。", "“大家的事。|大家办。");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/end-marks-end-a-sentence", test_marks);
  g_test_add_func ("/sentences/a-quotation-is-not-cut-inside", test_quotes);
  return g_test_run ();
}
