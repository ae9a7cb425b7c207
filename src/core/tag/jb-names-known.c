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
is_adjective (const JbUnit *unit, guint end)
{
  return jb_unit_has_text (unit, end, "特色") || jb_unit_has_text (unit, end, "式") ||
         jb_unit_has_text (unit, end, "化");
}

void
jb_names_known_find (JbUnit *unit, const JbRules *rules)
{
  for (guint i = 0; i < unit->hits->len; i++)
    {
      const JbTrieHit *hit = &g_array_index (unit->hits, JbTrieHit, i);
      JbWordSet lists = rules->words[hit->key].lists;

      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        if (lists & JB_WORD_BIT (kinds[k].list))
          {
            if (kinds[k].type == JB_ENTITY_TYPE_PLACE)
              {
                if (is_adjective (unit, hit->end))
                  continue;
                unit->names[hit->end] = MAX (unit->names[hit->end], (guint8) (hit->end - hit->start));
              }
            jb_unit_add (unit, hit->start, hit->end, kinds[k].type, kinds[k].rule, 0.9);
          }
    }
}
