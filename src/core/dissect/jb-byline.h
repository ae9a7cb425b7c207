/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who wrote it: the line 本报记者 某某 通讯员 某某, the run-in 本报讯（记者 某某）, and the mark behind a text. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Bare names in the order of the page, none twice. */
typedef struct
{
  GPtrArray *reporters;       /* owned, of char* */
  GPtrArray *correspondents;  /* owned, of char* */
} JbNames;

JbNames *jb_names_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void     jb_names_free (JbNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbNames, jb_names_free)

/* Returns: (transfer full) */
GStrv jb_names_dup_strv (const GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  JB_BYLINE_NONE,
  JB_BYLINE_WRITERS,
  JB_BYLINE_PICTURE,  /* names photographers only */
} JbByline;

/**
 * jb_byline_read_line:
 * @names: (nullable): the writers' names are added to it
 *
 * Reads a line that consists of roles and names alone: 本报记者 林小雨 通讯员 何清, □记者 王可/文 李明/摄,
 * （记者 王可）, 文/王可 图/李明.
 */
JbByline jb_byline_read_line (const gunichar *text, guint length, JbNames *names);

/* Returns: the code points of 本报讯（记者 …）, 新华社…电（…）, 本报讯 or （记者 …） at the beginning of @text, else 0 */
guint jb_byline_get_run_in (const gunichar *text, guint length);

/* Adds the names of a run-in; in its brackets only those behind a role count, the others are offices. */
void jb_byline_read_run_in (const gunichar *text, guint length, JbNames *names);

/* Adds the names of （记者 …） at the end of a paragraph. */
void jb_byline_read_tail (const gunichar *text, guint length, JbNames *names);

/**
 * jb_byline_is_source:
 *
 * Returns: TRUE where @text is a bracket on a line of its own that says who wrote, sent or put together the text above,
 *   with or without names: （综合报道）, （某某街道 供稿）, （某某 某某）, （本版图片由某某提供）
 */
gboolean jb_byline_is_source (const gunichar *text, guint length);

/* Returns: TRUE where such a line speaks of pictures only */
gboolean jb_byline_is_of_pictures (const gunichar *text, guint length);

/* Adds the names of such a line that stand behind a role. */
void jb_byline_read_source (const gunichar *text, guint length, JbNames *names);

/* Adds the names behind 作者： or 记者： in a line with the date and source of a story. */
void jb_byline_read_meta (const gunichar *text, guint length, JbNames *names);

/* Returns: TRUE where @text can be a person's name: two to four Han characters, or with a · inside, and no office */
gboolean jb_byline_is_name (const gunichar *text, guint length);

G_END_DECLS
