/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 报尾: to whom the issue is reported (报), sent (送) and issued (发), and how many copies are printed.
 * And the page's number. */
#include "jb-page-parts.h"

/* Ends the list of recipients with a stop, where the editor has put no mark. */
static char *
end_with_stop (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *last = g_utf8_find_prev_char (stripped, stripped + strlen (stripped));

  return g_strconcat (stripped, last != NULL && g_unichar_ispunct (g_utf8_get_char (last)) ? "" : "。", NULL);
}

static void
add_row (JbPageFooter *self, JbPageBuilder *builder, JbPagePart part, const char *label, const char *field)
{
  const JbPageStyle *style = builder->style;
  double em = style->footer_face.size_pt;
  double label_width;
  g_autofree char *text = NULL;
  JbComposeOptions options = jb_page_builder_options (builder, JB_ALIGN_JUSTIFY);
  JbPageBlock *block;

  if (jb_page_text_is_blank (field))
    return;
  text = end_with_stop (field);
  label_width = jb_page_text_is_blank (label) ? 0 : g_utf8_strlen (label, -1) * em;
  options.width_pt -= 2 * em + label_width;
  block = jb_page_block_new_plain (builder, part, text, style->footer_face, &options);
  jb_page_block_set_lead (block, builder, label, style->footer_face, em);
  block->left_pt = em + label_width;
  block->pitch_pt = style->footer_pitch;
  g_ptr_array_add (self->rows, block);
}

static void
add_copies (JbPageFooter *self, JbPageBuilder *builder)
{
  const JbPageStyle *style = builder->style;
  g_autofree char *text = NULL;
  JbComposeOptions options = jb_page_builder_options (builder, JB_ALIGN_RIGHT);
  JbPageBlock *block;

  if (jb_page_text_is_blank (builder->briefing->copies))
    return;
  text = jb_page_fill_form (style->footer_copies, "{copies}", builder->briefing->copies);
  options.width_pt -= style->footer_face.size_pt;
  block = jb_page_block_new_plain (builder, JB_PAGE_COPIES, text, style->footer_face, &options);
  block->pitch_pt = style->footer_pitch;
  g_ptr_array_add (self->rows, block);
}

void
jb_page_footer_init (JbPageFooter *self, JbPageBuilder *builder)
{
  const JbPageStyle *style = builder->style;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_page_block_free);
  add_row (self, builder, JB_PAGE_REPORT_TO, style->footer_report, builder->briefing->report_to);
  add_row (self, builder, JB_PAGE_SEND_TO, style->footer_send, builder->briefing->send_to);
  add_row (self, builder, JB_PAGE_ISSUE_TO, style->footer_issue, builder->briefing->issue_to);
  add_copies (self, builder);
  self->height = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const JbPageBlock *row = g_ptr_array_index (self->rows, i);

      self->height += row->composition->lines->len * row->pitch_pt;
    }
}

void
jb_page_footer_clear (JbPageFooter *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

void
jb_page_footer_place (const JbPageFooter *self, const JbPageStyle *style, JbPageSheet *sheet)
{
  double y = style->area_height - self->height;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const JbPageBlock *row = g_ptr_array_index (self->rows, i);

      jb_page_sheet_add_rule (sheet, 0, y, style->area_width,
                              i == 0 ? style->footer_outer_rule : style->footer_inner_rule, style->text);
      for (guint line = 0; line < row->composition->lines->len; line++, y += row->pitch_pt)
        jb_page_sheet_add_line (sheet, row, line, y + (row->pitch_pt - row->size_pt) / 2);
    }
  if (self->rows->len > 0)
    jb_page_sheet_add_rule (sheet, 0, style->area_height - style->footer_outer_rule, style->area_width,
                            style->footer_outer_rule, style->text);
}

void
jb_page_number_place (JbPageBuilder *builder, JbPageSheet *sheet, guint page)
{
  const JbPageStyle *style = builder->style;
  gboolean odd = page % 2 == 0;
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *text = jb_page_fill_form (style->number_form, "{page}", number);
  g_autoptr(JbPageBlock) block = NULL;
  JbComposeOptions options = jb_page_builder_options (builder, JB_ALIGN_CENTRE);

  if (style->number_outside)
    {
      options.align = odd ? JB_ALIGN_RIGHT : JB_ALIGN_LEFT;
      options.width_pt -= 2 * style->number_face.size_pt;
    }
  block = jb_page_block_new_plain (builder, JB_PAGE_NUMBER, text, style->number_face, &options);
  if (style->number_outside)
    block->left_pt = style->number_face.size_pt;
  /* The gap is counted to the dashes, which stand in the middle of the characters' square. */
  jb_page_sheet_add_line (sheet, block, 0,
                          style->area_height + style->number_gap - style->number_face.size_pt / 2);
}
