import Filings

/// The figures that nearly all cells hold: digits of one count, or what the form itself allows beside them.
enum PrintedFigure {
    private static let longest = 15

    /// Whether a cell holds digits, signs and points only, whatever they mean.
    static func isFigure(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        !cell.isEmpty
            && cell.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }
    /// The figure at the start of a range and its length; nil where a cell's reader has more to say about it.
    @inline(__always)
    static func read(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, of measure: MeasureID
    ) -> (value: ExactDecimal, length: Int)? {
        var at = range.lowerBound
        var value: Int64 = 0
        while at < range.upperBound, text[at] >= 48, text[at] <= 57 {
            value = value &* 10 &+ Int64(text[at] - 48)
            at += 1
            if at - range.lowerBound > longest { return nil }
        }
        let length = at - range.lowerBound
        guard at < range.upperBound, text[at] == UInt8(ascii: ".") || length == 0 else {
            return length == 0 || length > 1 && text[range.lowerBound] == 48 ? nil : (ExactDecimal(value), length)
        }
        return signedOrDecimal(text, range, Measures[measure])
    }

    /// Money with decimals, or a change with its sign.
    private static func signedOrDecimal(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ measure: Measure
    ) -> (value: ExactDecimal, length: Int)? {
        var at = range.lowerBound
        if measure.isSigned, at < range.upperBound, text[at] == UInt8(ascii: "-") { at += 1 }
        let first = at
        var point: Int?
        while at < range.upperBound, (48...57).contains(text[at]) || text[at] == UInt8(ascii: "."), at - first < longest
        {
            if text[at] == UInt8(ascii: ".") {
                guard point == nil, measure.isMoney else { return nil }
                point = at
            }
            at += 1
        }
        let whole = (point ?? at) - first
        guard whole == 1 || whole > 1 && text[first] != 48, point != at - 1 else { return nil }
        let digits = String(decoding: UnsafeBufferPointer(rebasing: text[range.lowerBound..<at]), as: UTF8.self)
        return ExactDecimal(digits).map { ($0, at - range.lowerBound) }
    }
}

/// The characters of figures. Most are small counts, whose text is made once.
enum FigureText {
    /// Whether a count is printed in as many characters as its digits are: then they are its digits.
    @inline(__always)
    static func isPlain(_ value: ExactDecimal, _ range: Range<Int>) -> Bool {
        guard value.isInteger, value.mantissa >= 0 else { return false }
        var digits = 1
        var least: Int64 = 10
        while digits < range.count, value.mantissa >= least {
            digits += 1
            least *= 10
        }
        return digits == range.count && value.mantissa < least
    }

    private static let small = (0..<1000).map { String($0) }

    static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ value: ExactDecimal) -> String {
        // As many digits as printed: `202.00` is no 202.
        if value.isInteger, small.indices.contains(Int(value.mantissa)) {
            let text = small[Int(value.mantissa)]
            if text.utf8.count == range.count { return text }
        }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
}
