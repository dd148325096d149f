import Testing

@testable import Ingest

/// Radicals in the place of ideographs, as programs take them out of PDFs.
@Suite struct RadicalsTests {
    /// U+2F54 and U+2F2F of the Kangxi radicals, U+2ED3 of the supplement; the others have no ideograph of their shape.
    private static let printed = "\u{2F54}\u{2F2F}\u{2ED3}\u{2E80}“1”"

    @Test func theyAreReadAsIdeographs() {
        #expect(Radicals.unified(Self.printed) == "水工长\u{2E80}“1”")
        #expect(Radicals.unified("规章 0") == "规章 0" && Radicals.unified("") == "")
        // A text may end within what would be one.
        var broken: [UInt8] = [0xE2, 0xBC]
        Radicals.unify(&broken)
        #expect(broken == [0xE2, 0xBC])
    }

    @Test func everyFormatHasThem() throws {
        for text in [Self.printed, "<html><body><p>\(Self.printed)</p></body></html>"] {
            let rows = try FileReader.document(Array(text.utf8), source: "a").rows
            #expect(rows.flatMap(\.cells).map(\.text) == ["水工长\u{2E80}“1”"])
        }
    }

    /// Every ideograph takes the bytes of its radical, so that what follows keeps its place.
    @Test func placesAreKept() throws {
        for value in UInt32(0x2E80)...0x2FDF {
            let text = String(String.UnicodeScalarView([Unicode.Scalar(value)!])) + "1"
            #expect(Radicals.unified(text).utf8.count == text.utf8.count)
        }
    }
}
