/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the benchmarks share: their texts, names made up for them, and a clock. */
#pragma once

#include "jb-lexicon.h"

/* Returns: (transfer full) (element-type utf8): the files named on the command line, or the samples; exits where one cannot be
 * read */
GPtrArray *jb_bench_load_texts (int argc, char **argv);

/* Code points of all texts. */
gsize jb_bench_count_chars (GPtrArray *texts);

/**
 * jb_bench_new_lexicon:
 * @texts: (element-type utf8): one name in two hundred stands in them
 *
 * Returns: (transfer full): @n_names different names of two to eight characters of an alphabet as large as that of real lists; the
 *   same for the same arguments
 */
JbLexicon *jb_bench_new_lexicon (GPtrArray *texts, gsize n_names);

typedef void (*JbBenchFunc) (gpointer data);

/* Returns: seconds of processor time that @func takes, the median of @n_runs after one that is not counted */
double jb_bench_measure (JbBenchFunc func, gpointer data, guint n_runs);
