import Filings

/// The readings of a row whose digits run together: every way to part them into as many numbers as the form has
/// columns, without leading zeros, kept when the row's own sums hold (all of them when none does).
struct SplitCandidates {
    let tokens: [ValueToken]
    let width: Int
    let sums: [RowSum]
    /// Columns whose figure may carry a sign, and columns of money, which may have a fraction.
    var signed: Set<Int> = []
    var money: Set<Int> = []

    /// More sound readings than this say nothing any more. Of unsound ones some show the doubt: first those that put
    /// into a column what none before put there, so that no figure seems certain because the rest was cut off.
    private static let limit = 4_000
    private static let unsoundLimit = 400
    /// So many partings are tried at most; of more than these nobody can say which hold.
    private static let visitLimit = 120_000
    private static let digitLimit = 60

    func all() -> [RowCandidate] {
        guard tokens.reduce(0, { $0 + $1.text.count }) <= Self.digitLimit else { return [] }
        var sound: [RowCandidate] = []
        var (unsound, doubts): ([RowCandidate], [RowCandidate]) = ([], [])
        var seen: Set<Int> = []
        var visits = 0
        let pieces = tokens.map { Pieces(of: $0) }
        let bounds = Bounds(pieces)
        var slots: [RowCandidate.Slot] = []
        slots.reserveCapacity(width)
        part(0, 0, &slots, pieces, bounds) { slots in
            visits += 1
            let cost = RowCandidate.sumCost(slots, sums)
            if cost < AssumptionCost.brokenSum {
                sound.append(RowCandidate(slots: slots, cost: cost, pattern: []))
            } else if sound.isEmpty {
                let candidate = RowCandidate(slots: slots, cost: cost, pattern: [])
                if Self.isNew(slots, &seen) {
                    doubts.append(candidate)
                } else if unsound.count < Self.unsoundLimit {
                    unsound.append(candidate)
                }
            }
            return sound.count < Self.limit && visits <= Self.visitLimit
        }
        if visits > Self.visitLimit { return [] }
        return sound.isEmpty ? doubts + unsound.prefix(max(0, Self.unsoundLimit - doubts.count)) : sound
    }

    /// Whether a column holds digits that it held in no reading before; notes all of them.
    private static func isNew(_ slots: [RowCandidate.Slot], _ seen: inout Set<Int>) -> Bool {
        var isNew = false
        for (column, slot) in slots.enumerated() {
            guard case .figure(_, let token) = slot else { continue }
            let digits = (token.place.line << 32 | token.place.column) << 6 | token.text.utf8.count
            if seen.insert(digits &* slots.count &+ column).inserted { isNew = true }
        }
        return isNew
    }

    /// Parts the tokens from `token`, `digit` on, behind the figures of `slots`; `visit` returns false to stop.
    @discardableResult
    private func part(
        _ token: Int, _ digit: Int, _ slots: inout [RowCandidate.Slot], _ pieces: [Pieces], _ bounds: Bounds,
        _ visit: ([RowCandidate.Slot]) -> Bool
    ) -> Bool {
        if token == tokens.count { return slots.count == width ? visit(slots) : true }
        guard !brokenEarly(slots) else { return true }
        guard let run = pieces[token].run else {
            guard slots.count < width else { return true }
            slots.append(tokens[token].value.map { .figure($0, tokens[token]) } ?? .illegible(tokens[token]))
            defer { slots.removeLast() }
            return part(token + 1, 0, &slots, pieces, bounds, visit)
        }
        if digit == run.digits.count { return part(token + 1, 0, &slots, pieces, bounds, visit) }
        guard slots.count < width else { return true }
        if digit == 0, run.sign != nil, !signed.contains(slots.count) { return true }
        let left = run.digits.count - digit
        guard bounds.allow(width - slots.count, left: left, behind: token) else { return true }
        let longest = run.digits[digit] == 0 ? 1 : min(left, Pieces.longest)
        for length in 1...longest {
            guard let slot = pieces[token].slot(digit, length, money: money.contains(slots.count)) else { continue }
            slots.append(slot)
            defer { slots.removeLast() }
            guard part(token, digit + length, &slots, pieces, bounds, visit) else { return false }
        }
        return true
    }

    /// A sum whose total was just read and fails, while digits remain: with sound readings it can be dropped early.
    private func brokenEarly(_ slots: [RowCandidate.Slot]) -> Bool {
        guard sums.count > 1, let sum = sums.first(where: { $0.total == slots.count - 1 }) else { return false }
        return RowCandidate.sumCost(slots, [sum]) >= AssumptionCost.brokenSum
    }
}

/// How many figures the tokens behind each can give, at least and at most: what cannot fill the columns is not tried.
private struct Bounds {
    private var least: [Int]
    private var most: [Int]

    init(_ pieces: [Pieces]) {
        least = Array(repeating: 0, count: pieces.count + 1)
        most = least
        for token in pieces.indices.reversed() {
            least[token] = least[token + 1] + Self.figures(of: pieces[token].count)
            most[token] = most[token + 1] + pieces[token].count
        }
    }

    private static func figures(of digits: Int) -> Int { (digits + Pieces.longest - 1) / Pieces.longest }

    /// Whether so many digits of a token and all tokens behind it can fill so many columns.
    func allow(_ columns: Int, left: Int, behind token: Int) -> Bool {
        left + most[token + 1] >= columns && Self.figures(of: left) + least[token + 1] <= columns
    }
}

/// A token's digits with every figure that some of them make; worked out once for all partings.
private struct Pieces {
    let run: DigitRun?
    private var counts: [RowCandidate.Slot?] = []
    private var amounts: [RowCandidate.Slot?] = []

    init(of token: ValueToken) {
        run = DigitRun(token)
        guard let run else { return }
        let count = run.digits.count
        for start in 0..<count {
            for length in 1...count {
                let range = start..<min(start + length, count)
                let isInside = start + length <= count
                counts.append(isInside ? run.slot(range, of: token, money: false) : nil)
                // Only a fraction makes a difference to columns of money.
                amounts.append(
                    !isInside ? nil : run.fraction.isEmpty ? counts.last! : run.slot(range, of: token, money: true))
            }
        }
    }

    /// A figure has at most so many digits.
    static let longest = 17

    /// How many figures it can give.
    var count: Int { run?.digits.count ?? 1 }

    func slot(_ start: Int, _ length: Int, money: Bool) -> RowCandidate.Slot? {
        (money ? amounts : counts)[start * count + length - 1]
    }
}

/// Digits with a sign before the first and a fraction behind the last; either binds to its end.
private struct DigitRun {
    let sign: Character?
    let digits: [UInt8]
    let fraction: String

    init?(_ token: ValueToken) {
        var text = token.text.unicodeScalars.map(Normalisation.halfWidth)[...]
        if token.unit != nil { text = text.prefix { !($0.value > 127) } }
        sign = text.first.flatMap { $0 == "-" || $0 == "+" || $0 == "−" ? Character($0) : nil }
        if sign != nil { text = text.dropFirst() }
        let whole = text.prefix { ("0"..."9").contains($0) }
        let rest = text.dropFirst(whole.count)
        guard !whole.isEmpty,
            rest.isEmpty || rest.first == "." && rest.dropFirst().allSatisfy({ ("0"..."9").contains($0) })
        else { return nil }
        digits = whole.map { UInt8($0.value - 48) }
        fraction = rest.map { String($0) }.joined()
    }

    /// The figure of some of the digits; nil when a fraction would fall into a column of counts.
    func slot(_ range: Range<Int>, of token: ValueToken, money: Bool) -> RowCandidate.Slot? {
        let isFirst = range.lowerBound == 0
        let isLast = range.upperBound == digits.count
        if isLast, !fraction.isEmpty, !money { return nil }
        let text =
            (isFirst && sign != nil ? (sign == "+" ? "" : "-") : "")
            + digits[range].map { String($0) }.joined() + (isLast ? fraction : "")
        guard let value = ExactDecimal(text) else { return nil }
        var piece = token
        piece.place.column += range.lowerBound + (sign != nil && !isFirst ? 1 : 0)
        if range.count < digits.count { piece.text = text }
        piece.content = .number(value)
        return .figure(value, piece)
    }
}
