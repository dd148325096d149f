/// How a value came about, or why there is none. Every state is drawn differently, so that a gap is never taken for
/// a zero.
package enum MarkState: String, Hashable, Sendable, CaseIterable {
    case ordinary
    /// Reported as 0.
    case zero
    /// 0 of 0: a rate of nothing.
    case noRequests
    /// No filing, or the document lost the cell.
    case missing
    /// The form has no such cell.
    case notAsked
    /// The organ did not exist.
    case notEstablished
    /// The figures contradict the form's identity.
    case doubtful
    /// Computed from an identity, not printed.
    case derived
    /// Blank or "/" counted as 0.
    case assumedZero
    /// A rate over few cases.
    case smallDenominator
    /// Changed after publication.
    case revised

    /// Whether a value of this state may be drawn at its place on the scale.
    package var isDrawn: Bool {
        switch self {
        case .ordinary, .zero, .derived, .assumedZero, .smallDenominator, .revised: true
        case .noRequests, .missing, .notAsked, .notEstablished, .doubtful: false
        }
    }
}
