# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets articles as Chinese newspapers print them: what is dissected from the pages can be compared with what was set.

A length is a point, a place counts from the page's left and top edges. An article is a dict of "blocks", pairs of a kind
and a text: first kicker, title, deck and byline, then what runs through the columns; a caption stands below its picture."""
import re
import subprocess

SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
NO_START = set("，。、；：！？”’）》】〉」』…—·％%,.;:!?)")
NO_END = set("“‘（《【〈「『(")
HEAD_KINDS = ("kicker", "title", "deck", "byline")


class Fonts:
    """Widths of characters, asked of the setter."""

    def __init__(self, setter):
        self.setter = setter
        self.widths = {}

    def learn(self, texts):
        chars = "".join(sorted(set("".join(texts)) - {"\n", "\t"}))
        for font in (SERIF, SANS, f"{SERIF} Bold", f"{SANS} Bold"):
            known = self.widths.setdefault(font, {})
            fresh = "".join(c for c in chars if c not in known)
            if fresh:
                out = subprocess.run([self.setter, "advances", font], input=fresh, capture_output=True, text=True,
                                     encoding="utf-8", check=True).stdout
                for line in out.split("\n"):
                    if line:
                        char, width = line[0], line[1:].strip()
                        known[char] = int(width) / 1000

    def measure(self, font, size, text):
        return sum(self.widths[font][c] for c in text) * size


def split_units(text):
    """What must not be divided: Latin words and numbers; a mark stays with what it follows or leads."""
    raw = re.findall(r"[A-Za-z0-9.%+\-/@]+|——|……|.", text)
    units = []
    for unit in raw:
        if units and (unit[0] in NO_START or units[-1][-1] in NO_END):
            units[-1] += unit
        else:
            units.append(unit)
    return units


class Page:
    def __init__(self, fonts, width, height):
        self.fonts, self.width, self.height = fonts, width, height
        self.commands = [f"page\t{width}\t{height}"]
        self.lines = []  # (font, size, x, baseline, spacing, text)

    def text(self, font, size, x, top, text, spacing=0):
        baseline = top + 0.88 * size
        self.lines.append((font, size, x, baseline, spacing, text))
        self.commands.append(f"text\t{font}\t{size:.2f}\t{x:.2f}\t{baseline:.2f}\t{spacing:.4f}\t{text}")

    def centred(self, font, size, x, top, width, text):
        self.text(font, size, x + (width - self.fonts.measure(font, size, text)) / 2, top, text)

    def down(self, font, size, x, top, text, step=1.0):
        for i, char in enumerate(text):
            self.text(font, size, x, top + i * size * step, char)

    def rule(self, x, y, width, height):
        self.commands.append(f"rule\t{x:.2f}\t{y:.2f}\t{width:.2f}\t{height:.2f}")

    def fill(self, x, y, width, height, grey=0.8):
        self.commands.append(f"fill\t{x:.2f}\t{y:.2f}\t{width:.2f}\t{height:.2f}\t{grey}")


def break_lines(fonts, font, size, text, width, indent):
    """Returns (text, indent, is_last) for each line."""
    lines, line, used = [], "", indent
    for unit in split_units(text):
        breadth = fonts.measure(font, size, unit)
        # A closing mark may hang half over the edge, as its right half is white.
        slack = 0.5 * size if unit[-1] in "，。、；：！？”）》" else 0.01
        if line and used + breadth > width + slack:
            lines.append((line, indent if not lines else 0, False))
            line, used, unit = "", 0, unit.lstrip(" 　")
            breadth = fonts.measure(font, size, unit)
        line += unit
        used += breadth
    if line:
        lines.append((line, indent if not lines else 0, True))
    return lines


class Style:
    def __init__(self, size=10, pitch=1.5, gutter=1.5, body=SERIF, head=f"{SANS} Bold", indent=2, heading="bold",
                 left_heads=False, justify=True):
        self.size, self.pitch, self.gutter = size, pitch * size, gutter * size
        self.body, self.head, self.indent, self.heading, self.left_heads, self.justify = (
            body, head, indent, heading, left_heads, justify)


def set_lines(fonts, style, blocks, width):
    """Returns lines of columns: (kind, font, size, x, text, spacing); None is a blank line."""
    lines = []
    for kind, text in blocks:
        font, size, indent = style.body, style.size, style.indent * style.size
        if kind == "heading":
            font, size = style.head, style.size * (1.1 if style.heading == "large" else 1)
            if style.heading != "run" and lines and lines[-1][0] != "heading":
                lines.append(None)
            x = indent
            if style.heading == "centre":
                x = max(0, (width - fonts.measure(font, size, text)) / 2)
            for piece, first, last in break_lines(fonts, font, size, text, width - (x if x else 0), 0):
                lines.append((kind, font, size, x, piece, 0))
            continue
        if kind == "byline" and fonts.measure(font, size, text) <= width:
            breadth = fonts.measure(font, size, text)
            lines.append((kind, font, size, max(0, width - breadth), text, 0))
            continue
        for piece, first, last in break_lines(fonts, font, size, text, width, indent):
            spare = width - first - fonts.measure(font, size, piece)
            spacing = 0 if last or len(piece) < 2 or not style.justify else spare / (len(piece) - 1)
            if last and spare < 0:
                spacing = spare / max(1, len(piece) - 1)
            lines.append((kind, font, size, first, piece, spacing))
    return lines


def split_title(fonts, font, size, title, width):
    """Lines of a headline: broken at its spaces where it is too broad, else into halves."""
    if fonts.measure(font, size, title) <= width:
        return [title]
    parts = [p for p in re.split("[ 　]", title) if p]
    if len(parts) > 1 and all(fonts.measure(font, size, p) <= width for p in parts):
        lines = [parts[0]]
        for part in parts[1:]:
            if fonts.measure(font, size, f"{lines[-1]} {part}") <= width:
                lines[-1] += f" {part}"
            else:
                lines.append(part)
        return lines
    units = split_units(title)
    n = int(fonts.measure(font, size, title) // width) + 1
    lines, line = [], ""
    for unit in units:
        if line and len(lines) < n - 1 and fonts.measure(font, size, line + unit) > max(
                fonts.measure(font, size, title) / n + size, 2 * size):
            lines.append(line.strip())
            line = ""
        line += unit
    return [*lines, line.strip()]


def add_head(page, style, blocks, x, y, width, scale=2.4):
    """Returns the height below it."""
    fonts, size = page.fonts, style.size
    head = {}
    for kind, text in blocks:
        head.setdefault(kind, []).append(text)

    def put(font, em, text, gap):
        nonlocal y
        if style.left_heads:
            page.text(font, em, x, y, text)
        else:
            page.centred(font, em, x, y, width, text)
        y += em * 1.2 + gap

    for text in head.get("kicker", []):
        for line in split_title(fonts, SANS, 1.3 * size, text, width):
            put(SANS, 1.3 * size, line, 0.15 * size)
    for text in head.get("title", []):
        em = scale * size
        while len(split_title(fonts, style.head, em, text, width)) > 3 and em > 1.5 * size:
            em -= 0.1 * size
        while em > 1.35 * size and (len(split_title(fonts, style.head, em, text, width)) > 2 or any(
                fonts.measure(style.head, em, line) > width for line in split_title(fonts, style.head, em, text, width))):
            em -= 0.1 * size
        for line in split_title(fonts, style.head, em, text, width):
            put(style.head, em, line, 0.1 * em)
    y += 0.3 * size
    for text in head.get("deck", []):
        for line in split_title(fonts, SERIF, 1.2 * size, text, width):
            put(SERIF, 1.2 * size, line, 0.1 * size)
    for text in head.get("byline", []):
        put(SANS, size, text, 0.3 * size)
    return y + 0.5 * size


def split_article(blocks):
    """Returns what heads it, what runs through its columns, and its captions."""
    first = next((i for i, (kind, _) in enumerate(blocks) if kind not in (*HEAD_KINDS, "caption")), len(blocks))
    head = [b for b in blocks[:first] if b[0] in HEAD_KINDS]
    return head, [b for b in blocks[first:] if b[0] != "caption"], [t for k, t in blocks if k == "caption"]


class Picture:
    def __init__(self, page, style, caption, column, span, at, height):
        """column, span: which columns it lies across; at: from 0, the columns' head, to 1, their foot."""
        self.caption, self.column, self.span, self.at, self.height = caption, column, span, at, height

    def block(self, style):
        return self.height + 2.2 * style.size


def add_columns(page, style, lines, x, y, width, n, pictures=(), rules=False):
    """Fills @n columns as evenly as they go. Returns the height below them."""
    column = (width - (n - 1) * style.gutter) / n
    need = sum(p.block(style) * p.span for p in pictures) + len(lines) * style.pitch
    height = need / n

    def place(height):
        spots, at = [], 0
        blocked = {i: [] for i in range(n)}
        for picture in pictures:
            tall = picture.block(style)
            top = y + picture.at * max(0, height - tall)
            top = y + round((top - y) / style.pitch) * style.pitch
            for i in range(picture.column, picture.column + picture.span):
                blocked[i].append((top - 0.2 * style.size, top + tall))
        for i in range(n):
            line_y = y
            while line_y + style.pitch <= y + height + 0.01 and at < len(lines):
                hit = next((b for b in blocked[i] if line_y + style.size > b[0] and line_y < b[1]), None)
                if hit:
                    line_y += style.pitch
                    continue
                if lines[at] is None and (line_y == y):
                    at += 1
                    continue
                # A heading does not stand alone at a column's foot.
                if (lines[at] is not None and lines[at][0] == "heading" and line_y + 2 * style.pitch > y + height and
                        at + 1 < len(lines)):
                    break
                spots.append((i, line_y, at))
                line_y += style.pitch
                at += 1
        return spots, blocked, at

    spots, blocked, at = place(height)
    while at < len(lines):
        height += style.pitch / 2
        spots, blocked, at = place(height)
    for i, line_y, j in spots:
        if lines[j] is not None:
            _, font, size, shift, text, spacing = lines[j]
            page.text(font, size, x + i * (column + style.gutter) + shift, line_y, text, spacing)
    bottom = y + height
    for picture in pictures:
        top, low = blocked[picture.column][0]
        for b in blocked[picture.column]:
            if abs(b[1] - b[0] - picture.block(style) - 0.2 * style.size) < 0.1:
                top, low = b
        left = x + picture.column * (column + style.gutter)
        broad = picture.span * (column + style.gutter) - style.gutter
        page.fill(left, top + 0.2 * style.size, broad, picture.height - 0.4 * style.size)
        small = 0.85 * style.size
        caption = picture.caption
        if page.fonts.measure(SANS, small, caption) <= broad:
            page.centred(SANS, small, left, top + picture.height + 0.2 * style.size, broad, caption)
        else:
            for k, (piece, _, _) in enumerate(break_lines(page.fonts, SANS, small, caption, broad, 0)[:2]):
                page.text(SANS, small, left, top + picture.height + 0.2 * style.size + k * 1.15 * small, piece)
        bottom = max(bottom, low)
    if rules:
        for i in range(1, n):
            page.rule(x + i * (column + style.gutter) - style.gutter / 2, y, 0, bottom - y)
    return bottom


def add_article(page, style, article, x, y, width, n, scale=2.4, pictures=(), rules=False):
    """Returns the height below it. @pictures: (column, span, at, height), one for each of the first captions."""
    head, body, captions = split_article(article["blocks"])
    y = add_head(page, style, head, x, y, width, scale)
    column = (width - (n - 1) * style.gutter) / n
    shown = [Picture(page, style, c, *p) for c, p in zip(captions, pictures)]
    return add_columns(page, style, set_lines(page.fonts, style, body, column), x, y, width, n, shown, rules)


def print_pdf(setter, pages, path):
    subprocess.run([setter, "draw", path], input="\n".join(c for p in pages for c in p.commands) + "\n", text=True,
                   encoding="utf-8", check=True)
