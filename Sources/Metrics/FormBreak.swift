import Filings

/// Between which years nothing may be compared because the statutory form changed.
package enum FormBreak {
    /// Whether the prescribed form changes between two reporting years.
    package static func lies(between earlier: Int, and later: Int) -> Bool {
        FormID.prescribed(for: earlier) != FormID.prescribed(for: later)
    }
}
