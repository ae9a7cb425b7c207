/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a masthead (报头) line by line: name, issue, date and lunar date, pages, publisher, and the lines
 * around them that belong to no story. */
#pragma once

#include "jb-masthead.h"

G_BEGIN_DECLS

typedef enum
{
  JB_MASTHEAD_LINE_NONE,
  JB_MASTHEAD_LINE_FIELD,      /* name, date, issue, publisher, telephone … */
  JB_MASTHEAD_LINE_PROMOTION,  /* 扫一扫, 二维码 */
  JB_MASTHEAD_LINE_PAGE,       /* 第3版：要闻, A2 */
} JbMastheadLine;

typedef struct _JbMastheadReader JbMastheadReader;

JbMastheadReader *jb_masthead_reader_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void              jb_masthead_reader_free (JbMastheadReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbMastheadReader, jb_masthead_reader_free)

/* Looks at the next line of the page's top. */
JbMastheadLine jb_masthead_reader_feed (JbMastheadReader *self, const gunichar *text, guint length);

/* Takes @text as the name if the masthead has an issue but no name, and it can be one.
 * Returns: TRUE where it was taken */
gboolean jb_masthead_reader_offer_name (JbMastheadReader *self, const gunichar *text, guint length);

/* Returns: TRUE where name, date and another field were found: no headline can stand among them */
gboolean jb_masthead_reader_is_full (const JbMastheadReader *self);

/* Returns: (transfer full) (nullable): NULL unless two fields were found; a date with its weekday is enough on top of
 * the page only */
JbMasthead *jb_masthead_reader_finish (JbMastheadReader *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: TRUE where the line is an invitation to scan or follow, anywhere on a page */
gboolean jb_masthead_is_promotion (const gunichar *text, guint length);

/* Returns: TRUE where the line names the page, anywhere on it: A2版, 第3版：要闻, 02 综合新闻 */
gboolean jb_masthead_is_page_label (const gunichar *text, guint length);

/* Returns: (transfer full) (nullable): the ISO date where the line is a date and nothing more but weekday, hour,
 * source, author and the like */
char *jb_masthead_read_date_line (const gunichar *text, guint length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
