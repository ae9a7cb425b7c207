/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read from the name to the left, a part at a time:
 *
 *   时任   柳浦街道   办事处   副主任   、 …
 *   state  name       organ    title
 */
#include "jb-posts.h"

#include "jb-resource.h"
#include "jb-scan.h"

#include <string.h>

#define ENUMERATION_COMMA 0x3001
#define POSTS (JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER))
#define ORGANS (JB_WORD_BIT (JB_WORD_LEVEL) | JB_WORD_BIT (JB_WORD_ORGANISATION_PART) | JB_WORD_BIT (JB_WORD_ORGANISATION_HEAD) | \
                JB_WORD_BIT (JB_WORD_STREET_ORGAN) | JB_WORD_BIT (JB_WORD_ORGANISATION))

typedef struct
{
  const JbArticle *article;
  const JbBlock   *block;
  const JbRules   *rules;
  JbScan          *scan;  /* owned, of the block */
} Reader;

/* Offsets in the block's text. */
typedef struct
{
  guint state;           /* where the state, or the name, begins */
  guint name, name_end;  /* the place's name; empty, before the organ, where there is none */
  guint organ;           /* where what looks like an organ begins, perhaps inside the name; title where there is none */
  guint title, end;
  gboolean is_public;    /* a public or party post, not only a role */
} Segment;

static void
hit_free (gpointer data)
{
  JbPostHit *hit = data;

  g_free (hit->title);
  g_free (hit->place);
  g_free (hit);
}

/* The words of a list, which is read when first asked for and kept in @list. */
static const char *const *
get_words (GStrv *list, const char *path)
{
  if (g_once_init_enter (list))
    g_once_init_leave (list, jb_resource_load_lines (path));
  return (const char *const *) *list;
}

/* Whether [@start, @end) is made of nothing but modifiers. */
static gboolean
is_modified (const JbScan *scan, guint start, guint end)
{
  static GStrv list;
  const char *const *words = get_words (&list, "rules/tag-post-modifiers.txt");

  if (start == end)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint length = (guint) g_utf8_strlen (words[i], -1);

      if (start + length <= end && jb_scan_has_text (scan, start, words[i]) && is_modified (scan, start + length, end))
        return TRUE;
    }
  return FALSE;
}

/* Where the title begins in the word [@start, @end) of the lists, which may begin with the body it is of: 市委 + 书记. */
static guint
find_title (const Reader *self, guint start, guint end)
{
  for (guint shorter = start + 1; shorter < end; shorter++)
    {
      const JbRuleWord *word = jb_scan_get_word (self->scan, self->rules, shorter, end);

      if (word != NULL && (word->lists & POSTS))
        return is_modified (self->scan, start, shorter) ? start : find_title (self, shorter, end);
    }
  return start;
}

/* The name of a place or body that lies over the organ's beginning, or ends there: the one that begins first, and of several the
 * shortest. */
static void
find_name (const Reader *self, Segment *segment)
{
  segment->name = segment->name_end = segment->organ;
  for (guint i = 0; i < self->article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (self->article->mentions, i);
      guint start = mention->start - self->block->start, end = mention->end - self->block->start;

      if (mention->start < self->block->start || end < segment->organ || end > segment->title || start >= segment->organ ||
          mention->state == JB_MENTION_STATE_REJECTED || mention->type == JB_ENTITY_TYPE_LEADER ||
          mention->type == JB_ENTITY_TYPE_PERSON)
        continue;
      if (start < segment->name || (start == segment->name && end < segment->name_end))
        {
          segment->name = start;
          segment->name_end = end;
        }
    }
}

static guint
find_state (const Reader *self, guint left)
{
  static GStrv list;
  const char *const *words = get_words (&list, "rules/tag-post-states.txt");

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint length = (guint) g_utf8_strlen (words[i], -1);

      if (length <= left && jb_scan_has_text (self->scan, left - length, words[i]))
        return left - length;
    }
  return left;
}

/* What stands before the title: the organ, the name before it, a state before that. */
static void
read_body (const Reader *self, Segment *segment)
{
  guint length;

  segment->organ = segment->title;
  while ((length = jb_scan_get_longest_before (self->scan, self->rules, segment->organ, ORGANS)) > 0)
    segment->organ -= length;
  find_name (self, segment);
  segment->state = find_state (self, segment->name);
}

/* Reads the post that ends at @end. Returns: FALSE where there is none */
static gboolean
read_segment (const Reader *self, guint end, Segment *segment)
{
  guint length = jb_scan_get_longest_before (self->scan, self->rules, end, POSTS);

  if (length == 0)
    return FALSE;
  segment->end = end;
  segment->title = find_title (self, end - length, end);
  segment->is_public = (jb_scan_get_word (self->scan, self->rules, segment->title, end)->lists & JB_WORD_BIT (JB_WORD_POST)) != 0;
  read_body (self, segment);
  return TRUE;
}

/* 某某书记 */
static gboolean
read_behind (const Reader *self, guint start, guint end, Segment *segment)
{
  guint length = jb_scan_get_longest (self->scan, self->rules, end, POSTS);
  const JbRuleWord *word = length > 0 ? jb_scan_get_word (self->scan, self->rules, end, end + length) : NULL;

  if (word == NULL || !(word->lists & JB_WORD_BIT (JB_WORD_POST)))
    return FALSE;
  segment->title = start;
  read_body (self, segment);
  segment->title = end;
  segment->end = end + length;
  segment->is_public = TRUE;
  return TRUE;
}

static char *
dup_text (const Reader *self, guint start, guint end)
{
  return jb_chars_to_utf8 (self->scan->text, start, end);
}

/* Whether the post says itself what it is of: 区长, 代区长, 区委书记. */
static gboolean
says_level (const Reader *self, const Segment *segment)
{
  if (segment->name < segment->title)
    return (self->scan->begins[segment->name] & JB_WORD_BIT (JB_WORD_LEVEL)) != 0;
  for (guint i = segment->title; i < segment->end; i++)
    if ((self->scan->begins[i] & JB_WORD_BIT (JB_WORD_LEVEL)) && is_modified (self->scan, segment->title, i))
      return TRUE;
  return FALSE;
}

/* The body of @segment, behind @before, whose body is given: 区人大常委会党组书记、主任; 柳浦街道党工委书记、办事处主任. */
static char *
dup_place (const Reader *self, const Segment *segment, guint body_end, const Segment *before, const char *place_before)
{
  g_autofree char *place = dup_text (self, segment->name, body_end);

  if (before == NULL || says_level (self, segment))
    return g_steal_pointer (&place);
  if (*place == '\0')
    return g_strdup (place_before);
  if (segment->name == segment->name_end)
    {
      g_autofree char *name = dup_text (self, before->name, before->name_end);

      return g_strconcat (name, place, NULL);
    }
  return g_steal_pointer (&place);
}

/* @segments: (element-type Segment): from the name to the left */
static GPtrArray *
make_hits (const Reader *self, const GArray *segments, guint body_end)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (hit_free);
  const Segment *before = NULL;
  g_autofree char *state = g_strdup ("");
  const char *place_before = "";

  for (guint i = segments->len; i-- > 0;)
    {
      const Segment *segment = &g_array_index (segments, Segment, i);
      g_autofree char *title = dup_text (self, segment->title, segment->end);
      JbPostHit *hit = g_new (JbPostHit, 1);

      /* 原区委书记、区长: both are former ones */
      if (segment->state < segment->name)
        {
          g_free (state);
          state = dup_text (self, segment->state, segment->name);
        }
      *hit = (JbPostHit) {
        g_strconcat (state, title, NULL), dup_place (self, segment, MIN (segment->title, body_end), before, place_before),
        self->block->start + segment->state, self->block->start + segment->end,
      };
      g_ptr_array_add (hits, hit);
      before = segment;
      place_before = hit->place;
    }
  return hits;
}

GPtrArray *
jb_posts_find (const JbArticle *article, guint start, guint end_char)
{
  Reader self = { .article = article, .rules = jb_rules_get () };
  g_autoptr(GArray) segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  g_autoptr(JbScan) scan = NULL;
  guint index = jb_article_find_block (article, start), at;
  gboolean is_public = FALSE;
  Segment segment;

  self.block = g_ptr_array_index (article->blocks, index);
  g_return_val_if_fail (start < end_char && end_char <= self.block->start + self.block->length, NULL);

  self.scan = scan = jb_scan_new (self.rules, 0, index, jb_chars_new (self.block->text, -1));
  start -= self.block->start;
  for (at = start; at > 0 && jb_char_is_blank (scan->text->chars[at - 1]);)
    at--;
  while (at > 0 && read_segment (&self, at, &segment))
    {
      g_array_append_val (segments, segment);
      is_public |= segment.is_public;
      at = segment.state;
      if (at == 0 || scan->text->chars[at - 1] != ENUMERATION_COMMA)
        break;
      at--;
    }
  /* 居民, 董事长 alone */
  if (!is_public)
    g_array_set_size (segments, 0);
  if (segments->len == 0 && read_behind (&self, start, end_char - self.block->start, &segment))
    g_array_append_val (segments, segment);
  return make_hits (&self, segments, start);
}
