/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-names.h"

static const struct
{
  JbWordList    list;
  JbEntityType  type;
  const char   *rule;
} kinds[] = {
  { JB_WORD_PROVINCE, JB_ENTITY_TYPE_PLACE, "known-place" },
  { JB_WORD_CITY, JB_ENTITY_TYPE_PLACE, "known-place" },
  { JB_WORD_COUNTRY, JB_ENTITY_TYPE_PLACE, "known-place" },
  { JB_WORD_LANDMARK, JB_ENTITY_TYPE_PLACE, "known-place" },
  { JB_WORD_ORGANISATION, JB_ENTITY_TYPE_ORGANISATION, "known-organisation" },
  { JB_WORD_CAMPAIGN, JB_ENTITY_TYPE_CAMPAIGN, "known-campaign" },
  { JB_WORD_KNOWN_LEADER, JB_ENTITY_TYPE_LEADER, "known-leader" },
};

/* 中国特色, 中国共产党: the country is not meant as a place. */
static gboolean
is_adjective (const JbScan *scan, guint end)
{
  return jb_scan_has_text (scan, end, "特色") || jb_scan_has_text (scan, end, "式") ||
         jb_scan_has_text (scan, end, "化");
}

/* 发展[中国]家 */
static gboolean
is_developing (const JbScan *scan, guint start)
{
  return start >= 2 && jb_scan_has_text (scan, start - 2, "发展中国家");
}

void
jb_names_known_find (JbScan *scan, const JbRules *rules)
{
  for (guint i = 0; i < scan->hits->len; i++)
    {
      const JbTrieHit *hit = &g_array_index (scan->hits, JbTrieHit, i);
      JbWordSet lists = rules->words[hit->key].lists;

      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        if (lists & JB_WORD_BIT (kinds[k].list))
          {
            if (kinds[k].type == JB_ENTITY_TYPE_PLACE)
              {
                if (is_adjective (scan, hit->end) || is_developing (scan, hit->start))
                  continue;
                scan->names[hit->end] = MAX (scan->names[hit->end], (guint8) (hit->end - hit->start));
              }
            /* [民建]城 */
            if (kinds[k].list == JB_WORD_ORGANISATION && hit->end - hit->start == 2 &&
                (!jb_scan_is_word_border (scan, hit->start) || !jb_scan_is_word_border (scan, hit->end)))
              continue;
            jb_scan_add (scan, hit->start, hit->end, kinds[k].type, kinds[k].rule, 0.9);
          }
    }
}
