import Filings

/// Fills in what the identities and counts >= 0 determine where nothing is printed. Kept apart from readings.
package enum Derivations {
    package static func derive(_ readings: ReadingTable, form: StatutoryForm) -> [MeasureID: Derivation] {
        // Most filings print every cell.
        let open = form.measures.filter { isOpen(readings.state(of: $0)) }
        guard !open.isEmpty else { return [:] }
        let identities = form.identities(ofAny: open)
        var refuted: Set<MeasureID> = []
        while true {
            let derived = fixpoint(readings, identities, without: refuted)
            let contradicted = contradictions(readings, form, derived).union(unconfirmed(readings, form, derived))
            if contradicted.isEmpty { return derived }
            refuted.formUnion(contradicted)
        }
    }

    private static func fixpoint(
        _ readings: ReadingTable, _ identities: [Identity], without refuted: Set<MeasureID>
    ) -> [MeasureID: Derivation] {
        var derived: [MeasureID: Derivation] = [:]
        var changed = true
        while changed {
            changed = false
            for identity in identities {
                for (id, derivation) in step(identity, readings, derived) where !refuted.contains(id) {
                    derived[id] = derivation
                    changed = true
                }
            }
        }
        return derived
    }

    /// One identity: exactly one unknown, or unknowns on one side only that must add up to nothing.
    private static func step(
        _ identity: Identity, _ readings: ReadingTable, _ derived: [MeasureID: Derivation]
    ) -> [(MeasureID, Derivation)] {
        func known(_ id: MeasureID) -> ExactDecimal? { readings.value(of: id) ?? derived[id]?.value }
        let unknown = identity.measures.filter { known($0) == nil }
        guard !unknown.isEmpty, unknown.allSatisfy({ isOpen(readings.state(of: $0)) }) else { return [] }
        let left = identity.left.compactMap(known).reduce(.zero, +)
        let right = identity.right.compactMap(known).reduce(.zero, +)
        let isLeft = identity.left.contains(unknown[0])
        let rest = isLeft ? right - left : left - right
        if unknown.count == 1 {
            guard rest >= .zero, rest.isInteger else { return [] }
            return [(unknown[0], Derivation(value: rest, equation: equation(identity, for: unknown[0])))]
        }
        let sides = Set(unknown.map { identity.left.contains($0) })
        guard sides.count == 1, rest.isZero else { return [] }
        return unknown.map { ($0, Derivation(value: .zero, equation: equation(identity, for: $0) + " , >= 0")) }
    }

    private static func isOpen(_ state: ReadingState) -> Bool { state == .absent || state == .blank }

    /// Derived cells in an identity that does not hold: the print contradicts itself there, and decides nothing.
    private static func contradictions(
        _ readings: ReadingTable, _ form: StatutoryForm, _ derived: [MeasureID: Derivation]
    ) -> Set<MeasureID> {
        var result: Set<MeasureID> = []
        for identity in form.identities(ofAny: derived.keys) {
            let mine = identity.measures.filter { derived[$0] != nil }
            if case .violated = identity.evaluate({ readings.value(of: $0) ?? derived[$0]?.value }) {
                result.formUnion(mine)
            }
        }
        return result
    }

    /// So many empty cells, and no printed 0, show that the document leaves a 0 empty.
    private static let emptyZeros = 10

    /// Where a document leaves its zeros empty, an empty cell that should be something else is more likely a wrong sum:
    /// two identities have to say the same, with all other empty cells 0.
    private static func unconfirmed(
        _ readings: ReadingTable, _ form: StatutoryForm, _ derived: [MeasureID: Derivation]
    ) -> [MeasureID] {
        let suspects = derived.filter { !$0.value.value.isZero && readings.state(of: $0.key) == .blank }
        guard !suspects.isEmpty, leavesZerosEmpty(readings, form) else { return [] }
        func value(_ id: MeasureID) -> ExactDecimal? {
            readings.value(of: id) ?? (readings.state(of: id) == .blank ? .zero : nil)
        }
        return suspects.filter { id, derivation in
            let solved = form.identities(ofAny: [id]).map { solve($0, for: id, value) }
            return solved.count < 2 || solved.contains { $0 != derivation.value }
        }.map(\.key)
    }

    private static func leavesZerosEmpty(_ readings: ReadingTable, _ form: StatutoryForm) -> Bool {
        let measures = form.measures
        guard !measures.contains(where: { readings.value(of: $0)?.isZero ?? false }) else { return false }
        return measures.count { readings.state(of: $0) == .blank } >= emptyZeros
    }

    /// What an identity makes of a measure when all others are known.
    private static func solve(
        _ identity: Identity, for id: MeasureID, _ value: (MeasureID) -> ExactDecimal?
    ) -> ExactDecimal? {
        let others = identity.measures.filter { $0 != id }
        guard others.allSatisfy({ value($0) != nil }) else { return nil }
        let isLeft = identity.left.contains(id)
        let same = (isLeft ? identity.left : identity.right).filter { $0 != id }.compactMap(value).reduce(.zero, +)
        let other = (isLeft ? identity.right : identity.left).compactMap(value).reduce(.zero, +)
        return other - same
    }

    /// `requests.received.total = ...`, solved for the measure.
    private static func equation(_ identity: Identity, for id: MeasureID) -> String {
        let isLeft = identity.left.contains(id)
        let same = (isLeft ? identity.left : identity.right).filter { $0 != id }.map { Measures[$0].code }
        let other = (isLeft ? identity.right : identity.left).map { Measures[$0].code }
        return ([other.joined(separator: " + ")] + same).joined(separator: " - ")
    }
}
