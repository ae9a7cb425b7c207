/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything here is set with fixed advances: Han and Chinese marks 10 pt, ASCII 5 pt. */
#include "jb-composer.h"

#include "jb-measure.h"

#include <math.h>

#define EM 10.0

typedef struct
{
  JbLineText    *text;
  JbComposition *composition;
} Set;

static JbComposeOptions
options_of (double width_em)
{
  JbComposeOptions options = { .width_pt = width_em * EM, .align = JB_ALIGN_JUSTIFY, .rules = JB_BREAK_RULES_STRICT };

  return options;
}

static Set
compose_with (const char *utf8, const JbComposeOptions *options)
{
  JbTextFormat format = { JB_FONT_FANGSONG, EM, EM, 0, FALSE };
  Set set = { jb_line_text_new (), NULL };

  jb_line_text_append (set.text, utf8, &format);
  jb_fixed_measure_get ()->measure (jb_fixed_measure_get (), set.text);
  set.composition = jb_compose (set.text, options);
  return set;
}

static Set
compose (const char *utf8, double width_em)
{
  JbComposeOptions options = options_of (width_em);

  return compose_with (utf8, &options);
}

static void
set_clear (Set *set)
{
  jb_line_text_unref (set->text);
  jb_composition_free (set->composition);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Set, set_clear)

static const JbLine *
get_line (const Set *set, guint i)
{
  g_assert_cmpuint (i, <, set->composition->lines->len);
  return &g_array_index (set->composition->lines, JbLine, i);
}

/* Compares the lines, joined by "|". */
static void
assert_lines (const Set *set, const char *expected)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = 0; i < set->composition->lines->len; i++)
    {
      const JbLine *line = get_line (set, i);
      g_autofree char *text = jb_chars_to_utf8 (set->text->chars, line->start, line->end);

      g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", text);
    }
  g_assert_cmpstr (joined->str, ==, expected);
}

static void
assert_composed (const char *utf8, double width_em, const char *expected)
{
  g_auto(Set) set = compose (utf8, width_em);

  assert_lines (&set, expected);
  for (guint i = 0; i < set.composition->lines->len; i++)
    g_assert_cmpfloat (get_line (&set, i)->width_pt, <=, width_em * EM + 0.01);
}

static void
assert_x (const Set *set, guint i, double x)
{
  g_assert_cmpfloat_with_epsilon (set->composition->x[i], x, 0.001);
}

static void
test_grid (void)
{
  g_auto(Set) set = compose ("一二三四五六七八九十", 4);

  assert_lines (&set, "一二三四|五六七八|九十");
  for (guint i = 0; i < 10; i++)
    assert_x (&set, i, i % 4 * EM);
}

static void
test_empty (void)
{
  assert_composed ("", 4, "");
  assert_composed ("　 ", 4, "");
  assert_composed ("一", 4, "一");
}

static void
test_indent (void)
{
  JbComposeOptions options = options_of (6);
  g_auto(Set) set = { NULL, NULL };

  options.first_indent_pt = 2 * EM;
  set = compose_with ("一二三四五六七八九十", &options);
  assert_lines (&set, "一二三四|五六七八九十");
  assert_x (&set, 0, 2 * EM);
  assert_x (&set, 4, 0);
}

static void
test_squeeze_in (void)
{
  /* The stop does not fit the fifth place: it takes half an em at the line's end, the comma gives the rest. */
  g_auto(Set) set = compose ("一，二三四。五六七八", 5);

  assert_lines (&set, "一，二三四。|五六七八");
  assert_x (&set, 2, 1.5 * EM);
  assert_x (&set, 5, 4.5 * EM);
  g_assert_cmpfloat_with_epsilon (get_line (&set, 0)->width_pt, 5 * EM, 0.001);
}

static void
test_push_out (void)
{
  /* Nothing on the line can give: the last character goes down with the stop, the rest is spread. */
  g_auto(Set) set = compose ("一二三四五。六七八九十", 5);

  assert_lines (&set, "一二三四|五。六七八|九十");
  assert_x (&set, 1, EM * (1 + 1.0 / 3));
  assert_x (&set, 3, 4 * EM);
}

static void
test_brackets_before_commas (void)
{
  /* Half an em is missing; the bracket gives it all, the comma nothing. */
  g_auto(Set) set = compose ("一，（三四五，七八九", 6);

  assert_lines (&set, "一，（三四五，|七八九");
  assert_x (&set, 0, 0);
  /* ，（ are neighbours and take 1.5 em already; then the line is full to the half comma. */
  assert_x (&set, 3, 2.5 * EM);
}

static void
test_brackets_share (void)
{
  g_auto(Set) set = compose ("一（二）三，四。五六七八", 7);

  /* 8 em, half of which the line's end takes: half an em from the two brackets, equally. */
  assert_lines (&set, "一（二）三，四。|五六七八");
  assert_x (&set, 2, 1.75 * EM);
  assert_x (&set, 4, 3.5 * EM);
  assert_x (&set, 6, 5.5 * EM);
}

static void
test_stops_last (void)
{
  JbComposeOptions options = options_of (5);
  g_auto(Set) hard = { NULL, NULL };
  g_auto(Set) soft = { NULL, NULL };

  hard = compose_with ("一。二三四，五六七八九", &options);
  assert_lines (&hard, "一。二三|四，五六七|八九");
  options.squeeze_stops = TRUE;
  soft = compose_with ("一。二三四，五六七八", &options);
  assert_lines (&soft, "一。二三四，|五六七八");
}

static void
test_neighbours (void)
{
  g_auto(Set) closing = compose ("一”，二", 10);
  g_auto(Set) opening = compose ("一：“二", 10);
  g_auto(Set) between = compose ("一”“二", 10);
  g_auto(Set) shouts = compose ("一？！二！！！三", 10);

  assert_x (&closing, 2, 1.5 * EM);
  assert_x (&closing, 3, 2.5 * EM);
  assert_x (&opening, 2, 1.5 * EM);  /* the glyph's origin: its left half is what is gone */
  assert_x (&opening, 3, 2.5 * EM);
  assert_x (&between, 3, 2.5 * EM);
  assert_x (&shouts, 3, 2 * EM);     /* two take one em */
  assert_x (&shouts, 7, 5 * EM);     /* three take two */
}

static void
test_line_end (void)
{
  g_auto(Set) set = compose ("一二三四。五六七", 5);

  assert_lines (&set, "一二三四。|五六七");
  g_assert_cmpfloat_with_epsilon (get_line (&set, 0)->width_pt, 5 * EM, 0.001);
  assert_x (&set, 4, 4.5 * EM);
}

static void
test_line_start (void)
{
  JbComposeOptions options = options_of (5);
  g_auto(Set) full = { NULL, NULL };
  g_auto(Set) half = { NULL, NULL };

  full = compose_with ("“一二", &options);
  assert_x (&full, 1, EM);
  options.squeeze_line_start = TRUE;
  half = compose_with ("“一二", &options);
  assert_x (&half, 1, EM / 2);
}

static void
test_numbers (void)
{
  assert_composed ("一二三四五12345元整数", 7, "一二三四五|12345元整数");
  assert_composed ("一二三四3.14%五六七八", 6, "一二三四|3.14%五六七|八");
}

static void
test_units (void)
{
  assert_composed ("一二三四五六七八九十一二三四五六2020年五六七", 18, "一二三四五六七八九十一二三四五六|2020年五六七");
  /* Keeping 20万元 whole would leave the line half empty, so only the number is kept. */
  assert_composed ("一二三四20万元整", 5, "一二三四20|万元整");
}

static void
test_dashes (void)
{
  g_auto(Set) set = compose ("一二三四——五六七八九十", 5);

  assert_lines (&set, "一二三|四——五六|七八九十");
  assert_x (&set, 5, set.composition->x[4] + EM);
  assert_composed ("一二三四……五六七八九十", 5, "一二三|四……五六|七八九十");
}

static void
test_quotes (void)
{
  assert_composed ("一二三四“五六”“七八”九", 5, "一二三四|“五六”“七|八”九");
}

static void
test_last_line (void)
{
  assert_composed ("一二三四五六七八九", 4, "一二三四|五六七|八九");
  assert_composed ("一二三四五六七八九十。", 10, "一二三四五六七八|九十。");
  assert_composed ("一二三四，六七八九十。", 10, "一二三四，六七八九十。");
}

static void
test_words (void)
{
  assert_composed ("一二三四Shanghai五六七", 6, "一二三四|Shanghai五六|七");
  assert_composed ("Servo Motor Drive", 6, "Servo Motor|Drive");
}

static void
test_word_spaces (void)
{
  /* The space grows to half an em first, then all gaps alike. */
  g_auto(Set) set = compose ("一二三ab cd四五六七八九", 6.5);

  assert_lines (&set, "一二三ab cd四|五六七八九");
}

static void
test_url (void)
{
  g_auto(Set) set = compose ("一二三四五六七https://a.example.gov.cn/path/page.html三四五", 13);

  assert_lines (&set, "一二三四五六七https://a.|example.gov.cn/path/page.|html三四五");
}

static void
test_endless_word (void)
{
  g_auto(Set) set = compose ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 5);

  assert_lines (&set, "aaaaaaaaaa|aaaaaaaaaa|aaaaaaaaaa|a");
}

static void
test_endless_number (void)
{
  assert_composed ("123456789012345678901234", 5, "1234567890|1234567890|1234");
}

static void
test_latin_gap (void)
{
  JbComposeOptions options = options_of (10);
  g_auto(Set) set = { NULL, NULL };

  options.latin_gap_em = 0.25;
  set = compose_with ("有20个，ab", &options);
  assert_x (&set, 1, 1.25 * EM);
  assert_x (&set, 3, 2.5 * EM);
  assert_x (&set, 5, 4.5 * EM);  /* none beside a mark */
}

static void
test_align (void)
{
  JbComposeOptions options = options_of (10);
  g_auto(Set) centre = { NULL, NULL };
  g_auto(Set) right = { NULL, NULL };

  options.align = JB_ALIGN_CENTRE;
  centre = compose_with ("一二", &options);
  assert_x (&centre, 0, 4 * EM);
  options.align = JB_ALIGN_RIGHT;
  right = compose_with ("一二", &options);
  assert_x (&right, 0, 8 * EM);
}

static void
test_interpunct (void)
{
  /* Half an em is missing, and the interpunct has it. */
  g_auto(Set) set = compose ("一·二三四。五六七八", 5);

  assert_lines (&set, "一·二三四。|五六七八");
  assert_x (&set, 2, 1.5 * EM);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/composer/han-stands-on-the-grid", test_grid);
  g_test_add_func ("/composer/an-empty-text-has-no-lines", test_empty);
  g_test_add_func ("/composer/the-first-line-is-indented", test_indent);
  g_test_add_func ("/composer/a-forbidden-mark-is-squeezed-in", test_squeeze_in);
  g_test_add_func ("/composer/what-cannot-be-squeezed-is-pushed-out", test_push_out);
  g_test_add_func ("/composer/neighbours-give-before-commas", test_brackets_before_commas);
  g_test_add_func ("/composer/brackets-give-equally", test_brackets_share);
  g_test_add_func ("/composer/stops-give-last-and-only-if-asked", test_stops_last);
  g_test_add_func ("/composer/interpuncts-give-evenly", test_interpunct);
  g_test_add_func ("/composer/neighbouring-marks-share-a-blank", test_neighbours);
  g_test_add_func ("/composer/a-mark-at-a-lines-end-takes-half", test_line_end);
  g_test_add_func ("/composer/an-opening-mark-at-a-lines-start-may-take-half", test_line_start);
  g_test_add_func ("/composer/numbers-are-not-split", test_numbers);
  g_test_add_func ("/composer/units-stay-where-possible", test_units);
  g_test_add_func ("/composer/dashes-and-ellipses-start-no-line-and-are-not-stretched", test_dashes);
  g_test_add_func ("/composer/quotes-stay-with-their-text", test_quotes);
  g_test_add_func ("/composer/the-last-line-has-two-characters", test_last_line);
  g_test_add_func ("/composer/words-are-not-split", test_words);
  g_test_add_func ("/composer/word-spaces-give-and-take", test_word_spaces);
  g_test_add_func ("/composer/an-address-is-broken-at-its-marks", test_url);
  g_test_add_func ("/composer/an-endless-word-is-broken-anywhere", test_endless_word);
  g_test_add_func ("/composer/an-endless-number-is-broken-at-last", test_endless_number);
  g_test_add_func ("/composer/a-gap-parts-han-and-latin-if-asked", test_latin_gap);
  g_test_add_func ("/composer/lines-are-aligned", test_align);
  return g_test_run ();
}
