import Filings

/// Rows of table three that all have the same number of figures, more than the form has columns: which of them are the
/// form's is decided for all rows at once. A choice of figures with which nearly every row adds up is read; of several
/// that are as good, those that leave out repeats, this year's, or break the fewest identities of the columns. What
/// remains is weighed with the other rows.
struct SurplusColumns {
    /// Per row (by its place among the rows) the readings that remain.
    private(set) var readings: [Int: [RowCandidate]] = [:]
    /// The numbers of figures that many rows have.
    private(set) var manyFigures: Set<Int> = []

    /// So many rows must have as many figures, and so many of them one that is not 0.
    private static let leastRows = 3
    private static let leastTelling = 2
    /// Such a share of the rows must add up.
    private static let share = 0.8
    private static let most = 14
    /// More readings of a row than this say nothing.
    private static let mostReadings = 60

    private let rows: [DataRow]
    private let width: Int
    /// `breaks`: how many identities of the columns fail when rows have these readings, and the others as printed; nil
    /// where that cannot be told.
    init(
        _ rows: [DataRow], width: Int, headings: @autoclosure () -> String, breaks: ([Int: RowCandidate]) -> Int?
    ) {
        self.rows = rows
        self.width = width
        let groups = Dictionary(grouping: rows.indices) { rows[$0].filledCount }
        for (count, members) in groups where members.count >= Self.leastRows {
            manyFigures.insert(count)
            if count > width, count <= Self.most { settle(members, count, headings, breaks) }
        }
    }

    /// What heads a column of subtotals.
    static let subtotal = "小计"
    /// What heads the figures of the year before, and those of the report's.
    static let lastYear = ["上年", "上一年", "去年"]
    static let thisYear = ["本年", "今年"]

    /// Whether figures of the year before stand in front of those of the year; nil where the headings do not tell.
    private static func startsWithLastYear(_ headings: String) -> Bool? {
        func place(_ words: [String]) -> String.Index? {
            words.compactMap { word in headings.firstRange(of: word)?.lowerBound }.min()
        }
        guard let last = place(lastYear), let this = place(thisYear) else { return nil }
        return last < this
    }

    private mutating func settle(
        _ members: [Int], _ count: Int, _ headings: () -> String, _ breaks: ([Int: RowCandidate]) -> Int?
    ) {
        let values = members.map { row in rows[row].figures.filter { !$0.isBlank }.map { $0.value?.value } }
        guard values.count(where: { $0.contains { $0?.isZero == false } }) >= Self.leastTelling else { return }
        if count == 2 * width, values.allSatisfy(Self.isDoubled) {
            for row in members { readings[row] = [candidate(row, (0..<width).map { 2 * $0 })] }
            return
        }
        guard var best = soundest(count, values, Self.addsUp) else { return }
        // Figures that are left out because they do not add up may be an organ's mistake.
        best += soundest(count, values) { Self.addsUp($0, $1) && !Self.losesAll($0, $1) } ?? []
        let repeated = Self.repeatedPlaces(values)
        let kept = best.map { repeated.intersection($0).count }
        let fewest = zip(best, kept).filter { $0.1 == kept.min() }.map(\.0)
        var patterns = distinct(fewest, values)
        if patterns.count > 1, count == 2 * width, let startsWithLastYear = Self.startsWithLastYear(headings()) {
            let ofThisYear = startsWithLastYear ? Array(width..<count) : Array(0..<width)
            if patterns.contains(ofThisYear) { patterns = [ofThisYear] }
        }
        if patterns.count > 1, patterns.count <= Self.mostReadings {
            let broken = patterns.map { pattern in
                breaks(Dictionary(uniqueKeysWithValues: members.map { ($0, candidate($0, pattern)) }))
            }
            if let least = broken.compactMap({ $0 }).min() {
                patterns = zip(patterns, broken).filter { $0.1 == least }.map(\.0)
            }
        }
        for row in members {
            readings[row] =
                patterns.count <= Self.mostReadings ? patterns.map { candidate(row, $0) } : [.nothing(width)]
        }
    }

    /// The choices with which most rows are sound; nil where too few are.
    private func soundest(
        _ count: Int, _ values: [[ExactDecimal?]], _ isSound: ([ExactDecimal?], [Int]) -> Bool
    ) -> [[Int]]? {
        var best: (sound: Int, patterns: [[Int]]) = (0, [])
        Self.forEachChoice(of: width, among: count) { pattern in
            let sound = values.count { isSound($0, pattern) }
            if sound > best.sound { best = (sound, []) }
            if sound == best.sound { best.patterns.append(pattern) }
        }
        return Double(best.sound) >= Self.share * Double(values.count) ? best.patterns : nil
    }

    private static func losesAll(_ values: [ExactDecimal?], _ pattern: [Int]) -> Bool {
        pattern.allSatisfy { values[$0]?.isZero ?? true } && values.contains { $0?.isZero == false }
    }

    /// Whether every figure stands twice.
    private static func isDoubled(_ values: [ExactDecimal?]) -> Bool {
        stride(from: 0, to: values.count, by: 2).allSatisfy { values[$0] != nil && values[$0] == values[$0 + 1] }
    }

    /// Places whose figures repeat those in front of them in every row, not all of them 0.
    private static func repeatedPlaces(_ values: [[ExactDecimal?]]) -> Set<Int> {
        Set(
            values[0].indices.dropFirst().filter { place in
                values.allSatisfy { $0[place] != nil && $0[place] == $0[place - 1] }
                    && values.count(where: { $0[place]?.isZero == false }) >= leastTelling
            })
    }

    /// Calls `body` with every choice of so many places, in order.
    private static func forEachChoice(of size: Int, among count: Int, _ body: ([Int]) -> Void) {
        var chosen: [Int] = []
        func choose(_ from: Int) {
            if chosen.count == size { return body(chosen) }
            guard count - from >= size - chosen.count else { return }
            for next in from..<count {
                chosen.append(next)
                choose(next + 1)
                chosen.removeLast()
            }
        }
        choose(0)
    }

    private static func addsUp(_ values: [ExactDecimal?], _ pattern: [Int]) -> Bool {
        guard let total = values[pattern.last!] else { return false }
        var sum = ExactDecimal.zero
        for index in pattern.dropLast() {
            guard let value = values[index] else { return false }
            sum = sum + value
        }
        return sum == total
    }

    /// The patterns that give other figures in some row.
    private func distinct(_ patterns: [[Int]], _ values: [[ExactDecimal?]]) -> [[Int]] {
        var seen: Set<[ExactDecimal?]> = []
        return patterns.filter { pattern in
            seen.insert(values.flatMap { row in pattern.map { row[$0] } }).inserted
        }
    }

    private func candidate(_ row: Int, _ pattern: [Int]) -> RowCandidate {
        let cells = rows[row].figures
        let filled = cells.indices.filter { !cells[$0].isBlank }
        return RowCandidate(
            slots: pattern.map { PatternCandidates.slot(cells[filled[$0]]) }, cost: 0,
            pattern: pattern.map { filled[$0] + rows[row].offset })
    }
}
