/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rich Text Format 1.9.1: tokens and what they do to the parser's state.
 *
 *   jb-rtf-reader ── tokens ──▶ here ┬ words (jb-rtf-words) ──▶ state, jb-rtf-destination
 *                                    └ bytes, characters ────▶ jb-rtf-text ──▶ jb-rtf-flow
 */
#include "jb-code-page.h"
#include "jb-import-formats.h"
#include "jb-rtf-destination.h"
#include "jb-rtf-text.h"
#include "jb-rtf-words.h"

#include <string.h>

#define MAX_DEPTH    1000  /* groups in one another; what is deeper is left out */
#define MAX_FALLBACK 64    /* of \uc */

static void
reset_characters (JbRtfParser *self)
{
  jb_rtf_text_flush (self, FALSE);
  self->state.font = self->default_font;
  self->state.half_size = 24;
  self->state.is_bold = self->state.is_hidden = self->state.is_deleted = self->state.is_asian = FALSE;
  self->state.asian_font = -1;
}

static void
reset_paragraph (JbRtfParser *self)
{
  self->state.style = self->state.outline = -1;
  self->state.is_centred = self->state.in_table = FALSE;
}

static void
begin_font (JbRtfParser *self, int number)
{
  jb_rtf_text_flush (self, TRUE);
  self->font = number;
  g_string_truncate (jb_rtf_tables_add_font (self->tables, number)->name, 0);
}

static void
set_charset (JbRtfParser *self, guint charset)
{
  JbRtfFont *font = jb_rtf_tables_get_font (self->tables, self->font);

  if (self->state.target != JB_RTF_TO_FONTS || font == NULL)
    return;
  font->code_page = jb_code_page_from_charset (charset);
  font->is_symbol = charset == 2;
}

static void
set_code_page (JbRtfParser *self, int page)
{
  JbRtfFont *font = jb_rtf_tables_get_font (self->tables, self->font);

  if (self->state.target == JB_RTF_TO_FONTS && font != NULL)
    font->code_page = (guint) CLAMP (page, 0, 65535);
}

/* Words that say where text goes. */
static void
apply_destination (JbRtfParser *self, JbRtfMeaning meaning)
{
  switch ((int) meaning)
    {
    case JB_RTF_MEANS_LEAVE_OUT:
      jb_rtf_destination_leave_out (self, FALSE);
      break;
    case JB_RTF_MEANS_SHAPE:
      jb_rtf_destination_leave_out (self, TRUE);
      break;
    case JB_RTF_MEANS_BACK:
      jb_rtf_destination_lead_back (self);
      break;
    case JB_RTF_MEANS_BOX:
      jb_rtf_destination_begin_box (self);
      break;
    case JB_RTF_MEANS_PICTURE:
      jb_rtf_destination_see_picture (self);
      break;
    case JB_RTF_MEANS_FONTS:
      jb_rtf_destination_set (self, JB_RTF_TO_FONTS);
      break;
    case JB_RTF_MEANS_STYLES:
      jb_rtf_destination_set (self, JB_RTF_TO_STYLES);
      break;
    case JB_RTF_MEANS_NUMBER:
      jb_rtf_destination_set (self, JB_RTF_TO_NUMBER);
      break;
    default:
      break;
    }
}

/* Words that stand for something in the text. */
static void
apply_content (JbRtfParser *self, JbRtfMeaning meaning, gunichar value)
{
  if (self->state.target == JB_RTF_TO_NUMBER && meaning == JB_RTF_MEANS_TAB)
    jb_rtf_text_append_char (self, '\t');
  if (self->state.target == JB_RTF_TO_NUMBER && meaning == JB_RTF_MEANS_CHARACTER)
    jb_rtf_text_append_char (self, value);
  if (self->state.target != JB_RTF_TO_BODY)
    return;
  switch ((int) meaning)
    {
    case JB_RTF_MEANS_PARAGRAPH:
      jb_rtf_destination_end_paragraph (self, self->state.in_table);
      break;
    case JB_RTF_MEANS_SECTION:
      jb_rtf_destination_end_paragraph (self, FALSE);
      jb_office_text_add_gap (jb_rtf_parser_get_flow (self)->text, 1);
      break;
    case JB_RTF_MEANS_PAGE:
      jb_rtf_destination_end_page (self);
      break;
    case JB_RTF_MEANS_CELL:
      jb_rtf_destination_end_paragraph (self, TRUE);
      jb_rtf_flow_end_cell (jb_rtf_parser_get_flow (self));
      break;
    case JB_RTF_MEANS_ROW:
      jb_rtf_text_flush (self, TRUE);
      jb_rtf_flow_end_cell (jb_rtf_parser_get_flow (self));
      break;
    case JB_RTF_MEANS_PAGE_BEFORE:
      jb_office_text_add_gap (jb_rtf_parser_get_flow (self)->text, 1);
      break;
    default:
      jb_rtf_text_append_char (self, meaning == JB_RTF_MEANS_LINE ? '\n' : meaning == JB_RTF_MEANS_TAB ? '\t' : value);
      break;
    }
}

/* Words about the characters that follow. */
static void
apply_format (JbRtfParser *self, JbRtfMeaning meaning, const JbRtfToken *token)
{
  gboolean is_on = !token->has_number || token->number != 0;
  JbRtfState *state = &self->state;

  if (meaning == JB_RTF_MEANS_FONT && state->target == JB_RTF_TO_FONTS)
    {
      begin_font (self, token->number);
      return;
    }
  jb_rtf_text_flush (self, FALSE);
  switch ((int) meaning)
    {
    case JB_RTF_MEANS_FONT:
      state->font = token->number;
      break;
    case JB_RTF_MEANS_ASIAN_FONT:
      state->asian_font = state->is_asian ? token->number : state->asian_font;
      break;
    case JB_RTF_MEANS_SLOT:
    case JB_RTF_MEANS_ASIAN_SLOT:
      state->is_asian = meaning == JB_RTF_MEANS_ASIAN_SLOT;
      break;
    case JB_RTF_MEANS_SIZE:
      state->half_size = CLAMP (token->number, 0, 3276);
      break;
    case JB_RTF_MEANS_BOLD:
      state->is_bold = is_on;
      break;
    case JB_RTF_MEANS_HIDDEN:
      state->is_hidden = is_on;
      break;
    case JB_RTF_MEANS_DELETED:
      state->is_deleted = is_on;
      break;
    default:
      reset_characters (self);
      break;
    }
}

/* Words about the paragraph, or the style that is declared. */
static void
apply_paragraph (JbRtfParser *self, JbRtfMeaning meaning, int number)
{
  JbRtfState *state = &self->state;
  gboolean is_declared = state->target == JB_RTF_TO_STYLES;

  switch ((int) meaning)
    {
    case JB_RTF_MEANS_STYLE:
      *(is_declared ? &self->style : &state->style) = number;
      break;
    case JB_RTF_MEANS_OTHER_STYLE:
      if (is_declared)
        self->style = -1;
      break;
    case JB_RTF_MEANS_OUTLINE:
      *(is_declared ? &self->style_outline : &state->outline) = number;
      break;
    case JB_RTF_MEANS_BASED_ON:
      self->style_parent = number;
      break;
    case JB_RTF_MEANS_CENTRED:
    case JB_RTF_MEANS_NOT_CENTRED:
      state->is_centred = meaning == JB_RTF_MEANS_CENTRED;
      break;
    case JB_RTF_MEANS_IN_TABLE:
      state->in_table = TRUE;
      break;
    default:
      reset_paragraph (self);
      break;
    }
}

/* Words about how text is written in the file. */
static void
apply_encoding (JbRtfParser *self, JbRtfMeaning meaning, const JbRtfToken *token, gunichar value)
{
  int number = token->number;

  switch ((int) meaning)
    {
    case JB_RTF_MEANS_CODE_PAGE:
      self->has_code_page = number > 0;
      self->code_page = number > 0 && number <= 65535 ? (guint) number : JB_RTF_LATIN;
      break;
    case JB_RTF_MEANS_CODE_PAGE_IS:
      self->code_page = value;
      break;
    case JB_RTF_MEANS_DEFAULT_FONT:
      self->default_font = self->state.font = number;
      break;
    case JB_RTF_MEANS_UNICODE:
      jb_rtf_text_read_unicode (self, number);
      break;
    case JB_RTF_MEANS_FALLBACK:
      self->state.n_fallback = CLAMP (number, 0, MAX_FALLBACK);
      break;
    case JB_RTF_MEANS_CHARSET:
      set_charset (self, (guint) MAX (number, 0));
      break;
    case JB_RTF_MEANS_FONT_PAGE:
    default:
      set_code_page (self, number);
      break;
    }
}

static void
read_word (JbRtfParser *self, const JbRtfToken *token)
{
  const JbRtfWord *word = jb_rtf_words_find (token->word);
  gboolean is_starred = self->state.is_starred;

  /* The fallback of a character may be a word: \u8212\emdash */
  if (self->n_skip > 0 && word != NULL && word->meaning == JB_RTF_MEANS_CHARACTER)
    {
      self->n_skip--;
      return;
    }
  self->n_skip = 0;
  self->state.is_starred = strcmp (token->word, "*") == 0;
  if (self->state.is_starred)
    return;
  if (word == NULL)
    {
      if (is_starred)
        jb_rtf_destination_leave_out (self, FALSE);
      return;
    }
  /* A style that is declared with a star is one of characters, or the like. */
  if (is_starred && word->meaning > JB_RTF_LAST_DESTINATION)
    jb_rtf_destination_leave_out (self, FALSE);
  else if (word->meaning <= JB_RTF_LAST_DESTINATION)
    apply_destination (self, word->meaning);
  else if (word->meaning <= JB_RTF_LAST_CONTENT)
    apply_content (self, word->meaning, word->value);
  else if (word->meaning <= JB_RTF_LAST_FORMAT)
    apply_format (self, word->meaning, token);
  else if (word->meaning <= JB_RTF_LAST_PARAGRAPH)
    apply_paragraph (self, word->meaning, token->number);
  else
    apply_encoding (self, word->meaning, token, word->value);
}

static void
open_group (JbRtfParser *self)
{
  self->n_skip = 0;
  if (self->states->len >= MAX_DEPTH)
    {
      self->n_overflow++;
      return;
    }
  jb_rtf_text_flush (self, FALSE);
  g_array_append_val (self->states, self->state);
  self->state.is_starred = self->state.is_box = FALSE;
  if (self->state.target == JB_RTF_TO_STYLES)
    {
      self->style = 0;
      self->style_outline = self->style_parent = -1;
      g_string_truncate (self->style_name, 0);
    }
}

static void
close_group (JbRtfParser *self)
{
  const JbRtfState *outer;

  self->n_skip = 0;
  if (self->n_overflow > 0)
    {
      self->n_overflow--;
      return;
    }
  if (self->states->len == 0)
    return;
  outer = &g_array_index (self->states, JbRtfState, self->states->len - 1);
  jb_rtf_text_flush (self, self->state.is_box || outer->target != self->state.target);
  if (self->state.is_box)
    jb_rtf_destination_end_box (self);
  self->state = *outer;
  g_array_set_size (self->states, self->states->len - 1);
}

/* Returns: FALSE at the end of the text */
static gboolean
read_token (JbRtfParser *self)
{
  JbRtfToken token;

  jb_rtf_reader_next (&self->reader, &token);
  switch (token.type)
    {
    case JB_RTF_OPEN:
      open_group (self);
      return TRUE;
    case JB_RTF_CLOSE:
      close_group (self);
      return self->states->len > 0;
    case JB_RTF_WORD:
      if (self->n_overflow == 0)
        read_word (self, &token);
      return TRUE;
    case JB_RTF_BYTE:
      if (self->n_overflow == 0)
        jb_rtf_text_read_byte (self, &token);
      return TRUE;
    case JB_RTF_END:
    default:
      return FALSE;
    }
}

static gboolean
recognise (const JbInput *input)
{
  return jb_input_begins_with (input, "{\\rtf") || jb_input_begins_with (input, "\xef\xbb\xbf{\\rtf");
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(JbRtfTables) tables = jb_rtf_tables_new ();
  g_autoptr(GArray) states = g_array_new (FALSE, FALSE, sizeof (JbRtfState));
  g_autoptr(GPtrArray) flows = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_rtf_flow_free);
  g_autoptr(GString) bytes = g_string_new (NULL);
  g_autoptr(GString) style_name = g_string_new (NULL);
  JbRtfParser parser = {
    .tables = tables, .states = states, .flows = flows, .bytes = bytes, .style_name = style_name, .code_page = JB_RTF_LATIN,
    .state = { .target = JB_RTF_TO_BODY, .n_fallback = 1, .half_size = 24, .style = -1, .outline = -1, .asian_font = -1 },
  };

  parser.reader.data = g_bytes_get_data (input->bytes, &parser.reader.n_bytes);
  if (!jb_input_begins_with (input, "{"))
    parser.reader.at = 3;
  g_ptr_array_add (flows, jb_rtf_flow_new ());
  while (read_token (&parser) && !jb_office_text_is_full (jb_rtf_parser_get_flow (&parser)->text))
    ;
  while (flows->len > 1)
    jb_rtf_destination_end_box (&parser);
  parser.state.target = JB_RTF_TO_BODY;
  jb_rtf_destination_end_flow (&parser);
  return jb_office_text_finish (jb_rtf_parser_get_flow (&parser)->text, error);
}

const JbImporter jb_import_rtf = { "application/rtf", recognise, decode };
