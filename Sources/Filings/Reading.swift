/// What the document shows for one cell of the form. Missing is never zero, and says why.
package enum ReadingState: String, CaseIterable, Sendable {
    /// A number is printed.
    case reported
    /// A printed mark for nothing (`/`, `—`, `无`): 0.
    case nilMark = "nil"
    /// The cell is printed, and empty.
    case blank
    /// Several readings of the same characters remain.
    case ambiguous
    /// Something is printed that is no number.
    case illegible
    /// The document lost the cell.
    case absent
    /// The form of that year has no such cell.
    case notAsked
}

/// One cell as read: its state, the number if one is printed, the characters and their place.
package struct Reading: Hashable, Sendable {
    package var state: ReadingState
    /// The printed number (0 for a nil mark); nil in every other state.
    package var value: ExactDecimal?
    /// The characters as printed.
    package var text: String
    package var place: Place?
    /// The readings that remain, ascending; only for `ambiguous`.
    package var candidates: [ExactDecimal]
    /// Why these characters were read this way, when more than one reading was possible.
    package var reason: ReadingReason?

    package init(
        _ state: ReadingState, value: ExactDecimal? = nil, text: String = "", place: Place? = nil,
        candidates: [ExactDecimal] = [], reason: ReadingReason? = nil
    ) {
        self.state = state
        self.value = value
        self.text = text
        self.place = place
        self.candidates = candidates
        self.reason = reason
    }

    package static let absent = Reading(.absent)
    package static let notAsked = Reading(.notAsked)
}

/// What settled a reading when the characters alone did not.
package enum ReadingReason: String, Sendable {
    /// The form's identities hold for this reading only.
    case identities
    /// No reading satisfies the identities; this one breaks the fewest.
    case fewestBroken
    /// The neighbouring year's filing fits this reading only.
    case neighbouringYear
}

/// A value that nothing prints but the form's identities (with counts >= 0) determine.
package struct Derivation: Hashable, Sendable {
    package var value: ExactDecimal
    /// The equation in measure codes, e.g. `requests.received.total - requests.received.naturalPerson - ...`.
    package var equation: String

    package init(value: ExactDecimal, equation: String) {
        self.value = value
        self.equation = equation
    }
}
