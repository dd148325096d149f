import Filings

/// Reads table two: one to three figures behind each label. No identity binds them within a filing, so that digits
/// run together stay ambiguous unless leading zeros or signs part them.
struct TableTwoReader {
    let form: StatutoryForm
    /// Whether the document prints no 0, nor a cell for it.
    var leavesZerosOut = false

    func read(_ rows: [TableRow]) -> ReadTable? {
        var result = ReadTable()
        var found = 0
        let start = rows.firstIndex(where: isHeading)
        var lines = form.tableTwo.map { (line: $0, figures: figures(of: $0, in: Array(rows[(start ?? 0)...]))) }
        // A figure below the label of a line, where others stand behind theirs, is a page's number.
        if lines.count(where: { $0.figures?.isColumn == false }) >= Self.leastRows {
            for index in lines.indices where lines[index].figures?.isColumn ?? false { lines[index].figures = nil }
        }
        let isOnlyGlued = lines.count { $0.figures?.isGlued ?? false } == 1
        for (line, figures) in lines {
            guard let figures else { continue }
            found += 1
            let alike = lines.filter { $0.line.columns.count == line.columns.count }.compactMap(\.figures?.cells)
            let aligned = AlignedColumns(alike, width: line.columns.count, leastRows: 1)
            result.readings += readings(of: line, figures, aligned, isOnlyGlued: isOnlyGlued)
        }
        guard found > 0 else { return nil }
        return result
    }

    private func isHeading(_ row: TableRow) -> Bool {
        row.cells.contains { $0.words?.headsTableTwo ?? false }
    }

    /// The cells behind the line's label, in the first row of the table that has any; in the form's order where the
    /// headings above them are not.
    private func figures(of line: TableTwoLine, in rows: [TableRow]) -> LineFigures? {
        let wanted = LabelScanner.proactiveLine(labelled: line.label)
        let found = figures(of: line, in: rows) { name($0, isGlued: $1) == wanted }
        // The form may stand empty above the one that is filled in.
        return found.first { $0.cells.contains { !$0.isBlank } } ?? found.first ?? misspelt(line, in: rows, wanted)
    }

    /// The only row whose label has a wrong character or words in front, where none has the line's own.
    private func misspelt(_ line: TableTwoLine, in rows: [TableRow], _ wanted: ProactiveLine?) -> LineFigures? {
        let table = rows.prefix(Self.longestTable).prefix { $0.label == nil }
        let found = figures(of: line, in: Array(table)) { words, isGlued in
            !isGlued && words.proactiveLine == nil && LabelScanner.proactiveLine(like: words.text) == wanted
        }
        return found.count == 1 ? found[0] : nil
    }

    /// Rows of the table, and what pages print between them.
    private static let longestTable = 120

    private typealias LineFigures = (cells: [TableRow.Cell], isGlued: Bool, isColumn: Bool)

    /// The figures behind every label of which `isLabel` holds.
    private func figures(
        of line: TableTwoLine, in rows: [TableRow], _ isLabel: (CellWords, Bool) -> Bool
    ) -> [LineFigures] {
        var found: [LineFigures] = []
        for (number, row) in rows.enumerated() where !row.isParagraph {
            for (index, cell) in row.cells.enumerated() {
                guard let words = cell.words, isLabel(words, row.isGlued) else { continue }
                let behind = row.cells[(index + 1)...].prefix { $0.words == nil }
                guard behind.contains(where: { !$0.isBlank }) || behind.count >= line.columns.count else { continue }
                let places = Self.places(of: line, in: rows[..<number].suffix(Self.headingReach), like: row)
                if let places, places.allSatisfy({ row.cells[$0].words == nil }) {
                    found.append((places.map { row.cells[$0] }, false, row.isColumn))
                } else {
                    found.append((Array(behind), row.isGlued, row.isColumn))
                }
            }
        }
        return found
    }

    /// So many lines with their figures behind the label make that the table's layout.
    private static let leastRows = 2

    /// Headings stand so many rows above their figures.
    private static let headingReach = 4

    /// The cells that the headings name, where these stand in another order than the form's.
    private static func places(of line: TableTwoLine, in rows: ArraySlice<TableRow>, like row: TableRow) -> [Int]? {
        for heading in rows.reversed() where heading.cells.count == row.cells.count && !row.isGlued {
            let places = line.columns.compactMap { column in
                heading.cells.firstIndex { $0.words?.text.bytes == NormalisedText(column.heading).bytes }
            }
            guard places.count == line.columns.count, places.count > 1 else { continue }
            // Where a heading stands twice over merged cells, its figure does so as well.
            let isForm = places == places.sorted() && row.cells.count - row.endOfWords <= line.columns.count
            return isForm ? nil : places
        }
        return nil
    }

    private func name(_ words: CellWords, isGlued: Bool) -> ProactiveLine? {
        isGlued ? LabelScanner.proactiveLine(ending: words.text) : words.proactiveLine
    }

    private func readings(
        of line: TableTwoLine, _ figures: LineFigures, _ aligned: AlignedColumns?, isOnlyGlued: Bool
    ) -> [(measure: MeasureID, reading: Reading)] {
        let width = line.columns.count
        let tokens = figures.cells.compactMap(\.value)
        let isRunTogether = tokens.count < width && (figures.isGlued || tokens.contains { $0.content == .digits })
        // Figures that spaces part need not be parted further, nor those of one line where no other runs together: whether one
        // is lost or two stand together is open.
        let isOpen =
            isRunTogether && tokens.allSatisfy { $0.value != nil }
            && (leavesZerosOut || isOnlyGlued || ValueToken.areSpaced(tokens))
        let candidates =
            isRunTogether
            ? Self.parted(tokens, line) + (isOpen ? separated(figures.cells, width) : [])
            : aligned?.slots(figures.cells).map { [$0] } ?? separated(figures.cells, width)
        return line.columns.indices.map { column in
            let measure = line.columns[column].measure
            guard !candidates.isEmpty else { return (measure, illegible(tokens)) }
            var reading = SlotReading.reading(candidates.map { $0[column] }, reason: nil)
            if reading.state == .ambiguous {
                reading.text = tokens.map(\.text).joined(separator: " ")
                reading.place = tokens.first?.place
            }
            return (measure, reading)
        }
    }

    /// All ways to read the printed characters of a line, as one value per column.
    static func tuples(of line: TableTwoLine, printed: String) -> [[ExactDecimal]] {
        let tokens = ValueScanner.tokens(in: printed, at: Place(line: 1, column: 1)) ?? []
        return parted(tokens, line).map { $0.compactMap(\.value) }.filter { $0.count == line.columns.count }
    }

    private static func parted(_ tokens: [ValueToken], _ line: TableTwoLine) -> [[RowCandidate.Slot]] {
        let measures = line.measures.map { Measures[$0] }
        let split = SplitCandidates(
            tokens: tokens, width: line.columns.count, sums: [],
            signed: Set(measures.indices.filter { measures[$0].isSigned }),
            money: Set(measures.indices.filter { measures[$0].isMoney }))
        return split.all().map(\.slots)
    }

    /// The filled cells when there are as many as columns, else the first cells; with fewer cells than columns every
    /// way to place them.
    private func separated(_ cells: [TableRow.Cell], _ width: Int) -> [[RowCandidate.Slot]] {
        let filled = cells.filter { !$0.isBlank }
        // The cell of a figure that spans columns is repeated in each of them.
        if width == 1, filled.count > 2, let value = filled.first?.value?.value,
            filled.allSatisfy({ $0.value?.value == value })
        {
            return [[PatternCandidates.slot(filled[0])]]
        }
        if filled.count > width { return surplus(filled, width) }
        let used = filled.count == width ? filled : Array(cells.prefix(width))
        let slots = used.map(PatternCandidates.slot)
        guard slots.count < width else { return [slots] }
        var placements: [[RowCandidate.Slot]] = []
        func place(_ next: Int, _ chosen: [RowCandidate.Slot]) {
            guard chosen.count < width else {
                if next == slots.count { placements.append(chosen) }
                return
            }
            if next < slots.count { place(next + 1, chosen + [slots[next]]) }
            if width - chosen.count > slots.count - next { place(next, chosen + [.none]) }
        }
        place(0, [])
        return placements
    }

    /// More figures than columns: any may be left out, or two cells be one figure. No sum tells which.
    private func surplus(_ filled: [TableRow.Cell], _ width: Int) -> [[RowCandidate.Slot]] {
        guard filled.count <= width + 3 else { return [] }
        var readings: [[RowCandidate.Slot]] = []
        func choose(_ next: Int, _ chosen: [RowCandidate.Slot]) {
            guard chosen.count < width else { return readings.append(chosen) }
            guard next < filled.count else { return }
            choose(next + 1, chosen + [PatternCandidates.slot(filled[next])])
            choose(next + 1, chosen)
            if next + 1 < filled.count, let token = PatternCandidates.joined(filled[next], filled[next + 1]),
                let value = token.value
            {
                choose(next + 2, chosen + [.figure(value, token)])
            }
        }
        choose(0, [])
        return readings
    }

    private func illegible(_ tokens: [ValueToken]) -> Reading {
        Reading(.illegible, text: tokens.map(\.text).joined(separator: " "), place: tokens.first?.place)
    }
}
