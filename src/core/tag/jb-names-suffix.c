/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the suffix the body is followed to the left until a boundary word, a mark or another name (entity rules for
 * places, left boundary). What is left must be no count (17个社区) and not generic (示范小区). */
#include "jb-names.h"

#include <string.h>

/* A longer word that ends where the suffix does hides it: 小区 hides 区, 思路 hides 路. Districts named 某城区 show by the
 * city before them or the organ behind them. */
static gboolean
is_hidden (JbScan *scan, const JbRules *rules, guint start, guint end)
{
  const JbWordSet hiding = JB_WORD_BIT (JB_WORD_COMMON) | JB_WORD_BIT (JB_WORD_SUFFIX) |
                           JB_WORD_BIT (JB_WORD_PROVINCE) | JB_WORD_BIT (JB_WORD_CITY) |
                           JB_WORD_BIT (JB_WORD_COUNTRY) | JB_WORD_BIT (JB_WORD_LANDMARK);

  if (jb_scan_get_longest_before (scan, rules, end, hiding) <= end - start)
    return FALSE;
  /* 前[进社区], where the dictionary sees 前进 */
  if (start >= 2 && jb_scan_is_word_border (scan, start) && !jb_scan_is_word_border (scan, start - 1) &&
      jb_scan_is_word_border (scan, start - 2) && jb_scan_has_text (scan, start - 1, "进"))
    return FALSE;
  if (start < 2 || !jb_scan_has_text (scan, start - 1, "城区"))
    return TRUE;
  return !(scan->names[start - 2] > 0 && jb_scan_has_text (scan, start - 3, "市")) &&
         jb_scan_get_longest (scan, rules, end, JB_WORD_BIT (JB_WORD_ORGANISATION_PART)) == 0;
}

static gboolean
is_generic (const JbScan *scan, const JbRules *rules, guint start, guint end)
{
  const JbRuleWord *word = jb_scan_get_word (scan, rules, start, end);

  return word != NULL && (word->lists & JB_WORD_BIT (JB_WORD_GENERIC_BODY));
}

/* A body that is made of a verb, or begins inside one: 推进[整]村, 了[解上]城. */
static gboolean
is_verb (const JbScan *scan, const JbRules *rules, const JbSuffix *suffix, guint start, guint end, guint behind)
{
  guint suffix_length = behind - end;
  const JbWordSet boundary = JB_WORD_BIT (JB_WORD_BOUNDARY);
  guint verb = jb_scan_get_longest (scan, rules, start, boundary);

  /* 建设路 is a road where it stands alone */
  if (verb == end - start && strcmp (suffix->rule, "suffix-road") == 0 && jb_scan_begins_clause (scan, start) &&
      (behind == scan->text->length || !jb_scan_char_is_name (scan->text->chars[behind])))
    return FALSE;
  if (verb >= 2 && end - start < verb + suffix->min)
    return TRUE;
  if (strcmp (suffix->rule, "suffix-works") == 0)
    return FALSE;
  if (suffix_length == 1 && strcmp (suffix->rule, "suffix-road") != 0 &&
      (scan->ends[end] & (JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER))))
    return TRUE;
  if (scan->boundary[end] >= 2 || (scan->boundary[end] == 1 && jb_scan_is_boundary (scan, end) &&
                                   !(scan->begins[end - 1] & JB_WORD_BIT (JB_WORD_BOUNDARY_WEAK))))
    return TRUE;
  for (guint k = 1; k <= MIN (start, 3); k++)
    if (jb_scan_get_longest (scan, rules, start - k, boundary) > k)
      return TRUE;
  /* 新[上]城: one character is left of the body */
  return end - start == 2 && suffix->min >= 2 && strcmp (suffix->rule, "suffix-landmark") == 0 &&
         (scan->begins[start] & JB_WORD_BIT (JB_WORD_BOUNDARY_WEAK));
}

/* The longest name wins: a city or landmark right before the body of a landmark, project or body belongs to it. */
static guint
extend_left (const JbScan *scan, const JbSuffix *suffix, guint start)
{
  gunichar last;

  if (scan->names[start] == 0 || scan->names[start] > 4)
    return start;
  last = scan->text->chars[start - 1];
  if (last == 0x5e02 /* 市 */ || last == 0x533a /* 区 */ || last == 0x53bf /* 县 */ || last == 0x8def /* 路 */ ||
      last == 0x9053 /* 道 */)
    return start;
  if (suffix->type == JB_ENTITY_TYPE_PROJECT || suffix->type == JB_ENTITY_TYPE_ORGANISATION ||
      (suffix->type == JB_ENTITY_TYPE_PLACE && strcmp (suffix->rule, "suffix-landmark") == 0))
    return start - scan->names[start];
  return start;
}

/* Words that belong to no name before the body: 全市, 老旧, 整个. */
static guint
skip_generic (const JbScan *scan, const JbRules *rules, guint start, guint end, guint min)
{
  for (;;)
    {
      guint length = jb_scan_get_longest (scan, rules, start, JB_WORD_BIT (JB_WORD_GENERIC_BODY));

      if (length < 2 || start + length + min > end || scan->common[start] > length)
        return start;
      start += length;
    }
}

static gboolean
all_numerals (const JbScan *scan, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (!jb_char_is_numeral (scan->text->chars[i]) && !jb_char_is_digit (scan->text->chars[i]))
      return FALSE;
  return TRUE;
}

static gboolean
body_makes_name (const JbScan *scan, const JbRules *rules, const JbSuffix *suffix, guint start, guint end,
                 gboolean has_phase)
{
  /* 人生之路 */
  if (start == end || scan->text->chars[end - 1] == 0x4e4b /* 之 */ || is_generic (scan, rules, start, end) ||
      jb_scan_has_count (scan, start, end) || all_numerals (scan, start, end))
    return FALSE;
  switch (suffix->kind)
    {
    case JB_SUFFIX_STRONG:
      /* 基金小镇 alone is short for another name, 解放社区 is one, 占地面积社区 is none */
      return !jb_scan_is_common (scan, start, end) ||
             (suffix->type == JB_ENTITY_TYPE_PROJECT ? end - start > 2 : end - start <= 3);
    case JB_SUFFIX_PROPER:
      /* common words make a name only where it stands alone or a phase follows */
      return !jb_scan_is_common (scan, start, end) || (has_phase && end - start >= 4) ||
             (suffix->type == JB_ENTITY_TYPE_COMMUNITY && end - start == 2 && jb_scan_is_left_edge (scan, start) &&
              scan->boundary[start] < 2) ||
             jb_scan_has_known (scan, rules, start, end);
    case JB_SUFFIX_NAMED:
      return jb_scan_has_known (scan, rules, start, end) || (has_phase && end - start >= 4);
    default:
      g_assert_not_reached ();
    }
}

/* Whether a verb of building governs what begins at @start, be it through a list: 加快推进甲商场、乙酒店. */
static gboolean
is_being_built (const JbScan *scan, const JbRules *rules, guint start)
{
  for (guint i = start, steps = 0; i > 0 && steps < 24; i--, steps++)
    {
      gunichar c = scan->text->chars[i - 1];

      if (jb_scan_get_longest_before (scan, rules, i, JB_WORD_BIT (JB_WORD_BUILD_VERB)) > 0)
        return TRUE;
      if (!jb_scan_char_is_name (c) && c != 0x3001 && !jb_char_is_closer (c) && !jb_char_is_opener (c))
        return FALSE;
      if (!jb_scan_char_is_name (c))
        steps = 0;
      else if (is_generic (scan, rules, i - 1, i) && steps > 12)
        return FALSE;
    }
  return FALSE;
}

/* Works begin at the name of a place, whatever verb follows it: 青石路[改建]工程. */
static gboolean
find_named (const JbScan *scan, guint suffix, guint *start)
{
  for (guint i = suffix; i > 0 && suffix - i <= 10; i--)
    {
      gunichar c = scan->text->chars[i - 1];

      if (suffix - i >= 2 && scan->names[i] > 0 && !jb_scan_has_count (scan, i, suffix))
        {
          *start = i - scan->names[i];
          for (guint n = 0; n < 2 && scan->names[*start] > 0; n++)
            *start -= scan->names[*start];
          return TRUE;
        }
      if (!jb_scan_char_is_name (c) || (scan->begins[i - 1] & JB_WORD_BIT (JB_WORD_NOT_IN_NAME)) ||
          (scan->boundary[i] == 1 && jb_scan_is_boundary (scan, i)))
        return FALSE;
    }
  return FALSE;
}

/* 种[山]芋: the dictionary sees the suffix begin a word. An organ behind an area is no such word: 柳浦[区]委. */
static gboolean
ends_inside_word (JbScan *scan, const JbSuffix *suffix, guint end)
{
  return strcmp (suffix->rule, "suffix-admin") != 0 && end < scan->text->length &&
         !jb_scan_is_side (scan->text->chars[end]) && !jb_scan_is_word_border (scan, end);
}

/* 获[山西省卫生厅], 数[中国队]: a body begins with the name of a place rather than with what little stands before it. */
static guint
skip_to_place (const JbScan *scan, const JbSuffix *suffix, guint start, guint end)
{
  gboolean is_named = suffix->kind == JB_SUFFIX_NAMED;

  if (suffix->type != JB_ENTITY_TYPE_ORGANISATION)
    return start;
  for (guint i = start + 2; i <= end; i++)
    if (scan->names[i] >= 2 && i - scan->names[i] > start && (is_named || i - scan->names[i] <= start + 2))
      return i - scan->names[i];
  return start;
}

/* Whether a character stands in no word of the dictionary, as in most names. */
static gboolean
has_fragment (JbScan *scan, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (jb_scan_is_word_border (scan, i) && jb_scan_is_word_border (scan, i + 1))
      return TRUE;
  return FALSE;
}

/* Lines of business stand behind a name that no dictionary knows; 根本[动力] is none. */
static gboolean
is_plain_word (JbScan *scan, const JbSuffix *suffix, guint start, guint end)
{
  if (strcmp (suffix->rule, "suffix-phase") == 0)
    return !has_fragment (scan, start, end);
  if (strcmp (suffix->rule, "suffix-industry") != 0)
    return FALSE;
  if (!jb_scan_is_word_border (scan, end))
    return TRUE;
  for (guint i = start + 1; i < end; i++)
    if (jb_scan_is_word_border (scan, i))
      return FALSE;
  return TRUE;
}

/* 甲某智能[装备]: a line of business that goes on is no company's. */
static gboolean
goes_on (JbScan *scan, const JbRules *rules, const JbSuffix *suffix, guint end)
{
  const JbWordSet following = JB_WORD_BIT (JB_WORD_BOUNDARY) | JB_WORD_BIT (JB_WORD_BOUNDARY_WEAK) |
                              JB_WORD_BIT (JB_WORD_SPEECH) | JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER);

  return strcmp (suffix->rule, "suffix-industry") == 0 && end < scan->text->length &&
         jb_scan_char_is_name (scan->text->chars[end]) && !(scan->begins[end] & following);
}

/* 市委[和]区委: what stands before the conjunction is another name. */
static gboolean
joins_names (const JbScan *scan, guint start, guint end)
{
  for (guint i = start + 1; i < end; i++)
    if (scan->text->chars[i] == 0x4e0e /* 与 */ || scan->text->chars[i] == 0x53ca /* 及 */ ||
        (scan->text->chars[i] == 0x548c /* 和 */ && i + 1 == end && i - start >= 2))
      return TRUE;
  return FALSE;
}

/* 居民邢大[江], 谷蕴[山]说: a post or role before it, or a verb of speech behind it, tells a person. */
static gboolean
is_named_person (const JbScan *scan, const JbRules *rules, guint start, guint end)
{
  const JbWordSet posts = JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER);

  return ((scan->ends[start] & posts) || (end < scan->text->length && (scan->begins[end] & JB_WORD_BIT (JB_WORD_SPEECH_STRONG)))) &&
         end - start == 3 && jb_names_is_person (scan, rules, start, end, FALSE);
}

/* Whether what @suffix ends, with a body that begins at @start, is no name whatever its body says. */
static gboolean
is_refused (JbScan *scan, const JbRules *rules, const JbTrieHit *hit, const JbSuffix *suffix, guint start)
{
  /* a suffix of one character is too common to guess where its name begins */
  if (hit->end - hit->start == 1 &&
      (!jb_scan_is_left_edge (scan, start) || ends_inside_word (scan, suffix, hit->end)))
    return TRUE;
  return is_named_person (scan, rules, start, hit->end) || goes_on (scan, rules, suffix, hit->end) ||
         scan->text->chars[hit->start] == scan->text->chars[hit->start - 1] ||
         is_verb (scan, rules, suffix, start, hit->start, hit->end) || joins_names (scan, start, hit->start);
}

/* Returns: where the name begins whose body was found at @start */
static guint
settle_start (JbScan *scan, const JbRules *rules, const JbTrieHit *hit, const JbSuffix *suffix, guint start)
{
  guint left = extend_left (scan, suffix, start);

  start = left < start ? left : skip_generic (scan, rules, start, hit->start, suffix->min);
  if ((scan->begins[start] & JB_WORD_BIT (JB_WORD_BOUNDARY_FIRST)) && hit->start - start > MAX (suffix->min, 2) &&
      jb_scan_begins_clause (scan, start) && jb_scan_is_word_border (scan, start + 1))
    start++;
  return skip_to_place (scan, suffix, start, hit->start);
}

/* Returns: characters of the phase behind @end; 一期项目: 项目 is no part of the name */
static guint
get_phase (const JbScan *scan, const JbRules *rules, guint end)
{
  guint phase = jb_scan_get_longest (scan, rules, end, JB_WORD_BIT (JB_WORD_PHASE));

  return phase == 4 ? 2 : phase;
}

static void
add_name (JbScan *scan, const JbRules *rules, const JbTrieHit *hit, const JbSuffix *suffix, guint start, guint end)
{
  double confidence = suffix->kind == JB_SUFFIX_STRONG ? 0.9 : 0.8;
  JbEntityType type = suffix->type;
  JbCandidate *candidate;

  if (type == JB_ENTITY_TYPE_STREET || type == JB_ENTITY_TYPE_COMMUNITY ||
      (type == JB_ENTITY_TYPE_PLACE &&
       (strcmp (suffix->rule, "suffix-admin") == 0 || strcmp (suffix->rule, "suffix-road") == 0)))
    scan->names[end] = MAX (scan->names[end], (guint8) (end - start));
  if (jb_scan_is_common (scan, start, hit->start) || strcmp (suffix->rule, "suffix-phase") == 0)
    confidence -= 0.2;
  if ((strcmp (suffix->rule, "suffix-hotel") == 0 || strcmp (suffix->rule, "suffix-landmark") == 0) &&
      end - hit->start >= 2 && is_being_built (scan, rules, start))
    {
      jb_scan_add (scan, start, end, JB_ENTITY_TYPE_PROJECT, "being-built", 0.75);
      return;
    }
  candidate = jb_scan_add (scan, start, end, type, suffix->rule, confidence);
  if (hit->end - hit->start == 5 && type == JB_ENTITY_TYPE_STREET)
    candidate->end -= 3;  /* 街道办事处 */
  if (jb_scan_has_text (scan, hit->start, "地区") && candidate->end == hit->start + 2)
    candidate->end -= 2;  /* the name of 柳浦地区 is 柳浦 */
}

static void
try_suffix (JbScan *scan, const JbRules *rules, const JbTrieHit *hit, const JbSuffix *suffix)
{
  guint start, end = hit->end, phase;

  if (is_hidden (scan, rules, hit->start, hit->end) || jb_scan_is_cut (scan, hit->start, hit->end))
    return;
  if (suffix->kind == JB_SUFFIX_NAMED && find_named (scan, hit->start, &start))
    {
      phase = jb_scan_get_longest (scan, rules, end, JB_WORD_BIT (JB_WORD_PHASE));
      jb_scan_add (scan, start, end + (phase == 2 ? 2 : 0), suffix->type, suffix->rule, 0.75);
      return;
    }
  if (!jb_scan_find_body (scan, hit->start, suffix->min, suffix->max, &start) ||
      is_refused (scan, rules, hit, suffix, start))
    return;
  start = settle_start (scan, rules, hit, suffix, start);
  phase = get_phase (scan, rules, hit->end);
  /* 望津社区[片区]: the community is what is named */
  if (strcmp (suffix->rule, "suffix-area") == 0 && (scan->ends[hit->start] & JB_WORD_BIT (JB_WORD_SUFFIX)) &&
      scan->names[hit->start] > 2)
    return;
  if (!body_makes_name (scan, rules, suffix, start, hit->start, phase > 0) ||
      is_plain_word (scan, suffix, start, hit->start))
    return;
  if (suffix->type == JB_ENTITY_TYPE_COMMUNITY || suffix->type == JB_ENTITY_TYPE_PROJECT)
    end += phase;
  add_name (scan, rules, hit, suffix, start, end);
}

void
jb_names_suffix_find (JbScan *scan, const JbRules *rules)
{
  for (guint i = 0; i < scan->hits->len; i++)
    {
      const JbTrieHit *hit = &g_array_index (scan->hits, JbTrieHit, i);
      const JbRuleWord *word = &rules->words[hit->key];

      if (word->lists & JB_WORD_BIT (JB_WORD_SUFFIX))
        try_suffix (scan, rules, hit, &word->suffix);
    }
}
