/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-clean.h"

#include <glib.h>

static void
test_lines (void)
{
  static const struct
  {
    const char *text, *line;
  } cases[] = {
    { "", "" },
    { " \n\t　", "" },
    { "　　夜幕降临，\n  云岭村 灯火通明。\r\n", "夜幕降临，云岭村 灯火通明。" },
    { "new\n line", "new line" },
    { "百年老厂　飘出新香", "百年老厂　飘出新香" },
    { "\xef\xbb\xbf零\xe2\x80\x8b宽\xc2\xad字\x01符\xe2\x80\xae。", "零宽字符。" },
    { "坏\xff字节", "坏\xef\xbf\xbd字节" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = jb_clean_line (cases[i].text);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clean/white-space-and-unseen-marks", test_lines);
  return g_test_run ();
}
