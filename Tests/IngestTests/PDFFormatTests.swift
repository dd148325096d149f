import Foundation
import Testing

@testable import Ingest

/// `pdftotext` belongs to poppler-utils and may be absent.
enum PDFTool {
    static let isPresent = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .contains { FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext") }
}

@Suite(.enabled(if: PDFTool.isPresent, "pdftotext is missing: apt-get install poppler-utils")) struct PDFFormatTests {
    /// One page with Latin text in a font that every reader has.
    private static let latin: [UInt8] = {
        let content = "BT /F1 12 Tf 72 720 Td (Annual report 2024) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var text = "%PDF-1.4\n"
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        return Array(
            (text + table + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }()

    @Test func aPageWithoutIdeographsIsScanned() throws {
        let words = PDFWord.words(in: try PDFText.words(of: Self.latin))
        #expect(words.map(\.text) == ["Annual", "report", "2024"])
        #expect(throws: IngestError.scanned) { try FileReader.document(Self.latin, source: "a.pdf") }
    }

    @Test func bytesBeforeTheMarkAreAllowed() throws {
        #expect(PDFFormat().recognises(Array("\r\n  ".utf8) + Self.latin))
        #expect(!PDFFormat().recognises(Array("%PDF".utf8)) && !PDFFormat().recognises([]))
    }

    @Test(arguments: ["", "1.4\n", "1.7\ngarbage garbage garbage\n%%EOF"]) func garbageIsBroken(_ rest: String) throws {
        #expect(throws: IngestError.brokenDocument) {
            try FileReader.document(Array("%PDF-\(rest)".utf8), source: "a.pdf")
        }
    }

    @Test func aLargeBrokenInputDoesNotBlock() throws {
        let bytes = Array("%PDF-1.4\n".utf8) + Array(repeating: UInt8(ascii: "x"), count: 4 << 20)
        #expect(throws: IngestError.brokenDocument) { try FileReader.document(bytes, source: "a.pdf") }
    }
}

@Suite struct PDFLineTests {
    private static func word(_ text: String, _ left: Double, _ top: Double, _ width: Double, _ height: Double)
        -> PDFWord
    {
        PDFWord(page: 1, left: left, top: top, width: width, height: height, text: text)
    }

    /// Boxes of some fonts are twice as high as the print and overlap with those of the next line.
    @Test func boxesThatReachIntoTheNextLine() {
        let words = [
            Self.word("2.申请人逾期未按收费通知要求缴纳费用", 150, 648.5, 180, 26), Self.word("0", 383, 656, 5.6, 26),
            Self.word("0", 410, 656, 5.6, 26), Self.word("关不再处理", 193, 662.8, 50, 26),
            Self.word("3.其他", 249, 679.3, 28, 26), Self.word("7", 383, 679.3, 5.6, 26),
        ]
        #expect(
            PDFLines.rows(of: words).map { $0.cells.map(\.text) }.filter { !$0.isEmpty } == [
                ["2.申请人逾期未按收费通知要求缴纳费用"], ["0", "0"], ["关不再处理"], ["3.其他", "7"],
            ])
    }

    /// A page that goes on with a table's inner columns begins further right; one that is bound on the other side does not.
    @Test func marginsOfPages() {
        func columns(_ left: Double) -> [Int?] {
            let words = [
                Self.word("三、", 72, 100, 20, 10),
                PDFWord(page: 2, left: left, top: 100, width: 20, height: 10, text: "1.属于"),
            ]
            return PDFLines.rows(of: words).flatMap(\.cells).map(\.span?.lowerBound)
        }
        #expect(columns(117) == [0, 9] && columns(90) == [0, 0])
    }
}
