/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The importers, one a file; jb-importer.c lists them in the order in which they are asked. */
#pragma once

#include "jb-importer.h"

G_BEGIN_DECLS

extern const JbImporter jb_import_docx;
extern const JbImporter jb_import_epub;
extern const JbImporter jb_import_feed;
extern const JbImporter jb_import_html;
extern const JbImporter jb_import_library_json;
extern const JbImporter jb_import_newsml1;
extern const JbImporter jb_import_newsml;
extern const JbImporter jb_import_ninjs;
extern const JbImporter jb_import_nitf;
extern const JbImporter jb_import_odt;
extern const JbImporter jb_import_ofd;
extern const JbImporter jb_import_pdf;
extern const JbImporter jb_import_picture;
extern const JbImporter jb_import_rtf;
extern const JbImporter jb_import_tei;
extern const JbImporter jb_import_text;

G_END_DECLS
