/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pinyin of names, to sort them and to find them by typing Latin letters. Characters with several
 * readings get their most usual one, or the one they have in names. Where
 * ICU came without its transliteration data, a name is its own spelling. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _JbPinyin JbPinyin;

/* The first name costs tens of milliseconds, and each one it has not met before a fraction of one; so it is kept. Names are
 * spelled by one thread at a time; any may reference and release it. Returns: (transfer full) */
JbPinyin *jb_pinyin_new   (void) G_GNUC_WARN_UNUSED_RESULT;
JbPinyin *jb_pinyin_ref   (JbPinyin *self);
void      jb_pinyin_unref (JbPinyin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbPinyin, jb_pinyin_unref)

/* @as_surname: whether the first character is read as a surname: 单 is shan, 曾 is zeng
 * Returns: (transfer full): lower-case syllables with spaces between: "chen guang jie dao" */
char *jb_pinyin_spell (JbPinyin *self, const char *name, gboolean as_surname) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the first letters of words separated by spaces: "cgjd" */
char *jb_pinyin_take_initials (const char *spelled) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
