/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules in words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: why @rule suggests a name, a sentence for people, translated; for an unknown rule one that says only that
 * a rule did */
const char *jb_rule_describe (const char *rule);

G_END_DECLS
