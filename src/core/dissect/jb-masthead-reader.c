/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line is cut at blanks and bars, and each word is read field by field from its beginning; so one line may
 * hold one field or all of them. */
#include "jb-masthead-reader.h"

#include <stdlib.h>
#include <string.h>

#include "jb-chars.h"
#include "jb-cues.h"
#include "jb-date.h"
#include "jb-shape.h"
#include "jb-string.h"

#define MAX_LINE      100
#define MAX_PROMOTION 34
#define MAX_META      80
#define MAX_ORGANISATION 40
#define CONTACT_REACH 3   /* lines behind 新闻热线 in which numbers are looked for */

struct _JbMastheadReader
{
  JbMasthead *masthead;        /* owned */
  guint       n_fields;
  int         publisher_rank;  /* of the label it came from; the first labels of the list are the best */
  guint       contact_lines;   /* how many lines the last contact label still reaches */
  guint       n_other;         /* lines that were none of it, up to the date */
  gboolean    issue_is_total;  /* it came from 总第N期, which 第N期 outdoes */
};

typedef enum
{
  FIELD_DATE,
  FIELD_CHINESE_DATE,
  FIELD_WEEKDAY,
  FIELD_LUNAR,
  FIELD_LUNAR_DAY,
  FIELD_PAGES,
  FIELD_TOTAL_ISSUE,
  FIELD_ISSUE,
  FIELD_YEAR,
  N_FIELDS
} Field;

#define N "([0-9]+|[〇零一二三四五六七八九十百]+)"
#define LUNAR_DAY "闰?[正一二三四五六七八九十冬腊]{1,2}月(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|二十|三十|廿[一二三四五六七八九]?|卅)"

/* 第3版：要闻, A2 */
#define PAGE_NUMBER \
  "^第?(?:[A-D]?[0-9]{1,2}|[一二三四五六七八九十]{1,2})版(?:[:：· ]+\\p{Han}{2,8})?$|^[A-D][0-9]{1,2}(?:[ /|·]+\\p{Han}{2,4})?$"
/* 02 综合新闻, 要闻 A2 */
#define PAGE_SECTION \
  "^(?:[A-D]?[0-9]{1,2}版?[ /|·]*(\\p{Han}{2,6})|(\\p{Han}{2,6})[ /|·]*[A-D]?[0-9]{1,2}版?)$"

static const char *const patterns[N_FIELDS] = {
  [FIELD_DATE] = "((?:19|20)[0-9]{2})(?:年|[-/.])([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})日?(?![0-9])",
  [FIELD_CHINESE_DATE] = "([二一][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日",
  [FIELD_WEEKDAY] = "(?:星期|周|礼拜)([一二三四五六日天])",
  [FIELD_LUNAR] = "(?:农历|夏历)?([甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥][鼠牛虎兔龙蛇马羊猴鸡狗猪]?年?(?:" LUNAR_DAY ")?)",
  [FIELD_LUNAR_DAY] = "(?:农历|夏历)?(" LUNAR_DAY ")",
  [FIELD_PAGES] = "(?:本期|今日|本报今日|今天|共|本期共|今日共)" N "个?版",
  [FIELD_TOTAL_ISSUE] = "总第?" N "[期号]",
  [FIELD_ISSUE] = "(?:新?第|NO\\.?|No\\.?|期号:?)" N "[期号]?",
  [FIELD_YEAR] = "(?:19|20)[0-9]{2}年(?:第?[0-9]+卷)?",
};

static const GRegex *
get_regex (Field field)
{
  static GRegex *regexes[N_FIELDS];

  if (g_once_init_enter (&regexes[field]))
    g_once_init_leave (&regexes[field],
                       g_regex_new (patterns[field], G_REGEX_OPTIMIZE | G_REGEX_ANCHORED, 0, NULL));
  return regexes[field];
}

JbMastheadReader *
jb_masthead_reader_new (void)
{
  JbMastheadReader *self = g_new0 (JbMastheadReader, 1);

  self->masthead = jb_masthead_new ();
  self->publisher_rank = G_MAXINT;
  return self;
}

void
jb_masthead_reader_free (JbMastheadReader *self)
{
  g_clear_pointer (&self->masthead, jb_masthead_free);
  g_free (self);
}

/* 二〇二〇, 二十一 and 21 as a number. */
static guint
parse_number (const char *text)
{
  guint total = 0, last = 0;

  if (g_ascii_isdigit (*text))
    return (guint) MIN (g_ascii_strtoull (text, NULL, 10), 999999999);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      static const gunichar digits[] = U"〇一二三四五六七八九";
      gunichar c = g_utf8_get_char (p);

      if (c == U'十' || c == U'百')
        {
          total += MAX (last, 1) * (c == U'十' ? 10 : 100);
          last = 0;
          continue;
        }
      for (guint d = 0; d < 10; d++)
        if (digits[d] == c)
          last = last * 10 + d;
      if (c == U'零' || c == U'○')
        last = last * 10;
    }
  return total + last;
}

static void
take (char **field, const char *value, guint *n_fields)
{
  if (*field != NULL)
    return;
  *field = g_strdup (value);
  (*n_fields)++;
}

static void
take_number (char **field, const char *value, guint *n_fields)
{
  g_autofree char *digits = g_ascii_isdigit (*value) ? g_strdup (value) : g_strdup_printf ("%u", parse_number (value));

  take (field, digits, n_fields);
}

static void
take_lunar (JbMastheadReader *self, const char *value)
{
  if (self->masthead->lunar == NULL)
    take (&self->masthead->lunar, value, &self->n_fields);
  /* The year stood in the word before. */
  else if (g_str_has_suffix (self->masthead->lunar, "年"))
    {
      g_autofree char *both = g_strconcat (self->masthead->lunar, value, NULL);

      jb_set_string (&self->masthead->lunar, both);
    }
}

static void
take_field (JbMastheadReader *self, Field field, const GMatchInfo *match)
{
  JbMasthead *masthead = self->masthead;
  g_autofree char *first = g_match_info_fetch (match, 1);
  g_autofree char *second = g_match_info_fetch (match, 2);
  g_autofree char *third = g_match_info_fetch (match, 3);
  g_autofree char *value = NULL;

  switch (field)
    {
    case FIELD_DATE:
    case FIELD_CHINESE_DATE:
      value = jb_date_format (parse_number (first), parse_number (second), parse_number (third));
      if (value != NULL)
        take (&masthead->date, value, &self->n_fields);
      break;
    case FIELD_WEEKDAY:
      value = g_strconcat ("星期", g_str_equal (first, "天") ? "日" : first, NULL);
      take (&masthead->weekday, value, &self->n_fields);
      break;
    case FIELD_LUNAR:
    case FIELD_LUNAR_DAY:
      take_lunar (self, first);
      break;
    case FIELD_PAGES:
      take_number (&masthead->pages, first, &self->n_fields);
      break;
    case FIELD_ISSUE:
      if (self->issue_is_total)
        g_clear_pointer (&masthead->issue, g_free);
      self->issue_is_total = FALSE;
      take_number (&masthead->issue, first, &self->n_fields);
      break;
    case FIELD_TOTAL_ISSUE:
      if (masthead->issue == NULL)
        self->issue_is_total = TRUE;
      take_number (&masthead->issue, first, &self->n_fields);
      break;
    case FIELD_YEAR:
    case N_FIELDS:
      break;
    }
}

static gboolean
is_dot (gunichar c)
{
  return c == U'·' || c == '|' || c == U'｜' || c == '/' || c == U'，' || c == ',' || c == '(' || c == ')' || c == ':';
}

/* Reads fields from the beginning of @word to its end. Returns: the characters that belong to fields */
static guint
read_word (JbMastheadReader *self, const char *word)
{
  guint n_read = 0;

  while (*word != '\0')
    {
      gboolean found = FALSE;

      for (Field field = 0; field < N_FIELDS && !found; field++)
        {
          g_autoptr(GMatchInfo) match = NULL;
          int end;

          if (!g_regex_match (get_regex (field), word, 0, &match) ||
              !g_match_info_fetch_pos (match, 0, NULL, &end) || end == 0)
            continue;
          take_field (self, field, match);
          n_read += (guint) g_utf8_strlen (word, end);
          word += end;
          found = TRUE;
        }
      if (!found && is_dot (g_utf8_get_char (word)))
        {
          word = g_utf8_next_char (word);
          n_read++;
          found = TRUE;
        }
      if (!found)
        break;
    }
  return n_read;
}

static gboolean
is_all_han (const gunichar *text, guint length)
{
  for (guint i = 0; i < length; i++)
    if (!jb_char_is_han (text[i]))
      return FALSE;
  return length > 0;
}

static gboolean
is_name (const gunichar *text, guint length)
{
  return length >= 2 && length <= 8 && is_all_han (text, length) &&
         jb_cues_match_end (JB_CUES_MASTHEAD_NAMES, text, length) > 0 &&
         jb_cues_match_end (JB_CUES_MASTHEAD_NOT_NAMES, text, length) == 0;
}

static gboolean
read_name (JbMastheadReader *self, const gunichar *text, guint length)
{
  g_autofree char *name = NULL;

  if (length > 2 && text[0] == U'《' && text[length - 1] == U'》')
    {
      text++;
      length -= 2;
    }
  if (self->masthead->name != NULL || !is_name (text, length))
    return FALSE;
  name = g_ucs4_to_utf8 (text, length, NULL, NULL, NULL);
  take (&self->masthead->name, name, &self->n_fields);
  return TRUE;
}

/* A name set wide: 新 桥 报. */
static gboolean
read_spaced_name (JbMastheadReader *self, const gunichar *text, guint length)
{
  gunichar name[8];
  guint n = 0;

  for (guint i = 0; i < length; i++)
    {
      if (i % 2 == 1 ? !jb_char_is_blank (text[i]) : !jb_char_is_han (text[i]))
        return FALSE;
      if (i % 2 == 0 && n == G_N_ELEMENTS (name))
        return FALSE;
      if (i % 2 == 0)
        name[n++] = text[i];
    }
  return length > 2 && read_name (self, name, n);
}

/* A label with the organisation behind it, or before it. The organisation under the best label is kept. */
static gboolean
read_publisher (JbMastheadReader *self, const gunichar *text, guint length)
{
  guint label, start, end = length;
  int rank = jb_cues_rank_start (JB_CUES_MASTHEAD_PUBLISHERS, text, length, &label);
  g_autofree char *publisher = NULL;

  start = label;
  if (rank >= 0)
    {
      if (start < length && (text[start] == U'：' || text[start] == ':'))
        start++;
      else if (start == length || !jb_char_is_blank (text[start]))
        return FALSE;
    }
  else
    {
      label = jb_cues_match_end (JB_CUES_MASTHEAD_PUBLISHERS, text, length);
      if (label == 0 || length < label + 5 || length > MAX_ORGANISATION + label)
        return FALSE;
      start = 0;
      end = length - label;
      rank = jb_cues_rank_start (JB_CUES_MASTHEAD_PUBLISHERS, text + end, label, &label);
      /* Without a blank between only an office shows where the organisation ends: …办公室编. */
      if (!jb_char_is_blank (text[end - 1]) &&
          !(is_all_han (text, end) && jb_cues_match_end (JB_CUES_UNITS, text, end) > 0))
        return FALSE;
      end = jb_shape_trim_end (text, end);
    }

  while (start < end && jb_char_is_blank (text[start]))
    start++;
  for (guint i = start; i < end; i++)
    if (jb_char_is_blank (text[i]))
      end = i;
  if (end - start < 4 || end - start > MAX_ORGANISATION)
    return FALSE;

  publisher = g_ucs4_to_utf8 (text + start, end - start, NULL, NULL, NULL);
  if (self->masthead->publisher == NULL)
    take (&self->masthead->publisher, publisher, &self->n_fields);
  else if (rank < self->publisher_rank)
    jb_set_string (&self->masthead->publisher, publisher);
  self->publisher_rank = MIN (rank, self->publisher_rank);
  return TRUE;
}

static gboolean
is_number_line (const gunichar *text, guint length)
{
  guint n_digits = 0;

  for (guint i = 0; i < length; i++)
    if (jb_char_is_digit (text[i]))
      n_digits++;
    else if (!jb_char_is_blank (text[i]) && text[i] != '-' && text[i] != U'—' && text[i] != U'、' && text[i] != '/' &&
             text[i] != '(' && text[i] != ')' && text[i] != U'－')
      return FALSE;
  return n_digits >= 7;
}

/* The name in Latin letters: two words or more, of letters only. */
static gboolean
is_latin_line (const gunichar *text, guint length)
{
  guint n_words = 1;

  for (guint i = 0; i < length; i++)
    if (text[i] == ' ')
      n_words++;
    else if (!(g_unichar_isalpha (text[i]) && text[i] < 0x250))
      return FALSE;
  return length >= 4 && length <= 48 && n_words <= 8;
}

static gboolean
read_contact (JbMastheadReader *self, const gunichar *text, guint length)
{
  guint label = jb_cues_match_start (JB_CUES_MASTHEAD_CONTACTS, text, length);
  guint rest = label;

  if (label > 0)
    {
      while (rest < length && (text[rest] == ':' || text[rest] == U'：' || jb_char_is_blank (text[rest])))
        rest++;
      if (rest == length)
        self->contact_lines = CONTACT_REACH;
      return rest == length || rest > label || jb_char_is_digit (text[rest]);
    }
  return is_number_line (text, length) && (self->contact_lines > 0 || self->n_fields > 0);
}

/* Blanks inside a field, as in 第 12 期 or 4 月 21 日, are left out. */
static char *
dup_tight (const gunichar *text, guint length)
{
  GString *tight = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    {
      gunichar before = i > 0 ? text[i - 1] : 0;
      gunichar after = i + 1 < length ? text[i + 1] : 0;

      if (jb_char_is_blank (text[i]) &&
          ((jb_char_is_digit (before) &&
            (after == U'年' || after == U'月' || after == U'日' || after == U'期' || after == U'版' || after == U'号')) ||
           (jb_char_is_digit (after) &&
            (before == U'年' || before == U'月' || before == U'第' || before == U'共' || before == U'期'))))
        continue;
      g_string_append_unichar (tight, jb_char_fold_width (text[i]));
    }
  return g_string_free (tight, FALSE);
}

/* Returns: whether most of the line's characters are fields */
static gboolean
read_fields (JbMastheadReader *self, const gunichar *text, guint length)
{
  g_autofree char *tight = dup_tight (text, length);
  g_auto(GStrv) words = g_strsplit_set (tight, " \t|", -1);
  guint n_read = 0, n_all = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong n_chars;
      g_autofree gunichar *word = g_utf8_to_ucs4_fast (words[i], -1, &n_chars);
      guint n = read_word (self, words[i]);

      if (n < (guint) n_chars &&
          (read_name (self, word, (guint) n_chars) || read_publisher (self, word, (guint) n_chars)))
        n = (guint) n_chars;
      n_all += (guint) n_chars;
      n_read += n;
    }
  return n_read > 0 && 2 * n_read >= n_all;
}

gboolean
jb_masthead_is_promotion (const gunichar *text, guint length)
{
  return length <= MAX_PROMOTION && !jb_shape_is_terminated (text, length) &&
         jb_cues_find (JB_CUES_PROMOTIONS, text, length, NULL);
}

gboolean
jb_masthead_is_page_label (const gunichar *text, guint length)
{
  static GRegex *number, *section;
  g_autofree char *line = NULL;
  g_autoptr(GMatchInfo) match = NULL;

  if (length > 16)
    return FALSE;
  if (g_once_init_enter (&number))
    g_once_init_leave (&number, g_regex_new (PAGE_NUMBER, G_REGEX_OPTIMIZE, 0, NULL));
  if (g_once_init_enter (&section))
    g_once_init_leave (&section, g_regex_new (PAGE_SECTION, G_REGEX_OPTIMIZE, 0, NULL));
  line = g_ucs4_to_utf8 (text, length, NULL, NULL, NULL);
  if (g_regex_match (number, line, 0, NULL))
    return TRUE;
  if (g_regex_match (section, line, 0, &match))
    {
      g_autofree char *behind = g_match_info_fetch (match, 1);
      g_autofree char *before = g_match_info_fetch (match, 2);
      g_autoptr(JbChars) name = jb_chars_new (behind != NULL && *behind != '\0' ? behind : before, -1);

      return jb_cues_equal (JB_CUES_SECTIONS, name->chars, name->length);
    }
  return FALSE;
}

JbMastheadLine
jb_masthead_reader_feed (JbMastheadReader *self, const gunichar *text, guint length)
{
  if (self->contact_lines > 0)
    self->contact_lines--;
  if (length > MAX_LINE || jb_shape_is_terminated (text, length))
    {
      self->n_other += self->masthead->date == NULL;
      return JB_MASTHEAD_LINE_NONE;
    }

  if (jb_masthead_is_page_label (text, length))
    return JB_MASTHEAD_LINE_PAGE;
  if (read_contact (self, text, length) || read_publisher (self, text, length) || read_name (self, text, length) ||
      read_spaced_name (self, text, length) || read_fields (self, text, length))
    return JB_MASTHEAD_LINE_FIELD;
  if (jb_cues_match_start (JB_CUES_MASTHEAD_IMPRINTS, text, length) > 0 ||
      (self->n_fields > 0 && length < 60 && jb_cues_find (JB_CUES_MASTHEAD_IMPRINTS, text, length, NULL)) ||
      is_latin_line (text, length))
    return JB_MASTHEAD_LINE_FIELD;
  if (jb_masthead_is_promotion (text, length))
    return JB_MASTHEAD_LINE_PROMOTION;
  self->n_other += self->masthead->date == NULL;
  return JB_MASTHEAD_LINE_NONE;
}

gboolean
jb_masthead_reader_offer_name (JbMastheadReader *self, const gunichar *text, guint length)
{
  g_autofree char *name = NULL;

  if (self->masthead->name != NULL || self->masthead->issue == NULL || length < 2 || length > 8 ||
      !is_all_han (text, length))
    return FALSE;
  name = g_ucs4_to_utf8 (text, length, NULL, NULL, NULL);
  take (&self->masthead->name, name, &self->n_fields);
  return TRUE;
}

gboolean
jb_masthead_reader_is_full (const JbMastheadReader *self)
{
  return self->n_fields > 2 && self->masthead->name != NULL && self->masthead->date != NULL;
}

JbMasthead *
jb_masthead_reader_finish (JbMastheadReader *self)
{
  gboolean is_masthead = self->n_fields >= 2;

  /* A date with its weekday is one statement: on top of the page it heads it, below a headline it dates a story. */
  if (self->n_fields == 2 && self->n_other > 0 && self->masthead->date != NULL && self->masthead->weekday != NULL)
    is_masthead = FALSE;
  return is_masthead ? g_steal_pointer (&self->masthead) : NULL;
}

/* A date, an hour, or a label with what it names. */
static gboolean
is_meta_word (const char *word, gboolean behind_label)
{
  g_autoptr(JbMastheadReader) reader = jb_masthead_reader_new ();
  g_autoptr(JbChars) chars = jb_chars_new (word, -1);
  guint n_read;

  if (behind_label || jb_cues_match_start (JB_CUES_META_LABELS, chars->chars, chars->length) > 0)
    return TRUE;
  n_read = read_word (reader, word);
  for (guint i = n_read; i < chars->length; i++)
    if (!jb_char_is_digit (chars->chars[i]) && chars->chars[i] != ':')
      return FALSE;
  return TRUE;
}

char *
jb_masthead_read_date_line (const gunichar *text, guint length)
{
  g_autofree char *tight = NULL, *date = NULL;
  g_auto(GStrv) words = NULL;
  gboolean behind_label = FALSE;

  if (length > MAX_META || length < 8 || jb_shape_is_terminated (text, length))
    return NULL;
  tight = dup_tight (text, length);
  date = jb_date_find (tight);
  if (date == NULL)
    return NULL;

  words = g_strsplit_set (tight, " \t|", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!is_meta_word (words[i], behind_label))
        return NULL;
      if (*words[i] != '\0')
        behind_label = g_str_has_suffix (words[i], ":");
    }
  return g_steal_pointer (&date);
}
