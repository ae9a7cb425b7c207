/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-rtf-words.h"

static const JbRtfWord words[] = {
  { "colortbl", JB_RTF_MEANS_LEAVE_OUT }, { "info", JB_RTF_MEANS_LEAVE_OUT }, { "filetbl", JB_RTF_MEANS_LEAVE_OUT },
  { "revtbl", JB_RTF_MEANS_LEAVE_OUT }, { "listtable", JB_RTF_MEANS_LEAVE_OUT },
  { "listoverridetable", JB_RTF_MEANS_LEAVE_OUT }, { "header", JB_RTF_MEANS_LEAVE_OUT },
  { "headerl", JB_RTF_MEANS_LEAVE_OUT }, { "headerr", JB_RTF_MEANS_LEAVE_OUT }, { "headerf", JB_RTF_MEANS_LEAVE_OUT },
  { "footer", JB_RTF_MEANS_LEAVE_OUT }, { "footerl", JB_RTF_MEANS_LEAVE_OUT }, { "footerr", JB_RTF_MEANS_LEAVE_OUT },
  { "footerf", JB_RTF_MEANS_LEAVE_OUT }, { "footnote", JB_RTF_MEANS_LEAVE_OUT }, { "ftnsep", JB_RTF_MEANS_LEAVE_OUT },
  { "ftnsepc", JB_RTF_MEANS_LEAVE_OUT }, { "ftncn", JB_RTF_MEANS_LEAVE_OUT }, { "aftnsep", JB_RTF_MEANS_LEAVE_OUT },
  { "aftnsepc", JB_RTF_MEANS_LEAVE_OUT }, { "aftncn", JB_RTF_MEANS_LEAVE_OUT },
  { "annotation", JB_RTF_MEANS_LEAVE_OUT }, { "xe", JB_RTF_MEANS_LEAVE_OUT }, { "tc", JB_RTF_MEANS_LEAVE_OUT },
  { "tcn", JB_RTF_MEANS_LEAVE_OUT }, { "fldinst", JB_RTF_MEANS_LEAVE_OUT }, { "datafield", JB_RTF_MEANS_LEAVE_OUT },
  { "formfield", JB_RTF_MEANS_LEAVE_OUT }, { "bkmkstart", JB_RTF_MEANS_LEAVE_OUT },
  { "bkmkend", JB_RTF_MEANS_LEAVE_OUT }, { "nonesttables", JB_RTF_MEANS_LEAVE_OUT },
  { "shprslt", JB_RTF_MEANS_LEAVE_OUT }, { "template", JB_RTF_MEANS_LEAVE_OUT }, { "private", JB_RTF_MEANS_LEAVE_OUT },
  { "mvf", JB_RTF_MEANS_LEAVE_OUT }, { "sp", JB_RTF_MEANS_LEAVE_OUT }, { "pntxta", JB_RTF_MEANS_LEAVE_OUT },
  { "pntxtb", JB_RTF_MEANS_LEAVE_OUT }, { "pnseclvl", JB_RTF_MEANS_LEAVE_OUT }, { "nextfile", JB_RTF_MEANS_LEAVE_OUT },
  { "object", JB_RTF_MEANS_SHAPE }, { "upr", JB_RTF_MEANS_SHAPE }, { "shpinst", JB_RTF_MEANS_SHAPE },
  { "do", JB_RTF_MEANS_SHAPE }, { "result", JB_RTF_MEANS_BACK }, { "ud", JB_RTF_MEANS_BACK },
  { "shptxt", JB_RTF_MEANS_BOX }, { "dptxbxtext", JB_RTF_MEANS_BOX }, { "pict", JB_RTF_MEANS_PICTURE },
  { "shppict", JB_RTF_MEANS_PICTURE }, { "nonshppict", JB_RTF_MEANS_PICTURE }, { "fonttbl", JB_RTF_MEANS_FONTS },
  { "stylesheet", JB_RTF_MEANS_STYLES }, { "listtext", JB_RTF_MEANS_NUMBER }, { "pntext", JB_RTF_MEANS_NUMBER },

  { "par", JB_RTF_MEANS_PARAGRAPH }, { "sect", JB_RTF_MEANS_SECTION }, { "page", JB_RTF_MEANS_PAGE },
  { "column", JB_RTF_MEANS_PAGE }, { "pagebb", JB_RTF_MEANS_PAGE_BEFORE }, { "line", JB_RTF_MEANS_LINE },
  { "lbr", JB_RTF_MEANS_LINE }, { "tab", JB_RTF_MEANS_TAB }, { "cell", JB_RTF_MEANS_CELL },
  { "nestcell", JB_RTF_MEANS_CELL }, { "row", JB_RTF_MEANS_ROW }, { "nestrow", JB_RTF_MEANS_ROW },
  { "emdash", JB_RTF_MEANS_CHARACTER, 0x2014 }, { "endash", JB_RTF_MEANS_CHARACTER, 0x2013 },
  { "lquote", JB_RTF_MEANS_CHARACTER, 0x2018 }, { "rquote", JB_RTF_MEANS_CHARACTER, 0x2019 },
  { "ldblquote", JB_RTF_MEANS_CHARACTER, 0x201c }, { "rdblquote", JB_RTF_MEANS_CHARACTER, 0x201d },
  { "bullet", JB_RTF_MEANS_CHARACTER, 0x2022 }, { "emspace", JB_RTF_MEANS_CHARACTER, 0x2003 },
  { "enspace", JB_RTF_MEANS_CHARACTER, 0x2002 }, { "qmspace", JB_RTF_MEANS_CHARACTER, 0x2005 },
  { "~", JB_RTF_MEANS_CHARACTER, 0xa0 }, { "_", JB_RTF_MEANS_CHARACTER, '-' },

  { "f", JB_RTF_MEANS_FONT }, { "af", JB_RTF_MEANS_ASIAN_FONT }, { "loch", JB_RTF_MEANS_SLOT },
  { "hich", JB_RTF_MEANS_SLOT }, { "dbch", JB_RTF_MEANS_ASIAN_SLOT }, { "fs", JB_RTF_MEANS_SIZE },
  { "b", JB_RTF_MEANS_BOLD }, { "v", JB_RTF_MEANS_HIDDEN }, { "deleted", JB_RTF_MEANS_DELETED },
  { "plain", JB_RTF_MEANS_PLAIN },

  { "pard", JB_RTF_MEANS_PARD }, { "s", JB_RTF_MEANS_STYLE }, { "outlinelevel", JB_RTF_MEANS_OUTLINE },
  { "qc", JB_RTF_MEANS_CENTRED }, { "ql", JB_RTF_MEANS_NOT_CENTRED }, { "qr", JB_RTF_MEANS_NOT_CENTRED },
  { "qj", JB_RTF_MEANS_NOT_CENTRED }, { "qd", JB_RTF_MEANS_NOT_CENTRED }, { "intbl", JB_RTF_MEANS_IN_TABLE },
  { "sbasedon", JB_RTF_MEANS_BASED_ON }, { "cs", JB_RTF_MEANS_OTHER_STYLE }, { "ts", JB_RTF_MEANS_OTHER_STYLE },
  { "ds", JB_RTF_MEANS_OTHER_STYLE },

  { "ansicpg", JB_RTF_MEANS_CODE_PAGE }, { "mac", JB_RTF_MEANS_CODE_PAGE_IS, 10000 },
  { "pc", JB_RTF_MEANS_CODE_PAGE_IS, 437 }, { "pca", JB_RTF_MEANS_CODE_PAGE_IS, 850 },
  { "deff", JB_RTF_MEANS_DEFAULT_FONT }, { "u", JB_RTF_MEANS_UNICODE }, { "uc", JB_RTF_MEANS_FALLBACK },
  { "fcharset", JB_RTF_MEANS_CHARSET }, { "cpg", JB_RTF_MEANS_FONT_PAGE },
};

const JbRtfWord *
jb_rtf_words_find (const char *word)
{
  static GHashTable *index;  /* word → its row */

  if (g_once_init_enter (&index))
    {
      GHashTable *fresh = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        g_hash_table_insert (fresh, (gpointer) words[i].word, (gpointer) &words[i]);
      g_once_init_leave (&index, fresh);
    }
  return g_hash_table_lookup (index, word);
}
