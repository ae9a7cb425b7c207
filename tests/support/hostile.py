# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that an importer must survive. write(folder, outside) makes them and returns a Row for each.

What is wanted of a file: "read" (an article with the words in it), "refused" (one line that says why, and nothing in the library),
"any" of the two; "archive" for archives whose members get results of their own."""
import base64
import dataclasses
import io
import os
import random
import struct
import zipfile
import zlib

WORDS = "云汀区柳浦街道的夜校开课了"
TEXT = WORDS + "，三十名居民在社区学堂里学写春联。\n"


@dataclasses.dataclass
class Row:
    name: bytes
    want: str
    words: str = ""


def encoded(data):
    return data.encode() if isinstance(data, str) else data


def zipped(members, method=zipfile.ZIP_DEFLATED):
    """members: pairs of a name or ZipInfo and its content."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return whole.getvalue()


def bomb(name, n_bytes):
    """A zip archive of one member of zeros, written piece by piece."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w", force_zip64=True) as member:
        for _ in range(n_bytes >> 20):
            member.write(bytes(1 << 20))
    return whole.getvalue()


def docx(body, head="", **others):
    """others: further members, with __ for a slash and no extension."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    types = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
             'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    return zipped([("[Content_Types].xml", types), ("word/document.xml", document),
                   *((name.replace("__", "/") + ".xml", content) for name, content in others.items())])


def paragraph(text, properties=""):
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def with_encrypted_flag(data):
    """Both headers of each member say that it is encrypted; it is not, so what comes out is noise at best."""
    data = bytearray(data)
    for magic, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(magic)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(magic, at + 4)
    return bytes(data)


def with_declared_size(data, size):
    """The directory says that the members are so large."""
    data = bytearray(data)
    at = data.find(b"PK\1\2")
    while at >= 0:
        struct.pack_into("<II", data, at + 20, size, size)
        at = data.find(b"PK\1\2", at + 4)
    return bytes(data)


def link_member(name, target):
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    return info, target


def nested(depth):
    data = zipped([("最里面.txt", TEXT)])
    for level in range(depth):
        data = zipped([(f"第{level}层.zip", data)])
    return data


def fan_out(width, depth):
    data = zipped([("一.txt", TEXT)])
    for _ in range(depth):
        data = zipped([(f"{i}.zip", data) for i in range(width)])
    return data


def laughs(kind, n_levels=9):
    """Entities that stand for ten of the one before; kind is & or %."""
    space = "% " if kind == "%" else ""
    levels = "".join(f"<!ENTITY {space}l{i} '" + f"{kind}l{i - 1};" * 10 + "'>\n" for i in range(1, n_levels))
    return f"<!DOCTYPE l [<!ENTITY {space}l0 'lol'>\n{levels}" + (f"%l{n_levels - 1};]><l/>" if kind == "%"
                                                                   else f"]><l>&l{n_levels - 1};</l>")


def pdf(objects, tail="/Root 1 0 R"):
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in objects)
    return f"%PDF-1.7\n{body}trailer\n<<{tail}>>\n%%EOF\n"


def stream(content, filters):
    data = zlib.compress(content, 9)
    return b"<</Length %d/Filter%s>>\nstream\n%s\nendstream" % (len(data), filters, data)


def pdf_bomb():
    """A page whose content grows a thousandfold twice over."""
    data = zlib.compress(zlib.compress(bytes(300 << 20), 9), 9)
    parts = [(1, b"<</Type/Catalog/Pages 2 0 R>>"), (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
             (3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"),
             (4, b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>\nstream\n%s\nendstream" % (len(data), data))]
    return b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % part for part in parts) + b"trailer\n<</Root 1 0 R>>\n%%EOF\n"


def news_item(body, head=""):
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}<nitf><head><title>夜校</title></head><body>{body}</body></nitf>'


def texts():
    noise = random.Random(7)
    yield "empty.txt", b"", "refused"
    yield "mark-only.txt", b"\xef\xbb\xbf", "refused"
    yield "blank.txt", "\n 　\t\n" * 1000, "refused"
    yield "noise.txt", noise.randbytes(60000), "any"
    yield "nul.txt", TEXT.encode() + b"\0" * 10 + TEXT.encode(), "any"
    yield "half-a-character.txt", TEXT.encode("gb18030") * 9 + b"\xd4", "any"
    yield "two-charsets.txt", TEXT.encode() * 5 + TEXT.encode("gb18030") * 5, "any"
    yield "big5.txt", "雲汀區柳浦街道的夜校開課了，三十名居民在社區學堂裡學寫春聯。\n".encode("big5") * 9, "read", "夜校"
    yield "utf16-odd.txt", TEXT.encode("utf-16") + b"\x4e", "any"
    yield "utf16-halves.txt", b"\xff\xfe" + b"\x00\xd8" * 5000 + TEXT.encode("utf-16-le"), "any"
    yield "utf16-noise.txt", b"\xff\xfe" + noise.randbytes(100000), "any"
    yield "utf32-noise.txt", b"\xff\xfe\0\0" + noise.randbytes(100000), "any"
    yield "controls.txt", "".join(map(chr, range(1, 32))) + TEXT + "\u202e\u2066\ufeff\u200b\x9b2J", "any"
    yield "escapes.txt", "\033[2J\033]0;title\a" + TEXT * 100, "read", WORDS
    yield "one-line.txt", "夜校开课" * 500000, "refused"
    yield "long-line.txt", "何清在柳浦街道" * 100000, "any"
    yield "many-lines.txt", "校\n" * 60000, "any"
    yield "blank-lines.txt", TEXT + "\n" * 3000000 + TEXT, "any"
    yield "quotes.txt", "“" * 300000 + TEXT, "any"
    yield "brackets.txt", "（记者 " * 100000, "any"
    yield "digits.txt", "1234567890" * 200000, "any"
    yield "combining.txt", "e" + "\u0301" * 500000, "any"


def pages():
    yield "deep.html", "<div>" * 100000 + WORDS, "any"
    yield "deep-inline.html", "<html><body>" + "<b><i>" * 50000 + WORDS, "any"
    yield "deep-lists.html", "<html><body>" + "<ul><li>" * 50000 + WORDS, "any"
    yield "deep-tables.html", "<html><body>" + "<table><tr><td>" * 5000 + WORDS, "any"
    yield "attribute.html", f'<html><body><p title="{"x" * 10_000_000}">{WORDS}</p>', "any"
    yield "attributes.html", "<html><body><p " + " ".join(f"a{i}=1" for i in range(30000)) + f">{WORDS}</p>", "any"
    yield "elements.html", "<html><body>" + "<p>校</p>" * 60000, "any"
    yield "unclosed.html", "<html><body>" + "<a>" * 100000 + "<p>" * 100000 + WORDS, "any"
    yield "comment.html", "<html><body>" + "<!--" * 500000 + WORDS, "any"
    yield "entities.html", "<html><body><p>" + "&amp;&#x4e91;&bogus;&#99999999;&#xd800;" * 100000, "any"
    yield "span.html", f'<html><body><table><tr><td colspan="999999999" rowspan="999999999">{WORDS}</td></tr></table>', "any"
    yield "remote.html", ('<html><head><base href="file:///etc/"><link rel=stylesheet href="http://127.0.0.1:9/a.css">'
                          '<meta http-equiv=refresh content="0;url=file:///etc/passwd"><script src=http://127.0.0.1:9/a.js></script>'
                          '</head><body><img src=http://127.0.0.1:9/a.png><iframe src=file:///etc/passwd></iframe>'
                          f'<object data=/etc/passwd></object><p>{TEXT * 5}</p></body></html>'), "read", WORDS
    yield "other-charset.html", b"<html><meta charset=big5><body><p>" + TEXT.encode() * 20, "any"
    yield "utf7.html", b"<html><meta charset=utf-7><body><p>+ADw-script+AD4-" + TEXT.encode() * 5, "any"


def markups():
    yield "deep.xml", "<a>" * 100000, "any"
    yield "deep-closed.xml", "<a>" * 100000 + WORDS + "</a>" * 100000, "any"
    yield "laughs.xml", laughs("&"), "any"
    yield "laughs.nitf.xml", news_item("<p>&l8;</p>", laughs("&").split("]>")[0].replace("DOCTYPE l", "DOCTYPE nitf") + "]>"), "refused"
    yield "parameter-laughs.xml", laughs("%"), "any"
    yield "quadratic.nitf.xml", news_item("<p>" + "&a;" * 5000 + "</p>", f'<!DOCTYPE nitf [<!ENTITY a "{"校" * 200000}">]>'), "refused"
    yield "outside.nitf.xml", news_item(f"<p>{WORDS}&x;</p>", '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "refused"
    yield "outside-parameter.nitf.xml", news_item(f"<p>{WORDS}</p>", '<!DOCTYPE nitf [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>'), \
        "refused"
    yield "network-type.nitf.xml", news_item(f"<p>{WORDS}</p>", '<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd">'), "any"
    yield "file-type.nitf.xml", news_item(f"<p>{WORDS}</p>", '<!DOCTYPE nitf SYSTEM "file:///etc/passwd">'), "any"
    yield "include.nitf.xml", news_item(f'<p xmlns:i="http://www.w3.org/2001/XInclude">{WORDS}<i:include href="/etc/passwd" parse="text"/>'
                                        "</p>"), "any"
    yield "default.nitf.xml", news_item("<p>" + "<b/>" * 30000 + "</p>", f'<!DOCTYPE nitf [<!ATTLIST b c CDATA "{"x" * 100000}">]>'), "any"
    yield "attribute-default.xml", '<!DOCTYPE a [<!ATTLIST b c CDATA "' + "x" * 100000 + '">]><a>' + "<b/>" * 30000 + "</a>", "any"
    yield "namespaces.xml", "<a " + " ".join(f'xmlns:n{i}="u{i}"' for i in range(50000)) + ">" + WORDS + "</a>", "any"
    yield "attributes.xml", "<a " + " ".join(f'n{i}="u"' for i in range(100000)) + ">" + WORDS + "</a>", "any"
    yield "long-name.xml", f"<a><{'b' * 5_000_000}/></a>", "any"
    yield "text-node.xml", f"<a>{'校' * 7_000_000}</a>", "any"
    yield "bad-bytes.xml", b'<?xml version="1.0" encoding="UTF-8"?><a>\xff\xfe\xc0\x80</a>', "any"
    yield "charset-lie.xml", '<?xml version="1.0" encoding="UTF-16"?><a>' + WORDS + "</a>", "any"
    yield "cut.xml", news_item(f"<p>{TEXT * 100}</p>")[:3000], "any"
    yield "tags.nitf.xml", news_item("<body.content>" + "".join(f"<p><person>何清</person>{i}在<location>柳浦街道</location></p>"
                                                                for i in range(20000)) + "</body.content>"), "any"


def archives(outside):
    plain = docx(paragraph(TEXT) * 3)
    yield "good.docx", plain, "any"
    yield "cut.docx", plain[:len(plain) * 2 // 3], "refused"
    yield "no-document.docx", zipped([("word/styles.xml", "<x/>"), ("[Content_Types].xml", "<Types/>")]), "archive"
    yield "outside.docx", docx(paragraph(f"{WORDS}&x;"), '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "any"
    yield "deep.docx", docx("<w:sdt><w:sdtContent>" * 50000 + paragraph(TEXT)), "any"
    yield "deep-tables.docx", docx("<w:tbl><w:tr><w:tc>" * 80 + paragraph(TEXT) + "</w:tc></w:tr></w:tbl>" * 80), "any"
    yield "styles.docx", docx(paragraph(TEXT, '<w:pPr><w:pStyle w:val="s0"/></w:pPr>') * 2000, word__styles="<w:styles xmlns:w='"
                              "http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + "".join(
                                  f"<w:style w:styleId='s{i}'><w:basedOn w:val='s{(i + 1) % 9000}'/></w:style>" for i in range(9000))
                              + "</w:styles>"), "any"
    yield "many-runs.docx", docx("<w:p>" + "<w:r><w:t>校</w:t></w:r>" * 200000 + "</w:p>"), "any"
    yield "bomb.docx", bomb("word/document.xml", 500 << 20), "archive"
    yield "bomb.zip", bomb("一.txt", 500 << 20), "archive"
    yield "declared.zip", with_declared_size(zipped([("一.txt", TEXT)]), 0xfffffff0), "any"
    yield "members.zip", zipped([(f"{i}", b"") for i in range(20000)], zipfile.ZIP_STORED), "refused"
    yield "members.docx", zipped([("word/document.xml", "<x/>"), *((f"word/media/{i}", b"") for i in range(20000))]), "refused"
    yield "outside.zip", zipped([("../outside/evil.txt", TEXT), ("../../evil.txt", TEXT), (f"{outside}/evil.txt", TEXT),
                                 ("a/../../evil.txt", TEXT), ("C:\\evil.txt", TEXT), ("..\\evil.txt", TEXT), ("in.txt", TEXT + "甲")]), \
        "archive"
    yield "links.zip", zipped([link_member("passwd.txt", "/etc/passwd"), link_member("up", ".."), ("up/evil.txt", TEXT),
                               ("in.txt", TEXT + "乙")]), "archive"
    yield "encrypted.zip", with_encrypted_flag(zipped([("一.txt", TEXT)])), "archive"
    yield "twice.zip", zipped([("一.txt", TEXT + "丙"), ("二.txt", TEXT + "丙")]), "archive"
    yield "nested.zip", nested(10), "archive"
    yield "fan-out.zip", fan_out(7, 3), "archive"
    yield "names.zip", zipped([("new\nline.txt", ""), ("turn\u202etxt.exe", ""), ("\033[2J\033]0;a\a.txt", ""), ("=cmd()+1.txt", ""),
                               ("长" * 5000, "")]), "archive"
    yield "noise.zip", b"PK\3\4" + random.Random(8).randbytes(5000), "refused"
    yield "end-only.zip", b"PK\5\6" + bytes(18), "any"
    yield "page.docx", f"<html><body><p>{TEXT * 5}</p></body></html>", "any"
    for kind, member in (("odt", "application/vnd.oasis.opendocument.text"), ("epub", "application/epub+zip")):
        yield f"bare.{kind}", zipped([("mimetype", member)], zipfile.ZIP_STORED), "any"
    yield "spaces.odt", zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">'
        '<office:body><office:text><text:p>校<text:s text:c="999999999"/>校</text:p><table:table><table:table-row '
        'table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999"><text:p>校</text:p>'
        '</table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>'))]), "any"
    yield "loop.epub", zipped([("mimetype", "application/epub+zip"), ("META-INF/container.xml", (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="../../../etc/passwd"/>'
        '<rootfile full-path="META-INF/container.xml"/></rootfiles></container>'))]), "any"


def others():
    noise = random.Random(9)
    yield "noise.pdf", b"%PDF-1.7\n" + noise.randbytes(100000), "refused"
    yield "head-only.pdf", b"%PDF-1.7", "refused"
    yield "loop.pdf", pdf([(1, "<</Type/Catalog/Pages 2 0 R>>"), (2, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 999999999>>")]), "refused"
    yield "pages.pdf", pdf([(1, "<</Type/Catalog/Pages 2 0 R>>"), (2, "<</Type/Pages/Kids[3 0 R]/Count 2000000000>>"),
                            (3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e38 -1e38]/Rotate 17>>")]), "any"
    yield "same-page.pdf", pdf([(1, "<</Type/Catalog/Pages 2 0 R>>"), (2, f"<</Type/Pages/Kids[{'3 0 R ' * 3000}]/Count 3000>>"),
                                (3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")]), "any"
    yield "bomb.pdf", pdf_bomb(), "any"
    yield "deep.pdf", "%PDF-1.7\n1 0 obj\n" + "[" * 500000, "refused"
    yield "program.pdf", pdf([(1, "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>/Names<</EmbeddedFiles 4 0 R>>>>"),
                              (2, "<</Type/Pages/Kids[]/Count 0>>")]), "any"
    yield "groups.rtf", "{\\rtf1 " + "{" * 1_000_000 + "a", "any"
    yield "closed.rtf", "{\\rtf1 a" + "}" * 1_000_000, "any"
    yield "words.rtf", "{\\rtf1 " + "\\b" * 1_000_000 + " a}", "any"
    yield "binary.rtf", "{\\rtf1 {\\pict\\bin2147483647 abc}" + WORDS + "}", "any"
    yield "skips.rtf", "{\\rtf1\\uc2147483647 \\u20113 " + "abc" * 1000 + "}", "any"
    yield "long-word.rtf", "{\\rtf1 \\" + "a" * 1_000_000 + "99999999999999999999 a}", "any"
    yield "deep.json", "[" * 100000, "any"
    yield "deep-closed.json", "[" * 100000 + "]" * 100000, "any"
    yield "deep-objects.json", '{"a":' * 100000 + "1" + "}" * 100000, "any"
    yield "number.json", '{"uri":"a","headline":' + "9" * 1_000_000 + "}", "any"
    yield "keys.json", '{"uri":"urn:a","type":"text","versioncreated":"2023-07-18T08:00:00Z",' + ",".join(
        f'"k{i}":{i}' for i in range(200000)) + "}", "any"
    yield "halves.json", '{"uri":"urn:a","type":"text","headline":"\\ud800\\udfff\\udc00","body_text":"\\u0000校"}', "any"
    yield "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise.randbytes(5000), "refused"
    yield "picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">IIBBBBB", 60000, 60000, 8, 6, 0, 0, 0) + bytes(4), "refused"
    yield "picture.jpg", b"\xff\xd8\xff\xe0" + noise.randbytes(50000), "refused"
    yield "picture.gif", b"GIF89a\xff\xff\xff\xff" + noise.randbytes(5000), "refused"
    yield "mail.eml", "MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n" + base64.b64encode(TEXT.encode() * 99).decode(), "any"


def names():
    for name in (b"new\nline.txt", b"turn-\xe2\x80\xaetxt.exe", b"\x1b[31mred\x1b[2J.txt", b"bad-\xff\xfe.txt", b"=cmd()+1.txt",
                 b"-rf.txt", b" .txt", b"%00.txt", "长".encode() * 80 + b".txt", b"a\\b.txt"):
        yield name, b"", "refused"


def special(folder):
    """What is no file, or none that may be read."""
    os.symlink("/etc/passwd", folder / "link.txt")
    os.symlink("nowhere", folder / "dangling.txt")
    os.symlink("round.txt", folder / "round.txt")
    os.symlink("/dev/zero", folder / "zero.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "folder.txt").mkdir()
    yield Row(b"dangling.txt", "refused")
    yield Row(b"round.txt", "refused")
    yield Row(b"zero.txt", "refused")
    yield Row(b"pipe.txt", "refused")
    yield Row(b"link.txt", "any")
    # root may read it all the same
    (folder / "locked.txt").write_text(TEXT)
    (folder / "locked.txt").chmod(0)
    yield Row(b"locked.txt", "any" if os.geteuid() == 0 else "refused")
    with open(folder / "sparse.txt", "wb") as file:
        file.truncate(3 << 30)
    yield Row(b"sparse.txt", "refused")


def write(folder, outside):
    """Writes all of them into folder. outside: a folder that some of them try to write to. Returns rows, good ones between them and
    at the end."""
    rows = []
    for group in (texts(), pages(), markups(), archives(outside), others(), names()):
        for name, content, want, *words in group:
            row = Row(encoded(name), want, *words)
            with open(os.path.join(os.fsencode(folder), row.name), "wb") as file:
                file.write(encoded(content))
            rows.append(row)
        good = Row(f"good-{len(rows)}.txt".encode(), "read", WORDS)
        (folder / os.fsdecode(good.name)).write_text(f"第{len(rows)}期\n{TEXT}", encoding="utf-8")
        rows.append(good)
    rows += special(folder)
    (folder / "last.txt").write_text(f"最后一期\n{TEXT}", encoding="utf-8")
    return rows + [Row(b"last.txt", "read", WORDS)]
