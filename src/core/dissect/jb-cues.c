/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-cues.h"

#include <string.h>

#include "jb-resource.h"

typedef struct
{
  gunichar *chars;  /* owned */
  guint     length;
} Cue;

static const char *const files[JB_N_CUES] = {
  [JB_CUES_CAPTION_ENDINGS] = "caption-endings",
  [JB_CUES_CAPTION_OPENERS] = "caption-openers",
  [JB_CUES_CAPTION_OWNERS] = "caption-owners",
  [JB_CUES_CAPTION_PEOPLE] = "caption-people",
  [JB_CUES_CORRESPONDENTS] = "correspondents",
  [JB_CUES_CREDITS] = "credits",
  [JB_CUES_INSETS] = "insets",
  [JB_CUES_JOINTS] = "joints",
  [JB_CUES_KICKER_ENDINGS] = "kicker-endings",
  [JB_CUES_MASTHEAD_CONTACTS] = "masthead-contacts",
  [JB_CUES_MASTHEAD_IMPRINTS] = "masthead-imprints",
  [JB_CUES_MASTHEAD_NAMES] = "masthead-names",
  [JB_CUES_MASTHEAD_NOT_NAMES] = "masthead-not-names",
  [JB_CUES_MASTHEAD_PUBLISHERS] = "masthead-publishers",
  [JB_CUES_META_LABELS] = "meta-labels",
  [JB_CUES_NOT_NAMES] = "not-names",
  [JB_CUES_PHOTOGRAPHERS] = "photographers",
  [JB_CUES_POSTS] = "posts",
  [JB_CUES_PREFACES] = "prefaces",
  [JB_CUES_PROMOTIONS] = "promotions",
  [JB_CUES_REFERENCES] = "references",
  [JB_CUES_REPORTERS] = "reporters",
  [JB_CUES_RUN_INS] = "run-ins",
  [JB_CUES_SECTIONS] = "sections",
  [JB_CUES_STATEMENT_LABELS] = "statement-labels",
  [JB_CUES_SUPPLIERS] = "suppliers",
  [JB_CUES_SURNAMES] = "surnames",
  [JB_CUES_TEASERS] = "teasers",
  [JB_CUES_UNITS] = "units",
  [JB_CUES_WRITING_MARKS] = "writing-marks",
};

/* Never freed: the lists live as long as the program. */
static GArray *
load (JbCues cues)
{
  /* Surnames are the tagger's too. */
  g_autofree char *path = g_strdup_printf ("rules/%s%s.txt", cues == JB_CUES_SURNAMES ? "" : "page-", files[cues]);
  g_auto(GStrv) lines = jb_resource_load_lines (path);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Cue));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      glong length;
      Cue cue = { g_utf8_to_ucs4_fast (lines[i], -1, &length), 0 };

      cue.length = (guint) length;
      g_array_append_val (list, cue);
    }
  return list;
}

static const GArray *
get (JbCues cues)
{
  static GArray *lists[JB_N_CUES];

  if (g_once_init_enter (&lists[cues]))
    g_once_init_leave (&lists[cues], load (cues));
  return lists[cues];
}

static gboolean
is_at (const Cue *cue, const gunichar *text, guint length)
{
  return cue->length <= length && memcmp (text, cue->chars, cue->length * sizeof *text) == 0;
}

guint
jb_cues_match_start (JbCues cues, const gunichar *text, guint length)
{
  const GArray *list = get (cues);
  guint longest = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const Cue *cue = &g_array_index (list, Cue, i);

      if (cue->length > longest && is_at (cue, text, length))
        longest = cue->length;
    }
  return longest;
}

guint
jb_cues_match_end (JbCues cues, const gunichar *text, guint length)
{
  const GArray *list = get (cues);
  guint longest = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const Cue *cue = &g_array_index (list, Cue, i);

      if (cue->length > longest && cue->length <= length &&
          is_at (cue, text + (length - cue->length), cue->length))
        longest = cue->length;
    }
  return longest;
}

gboolean
jb_cues_find (JbCues cues, const gunichar *text, guint length, guint *start)
{
  for (guint i = 0; i < length; i++)
    if (jb_cues_match_start (cues, text + i, length - i) > 0)
      {
        if (start != NULL)
          *start = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
jb_cues_equal (JbCues cues, const gunichar *text, guint length)
{
  return length > 0 && jb_cues_match_start (cues, text, length) == length;
}

int
jb_cues_rank_start (JbCues cues, const gunichar *text, guint length, guint *cue_length)
{
  const GArray *list = get (cues);

  for (guint i = 0; i < list->len; i++)
    {
      const Cue *cue = &g_array_index (list, Cue, i);

      if (is_at (cue, text, length))
        {
          *cue_length = cue->length;
          return (int) i;
        }
    }
  return -1;
}
