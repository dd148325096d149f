import Filings

/// Reads table three: finds its rows, gives each its line, each figure its column, and settles what is open by the
/// form's arithmetic.
///
/// Phases: rows with figures -> lines (`LineAlignment`) -> readings of each row (`PatternCandidates`,
/// `SplitCandidates`) -> recurring patterns -> one choice for the whole table (`ReadingSolver`).
struct TableThreeReader {
    let form: StatutoryForm

    private static let width = ApplicantColumn.allCases.count
    private static let sums = [RowSum(parts: 0..<6, total: 6)]
    /// Readings of one row that cost more than the cheapest by this much are not weighed.
    static let margin = 3.5
    private static let candidateLimit = 400

    func read(_ document: [TableRow]) -> ReadTable? {
        var rows = document
        var region = TableThreeRegion.find(in: rows)
        if region == nil, let labelled = UnlabelledRows(form: form).labelled(rows) {
            rows = labelled
            region = TableThreeRegion.find(in: rows)
        }
        guard let region else { return nil }
        var header = HeaderReader.header(in: rows, before: region.lowerBound)
        let dataRows = runTogether(DataRow.rows(in: rows, region: region, of: form), header)
        let first = dataRows.first { $0.label == .requestLine("received") }?.index ?? region.lowerBound
        let named = NamedColumns(rows, above: first, dataRows)
        if let named { header.named = Set(named.columns) }
        let lines = LineAlignment(form: form).lines(of: dataRows)
        let read = zip(dataRows, lines).compactMap { row, line in line.map { (row: row, line: $0) } }
        let data = read.map(\.row)
        let partings = data.map(partings)
        let partPrice = partPrice(data, partings)
        let headings = HeaderReader.places(in: rows, above: first)
        let aligned = AlignedColumns(data, headings: headings, width: Self.width)
        let headed = HeadedRows(header, rows, data, Self.sums, headings: headings)
        let surplus = SurplusColumns(
            data, width: Self.width, headings: NamedColumns.text(above: first, in: rows),
            breaks: { brokenColumns($0, of: read) })
        let isOnlyColumn = data.allSatisfy(isOfOneColumn)
        let onlyColumn = isOnlyColumn ? Self.onlyColumn(header, dataRows) : nil
        let leavesZerosOut = leavesZerosOut(data)
        // Which of more figures are halves of one, or of fewer run together, the subtotal leaves open.
        let isOtherWidth = { (row: DataRow) in !(Self.width...(Self.width + 1)).contains(row.filledCount) }
        let hasSubtotals =
            data.contains(where: isOtherWidth) && Self.hasSubtotals(NamedColumns.text(above: first, in: rows))
        var candidates = data.indices.map { index in
            let row = data[index]
            return (headed.candidate(row) ?? named?.candidate(row)).map { [$0] }
                ?? surplus.readings[index]
                ?? (hasSubtotals && isOtherWidth(row) ? [Self.nothing] : nil)
                ?? (isOnlyColumn ? only(row, in: onlyColumn) : nil)
                ?? (leavesZerosOut && row.filledCount < Self.width
                    ? [aligned?.candidate(row, sums: Self.sums) ?? Self.nothing] : nil)
                ?? (isClosedUp(row, header) ? [Self.nothing] : nil)
                ?? self.candidates(
                    of: row, header: header, aligned: aligned,
                    isOneOfMany: surplus.manyFigures.contains(row.filledCount),
                    partings: partings[index].map { $0.dearer(by: partPrice) })
        }
        let choice = choose(among: &candidates, of: read)
        var result = ReadTable(isByPlace: !headed.differ && surplus.readings.isEmpty, leavesZerosOut: leavesZerosOut)
        let wholeRows = WholeRows(data, width: Self.width)
        for (index, entry) in read.enumerated() {
            let isByPlace = isByPlace(choice.rows[index], data[index], wholeRows)
            append(
                choice.rows[index], alternatives: isByPlace ? 1 : candidates[index].count,
                line: form.tableThree[entry.line],
                broken: choice.brokenColumns, to: &result)
        }
        let shape = TableShape(form: form, header: header, rows: data, lines: read.map(\.line))
        result.notes = shape.notes(at: rows[region.lowerBound].place)
        return result
    }

    /// Whether the headings name a column of subtotals beside that of totals.
    static func hasSubtotals(_ headings: String) -> Bool {
        headings.includes(SurplusColumns.subtotal) && headings.includes(anyOf: ApplicantColumn.total.words)
    }

    /// How many of the columns' identities fail with these readings of some rows, the others being printed as the form has
    /// them; nil where one is not.
    private func brokenColumns(_ readings: [Int: RowCandidate], of read: [(row: DataRow, line: Int)]) -> Int? {
        let present = Set(read.map { form.tableThree[$0.line].key })
        guard present.isSuperset(of: ["received", "carriedOver", "resolved", "carriedForward"]) else { return nil }
        var sums = [ExactDecimal](repeating: .zero, count: 2 * Self.width)
        for (index, entry) in read.enumerated() {
            guard
                let reading = readings[index]
                    ?? PatternCandidates.whole(entry.row.figures, offset: entry.row.offset, width: Self.width)
            else { return nil }
            for (equation, factor) in form.tableThree[entry.line].columnFactors.enumerated() where factor != 0 {
                for column in 0..<Self.width {
                    guard let summand = reading.slots[column].summand else { return nil }
                    let at = equation * Self.width + column
                    sums[at] = factor > 0 ? sums[at] + summand : sums[at] - summand
                }
            }
        }
        return sums.count { !$0.isZero }
    }

    /// A table in whose cells whole rows run together is read like run-together text.
    private func runTogether(_ rows: [DataRow], _ header: HeaderGeometry) -> [DataRow] {
        let least = header.named.count > Self.leastWidth ? header.named.count : Self.width
        let glued = rows.count { ($0.onlyFigure?.plainDigits?.count ?? 0) >= least }
        guard glued * 2 > rows.count else { return rows }
        return rows.map { row in
            var row = row
            row.isGlued = true
            return row
        }
    }

    /// One reading for every row, or several where they are equally good.
    private func choose(
        among candidates: inout [[RowCandidate]], of read: [(row: DataRow, line: Int)]
    ) -> ReadingSolver.Choice {
        // Rows printed as the form has them leave nothing to choose.
        if candidates.allSatisfy({ $0.count == 1 }) { return ReadingSolver.Choice(rows: candidates, brokenColumns: []) }
        forgiveRepeatedBreaks(&candidates)
        Recurrence(rows: read.map(\.row), sums: Self.sums).settle(&candidates)
        candidates = candidates.map(worthWeighing)
        let roles = read.map { form.tableThree[$0.line].columnFactors }
        var choice = ReadingSolver(rows: candidates, factors: roles, width: Self.width).solve()
        for row in choice.rows.indices { choice.rows[row] += rivals(of: choice.rows[row], among: candidates[row]) }
        return choice
    }

    /// Where the chosen reading's own sum fails and figures are left over, the next best whose sum fails as well is
    /// hardly less likely: the row stays open.
    private func rivals(of chosen: [RowCandidate], among candidates: [RowCandidate]) -> [RowCandidate] {
        guard chosen.count == 1, isBrokenChoice(chosen[0]), candidates.count > 1 else { return [] }
        return candidates.filter {
            $0 != chosen[0] && $0.cost <= chosen[0].cost + AssumptionCost.openMargin && isBrokenChoice($0)
        }
    }

    /// All columns have a figure, and they do not add up.
    private func isBrokenChoice(_ candidate: RowCandidate) -> Bool {
        candidate.applicantResidual.map { !$0.isZero } ?? false
    }

    /// An organ whose sum fails in a row that leaves no choice has the same mistake in other rows: there it costs less.
    private func forgiveRepeatedBreaks(_ candidates: inout [[RowCandidate]]) {
        let known = Set(
            candidates.filter { $0.count == 1 }.compactMap { $0[0].applicantResidual }.filter { !$0.isZero })
        guard !known.isEmpty else { return }
        for row in candidates.indices where candidates[row].count > 1 {
            for option in candidates[row].indices {
                guard let residual = candidates[row][option].applicantResidual, known.contains(residual) else {
                    continue
                }
                candidates[row][option].cost -= AssumptionCost.brokenSum - AssumptionCost.repeatedBrokenSum
            }
        }
    }

    /// Whether a row has one figure at most, and that is not those of all columns run together.
    private func isOfOneColumn(_ row: DataRow) -> Bool {
        row.filledCount <= 1 && row.figures.count <= Self.leastWidth
            && (!row.isGlued || ValueToken.mostFigures(row.figures.compactMap(\.value)) < Self.width)
    }

    private static let nothing = RowCandidate.nothing(width)

    /// A row with so few cells cannot be one of all applicants.
    private static let leastWidth = 4
    /// So many rows without a 0, of so many lengths, leave it out.
    private static let leastShortRows = 4

    /// Rows of several lengths without any empty cell, and not one 0: nothing says which columns were left out.
    private func leavesZerosOut(_ rows: [DataRow]) -> Bool {
        let short = rows.filter {
            !($0.isGlued && ValueToken.mostFigures($0.figures.compactMap(\.value)) >= Self.width)
                && $0.filledCount < Self.width
        }
        return short.count >= Self.leastShortRows && Set(short.map(\.filledCount)).count > 1
            && rows.allSatisfy { row in
                row.figures.drop(while: \.isBlank).allSatisfy { !$0.isBlank && $0.value?.value?.isZero != true }
            }
    }

    /// The column of a table that gives one figure for each line: that which its heading names, else the applicants' sum.
    /// Nil where lines come again, as in a table for each column.
    private static func onlyColumn(_ header: HeaderGeometry, _ rows: [DataRow]) -> Int? {
        let lines = rows.compactMap { row in if case .requestLine(let key) = row.label { key } else { nil } }
        guard lines.count - Set(lines).count < leastRepeated, header.named.count < leastWidth else { return nil }
        return header.named.count == 1 ? header.named.first : width - 1
    }

    /// So many lines that come again are no accident.
    private static let leastRepeated = 3

    /// Whether a row below the headings of several columns has one figure, which is neither all of its columns run together
    /// nor tells its own by its place.
    private func isClosedUp(_ row: DataRow, _ header: HeaderGeometry) -> Bool {
        guard header.named.count >= Self.leastWidth, row.figures.count == 1, row.figures[0].span == nil,
            let digits = row.onlyFigure?.plainDigits
        else { return false }
        return digits.count < Self.width
    }

    /// The figure of such a table.
    private func only(_ row: DataRow, in column: Int?) -> [RowCandidate]? {
        guard let index = row.figures.firstIndex(where: { !$0.isBlank }) else { return nil }
        guard let column else { return [Self.nothing] }
        var slots = [RowCandidate.Slot](repeating: .none, count: Self.width)
        slots[column] = PatternCandidates.slot(row.figures[index])
        return [RowCandidate(slots: slots, cost: 0, pattern: [])]
    }

    private func candidates(
        of row: DataRow, header: HeaderGeometry, aligned: AlignedColumns?, isOneOfMany: Bool, partings: [RowCandidate]
    ) -> [RowCandidate] {
        if !row.isGlued, let whole = PatternCandidates.whole(row.figures, offset: row.offset, width: Self.width) {
            return [whole]
        }
        let tokens = row.figures.compactMap(\.value)
        var all = row.isGlued ? GluedColumns(header: header, width: Self.width).candidates(tokens) : partings
        if let reading = aligned?.candidate(row, sums: Self.sums) {
            all.append(reading)
        } else if all.isEmpty || !row.isGlued || tokens.count >= Self.width || ValueToken.areSpaced(tokens) {
            all += PatternCandidates(
                cells: row.figures, offset: row.offset, header: header, sums: Self.sums, isUnlabelled: !row.hasLine,
                leftOut: isOneOfMany ? AssumptionCost.leftOutFigureOfMany : AssumptionCost.leftOutFigure
            ).all()
        }
        return all.isEmpty ? [Self.nothing] : all
    }

    /// The readings not much dearer than the cheapest, cheapest first.
    private func worthWeighing(_ candidates: [RowCandidate]) -> [RowCandidate] {
        guard candidates.count > 1 else { return candidates }
        let cheapest = candidates.map(\.cost).min() ?? 0
        return distinct(candidates.filter { $0.cost <= cheapest + Self.margin }.sorted { $0.cost < $1.cost })
    }

    /// The ways to part a separated row's digits so that its sum holds; none where it has all its figures.
    private func partings(_ row: DataRow) -> [RowCandidate] {
        guard !row.isGlued, row.filledCount < Self.width else { return [] }
        let tokens = row.figures.compactMap(\.value)
        guard couldBeParted(tokens) else { return [] }
        return SplitCandidates(tokens: tokens, width: Self.width, sums: Self.sums).all()
            .filter { $0.cost < AssumptionCost.brokenSum }
    }

    private func couldBeParted(_ tokens: [ValueToken]) -> Bool {
        ValueToken.mostFigures(tokens) >= Self.width || tokens.contains { $0.content == .digits }
    }

    /// So many rows that add up when they are parted are no accident.
    static let leastParted = 3

    /// One row may add up by accident when its digits are parted; all rows of a table do not.
    private func partPrice(_ rows: [DataRow], _ partings: [[RowCandidate]]) -> Double {
        let open = rows.indices.filter {
            !rows[$0].isGlued && rows[$0].filledCount < Self.width
                && couldBeParted(rows[$0].figures.compactMap(\.value))
        }
        let sound = open.count { !partings[$0].isEmpty }
        return open.count >= Self.leastParted && sound == open.count
            ? AssumptionCost.partedTable : AssumptionCost.partedCell
    }

    /// Readings that give the same figures are one reading: the cheapest, which comes first.
    private func distinct(_ candidates: [RowCandidate]) -> [RowCandidate] {
        var seen: Set<[RowCandidate.Slot]> = []
        return Array(
            candidates.filter { candidate in
                seen.insert(
                    candidate.slots.map { slot in
                        guard case .figure(let value, var token) = slot else { return slot }
                        token.place = Place(line: 0, column: 0)
                        token.text = ""
                        return .figure(value, token)
                    }
                ).inserted
            }.prefix(Self.candidateLimit))
    }

    /// Whether a row that adds up is read as the rows of the same cells that have all their figures.
    private func isByPlace(_ chosen: [RowCandidate], _ row: DataRow, _ whole: WholeRows) -> Bool {
        chosen.count == 1 && chosen[0].applicantResidual?.isZero ?? false
            && whole.pattern(of: row) == chosen[0].pattern
    }

    private func append(
        _ chosen: [RowCandidate], alternatives: Int, line: TableThreeLine, broken: Set<Int>, to result: inout ReadTable
    ) {
        for column in 0..<Self.width {
            let reason: ReadingReason? =
                alternatives > 1 ? (broken.contains(column) ? .fewestBroken : .identities) : nil
            let reading =
                chosen.count == 1
                ? SlotReading.single(chosen[0].slots[column], reason)
                : SlotReading.reading(chosen.map { $0.slots[column] }, reason: reason)
            result.readings.append((line.measures[column], reading))
        }
    }
}

extension TableThreeLine {
    /// The line's part in the two equations of every column: balance, and outcomes against their total.
    var columnFactors: [Int] {
        switch key {
        case "received", "carriedOver": [1, 0]
        case "resolved": [-1, -1]
        case "carriedForward": [-1, 0]
        default: [0, 1]
        }
    }
}

extension RowCandidate {
    fileprivate func dearer(by price: Double) -> RowCandidate {
        var candidate = self
        candidate.cost += price
        return candidate
    }

    /// The total less the applicants' figures; nil where one of them is not known.
    fileprivate var applicantResidual: ExactDecimal? {
        let summands = slots.compactMap(\.summand)
        guard summands.count == ApplicantColumn.allCases.count, let total = slots.last?.value else { return nil }
        return total - summands.dropLast().reduce(.zero, +)
    }
}
