/// Where some pixels in a row stood last: one place for each hash of their colours, the newest (R. N. Williams 1991,
/// "An extremely fast Ziv-Lempel data compression algorithm"). A place is a guess: the pixels there must be compared.
struct PixelPlaces {
    /// 16 KiB, which stays in the nearest cache; four times as many places find hardly more.
    private static let bits: UInt32 = 12
    private var places = [Int32](repeating: -1, count: 1 << bits)

    /// The place of the same hash, or -1; from now on `place`.
    mutating func exchange(_ first: UInt32, _ rest: UInt32, for place: Int) -> Int {
        let mixed = (first &* 0x9E37_79B1 ^ rest &* 0x85EB_CA6B) &* 0x9E37_79B1
        let slot = Int(mixed >> (32 - Self.bits))
        defer { places[slot] = Int32(truncatingIfNeeded: place) }
        return Int(places[slot])
    }
}
