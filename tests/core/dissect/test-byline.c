/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-byline.h"

#include "jb-chars.h"

static char *
join (const JbNames *names)
{
  g_auto(GStrv) reporters = jb_names_dup_strv (names->reporters);
  g_auto(GStrv) correspondents = jb_names_dup_strv (names->correspondents);
  g_autofree char *first = g_strjoinv (",", reporters);
  g_autofree char *second = g_strjoinv (",", correspondents);

  return g_strconcat (first, "|", second, NULL);
}

static void
test_lines (void)
{
  const struct
  {
    const char *line;
    JbByline    byline;
    const char *names;
  } lines[] = {
    { "本报记者 林小雨 通讯员 何清", JB_BYLINE_WRITERS, "林小雨|何清" },
    { "记者林小雨通讯员何清", JB_BYLINE_WRITERS, "林小雨|何清" },
    { "本报记者　林 雨　通讯员　何　清", JB_BYLINE_WRITERS, "林雨|何清" },
    { "□见习记者 林小雨 王可、孟凡", JB_BYLINE_WRITERS, "林小雨,王可,孟凡|" },
    { "（记者 林小雨 通讯员 区教育局 何清）", JB_BYLINE_WRITERS, "林小雨|何清" },
    { "记者：林小雨　摄影：何清", JB_BYLINE_WRITERS, "林小雨|" },
    { "记者 林小雨/文 何清/摄", JB_BYLINE_WRITERS, "林小雨|" },
    { "文/林小雨 图/何清", JB_BYLINE_WRITERS, "林小雨|" },
    { "林小雨 文/摄", JB_BYLINE_WRITERS, "林小雨|" },
    { "全媒体记者 阿依古丽·买买提", JB_BYLINE_WRITERS, "阿依古丽·买买提|" },
    { "特约通讯员 欧阳小雨", JB_BYLINE_WRITERS, "|欧阳小雨" },
    { "通讯员 王可孟凡", JB_BYLINE_WRITERS, "|王可,孟凡" },
    { "记者 林小雨 摄", JB_BYLINE_PICTURE, "|" },
    { "何清摄", JB_BYLINE_PICTURE, "|" },
    { "记者节座谈会召开", JB_BYLINE_NONE, "|" },
    { "老街新貌", JB_BYLINE_NONE, "|" },
    { "记者 2022", JB_BYLINE_NONE, "|" },
    { "记者", JB_BYLINE_NONE, "|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(JbChars) chars = jb_chars_new (lines[i].line, -1);
      g_autoptr(JbNames) names = jb_names_new ();
      g_autofree char *joined = NULL;
      JbByline byline = jb_byline_read_line (chars->chars, chars->length, names);

      joined = join (names);
      if (byline != lines[i].byline || !g_str_equal (joined, lines[i].names))
        g_test_message ("%s", lines[i].line);
      g_assert_cmpint (byline, ==, lines[i].byline);
      g_assert_cmpstr (joined, ==, lines[i].names);
    }
}

static void
test_run_ins (void)
{
  const struct
  {
    const char *text;
    const char *run_in;
    const char *names;
  } texts[] = {
    { "本报讯（记者 林小雨）昨天", "本报讯（记者 林小雨）", "林小雨|" },
    { "本报讯(通讯员 何清)", "本报讯(通讯员 何清)", "|何清" },
    { "本报讯（镇建设办）昨天", "本报讯（镇建设办）", "|" },
    { "本报讯（综合报道）昨天", "本报讯（综合报道）", "|" },
    { "本报讯 昨天", "本报讯", "|" },
    { "本报讯 记者 林小雨 通讯员 何清 昨天", "本报讯", "林小雨|何清" },
    { "本报讯 记者从区里获悉", "本报讯", "|" },
    { "【本报讯】昨天", "【本报讯】", "|" },
    { "新华社北京4月3日电（记者 于静、周明）昨天", "新华社北京4月3日电（记者 于静、周明）", "于静,周明|" },
    { "据新华社北京4月3日电 昨天", "据新华社北京4月3日电", "|" },
    { "（记者 林小雨）昨天", "（记者 林小雨）", "林小雨|" },
    { "（上接第1版）昨天", "", "|" },
    { "本报电子版上线", "", "|" },
    { "昨天", "", "|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(JbChars) chars = jb_chars_new (texts[i].text, -1);
      g_autoptr(JbNames) names = jb_names_new ();
      guint n = jb_byline_get_run_in (chars->chars, chars->length);
      g_autofree char *run_in = jb_chars_to_utf8 (chars, 0, n);
      g_autofree char *joined = NULL;

      jb_byline_read_run_in (chars->chars, chars->length, names);
      joined = join (names);
      g_assert_cmpstr (run_in, ==, texts[i].run_in);
      g_assert_cmpstr (joined, ==, texts[i].names);
    }
}

static void
test_tail (void)
{
  g_autoptr(JbChars) chars = jb_chars_new ("大家都说好。（记者 林小雨 通讯员 何清）", -1);
  g_autoptr(JbChars) other = jb_chars_new ("大家都说好（见图）", -1);
  g_autoptr(JbNames) names = jb_names_new ();
  g_autofree char *joined = NULL;

  jb_byline_read_tail (chars->chars, chars->length, names);
  jb_byline_read_tail (other->chars, other->length, names);
  joined = join (names);
  g_assert_cmpstr (joined, ==, "林小雨|何清");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/byline/a-line-of-roles-and-names-is-a-byline", test_lines);
  g_test_add_func ("/byline/a-run-in-names-persons-only-behind-a-role", test_run_ins);
  g_test_add_func ("/byline/names-may-stand-behind-the-text", test_tail);
  return g_test_run ();
}
