import Filings
import Foundation
import TestSupport
import Testing

@testable import Parsing

/// Real filings that are no plain text, beside the checkout.
@Suite(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.hint))) struct RealDocumentTests {
    private struct Truth: Decodable {
        var source: String
        var organ: String
        var aliases: [String]?
        var year: Int
        var form: String
        var measures: [String: Decimal?]
    }

    /// No organ stands in the text; only a Latin file name hints at it, and that is no evidence for a Chinese name.
    private static let nameless: Set<String> = ["shanghai_office_2019.html"]

    private static let hasPDFTool = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .contains { FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext") }

    private func compare(_ source: String) throws {
        let truths = try SharedFolder.lines("real/truth.jsonl").map {
            try JSONDecoder().decode(Truth.self, from: Data($0.utf8))
        }
        let truth = try #require(truths.first { $0.source == source })
        let filing = try Reader.read(SharedFolder.bytes("real/" + source), source: source)
        #expect(filing.year == truth.year && filing.form?.rawValue == truth.form)
        if Self.nameless.contains(source) {
            #expect(filing.organ == nil)
        } else {
            #expect(
                ([truth.organ] + (truth.aliases ?? [])).contains(filing.organ?.name ?? ""),
                "\(filing.organ?.name ?? "nil")")
        }
        #expect(!truth.measures.isEmpty)
        for (code, value) in truth.measures.sorted(by: { $0.key < $1.key }) {
            #expect(filing.readings[Measures.known(code)].value == value.map { ExactDecimal("\($0)")! }, "\(code)")
        }
    }

    @Test(arguments: ["shanghai_office_2019.html", "shuyang_fagai_2023_reduced.html"]) func everyFigureOfAPage(
        _ source: String
    ) throws {
        try compare(source)
    }

    @Test(.enabled(if: hasPDFTool, "pdftotext is missing: apt-get install poppler-utils")) func everyFigureOfAPDF()
        throws
    {
        try compare("huaian_2024.pdf")
    }

    @Test func theBlankFormHasNoFigure() throws {
        let source = "template_2021_blank.docx"
        let filing = try Reader.read(SharedFolder.bytes("real/" + source), source: source)
        #expect(filing.form == .form2021 && filing.format == "docx")
        for id in AllForms.form(.form2021).measures {
            #expect(filing.readings[id].state != .reported && filing.derived[id] == nil, "\(Measures[id].code)")
        }
    }
}
