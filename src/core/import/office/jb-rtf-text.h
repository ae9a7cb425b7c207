/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes and characters of an RTF file, on their way to where the parser's state says (RTF 1.9.1, Character Text and Unicode RTF).
 * Bytes are gathered and decoded together, since one character may be written as two bytes in any manner. */
#pragma once

#include "jb-rtf-parser.h"

G_BEGIN_DECLS

#define JB_RTF_LATIN 1252  /* the code page of a file that says none */

/* Decodes what was gathered. @is_end: a character that is only half there will not be completed */
void jb_rtf_text_flush (JbRtfParser *self, gboolean is_end);

/* One character; none where @c is 0 or no character. */
void jb_rtf_text_append_char (JbRtfParser *self, gunichar c);

/* One byte, of the font's code page, or of a fallback that is passed over. */
void jb_rtf_text_read_byte (JbRtfParser *self, const JbRtfToken *token);

/* \u: UTF-16, one unit at a time, as a signed number. */
void jb_rtf_text_read_unicode (JbRtfParser *self, int number);

G_END_DECLS
