/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-rule-describe.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static const struct
{
  const char *rule;
  const char *words;
} descriptions[] = {
  { "lexicon", N_("It is a name of the registry.") },
  { "known-place", N_("It is a place known in the whole country.") },
  { "known-organisation", N_("It is a body known in the whole country.") },
  { "known-campaign", N_("It is a policy known in the whole country.") },
  { "known-leader", N_("It is a leader known in the whole country.") },
  { "suffix-street", N_("It ends like the name of a sub-district or town.") },
  { "suffix-community", N_("It ends like the name of a community, village or housing estate.") },
  { "suffix-admin", N_("It ends like the name of a province, city or district.") },
  { "suffix-area", N_("It ends like the name of an area.") },
  { "suffix-road", N_("It ends like the name of a road.") },
  { "suffix-water", N_("It ends like the name of a river or lake.") },
  { "suffix-landmark", N_("It ends like the name of a landmark.") },
  { "suffix-works", N_("It ends like the name of a construction project.") },
  { "suffix-line", N_("It ends like the name of a railway line.") },
  { "suffix-phase", N_("A phase of building follows it.") },
  { "suffix-town", N_("It ends like the name of a characteristic town.") },
  { "suffix-newtown", N_("It ends like the name of a new town.") },
  { "suffix-zone", N_("It ends like the name of a demonstration zone.") },
  { "suffix-park", N_("It ends like the name of an industrial park or base.") },
  { "suffix-company", N_("It ends like the name of a company.") },
  { "suffix-industry", N_("It ends in a line of business, like the short name of a company.") },
  { "suffix-hotel", N_("It ends like the name of a hotel.") },
  { "suffix-institution", N_("It ends like the name of a hospital, school or institute.") },
  { "suffix-media", N_("It ends like the name of a newspaper, station or publisher.") },
  { "suffix-team", N_("It ends like the name of a team or company of artists.") },
  { "suffix-party", N_("It ends like the name of a party.") },
  { "body-chain", N_("It is a body with the name of its owner before it.") },
  { "suffix-body", N_("It ends like the name of an association or office.") },
  { "being-built", N_("A verb of building stands before it.") },
  { "byline", N_("It stands in a byline.") },
  { "post-name", N_("A public or party post stands before it.") },
  { "post-line", N_("It stands alone behind a public or party post.") },
  { "role-name", N_("A role or occupation stands before it.") },
  { "name-post", N_("A post or “comrade” stands behind it.") },
  { "name-address", N_("A form of address stands behind it.") },
  { "leader-list", N_("It stands in a list of leaders.") },
  { "name-list", N_("It stands in a list of names.") },
  { "speaker", N_("It begins a sentence and a verb of speech follows.") },
  { "area-tail", N_("It begins with the name of an area and ends like a name.") },
  { "bare-name", N_("It looks like the name of a person.") },
  { "seen-name", N_("The bulletin names it elsewhere in a telling context.") },
  { "level-organ", N_("It is an organ of a level of government.") },
  { "level-head", N_("It begins with a level of government and ends like an office.") },
  { "street-organ", N_("It is an organ of the sub-district or community before it.") },
  { "campaign-head", N_("It ends like the name of a campaign.") },
  { "numeral", N_("It is a shorthand made of numerals.") },
  { "system-head", N_("It ends like the name of a digital platform.") },
  { "quoted-numeral", N_("It is a shorthand made of numerals, in quotation marks.") },
  { "quoted-head", N_("It stands in quotation marks before a noun that says what it is.") },
  { "quoted-tail", N_("It stands in quotation marks and its last word says what it is.") },
  { "quoted-row", N_("It stands in a row of quotations of which the last says what they are.") },
  { "quoted-repeated", N_("The bulletin repeats it in quotation marks.") },
  { "list-head", N_("It stands in a list that ends in a noun that says what its members are.") },
  { "short-street", N_("It is short for a sub-district named in the bulletin.") },
  { "short-area", N_("It is the name of a sub-district and means the area here.") },
  { "short-district", N_("It is short for the bulletin’s own district.") },
  { "short-place", N_("It is short for a place named in the bulletin.") },
  { "short-name", N_("It is short for a name that the bulletin gives in full.") },
  { "imported", N_("It was tagged in the file.") },
  { "learned", N_("It resembles names that were accepted before.") },
  { "repeated-word", N_("The bulletin repeats it in different surroundings, and it is no common word.") },
};

const char *
jb_rule_describe (const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    if (strcmp (descriptions[i].rule, rule) == 0)
      return g_dgettext (GETTEXT_PACKAGE, descriptions[i].words);
  return g_dgettext (GETTEXT_PACKAGE, N_("A rule suggests it."));
}
