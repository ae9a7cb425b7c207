/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the program waits for its helper; only tests have less patience than there is. */
#pragma once

#include "jb-reader-process.h"

G_BEGIN_DECLS

typedef struct
{
  guint step;   /* seconds for an answer or any progress */
  guint whole;  /* seconds for all of it */
} JbReaderPatience;

/* For text that is decoded, and for text that is recognised in pictures. */
#define JB_READER_PATIENCE             ((JbReaderPatience) { 10, 300 })
#define JB_READER_RECOGNITION_PATIENCE ((JbReaderPatience) { 120, 2 * 3600 })

/* Takes the place of both; to be called before anything is read. */
void jb_reader_process_set_patience (JbReaderProcess *self, JbReaderPatience patience);

G_END_DECLS
