/// A number in plain digits: rounded half away from zero, U+2212 for minus where it is for people.
package func decimalText(_ value: Double, places: Int, isGrouped: Bool = false, minus: String = "−") -> String {
    let factor = (0..<max(0, places)).reduce(1.0) { power, _ in power * 10 }
    let scaled = (abs(value) * factor).rounded()
    guard scaled < 9e18 else { return value.isFinite ? "\(value)" : "—" }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    var whole = Array(padded.dropLast(places))
    if isGrouped {
        for index in stride(from: whole.count - 3, to: 0, by: -3) { whole.insert(",", at: index) }
    }
    let sign = value < 0 && scaled > 0 ? minus : ""
    return sign + String(whole) + (places > 0 ? "." + padded.suffix(places) : "")
}

extension NumberFormat {
    package func text(_ value: Double) -> String {
        decimalText(value, places: decimals, isGrouped: isGrouped)
    }

    /// At a mark: with the unit.
    package func labelText(_ value: Double) -> String { text(value) + suffix }
}

/// For scenes and SVG: at most `places` decimals, no trailing zeros, ASCII minus.
package func shortDecimal(_ value: Double, places: Int = 2) -> String {
    guard value.isFinite else { return "0" }
    var text = decimalText(value, places: places, minus: "-")
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
}
