import Filings
import Foundation
import TestSupport
import Testing

@testable import FilingInterchange

@Suite struct JSONValueTests {
    @Test(arguments: [
        ("甲", "\"甲\""), ("a\"b", #""a\"b""#), (#"a\b"#, #""a\\b""#), ("\n\r\t", #""\n\r\t""#),
        ("\u{1}\u{1f}\u{7f}", #""\u0001\u001f\u007f""#),
        ("𠮷", "\"𠮷\""), ("/", "\"/\""), ("\u{2028}", "\"\u{2028}\""), ("", "\"\""),
    ])
    func strings(_ text: String, _ expected: String) { #expect(JSONValue.string(text).compact == expected) }

    @Test func everythingElse() {
        #expect(JSONValue.null.compact == "null")
        #expect(JSONValue.boolean(true).compact == "true")
        #expect(JSONValue.number(ExactDecimal("167.4792")!).compact == "167.4792")
        #expect(JSONValue.double(0.1).compact == "0.1")
        #expect(JSONValue.double(3).compact == "3")
        #expect(JSONValue.double(.nan).compact == "null")
        #expect(JSONValue.array([]).compact == "[]" && JSONValue.object([]).pretty == "{}\n")
        #expect(JSONValue.optional(nil as String?).compact == "null")
    }

    @Test func keysKeepTheirOrder() {
        let value = JSONValue.members([("b", .integer(1)), ("a", .strings(["x", "y"]))])
        #expect(value.compact == #"{"b": 1, "a": ["x", "y"]}"#)
        #expect(value.pretty == "{\n  \"b\": 1,\n  \"a\": [\n    \"x\",\n    \"y\"\n  ]\n}\n")
    }

    /// Whatever text there is, another program reads it back.
    @Test(arguments: 0..<50) func anyTextComesBack(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var text = ""
        for _ in 0..<200 {
            let limit: UInt32 = Bool.random(using: &generator) ? 0x80 : 0x2_0000
            if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &generator)) {
                text.unicodeScalars.append(scalar)
            }
        }
        for written in [JSONValue.strings([text]).compact, JSONValue.strings([text]).pretty] {
            let back = try JSONDecoder().decode([String].self, from: Data(written.utf8))
            #expect(back[0].unicodeScalars.elementsEqual(text.unicodeScalars))
        }
    }
}
