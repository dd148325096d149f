import Filings

/// The figures that nearly all cells hold: digits of one count, or what the form itself allows beside them.
struct PrintedFigure {
    var mantissa: Int64 = 0
    var scale: UInt8 = 0
    /// Whether it is printed as its value is written: `202.00` is no 202.
    var isPlain = true

    var value: ExactDecimal { ExactDecimal(mantissa: mantissa, scale: scale) }

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
    ) -> (figure: PrintedFigure, length: Int)? {
        let end = min(range.upperBound, range.lowerBound &+ longest &+ 1)
        var at = range.lowerBound
        var value: Int64 = 0
        while at < end, text[at] &- 48 < 10 {
            value = value &* 10 &+ Int64(text[at] &- 48)
            at &+= 1
        }
        let length = at - range.lowerBound
        guard length <= longest else { return nil }
        guard at < range.upperBound, text[at] == UInt8(ascii: ".") || length == 0 else {
            return length == 0 || length > 1 && text[range.lowerBound] == 48
                ? nil : (PrintedFigure(mantissa: value), length)
        }
        return signedOrDecimal(text, range, Measures[measure])
    }

    /// Money with decimals, or a change with its sign.
    @inline(never)
    private static func signedOrDecimal(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ measure: Measure
    ) -> (figure: PrintedFigure, length: Int)? {
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
        return ExactDecimal(digits).map { value in
            let isPlain = value.description.utf8.elementsEqual(digits.utf8)
            return (
                PrintedFigure(mantissa: value.mantissa, scale: value.scale, isPlain: isPlain), at - range.lowerBound
            )
        }
    }
}

/// The characters of figures. Most are small counts, whose text is made once.
enum FigureText {
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
