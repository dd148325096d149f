import Filings
import Synchronization

/// The words of a cell with everything that the tables' readers ask of them, asked once.
final class CellWords: Sendable {
    let text: NormalisedText
    /// The line or group of table three that the words name; nil for texts longer than a label.
    let requestLabel: Label?
    let applicantColumn: ApplicantColumn?
    let reviewOutcome: ReviewColumn?
    /// The words are a heading of table four's columns or a part of one that wraps.
    let isPartOfReviewOutcome: Bool
    /// The blocks of table four that the words name.
    let reviewBlocks: [String]
    /// The headings of table four run together in the words.
    let holdsReviewHeadings: Bool
    /// The line of table two that the words name as a whole.
    let proactiveLine: ProactiveLine?
    /// The words are a heading of table two.
    let headsTableTwo: Bool
    /// How many words of each generation's form occur.
    let formMarks: FormMarks

    /// Longer texts are prose or run-together tables, not labels.
    static let labelLength = 60

    init(_ text: NormalisedText) {
        self.text = text
        let isLabel = text.approximateLength <= Self.labelLength && !Self.isOfSentence(text)
        requestLabel = isLabel ? LabelScanner.requestLabel(in: text) : nil
        applicantColumn = isLabel ? LabelScanner.applicantColumn(in: text) : nil
        reviewOutcome = isLabel ? LabelScanner.reviewOutcome(in: text) : nil
        isPartOfReviewOutcome = isLabel && LabelScanner.isPartOfReviewOutcome(text)
        reviewBlocks = LabelScanner.reviewBlocks(in: text)
        holdsReviewHeadings = LabelScanner.holdsReviewHeadings(text)
        proactiveLine = isLabel ? LabelScanner.proactiveLine(in: text) : nil
        headsTableTwo = LabelScanner.headsTableTwo(text)
        formMarks = FormMarks(text, isTable: text.approximateLength < FormMarks.cellLength || headsTableTwo)
    }

    /// `…发出提醒。本年新收申请`, `…新收申请12件，上年结`: a line of a sentence, and no label.
    private static func isOfSentence(_ text: NormalisedText) -> Bool {
        text.bytes.withUnsafeBufferPointer { bytes in
            if let stop = ByteSearch.first(fullStop, in: bytes), stop + fullStop.count < bytes.count { return true }
            guard let unit = ByteSearch.first(piecesOfWork, in: bytes), unit > 0 else { return false }
            return (48...57).contains(bytes[unit - 1])
        }
    }

    private static let fullStop = "。".utf8Bytes
    private static let piecesOfWork = "件".utf8Bytes

    var approximateLength: Int { text.approximateLength }

    /// The block of table four whose name tells most: that of a suit holds the word of reconsiderations as well.
    var reviewBlock: String? { reviewBlocks.last }

    /// Whether the words may head a column of table four or end such a heading: `结果维` above `持`.
    var isPieceOfReviewHeading: Bool { isPartOfReviewOutcome || approximateLength <= 2 }

    /// Whether the words are those of a line of table two or three.
    var namesLine: Bool {
        if case .requestLine = requestLabel { true } else { proactiveLine != nil }
    }

    /// Whether the words are a line's, a column's or a block's of one of the tables.
    var namesSomething: Bool {
        requestLabel != nil || applicantColumn != nil || isPartOfReviewOutcome || reviewOutcome != nil
            || reviewBlock != nil || holdsReviewHeadings || proactiveLine != nil || headsTableTwo
    }
}

/// The words met so far. Labels recur in every filing: what they mean is worked out once a thread.
///
/// The words take some 20 MB at most; see the others for what they hold. Confined to one parse at a time by `LexiconPool`.
final class Lexicon {
    @exclusivity(unchecked) private var known = TextMemo<CellWords>(limit: limit, longest: longest)
    /// Cells that were found to be no figures.
    @exclusivity(unchecked) private var cells = TextMemo<CellWords>(limit: limit, longest: longest)

    /// The tables met so far.
    let tables: PrintedTables

    /// What the sentences met so far say.
    let sentences = KnownSentences()

    /// The sentences met so far, as they are printed.
    let printedSentences: PrintedSentences

    /// The prose of the document that is read.
    let prose = ProseText.Draft()

    /// The titles and names met so far.
    let names = KnownNames()

    private static let limit = 20_000
    private static let longest = 400

    init() {
        printedSentences = PrintedSentences(prose)
        tables = PrintedTables(printedSentences)
    }

    func words(_ text: String) -> CellWords { known.value(of: text) { CellWords(NormalisedText($0)) } }

    /// The words of a cell met before, which need not be tried as a figure again.
    func wordsOfKnownCell(_ text: String) -> CellWords? { cells[text] }

    func words(ofCell text: String) -> CellWords {
        let words = words(text)
        cells[text] = words
        return words
    }
}

/// Lexicons not in use. A parse takes one and gives it back, so that as many exist as parses run at a time.
final class LexiconPool: Sendable {
    private struct Free: @unchecked Sendable { var lexicons: [Lexicon] = [] }
    private let free = Mutex(Free())

    func withLexicon<Result>(_ body: (Lexicon) -> Result) -> Result {
        let lexicon =
            (free.withLock { Free(lexicons: [$0.lexicons.popLast()].compactMap { $0 }) }).lexicons.first ?? Lexicon()
        defer {
            let back = Free(lexicons: [lexicon])
            free.withLock { $0.lexicons += back.lexicons }
        }
        return body(lexicon)
    }
}
