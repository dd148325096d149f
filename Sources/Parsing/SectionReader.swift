import Filings
import Ingest

/// Finds the six statutory sections and their text. Lines of the tables are left out of the text.
struct SectionReader {
    private static let headings: [(number: Int, words: [[UInt8]])] = [
        (1, ["总体情况"].map(\.utf8Bytes)),
        (2, ["主动公开政府信息情况", "主动公开情况"].map(\.utf8Bytes)),
        (3, ["收到和处理政府信息公开申请", "依申请公开"].map(\.utf8Bytes)),
        (4, ["行政复议", "行政诉讼", "行政法复议"].map(\.utf8Bytes)),
        (5, ["存在的主要问题", "存在问题", "主要问题", "改进情况"].map(\.utf8Bytes)),
        (6, ["其他需要报告", "需要报告的其他"].map(\.utf8Bytes)),
    ]
    private static let numerals = ["一", "二", "三", "四", "五", "六"]

    /// The sections in order; `glued` documents carry headings inside a line.
    func sections(of document: RawDocument) -> [Section] {
        var sections: [Section] = []
        for row in document.rows where row.kind != .empty {
            let text = row.cells.map(\.text).joined(separator: " ")
            guard row.kind == .paragraph || row.cells.count { !$0.text.isEmpty } == 1 else { continue }
            let place = row.cells.first { !$0.text.isEmpty }?.place ?? row.cells[0].place
            let cuts = Self.headingStarts(in: text, after: sections.last?.number ?? 0)
            if cuts.isEmpty {
                append(text, place, to: &sections)
            } else {
                split(text, cuts, place, into: &sections)
            }
        }
        return sections.map { section in
            var section = section
            section.trim()
            return section
        }
    }

    private func append(_ text: String, _ place: Place, to sections: inout [Section]) {
        guard !sections.isEmpty, ![2, 3, 4].contains(sections.last!.number) || Self.isProse(text) else { return }
        sections[sections.count - 1].text += text + "\n"
        sections[sections.count - 1].lines.append(place)
    }

    /// Sentences, not cells: longer than a label or closed by a full stop.
    private static func isProse(_ text: String) -> Bool {
        text.hasSuffix("。") || text.hasSuffix("；") || text.unicodeScalars.count > 60
    }

    private func split(
        _ text: String, _ cuts: [(number: Int, start: Int, end: Int)], _ place: Place, into sections: inout [Section]
    ) {
        let scalars = Array(text.unicodeScalars)
        append(String(scalars: scalars[..<cuts[0].start]), place, to: &sections)
        for (index, cut) in cuts.enumerated() {
            let end = index + 1 < cuts.count ? cuts[index + 1].start : scalars.count
            var at = place
            at.column += cut.start
            let body = String(scalars: scalars[cut.end..<end])
            let isEmpty = body.isEmpty || [2, 3, 4].contains(cut.number) && cuts.count > 1
            var behind = place
            behind.column += cut.end
            sections.append(
                Section(
                    number: cut.number, heading: String(scalars: scalars[cut.start..<cut.end]),
                    text: isEmpty ? "" : body + "\n", place: at, lines: isEmpty ? [] : [behind]))
        }
    }

    /// Offsets (in scalars) of section headings: the numeral in front and the section's words behind it.
    static func headingStarts(in text: String, after last: Int) -> [(number: Int, start: Int, end: Int)] {
        let scalars = Array(text.unicodeScalars)
        var cuts: [(number: Int, start: Int, end: Int)] = []
        var next = last
        for index in scalars.indices where next < 6 {
            guard index + 1 < scalars.count,
                scalars[index + 1] == "、" || scalars[index + 1] == "．" || scalars[index + 1] == "."
            else { continue }
            guard let number = numerals.firstIndex(of: String(scalars[index])), number + 1 > next else { continue }
            guard let end = headingEnd(scalars, from: index, number: number + 1, alone: cuts.isEmpty && index == 0)
            else { continue }
            cuts.append((number + 1, index, end))
            next = number + 1
        }
        return cuts
    }

    private static func headingEnd(_ scalars: [Unicode.Scalar], from start: Int, number: Int, alone: Bool) -> Int? {
        let window = scalars[start..<min(start + 48, scalars.count)]
        let line = NormalisedText(String(scalars: window))
        guard let heading = headings.first(where: { $0.number == number }),
            let word = heading.words.first(where: { startsNear(line, $0) })
        else { return nil }
        if alone, scalars.count <= 48 { return scalars.count }
        return endOfWords(scalars, start, word)
    }

    /// The words stand within the heading's first twenty characters.
    private static func startsNear(_ line: NormalisedText, _ word: [UInt8]) -> Bool {
        NormalisedText(prefix: line, bytes: 60 + word.count).contains(word)
    }

    private static func endOfWords(_ scalars: [Unicode.Scalar], _ start: Int, _ word: [UInt8]) -> Int {
        var bytes: [UInt8] = []
        for index in start..<min(start + 48, scalars.count) {
            if let mapped = Normalisation.forLabels(scalars[index]) { bytes.append(contentsOf: UTF8.encode(mapped)!) }
            if bytes.count >= word.count, Array(bytes.suffix(word.count)) == word {
                return tail(scalars, index + 1)
            }
        }
        return min(start + 48, scalars.count)
    }

    /// `…情况`, `…及改进情况`, `…的事项`, `…诉讼情况` behind the telling words belong to the heading.
    private static func tail(_ scalars: [Unicode.Scalar], _ from: Int) -> Int {
        let tails = ["及改进情况", "、行政诉讼情况", "和行政诉讼情况", "、提起行政诉讼情况", "的事项", "申请情况", "情况", "事项"]
        let rest = String(String.UnicodeScalarView(scalars[from..<min(from + 12, scalars.count)]))
        return from + (tails.first { rest.hasPrefix($0) }?.unicodeScalars.count ?? 0)
    }
}

extension NormalisedText {
    init(prefix text: NormalisedText, bytes count: Int) { bytes = Array(text.bytes.prefix(count)) }

    /// The last bytes, from the start of a character on.
    func suffix(bytes count: Int) -> NormalisedText {
        NormalisedText(bytes: Array(bytes.suffix(count).drop { $0 & 0xC0 == 0x80 }))
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }
}

extension Section {
    /// Takes the spaces at both ends off the text; the places of its lines follow.
    fileprivate mutating func trim() {
        let spaces = text.unicodeScalars.prefix { PrintedSpace.isSpace($0) }
        lines.removeFirst(min(lines.count, spaces.count { $0 == "\n" }))
        if !lines.isEmpty { lines[0].column += spaces.reversed().prefix { $0 != "\n" }.count }
        text = text.trimmed
    }
}
