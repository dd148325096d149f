import Filings

/// A sentence of a filing's running text, with the place of its first characters.
struct Sentence {
    /// The statutory section, 1 to 6.
    let section: Int
    /// Without spaces; digits of full width as half-width ones.
    let scalars: [Unicode.Scalar]
    /// The first line of it as printed.
    let quote: Evidence

    var text: String { String(scalars: scalars[...]) }
}

/// The sentences of a filing. Lines that the margin broke are joined again; headings that stand alone are left out.
enum FilingText {
    /// A line this wide (in half-width columns) that does not end a sentence goes on in the next.
    private static let fullLine = 60

    static func sentences(of filing: Filing, sections: Set<Int> = [1, 2, 3, 4, 5, 6]) -> [Sentence] {
        filing.sections.filter { sections.contains($0.number) }.flatMap(sentences)
    }

    private static func sentences(of section: Section) -> [Sentence] {
        var collector = Collector(section: section.number)
        let lines = section.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let scalars = Array(Substring(line).unicodeScalars)
            collector.add(scalars, at: index < section.lines.count ? section.lines[index] : nil)
        }
        collector.endParagraph()
        return collector.sentences
    }

    /// Spaces of every width and marks of no width.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x9FFF: false
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000,
            0xFEFF:
            true
        default: false
        }
    }

    /// Whether a text holds some words, byte for byte.
    static func holds(_ text: String, anyOf words: [[UInt8]]) -> Bool {
        var text = text
        return text.withUTF8 { bytes in words.contains { ByteWords.holds(bytes, $0) } }
    }

    /// Takes lines, gives sentences.
    private struct Collector {
        let section: Int
        private(set) var sentences: [Sentence] = []
        private var current: [Unicode.Scalar] = []
        private var quote: [Unicode.Scalar] = []
        private var place: Place?
        private var isOnFirstLine = true
        private var previousWasFull = false

        init(section: Int) { self.section = section }

        mutating func add(_ line: [Unicode.Scalar], at start: Place?) {
            if !previousWasFull { endParagraph() }
            isOnFirstLine = current.isEmpty
            for (index, scalar) in line.enumerated() {
                if current.isEmpty, !FilingText.isSpace(scalar) {
                    place = start
                    place?.column += index
                    isOnFirstLine = true
                    quote = []
                }
                if isOnFirstLine { quote.append(scalar) }
                guard !FilingText.isSpace(scalar) else { continue }
                current.append(halfWidth(scalar))
                if scalar == "。" || scalar == "！" || scalar == "？" { endSentence() }
            }
            previousWasFull = !current.isEmpty && width(line) > FilingText.fullLine
        }

        /// A paragraph that ends without a full stop and is short is a heading.
        mutating func endParagraph() {
            if current.count > 20 || current.contains("，") || current.contains("；") { endSentence() }
            current = []
            quote = []
        }

        private mutating func endSentence() {
            while let last = quote.last, FilingText.isSpace(last) { quote.removeLast() }
            let text = String(scalars: quote[...])
            sentences.append(Sentence(section: section, scalars: current, quote: Evidence(text: text, place: place)))
            current = []
            quote = []
        }

        private func width(_ line: [Unicode.Scalar]) -> Int { line.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) } }

        private func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
            (0xFF10...0xFF19).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFF10 + 48)! : scalar
        }
    }
}

extension String {
    /// Whether some words stand in the text, byte for byte.
    func holds(_ words: String) -> Bool { FilingText.holds(self, anyOf: [Array(words.utf8)]) }
}
