/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-layout.h"

#include "jb-chars.h"
#include "jb-page-furniture.h"
#include "jb-page-heads.h"
#include "jb-page-paragraphs.h"
#include "jb-page-turn.h"
#include "jb-page-uprights.h"

#include <math.h>
#include <string.h>

/* More than a page of small print holds; the rest is left out, since the time goes with it. */
#define MAX_GLYPHS 200000

/* A page with fewer characters says little about the size of its running text. */
#define MIN_PAGE_CHARS 120

#define MIN_DISPLAY 1.15

struct _JbPageLayout
{
  GArray       *sheets;      /* owned, of JbSheetSize */
  GArray       *glyphs;      /* owned, of JbGlyph: the page at hand */
  GArray       *paragraphs;  /* owned, of JbPageParagraph */
  JbPageSizes  *sizes;       /* owned: characters of each size in the file */
  char         *title;       /* owned, folded; NULL where it is not known */
};

static void
clear_paragraph (gpointer data)
{
  jb_page_paragraph_clear (data);
}

JbPageLayout *
jb_page_layout_new (void)
{
  JbPageLayout *self = g_new0 (JbPageLayout, 1);

  self->sheets = g_array_new (FALSE, FALSE, sizeof (JbSheetSize));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (JbGlyph));
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (JbPageParagraph));
  g_array_set_clear_func (self->paragraphs, clear_paragraph);
  self->sizes = jb_page_sizes_new ();
  return self;
}

void
jb_page_layout_free (JbPageLayout *self)
{
  g_array_unref (self->sheets);
  g_array_unref (self->glyphs);
  g_array_unref (self->paragraphs);
  jb_page_sizes_free (self->sizes);
  g_free (self->title);
  g_free (self);
}

void
jb_page_layout_set_title (JbPageLayout *self, const char *title)
{
  g_clear_pointer (&self->title, g_free);
  if (title != NULL && g_utf8_validate (title, -1, NULL))
    self->title = jb_text_fold (title);
}

void
jb_page_layout_begin_page (JbPageLayout *self, double width, double height)
{
  JbSheetSize sheet = { width, height };

  g_array_append_val (self->sheets, sheet);
  g_array_set_size (self->glyphs, 0);
}

void
jb_page_layout_add_glyph (JbPageLayout *self, const JbGlyph *glyph)
{
  const JbSheetSize *sheet = &g_array_index (self->sheets, JbSheetSize, self->sheets->len - 1);
  double size = glyph->size, x = glyph->x + glyph->width / 2, y = glyph->y + glyph->height / 2;
  JbGlyph fresh = *glyph;

  /* Also where they are no numbers at all. */
  if (!jb_glyph_is_visible (glyph->c) || !(x >= 0 && x <= sheet->width && y >= 0 && y <= sheet->height) ||
      !(glyph->width >= 0 && glyph->width <= sheet->width) || !(glyph->height >= 0 && glyph->height <= sheet->height) ||
      self->glyphs->len >= MAX_GLYPHS)
    return;
  /* Fonts drawn by hand have sizes that mean nothing. */
  if (!(size > 0.4 * glyph->height && size < 2.5 * glyph->height))
    fresh.size = MAX (glyph->height, glyph->width);
  fresh.size = CLAMP (fresh.size, 1, 2000);
  g_array_append_val (self->glyphs, fresh);
}

static double
find_body_size (JbPageLayout *self)
{
  g_autoptr(JbPageSizes) sizes = jb_page_sizes_new ();

  for (guint i = 0; i < self->glyphs->len; i++)
    {
      double size = g_array_index (self->glyphs, JbGlyph, i).size;

      jb_page_sizes_add (sizes, size, 1);
      jb_page_sizes_add (self->sizes, size, 1);
    }
  return self->glyphs->len >= MIN_PAGE_CHARS ? jb_page_sizes_get_most (sizes) : 0;
}

static void
turn_back (JbPageLayout *self, guint first, JbPageTurn turn, const JbSheetSize *turned)
{
  for (guint i = first; i < self->paragraphs->len; i++)
    {
      GArray *boxes = g_array_index (self->paragraphs, JbPageParagraph, i).text.boxes;

      for (guint j = 0; j < boxes->len; j++)
        jb_page_turn_box_back (turn, &g_array_index (boxes, JbBox, j), turned);
    }
}

void
jb_page_layout_end_page (JbPageLayout *self)
{
  JbSheetSize sheet = g_array_index (self->sheets, JbSheetSize, self->sheets->len - 1);
  double page_body = find_body_size (self), body = page_body > 0 ? page_body : jb_page_sizes_get_most (self->sizes);
  JbPageTurn turn = jb_page_turn_find (self->glyphs);
  guint first = self->paragraphs->len;
  g_autoptr(GArray) pieces = NULL;
  g_autoptr(GArray) lines = NULL;

  if (turn == JB_PAGE_TURN_NONE && 2 * jb_page_uprights_count (self->glyphs, body, &sheet) > self->glyphs->len)
    turn = JB_PAGE_TURN_DOWN;
  jb_page_turn_glyphs (turn, self->glyphs, &sheet);
  if (turn == JB_PAGE_TURN_NONE)
    jb_page_uprights_sort (self->glyphs, body, &sheet);
  pieces = jb_page_pieces_new (self->glyphs);
  if (pieces->len > 0)
    {
      lines = jb_page_order_new (pieces, body, sheet.height);
      jb_page_paragraphs_add (self->paragraphs, lines, pieces, self->glyphs, body, self->sheets->len - 1);
      if (page_body > 0)
        jb_page_heads_mark (self->paragraphs, first, lines, page_body, sheet.width);
    }
  for (guint i = first; i < self->paragraphs->len; i++)
    g_array_index (self->paragraphs, JbPageParagraph, i).body = page_body;
  turn_back (self, first, turn, &sheet);
  g_array_set_size (self->glyphs, 0);
}

gboolean
jb_page_layout_is_empty (const JbPageLayout *self)
{
  return self->paragraphs->len == 0;
}

static JbPageParagraph *
paragraph_at (JbPageLayout *self, guint i)
{
  return &g_array_index (self->paragraphs, JbPageParagraph, i);
}

/* The last paragraph of the page before, apart from notes and running heads, goes on at the head of this one. Returns: whether it
 * did; @right is then empty. */
static gboolean
join_pages (JbPageLayout *self, guint at, const guint8 *roles)
{
  JbPageParagraph *right = paragraph_at (self, at);

  for (guint i = at; i-- > 0;)
    {
      JbPageParagraph *left = paragraph_at (self, i);

      if (left->text.text == NULL || roles[i] != JB_PAGE_ROLE_TEXT)
        continue;
      if (left->last_page + 1 != right->page || !jb_page_paragraph_goes_on (left, right))
        return FALSE;
      jb_page_paragraph_join (left, right);
      return TRUE;
    }
  return FALSE;
}

/* Whether its column is the only one of the page. */
static gboolean
is_broad (JbPageLayout *self, const JbPageParagraph *paragraph)
{
  return paragraph->measure > 0.45 * g_array_index (self->sheets, JbSheetSize, paragraph->page).width;
}

/* Single pages of newspapers end with articles of their own; only pages of one column go on on the next. */
static void
join_all_pages (JbPageLayout *self, const guint8 *roles)
{
  guint page = 0;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      JbPageParagraph *paragraph = paragraph_at (self, i);

      if (roles[i] != JB_PAGE_ROLE_TEXT || paragraph->page == page)
        continue;
      page = paragraph->page;
      if (is_broad (self, paragraph))
        join_pages (self, i, roles);
    }
}

static gboolean
is_display (const JbPageParagraph *paragraph, double body)
{
  if (paragraph->size >= MIN_DISPLAY * body)
    return TRUE;
  /* A line in bold, with nothing beside it. */
  return paragraph->is_bold && paragraph->n_lines <= 2 && paragraph->text.n_chars <= 45 && paragraph->size >= 0.97 * body &&
         !jb_char_ends_sentence (paragraph->text.last) && !paragraph->is_row;
}

static gboolean
is_title (JbPageLayout *self, const JbPageParagraph *paragraph)
{
  g_autofree char *folded = NULL;

  if (self->title == NULL || paragraph->page > 0 || paragraph->text.n_chars < 4)
    return FALSE;
  folded = jb_text_fold (paragraph->text.text->str);
  return strcmp (folded, self->title) == 0;
}

static JbBlockKind
get_head_kind (JbPageHead head)
{
  return head == JB_PAGE_HEAD_TITLE ? JB_BLOCK_KIND_TITLE : head == JB_PAGE_HEAD_KICKER ? JB_BLOCK_KIND_KICKER : JB_BLOCK_KIND_DECK;
}

static guint
write_text (JbPageLayout *self, const JbPageParagraph *paragraph, gboolean is_bold_common, gboolean is_repeated,
            JbDecodedBuilder *builder)
{
  const char *text = paragraph->text.text->str;
  double body = paragraph->body > 0 ? paragraph->body : jb_page_sizes_get_most (self->sizes);

  if (is_repeated)
    return jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_OTHER, 0, text);
  if (is_title (self, paragraph))
    {
      g_clear_pointer (&self->title, g_free);
      return jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_TITLE, 0, text);
    }
  if (paragraph->head != JB_PAGE_HEAD_NONE)
    return jb_decoded_builder_add_kind (builder, get_head_kind (paragraph->head), 0, text);
  if (paragraph->is_caption)
    return jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_CAPTION, 0, text);
  if (!(paragraph->is_margin && paragraph->size < MIN_DISPLAY * body) && is_display (paragraph, body) &&
      (paragraph->size >= MIN_DISPLAY * body || !is_bold_common))
    return jb_decoded_builder_add_display (builder, text);
  /* Nothing that would have to be cleaned has become a glyph. */
  return jb_decoded_builder_add_raw (builder, text);
}

static void
write_paragraph (JbPageLayout *self, const JbPageParagraph *paragraph, gboolean is_bold_common, gboolean is_repeated,
                 JbDecodedBuilder *builder)
{
  guint start = write_text (self, paragraph, is_bold_common, is_repeated, builder);

  if (jb_decoded_builder_get_length (builder) != start + paragraph->text.n_chars + 1)
    return;  /* the text grew too long */
  for (guint i = 0; i < paragraph->text.boxes->len; i++)
    {
      JbBox box = g_array_index (paragraph->text.boxes, JbBox, i);

      box.start += start;
      box.end += start;
      jb_decoded_builder_add_box (builder, &box);
    }
  for (guint i = 0; paragraph->text.doubts != NULL && i < paragraph->text.doubts->len; i++)
    {
      const JbDoubt *doubt = &g_array_index (paragraph->text.doubts, JbDoubt, i);

      jb_decoded_builder_add_doubt (builder, start + doubt->start, start + doubt->end, doubt->confidence);
    }
}

/* A large white area stands for a picture; a smaller one, and a headline, begin something new. */
static guint
get_gap (JbPageLayout *self, const JbPageParagraph *paragraph, const JbPageParagraph *before)
{
  double body = paragraph->body > 0 ? paragraph->body : jb_page_sizes_get_most (self->sizes);
  gboolean is_new = before != NULL && is_display (paragraph, body) && !is_display (before, body);

  if (before == NULL)
    return 0;
  if (paragraph->is_margin != before->is_margin)
    return 1;
  if (paragraph->page != before->last_page)
    return is_new || !is_broad (self, paragraph) ? 1 : 0;
  if (paragraph->is_caption || paragraph->gap > 5)
    return 3;
  return paragraph->gap > 1.6 || is_new ? 1 : 0;
}

/* Where most text is bold, bold says nothing. */
static gboolean
is_bold_common (JbPageLayout *self)
{
  gsize n_chars = 0, n_bold = 0;

  for (guint i = 0; i < self->paragraphs->len; i++)
    if (paragraph_at (self, i)->text.text != NULL)
      {
        n_chars += paragraph_at (self, i)->text.n_chars;
        n_bold += paragraph_at (self, i)->is_bold ? paragraph_at (self, i)->text.n_chars : 0;
      }
  return 3 * n_bold > n_chars;
}

void
jb_page_layout_write (JbPageLayout *self, JbDecodedBuilder *builder)
{
  g_autofree guint8 *roles = jb_page_furniture_find (self->paragraphs, self->sheets);
  const JbPageParagraph *before = NULL;
  gboolean is_common = is_bold_common (self);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const JbSheetSize *sheet = &g_array_index (self->sheets, JbSheetSize, i);

      jb_decoded_builder_add_sheet (builder, sheet->width, sheet->height);
    }
  join_all_pages (self, roles);
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const JbPageParagraph *paragraph = paragraph_at (self, i);

      if (paragraph->text.text == NULL || roles[i] == JB_PAGE_ROLE_NUMBER)
        continue;
      jb_decoded_builder_add_gap (builder, get_gap (self, paragraph, before));
      write_paragraph (self, paragraph, is_common, roles[i] == JB_PAGE_ROLE_REPEATED, builder);
      before = paragraph;
    }
}
