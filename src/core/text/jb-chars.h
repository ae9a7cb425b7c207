/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Classes of characters in Chinese running text, and small functions on code points. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as code points: what everything that looks at single characters works on. */
typedef struct
{
  gunichar *chars;  /* owned, followed by a 0 that is not counted */
  guint     length;
} JbChars;

/* Returns: (transfer full): the code points of valid UTF-8; @n_bytes is -1 for a NUL-terminated string */
JbChars *jb_chars_new  (const char *utf8, gssize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void     jb_chars_free (JbChars *chars);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbChars, jb_chars_free)

/* Whether the characters from @at on are @utf8; behind the text are none. */
gboolean jb_chars_has_text (const JbChars *chars, guint at, const char *utf8);

/* Returns: (transfer full): the UTF-8 of the code points [@start, @end) */
char *jb_chars_to_utf8 (const JbChars *chars, guint start, guint end) G_GNUC_WARN_UNUSED_RESULT;

/* Unified ideographs with extensions A to H, compatibility ideographs, and 〇. */
gboolean jb_char_is_han (gunichar c);

/* Space, tab, no-break space, ideographic space; line ends are not among them. */
gboolean jb_char_is_blank (gunichar c);

/* The marks that end a sentence: 。！？!?… */
gboolean jb_char_ends_sentence (gunichar c);

/* Those and the ones that end a clause: ，,；;：: */
gboolean jb_char_ends_clause (gunichar c);

/* The marks that may follow a sentence's end inside it: ” ’ 」 』 ） ) 】 》 */
gboolean jb_char_is_closer (gunichar c);

/* The marks that open: “ ‘ 「 『 （ ( 【 《 〈 〔 */
gboolean jb_char_is_opener (gunichar c);

/* Commas, stops, quotes, brackets, dashes of both widths. */
gboolean jb_char_is_punctuation (gunichar c);

/* A number sign, ASCII or full width: 0-9 ０-９ */
gboolean jb_char_is_digit (gunichar c);

/* The Chinese numeral characters: 〇零一二三四五六七八九十百千万亿两 */
gboolean jb_char_is_numeral (gunichar c);

/* Full-width ASCII (U+FF01 to U+FF5E) and the ideographic space as plain ASCII; others as they are. */
gunichar jb_char_fold_width (gunichar c);

/**
 * jb_text_fold:
 *
 * The form two texts are compared by: full width folded, ASCII letters lower, white space dropped.
 *
 * Returns: (transfer full): UTF-8
 */
char *jb_text_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
