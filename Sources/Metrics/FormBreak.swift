import Filings

/// Between which years nothing may be compared because the statutory form changed.
package enum FormBreak {
    /// Whether the prescribed form changes between two reporting years.
    package static func lies(between earlier: Int, and later: Int) -> Bool {
        FormID.prescribed(for: earlier) != FormID.prescribed(for: later)
    }

    /// Also broken: years whose filings really use different forms (an old form used late).
    static func lies(between earlier: Int, _ earlierForms: Set<FormID>, and later: Int, _ laterForms: Set<FormID>)
        -> Bool
    {
        lies(between: earlier, and: later) || earlierForms.union(laterForms).count > 1
    }
}
