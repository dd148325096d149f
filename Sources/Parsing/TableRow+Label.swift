/// What a row's words say about its line of table three.
extension TableRow {
    /// Longer words are prose, except where a whole table runs together.
    private static let labelLength = 60

    /// In run-together text the label is what stands right before the figures; the longest has some 40 characters.
    private static let gluedLabelBytes = 126

    func labelled() -> TableRow {
        var row = self
        row.setLabel(row.isParagraph && !row.isGlued ? nil : row.mostTellingLabel)
        return row
    }

    /// The most telling label among the words: a line before a group.
    private var mostTellingLabel: Label? {
        let words = cells.compactMap(\.words)
        guard !words.contains(where: Self.isApplicantHeading) else { return nil }
        guard isGlued || words.count(where: { LabelScanner.isPartOfReviewOutcome($0) }) < 3 else { return nil }
        let labels = words.compactMap { text in
            if isGlued { return LabelScanner.requestLabel(in: text.suffix(bytes: Self.gluedLabelBytes)) }
            return text.approximateLength <= Self.labelLength ? LabelScanner.requestLabel(in: text) : nil
        }
        let line = labels.last { if case .requestLine = $0 { true } else { false } }
        let group = labels.last { if case .group = $0 { true } else { false } }
        return line ?? group
    }

    /// 其他 and 总计 are headings and lines; the other headings stand in the header alone.
    private static func isApplicantHeading(_ text: NormalisedText) -> Bool {
        guard text.approximateLength <= 10 else { return false }
        switch LabelScanner.applicantColumn(in: text) {
        case nil, .otherOrganisation, .total: return false
        default: return true
        }
    }
}
