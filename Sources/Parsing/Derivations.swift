import Filings

/// Fills in what the identities and counts >= 0 determine where nothing is printed. Kept apart from readings.
package enum Derivations {
    package static func derive(_ readings: ReadingTable, form: StatutoryForm) -> [MeasureID: Derivation] {
        var refuted: Set<MeasureID> = []
        while true {
            let derived = fixpoint(readings, form, without: refuted)
            let contradicted = contradictions(readings, form, derived)
            if contradicted.isEmpty { return derived }
            refuted.formUnion(contradicted)
        }
    }

    private static func fixpoint(
        _ readings: ReadingTable, _ form: StatutoryForm, without refuted: Set<MeasureID>
    ) -> [MeasureID: Derivation] {
        var derived: [MeasureID: Derivation] = [:]
        var changed = true
        while changed {
            changed = false
            for identity in form.identities {
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
        func known(_ id: MeasureID) -> ExactDecimal? { readings[id].value ?? derived[id]?.value }
        let unknown = identity.measures.filter { known($0) == nil }
        guard !unknown.isEmpty, unknown.allSatisfy({ isOpen(readings[$0].state) }) else { return [] }
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
        for identity in form.identities {
            let mine = identity.measures.filter { derived[$0] != nil }
            guard !mine.isEmpty else { continue }
            if case .violated = identity.evaluate({ readings[$0].value ?? derived[$0]?.value }) {
                result.formUnion(mine)
            }
        }
        return result
    }

    /// `requests.received.total = ...`, solved for the measure.
    private static func equation(_ identity: Identity, for id: MeasureID) -> String {
        let isLeft = identity.left.contains(id)
        let same = (isLeft ? identity.left : identity.right).filter { $0 != id }.map { Measures[$0].code }
        let other = (isLeft ? identity.right : identity.left).map { Measures[$0].code }
        return ([other.joined(separator: " + ")] + same).joined(separator: " - ")
    }
}
