/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a page says about itself: which size its running text has, which lines are page numbers and running heads. */
#pragma once

#include "jb-page-paragraphs.h"

G_BEGIN_DECLS

/* How many characters there are of each size. */
typedef struct _JbPageSizes JbPageSizes;

JbPageSizes *jb_page_sizes_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void         jb_page_sizes_free (JbPageSizes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbPageSizes, jb_page_sizes_free)

void   jb_page_sizes_add      (JbPageSizes *self, double size, guint n_chars);
/* Returns: the size most characters have, 10.5 where there are none */
double jb_page_sizes_get_most (const JbPageSizes *self);

typedef enum
{
  JB_PAGE_ROLE_TEXT,
  JB_PAGE_ROLE_NUMBER,    /* a page number */
  JB_PAGE_ROLE_REPEATED,  /* a running head, where it stands again */
  JB_PAGE_ROLE_HEAD,      /* a running head, where it stands first, or else a line in the margin */
} JbPageRole;

/**
 * jb_page_furniture_find:
 * @paragraphs: (element-type JbPageParagraph): of all pages
 * @sheets: (element-type JbSheetSize)
 *
 * A running head stands in the margin of several pages at the same height, and reads the same but for its digits.
 *
 * Returns: (transfer full): a JbPageRole for each paragraph
 */
guint8 *jb_page_furniture_find (const GArray *paragraphs, const GArray *sheets) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
