/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Name characters: what single characters tell about the names of people, from the lists of characters in
 * resources/rules. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JB_NAME_CHARACTER_GIVEN          = 1 << 0,  /* often in given names */
  JB_NAME_CHARACTER_FOREIGN        = 1 << 1,  /* writes the sounds of foreign names */
  JB_NAME_CHARACTER_FOREIGN_STRONG = 1 << 2,  /* and hardly meets others of its kind in a Chinese word */
  JB_NAME_CHARACTER_NO_END         = 1 << 3,  /* ends names of other kinds: 村, 局 */
} JbNameCharacterTraits;

/* Returns: what is known of @c, of JbNameCharacterTraits */
guint jb_name_character_get_traits (gunichar c);

/* Returns: the place of @c among the commonest characters of the language of bulletins, from 0; a large number where
 * it is none of them */
guint jb_name_character_get_rank (gunichar c);

/* Returns: the place of @c among the commonest surnames, from 0; a large number where it is none of them */
guint jb_name_character_get_surname_rank (gunichar c);

G_END_DECLS
