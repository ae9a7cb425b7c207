/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the recognisers found is turned into seeds: strings with what they stand for. All seeds together make one
 * automaton, and every scan is read once more with it. */
#include "jb-propagate.h"

#include <string.h>

#include "jb-repeated-areas.h"
#include "jb-names.h"

typedef struct
{
  char         *text;        /* owned, what is looked for */
  char         *name;        /* owned, what it stands for; NULL where that is the text */
  JbEntityType  type;
  const char   *rule;
  double        confidence;
} Seed;

typedef struct
{
  GPtrArray     *scans;     /* not owned */
  const JbRules *rules;
  GPtrArray     *seeds;     /* owned, of Seed */
  GHashTable    *by_text;   /* text of a seed -> Seed; neither owned */
  guint          first;     /* the seed that the first key of the automaton stands for */
  char          *district;  /* owned, the bulletin's district: 甲乙区; NULL where unknown */
} Propagation;

static void
seed_free (gpointer data)
{
  Seed *seed = data;

  g_free (seed->text);
  g_free (seed->name);
  g_free (seed);
}

/* Whether all of @text is one word of the lists, which then stands for itself most of the time. */
static gboolean
is_word (const JbRules *rules, const char *text)
{
  g_autoptr(JbChars) chars = jb_chars_new (text, -1);
  int key = jb_trie_lookup (rules->trie, chars->chars, chars->length);
  const JbWordSet telling = JB_WORD_BIT (JB_WORD_COMMON) | JB_WORD_BIT (JB_WORD_BOUNDARY) |
                            JB_WORD_BIT (JB_WORD_GENERIC_BODY) | JB_WORD_BIT (JB_WORD_POST) |
                            JB_WORD_BIT (JB_WORD_POST_OTHER) | JB_WORD_BIT (JB_WORD_SPEECH);

  return key >= 0 && (rules->words[key].lists & telling) != 0;
}

/* Takes @text and @name. The first seed of a text stays, but a leader goes before any other. */
static void
add_seed (Propagation *self, char *text, char *name, JbEntityType type, const char *rule, double confidence)
{
  Seed *seed = g_hash_table_lookup (self->by_text, text);

  if (seed != NULL || g_utf8_strlen (text, -1) < 2)
    {
      if (seed != NULL && type == JB_ENTITY_TYPE_LEADER && seed->type == JB_ENTITY_TYPE_PERSON &&
          strcmp (seed->rule, "byline") != 0)
        {
          seed->type = type;
          seed->confidence = MAX (confidence, seed->confidence);
        }
      g_free (text);
      g_free (name);
      return;
    }
  seed = g_new (Seed, 1);
  *seed = (Seed) { text, name, type, rule, confidence };
  g_ptr_array_add (self->seeds, seed);
  g_hash_table_insert (self->by_text, seed->text, seed);
}

static char *
dup_text (const JbScan *scan, const JbCandidate *candidate)
{
  return jb_chars_to_utf8 (scan->text, candidate->start, candidate->end);
}

/* The part of @text before the suffix, NULL where it ends otherwise or too little is left. */
static char *
strip_suffix (const char *text, const char *suffix, glong least)
{
  char *body;

  if (!g_str_has_suffix (text, suffix))
    return NULL;
  body = g_strndup (text, strlen (text) - strlen (suffix));
  if (g_utf8_strlen (body, -1) < least)
    g_clear_pointer (&body, g_free);
  return body;
}

static void
add_short (Propagation *self, const char *text, const char *const *suffixes, glong least, JbEntityType type,
           const char *rule, double confidence)
{
  for (guint i = 0; suffixes[i] != NULL; i++)
    {
      char *body = strip_suffix (text, suffixes[i], least);

      if (body == NULL)
        continue;
      if (is_word (self->rules, body))
        g_free (body);
      else
        add_seed (self, body, g_strdup (text), type, rule, confidence);
      return;
    }
}

/* 甲城银某城 -> 银某城, where the city before it is known; LAB49创意中心 -> LAB49 */
static void
add_tail_or_head (Propagation *self, const JbScan *scan, const JbCandidate *candidate, const char *text)
{
  guint city = jb_scan_get_longest (scan, self->rules, candidate->start,
                                    JB_WORD_BIT (JB_WORD_CITY) | JB_WORD_BIT (JB_WORD_PROVINCE));
  guint latin = candidate->start;

  if (city > 0 && candidate->end - candidate->start >= city + 3)
    {
      char *tail = jb_chars_to_utf8 (scan->text, candidate->start + city, candidate->end);

      if (is_word (self->rules, tail) || jb_scan_is_common (scan, candidate->start + city, candidate->end))
        g_free (tail);
      else
        add_seed (self, tail, g_strdup (text), candidate->type, "short-name", 0.65);
    }
  while (latin < candidate->end && scan->text->chars[latin] < 128)
    latin++;
  if (latin - candidate->start >= 3 && latin < candidate->end)
    add_seed (self, jb_chars_to_utf8 (scan->text, candidate->start, latin), g_strdup (text), candidate->type,
              "short-name", 0.65);
}

static void
collect (Propagation *self, const JbScan *scan, const JbCandidate *candidate)
{
  static const char *const street[] = { "街道", "镇", "乡", NULL };
  static const char *const area[] = { "新区", "区", "县", "市", NULL };
  static const char *const part[] = { "片区", "地区", NULL };
  static const char *const works[] = { "综合体", "一期", "二期", "三期", NULL };
  static const char *const company[] = { "集团", NULL };
  g_autofree char *text = NULL;

  if (candidate->confidence <= 0)
    return;
  text = dup_text (scan, candidate);
  switch (candidate->type)
    {
    case JB_ENTITY_TYPE_STREET:
      add_short (self, text, street, 2, JB_ENTITY_TYPE_STREET, "short-street", 0.85);
      break;
    case JB_ENTITY_TYPE_LEADER:
    case JB_ENTITY_TYPE_PERSON:
      if (!g_str_has_suffix (candidate->rule, "address"))
        add_seed (self, g_strdup (text), NULL, candidate->type,
                  strcmp (candidate->rule, "byline") == 0 ? "byline" : "seen-name", candidate->confidence * 0.95);
      break;
    case JB_ENTITY_TYPE_PLACE:
      if (strcmp (candidate->rule, "suffix-admin") == 0)
        add_seed (self, g_strdup (text), NULL, JB_ENTITY_TYPE_PLACE, "seen-name", 0.75);
      if (strcmp (candidate->rule, "suffix-admin") == 0)
        add_short (self, text, area, 2, JB_ENTITY_TYPE_PLACE,
                   g_strcmp0 (text, self->district) == 0 ? "short-district" : "short-place", 0.7);
      else if (strcmp (candidate->rule, "suffix-area") == 0)
        add_short (self, text, part, 2, JB_ENTITY_TYPE_PLACE, "short-place", 0.6);
      else if (g_str_has_prefix (candidate->rule, "suffix") || g_str_has_prefix (candidate->rule, "list"))
        {
          add_tail_or_head (self, scan, candidate, text);
          if (candidate->end - candidate->start >= 3)
            add_seed (self, g_strdup (text), NULL, candidate->type, "seen-name", 0.6);
        }
      break;
    case JB_ENTITY_TYPE_PROJECT:
      add_short (self, text, works, 3, JB_ENTITY_TYPE_PROJECT, "short-name", 0.65);
      add_tail_or_head (self, scan, candidate, text);
      if (candidate->end - candidate->start >= 3)
        add_seed (self, g_strdup (text), NULL, candidate->type, "seen-name", 0.6);
      break;
    case JB_ENTITY_TYPE_ORGANISATION:
      add_short (self, text, company, 2, JB_ENTITY_TYPE_ORGANISATION, "short-name", 0.5);
      if (strcmp (candidate->rule, "list-head") == 0 || strcmp (candidate->rule, "level-head") == 0)
        add_seed (self, g_strdup (text), NULL, candidate->type, "seen-name", 0.6);
      break;
    case JB_ENTITY_TYPE_SYSTEM:
    case JB_ENTITY_TYPE_CAMPAIGN:
      if (g_str_has_prefix (candidate->rule, "quoted") &&
          candidate->end - candidate->start >= (candidate->type == JB_ENTITY_TYPE_SYSTEM ? 2 : 4) &&
          !is_word (self->rules, text))
        add_seed (self, g_strdup (text), NULL, candidate->type, "seen-name", 0.65);
      break;
    default:
      break;
    }
}

/* Quotations without a head that come again in the bulletin are no accident. */
static void
count_quotations (Propagation *self)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint u = 0; u < self->scans->len; u++)
      {
        JbScan *scan = g_ptr_array_index (self->scans, u);

        for (guint i = 0; i < scan->candidates->len; i++)
          {
            JbCandidate *candidate = &g_array_index (scan->candidates, JbCandidate, i);
            g_autofree char *text = NULL;
            guint count;

            if (strcmp (candidate->rule, "quoted-repeated") != 0)
              continue;
            text = dup_text (scan, candidate);
            count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, text));
            if (pass == 0)
              g_hash_table_insert (counts, g_steal_pointer (&text), GUINT_TO_POINTER (count + 1));
            else if (count >= 2 && !is_word (self->rules, text))
              {
                candidate->confidence = 0.6;
                candidate->origin = JB_MENTION_ORIGIN_DISCOVERED;
              }
          }
      }
}

/* The district a text speaks for: the last administrative name of its publisher. */
static char *
find_district (const JbRules *rules, const char *text)
{
  g_autoptr(JbScan) scan = jb_scan_new (rules, 0, 0, jb_chars_new (text, -1));
  guint best = 0;
  char *district = NULL;

  jb_names_known_find (scan, rules);
  jb_names_suffix_find (scan, rules);
  for (guint i = 0; i < scan->candidates->len; i++)
    {
      const JbCandidate *candidate = &g_array_index (scan->candidates, JbCandidate, i);

      if (strcmp (candidate->rule, "suffix-admin") == 0 && candidate->end > best)
        {
          best = candidate->end;
          g_free (district);
          district = dup_text (scan, candidate);
        }
    }
  return district;
}

/* Without a masthead the body that speaks for its whole chain of areas tells the district: 中共甲市乙区委. */
static char *
find_district_in_units (GPtrArray *scans)
{
  for (guint u = 0; u < scans->len; u++)
    {
      JbScan *scan = g_ptr_array_index (scans, u);

      for (guint i = 0; i < scan->candidates->len; i++)
        {
          const JbCandidate *body = &g_array_index (scan->candidates, JbCandidate, i);

          if (strcmp (body->rule, "level-organ") != 0 || !jb_scan_has_text (scan, body->start, "中共"))
            continue;
          for (guint at = body->end; at > body->start; at--)
            if (scan->names[at] > 0 && (scan->text->chars[at - 1] == 0x533a || scan->text->chars[at - 1] == 0x53bf))
              return jb_chars_to_utf8 (scan->text, at - scan->names[at], at);
        }
    }
  return NULL;
}

/* 区委 of the bulletin is that of its district. */
static void
resolve_levels (Propagation *self)
{
  const char *level;

  if (self->district == NULL)
    return;
  level = g_utf8_find_prev_char (self->district, self->district + strlen (self->district));
  for (guint u = 0; u < self->scans->len; u++)
    {
      JbScan *scan = g_ptr_array_index (self->scans, u);

      for (guint i = 0; i < scan->candidates->len; i++)
        {
          JbCandidate *candidate = &g_array_index (scan->candidates, JbCandidate, i);

          if (g_str_has_prefix (candidate->rule, "level") && jb_scan_has_text (scan, candidate->start, level))
            {
              g_autofree char *text = dup_text (scan, candidate);

              g_free (candidate->name);
              candidate->name = g_strconcat (self->district, text + strlen (level), NULL);
            }
        }
    }
}

static void
apply_hit (Propagation *self, JbScan *scan, const JbTrieHit *hit)
{
  const Seed *seed = g_ptr_array_index (self->seeds, self->first + hit->key);
  JbEntityType type = seed->type;
  const char *rule = seed->rule;
  JbCandidate *candidate;

  if (strcmp (rule, "short-street") == 0 &&
      ((scan->begins[hit->end] & JB_WORD_BIT (JB_WORD_SLOGAN_NOUN)) ||
       (hit->end < scan->text->length && jb_char_is_digit (scan->text->chars[hit->end]))))
    {
      type = JB_ENTITY_TYPE_PLACE;
      rule = "short-area";
    }
  candidate = jb_scan_add (scan, hit->start, hit->end, type, rule, seed->confidence);
  if (strcmp (rule, "repeated-word") == 0)
    candidate->origin = JB_MENTION_ORIGIN_DISCOVERED;
  if (seed->name != NULL && type == seed->type)
    candidate->name = g_strdup (seed->name);
}

/* The seeds over the display spaces of a headline. */
static void
find_spaced (Propagation *self, JbScan *scan, const JbTrie *trie, GArray *hits)
{
  if (scan->tight == NULL)
    return;
  g_array_set_size (hits, 0);
  jb_trie_find (trie, scan->tight->chars, scan->tight->length, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      JbTrieHit hit = g_array_index (hits, JbTrieHit, i);
      JbCandidate *candidate;

      if (!jb_scan_loosen (scan, &hit.start, &hit.end))
        continue;
      apply_hit (self, scan, &hit);
      candidate = &g_array_index (scan->candidates, JbCandidate, scan->candidates->len - 1);
      if (candidate->name == NULL)
        candidate->name = g_strdup (((Seed *) g_ptr_array_index (self->seeds, self->first + hit.key))->text);
    }
}

/* A person found without a post, who has one elsewhere, is a leader everywhere. */
static void
settle_persons (Propagation *self, JbScan *scan)
{
  for (guint i = 0; i < scan->candidates->len; i++)
    {
      JbCandidate *candidate = &g_array_index (scan->candidates, JbCandidate, i);

      if (candidate->type == JB_ENTITY_TYPE_PERSON && strcmp (candidate->rule, "byline") != 0)
        {
          g_autofree char *text = dup_text (scan, candidate);
          const Seed *seed = g_hash_table_lookup (self->by_text, text);

          if (seed != NULL && seed->type == JB_ENTITY_TYPE_LEADER)
            candidate->type = JB_ENTITY_TYPE_LEADER;
        }
    }
}

/* Looks for the seeds from @first on in all scans. */
static void
spread (Propagation *self, guint first)
{
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (JbTrieHit));
  guint n_keys = self->seeds->len - first;
  g_autofree const char **keys = g_new (const char *, n_keys + 1);
  g_autoptr(JbTrie) trie = NULL;

  if (n_keys == 0)
    return;
  for (guint i = 0; i < n_keys; i++)
    keys[i] = ((Seed *) g_ptr_array_index (self->seeds, first + i))->text;
  trie = jb_trie_new (keys, n_keys);
  self->first = first;
  for (guint u = 0; u < self->scans->len; u++)
    {
      JbScan *scan = g_ptr_array_index (self->scans, u);

      g_array_set_size (hits, 0);
      jb_trie_find (trie, scan->text->chars, scan->text->length, hits);
      for (guint i = 0; i < hits->len; i++)
        apply_hit (self, scan, &g_array_index (hits, JbTrieHit, i));
      find_spaced (self, scan, trie, hits);
    }
}

/* 苇某[智造港] comes again without the name of its area. */
static void
collect_tails (Propagation *self, const JbScan *scan)
{
  /* by position: where the longest short name of an area ends that begins there */
  g_autofree guint *areas = g_new0 (guint, scan->text->length + 1);

  for (guint i = 0; i < scan->candidates->len; i++)
    {
      const JbCandidate *area = &g_array_index (scan->candidates, JbCandidate, i);

      if (g_str_has_prefix (area->rule, "short-"))
        areas[area->start] = MAX (areas[area->start], area->end);
    }
  for (guint i = 0; i < scan->candidates->len; i++)
    {
      const JbCandidate *name = &g_array_index (scan->candidates, JbCandidate, i);
      guint head = areas[name->start];

      if (name->type == JB_ENTITY_TYPE_PROJECT && head > 0 && name->end >= head + 3 &&
          !jb_scan_is_common (scan, head, name->end))
        add_seed (self, jb_chars_to_utf8 (scan->text, head, name->end), dup_text (scan, name), JB_ENTITY_TYPE_PROJECT,
                  "short-name", 0.65);
    }
}

static void
find_own_district (Propagation *self, const JbMasthead *masthead)
{
  static const char *const area[] = { "区", "县", "市", NULL };

  if (masthead != NULL && masthead->publisher != NULL)
    self->district = find_district (self->rules, masthead->publisher);
  if (self->district == NULL)
    self->district = find_district_in_units (self->scans);
  if (self->district != NULL)
    add_short (self, self->district, area, 2, JB_ENTITY_TYPE_PLACE, "short-district", 0.9);
}

void
jb_propagate (GPtrArray *scans, const JbRules *rules, const JbMasthead *masthead, GPtrArray *persons)
{
  Propagation self = { .scans = scans, .rules = rules };
  g_autoptr(GPtrArray) areas = NULL;
  guint n_seeds;

  self.seeds = g_ptr_array_new_with_free_func (seed_free);
  self.by_text = g_hash_table_new (g_str_hash, g_str_equal);
  find_own_district (&self, masthead);
  count_quotations (&self);
  for (guint i = 0; i < persons->len; i++)
    add_seed (&self, g_strdup (g_ptr_array_index (persons, i)), NULL, JB_ENTITY_TYPE_PERSON, "byline", 0.9);
  for (guint u = 0; u < scans->len; u++)
    {
      const JbScan *scan = g_ptr_array_index (scans, u);

      for (guint i = 0; i < scan->candidates->len; i++)
        collect (&self, scan, &g_array_index (scan->candidates, JbCandidate, i));
    }
  areas = jb_repeated_areas_find (scans);
  for (guint i = 0; i < areas->len; i++)
    add_seed (&self, g_strdup (g_ptr_array_index (areas, i)), NULL, JB_ENTITY_TYPE_PLACE, "repeated-word", 0.5);
  resolve_levels (&self);

  for (guint u = 0; u < scans->len; u++)
    settle_persons (&self, g_ptr_array_index (scans, u));
  n_seeds = self.seeds->len;
  spread (&self, 0);
  for (guint u = 0; u < scans->len; u++)
    jb_names_tail_find (g_ptr_array_index (scans, u), rules);
  for (guint u = 0; u < scans->len; u++)
    collect_tails (&self, g_ptr_array_index (scans, u));
  spread (&self, n_seeds);
  g_hash_table_unref (self.by_text);
  g_ptr_array_unref (self.seeds);
  g_free (self.district);
}

char *
jb_propagate_find_district (const char *publisher)
{
  return find_district (jb_rules_get (), publisher);
}
