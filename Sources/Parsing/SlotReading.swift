import Filings

/// Turns the remaining slots for one cell into its reading.
enum SlotReading {
    static func reading(_ slots: [RowCandidate.Slot], reason: ReadingReason?) -> Reading {
        if slots.count == 1 { return single(slots[0], reason) }
        let values = Set(slots.map(\.value))
        guard values.count > 1 else { return single(slots.first ?? .none, reason) }
        var candidates = values.compactMap { $0 }
        // One figure or none at all: nothing says that the figure belongs here.
        guard candidates.count > 1 else { return .absent }
        // A cell that may be empty may be an empty 0.
        if values.contains(nil), !candidates.contains(.zero) { candidates.append(.zero) }
        candidates.sort()
        let first = slots.lazy.compactMap { slot -> ValueToken? in
            if case .figure(_, let token) = slot { return token }
            return nil
        }.first
        return Reading(.ambiguous, text: first?.text ?? "", place: first?.place, candidates: candidates)
    }

    static func single(_ slot: RowCandidate.Slot, _ reason: ReadingReason?) -> Reading {
        switch slot {
        case .figure(let value, let token):
            if token.content == .nilMark {
                return Reading(.nilMark, value: .zero, text: token.text, place: token.place)
            }
            return Reading(.reported, value: value, text: token.text, place: token.place, reason: reason)
        case .blank(let place): return Reading(.blank, place: place)
        case .illegible(let token): return Reading(.illegible, text: token.text, place: token.place)
        case .none: return .absent
        }
    }
}
