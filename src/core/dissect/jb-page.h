/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of a bulletin, taken apart: decoded text in, masthead and articles with their blocks out.
 *
 *   text ─ lines ─ unwrap ─┬─ masthead, bylines, boxes, captions, pairs   settled one kind after the other
 *                          ├─ rejoin                                      what a column's end cut in two
 *                          ├─ headlines                                   which article, which line is its title
 *                          └─ headings ─ blocks                           the rest, with levels
 *
 * The rules come from looking at bulletins, not from a standard: all they decide can be changed in the editor. */
#pragma once

#include "jb-article.h"
#include "jb-decoded.h"
#include "jb-masthead.h"

G_BEGIN_DECLS

typedef struct
{
  JbMasthead *masthead;  /* owned, NULL where the page has none */
  GPtrArray  *articles;  /* owned, of JbArticle, in reading order */
} JbPage;

/**
 * jb_page_dissect:
 * @text: valid UTF-8 with LF line ends; a lone CR ends a line too
 *
 * Never fails: any line that is not blank becomes part of a block of an article. The blocks' maps count code
 * points of @text. The articles belong to no source yet.
 *
 * Returns: (transfer full): without articles where @text is blank
 */
JbPage *jb_page_dissect (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_page_dissect_decoded:
 *
 * The same with what the format says beyond the words: lines of a known kind are of that kind, stretches that it calls articles are
 * one article each, whole paragraphs are not unwrapped, and the issue it names goes before the one that is found.
 *
 * Returns: (transfer full): without articles where the text is blank
 */
JbPage *jb_page_dissect_decoded (const JbDecoded *decoded) G_GNUC_WARN_UNUSED_RESULT;

void jb_page_free (JbPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbPage, jb_page_free)

G_END_DECLS
