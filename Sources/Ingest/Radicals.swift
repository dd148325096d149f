import Foundation

/// Radicals that stand for ideographs, as programs take them out of PDFs whose fonts have one glyph for both: ⽔⼯⻓ for
/// 水工长. They look the same and are read as the ideographs; each takes three bytes of UTF-8, as these do, so that every
/// character keeps its place.
enum Radicals {
    /// U+2E80 to U+2FDF start with this byte, and their second byte lies in this range.
    private static let lead: UInt8 = 0xE2
    private static let seconds: ClosedRange<UInt8> = 0xBA...0xBF

    /// Radicals of the supplement with the ideographs of the same shape. Source: Unicode, EquivalentUnifiedIdeograph.
    private static let supplement: [(radical: UInt32, ideograph: Character)] = [
        (0x2E9F, "母"), (0x2EA0, "民"), (0x2EC1, "虎"), (0x2EC4, "西"), (0x2EC5, "见"), (0x2EC6, "角"), (0x2EC9, "贝"),
        (0x2ECB, "车"), (0x2ED3, "长"), (0x2ED4, "门"), (0x2ED8, "青"), (0x2ED9, "韦"), (0x2EDA, "页"), (0x2EDB, "风"),
        (0x2EDC, "飞"), (0x2EDD, "食"), (0x2EE2, "马"), (0x2EE3, "骨"), (0x2EE4, "鬼"), (0x2EE5, "鱼"), (0x2EE6, "鸟"),
        (0x2EE7, "卤"), (0x2EE8, "麦"), (0x2EE9, "黄"), (0x2EEA, "黾"), (0x2EEC, "齐"), (0x2EEE, "齿"), (0x2EF0, "龙"),
        (0x2EF3, "龟"),
    ]

    /// By scalar the three bytes of the ideograph; the Kangxi radicals by their compatibility mapping.
    private static let ideographs: [UInt32: [UInt8]] = {
        var table: [UInt32: [UInt8]] = [:]
        for (radical, ideograph) in supplement { table[radical] = Array(String(ideograph).utf8) }
        for value in UInt32(0x2F00)...0x2FD5 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let mapped = Array(String(scalar).precomposedStringWithCompatibilityMapping.utf8)
            if mapped.count == 3 { table[value] = mapped }
        }
        return table
    }()

    /// Writes ideographs for the radicals of valid UTF-8.
    static func unify(_ bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBufferPointer { text in
            var at = 0
            while let start = ByteScan.first(lead, UnsafeBufferPointer(text), from: at), start + 2 < text.count {
                at = start + 1
                guard seconds.contains(text[start + 1]) else { continue }
                let scalar = 0x2000 | UInt32(text[start + 1] & 0x3F) << 6 | UInt32(text[start + 2] & 0x3F)
                guard let ideograph = ideographs[scalar] else { continue }
                for (offset, byte) in ideograph.enumerated() { text[start + offset] = byte }
            }
        }
    }

    /// Whether the text may hold one.
    static func mayStand(in text: String) -> Bool { text.utf8.contains(lead) }

    /// The text with ideographs for its radicals.
    static func unified(_ text: String) -> String {
        guard mayStand(in: text) else { return text }
        var bytes = Array(text.utf8)
        unify(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
