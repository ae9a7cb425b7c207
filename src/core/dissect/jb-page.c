/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page.h"

#include "jb-boxes.h"
#include "jb-byline.h"
#include "jb-captions.h"
#include "jb-cues.h"
#include "jb-date.h"
#include "jb-headings.h"
#include "jb-headlines.h"
#include "jb-joiner.h"
#include "jb-lines.h"
#include "jb-masthead-reader.h"
#include "jb-shape.h"
#include "jb-string.h"
#include "jb-unwrap.h"

#define MASTHEAD_LINES 40  /* the masthead is looked for in so many lines */
#define MIN_BODY       20  /* a sentence this long is a story's */
#define MAX_CREDIT     80

static gboolean
begins_story (const JbUnit *unit)
{
  return unit->run_in > 0 || unit->length > 100 ||
         (unit->length >= MIN_BODY && jb_shape_is_terminated (unit->text, unit->length));
}

/* The lines of the page's top up to the first sentence. */
static JbMasthead *
mark_masthead (GArray *units)
{
  g_autoptr(JbMastheadReader) reader = jb_masthead_reader_new ();
  JbMastheadLine lines[MASTHEAD_LINES];
  JbMasthead *masthead;
  guint n = 0;

  for (; n < MIN (units->len, MASTHEAD_LINES) && !begins_story (jb_units_get (units, n)); n++)
    lines[n] = jb_masthead_reader_feed (reader, jb_units_get (units, n)->text, jb_units_get (units, n)->length);
  masthead = jb_masthead_reader_finish (reader);

  for (guint i = 0; i < n; i++)
    if (lines[i] == JB_MASTHEAD_LINE_PAGE || (lines[i] == JB_MASTHEAD_LINE_PROMOTION && masthead != NULL))
      jb_unit_settle (jb_units_get (units, i), JB_BLOCK_KIND_OTHER);
    else if (lines[i] == JB_MASTHEAD_LINE_FIELD && masthead != NULL)
      jb_unit_settle (jb_units_get (units, i), JB_BLOCK_KIND_MASTHEAD);
  return masthead;
}

/* 责任编辑：某某 校对 某某, on a line of its own. */
static gboolean
is_credit (const JbUnit *unit)
{
  guint label, at = 0;

  if (unit->length > MAX_CREDIT || jb_shape_is_terminated (unit->text, unit->length))
    return FALSE;
  while (at < unit->length && (jb_char_is_punctuation (unit->text[at]) || jb_char_is_blank (unit->text[at])))
    at++;
  label = jb_cues_match_start (JB_CUES_CREDITS, unit->text + at, unit->length - at);
  if (label == 0 || at + label == unit->length)
    return FALSE;
  at += label;
  return unit->text[at] == U'：' || unit->text[at] == ':' || unit->text[at] == '/' || unit->text[at] == U'／' ||
         (jb_char_is_blank (unit->text[at]) && unit->length - at <= 12);
}

/* Lines that are what they are wherever they stand. */
static void
mark_singles (GArray *units)
{
  for (guint i = 0; i < units->len; i++)
    {
      JbUnit *unit = jb_units_get (units, i);
      g_autofree char *date = NULL;
      JbByline byline;

      if (unit->state != JB_UNIT_OPEN)
        continue;
      /* Nothing but 本报讯（…） and perhaps a colon: its text begins below. */
      if (unit->run_in > 0)
        {
          if (unit->length <= unit->run_in + 1)
            jb_unit_settle (unit, JB_BLOCK_KIND_BYLINE);
          continue;
        }
      byline = jb_byline_read_line (unit->text, unit->length, NULL);
      if (byline == JB_BYLINE_WRITERS)
        jb_unit_settle (unit, JB_BLOCK_KIND_BYLINE);
      else if (byline == JB_BYLINE_PICTURE || jb_masthead_is_promotion (unit->text, unit->length) ||
               jb_masthead_is_page_label (unit->text, unit->length))
        jb_unit_settle (unit, JB_BLOCK_KIND_OTHER);
      else if ((date = jb_masthead_read_date_line (unit->text, unit->length)) != NULL)
        jb_unit_settle (unit, JB_BLOCK_KIND_DATELINE);
      else if (is_credit (unit))
        jb_unit_settle (unit, JB_BLOCK_KIND_OTHER);
    }
}

/* What is no short line is running text. */
static void
settle_bodies (GArray *units)
{
  guint mark_length;

  for (guint i = 0; i < units->len; i++)
    {
      JbUnit *unit = jb_units_get (units, i);

      if (unit->state == JB_UNIT_OPEN && (!unit->is_headline || unit->run_in > 0))
        jb_unit_settle (unit, jb_shape_get_mark (unit->text, unit->length, &mark_length) != JB_MARK_NONE
                                ? JB_BLOCK_KIND_LIST : JB_BLOCK_KIND_PARAGRAPH);
    }
}

static GArray *
read_units (const JbChars *chars)
{
  g_autoptr(GArray) lines = jb_lines_read (chars);
  GArray *units = jb_unwrap (chars, lines);

  for (guint i = 0; i < units->len; i++)
    {
      JbUnit *unit = jb_units_get (units, i);

      unit->is_headline = jb_shape_is_headline (unit->text, unit->length);
      unit->run_in = jb_byline_get_run_in (unit->text, unit->length);
      /* （记者 某某） alone is a byline below a text, not the beginning of one. */
      if (unit->run_in == unit->length && (unit->text[0] == U'（' || unit->text[0] == '('))
        unit->run_in = 0;
    }
  return units;
}

/* Articles as they are filled. */
typedef struct
{
  JbArticle *article;  /* owned by the page */
  JbNames   *names;    /* owned */
} Filling;

static void
read_names (Filling *filling, const JbUnit *unit)
{
  if (unit->state == JB_UNIT_SETTLED && unit->kind == JB_BLOCK_KIND_BYLINE && unit->run_in == 0)
    jb_byline_read_line (unit->text, unit->length, filling->names);
  else if (unit->run_in > 0)
    jb_byline_read_run_in (unit->text, unit->length, filling->names);
  if (unit->kind == JB_BLOCK_KIND_PARAGRAPH || unit->kind == JB_BLOCK_KIND_LIST)
    jb_byline_read_tail (unit->text, unit->length, filling->names);
}

static void
take_date (Filling *filling, const char *iso, JbDateOrigin origin)
{
  if (iso == NULL || filling->article->date != NULL)
    return;
  filling->article->date = g_strdup (iso);
  filling->article->date_origin = origin;
}

/* A date counts as the article's only where it stands as one: on a line of its own, or in the wire's dateline. */
static void
read_date (Filling *filling, const JbUnit *unit)
{
  g_autofree char *date = NULL;

  if (unit->kind == JB_BLOCK_KIND_DATELINE)
    date = jb_masthead_read_date_line (unit->text, unit->length);
  else if (unit->run_in > 0)
    {
      g_autofree char *run_in = g_ucs4_to_utf8 (unit->text, unit->run_in, NULL, NULL, NULL);

      date = jb_date_find (run_in);
    }
  take_date (filling, date, JB_DATE_ORIGIN_TEXT);
}

static void
add_block (Filling *filling, const JbUnit *unit)
{
  g_autofree char *text = jb_unit_dup_text (unit);
  g_autoptr(JbSpanMap) map = jb_unit_dup_map (unit);
  JbArticle *article = filling->article;

  jb_article_append_block (article, jb_block_new (unit->kind, unit->level, text, map));
  if (unit->kind == JB_BLOCK_KIND_TITLE)
    jb_set_string (&article->title, text);
  else if (unit->kind == JB_BLOCK_KIND_KICKER)
    jb_set_string (&article->kicker, text);
  else if (unit->kind == JB_BLOCK_KIND_DECK)
    jb_set_string (&article->deck, text);
  read_names (filling, unit);
  read_date (filling, unit);
}

static void
add_statement (Filling *filling, const JbUnit *person)
{
  g_autofree char *name = NULL, *post = NULL;
  JbBlock *block = g_ptr_array_index (filling->article->blocks, filling->article->blocks->len - 1);

  if (jb_boxes_read_person (person->text, person->length, &name, &post))
    g_ptr_array_add (filling->article->statements,
                     jb_statement_new (name, post, block->text, filling->article->blocks->len - 1));
}

typedef enum
{
  PART_MASTHEAD,
  PART_LATE_HEADLINE,  /* printed below its text */
  PART_TEXT,
  PART_TEASERS,
  N_PARTS
} Part;

static gboolean
is_headline_kind (JbBlockKind kind)
{
  return kind == JB_BLOCK_KIND_KICKER || kind == JB_BLOCK_KIND_TITLE || kind == JB_BLOCK_KIND_DECK;
}

/* An article's units [0, n) go to it part by part, each in the order of the page. */
static void
fill_article (Filling *filling, JbUnit *const *units, guint n)
{
  guint first_body = 0;

  while (first_body < n && !jb_block_kind_is_body (units[first_body]->kind))
    first_body++;

  for (Part part = PART_MASTHEAD; part < N_PARTS; part++)
    {
      const JbUnit *person = NULL;

      for (guint i = 0; i < n; i++)
        {
          Part own = PART_TEXT;

          if (units[i]->kind == JB_BLOCK_KIND_MASTHEAD)
            own = PART_MASTHEAD;
          else if (units[i]->kind == JB_BLOCK_KIND_TEASER)
            own = PART_TEASERS;
          else if (i > first_body && is_headline_kind (units[i]->kind))
            own = PART_LATE_HEADLINE;
          if (own != part)
            continue;

          add_block (filling, units[i]);
          if (units[i]->is_person)
            person = units[i];
          else if (units[i]->kind == JB_BLOCK_KIND_STATEMENT && person != NULL)
            {
              add_statement (filling, person);
              person = NULL;
            }
        }
    }
}

/* The front matter goes to the first article, guides to the last. */
static guint
get_target (const JbUnit *unit, guint n_articles)
{
  if (unit->kind == JB_BLOCK_KIND_MASTHEAD)
    return 0;
  return unit->kind == JB_BLOCK_KIND_TEASER ? n_articles - 1 : unit->article;
}

static void
make_articles (JbPage *page, const GArray *units, guint n_articles)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n_articles; i++)
    g_ptr_array_add (parts, g_ptr_array_new ());
  for (guint i = 0; i < units->len; i++)
    if (jb_units_get (units, i)->state != JB_UNIT_ABSORBED)
      g_ptr_array_add (g_ptr_array_index (parts, get_target (jb_units_get (units, i), n_articles)),
                       jb_units_get (units, i));

  for (guint i = 0; i < n_articles; i++)
    {
      GPtrArray *part = g_ptr_array_index (parts, i);
      g_autoptr(JbNames) names = jb_names_new ();
      Filling filling = { jb_article_new (), names };

      filling.article->position = i;
      if (page->masthead != NULL)
        take_date (&filling, page->masthead->date, JB_DATE_ORIGIN_MASTHEAD);
      fill_article (&filling, (JbUnit *const *) part->pdata, part->len);
      g_strfreev (filling.article->reporters);
      filling.article->reporters = jb_names_dup_strv (names->reporters);
      g_strfreev (filling.article->correspondents);
      filling.article->correspondents = jb_names_dup_strv (names->correspondents);
      g_ptr_array_add (page->articles, filling.article);
    }
}

JbPage *
jb_page_dissect (const char *text)
{
  JbPage *self = g_new0 (JbPage, 1);
  g_autoptr(JbChars) chars = jb_chars_new (text, -1);
  g_autoptr(GArray) units = read_units (chars);
  guint n_articles;

  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  if (units->len == 0)
    return self;

  self->masthead = mark_masthead (units);
  mark_singles (units);
  jb_boxes_mark_teasers (units);
  jb_boxes_mark_statements (units);
  jb_headings_find_pairs (units);
  jb_captions_mark (units);
  jb_headings_find_siblings (units);
  jb_joiner_run (chars, units);
  settle_bodies (units);
  /* A paragraph that was short while it was broken may now be seen to follow a pair. */
  jb_headings_find_pairs (units);
  n_articles = jb_headlines_assign (units, self->masthead != NULL);
  jb_headings_settle (units);
  make_articles (self, units, n_articles);
  return self;
}

void
jb_page_free (JbPage *self)
{
  g_clear_pointer (&self->masthead, jb_masthead_free);
  g_ptr_array_unref (self->articles);
  g_free (self);
}
