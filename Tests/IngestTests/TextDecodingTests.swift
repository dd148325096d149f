import Foundation
import Testing

@testable import Ingest

@Suite struct TextDecodingTests {
    private let text = "洛龙区 2024 年\t3602\r\n𠮷“—”"

    private func encoded(_ name: UInt, _ other: String? = nil) -> [UInt8] {
        [UInt8]((other ?? text).data(using: String.Encoding(rawValue: name))!)
    }

    @Test func utf8WithAndWithoutMark() {
        #expect(TextDecoding.decode(Array(text.utf8)) == text)
        #expect(TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
    }

    @Test func utf16WithoutItsMark() {
        let report = String(repeating: "一、本年新收政府信息公开申请数量\t12\t0\n", count: 10)
        #expect(TextDecoding.decode(report.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == report)
        #expect(TextDecoding.decode(report.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == report)
        let zeros = [UInt8](repeating: 0, count: 1_000)
        #expect(TextDecoding.decode(zeros) == nil)
    }

    @Test func aShortUTF16TextNeedsItsMark() {
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(TextDecoding.decode([0xFF, 0xFE] + little) == text)
        #expect(TextDecoding.decode([0xFE, 0xFF] + big) == text)
        #expect(TextDecoding.decode([0xFF, 0xFE] + little + [0]) == nil)
        #expect(TextDecoding.decode([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]) == nil, "half a surrogate pair")
        #expect(TextDecoding.decode(little) == nil)
    }

    @Test func gb18030() {
        #expect(TextDecoding.decode(encoded(0x8000_0632)) == text)
        // 洛龙区 in GB2312.
        #expect(TextDecoding.decode([0xC2, 0xE5, 0xC1, 0xFA, 0xC7, 0xF8]) == "洛龙区")
    }

    @Test func aNulIsNoText() {
        #expect(TextDecoding.decode(Array("政府\u{0}信息".utf8)) == nil)
    }

    @Test func binaryIsRefused() {
        let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D]
        #expect(TextDecoding.decode(picture) == nil)
        let controls = (0..<400).map { UInt8($0 % 31 + 1) }
        #expect(TextDecoding.decode(controls) == nil)
        #expect(TextDecoding.decode([0xC2, 0xE5, 0xFF, 0xFF, 0xFF]) == nil)
    }

    @Test func aBellOfWordIsText() { #expect(TextDecoding.decode(Array("规章\u{7}0\u{7}".utf8)) == "规章\u{7}0\u{7}") }

    /// A report of some hundred ideographs with figures between them.
    private static let report = String(repeating: "本年度新收政府信息公开申请\t12\t3\t15\n", count: 20)

    /// One byte too many, one too few: the rest is read, and no figure is lost.
    @Test(arguments: [0, 7, 40, 41, 42, 43, 44, 45, 46, 47, 120])
    func damagedBytes(at place: Int) throws {
        for bytes in [Array(Self.report.utf8), encoded(0x8000_0632, Self.report)] {
            var more = bytes
            more.insert(0xFF, at: place)
            let read = try #require(TextDecoding.decode(more))
            #expect(read.contains("\u{FFFD}"))
            #expect(Self.figures(read.filter { $0 != "\u{FFFD}" }) == Self.figures(Self.report))
            guard bytes[place] >= 0x80 else { continue }
            var fewer = bytes
            fewer.remove(at: place)
            #expect(Self.figures(try #require(TextDecoding.decode(fewer))) == Self.figures(Self.report))
        }
    }

    private static func figures(_ text: String) -> [String] {
        text.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    }

    /// Where every tenth byte is none, nothing says what the others are.
    @Test func moreDamageIsNoText() {
        var bytes = Array(Self.report.utf8)
        for index in stride(from: 0, to: bytes.count, by: 10) { bytes[index] = 0xFF }
        #expect(TextDecoding.decode(bytes) == nil)
    }
}
