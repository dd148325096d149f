import Filings

/// Reads table three: finds its rows, gives each its line, each figure its column, and settles what is open by the
/// form's arithmetic.
///
/// Phases: rows with figures -> lines (`LineAlignment`) -> readings of each row (`PatternCandidates`,
/// `SplitCandidates`) -> recurring patterns -> one choice for the whole table (`ReadingSolver`).
struct TableThreeReader {
    let form: StatutoryForm

    struct Result {
        var readings: [(measure: MeasureID, reading: Reading)] = []
        var notes: [ReadingNote] = []
        /// The rows of the document that were read as this table.
        var rows: Range<Int>
    }

    private static let width = ApplicantColumn.allCases.count
    private static let sums = [RowSum(parts: 0..<6, total: 6)]
    /// Readings of one row that cost more than the cheapest by this much are not weighed.
    private static let margin = 3.5
    private static let candidateLimit = 400

    func read(_ rows: [TableRow]) -> Result? {
        guard let region = TableThreeRegion.find(in: rows) else { return nil }
        let header = HeaderReader.header(in: rows, before: region.lowerBound)
        let dataRows = DataRow.rows(in: rows, region: region)
        let lines = LineAlignment(form: form).lines(of: dataRows)
        let read = zip(dataRows, lines).compactMap { row, line in line.map { (row: row, line: $0) } }
        let aligned = AlignedColumns(read.map(\.row), width: Self.width)
        var candidates = read.map { entry in
            if let reading = aligned?.candidate(entry.row, sums: Self.sums) { return [reading] }
            return self.candidates(of: entry.row, header: header)
        }
        settleByRecurrence(&candidates, rows: read.map(\.row))
        let solver = ReadingSolver(
            rows: candidates, factors: read.map { factors(of: form.tableThree[$0.line]) }, width: Self.width)
        let choice = solver.solve()
        var result = Result(rows: region)
        for (index, entry) in read.enumerated() {
            append(
                choice.rows[index], alternatives: candidates[index].count, line: form.tableThree[entry.line],
                broken: choice.brokenColumns, to: &result)
        }
        let shape = TableShape(
            form: form, header: header, rows: read.map(\.row), lines: read.map(\.line),
            patterns: choice.rows.map { $0.first?.pattern ?? [] })
        result.notes = shape.notes(at: rows[region.lowerBound].place)
        return result
    }

    private func candidates(of row: DataRow, header: HeaderGeometry) -> [RowCandidate] {
        var all: [RowCandidate] = []
        let tokens = row.figures.compactMap(\.value)
        if row.isGlued || tokens.contains(where: { $0.content == .digits }) {
            all = SplitCandidates(tokens: tokens, width: Self.width, sums: Self.sums).all()
            if !row.isGlued { all = all.map { var parted = $0; parted.cost += AssumptionCost.partedCell; return parted } }
        }
        if all.isEmpty || !row.isGlued || tokens.count >= Self.width {
            all += PatternCandidates(cells: row.figures, offset: row.offset, header: header, sums: Self.sums).all()
        }
        guard let cheapest = all.map(\.cost).min() else {
            return [RowCandidate(slots: Array(repeating: .none, count: Self.width), cost: 0, pattern: [])]
        }
        return distinct(all.filter { $0.cost <= cheapest + Self.margin }.sorted { $0.cost < $1.cost })
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

    /// Rows of one shape were damaged in one way: a pattern that other rows of the shape prove is cheaper.
    private func settleByRecurrence(_ candidates: inout [[RowCandidate]], rows: [DataRow]) {
        var votes: [DataRow.Shape: [[Int?]: Int]] = [:]
        for (row, options) in zip(rows, candidates) where options.count > 0 && !options[0].pattern.isEmpty {
            let cheapest = options.filter { $0.cost <= options[0].cost + 1e-9 }
            guard cheapest.count == 1, options[0].cost < AssumptionCost.brokenSum, row.hasInformation else { continue }
            votes[row.shape, default: [:]][options[0].pattern, default: 0] += 1
        }
        for index in candidates.indices {
            guard candidates[index].count > 1, let shapeVotes = votes[rows[index].shape] else { continue }
            let most = shapeVotes.values.max() ?? 0
            for option in candidates[index].indices where shapeVotes[candidates[index][option].pattern] == most {
                candidates[index][option].cost -= 1
            }
            candidates[index].sort { $0.cost < $1.cost }
        }
    }

    /// The line's part in the two equations of every column: balance, and outcomes against their total.
    private func factors(of line: TableThreeLine) -> [Int] {
        switch line.key {
        case "received", "carriedOver": [1, 0]
        case "resolved": [-1, -1]
        case "carriedForward": [-1, 0]
        default: [0, 1]
        }
    }

    private func append(
        _ chosen: [RowCandidate], alternatives: Int, line: TableThreeLine, broken: Set<Int>, to result: inout Result
    ) {
        for column in 0..<Self.width {
            let reason: ReadingReason? =
                alternatives > 1 ? (broken.contains(column) ? .fewestBroken : .identities) : nil
            let reading = SlotReading.reading(
                chosen.map { $0.slots[column] }, of: Measures[line.measures[column]], reason: reason)
            result.readings.append((line.measures[column], reading))
        }
    }
}
