/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library in a folder of its own that goes with the test, and its whole content as text. */
#pragma once

#include "jb-library.h"

typedef struct
{
  char      *folder;   /* owned, removed at the end */
  char      *path;     /* owned, of the library */
  JbLibrary *library;  /* owned, open */
} JbTestLibrary;

void jb_test_library_set_up    (JbTestLibrary *self, gconstpointer data);
void jb_test_library_tear_down (JbTestLibrary *self, gconstpointer data);

/* Closes it and opens it again. */
void jb_test_library_reopen (JbTestLibrary *self);

/* Returns: (transfer full): all rows of all logged tables, byte for byte the same for the same content */
char *jb_test_library_dump (JbTestLibrary *self);

/* Returns: (transfer full): path of a new file in the folder */
char *jb_test_library_write_file (JbTestLibrary *self, const char *name, const void *bytes, gssize n_bytes);
