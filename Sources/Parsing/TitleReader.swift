import Filings
import Ingest

/// Finds the title and the organ named in it.
enum TitleReader {
    private static let endings = [
        "政府信息公开工作年度报告", "政府信息公开年度报告", "政务公开工作年度报告", "信息公开工作年度报告", "信息公开年度报告", "信息公开工作年报", "政府信息公开工作报告",
        "政府信息公开年报", "信息公开年报",
    ]

    /// A line in front of the text is not longer.
    private static let headerBytes = 600

    typealias Headers = (title: Prose.Paragraph?, publishers: [Evidence], count: Int)

    /// Lines in front of a crawled text that name title, publisher and column; what they say and of what.
    static func headers(in prose: Prose) -> Headers {
        var title: Prose.Paragraph?
        var publishers: [Evidence] = []
        var count = 0
        for paragraph in prose.paragraphs.prefix(8) {
            let text = paragraph.text(0..<min(paragraph.byteCount, headerBytes))
            guard let mark = text.unicodeScalars.prefix(6).firstIndex(where: { $0 == ":" || $0 == "：" }) else { break }
            let body = String(text[text.unicodeScalars.index(after: mark)...])
            switch String(text.unicodeScalars[..<mark]) {
            case "标题": if isTitle(body) { title = paragraph }
            case "发布机构", "发布单位", "发文机关", "信息来源": publishers.append(Evidence(text: body, place: paragraph.place(at: 0)))
            case "栏目", "索引号", "发布日期", "成文日期", "公开日期": break
            default: return (title, publishers, count)
            }
            count += 1
        }
        return (title, publishers, count)
    }

    /// The title that only the page's head gives, one that names an organ before others; what a site adds behind a dash
    /// or underscore is cut off.
    private static func title(inMetadata metadata: [Evidence]) -> Prose.Paragraph? {
        let titles = metadata.compactMap(title(inMetadata:))
        return titles.first { !organ(in: $0.text).isEmpty } ?? titles.first
    }

    private static func title(inMetadata evidence: Evidence) -> Prose.Paragraph? {
        guard evidence.text.hasPrefix("title:") else { return nil }
        var text = String(evidence.text.dropFirst("title:".count))
        if let cut = text.firstIndex(where: { "_-|—–".contains($0) }) { text = String(text[..<cut]) }
        guard isTitle(text), !siteWords.contains(where: organ(in: text).hasSuffix) else { return nil }
        let bytes = Array(
            String(String.UnicodeScalarView(text.unicodeScalars.filter { !Normalisation.isSpace($0) })).utf8)
        // Where in the head's line a character stands is not known: all are given the line's start.
        let line = Int32(clamping: evidence.place?.line ?? 1)
        let runs = bytes.indices.map { ProseText.Run(offset: Int32($0), line: line, column: 1) }
        return Prose.Paragraph(bytes: bytes, runs: runs, section: 0, page: nil)
    }

    /// A page's head may name the site and the kind of page only.
    private static let siteWords = ["网站", "门户", "门户网"]

    /// What the table above a page's text says of it (名称, 发布机构), as a page's head would.
    static func metadata(above rows: [RawRow]) -> [Evidence] {
        var found: [Evidence] = []
        for row in rows.prefix(rowsOfHead) where row.kind == .table {
            let cells = row.cells.filter { !$0.text.trimmed.isEmpty }
            for (label, value) in zip(cells, cells.dropFirst()) {
                let words = label.text.filter { !$0.isWhitespace && !":：".contains($0) }
                guard let kind = kindsOfHead[words] else { continue }
                found.append(Evidence(text: "\(kind):\(value.text.trimmed)", place: value.place))
            }
        }
        return found
    }

    /// Whether words that a table prints may name a page's data, which is more than figures.
    static func mayHoldMetadata(_ words: [UInt8]) -> Bool {
        let text = String(decoding: words, as: UTF8.self).filter { !$0.isWhitespace }
        return kindsOfHead.keys.contains { text.includes($0) }
    }

    /// So many rows stand above the text at most.
    private static let rowsOfHead = 30
    private static let kindsOfHead = [
        "名称": "title", "标题": "title", "信息名称": "title", "文件名称": "title", "发布机构": "publisher", "发布单位": "publisher",
        "发文机关": "publisher", "公开机构": "publisher",
    ]

    static func publishers(inMetadata metadata: [Evidence]) -> [Evidence] {
        metadata.filter { $0.text.hasPrefix("publisher:") }.map {
            Evidence(text: String($0.text.dropFirst("publisher:".count)), place: $0.place)
        }
    }

    /// The paragraph with the title: one of the first, short, ending like a title. Lists of other organs' reports may stand
    /// above it: of several titles that which the text names most, else the last.
    ///
    /// A page's own head tells which, where it is one of them, and is the title where the text has none.
    static func title(
        in prose: Prose, _ headers: Headers, _ metadata: [Evidence], _ names: KnownNames, _ places: PlaceNames
    ) -> Prose.Paragraph? {
        if let title = headers.title { return title }
        let first = prose.paragraphs.dropFirst(headers.count).prefix(60).filter { $0.section == 0 }
        let titles = first.indices.compactMap { title(at: $0, in: first, of: prose, names, places) }
        let own = titles.count == 1 && !titles[0].organ.isEmpty ? nil : self.title(inMetadata: metadata)
        guard let title = titles.first else { return own }
        // 信息公开年报 alone names nobody.
        if titles.allSatisfy(\.organ.isEmpty), let own, !organ(in: own.text).isEmpty { return own }
        if titles.count > 1, let own {
            // The organ may stand in one of them only.
            let alike = titles.filter { $0.paragraph.includes(own.bytes) || own.includes($0.paragraph.bytes) }
            if let title = alike.max(by: { $0.paragraph.byteCount < $1.paragraph.byteCount }) { return title.paragraph }
        }
        guard titles.count > 1, Set(titles.map(\.organ)).count > 1 else { return title.paragraph }
        let named = titles.filter { !$0.organ.isEmpty }
        let counts = named.map { mentions(of: $0.organ, in: prose) }
        guard let most = counts.max(), let best = counts.lastIndex(of: most) else { return title.paragraph }
        return named[best].paragraph
    }

    private typealias Title = (paragraph: Prose.Paragraph, organ: String)

    /// The title that a paragraph is, or ends when it is broken over lines: the organ above, the words below, or the
    /// break anywhere in it.
    private static func title(
        at index: Int, in first: [Prose.Paragraph], of prose: Prose, _ names: KnownNames, _ places: PlaceNames
    ) -> Title? {
        guard isShort(first[index]) else { return nil }
        var (title, start) = (first[index], index)
        var organ = names.organ(inTitle: title.bytes)
        for _ in 1..<mostLines {
            start -= 1
            // The day of publication may stand between both.
            if organ?.isEmpty ?? false, start > 0, SignatureReader.date(in: first[start]) != nil { start -= 1 }
            guard start >= 0, first[start].count <= 40, !isTitle(first[start].text), !isSentence(first[start].text)
            else { break }
            let joined = first[start].joined(with: title)
            let whole = names.organ(inTitle: joined.bytes)
            if let organ {
                // A year above, as in a list of years, is none of a title that has its own.
                guard let whole, whole != organ || YearIdentification.firstYear(in: title.bytes) == nil,
                    organ.isEmpty || fragments.contains(organ) || mentions(of: whole, in: prose) > 0
                        || start == 0 && breaksOff(first[start].text, organ, places)
                else { break }
            }
            (title, organ) = (joined, whole)
        }
        guard let organ else { return nil }
        if index + 1 < first.count, isYear(first[index + 1].text), YearIdentification.firstYear(in: title.bytes) == nil
        {
            title = title.joined(with: first[index + 1])
        }
        return (title, organ)
    }

    /// A title is broken over so many lines at most.
    private static let mostLines = 3

    private static func isShort(_ paragraph: Prose.Paragraph) -> Bool {
        paragraph.byteCount <= 280 && paragraph.count <= 70
    }

    private static func isSentence(_ text: String) -> Bool { text.includes(anyOf: ["。", "，", "：", ":", "；"]) }

    /// `（2025年度）` alone.
    private static func isYear(_ text: String) -> Bool {
        let rest = withoutYears(without(brackets, Array(text.utf8)))
        return rest.isEmpty && !text.isEmpty
    }

    /// Whether an organ's name starts on a line, in its area's name or behind it, and ends on the next, which names none.
    private static func breaksOff(_ line: String, _ end: String, _ places: PlaceNames) -> Bool {
        let begun = OrganName(line.trimmed, places: places)
        let whole = OrganName(line.trimmed + end, places: places)
        return OrganName(end, places: places).areas.isEmpty && whole.areas.starts(with: begun.areas)
            && (whole.areas.count > begun.areas.count || !begun.areas.isEmpty && !begun.rest.isEmpty)
            && OrganName.isOrgan(whole.rest) && !OrganName.isOrgan(begun.rest)
            && !siteWords.contains(where: line.includes)
    }

    /// What a broken line leaves of 年度 and 政府 in front of the title's words.
    private static let fragments: Set<String> = ["府", "政府", "年", "度", "年度"]

    /// In how many paragraphs that are no titles a name stands.
    private static func mentions(of organ: String, in prose: Prose) -> Int {
        let name = organ.utf8Bytes
        return prose.paragraphs.count { paragraph in
            paragraph.includes(name) && !(paragraph.byteCount <= 280 && isTitle(paragraph.text))
        }
    }

    static func isTitle(_ text: String) -> Bool {
        // A trail of links ends like a title, and a sentence may hold one.
        guard !text.includes(anyOf: ["。", "，", ">", "＞", "»", "当前位置", "来源："]) else { return false }
        return text.includes(anyOf: endings)
    }

    private static let marks = WordFinder(["#", "*", "标题:", "标题：", "发布机构:", "发布机构：", "关于印发", "关于", "《", "》"])
    private static let brackets = WordFinder(["(", ")", "（", "）"])

    /// The organ's name in a title: what remains without marks, year and the report's own name.
    static func organ(in title: String) -> String {
        let text = without(marks, Array(title.utf8))
        let end = text.withUnsafeBufferPointer { bytes in
            endingWords.compactMap { ByteSearch.first($0, in: bytes) }.min()
        }
        let name = without(brackets, withoutYears(Array(text[..<(end ?? text.count)])))
        return String(decoding: name, as: UTF8.self).trimmed
    }

    private static let endingWords = endings.map(\.utf8Bytes)

    /// A text without any of these words.
    private static func without(_ words: WordFinder, _ text: [UInt8]) -> [UInt8] {
        var rest: [UInt8] = []
        var start = 0
        text.withUnsafeBufferPointer { bytes in
            words.search(bytes) { range, _ in
                rest += bytes[start..<range.lowerBound]
                start = range.upperBound
                return start
            }
        }
        return rest + text[start...]
    }

    /// A text without `2024年`, `2024年度` and the like.
    private static func withoutYears(_ text: [UInt8]) -> [UInt8] {
        text.withUnsafeBufferPointer { bytes in
            var rest: [UInt8] = []
            var end = 0
            while let (_, range) = YearIdentification.firstYear(in: bytes, from: end) {
                rest += bytes[end..<range.lowerBound]
                let isDegree = ByteSearch.stands(degree, at: range.upperBound, in: bytes)
                end = range.upperBound + (isDegree ? degree.count : 0)
            }
            return end == 0 ? text : rest + bytes[end...]
        }
    }

    private static let degree = "度".utf8Bytes
}

/// Finds the printed date under the text.
enum SignatureReader {
    static func signature(in prose: Prose) -> Signature? {
        for paragraph in prose.paragraphs.suffix(4).reversed()
        where paragraph.byteCount <= 240 && paragraph.count <= 60 {
            if let found = date(in: paragraph) { return found }
        }
        return nil
    }

    /// A date at the end of a short paragraph: 2024年1月15日.
    static func date(in paragraph: Prose.Paragraph) -> Signature? {
        let bytes = paragraph.bytes
        guard bytes.suffix(3).elementsEqual("日".utf8), let (year, range) = YearIdentification.years(in: paragraph).last
        else { return nil }
        let rest = paragraph.text(range.upperBound..<(bytes.count - 3)).split(separator: "月")
        guard rest.count == 2, let month = Int(rest[0]), let day = Int(rest[1]), (1...12).contains(month),
            (1...31).contains(day)
        else { return nil }
        return Signature(
            year: year, month: month, day: day, evidence: paragraph.evidence(range.lowerBound..<bytes.count))
    }
}
