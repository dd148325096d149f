/// A decimal number kept exactly: `mantissa` x 10^-`scale`, with no trailing zero behind the point.
///
/// Counts are integers (scale 0); money in 万元 or 元 keeps every printed decimal. A figure that does not fit
/// 18 significant digits, or has more than 18 decimals, is not representable and must be refused by whoever reads it.
package struct ExactDecimal: Hashable, Sendable {
    package let mantissa: Int64
    package let scale: UInt8

    package static let zero = ExactDecimal(0)

    /// No number read has more decimals; so that the mantissas of any two fit 128 bits at a common scale.
    package static let mostPlaces: UInt8 = 18

    package init(_ integer: Int64) {
        mantissa = integer
        scale = 0
    }

    /// The value of a mantissa without trailing zeros behind the point.
    init(normalisedMantissa mantissa: Int64, scale: UInt8) {
        self.mantissa = mantissa
        self.scale = scale
    }

    /// The value `mantissa` x 10^-`scale`, normalised.
    package init(mantissa: Int64, scale: UInt8) {
        var digits = mantissa
        var places = scale
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        self.mantissa = digits
        self.scale = places
    }

    /// Reads plain ASCII: an optional sign, digits, an optional point with digits. No separators, no exponent.
    /// Returns nil for anything else, for more than 18 significant digits and for more than `mostPlaces` decimals.
    package init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)[...]
        var negative = false
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            negative = sign == UInt8(ascii: "-")
            bytes = bytes.dropFirst()
        }
        var value: Int64 = 0
        var places: UInt8 = 0
        var digits = 0
        var seenPoint = false
        for byte in bytes {
            if byte == UInt8(ascii: "."), !seenPoint, digits > 0 {
                seenPoint = true
                continue
            }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            guard value < 100_000_000_000_000_000 else { return nil }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
            digits += 1
            guard seenPoint else { continue }
            guard places < Self.mostPlaces else { return nil }
            places += 1
        }
        guard digits > 0, bytes.last != UInt8(ascii: ".") else { return nil }
        self.init(mantissa: negative ? -value : value, scale: places)
    }

    package var isInteger: Bool { scale == 0 }
    package var isZero: Bool { mantissa == 0 }

    /// The value as a Double; for ratios only, computed once at the end.
    package var double: Double { Double(mantissa) / Self.power(scale) }

    private static func power(_ scale: UInt8) -> Double {
        var result = 1.0
        for _ in 0..<scale { result *= 10 }
        return result
    }

    /// The mantissa at a common scale, wide enough that no sum of printed figures overflows.
    fileprivate func widened(to target: UInt8) -> Int128 {
        var wide = Int128(mantissa)
        for _ in scale..<target { wide *= 10 }
        return wide
    }
}

extension ExactDecimal: Comparable {
    package static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
        let scale = max(a.scale, b.scale)
        return a.widened(to: scale) < b.widened(to: scale)
    }
}

extension ExactDecimal {
    package static func + (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
        if a.scale | b.scale == 0 {
            let (sum, overflow) = a.mantissa.addingReportingOverflow(b.mantissa)
            if !overflow { return ExactDecimal(sum) }
        }
        let scale = max(a.scale, b.scale)
        return ExactDecimal(clamping: a.widened(to: scale) + b.widened(to: scale), scale: scale)
    }

    package static func - (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal { a + (-b) }

    package static prefix func - (a: ExactDecimal) -> ExactDecimal {
        // The smallest of all has no counterpart.
        ExactDecimal(mantissa: a.mantissa == .min ? .max : -a.mantissa, scale: a.scale)
    }

    /// The exact product, or nil where it does not fit; without a factor the number itself.
    package func times(_ factor: ExactDecimal?) -> ExactDecimal? {
        guard let factor else { return self }
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor.mantissa)
        guard !overflow, product.magnitude < 1_000_000_000_000_000_000,
            Int(scale) + Int(factor.scale) <= Int(Self.mostPlaces)
        else { return nil }
        return ExactDecimal(mantissa: product, scale: scale + factor.scale)
    }

    /// Sums of at most a few hundred 18-digit figures can pass 64 bits; such a sum is cut to the largest value,
    /// which no identity of printed figures can equal by accident.
    private init(clamping wide: Int128, scale: UInt8) {
        self.init(mantissa: Int64(clamping: wide), scale: scale)
    }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int64) { self.init(value) }
}

extension ExactDecimal: CustomStringConvertible {
    /// Plain notation: `-12.5`, `3602`.
    package var description: String {
        guard scale > 0 else { return String(mantissa) }
        var digits = String(mantissa.magnitude)
        if digits.count <= Int(scale) {
            digits = String(repeating: "0", count: Int(scale) + 1 - digits.count) + digits
        }
        let point = digits.index(digits.endIndex, offsetBy: -Int(scale))
        return (mantissa < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
    }
}
