/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The control words of RTF 1.9.1 that mean anything to a reader of text; all others may be passed over. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In groups, each up to its LAST. */
typedef enum
{
  /* Where text goes. */
  JB_RTF_MEANS_LEAVE_OUT,    /* the group is left out */
  JB_RTF_MEANS_SHAPE,        /* it is, but a word in it leads back */
  JB_RTF_MEANS_BACK,         /* that word */
  JB_RTF_MEANS_BOX,          /* a text box */
  JB_RTF_MEANS_PICTURE,      /* a picture */
  JB_RTF_MEANS_FONTS,        /* the table of fonts */
  JB_RTF_MEANS_STYLES,       /* that of styles */
  JB_RTF_MEANS_NUMBER,       /* what stands before a paragraph */
  JB_RTF_LAST_DESTINATION = JB_RTF_MEANS_NUMBER,

  /* Something in the text. */
  JB_RTF_MEANS_PARAGRAPH,    /* the end of one */
  JB_RTF_MEANS_SECTION,      /* likewise */
  JB_RTF_MEANS_PAGE,         /* likewise, or of a column */
  JB_RTF_MEANS_PAGE_BEFORE,  /* the paragraph begins a page */
  JB_RTF_MEANS_LINE,         /* a line break */
  JB_RTF_MEANS_TAB,
  JB_RTF_MEANS_CELL,         /* the end of one */
  JB_RTF_MEANS_ROW,          /* likewise */
  JB_RTF_MEANS_CHARACTER,    /* the one that is the value */
  JB_RTF_LAST_CONTENT = JB_RTF_MEANS_CHARACTER,

  /* How characters are set. */
  JB_RTF_MEANS_FONT,         /* its number */
  JB_RTF_MEANS_ASIAN_FONT,   /* that of \dbch\af */
  JB_RTF_MEANS_SLOT,         /* characters that follow are not Asian */
  JB_RTF_MEANS_ASIAN_SLOT,   /* they are */
  JB_RTF_MEANS_SIZE,         /* half points */
  JB_RTF_MEANS_BOLD,
  JB_RTF_MEANS_HIDDEN,
  JB_RTF_MEANS_DELETED,
  JB_RTF_MEANS_PLAIN,        /* as at the beginning */
  JB_RTF_LAST_FORMAT = JB_RTF_MEANS_PLAIN,

  /* The paragraph, or the style that is declared. */
  JB_RTF_MEANS_PARD,         /* as at the beginning */
  JB_RTF_MEANS_STYLE,        /* its number */
  JB_RTF_MEANS_OUTLINE,      /* its level */
  JB_RTF_MEANS_CENTRED,
  JB_RTF_MEANS_NOT_CENTRED,
  JB_RTF_MEANS_IN_TABLE,
  JB_RTF_MEANS_BASED_ON,     /* number of the style that one is based on */
  JB_RTF_MEANS_OTHER_STYLE,  /* a style, but of no paragraph */
  JB_RTF_LAST_PARAGRAPH = JB_RTF_MEANS_OTHER_STYLE,

  /* How text is written in the file. */
  JB_RTF_MEANS_CODE_PAGE,    /* of the file */
  JB_RTF_MEANS_CODE_PAGE_IS, /* the value is */
  JB_RTF_MEANS_DEFAULT_FONT, /* its number */
  JB_RTF_MEANS_UNICODE,      /* a unit of UTF-16 */
  JB_RTF_MEANS_FALLBACK,     /* characters of it that follow */
  JB_RTF_MEANS_CHARSET,      /* of a font, as Windows counts them */
  JB_RTF_MEANS_FONT_PAGE,    /* its code page */
  JB_RTF_LAST_ENCODING = JB_RTF_MEANS_FONT_PAGE,
} JbRtfMeaning;

typedef struct
{
  const char   *word;
  JbRtfMeaning  meaning;
  gunichar      value;  /* of a character or code page that the word stands for */
} JbRtfWord;

/* Returns: (transfer none) (nullable): @word without its backslash; NULL where it means nothing here */
const JbRtfWord *jb_rtf_words_find (const char *word);

G_END_DECLS
