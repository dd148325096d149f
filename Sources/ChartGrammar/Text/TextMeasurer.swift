/// Widths of text: from Pango in production, from a fixed table in tests.
package protocol TextMeasurer: Sendable {
    /// Advance width in points of one line.
    func width(of text: String, size: Double, weight: FontWeight, face: FontFace) -> Double
}

extension TextMeasurer {
    package func width(of text: String, _ style: TextStyle) -> Double {
        width(of: text, size: style.size, weight: style.weight, face: style.face)
    }
}

/// The ideographic em box of Noto CJK: 0.88 em above the baseline, 0.12 em below.
package enum EmBox {
    package static let ascent = 0.88
    package static let descent = 0.12
    /// From the baseline up to the middle of digits and ideographs: half of a digit's height (0.73 em).
    package static let middle = 0.36
}

/// A table of widths close to Noto Sans CJK SC, the same on every machine.
package struct FixedTextMeasurer: TextMeasurer {
    package init() {}

    package func width(of text: String, size: Double, weight: FontWeight, face: FontFace) -> Double {
        let ems = text.unicodeScalars.reduce(0) { $0 + Self.ems($1) }
        return ems * size * (weight == .bold ? 1.04 : 1)
    }

    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "0"..."9", "−", "+", "=", "<", ">", "–": 0.555
        case "%": 0.92
        case " ", "i", "l", "j", "I", ".", ",", ":", ";", "'", "|", "!", "·": 0.28
        case "m", "w", "M", "W": 0.86
        case "A"..."Z": 0.64
        case "\u{20}"..."\u{7E}": 0.54
        default: scalar.value < 0x2000 ? 0.56 : 1
        }
    }
}
