/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a fuzzer begins with: the inputs of tests/data/import, each given to those targets that want it; archives also as their
 * members (fuzz-zip.h), and what came out of them for the target that reads the helper's answers. */
#pragma once

#include <glib.h>

typedef void (*FuzzSeedFunc) (const char *target, const char *name, GBytes *seed, gpointer data);

/* Calls @func with each seed of each target. @tests: the tree's folder of tests */
void fuzz_seeds_foreach (const char *tests, FuzzSeedFunc func, gpointer data);
