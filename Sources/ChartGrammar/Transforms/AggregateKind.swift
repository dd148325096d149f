/// A row as a part of a group: its value, if it has one that may be drawn, and what is known of it.
struct GroupMember {
    var value: Double?
    var facts: RowFacts

    init(value: Double?, facts: RowFacts) {
        self.value = facts.state.isDrawn ? value : nil
        self.facts = facts
    }
}

/// What becomes of the values of a group, in Vega-Lite's words.
package enum AggregateKind: String, Hashable, Sendable, CaseIterable {
    case sum, mean, median, min, max
    /// Rows; rows with a value; rows without one.
    case count, valid, missing

    /// Whether rows are counted, so that no rows are 0 and not nothing.
    package var isCount: Bool { [.count, .valid, .missing].contains(self) }

    /// Nil for no values; a sum of nothing is 0 only where there is no row at all.
    func value(of members: [GroupMember]) -> Double? {
        let values = members.compactMap(\.value)
        switch self {
        case .count: return Double(members.count)
        case .valid: return Double(values.count)
        case .missing: return Double(members.count - values.count)
        case .sum: return values.isEmpty && !members.isEmpty ? nil : values.reduce(0, +)
        case .mean: return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        case .median: return Self.median(values.sorted())
        case .min: return values.min()
        case .max: return values.max()
        }
    }

    private static func median(_ sorted: [Double]) -> Double? {
        guard !sorted.isEmpty else { return nil }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// The value with what may be said of it. One row alone keeps its state, its printed value and its interval; of
    /// several the notes count the flags, as the sums of the figures do.
    func combined(_ members: [GroupMember]) -> (value: Double?, facts: RowFacts) {
        let value = value(of: members)
        if isCount { return (value, RowFacts()) }
        if members.count == 1 { return (value, members[0].facts) }
        guard value != nil else { return (nil, Self.absence(members)) }
        let valued = members.filter { $0.value != nil }
        let counts = valued.compactMap(\.facts.n)
        return (value, RowFacts(n: !counts.isEmpty && counts.count == valued.count ? counts.reduce(0, +) : nil))
    }

    /// The state that all of them share, else missing.
    private static func absence(_ members: [GroupMember]) -> RowFacts {
        guard let first = members.first?.facts else { return RowFacts(state: .notAsked) }
        let isShared = members.allSatisfy { $0.facts.state == first.state } && !first.state.isDrawn
        return RowFacts(state: isShared ? first.state : .missing, stateText: isShared ? first.stateText : nil)
    }
}

/// How many rows went into a result without a value, or with one that has a flag.
struct StateTally: Hashable, Sendable {
    private(set) var absent: [MarkState: Int] = [:]
    private(set) var flagged: [MarkState: Int] = [:]

    mutating func addAbsent(_ facts: RowFacts) {
        absent[facts.state.isDrawn ? .missing : facts.state, default: 0] += 1
    }

    /// Members of a group.
    mutating func add(_ members: [GroupMember]) {
        for member in members {
            if member.value == nil {
                addAbsent(member.facts)
            } else if [.derived, .assumedZero, .smallDenominator, .revised].contains(member.facts.state) {
                flagged[member.facts.state, default: 0] += 1
            }
        }
    }

    var absentCount: Int { absent.values.reduce(0, +) }
}
