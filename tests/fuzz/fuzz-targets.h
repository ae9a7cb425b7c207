/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is fuzzed: each importer, under its media type with - for / and *, and beside them what else reads bytes that a stranger
 * made. Any bytes must give a result or an error for people; what is wrong ends the program. */
#pragma once

#include <glib.h>

typedef struct _FuzzTarget FuzzTarget;

/* Returns: (transfer full) (element-type FuzzTarget): all there are */
GPtrArray *fuzz_targets_list (void);

/* Returns: lent, good in file names */
const char *fuzz_target_get_name (const FuzzTarget *self);

/* Returns: (nullable): name of the list of words in tests/fuzz/dict that helps */
const char *fuzz_target_get_dictionary (const FuzzTarget *self);

/* Returns: whether a file like this is something to begin with */
gboolean fuzz_target_wants (const FuzzTarget *self, GBytes *file);

void fuzz_target_run (const FuzzTarget *self, GBytes *bytes);
