/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-line-break.h"

#include "jb-chars.h"

/* Compares the text with its good breaks marked by "|", those between number and unit by "'", those
 * behind a mark inside Latin by "`" and those anywhere in an address by "~". */
static void
assert_breaks_at (const char *text, const char *expected, JbBreakRules rules)
{
  g_autoptr(JbChars) chars = jb_chars_new (text, -1);
  g_autofree guint8 *classes = jb_line_classes_new (chars->chars, chars->length);
  g_autofree guint8 *breaks = jb_line_breaks_new (chars->chars, classes, chars->length, rules);
  g_autoptr(GString) marked = g_string_new (NULL);

  for (guint i = 0; i < chars->length; i++)
    {
      if (breaks[i] == JB_BREAK_ALLOWED)
        g_string_append_c (marked, '|');
      else if (breaks[i] == JB_BREAK_UNIT)
        g_string_append_c (marked, '\'');
      else if (breaks[i] == JB_BREAK_URL)
        g_string_append_c (marked, '`');
      else if (breaks[i] == JB_BREAK_ADDRESS)
        g_string_append_c (marked, '~');
      g_string_append_unichar (marked, chars->chars[i]);
    }
  g_assert_cmpstr (marked->str, ==, expected);
}

static void
assert_breaks (const char *text, const char *expected)
{
  assert_breaks_at (text, expected, JB_BREAK_RULES_STRICT);
}

static void
test_han (void)
{
  assert_breaks ("街道办事", "街|道|办|事");
  assert_breaks ("", "");
}

static void
test_marks (void)
{
  assert_breaks ("一，二。三、四；五：六？七！八", "一，|二。|三、|四；|五：|六？|七！|八");
  assert_breaks ("绕“六大”“五场”（重）点", "绕|“六|大”|“五|场”|（重）|点");
  assert_breaks ("《云汀报》〔1〕", "《云|汀|报》|〔1〕");
  assert_breaks ("他说：“好。”", "他|说：|“好。”");
  assert_breaks ("说\"好\"吗", "说|\"好\"|吗");
}

static void
test_dashes (void)
{
  assert_breaks ("先——后……止", "先——|后……|止");
  assert_breaks_at ("先——后……止", "先|——|后|……|止", JB_BREAK_RULES_GB);
}

static void
test_interpunct (void)
{
  assert_breaks ("买买提·艾力", "买|买|提·|艾|力");
}

static void
test_solidus (void)
{
  assert_breaks ("男／女", "男／女");
  assert_breaks_at ("男／女", "男／|女", JB_BREAK_RULES_BASIC);
}

static void
test_numbers (void)
{
  assert_breaks ("共8,848.86米", "共|8,848.86'米");
  assert_breaks ("约3/4的12:30至2020-04-21日", "约|3/4|的|12:30|至|2020-04-21'日");
  assert_breaks ("达98.5%左右", "达|98.5%|左|右");
  assert_breaks ("在63%～68%间", "在|63%～|68%|间");
  assert_breaks ("花￥35亿元", "花|￥35'亿'元");
  assert_breaks ("气温25℃，210㎡", "气|温|25℃，|210㎡");
  assert_breaks ("第1492期", "第'1492'期");
  assert_breaks ("电0571-86001234", "电|0571-86001234");
}

static void
test_labels (void)
{
  assert_breaks ("①甲②乙", "①甲|②乙");
}

static void
test_words (void)
{
  assert_breaks ("用Servo Motor好", "用|Servo |Motor|好");
  assert_breaks ("YX-Alpha型", "YX-|Alpha|型");
  assert_breaks ("用km/h表示", "用|km/`h|表|示");
  assert_breaks ("见https://a.gov.cn/b?c=1", "见|h~t~t~p~s://`a.`g~o~v.`c~n/`b?`c~=`1");
  assert_breaks ("don’t", "don’t");
}

static void
test_none (void)
{
  assert_breaks_at ("一，二", "一|，|二", JB_BREAK_RULES_NONE);
  assert_breaks_at ("12，3", "12|，|3", JB_BREAK_RULES_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-break/han-breaks-everywhere", test_han);
  g_test_add_func ("/line-break/marks-stay-with-what-they-close-or-open", test_marks);
  g_test_add_func ("/line-break/dashes-and-ellipses-are-whole-and-start-no-line", test_dashes);
  g_test_add_func ("/line-break/an-interpunct-starts-no-line", test_interpunct);
  g_test_add_func ("/line-break/a-solidus-stands-at-no-edge", test_solidus);
  g_test_add_func ("/line-break/numbers-are-whole", test_numbers);
  g_test_add_func ("/line-break/labels-stay-with-their-text", test_labels);
  g_test_add_func ("/line-break/words-are-whole", test_words);
  g_test_add_func ("/line-break/without-rules-marks-may-start-a-line", test_none);
  return g_test_run ();
}
