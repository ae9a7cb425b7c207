/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People (entity rules for leaders, L1 to L8). A name is a surname and one or two characters; where it ends is told
 * by what follows: a mark, or a word that can follow a name (刘某强调: 强调 begins inside the longer reading). */
#include "jb-names.h"

#include <string.h>

#include "jb-span.h"

#define ENUMERATION_COMMA 0x3001
#define DENG 0x7b49  /* 等 */
#define POSTS (JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER))

static guint
surname_length (const JbScan *scan, const JbRules *rules, guint start)
{
  return jb_scan_get_longest (scan, rules, start, JB_WORD_BIT (JB_WORD_SURNAME));
}

gboolean
jb_names_is_person (const JbScan *scan, const JbRules *rules, guint start, guint end, gboolean strict)
{
  guint surname, given;

  if (end > scan->text->length || end <= start)
    return FALSE;
  surname = surname_length (scan, rules, start);
  if (surname == 2 && end - start < 3)
    surname = jb_scan_get_word (scan, rules, start, start + 1) != NULL &&
              (jb_scan_get_word (scan, rules, start, start + 1)->lists & JB_WORD_BIT (JB_WORD_SURNAME)) ? 1 : 0;
  given = end - start - surname;
  if (surname == 0 || given < 1 || given > 2)
    return FALSE;
  for (guint i = start; i < end; i++)
    if (!jb_char_is_han (scan->text->chars[i]) ||
        (i > start && (scan->begins[i] & JB_WORD_BIT (JB_WORD_NOT_IN_PERSON))))
      return FALSE;
  if (scan->common[start] >= 2 && surname == 1)
    return FALSE;
  if (strict && surname == 1)
    {
      if (scan->begins[start] & JB_WORD_BIT (JB_WORD_SURNAME_WEAK))
        return FALSE;
    }
  if (given == 2 && scan->common[start + surname] == 2 && (scan->begins[start] & JB_WORD_BIT (JB_WORD_SURNAME_WEAK)))
    return FALSE;
  return TRUE;
}

/* Whether a name may end before @at. */
static gboolean
ends_name (const JbScan *scan, guint at)
{
  return at == scan->text->length || !jb_scan_char_is_name (scan->text->chars[at]) ||
         (scan->begins[at] & (JB_WORD_BIT (JB_WORD_SPEECH) | POSTS));
}

/* Whether a common word or a verb begins at @at. */
static gboolean
begins_word (const JbScan *scan, guint at)
{
  return at < scan->text->length &&
         (scan->common[at] >= 2 || (scan->begins[at] & JB_WORD_BIT (JB_WORD_BOUNDARY)));
}

static gboolean
ends_clearly (const JbScan *scan, const JbRules *rules, guint at)
{
  return at == scan->text->length || !jb_scan_char_is_name (scan->text->chars[at]) ||
         jb_scan_get_longest (scan, rules, at, JB_WORD_BIT (JB_WORD_SPEECH)) >= 2;
}

/* A name that is not written as Chinese ones are. Returns: where it ends, 0 where none begins at @start */
static guint
parse_other (JbScan *scan, const JbRules *rules, guint start)
{
  const JbWordSet words = JB_WORD_BIT (JB_WORD_MINORITY_NAME);
  guint foreign = start < scan->text->length ? jb_names_get_foreign (scan, start) : 0;
  guint first = jb_scan_get_longest (scan, rules, start, words);
  guint second = first > 0 ? jb_scan_get_longest (scan, rules, start + first, words) : 0;

  if (foreign > 0)
    return foreign;
  return second > 0 ? start + first + second : 0;
}

/* Of a given name of one character and one of two, either of which could end here. */
static guint
choose_end (const JbScan *scan, const JbRules *rules, guint shorter, guint longer)
{
  gunichar c = scan->text->chars[shorter];

  /* a word of two characters, or one that is hardly part of a name, ends the shorter one */
  if (jb_scan_get_longest (scan, rules, shorter, JB_WORD_BIT (JB_WORD_SPEECH)) >= 2 || c == DENG || c == 0x8bf4 /* 说 */ ||
      c == 0x7387 /* 率 */ || c == 0x8d74 /* 赴 */ || !jb_scan_char_is_name (c))
    return shorter;
  return longer;
}

/* Where nothing says where the name ends: by the words of the dictionary, by weight, by a word of another kind behind it. */
static guint
guess_end (JbScan *scan, const JbRules *rules, guint start, guint shorter, guint longer, gboolean strict)
{
  gboolean may_be_short = jb_names_is_person (scan, rules, start, shorter, strict);
  double long_weight, short_weight;

  /* a word begins at the second character of the given name: 雷鹏[途经] */
  if (longer < scan->text->length && may_be_short && jb_scan_is_word_border (scan, shorter) &&
      !jb_scan_is_word_border (scan, longer))
    return shorter;
  long_weight = jb_names_weigh_person (scan, rules, start, longer);
  short_weight = jb_names_weigh_person (scan, rules, start, shorter);
  if (MAX (long_weight, short_weight) >= 2.5)
    return long_weight >= short_weight ? longer : shorter;
  if (jb_names_is_person (scan, rules, start, longer, strict) && begins_word (scan, longer))
    return longer;
  return may_be_short && begins_word (scan, shorter) && scan->common[shorter - 1] < 2 ? shorter : 0;
}

/* Returns: where the name that begins at @start ends, 0 where none does */
static guint
parse_name (JbScan *scan, const JbRules *rules, guint start, gboolean strict)
{
  guint surname = start < scan->text->length ? surname_length (scan, rules, start) : 0;
  guint shorter = start + surname + 1, longer = start + surname + 2, other = parse_other (scan, rules, start);
  gboolean short_ok, long_ok;

  if (other > 0 || surname == 0)
    return other;
  short_ok = jb_names_is_person (scan, rules, start, shorter, strict) && ends_name (scan, shorter);
  /* a surname that is a common word passes in a full name with a clear end */
  long_ok = jb_names_is_person (scan, rules, start, longer, FALSE) && ends_name (scan, longer) &&
            (!strict || jb_names_is_person (scan, rules, start, longer, TRUE) || ends_clearly (scan, rules, longer) ||
             scan->common[start + 1] < 2);
  if (short_ok && long_ok)
    return choose_end (scan, rules, shorter, longer);
  if (long_ok || short_ok)
    return long_ok ? longer : shorter;
  return guess_end (scan, rules, start, shorter, longer, strict);
}

static guint
skip_blanks (const JbScan *scan, guint at)
{
  while (at < scan->text->length && jb_char_is_blank (scan->text->chars[at]))
    at++;
  return at;
}

static gboolean
is_separator (gunichar c)
{
  return c == ENUMERATION_COMMA || c == '/' || c == '|' || jb_char_is_blank (c);
}

/* 居民[周末]抱: the dictionary sees a word in the surname and what follows it. */
static gboolean
begins_with_word (JbScan *scan, guint start, guint end)
{
  return end - start == 3 && !jb_scan_is_word_border (scan, start + 1) && jb_scan_is_word_border (scan, start + 2);
}

/* A name, and what follows it after 、 as long as these are names too. Returns: where the last one ends */
static guint
add_names (JbScan *scan, const JbRules *rules, guint start, JbEntityType type, const char *rule, double confidence,
           gboolean strict, gboolean by_blanks)
{
  guint end = parse_name (scan, rules, start, strict), last = start;

  while (end > 0)
    {
      gunichar c = end < scan->text->length ? scan->text->chars[end] : 0;

      /* a role says less than a post: 家长[家门口], 居民[有信心] */
      if (strcmp (rule, "role-name") == 0 && end - start <= 3 &&
          jb_names_weigh_person (scan, rules, start, end) <
            (scan->begins[start] & JB_WORD_BIT (JB_WORD_SURNAME_WEAK) || begins_with_word (scan, start, end) ? 3.0 : 1.0))
        break;
      jb_scan_add (scan, start, end, type, rule, confidence);
      last = end;
      if (c != ENUMERATION_COMMA && !(by_blanks && is_separator (c)))
        break;
      start = skip_blanks (scan, end + 1);
      end = start < scan->text->length && !(scan->begins[start] & (POSTS | JB_WORD_BIT (JB_WORD_BYLINE)))
              ? parse_name (scan, rules, start, FALSE) : 0;
    }
  return last;
}

static void
try_after_word (JbScan *scan, const JbRules *rules, const JbTrieHit *hit, JbWordSet lists)
{
  guint start = skip_blanks (scan, hit->end);
  gboolean blank = start > hit->end, alone;

  if (start >= scan->text->length)
    return;
  if (lists & JB_WORD_BIT (JB_WORD_BYLINE))
    {
      gunichar c = scan->text->chars[start];

      if (c == ':' || c == 0xff1a || c == '/' || c == 0xff0f)
        start = skip_blanks (scan, start + 1);
      else if (hit->end - hit->start < 2 && !(blank && jb_scan_begins_clause (scan, hit->start)))
        return;
      if (add_names (scan, rules, start, JB_ENTITY_TYPE_PERSON, "byline", 0.95, FALSE, TRUE) > start)
        return;
    }
  if (!(lists & POSTS))
    return;
  /* 主任医师: the longer word is the one that counts */
  if (jb_scan_get_longest (scan, rules, hit->start, POSTS) > hit->end - hit->start)
    return;
  alone = blank && parse_name (scan, rules, start, FALSE) == scan->text->length;
  if (lists & JB_WORD_BIT (JB_WORD_POST))
    add_names (scan, rules, start, JB_ENTITY_TYPE_LEADER, alone ? "post-line" : "post-name", 0.9, !alone, FALSE);
  else
    add_names (scan, rules, start, JB_ENTITY_TYPE_PERSON, "role-name", 0.8, !alone, FALSE);
}

/* 任某 摄: a credit behind a name that begins the clause */
static void
try_before_credit (JbScan *scan, const JbRules *rules, const JbTrieHit *hit)
{
  guint end = hit->start;

  while (end > 0 && jb_char_is_blank (scan->text->chars[end - 1]))
    end--;
  if (end == hit->start)
    return;
  for (guint length = 4; length >= 2; length--)
    if (end >= length && jb_scan_begins_clause (scan, end - length) &&
        jb_names_is_person (scan, rules, end - length, end, FALSE))
      {
        jb_scan_add (scan, end - length, end, JB_ENTITY_TYPE_PERSON, "byline", 0.9);
        return;
      }
}

/* 钱女士, 何桂兰老人; 王某某同志 */
static void
try_before_address (JbScan *scan, const JbRules *rules, const JbTrieHit *hit, JbWordSet lists)
{
  gboolean leader = (lists & JB_WORD_BIT (JB_WORD_COMRADE)) != 0;

  for (guint length = 4; length >= 2; length--)
    {
      guint start = hit->start - MIN (hit->start, length);

      if (hit->start < length || !jb_names_is_person (scan, rules, start, hit->start, TRUE) ||
          !jb_scan_is_left_edge (scan, start))
        continue;
      if (length == 2 && jb_scan_is_common (scan, start, hit->start))
        continue;
      jb_scan_add (scan, start, hit->start, leader ? JB_ENTITY_TYPE_LEADER : JB_ENTITY_TYPE_PERSON,
                   leader ? "name-post" : "name-address", 0.75);
      return;
    }
  if (!(lists & JB_WORD_BIT (JB_WORD_HONORIFIC)) || hit->start == 0)
    return;
  if ((scan->begins[hit->start - 1] & JB_WORD_BIT (JB_WORD_SURNAME)) &&
      !(scan->begins[hit->start - 1] & JB_WORD_BIT (JB_WORD_SURNAME_WEAK)) &&
      jb_scan_is_word_border (scan, hit->start - 1) &&
      jb_scan_get_word (scan, rules, hit->start - 1, hit->start) != NULL &&
      (jb_scan_get_word (scan, rules, hit->start - 1, hit->start)->lists & JB_WORD_BIT (JB_WORD_SURNAME)))
    jb_scan_add (scan, hit->start - 1, hit->end, JB_ENTITY_TYPE_PERSON, "name-address", 0.8);
}

static void
try_speaker (JbScan *scan, const JbRules *rules, const JbTrieHit *hit)
{
  const char *const leaders[] = { "强调", "指出", "要求", "参加", "出席", "陪同", "主持" };
  gboolean leader = FALSE;

  if (hit->end - hit->start < 2)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    leader |= jb_scan_has_text (scan, hit->start, leaders[i]);
  for (guint length = 3; length >= 2; length--)
    if (hit->start >= length && jb_scan_begins_clause (scan, hit->start - length) &&
        jb_names_is_person (scan, rules, hit->start - length, hit->start, TRUE) &&
        !jb_scan_is_common (scan, hit->start - length, hit->start) &&
        (length == 3 || scan->common[hit->start - length] < 2) && scan->common[hit->start - 2] < 2)
      {
        jb_scan_add (scan, hit->start - length, hit->start, leader ? JB_ENTITY_TYPE_LEADER : JB_ENTITY_TYPE_PERSON,
                     "speaker", 0.6);
        return;
      }
}

/* Where the first member of a list begins that ends before the 、 at @comma; @comma where there is none. */
static guint
find_first (const JbScan *scan, const JbRules *rules, guint comma)
{
  const JbWordSet before = JB_WORD_BIT (JB_WORD_LEADER_LABEL) | POSTS;

  for (guint length = 4; length >= 2; length--)
    {
      guint start = comma - MIN (comma, length);

      if (comma < length || !jb_names_is_person (scan, rules, start, comma, FALSE))
        continue;
      if (jb_scan_is_left_edge (scan, start) || (scan->ends[start] & before))
        return start;
    }
  return comma;
}

/* A list of names, and its label before or behind it: 区领导甲、乙、丙等; 甲、乙、丙等市四套班子领导. Returns: where to go on */
static guint
try_list (JbScan *scan, const JbRules *rules, guint comma)
{
  const JbWordSet before = JB_WORD_BIT (JB_WORD_LEADER_LABEL) | JB_WORD_BIT (JB_WORD_POST);
  guint start = find_first (scan, rules, comma), end = comma, n_names = 1, behind;
  g_autoptr(GArray) spans = NULL;
  gboolean leaders, others, strict;

  if (start == comma)
    return comma + 1;
  spans = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (spans, start);
  g_array_append_val (spans, comma);
  while (end < scan->text->length && scan->text->chars[end] == ENUMERATION_COMMA)
    {
      guint next = parse_name (scan, rules, end + 1, FALSE);

      if (next == 0 || (next - end - 1 == 2 && scan->common[end + 1] >= 2))
        break;
      end++;
      g_array_append_val (spans, end);
      g_array_append_val (spans, next);
      end = next;
      n_names++;
    }
  leaders = (scan->ends[start] & before) != 0;
  others = (scan->ends[start] & (JB_WORD_BIT (JB_WORD_POST_OTHER) | JB_WORD_BIT (JB_WORD_BYLINE))) != 0;
  behind = end;
  if (behind < scan->text->length && scan->text->chars[behind] == DENG)
    behind++;
  for (guint i = behind; i <= MIN (behind + 3, scan->text->length) && !leaders; i++)
    leaders = jb_scan_get_longest (scan, rules, i, JB_WORD_BIT (JB_WORD_LEADER_LABEL)) > 0 &&
              jb_scan_has_text (scan, end, "等");
  /* without a label there must be no doubt about any of them */
  strict = n_names >= 3;
  if (strict && start > 0 && (scan->text->chars[start - 1] == ':' || scan->text->chars[start - 1] == 0xff1a))
    others = TRUE;
  for (guint i = 0; i < spans->len && strict; i += 2)
    strict = jb_names_is_person (scan, rules, g_array_index (spans, guint, i), g_array_index (spans, guint, i + 1),
                                 TRUE);
  if (strict || (n_names >= 2 && (leaders || others)))
    for (guint i = 0; i < spans->len; i += 2)
      jb_scan_add (scan, g_array_index (spans, guint, i), g_array_index (spans, guint, i + 1),
                   leaders ? JB_ENTITY_TYPE_LEADER : JB_ENTITY_TYPE_PERSON, leaders ? "leader-list" : "name-list",
                   leaders ? 0.9 : 0.6);
  return MAX (end, comma + 1);
}

/* 领导陈某, one name alone behind a label */
static void
try_after_label (JbScan *scan, const JbRules *rules, const JbTrieHit *hit)
{
  add_names (scan, rules, hit->end, JB_ENTITY_TYPE_LEADER, "leader-list", 0.85, TRUE, FALSE);
}

/* Among other names a word of two or three characters that begins with a surname is one: 贺文博 [雷雨] 车晓东 */
static gboolean
may_be_person (const JbScan *scan, const JbSpan *span)
{
  guint length = span->end - span->start;

  if (length < 2 || length > 3 || !(scan->begins[span->start] & JB_WORD_BIT (JB_WORD_SURNAME)) ||
      (scan->begins[span->start] & (JB_WORD_BIT (JB_WORD_BYLINE) | POSTS)))
    return FALSE;
  for (guint i = span->start; i < span->end; i++)
    if (!jb_char_is_han (scan->text->chars[i]))
      return FALSE;
  return TRUE;
}

/* Names with nothing but blanks between them, three or more: 曲某某 汪某某 孔某某. Returns: where to go on */
static guint
try_row (JbScan *scan, const JbRules *rules, guint start)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (JbSpan));
  guint at = start;

  while (at < scan->text->length)
    {
      JbSpan span = { at, at };

      while (span.end < scan->text->length && jb_scan_char_is_name (scan->text->chars[span.end]))
        span.end++;
      if (!jb_names_is_person (scan, rules, span.start, span.end, FALSE) && !(spans->len > 0 && may_be_person (scan, &span)))
        break;
      g_array_append_val (spans, span);
      at = skip_blanks (scan, span.end);
      if (at == span.end)
        break;
    }
  for (guint i = 0; i < spans->len && spans->len >= 3; i++)
    {
      const JbSpan *span = &g_array_index (spans, JbSpan, i);

      jb_scan_add (scan, span->start, span->end, JB_ENTITY_TYPE_PERSON, "name-list", 0.7);
    }
  return MAX (at, start + 1);
}

void
jb_names_people_find (JbScan *scan, const JbRules *rules)
{
  for (guint i = 0; i < scan->hits->len; i++)
    {
      const JbTrieHit *hit = &g_array_index (scan->hits, JbTrieHit, i);
      JbWordSet lists = rules->words[hit->key].lists;

      if (lists & (POSTS | JB_WORD_BIT (JB_WORD_BYLINE)))
        try_after_word (scan, rules, hit, lists);
      if (lists & JB_WORD_BIT (JB_WORD_BYLINE))
        try_before_credit (scan, rules, hit);
      if (lists & (JB_WORD_BIT (JB_WORD_HONORIFIC) | JB_WORD_BIT (JB_WORD_COMRADE)))
        try_before_address (scan, rules, hit, lists);
      if (lists & JB_WORD_BIT (JB_WORD_SPEECH_STRONG))
        try_speaker (scan, rules, hit);
      if (lists & JB_WORD_BIT (JB_WORD_LEADER_LABEL))
        try_after_label (scan, rules, hit);
    }
  for (guint i = 0; i < scan->text->length;)
    i = jb_scan_begins_clause (scan, i) && (scan->begins[i] & JB_WORD_BIT (JB_WORD_SURNAME)) ? try_row (scan, rules, i) : i + 1;
  for (guint i = 0; i < scan->text->length;)
    i = scan->text->chars[i] == ENUMERATION_COMMA ? try_list (scan, rules, i) : i + 1;
}
