/// Archives without compression. Source: PKWARE APPNOTE 6.3.10, 4.3.
package enum StoredZip {
    package struct Entry {
        var name: [UInt8]
        var content: [UInt8]
        /// What the archive claims; `method` 8 is deflate, which this writer only claims.
        var size: UInt32
        var method: UInt16
        /// Claimed in the directory by a ZIP64 field.
        var longSize: UInt64?
        var packedSize: UInt64?

        package init(
            _ name: String, _ text: String, claimedSize: UInt32? = nil, method: UInt16 = 0,
            claimedLongSize: UInt64? = nil, claimedPackedSize: UInt64? = nil
        ) {
            longSize = claimedLongSize
            packedSize = claimedPackedSize
            self.name = Array(name.utf8)
            content = Array(text.utf8)
            size = claimedSize ?? UInt32(content.count)
            self.method = method
        }
    }

    /// An entry of any bytes.
    package static func entry(_ name: String, bytes: [UInt8]) -> Entry {
        var entry = Entry(name, "")
        entry.content = bytes
        entry.size = UInt32(bytes.count)
        return entry
    }

    package static func bytes(_ entries: [Entry]) -> [UInt8] {
        var files: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(files.count)
            let halves: [UInt16] = [20, 0, entry.method, 0, 33]
            let sum = checksum(entry.content)
            func common(_ packed: UInt32, _ size: UInt32, extra: Int) -> [UInt8] {
                halves.flatMap(little) + [sum, packed, size].flatMap(little32)
                    + [UInt16(entry.name.count), UInt16(extra)].flatMap(little)
            }
            let extra = longSizes([entry.longSize, entry.packedSize].compactMap { $0 })
            let packed = UInt32(entry.content.count)
            files += little32(0x0403_4B50) + common(packed, entry.size, extra: 0)
            files += entry.name + entry.content
            directory += little32(0x0201_4B50) + little(45)
            directory += common(
                entry.packedSize == nil ? packed : .max, entry.longSize == nil ? entry.size : .max, extra: extra.count)
            directory += [UInt8](repeating: 0, count: 10) + little32(offset) + entry.name + extra
        }
        let count = UInt16(entries.count)
        var end = little32(0x0605_4B50) + [0, 0, count, count].flatMap(little)
        end += [UInt32(directory.count), UInt32(files.count)].flatMap(little32) + little(0)
        return files + directory + end
    }

    /// The ZIP64 field: the size, then the packed size, of those that the directory leaves to it.
    private static func longSizes(_ sizes: [UInt64]) -> [UInt8] {
        guard !sizes.isEmpty else { return [] }
        return little(1) + little(UInt16(8 * sizes.count))
            + sizes.flatMap { little32(UInt32(truncatingIfNeeded: $0)) + little32(UInt32($0 >> 32)) }
    }

    private static func little(_ value: UInt16) -> [UInt8] { [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)] }

    private static func little32(_ value: UInt32) -> [UInt8] {
        little(UInt16(truncatingIfNeeded: value)) + little(UInt16(value >> 16))
    }

    /// CRC-32, bit by bit.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
