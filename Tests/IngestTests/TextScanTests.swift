import TestSupport
import Testing

@testable import Ingest

/// One pass over bytes agrees with the standard library's answers.
@Suite struct TextScanTests {
    private static func scan(_ bytes: [UInt8]) -> TextScan? { bytes.withUnsafeBufferPointer(TextScan.init) }

    /// Bytes that meet at the limits of characters of every length.
    private static let edges: [UInt8] = [
        0x00, 0x07, 0x09, 0x0A, 0x0D, 0x1F, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBC, 0xBD, 0xBF, 0xC0, 0xC1,
        0xC2,
        0xDF, 0xE0, 0xE1, 0xE3, 0xE4, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5, 0xFF,
    ]

    @Test func validityIsThatOfTheStandardLibrary() {
        var generator = SeededGenerator(seed: 1)
        let words = ["政府信息", "，", "0", "\t", "\n", "𠮷", "é", "\u{E000}", "\u{FFFD}"].map { Array($0.utf8) }
        for _ in 0..<20_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                bytes += words.randomElement(using: &generator)!
                if Bool.random(using: &generator) { bytes.append(Self.edges.randomElement(using: &generator)!) }
            }
            if Bool.random(using: &generator) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
            let isText = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
            #expect((Self.scan(bytes) != nil) == isText, "\(bytes)")
        }
    }

    @Test(arguments: [
        ("", []), ("a", [0..<1]), ("a\n", [0..<1]), ("\n\r\n\r", [0..<0, 1..<1, 3..<3]), ("甲\t乙\n丙", [0..<7, 8..<11]),
        ("a\u{B}b\u{C}c", [0..<1, 2..<3, 4..<5]),
    ])
    func linesEndAtEveryKindOfEnd(_ text: String, _ ranges: [Range<Int>]) throws {
        let lines = try #require(Self.scan(Array(text.utf8))).lines
        #expect(lines.map(\.range) == ranges)
        #expect(lines.map(\.tabs).reduce(0, +) == Int32(text.utf8.count { $0 == 9 }))
    }

    @Test func unprintableCharactersAreNoticed() throws {
        for text in ["\u{1}", "\u{E000}", "\u{F8FF}", "\u{FFFD}"] {
            #expect(try #require(Self.scan(Array(text.utf8))).holdsUnprintable, "\(Array(text.utf8))")
        }
        for text in ["\u{7}\t\r\n", "政府，（）１．％", "\u{F900}", "𠮷é"] {
            #expect(try #require(Self.scan(Array(text.utf8))).holdsUnprintable == false, "\(text)")
        }
    }
}
