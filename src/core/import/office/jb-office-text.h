/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The paragraphs of a word processor's file, kept until all are known: only then can be told which lines stand out, what the title
 * is and which tables are tables.
 *
 *   importer ── add, gap, begin_table … ──▶ JbOfficeText ── finish ──▶ JbDecoded with hints
 *
 * What a paragraph's style says (its role) comes before what its looks say. */
#pragma once

#include "jb-decoded.h"

G_BEGIN_DECLS

typedef enum
{
  JB_OFFICE_ROLE_NONE,     /* running text, or nothing known */
  JB_OFFICE_ROLE_TITLE,
  JB_OFFICE_ROLE_DECK,     /* subtitle */
  JB_OFFICE_ROLE_HEADING,  /* with an outline level */
  JB_OFFICE_ROLE_CAPTION,
  JB_OFFICE_ROLE_OTHER,    /* a line of a table of contents */
} JbOfficeRole;

/* How a paragraph is set, as far as the file says it. */
typedef struct
{
  JbOfficeRole role;
  guint        level;       /* outline level of a heading, from 1 */
  double       size;        /* points, of most of its characters; 0 where it is not said */
  gboolean     is_bold;     /* most of its characters */
  gboolean     is_centred;
  gboolean     is_display;  /* most of its characters in a typeface of headlines, see jb_office_is_display_face() */
} JbOfficeLook;

/* Whether there is nothing but white space in @text, ideographic spaces too. */
gboolean jb_office_is_blank (const char *text);

/* Whether @text ends like a sentence, white space and closing marks apart. */
gboolean jb_office_ends_sentence (const char *text);

typedef struct _JbOfficeText JbOfficeText;

JbOfficeText *jb_office_text_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void          jb_office_text_free (JbOfficeText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbOfficeText, jb_office_text_free)

/**
 * jb_office_text_add:
 * @text: UTF-8; \n is a line break within the paragraph, \t a tab
 *
 * Adds a paragraph. One whose lines are paragraphs (a break behind a sentence) is cut there. One with nothing on it is a gap.
 */
void jb_office_text_add (JbOfficeText *self, const char *text, const JbOfficeLook *look);

/**
 * jb_office_text_add_numbered:
 * @number: (nullable): its number in a list, see jb_numbering_join() for it and @has_space
 * @has_picture: a picture stands in it; that counts where nothing else does
 *
 * Adds a paragraph as jb_office_text_add() does. One with nothing on it has no number either.
 */
void jb_office_text_add_numbered (JbOfficeText *self, const char *number, gboolean has_space, const char *text,
                                  gboolean has_picture, const JbOfficeLook *look);

/* Blank lines before whatever comes next; gaps do not add up. */
void jb_office_text_add_gap (JbOfficeText *self, guint n_lines);

/* A picture stands here, in a paragraph of its own. */
void jb_office_text_add_picture (JbOfficeText *self);

/* A table, which may stand in a cell of another; one of a single cell is a box, not a table. */
void jb_office_text_begin_table (JbOfficeText *self);
void jb_office_text_end_table   (JbOfficeText *self);
void jb_office_text_begin_cell  (JbOfficeText *self);
void jb_office_text_end_cell    (JbOfficeText *self);

gboolean jb_office_text_is_in_table (const JbOfficeText *self);

/* Moves all paragraphs of @other to the end of @self, with gaps around. */
void jb_office_text_take (JbOfficeText *self, JbOfficeText *other);

/* Returns: TRUE where more text came than may be; the importer may stop */
gboolean jb_office_text_is_full (const JbOfficeText *self);

/* Returns: (transfer full) (nullable): errors as jb_decoded_builder_finish() */
JbDecoded *jb_office_text_finish (JbOfficeText *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_office_role_from_style:
 * @name: (nullable): a style's name for people: heading 2, 标题 2, Title, 副标题, 题注 …
 * @level: (out): of a heading
 */
JbOfficeRole jb_office_role_from_style (const char *name, guint *level);

/* Whether @font (nullable) is one that Chinese offices and newspapers set headlines in: 小标宋, 黑体 and the like */
gboolean jb_office_is_display_face (const char *font);

G_END_DECLS
