/// What a row's words say about its line of table three.
extension TableRow {
    /// In run-together text the label is what stands right before the figures; the longest has some 40 characters.
    private static let gluedLabelBytes = 126

    mutating func findLabel() {
        guard !isParagraph || isGlued || isPlacedLine else { return }
        label = mostTellingLabel
    }

    /// Whether the row is one cell with its place on the page: a label whose figures are left out or stand beside its
    /// other lines.
    var isPlacedLine: Bool {
        isParagraph && cells.count == 1 && cells[0].span != nil
            && (cells[0].words?.approximateLength ?? .max) <= CellWords.labelLength
    }

    /// The most telling label among the words: a line before a group.
    private var mostTellingLabel: Label? {
        var line: Label?
        var group: Label?
        var outcomes = 0
        for cell in cells {
            guard let words = cell.words else { continue }
            if Self.isApplicantHeading(words) { return nil }
            outcomes += words.isPartOfReviewOutcome ? 1 : 0
            let label =
                isGlued
                ? LabelScanner.requestLabel(in: words.text.suffix(bytes: Self.gluedLabelBytes)) : words.requestLabel
            switch label {
            case .requestLine: line = label
            case .group: group = label
            default: break
            }
        }
        return isGlued || outcomes < 3 ? line ?? group : nil
    }

    /// 其他 and 总计 are headings and lines; the other headings stand in the header alone.
    static func isApplicantHeading(_ words: CellWords) -> Bool {
        guard words.approximateLength <= 10 else { return false }
        if NamedColumns.groups.contains(words.text.string.utf8Bytes) { return true }
        switch words.applicantColumn {
        case nil, .otherOrganisation, .total: return false
        default: return true
        }
    }
}
