#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The functions of the C library that statistics need.
enum Elementary {
    static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
    static func binaryLogarithm(_ value: Double) -> Double { log2(value) }
    static func logarithm(_ value: Double) -> Double { log(value) }
    static func exponential(_ value: Double) -> Double { exp(value) }
    static func complementaryError(_ value: Double) -> Double { erfc(value) }
    static func logGamma(_ value: Double) -> Double { lgamma(value) }
}
