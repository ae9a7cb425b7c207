/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attributes of office documents as numbers and switches. */
#pragma once

#include "jb-xml.h"

/* Returns: the attribute of that local name as a number, @fallback where it is missing, no number, negative or beyond @max */
int jb_xml_get_number (const xmlNode *node, const char *attribute, int max, int fallback);

/* Whether the attribute is there and has that value. */
gboolean jb_xml_has_value (const xmlNode *node, const char *attribute, const char *value);

/* Returns: what the attribute switches: TRUE for 1, true, on, FALSE for 0, false, off, none; @fallback where it is missing */
gboolean jb_xml_get_switch (const xmlNode *node, const char *attribute, gboolean fallback);
