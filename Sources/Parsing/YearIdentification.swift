import Filings
import Ingest

/// Finds the reporting year: the period that the text states, else the title, else what the text speaks of.
enum YearIdentification {
    struct Result {
        var year: Int?
        var evidence: [IdentityEvidence] = []
        var notes: [ReadingNote] = []
    }

    static func identify(title: Prose.Paragraph?, prose: Prose, signature: Signature?, source: String) -> Result {
        var result = Result()
        let period = statedPeriod(prose)
        let titled = title.flatMap { firstYear(in: $0) ?? bracketedYear(in: $0) }
        add(period, .preamble, to: &result)
        add(titled, .title, to: &result)
        if result.evidence.isEmpty { add(namedReport(prose), .preamble, to: &result) }
        if result.evidence.isEmpty { add(mostNamed(prose), .body, to: &result) }
        if result.evidence.isEmpty, let signature {
            add((signature.year - 1, signature.evidence), .signature, to: &result)
        }
        if result.evidence.isEmpty, let year = yearInName(source) {
            add((year, Evidence(text: source, place: nil)), .fileName, to: &result)
        }
        result.year = result.evidence.first.flatMap { Int($0.value) }
        if let period, let titled, period.0 != titled.0 {
            result.notes.append(
                ReadingNote(
                    kind: .yearMismatch, chinese: "标题年份 \(titled.0) 与正文统计期年份 \(period.0) 不一致，以统计期为准",
                    english:
                        "the title names \(titled.0), the period stated in the text is \(period.0); the period counts",
                    evidence: titled.1))
        }
        return result
    }

    private static func add(_ found: (Int, Evidence)?, _ source: EvidenceSource, to result: inout Result) {
        guard let (year, evidence) = found else { return }
        result.evidence.append(IdentityEvidence(field: .year, source: source, value: String(year), evidence: evidence))
    }

    /// `2024年1月1日至2024年12月31日`, `截止日期为2023年12月31日`: the statistical period.
    private static func statedPeriod(_ prose: Prose) -> (Int, Evidence)? {
        for paragraph in prose.paragraphs where paragraph.section <= 1 {
            for (year, range) in years(in: paragraph) {
                func goesOn(_ words: [UInt8]) -> Bool {
                    paragraph.withBytes { ByteSearch.stands(words, at: range.upperBound, in: $0) }
                }
                let starts = firstDays.contains(where: goesOn)
                let ends = goesOn(lastDay) && closesPeriod(paragraph, before: range.lowerBound)
                if starts || ends { return (year, paragraph.evidence(range)) }
            }
            if let (year, range) = numericPeriod(paragraph) { return (year, paragraph.evidence(range)) }
        }
        return nil
    }

    /// `2024.01.01-2024.12.31`, `2024-1-1至2024-12-31`.
    private static func numericPeriod(_ paragraph: Prose.Paragraph) -> (Int, Range<Int>)? {
        guard paragraph.span.mayNameYear else { return nil }
        return paragraph.withBytes { text in
            var index = 0
            while index + 4 < text.count {
                guard ByteSearch.isDigit(text, at: index) else {
                    index += 1
                    continue
                }
                if let first = numericDate(text, from: index), first.month == 1, first.day == 1,
                    FilingYears.plausible.contains(first.year),
                    let start = connectors.lazy.compactMap({
                        ByteSearch.stands($0, at: first.end, in: text) ? first.end + $0.count : nil
                    }).first,
                    let last = numericDate(text, from: start), last.year == first.year, last.month == 12, last.day == 31
                {
                    return (first.year, index..<last.end)
                }
                while ByteSearch.isDigit(text, at: index) { index += 1 }
            }
            return nil
        }
    }

    private static let connectors = ["至", "到", "——", "—", "–", "-", "~", "～", "－"].map(\.utf8Bytes)

    /// A date of three numbers between equal signs that starts at a byte.
    private static func numericDate(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (year: Int, month: Int, day: Int, end: Int)? {
        var at = start
        func number(_ digits: ClosedRange<Int>) -> Int? {
            let first = at
            var value = 0
            while ByteSearch.isDigit(text, at: at), at - first < digits.upperBound {
                value = value * 10 + Int(text[at] - 48)
                at += 1
            }
            return digits.contains(at - first) ? value : nil
        }
        guard let year = number(4...4), at < text.count else { return nil }
        let sign = text[at]
        guard sign == UInt8(ascii: ".") || sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/") else { return nil }
        at += 1
        guard let month = number(1...2), at < text.count, text[at] == sign else { return nil }
        at += 1
        guard let day = number(1...2), !ByteSearch.isDigit(text, at: at) else { return nil }
        return (year, month, day, at)
    }

    /// `编制2024年度报告。`: the report of which a sentence of the preamble speaks; links to other years' end without a stop.
    private static func namedReport(_ prose: Prose) -> (Int, Evidence)? {
        for paragraph in prose.paragraphs where paragraph.section == 0 && paragraph.includes(stops[0]) {
            for (year, range) in years(in: paragraph) {
                let isNamed = paragraph.withBytes { text -> Bool in
                    guard ByteSearch.stands(degree, at: range.upperBound, in: text) else { return false }
                    let rest = UnsafeBufferPointer(
                        rebasing: text[range.upperBound..<min(text.count, range.upperBound + reportBytes)])
                    guard let report = ByteSearch.first(report, in: rest) else { return false }
                    return !stops.contains {
                        ByteSearch.first($0, in: UnsafeBufferPointer(rebasing: rest[..<report])) != nil
                    }
                }
                if isNamed { return (year, paragraph.evidence(range)) }
            }
        }
        return nil
    }

    private static let degree = "度".utf8Bytes
    private static let report = "报告".utf8Bytes
    private static let stops = ["。", "，", "；", "、"].map(\.utf8Bytes)
    /// 政府信息公开工作年度报告 and what may stand in front of it.
    private static let reportBytes = 75

    private static let firstDays = ["1月1日", "01月01日"].map(\.utf8Bytes)
    private static let lastDay = "12月31日".utf8Bytes
    private static let closingWords = ["截", "期", "止"]
    /// So many bytes before a date say what it is the end of.
    private static let closingBytes = 42

    private static func closesPeriod(_ paragraph: Prose.Paragraph, before end: Int) -> Bool {
        let start = paragraph.withBytes { text in
            text[max(0, end - closingBytes)..<end].firstIndex { $0 & 0xC0 != 0x80 } ?? end
        }
        return paragraph.text(start..<end).includes(anyOf: closingWords)
    }

    static func firstYear(in paragraph: Prose.Paragraph) -> (Int, Evidence)? {
        years(in: paragraph).first.map { ($0.0, paragraph.evidence($0.1)) }
    }

    /// `信息公开年报（2020）`: four digits alone between brackets.
    private static func bracketedYear(in title: Prose.Paragraph) -> (Int, Evidence)? {
        let text = title.bytes
        return text.withUnsafeBufferPointer { text in
            for (open, close) in brackets {
                guard let end = ByteSearch.first(close, in: text), let year = digits(text, before: end),
                    ByteSearch.stands(open, at: end - 4 - open.count, in: text), FilingYears.plausible.contains(year)
                else { continue }
                return (year, title.evidence(end - 4..<end))
            }
            return nil
        }
    }

    /// The number of the four digits before a byte.
    private static func digits(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Int? {
        guard end >= 4 else { return nil }
        var year = 0
        for byte in text[(end - 4)..<end] {
            guard byte >= 48, byte <= 57 else { return nil }
            year = year * 10 + Int(byte - 48)
        }
        return year
    }

    /// The year most often named in section one; the earliest wins a tie, since next year's plans are named too.
    private static func mostNamed(_ prose: Prose) -> (Int, Evidence)? {
        mostNamed(prose) { !isOfLaw($1, in: $0) && !isOfFiling($1, in: $0) }
            ?? mostNamed(prose) { !isOfFiling($1, in: $0) } ?? mostNamed(prose) { _, _ in true }
    }

    private static func mostNamed(
        _ prose: Prose, where isCounted: (Prose.Paragraph, Range<Int>) -> Bool
    ) -> (Int, Evidence)? {
        var counts: [Int: (count: Int, first: Evidence)] = [:]
        for paragraph in prose.paragraphs where paragraph.section <= 2 {
            for (year, range) in years(in: paragraph) where isCounted(paragraph, range) {
                counts[year, default: (0, paragraph.evidence(range))].count += 1
            }
        }
        return counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.first.map {
            ($0.key, $0.value.first)
        }
    }

    /// Whether a year is that of a rule, or of its beginning: `2019年4月3日修订`, `自2008年5月1日起施行`, `2021年印发的`.
    private static func isOfLaw(_ year: Range<Int>, in paragraph: Prose.Paragraph) -> Bool {
        paragraph.withBytes { text in
            var at = year.upperBound
            for part in dateParts {
                let start = at
                while ByteSearch.isDigit(text, at: at) { at += 1 }
                if at == start || !ByteSearch.stands(part, at: at, in: text) {
                    at = start
                    break
                }
                at += part.count
            }
            return lawWords.contains { ByteSearch.stands($0, at: at, in: text) }
        }
    }

    /// Whether a year is that of the day on which the report was written: `填报时间：2021年1月`.
    private static func isOfFiling(_ year: Range<Int>, in paragraph: Prose.Paragraph) -> Bool {
        paragraph.withBytes { text in
            filingWords.contains { ByteSearch.stands($0, at: year.lowerBound - $0.count, in: text) }
        }
    }

    private static let filingWords = ["时间：", "时间:", "日期：", "日期:"].map(\.utf8Bytes)
    private static let dateParts = ["月", "日"].map(\.utf8Bytes)
    private static let lawWords = ["修订", "修正", "起", "施行", "实施", "颁布", "公布", "印发", "通过", "以来", "新修订"].map(\.utf8Bytes)

    /// All years of a paragraph with their ranges in bytes, which include 年.
    static func years(in paragraph: Prose.Paragraph) -> [(Int, Range<Int>)] {
        guard paragraph.span.mayNameYear else { return [] }
        var found: [(Int, Range<Int>)] = []
        var start = 0
        paragraph.withBytes { text in
            while let (year, range) = firstYear(in: text, from: start) {
                start = range.upperBound
                if FilingYears.plausible.contains(year) { found.append((year, range)) }
            }
        }
        return found
    }

    private static let yearMark = "年".utf8Bytes

    /// The first `2024年`, `〔2024〕年` or `二〇二四年`; the range includes 年.
    static func firstYear(
        in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> (year: Int, range: Range<Int>)? {
        var from = start
        while let mark = ByteSearch.first(yearMark, in: text, from: from) {
            if let (year, first) = year(in: text, before: mark), first >= start { return (year, first..<(mark + 3)) }
            from = mark + 3
        }
        return nil
    }

    static func firstYear(in bytes: [UInt8]) -> (year: Int, range: Range<Int>)? {
        bytes.withUnsafeBufferPointer { firstYear(in: $0) }
    }

    private static let brackets = [("〔", "〕"), ("[", "]"), ("［", "］"), ("（", "）"), ("(", ")")].map {
        (open: $0.utf8Bytes, close: $1.utf8Bytes)
    }
    private static let numerals: [Int: Int] = Dictionary(
        uniqueKeysWithValues: [
            ("〇", 0), ("○", 0), ("零", 0), ("Ｏ", 0), ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6),
            ("七", 7),
            ("八", 8), ("九", 9),
        ].map { (Int($0.unicodeScalars.first!.value), $1) })

    /// The year of four digits that ends before 年, and where it starts.
    private static func year(in text: UnsafeBufferPointer<UInt8>, before mark: Int) -> (year: Int, start: Int)? {
        if let year = digits(text, before: mark) { return (year, mark - 4) }
        for (open, close) in brackets where ByteSearch.stands(close, at: mark - close.count, in: text) {
            let end = mark - close.count
            guard let year = digits(text, before: end), ByteSearch.stands(open, at: end - 4 - open.count, in: text)
            else {
                return nil
            }
            return (year, end - 4 - open.count)
        }
        // Four numerals of three bytes each; the letter O or the digit may stand for 〇.
        var (year, place, start) = (0, 1, mark)
        for _ in 0..<4 {
            let digit: Int?
            if start > 0, zeros.contains(text[start - 1]) {
                (digit, start) = (0, start - 1)
            } else {
                guard start >= 3, text[start - 3] >= 0xE2, text[start - 3] < 0xF0 else { return nil }
                (digit, start) = (numerals[WordFinder.character(text, at: start - 3).0], start - 3)
            }
            guard let digit else { return nil }
            year += place * digit
            place *= 10
        }
        return (year, start)
    }

    private static let zeros = Array("Oo0".utf8)

    private static func yearInName(_ source: String) -> Int? {
        let name = source.split(separator: "/").last.map(String.init) ?? source
        var digits = ""
        for character in name + " " {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            if digits.count == 4, let year = Int(digits), FilingYears.plausible.contains(year) { return year }
            digits = ""
        }
        return nil
    }
}
