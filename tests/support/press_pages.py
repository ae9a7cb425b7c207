# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinds of newspaper pages, set from articles that are drawn by chance. Each kind returns its pages and the articles on them."""
import random

from press import (HEAD_KINDS, SANS, SERIF, Page, Style, add_article, add_columns, add_head, break_lines, set_lines,
                   split_article)

A2, A3, A4, TABLOID = (1191, 1684), (842, 1191), (595, 842), (781, 1106)
PAPER = "云汀报"
BODY_KINDS = ("paragraph", "list", "statement")


def n_chars(article):
    return sum(len(text) for _, text in article["blocks"])


class Maker:
    def __init__(self, fonts, pool, seed):
        self.fonts, self.pool, self.random = fonts, pool, random.Random(seed)
        self.used = set()

    def pick(self, low, high, captions=0, others=True):
        fits = [a for a in self.pool if low <= n_chars(a) <= high and a["title"] not in self.used and
                sum(k == "caption" for k, _ in a["blocks"]) >= captions]
        if not fits:
            fits = [a for a in self.pool if low / 2 <= n_chars(a) <= high * 2 and a["title"] not in self.used]
        article = self.random.choice(fits or self.pool)
        self.used.add(article["title"])
        kept, n = [], 0
        for kind, text in article["blocks"]:
            n += kind == "caption"
            if kind != "caption" or n <= captions:
                kept.append((kind, text))
        return {"title": article["title"], "blocks": kept}

    def style(self, **more):
        r = self.random
        given = {"size": r.choice([9, 9.5, 10, 10.5, 11, 12]), "pitch": r.choice([1.35, 1.45, 1.5, 1.6, 1.7]),
                 "gutter": r.choice([1, 1.2, 1.5, 2]), "body": r.choice([SERIF, SERIF, SANS]),
                 "head": r.choice([f"{SANS} Bold", f"{SERIF} Bold"]), "heading": r.choice(["bold", "large", "centre", "run"])}
        return Style(**{**given, **more})

    def page(self, size, number=2):
        page = Page(self.fonts, *size)
        if number:
            width = size[0]
            page.text(SANS, 9, 40, 26, f"第{number:02d}版　民生")
            page.centred(SANS, 9, 0, 26, width, "2023年6月14日　星期三")
            page.text(SANS, 9, width - 120, 26, f"{PAPER}　责编：林小雨")
            page.rule(40, 40, width - 80, 0)
        return page

    def head_front(self, page, x, y, width):
        page.centred(f"{SERIF} Bold", 54, x, y, width, PAPER)
        page.centred(SANS, 9, x, y + 70, width, "中共澜州市云汀区委宣传部主办")
        page.centred(SANS, 9, x, y + 84, width, "2023年6月14日　星期三　农历癸卯年四月廿七　第612期　本期4版")
        page.rule(x, y + 100, width, 0)
        return y + 108


def row(maker, page, style, x, y, width, articles, columns, rules=False, scale=2.0, pictures=None):
    """Articles side by side; columns: how many each has. Returns the height below the tallest."""
    total = sum(columns)
    unit = (width - (total - 1) * style.gutter) / total
    bottom, left = y, x
    for i, (article, n) in enumerate(zip(articles, columns)):
        breadth = n * unit + (n - 1) * style.gutter
        low = add_article(page, style, article, left, y, breadth, n, scale if n > 1 else 1.6,
                          pictures[i] if pictures else ())
        bottom = max(bottom, low)
        left += breadth + style.gutter
    if rules:
        left = x
        for n in columns[:-1]:
            left += n * unit + n * style.gutter
            page.rule(left - style.gutter / 2, y, 0, bottom - y)
    return bottom


def inner(maker, size=A3, n=4, rules=False):
    """A broad article on top, then pairs of articles."""
    style = maker.style()
    page, x, y, width = maker.page(size), 40, 52, size[0] - 80
    articles = [maker.pick(500, 1200)]
    y = add_article(page, style, articles[0], x, y, width, n, 3)
    while True:
        y += 1.8 * style.size
        if rules:
            page.rule(x, y - 0.9 * style.size, width, 0)
        columns = maker.random.choice([[n // 2, n - n // 2], [1, n - 1], [n - 1, 1], [n]])
        pair = [maker.pick(150 * c, 320 * c) for c in columns]
        trial = Page(maker.fonts, *size)
        if row(maker, trial, style, x, y, width, pair, columns) > size[1] - 40:
            break
        y = row(maker, page, style, x, y, width, pair, columns, rules)
        articles += pair
        if len(articles) > 6:
            break
    return [page], articles


def inner_rules(maker):
    return inner(maker, TABLOID, 5, True)


def inner_loose(maker):
    return inner(maker, TABLOID, maker.random.choice([3, 4, 5]))


def broadsheet(maker):
    return inner(maker, A2, 6, maker.random.random() < 0.5)


def front(maker):
    """The paper's name, a leader across the page, reports below it, one of them with its picture."""
    size = maker.random.choice([A3, TABLOID])
    style = maker.style()
    page, x, width = maker.page(size, 0), 40, size[0] - 80
    y = maker.head_front(page, x, 30, width)
    leader = maker.pick(500, 800)
    y = add_article(page, style, leader, x, y + 6, width, 4, 3.2) + 2 * style.size
    pair = [maker.pick(200, 420), maker.pick(200, 420, 1)]
    y = row(maker, page, style, x, y, width, pair, [2, 2], maker.random.random() < 0.5, 2,
            [(), [(0, 2, 0, 110)]]) + 2 * style.size
    articles = [leader, *pair]
    while True:
        columns = maker.random.choice([[1, 1, 2], [2, 1, 1], [2, 2]])
        more = [maker.pick(180 * c, 280 * c) for c in columns]
        trial = Page(maker.fonts, *size)
        if row(maker, trial, style, x, y, width, more, columns) > size[1] - 30:
            break
        y = row(maker, page, style, x, y, width, more, columns) + 2 * style.size
        articles += more
    return [page], articles


def front_ear(maker):
    """The paper's name at the left above, beside it a report of its own; a column at the right over the whole page."""
    size = A3
    style = maker.style(size=maker.random.choice([9, 10, 10.5]))
    page, x, width = maker.page(size, 0), 40, size[0] - 80
    unit = (width - 4 * style.gutter) / 5
    broad = 3 * unit + 2 * style.gutter
    top = 36
    page.centred(f"{SERIF} Bold", 60, x, top, broad, PAPER)
    page.centred(SANS, 9, x, top + 76, broad, "2023年6月14日　星期三　第612期")
    page.centred(SANS, 9, x, top + 90, broad, "编辑出版：中共澜州市云汀区委宣传部")
    ear = maker.pick(200, 330)
    right = x + broad + style.gutter
    low = add_article(page, style, ear, right, top, 2 * unit + style.gutter, 2, 1.9)
    y = max(top + 110, low) + 2 * style.size
    leader = maker.pick(600, 1000)
    left_width = 4 * unit + 3 * style.gutter
    below = add_article(page, style, leader, x, y, left_width, 4, 3)
    side = maker.pick(200, 300)
    side_low = add_article(page, style, side, x + left_width + style.gutter, y, unit, 1, 1.6)
    y = max(below, side_low) + 2 * style.size
    pair = [maker.pick(250, 450), maker.pick(250, 700)]
    row(maker, page, style, x, y, width, pair, [2, 3])
    return [page], [ear, leader, side, *pair]


def briefs(maker):
    """A large article with a picture, and a column of short reports beside it."""
    size = TABLOID
    style = maker.style(size=maker.random.choice([9, 9.5, 10]))
    page, x, y, width = maker.page(size), 40, 54, size[0] - 80
    unit = (width - 4 * style.gutter) / 5
    broad = 4 * unit + 3 * style.gutter
    large = maker.pick(800, 1700, 1)
    add_article(page, style, large, x, y, broad, 4, 3, [(1, 2, maker.random.choice([0, 0.4, 1]), 140)])
    articles, left = [large], x + broad + style.gutter
    page.rule(left - style.gutter / 2, y, 0, size[1] - y - 40)
    for _ in range(4):
        short = maker.pick(140, 260)
        trial = Page(maker.fonts, *size)
        if add_article(trial, style, short, left, y, unit, 1, 1.5) > size[1] - 40:
            break
        y = add_article(page, style, short, left, y, unit, 1, 1.5) + 2 * style.size
        articles.append(short)
    return [page], articles


def feature(maker):
    """One article over the page, with headings and pictures."""
    size = maker.random.choice([A3, TABLOID])
    style = maker.style(size=maker.random.choice([10, 10.5, 11]))
    n = maker.random.choice([3, 4, 5])
    page = maker.page(size)
    article = maker.pick(1400, 2200, 2)
    spots = [(0, 2, maker.random.choice([0, 0.5]), 130), (n - 1, 1, maker.random.choice([0.5, 1]), 100)]
    add_article(page, style, article, 40, 56, size[0] - 80, n, 3.2, spots)
    return [page], [article]


def statement(maker):
    """A feature with a framed statement between its headline and its columns, at the left."""
    size, style, n = A3, maker.style(size=maker.random.choice([10, 10.5, 11])), 4
    page, x, width = maker.page(size), 40, size[0] - 80
    article = maker.pick(1400, 2200)
    head, body, _ = split_article(article["blocks"])
    y = add_head(page, style, head, x, 56, width, 3)
    unit = (width - (n - 1) * style.gutter) / n
    said = ("民生无小事，枝叶总关情。我们将把群众的呼声作为第一信号，把群众满意作为第一标准，"
            "让议事桌摆到居民家门口，让每一件小事都有人管、有人办、办得好。")
    pad = style.size
    lines = break_lines(page.fonts, SERIF, style.size, said, unit - 2 * pad, 2 * style.size)
    tall = (len(lines) + 4) * style.pitch
    page.rule(x, y, unit, tall)
    page.centred(f"{SANS} Bold", 1.2 * style.size, x, y + pad, unit, "书记感言")
    page.centred(SANS, 0.95 * style.size, x, y + pad + 1.5 * style.pitch, unit, "枫浦街道党工委书记 韩知远")
    for i, (text, first, last) in enumerate(lines):
        spare = unit - 2 * pad - first - page.fonts.measure(SERIF, style.size, text)
        page.text(SERIF, style.size, x + pad + first, y + pad + (i + 2.7) * style.pitch, text,
                  0 if last else spare / max(1, len(text) - 1))
    rest = width - unit - style.gutter
    add_columns(page, style, set_lines(page.fonts, style, body, (rest - (n - 2) * style.gutter) / (n - 1)),
                x + unit + style.gutter, y, rest, n - 1)
    return [page], [{"title": article["title"], "blocks": [*head, *body, ("statement", said)]}]


def pinwheel(maker):
    """Four articles around a fifth, so that no straight cut divides them."""
    size, style = A3, maker.style(size=maker.random.choice([9, 9.5, 10]), pitch=1.5)
    page, x, y = maker.page(size), 40, 56
    width = size[0] - 80
    unit = (width - 4 * style.gutter) / 5
    two, three = 2 * unit + style.gutter, 3 * unit + 2 * style.gutter
    step = unit + style.gutter
    a, b, c, d = (maker.pick(*r) for r in [(500, 800), (500, 900), (500, 900), (500, 800)])
    low_a = add_article(page, style, a, x, y, three, 3, 2.2)
    low_b = add_article(page, style, b, x + 3 * step, y, two, 2, 2)
    low_c = add_article(page, style, c, x, low_a + 2 * style.size, two, 2, 2)
    add_article(page, style, d, x + 2 * step, max(low_a, low_b) + 2 * style.size, three, 3, 2.2)
    return [page], [a, b, c, d]


def ragged(maker):
    """Two stacks of articles side by side, whose boxes end at different heights."""
    size, style, n = TABLOID, maker.style(size=maker.random.choice([9, 10])), 4
    page, x, width = maker.page(size), 40, size[0] - 80
    unit = (width - (n - 1) * style.gutter) / n
    two = 2 * unit + style.gutter
    articles = []
    for left in (x, x + two + style.gutter):
        y = 56
        for _ in range(4):
            article = maker.pick(200, 600)
            trial = Page(maker.fonts, *size)
            if add_article(trial, style, article, left, y, two, 2, 2) > size[1] - 40:
                break
            y = add_article(page, style, article, left, y, two, 2, 2) + 2 * style.size
            articles.append(article)
    return [page], articles


def photos(maker):
    """An article between many pictures."""
    size, style, n = A3, maker.style(size=10.5), 4
    page = maker.page(size)
    article = maker.pick(600, 1700, 3)
    spots = [(0, 2, 0, 150), (2, 2, 0.6, 130), (0, 1, 1, 100)]
    add_article(page, style, article, 40, 56, size[0] - 80, n, 3, spots)
    return [page], [article]


def side_title(maker):
    """An article whose headline runs down beside its columns, and another below it as usual."""
    size, style, n = TABLOID, maker.style(size=10), 4
    page, x, y, width = maker.page(size), 40, 60, size[0] - 80
    first = maker.pick(450, 800)
    head, body, _ = split_article(first["blocks"])
    em = 2.2 * style.size
    title = next(t for k, t in head if k == "title").replace(" ", "")
    cut = -(-len(title) // 2) if len(title) > 12 else len(title)
    page.down(style.head, em, x + 1.3 * em, y, title[:cut], 1.05)
    page.down(style.head, em, x, y, title[cut:], 1.05)
    rest = width - 2.9 * em
    low = add_columns(page, style, set_lines(page.fonts, style, body, (rest - (n - 2) * style.gutter) / (n - 1)),
                      x + 2.9 * em, y, rest, n - 1)
    low = max(low, y + cut * 1.05 * em)
    articles = [{"title": first["title"], "blocks": [("title", title), *body]}]
    y = low + 2 * style.size
    while True:
        pair = [maker.pick(200, 500), maker.pick(200, 500)]
        trial = Page(maker.fonts, *size)
        if row(maker, trial, style, x, y, width, pair, [2, 2]) > size[1] - 40:
            break
        y = row(maker, page, style, x, y, width, pair, [2, 2]) + 2 * style.size
        articles += pair
    return [page], articles


def flush(maker):
    """Headlines at the left edge, no picture, gutters as narrow as they come."""
    style_of = maker.style
    maker.style = lambda **more: style_of(**{"left_heads": True, "gutter": maker.random.choice([0.8, 1, 1.2]), **more})
    return inner(maker, A3, maker.random.choice([3, 4]))


def official(maker):
    """A document of an office: one column, its headings numbered."""
    size = 16
    style = Style(size, 1.75, 1, SERIF, SANS)
    x, width = 79, 595 - 79 - 74
    blocks = [("title", "云汀区人民政府办公室关于进一步做好社区助老服务工作的通知"),
              ("paragraph", "各街道办事处，区政府各部门，各直属单位："),
              ("paragraph", "为进一步完善社区助老服务体系，切实提升老年居民的获得感、幸福感，经区政府同意，现就有关事项通知如下。"),
              ("heading", "一、工作目标"),
              ("paragraph", "到2023年年底，全区社区助老服务站点实现全覆盖，每个街道建成不少于2个示范站点，服务老年居民6.2万人次。"),
              ("heading", "二、重点任务"),
              ("heading", "（一）健全站点网络"),
              ("paragraph", "各街道要充分利用闲置校舍、旧粮仓等场所，就近就便布设站点，做到步行十五分钟可达。区民政局负责统一标识和服务清单。"),
              ("heading", "（二）提升服务质量"),
              ("paragraph", "助餐、助浴、助医服务实行明码标价，价格表张贴在站点门口显著位置。区市场监管局每季度开展一次抽查，结果向社会公开。"),
              ("heading", "三、保障措施"),
              ("paragraph", "区财政安排专项资金860万元，按照站点规模和服务人次分档补助。资金使用情况接受审计监督，不得截留、挪用。"),
              ("paragraph", "各街道要于每季度末月25日前将进展情况报区民政局，由区民政局汇总后报区政府办公室。")]
    shuffle = maker.random.randint(0, 2)
    blocks = blocks[:len(blocks) - shuffle]
    pages, number, y = [], 0, 1e9

    def place(font, text, shift, spacing=0, centre=False, em=size):
        nonlocal y, number
        if y + style.pitch > 842 - 90:
            number += 1
            pages.append(Page(maker.fonts, *A4))
            pages[-1].centred(SERIF, 14, 0, 842 - 70, 595, f"— {number} —")
            y = 100
        if centre:
            pages[-1].centred(font, em, x, y, width, text)
        else:
            pages[-1].text(font, em, x + shift, y, text, spacing)
        y += style.pitch if em == size else 1.6 * em

    place(f"{SERIF} Bold", "云汀区人民政府办公室关于进一步", 0, 0, True, 22)
    place(f"{SERIF} Bold", "做好社区助老服务工作的通知", 0, 0, True, 22)
    y += 20
    for kind, text in blocks[1:]:
        font = SANS if kind == "heading" else SERIF
        indent = 0 if text.endswith("单位：") else 2 * size
        for piece, first, last in break_lines(maker.fonts, font, size, text, width, indent):
            spare = width - first - maker.fonts.measure(font, size, piece)
            place(font, piece, first, 0 if last else spare / max(1, len(piece) - 1))
    return pages, [{"title": blocks[0][1], "blocks": blocks}]


def report(maker):
    """A half-year report over several pages of one column, with a running head and page numbers."""
    style = maker.style(size=12, pitch=maker.random.choice([1.6, 1.9]), body=SERIF, heading=maker.random.choice(["bold", "run"]))
    fits = [a for a in maker.pool if sum(k == "heading" for k, _ in a["blocks"]) >= 4 and n_chars(a) > 1400]
    article = maker.random.choice(fits)
    article = {"title": article["title"], "blocks": [b for b in article["blocks"] if b[0] not in ("caption", "byline")]}
    head, body, _ = split_article(article["blocks"])
    x, width, pages, y = 80, 435, [], 1e9
    lines = set_lines(maker.fonts, style, body, width)
    for line in lines:
        if y + style.pitch > 842 - 80:
            pages.append(Page(maker.fonts, *A4))
            pages[-1].centred(SERIF, 9, 0, 40, 595, "云汀区政府工作简报")
            pages[-1].centred(SERIF, 10, 0, 842 - 50, 595, f"- {len(pages)} -")
            y = 76
            if len(pages) == 1:
                y = add_head(pages[0], style, head, x, y, width, 1.8) + 6
        if line is not None:
            _, font, size, shift, text, spacing = line
            pages[-1].text(font, size, x + shift, y, text, spacing)
        y += style.pitch
    return pages, [article]


def vertical(maker):
    """Lines from top to bottom, the first one at the right; the headline is the first line."""
    size, em = (700, 500), 12
    article = maker.pick(250, 420)
    page = Page(maker.fonts, *size)
    title = article["title"].replace(" ", "")
    tall, x, tables = 400, size[0] - 70, maker.fonts
    page.down(f"{SERIF} Bold", 22, x, 50, title, 1.0 if len(title) <= 18 else 400 / (22 * len(title)))
    x -= 40
    blocks = [("title", title)]
    for kind, text in article["blocks"]:
        if kind not in BODY_KINDS:
            continue
        text = "".join("〇一二三四五六七八九"[int(c)] if c.isascii() and c.isdigit() else c for c in text)
        text = "".join({"“": "﹁", "”": "﹂", ".": "点", "%": "厘", "‘": "﹃", "’": "﹄"}.get(c, c) for c in text)
        blocks.append((kind, text.replace("﹁", "「").replace("﹂", "」").replace("﹃", "『").replace("﹄", "』")))
        text = blocks[-1][1]
        at, first = 0, 2
        while at < len(text):
            n = tall // em - first
            if at + n < len(text) and text[at + n] in "，。、；：！？”」』）":
                n += 1
            if x < 40:
                break
            page.down(SERIF, em, x, 50 + first * em, text[at:at + n])
            at, first, x = at + n, 0, x - 1.7 * em
        if at < len(text):
            blocks[-1] = (kind, text[:at])
            break
    return [page], [{"title": title, "blocks": blocks}]


KINDS = {f.__name__: f for f in (inner, inner_rules, inner_loose, broadsheet, front, front_ear, briefs, feature, statement,
                                 pinwheel, ragged, photos, side_title, flush, official, report, vertical)}
