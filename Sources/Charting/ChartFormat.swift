/// What a chart can be written as.
package enum ChartFormat: String, CaseIterable, Sendable {
    case png, svg, pdf
    case vegaLite = "vega-lite"

    /// The ending of its files.
    package var ending: String { self == .vegaLite ? "vl.json" : rawValue }

    /// By the ending of a file's name; nil for any other.
    package init?(file: String) {
        guard let found = Self.allCases.first(where: { file.lowercased().hasSuffix("." + $0.ending) }) else {
            return nil
        }
        self = found
    }
}
