/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formats there are; only jb-exporter.c and the formats' own files need to know. */
#pragma once

#include "jb-exporter.h"

G_BEGIN_DECLS

extern const JbExporter jb_export_json;
extern const JbExporter jb_export_pdf;

G_END_DECLS
