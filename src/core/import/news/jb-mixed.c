/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-mixed.h"

#include "jb-authors.h"

/* How many elements of one name may lie in each other. */
#define MAX_NESTED 4

/* An element that was entered and not yet left. */
typedef struct
{
  JbMixedRole role;     /* name owned */
  JbMixedRole outer;    /* the block it lies in, without a name */
  guint       line;     /* number of the line it began in */
  guint       start;    /* place of a tag or aside in that line */
  guint       end;      /* place where a tag's name ends before an aside; G_MAXUINT where there is none */
} Open;

typedef struct
{
  JbDecodedBuilder *builder;
  JbTaggedLine     *text;     /* owned */
  JbMixedJudge      judge;
  gpointer          data;
  GArray           *open;     /* owned, of Open, the outermost first */
  JbMixedRole       block;    /* the one that what comes is in, without a name */
  guint             line;     /* counts lines */
  guint             n_rows;   /* open ones */
  guint             n_verbatim;
  gboolean          at_cell;  /* a cell was begun, and nothing in it came yet */
} Mixed;

static void
clear_open (gpointer open)
{
  g_free (((Open *) open)->role.name);
}

static void
add_authors (Mixed *mixed)
{
  g_auto(GStrv) people = jb_tagged_line_dup_people (mixed->text);
  g_autofree char *line = jb_tagged_line_dup_text (mixed->text);

  if (people[0] == NULL)
    jb_authors_add_byline (mixed->builder, line);
  for (guint i = 0; people[i] != NULL; i++)
    if (!jb_authors_add_byline (mixed->builder, people[i]))
      jb_decoded_builder_add_author (mixed->builder, people[i]);
}

static void
end_line (Mixed *mixed)
{
  gboolean is_byline = mixed->block.is_known && mixed->block.kind == JB_BLOCK_KIND_BYLINE;
  JbHint hint = { .is_known = mixed->block.is_known, .kind = mixed->block.kind, .level = mixed->block.level };

  if (jb_tagged_line_get_place (mixed->text) == 0)
    return;
  if (is_byline)
    add_authors (mixed);
  jb_tagged_line_emit (mixed->text, mixed->builder, &hint, !is_byline);
  mixed->line++;
}

/* What cannot stand on more than one line, or must not. */
static gboolean
is_one_line (const Mixed *mixed)
{
  return mixed->n_rows > 0 ||
         (mixed->block.is_known && !jb_block_kind_is_body (mixed->block.kind) && mixed->block.kind != JB_BLOCK_KIND_OTHER);
}

static void
add_space (Mixed *mixed)
{
  if (!mixed->at_cell)
    jb_tagged_line_append (mixed->text, "\n");
}

/* Cells are set off by an ideographic space, which white space beside it would swallow. */
static void
begin_cell (Mixed *mixed)
{
  jb_tagged_line_trim (mixed->text);
  if (jb_tagged_line_get_place (mixed->text) > 0)
    jb_tagged_line_append (mixed->text, "\xe3\x80\x80");
  mixed->at_cell = TRUE;
}

static void
break_block (Mixed *mixed)
{
  if (mixed->n_rows > 0)
    add_space (mixed);
  else
    end_line (mixed);
}

/* Blocks within tags and tags over several lines are no tags of anything. */
static void
close_tag (Mixed *mixed, const Open *open)
{
  guint end = open->end != G_MAXUINT ? open->end : jb_tagged_line_get_place (mixed->text);

  if (open->line == mixed->line && end > open->start)
    jb_tagged_line_tag (mixed->text, open->start, end, open->role.type, open->role.name);
}

/* Returns: (nullable): the innermost tag that is open in this line */
static Open *
find_tag (Mixed *mixed)
{
  for (guint i = mixed->open->len; i > 0; i--)
    {
      Open *open = &g_array_index (mixed->open, Open, i - 1);

      if (open->role.act == JB_MIXED_TAG)
        return open->line == mixed->line ? open : NULL;
    }
  return NULL;
}

/* An aside at the beginning of a tag moves its beginning, one behind the name ends it. */
static void
begin_aside (Mixed *mixed, const Open *aside)
{
  Open *tag = find_tag (mixed);

  if (tag != NULL && tag->end == G_MAXUINT && jb_tagged_line_has_text (mixed->text, tag->start))
    tag->end = aside->start;
}

static void
close_aside (Mixed *mixed)
{
  Open *tag = find_tag (mixed);

  if (tag != NULL && tag->end == G_MAXUINT)
    tag->start = jb_tagged_line_get_place (mixed->text);
}

static void
begin_block (Mixed *mixed, const JbMixedRole *role)
{
  break_block (mixed);
  if (role->act == JB_MIXED_ARTICLE)
    {
      jb_decoded_builder_begin_article (mixed->builder);
      if (role->name != NULL)
        jb_decoded_builder_set_date (mixed->builder, role->name);
    }
  if (role->is_known)
    mixed->block = *role;
  mixed->block.name = NULL;
  mixed->n_rows += role->act == JB_MIXED_ROW;
  mixed->n_verbatim += role->act == JB_MIXED_VERBATIM;
}

static void
begin (Mixed *mixed, const Open *open)
{
  switch (open->role.act)
    {
    case JB_MIXED_ARTICLE:
    case JB_MIXED_BLOCK:
    case JB_MIXED_VERBATIM:
    case JB_MIXED_ROW:
      begin_block (mixed, &open->role);
      break;
    case JB_MIXED_CELL:
      begin_cell (mixed);
      break;
    case JB_MIXED_SPACE:
      add_space (mixed);
      break;
    case JB_MIXED_BREAK:
      if (is_one_line (mixed))
        add_space (mixed);
      else
        end_line (mixed);
      break;
    case JB_MIXED_ASIDE:
      begin_aside (mixed, open);
      break;
    case JB_MIXED_PLAIN:
    case JB_MIXED_SKIP:
    case JB_MIXED_TAG:
      break;
    }
}

static void
end (Mixed *mixed, const Open *open)
{
  switch (open->role.act)
    {
    case JB_MIXED_ROW:
      /* The line ends with it. */
      mixed->n_rows--;
      mixed->at_cell = FALSE;
      break_block (mixed);
      mixed->block = open->outer;
      break;
    case JB_MIXED_ARTICLE:
    case JB_MIXED_BLOCK:
    case JB_MIXED_VERBATIM:
      break_block (mixed);
      mixed->n_verbatim -= open->role.act == JB_MIXED_VERBATIM;
      mixed->block = open->outer;
      break;
    case JB_MIXED_TAG:
      close_tag (mixed, open);
      break;
    case JB_MIXED_ASIDE:
      close_aside (mixed);
      break;
    case JB_MIXED_PLAIN:
    case JB_MIXED_SKIP:
    case JB_MIXED_CELL:
    case JB_MIXED_SPACE:
    case JB_MIXED_BREAK:
      break;
    }
}

static void
add_text (Mixed *mixed, const char *text)
{
  g_auto(GStrv) lines = NULL;

  if (mixed->at_cell)
    {
      while (g_ascii_isspace (*text))
        text++;
      mixed->at_cell = *text == '\0';
    }
  if (mixed->n_verbatim == 0 || mixed->n_rows > 0)
    {
      jb_tagged_line_append (mixed->text, text);
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        end_line (mixed);
      jb_tagged_line_append (mixed->text, lines[i]);
    }
}

static gboolean
enter (const xmlNode *node, gpointer data)
{
  Mixed *mixed = data;
  Open open = { .outer = mixed->block, .end = G_MAXUINT };

  if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL)
    add_text (mixed, (const char *) node->content);
  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  open.role = mixed->judge (node, mixed->data);
  open.line = mixed->line;
  open.start = jb_tagged_line_get_place (mixed->text);
  begin (mixed, &open);
  g_array_append_val (mixed->open, open);
  return open.role.act != JB_MIXED_SKIP;
}

static void
leave (const xmlNode *node, gpointer data)
{
  Mixed *mixed = data;
  Open open;

  if (node->type != XML_ELEMENT_NODE)
    return;
  open = g_array_index (mixed->open, Open, mixed->open->len - 1);
  /* It is itself no longer open. */
  g_array_index (mixed->open, Open, mixed->open->len - 1).role.name = NULL;
  g_array_set_size (mixed->open, mixed->open->len - 1);
  end (mixed, &open);
  g_free (open.role.name);
}

gboolean
jb_mixed_is_nested (const xmlNode *element)
{
  guint n = 0;

  for (const xmlNode *node = element->parent; node != NULL && n < MAX_NESTED; node = node->parent)
    n += jb_xml_is (node, (const char *) element->name);
  return n == MAX_NESTED;
}

void
jb_mixed_add (JbDecodedBuilder *builder, const xmlNode *top, JbMixedJudge judge, gpointer data)
{
  static const JbXmlVisitor visitor = { enter, leave };
  Mixed mixed = { .builder = builder, .text = jb_tagged_line_new (), .judge = judge, .data = data };

  mixed.open = g_array_new (FALSE, FALSE, sizeof (Open));
  g_array_set_clear_func (mixed.open, clear_open);
  jb_xml_visit (top, &visitor, &mixed);
  end_line (&mixed);
  g_array_unref (mixed.open);
  jb_tagged_line_free (mixed.text);
}
