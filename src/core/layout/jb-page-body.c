/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 报核: the editor's note, the sections with their items, and the list of sources. */
#include "jb-page-block.h"

#include "jb-chars.h"

#include <string.h>

typedef struct
{
  JbPageBuilder *builder;    /* lent */
  GPtrArray     *blocks;     /* owned, handed out at the end */
  GPtrArray     *citations;  /* owned, of lent strings, in order of first appearance */
  guint          n_headed;   /* sections with a heading so far */
  gboolean       many_headed;
} Body;

static void
add (Body *self, JbPageBlock *block)
{
  g_ptr_array_add (self->blocks, block);
}

/* The paragraphs of a field: its lines that are not blank. */
static GStrv
split_paragraphs (const char *text)
{
  g_auto(GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (!jb_page_text_is_blank (lines[i]))
      g_strv_builder_add (builder, lines[i]);
  return g_strv_builder_end (builder);
}

static void
add_note (Body *self)
{
  const JbPageStyle *style = self->builder->style;
  g_auto(GStrv) paragraphs = split_paragraphs (self->builder->briefing->note);
  JbTextFormat label = jb_page_builder_format (self->builder, style->note_label_face);
  JbTextFormat format = jb_page_builder_format (self->builder, style->note_face);
  JbComposeOptions options = jb_page_builder_options (self->builder, JB_ALIGN_JUSTIFY);
  double indent = style->note_indent_em * format.em_pt;

  options.width_pt -= 2 * indent;
  options.first_indent_pt = style->indent_em * format.em_pt;
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autoptr(JbLineText) text = jb_line_text_new ();
      JbPageBlock *block;

      if (i == 0)
        jb_line_text_append (text, style->note_label, &label);
      jb_line_text_append (text, g_strstrip (paragraphs[i]), &format);
      block = jb_page_block_new (self->builder, JB_PAGE_NOTE, text, &options);
      block->left_pt = indent;
      block->size_pt = style->note_face.size_pt;
      add (self, block);
    }
}

/* 1 to 99 as in 二十一 */
static char *
chinese_number (guint number)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  guint tens = number / 10;

  if (number > 99)
    return g_strdup_printf ("%u", number);
  return g_strconcat (tens > 1 ? digits[tens] : "", tens > 0 ? "十" : "", digits[number % 10], NULL);
}

/* Whether the editor has put 一、 or （一） there already. */
static gboolean
has_number (const char *heading)
{
  const char *p = heading;

  if (g_utf8_get_char (p) == 0xff08)
    return TRUE;
  while (*p != '\0' && jb_char_is_numeral (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p > heading && g_utf8_get_char (p) == 0x3001;
}

static void
add_heading (Body *self, const char *heading)
{
  const JbPageStyle *style = self->builder->style;
  g_autofree char *stripped = g_strstrip (g_strdup (heading));
  g_autofree char *number = chinese_number (++self->n_headed);
  g_autofree char *text = NULL;
  JbComposeOptions options = jb_page_builder_options (self->builder, JB_ALIGN_JUSTIFY);
  JbPageBlock *block;

  if (style->number_headings && self->many_headed && !has_number (stripped))
    text = g_strconcat (number, "、", stripped, NULL);
  else
    text = g_steal_pointer (&stripped);
  options.first_indent_pt = style->indent_em * jb_page_builder_format (self->builder, style->heading_face).em_pt;
  block = jb_page_block_new_plain (self->builder, JB_PAGE_HEADING, text, style->heading_face, &options);
  block->keep_with_next = TRUE;
  add (self, block);
}

/* Returns: the citation's number in the list of sources, from 1 */
static guint
number_citation (Body *self, const char *citation)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->citations, citation, g_str_equal, &index))
    {
      index = self->citations->len;
      g_ptr_array_add (self->citations, (gpointer) citation);
    }
  return index + 1;
}

static void
append_marker (Body *self, JbLineText *text, const char *citation)
{
  const JbPageStyle *style = self->builder->style;
  JbTextFormat format = jb_page_builder_format (self->builder, style->marker_face);
  g_autofree char *marker = g_strdup_printf ("[%u]", number_citation (self, citation));

  format.em_pt = format.size_pt;
  format.rise_pt = style->marker_rise;
  format.marker = TRUE;
  jb_line_text_append (text, marker, &format);
}

static void
add_item (Body *self, const JbBriefingItem *item)
{
  const JbPageStyle *style = self->builder->style;
  g_auto(GStrv) paragraphs = split_paragraphs (item->text != NULL ? item->text : "");
  JbTextFormat format = jb_page_builder_format (self->builder, style->item_face);
  JbComposeOptions options = jb_page_builder_options (self->builder, JB_ALIGN_JUSTIFY);

  options.first_indent_pt = style->indent_em * format.em_pt;
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autoptr(JbLineText) text = jb_line_text_new ();
      JbPageBlock *block;

      jb_line_text_append (text, g_strchomp (paragraphs[i]), &format);
      if (paragraphs[i + 1] == NULL && !jb_page_text_is_blank (item->citation))
        append_marker (self, text, item->citation);
      block = jb_page_block_new (self->builder, JB_PAGE_ITEM, text, &options);
      block->item = g_strdup (item->id);
      add (self, block);
    }
}

static void
add_sections (Body *self)
{
  const GPtrArray *sections = self->builder->briefing->sections;
  guint n_headed = 0;

  for (guint i = 0; i < sections->len; i++)
    if (!jb_page_text_is_blank (((JbBriefingSection *) g_ptr_array_index (sections, i))->heading))
      n_headed++;
  self->many_headed = n_headed > 1;
  for (guint i = 0; i < sections->len; i++)
    {
      const JbBriefingSection *section = g_ptr_array_index (sections, i);

      if (!jb_page_text_is_blank (section->heading))
        add_heading (self, section->heading);
      for (guint j = 0; j < section->items->len; j++)
        add_item (self, g_ptr_array_index (section->items, j));
    }
}

static void
add_sources_heading (Body *self)
{
  const JbPageStyle *style = self->builder->style;
  JbComposeOptions options = jb_page_builder_options (self->builder, JB_ALIGN_LEFT);
  JbPageBlock *block;

  if (jb_page_text_is_blank (style->sources_heading))
    return;
  block = jb_page_block_new_plain (self->builder, JB_PAGE_SOURCES_HEADING, style->sources_heading,
                                   style->sources_heading_face, &options);
  block->keep_with_next = TRUE;
  block->space_before = TRUE;
  add (self, block);
}

static void
add_sources (Body *self)
{
  const JbPageStyle *style = self->builder->style;
  JbComposeOptions options = jb_page_builder_options (self->builder, JB_ALIGN_JUSTIFY);
  g_autofree char *widest = g_strdup_printf ("[%u]", self->citations->len);
  double indent;

  if (self->citations->len == 0)
    return;
  add_sources_heading (self);
  indent = jb_page_builder_measure (self->builder, widest, style->sources_face) + style->sources_face.size_pt / 2;
  options.width_pt -= indent;
  for (guint i = 0; i < self->citations->len; i++)
    {
      g_autofree char *lead = g_strdup_printf ("[%u]", i + 1);
      JbPageBlock *block = jb_page_block_new_plain (self->builder, JB_PAGE_SOURCE,
                                                    g_ptr_array_index (self->citations, i),
                                                    style->sources_face, &options);

      jb_page_block_set_lead (block, self->builder, lead, style->sources_face, 0);
      block->left_pt = indent;
      block->pitch_pt = style->sources_pitch;
      add (self, block);
    }
}

GPtrArray *
jb_page_body_new (JbPageBuilder *builder)
{
  g_autoptr(GPtrArray) citations = g_ptr_array_new ();
  Body self = { builder, g_ptr_array_new_with_free_func ((GDestroyNotify) jb_page_block_free), citations };

  add_note (&self);
  if (self.blocks->len > 0)
    {
      guint n_note = self.blocks->len;

      add_sections (&self);
      if (self.blocks->len > n_note)
        ((JbPageBlock *) g_ptr_array_index (self.blocks, n_note))->space_before = TRUE;
    }
  else
    {
      add_sections (&self);
    }
  add_sources (&self);
  return self.blocks;
}
