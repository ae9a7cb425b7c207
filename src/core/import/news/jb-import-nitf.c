/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * NITF 3.x (News Industry Text Format, IPTC): one article a file. */
#include "jb-import-formats.h"

#include "jb-nitf.h"

static gboolean
recognise (const JbInput *input)
{
  return g_strcmp0 (input->root, "nitf") == 0;
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(xmlDoc) document = jb_xml_parse (input->bytes, error);
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();

  if (document == NULL)
    return NULL;
  jb_decoded_builder_begin_article (builder);
  jb_nitf_add (builder, xmlDocGetRootElement (document));
  return jb_decoded_builder_finish (builder, error);
}

const JbImporter jb_import_nitf = { "application/nitf+xml", recognise, decode };
