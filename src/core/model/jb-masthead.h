/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Masthead (报头): what a bulletin's front page says about the issue. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Every field is owned and NULL where the page does not say it. */
typedef struct
{
  char *name;       /* 云汀报 */
  char *issue;      /* digits: 621 */
  char *date;       /* ISO */
  char *weekday;    /* 星期二 */
  char *lunar;      /* 庚子年三月廿九, without 农历 */
  char *pages;      /* digits: 4 */
  char *publisher;
} JbMasthead;

#define JB_TYPE_MASTHEAD (jb_masthead_get_type ())
GType jb_masthead_get_type (void);

JbMasthead *jb_masthead_new  (void) G_GNUC_WARN_UNUSED_RESULT;
JbMasthead *jb_masthead_copy (const JbMasthead *self) G_GNUC_WARN_UNUSED_RESULT;
void        jb_masthead_free (JbMasthead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbMasthead, jb_masthead_free)

G_END_DECLS
