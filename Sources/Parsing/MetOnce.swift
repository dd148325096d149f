/// What was met once, by keys: each has a slot of its own bits, which a later one takes over.
struct MetOnce {
    private var slots = [UInt64](repeating: 0, count: 1 << 13)

    /// Whether the key was met before; from now on it was.
    mutating func meets(_ key: UInt64) -> Bool {
        let slot = Int(key >> 32) & (slots.count - 1)
        defer { slots[slot] = key }
        return slots[slot] == key
    }
}
