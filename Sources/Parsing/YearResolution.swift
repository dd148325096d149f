import Filings

/// Chooses among the readings of run-together figures of table two with the same organ's neighbouring filing: the
/// form's chains over the years hold for some readings only.
///
/// Each pair of neighbouring years is asked by itself; where two pairs want different readings, nothing is chosen.
package enum YearResolution {
    package static func resolve(_ filings: [Filing]) -> [Filing] {
        // Hardly any run has an open figure; then nobody's neighbours are asked.
        guard filings.withUnsafeBufferPointer({ $0.contains(where: isOpen) }) else { return filings }
        var allowed: [Cell: [Set<Tuple>]] = [:]
        for (earlier, later) in neighbours(filings.map(Key.init)) {
            collect(filings, earlier, later, into: &allowed)
        }
        var result = filings
        for (cell, wishes) in allowed {
            let agreed = wishes.dropFirst().reduce(wishes[0]) { $0.intersection($1) }
            guard !agreed.isEmpty else { continue }
            LineReadings.restrict(
                &result[cell.filing], AllForms.form(result[cell.filing].form!).tableTwo[cell.line], to: agreed)
        }
        return result
    }

    /// A line of table two in one filing.
    private struct Cell: Hashable {
        var filing: Int
        var line: Int
    }

    /// What of a filing tells its neighbours.
    package struct Key: Sendable {
        fileprivate var organ: OrganKey
        fileprivate var year: Int
        fileprivate var form: FormID
        /// Whether neighbouring years may decide a figure.
        package var isOpen: Bool

        /// Nil where organ, year or form is unknown.
        package init?(_ filing: Filing) {
            guard let organ = OrganKey(filing), let year = filing.year, let form = filing.form else { return nil }
            (self.organ, self.year, self.form) = (organ, year, form)
            isOpen = YearResolution.isOpen(filing)
        }
    }

    /// Whether a figure of table two has several readings.
    private static func isOpen(_ filing: Filing) -> Bool {
        guard filing.readings.hasDetails, let form = filing.form else { return false }
        return AllForms.form(form).tableTwo.contains { line in
            line.measures.contains { filing.readings.state(of: $0) == .ambiguous }
        }
    }

    /// The filings that must be at hand together: those with an open figure and their neighbours, a series each.
    package static func involved(_ keys: [Key?]) -> [[Int]] {
        var groups: [[Int]] = []
        for (earlier, later) in neighbours(keys) where keys[earlier]!.isOpen || keys[later]!.isOpen {
            if groups.last?.last == earlier {
                groups[groups.count - 1].append(later)
            } else {
                groups.append([earlier, later])
            }
        }
        return groups
    }

    /// Pairs of filings of one organ and form in successive years; years that stand twice are left out.
    private static func neighbours(_ keys: [Key?]) -> [(earlier: Int, later: Int)] {
        var groups: [OrganKey: [Int]] = [:]
        var order: [OrganKey] = []
        for (index, key) in keys.enumerated() {
            guard let organ = key?.organ else { continue }
            if groups[organ] == nil { order.append(organ) }
            groups[organ, default: []].append(index)
        }
        return order.flatMap { organ in
            let years = Dictionary(grouping: groups[organ]!, by: { keys[$0]!.year })
            let single = years.filter { $0.value.count == 1 }.sorted { $0.key < $1.key }.map { $0.value[0] }
            return zip(single, single.dropFirst()).filter { earlier, later in
                keys[earlier]!.year + 1 == keys[later]!.year && keys[earlier]!.form == keys[later]!.form
            }
        }
    }

    /// What a pair of years wants of its run-together lines; a pair that nothing fits wants nothing.
    private static func collect(
        _ filings: [Filing], _ earlier: Int, _ later: Int, into allowed: inout [Cell: [Set<Tuple>]]
    ) {
        let form = AllForms.form(filings[later].form!)
        for (index, line) in form.tableTwo.enumerated() {
            let chains = form.chains.filter { chain in
                !chain.crossesForms && line.measures.contains(chain.current[0].measure)
            }
            let open = [earlier, later].filter { filing in
                line.measures.contains { filings[filing].readings.state(of: $0) == .ambiguous }
            }
            guard !open.isEmpty, !chains.isEmpty else { continue }
            let before = LineReadings.tuples(of: line, in: filings[earlier])
            let after = LineReadings.tuples(of: line, in: filings[later])
            let pairs = fitting(before, after, chains, line)
            guard !pairs.isEmpty else { continue }
            for filing in open {
                let wish = Set(filing == earlier ? pairs.map(\.0) : pairs.map(\.1))
                allowed[Cell(filing: filing, line: index), default: []].append(wish)
            }
        }
    }

    private typealias Tuple = [ExactDecimal]

    private static func fitting(
        _ before: [Tuple], _ after: [Tuple], _ chains: [YearChain], _ line: TableTwoLine
    ) -> [(Tuple, Tuple)] {
        var pairs: [(Tuple, Tuple)] = []
        for earlier in before {
            for later in after where chains.allSatisfy({ holds($0, earlier, later, line) }) {
                pairs.append((earlier, later))
            }
        }
        return pairs
    }

    private static func holds(_ chain: YearChain, _ earlier: Tuple, _ later: Tuple, _ line: TableTwoLine) -> Bool {
        func sum(_ terms: [YearChain.Term], _ tuple: Tuple) -> ExactDecimal {
            terms.reduce(.zero) { total, term in
                let value = tuple[line.measures.firstIndex(of: term.measure)!]
                return term.sign > 0 ? total + value : total - value
            }
        }
        return sum(chain.current, later) == sum(chain.previous, earlier)
    }
}

/// The readings of one line of table two as whole tuples, from the characters that its ambiguous cells share.
private enum LineReadings {
    /// All tuples that fit the cells as they stand; one when every cell has its figure, none when a cell is missing.
    static func tuples(of line: TableTwoLine, in filing: Filing) -> [[ExactDecimal]] {
        let readings = line.measures.map { filing.readings[$0] }
        let open = readings.filter { $0.state == .ambiguous }
        guard let text = open.first?.text else {
            let values = readings.compactMap(\.value)
            return values.count == readings.count ? [values] : []
        }
        return TableTwoReader.tuples(of: line, printed: text).filter { tuple in
            zip(tuple, readings).allSatisfy { value, reading in
                reading.state == .ambiguous ? reading.candidates.contains(value) : reading.value == value
            }
        }
    }

    /// Keeps the values that occur in `tuples`; a cell with one value left is read.
    static func restrict(_ filing: inout Filing, _ line: TableTwoLine, to tuples: Set<[ExactDecimal]>) {
        for (column, measure) in line.measures.enumerated() where filing.readings.state(of: measure) == .ambiguous {
            let values = Set(tuples.map { $0[column] }).sorted()
            if values.count == 1 {
                filing.readings[measure].state = .reported
                filing.readings[measure].value = values[0]
                filing.readings[measure].candidates = []
                filing.readings[measure].reason = .neighbouringYear
            } else if !values.isEmpty {
                filing.readings[measure].candidates = values
            }
        }
    }
}
