/// The numbers with which the form's labels begin: `1.属于`, `（三）`, `一、`.
enum LabelNumber {
    private static let numerals = Set("一二三四五六七".unicodeScalars)
    private static let points = Set(".．、".unicodeScalars)

    static func begins(_ text: String) -> Bool {
        var scalars = text.unicodeScalars.makeIterator()
        guard let first = scalars.next(), let second = scalars.next() else { return false }
        return begins(first, second)
    }

    /// Whether a text is what stands behind a number on a line of its own.
    static func isBehindNumber(_ text: String) -> Bool { text.unicodeScalars.first.map(points.contains) ?? false }

    static func begins(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        switch first {
        case "（", "(": numerals.contains(second)
        case "1"..."9": points.contains(second)
        default: numerals.contains(first) && points.contains(second)
        }
    }
}
