/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People (entity rules for leaders, L1 to L8). A name is a surname and one or two characters; where it ends is told
 * by what follows: a mark, or a word that can follow a name (刘某强调: 强调 begins inside the longer reading). */
#include "jb-names.h"

#define ENUMERATION_COMMA 0x3001
#define DENG 0x7b49  /* 等 */
#define POSTS (JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER))

static guint
surname_length (const JbUnit *unit, const JbRules *rules, guint start)
{
  return jb_unit_get_longest (unit, rules, start, JB_WORD_BIT (JB_WORD_SURNAME));
}

gboolean
jb_names_is_person (const JbUnit *unit, const JbRules *rules, guint start, guint end, gboolean strict)
{
  guint surname, given;

  if (end > unit->text->length || end <= start)
    return FALSE;
  surname = surname_length (unit, rules, start);
  if (surname == 2 && end - start < 3)
    surname = jb_unit_get_word (unit, rules, start, start + 1) != NULL &&
              (jb_unit_get_word (unit, rules, start, start + 1)->lists & JB_WORD_BIT (JB_WORD_SURNAME)) ? 1 : 0;
  given = end - start - surname;
  if (surname == 0 || given < 1 || given > 2)
    return FALSE;
  for (guint i = start; i < end; i++)
    if (!jb_char_is_han (unit->text->chars[i]) || (i > start && (unit->begins[i] & JB_WORD_BIT (JB_WORD_NOT_IN_NAME))))
      return FALSE;
  if (unit->common[start] >= 2 && surname == 1)
    return FALSE;
  if (strict && surname == 1)
    {
      if (unit->begins[start] & JB_WORD_BIT (JB_WORD_SURNAME_WEAK))
        return FALSE;
    }
  if (given == 2 && unit->common[start + surname] == 2 && (unit->begins[start] & JB_WORD_BIT (JB_WORD_SURNAME_WEAK)))
    return FALSE;
  return TRUE;
}

/* Whether a name may end before @at. */
static gboolean
ends_name (const JbUnit *unit, guint at)
{
  return at == unit->text->length || !jb_unit_char_is_name (unit->text->chars[at]) ||
         (unit->begins[at] & (JB_WORD_BIT (JB_WORD_SPEECH) | POSTS));
}

/* Returns: where the name that begins at @start ends, 0 where none does */
static guint
parse_name (const JbUnit *unit, const JbRules *rules, guint start, gboolean strict)
{
  guint surname = start < unit->text->length ? surname_length (unit, rules, start) : 0;
  guint shorter = start + surname + 1, longer = start + surname + 2;
  gboolean short_ok, long_ok;

  if (surname == 0)
    return 0;
  short_ok = jb_names_is_person (unit, rules, start, shorter, strict) && ends_name (unit, shorter);
  long_ok = jb_names_is_person (unit, rules, start, longer, strict) && ends_name (unit, longer);
  if (short_ok && long_ok)
    {
      gunichar c = unit->text->chars[shorter];

      /* a word of two characters, or one that is hardly part of a name, ends the shorter one */
      if (jb_unit_get_longest (unit, rules, shorter, JB_WORD_BIT (JB_WORD_SPEECH)) >= 2 || c == DENG ||
          c == 0x8bf4 /* 说 */ || c == 0x7387 /* 率 */ || c == 0x8d74 /* 赴 */ || !jb_unit_char_is_name (c))
        return shorter;
      return longer;
    }
  return long_ok ? longer : short_ok ? shorter : 0;
}

static guint
skip_blanks (const JbUnit *unit, guint at)
{
  while (at < unit->text->length && jb_char_is_blank (unit->text->chars[at]))
    at++;
  return at;
}

static gboolean
is_separator (gunichar c)
{
  return c == ENUMERATION_COMMA || c == '/' || c == '|' || jb_char_is_blank (c);
}

/* A name, and what follows it after 、 as long as these are names too. Returns: where the last one ends */
static guint
add_names (JbUnit *unit, const JbRules *rules, guint start, JbEntityType type, const char *rule, double confidence,
           gboolean strict, gboolean by_blanks)
{
  guint end = parse_name (unit, rules, start, strict), last = start;

  while (end > 0)
    {
      gunichar c = end < unit->text->length ? unit->text->chars[end] : 0;

      jb_unit_add (unit, start, end, type, rule, confidence);
      last = end;
      if (c != ENUMERATION_COMMA && !(by_blanks && is_separator (c)))
        break;
      start = skip_blanks (unit, end + 1);
      end = start < unit->text->length && !(unit->begins[start] & (POSTS | JB_WORD_BIT (JB_WORD_BYLINE)))
              ? parse_name (unit, rules, start, FALSE) : 0;
    }
  return last;
}

static void
try_after_word (JbUnit *unit, const JbRules *rules, const JbTrieHit *hit, JbWordSet lists)
{
  guint start = skip_blanks (unit, hit->end);
  gboolean blank = start > hit->end, alone;

  if (start >= unit->text->length)
    return;
  if (lists & JB_WORD_BIT (JB_WORD_BYLINE))
    {
      gunichar c = unit->text->chars[start];

      if (c == ':' || c == 0xff1a || c == '/' || c == 0xff0f)
        start = skip_blanks (unit, start + 1);
      else if (hit->end - hit->start < 2)
        return;
      if (add_names (unit, rules, start, JB_ENTITY_TYPE_PERSON, "byline", 0.95, FALSE, TRUE) > start)
        return;
    }
  if (!(lists & POSTS))
    return;
  /* 主任医师: the longer word is the one that counts */
  if (jb_unit_get_longest (unit, rules, hit->start, POSTS) > hit->end - hit->start)
    return;
  alone = blank && parse_name (unit, rules, start, FALSE) == unit->text->length;
  if (lists & JB_WORD_BIT (JB_WORD_POST))
    add_names (unit, rules, start, JB_ENTITY_TYPE_LEADER, alone ? "post-line" : "post-name", 0.9, !alone, FALSE);
  else
    add_names (unit, rules, start, JB_ENTITY_TYPE_PERSON, "role-name", 0.8, !alone, FALSE);
}

/* 刘女士, 何桂兰老人; 王某某同志 */
static void
try_before_address (JbUnit *unit, const JbRules *rules, const JbTrieHit *hit, JbWordSet lists)
{
  gboolean leader = (lists & JB_WORD_BIT (JB_WORD_COMRADE)) != 0;

  for (guint length = 4; length >= 2; length--)
    {
      guint start = hit->start - MIN (hit->start, length);

      if (hit->start < length || !jb_names_is_person (unit, rules, start, hit->start, TRUE) ||
          !jb_unit_is_left_edge (unit, start))
        continue;
      if (length == 2 && jb_unit_is_common (unit, start, hit->start))
        continue;
      jb_unit_add (unit, start, hit->start, leader ? JB_ENTITY_TYPE_LEADER : JB_ENTITY_TYPE_PERSON,
                   leader ? "name-post" : "name-address", 0.75);
      return;
    }
  if (!(lists & JB_WORD_BIT (JB_WORD_HONORIFIC)) || hit->start == 0)
    return;
  if ((unit->begins[hit->start - 1] & JB_WORD_BIT (JB_WORD_SURNAME)) &&
      !(unit->begins[hit->start - 1] & JB_WORD_BIT (JB_WORD_SURNAME_WEAK)) &&
      jb_unit_get_word (unit, rules, hit->start - 1, hit->start) != NULL &&
      (jb_unit_get_word (unit, rules, hit->start - 1, hit->start)->lists & JB_WORD_BIT (JB_WORD_SURNAME)))
    jb_unit_add (unit, hit->start - 1, hit->end, JB_ENTITY_TYPE_PERSON, "name-address", 0.8);
}

static void
try_speaker (JbUnit *unit, const JbRules *rules, const JbTrieHit *hit)
{
  const char *const leaders[] = { "强调", "指出", "要求" };
  gboolean leader = FALSE;

  if (hit->end - hit->start < 2)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (leaders); i++)
    leader |= jb_unit_has_text (unit, hit->start, leaders[i]);
  for (guint length = 3; length >= 2; length--)
    if (hit->start >= length && jb_unit_begins_clause (unit, hit->start - length) &&
        jb_names_is_person (unit, rules, hit->start - length, hit->start, TRUE) &&
        !jb_unit_is_common (unit, hit->start - length, hit->start) &&
        (length == 3 || unit->common[hit->start - length] < 2) && unit->common[hit->start - 2] < 2)
      {
        jb_unit_add (unit, hit->start - length, hit->start, leader ? JB_ENTITY_TYPE_LEADER : JB_ENTITY_TYPE_PERSON,
                     "speaker", 0.6);
        return;
      }
}

/* Where the first member of a list begins that ends before the 、 at @comma; @comma where there is none. */
static guint
find_first (const JbUnit *unit, const JbRules *rules, guint comma)
{
  const JbWordSet before = JB_WORD_BIT (JB_WORD_LEADER_LABEL) | POSTS;

  for (guint length = 4; length >= 2; length--)
    {
      guint start = comma - MIN (comma, length);

      if (comma < length || !jb_names_is_person (unit, rules, start, comma, FALSE))
        continue;
      if (jb_unit_is_left_edge (unit, start) || (unit->ends[start] & before))
        return start;
    }
  return comma;
}

/* A list of names, and its label before or behind it: 区领导甲、乙、丙等; 甲、乙、丙等市四套班子领导. Returns: where to go on */
static guint
try_list (JbUnit *unit, const JbRules *rules, guint comma)
{
  const JbWordSet before = JB_WORD_BIT (JB_WORD_LEADER_LABEL) | JB_WORD_BIT (JB_WORD_POST);
  guint start = find_first (unit, rules, comma), end = comma, n_names = 1, behind;
  g_autoptr(GArray) spans = NULL;
  gboolean leaders, others;

  if (start == comma)
    return comma + 1;
  spans = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (spans, start);
  g_array_append_val (spans, comma);
  while (end < unit->text->length && unit->text->chars[end] == ENUMERATION_COMMA)
    {
      guint next = parse_name (unit, rules, end + 1, FALSE);

      if (next == 0 || (next - end - 1 == 2 && unit->common[end + 1] >= 2))
        break;
      end++;
      g_array_append_val (spans, end);
      g_array_append_val (spans, next);
      end = next;
      n_names++;
    }
  leaders = (unit->ends[start] & before) != 0;
  others = (unit->ends[start] & (JB_WORD_BIT (JB_WORD_POST_OTHER) | JB_WORD_BIT (JB_WORD_BYLINE))) != 0;
  behind = end;
  if (behind < unit->text->length && unit->text->chars[behind] == DENG)
    behind++;
  for (guint i = behind; i <= MIN (behind + 3, unit->text->length) && !leaders; i++)
    leaders = jb_unit_get_longest (unit, rules, i, JB_WORD_BIT (JB_WORD_LEADER_LABEL)) > 0 &&
              jb_unit_has_text (unit, end, "等");
  if (n_names >= 3 || (n_names == 2 && (leaders || others)))
    for (guint i = 0; i < spans->len; i += 2)
      jb_unit_add (unit, g_array_index (spans, guint, i), g_array_index (spans, guint, i + 1),
                   leaders ? JB_ENTITY_TYPE_LEADER : JB_ENTITY_TYPE_PERSON, leaders ? "leader-list" : "name-list",
                   leaders ? 0.9 : 0.6);
  return MAX (end, comma + 1);
}

/* 领导陈某, one name alone behind a label */
static void
try_after_label (JbUnit *unit, const JbRules *rules, const JbTrieHit *hit)
{
  add_names (unit, rules, hit->end, JB_ENTITY_TYPE_LEADER, "leader-list", 0.85, TRUE, FALSE);
}

void
jb_names_people_find (JbUnit *unit, const JbRules *rules)
{
  for (guint i = 0; i < unit->hits->len; i++)
    {
      const JbTrieHit *hit = &g_array_index (unit->hits, JbTrieHit, i);
      JbWordSet lists = rules->words[hit->key].lists;

      if (lists & (POSTS | JB_WORD_BIT (JB_WORD_BYLINE)))
        try_after_word (unit, rules, hit, lists);
      if (lists & (JB_WORD_BIT (JB_WORD_HONORIFIC) | JB_WORD_BIT (JB_WORD_COMRADE)))
        try_before_address (unit, rules, hit, lists);
      if (lists & JB_WORD_BIT (JB_WORD_SPEECH_STRONG))
        try_speaker (unit, rules, hit);
      if (lists & JB_WORD_BIT (JB_WORD_LEADER_LABEL))
        try_after_label (unit, rules, hit);
    }
  for (guint i = 0; i < unit->text->length;)
    i = unit->text->chars[i] == ENUMERATION_COMMA ? try_list (unit, rules, i) : i + 1;
}
