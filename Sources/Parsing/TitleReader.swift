import Filings
import Ingest

/// Finds the title and the organ named in it.
enum TitleReader {
    private static let endings = [
        "政府信息公开工作年度报告", "政府信息公开年度报告", "政务公开工作年度报告", "信息公开工作年度报告", "信息公开年度报告", "信息公开工作年报", "政府信息公开工作报告",
        "政府信息公开年报", "信息公开年报",
    ]

    /// Lines in front of a crawled text that name title, publisher and column; what they say and of what.
    static func headers(in prose: Prose) -> (title: Prose.Paragraph?, publishers: [Evidence], count: Int) {
        var title: Prose.Paragraph?
        var publishers: [Evidence] = []
        var count = 0
        for paragraph in prose.paragraphs.prefix(8) {
            guard paragraph.scalars.prefix(6).contains(where: { $0 == ":" || $0 == "：" }) else { break }
            let text = paragraph.text
            guard let mark = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { break }
            let body = String(text[text.index(after: mark)...])
            switch text[..<mark] {
            case "标题": if isTitle(body) { title = paragraph }
            case "发布机构", "发布单位", "发文机关", "信息来源": publishers.append(Evidence(text: body, place: paragraph.place(at: 0)))
            case "栏目", "索引号", "发布日期", "成文日期", "公开日期": break
            default: return (title, publishers, count)
            }
            count += 1
        }
        return (title, publishers, count)
    }

    /// The title that only the page's head gives; what a site adds behind a dash or underscore is cut off.
    static func title(inMetadata metadata: [Evidence]) -> Prose.Paragraph? {
        for evidence in metadata where evidence.text.hasPrefix("title:") {
            var text = String(evidence.text.dropFirst("title:".count))
            if let cut = text.firstIndex(where: { "_-|—–".contains($0) }) { text = String(text[..<cut]) }
            guard isTitle(text) else { continue }
            let scalars = Array(text.unicodeScalars.filter { !Normalisation.isSpace($0) })
            let line = UInt32(evidence.place?.line ?? 1)
            return Prose.Paragraph(
                scalars: scalars, spots: scalars.map { _ in Prose.Spot(line: line, column: 1) }, section: 0, page: nil)
        }
        return nil
    }

    static func publishers(inMetadata metadata: [Evidence]) -> [Evidence] {
        metadata.filter { $0.text.hasPrefix("publisher:") }.map {
            Evidence(text: String($0.text.dropFirst("publisher:".count)), place: $0.place)
        }
    }

    /// The paragraph with the title: one of the first, short, ending like a title.
    static func title(in prose: Prose) -> Prose.Paragraph? {
        let headers = headers(in: prose)
        if let title = headers.title { return title }
        let first = prose.paragraphs.dropFirst(headers.count).prefix(60).filter { $0.section == 0 }
        for (index, paragraph) in first.enumerated() where paragraph.scalars.count <= 70 && isTitle(paragraph.text) {
            // A title broken over two lines: the organ above, the words below.
            if organ(in: paragraph.text).isEmpty, index > 0, first[index - 1].scalars.count <= 30 {
                var joined = first[index - 1]
                joined.scalars += paragraph.scalars
                joined.spots += paragraph.spots
                return joined
            }
            return paragraph
        }
        return nil
    }

    static func isTitle(_ text: String) -> Bool {
        // A trail of links ends like a title, and a sentence may hold one.
        guard !text.includes(anyOf: ["。", "，", ">", "＞", "»", "当前位置", "来源："]) else { return false }
        return text.includes(anyOf: endings)
    }

    /// The organ's name in a title: what remains without marks, year and the report's own name.
    static func organ(in title: String) -> String {
        var text = title
        for mark in ["#", "*", "标题:", "标题：", "发布机构:", "发布机构：", "关于", "《", "》"] {
            text = text.replacing(mark, with: "")
        }
        if let cut = endings.compactMap({ text.firstRange(of: $0)?.lowerBound }).min() { text = String(text[..<cut]) }
        text = withoutYear(text)
        return text.trimmed
    }

    private static func withoutYear(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        var index = 4
        while index < scalars.count {
            if scalars[index] == "年", Int(String(scalars: scalars[(index - 4)..<index])) != nil {
                let end = index + 1 < scalars.count && scalars[index + 1] == "度" ? index + 2 : index + 1
                scalars.removeSubrange((index - 4)..<end)
                index = 4
            } else {
                index += 1
            }
        }
        return String(scalars: scalars.filter { $0 != "(" && $0 != ")" && $0 != "（" && $0 != "）" }[...])
    }
}

/// Finds the printed date under the text.
enum SignatureReader {
    static func signature(in prose: Prose) -> Signature? {
        for paragraph in prose.paragraphs.suffix(4).reversed() where paragraph.scalars.count <= 60 {
            if let found = date(in: paragraph) { return found }
        }
        return nil
    }

    /// A date at the end of a short paragraph: 2024年1月15日.
    private static func date(in paragraph: Prose.Paragraph) -> Signature? {
        let scalars = paragraph.scalars
        guard scalars.last == "日", let (year, range) = YearIdentification.years(in: paragraph).last else { return nil }
        let rest = String(scalars: scalars[range.upperBound..<(scalars.count - 1)]).split(separator: "月")
        guard rest.count == 2, let month = Int(rest[0]), let day = Int(rest[1]), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return Signature(
            year: year, month: month, day: day, evidence: paragraph.evidence(range.lowerBound..<scalars.count))
    }
}
