/// An opaque sRGB colour.
package struct SceneColor: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    /// `SceneColor(0x1B5E9E)` is #1B5E9E.
    package init(_ hex: UInt32) {
        red = UInt8(hex >> 16 & 0xFF)
        green = UInt8(hex >> 8 & 0xFF)
        blue = UInt8(hex & 0xFF)
    }

    /// "#1B5E9E"
    package var hex: String {
        let digits = Array("0123456789ABCDEF")
        return [red, green, blue].reduce(into: "#") { text, byte in
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
    }

    /// Relative luminance, WCAG 2.2 definition, 0 (black) to 1 (white).
    package var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// Contrast ratio by WCAG 2.2, 1 to 21.
    package func contrast(with other: SceneColor) -> Double {
        let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }

    package var isDark: Bool { luminance < 0.18 }

    /// `share` of this colour (0 to 1) laid over another.
    func mixed(_ share: Double, with ground: SceneColor) -> SceneColor {
        func mix(_ top: UInt8, _ bottom: UInt8) -> UInt32 {
            UInt32((Double(top) * share + Double(bottom) * (1 - share)).rounded())
        }
        return SceneColor(mix(red, ground.red) << 16 | mix(green, ground.green) << 8 | mix(blue, ground.blue))
    }

    private static func linear(_ byte: UInt8) -> Double {
        let value = Double(byte) / 255
        if value <= 0.04045 { return value / 12.92 }
        let base = (value + 0.055) / 1.055
        // base ^ 2.4 = base² · ⁵√(base²): the standard library has no pow, and a fifth root is seven Newton steps.
        let square = base * base
        var root = 1.0
        for _ in 0..<40 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
        return square * root
    }
}
