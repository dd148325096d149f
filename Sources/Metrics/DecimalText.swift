import Filings

/// Digits of numbers: thousands separators, fixed decimals, signs. No locale.
package enum DecimalText {
    /// `3,153`, `24,252.25`: every printed decimal is kept.
    package static func grouped(_ value: ExactDecimal) -> String {
        let text = (value.mantissa < 0 ? -value : value).description
        let parts = text.split(separator: ".")
        let sign = value.mantissa < 0 ? ValueFormat.minus : ""
        return sign + separated(String(parts[0])) + (parts.count > 1 ? "." + parts[1] : "")
    }

    /// `+137`, `−64`, `0`.
    package static func signed(_ value: ExactDecimal) -> String { (value.mantissa > 0 ? "+" : "") + grouped(value) }

    /// Rounded half away from zero, with separators; a value that rounds to zero has no sign.
    package static func fixed(_ value: Double, _ decimals: Int) -> String {
        var factor = 1.0
        for _ in 0..<decimals { factor *= 10 }
        let scaled = (abs(value) * factor).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e18 else { return value.description }
        let exact = ExactDecimal(mantissa: Int64(scaled), scale: UInt8(decimals))
        var text = exact.description
        let shown = exact.scale
        if shown < decimals {
            text += (shown == 0 ? "." : "") + String(repeating: "0", count: decimals - Int(shown))
        }
        let parts = text.split(separator: ".")
        let sign = value < 0 && scaled > 0 ? ValueFormat.minus : ""
        return sign + separated(String(parts[0])) + (decimals > 0 ? "." + parts[1] : "")
    }

    /// `+12.4`, `−10.5`, `0.0`.
    package static func signed(_ value: Double, _ decimals: Int) -> String {
        let text = fixed(value, decimals)
        let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
        return value > 0 && !isZero ? "+" + text : text
    }

    private static func separated(_ digits: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result
    }
}
