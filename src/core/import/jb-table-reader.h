/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of a table in a text: RFC 4180 with any separator. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest cell in quotation marks, in bytes; a mark that is not closed within it is a mistake. */
#define JB_TABLE_MAX_CELL 4096

typedef struct
{
  const char *rest;       /* lent, what has not been read */
  char        separator;  /* ASCII */
  guint       line;       /* of @rest, from 1 */
} JbTableReader;

/* A reader of @text, which must have LF line ends and outlive it. Which of tab, comma and semicolon separates the cells, the first
 * lines say: the one that most of them hold. */
void jb_table_reader_init (JbTableReader *self, const char *text);

/**
 * jb_table_reader_next:
 * @line: (out): where the row begins, from 1
 * @cells: (out) (transfer full) (nullable): without white space around them; NULL where a quotation mark is in the wrong place or
 *   not closed; then only that line is passed over
 *
 * Empty lines are passed over.
 *
 * Returns: FALSE at the end
 */
gboolean jb_table_reader_next (JbTableReader *self, guint *line, GStrv *cells);

G_END_DECLS
