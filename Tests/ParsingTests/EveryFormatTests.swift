import Filings
import TestSupport
import Testing

@testable import Parsing

/// The same filing read from every format.
@Suite struct EveryFormatTests {
    private func expectSame(_ bytes: [UInt8], _ source: String, _ truth: Filing, format: String) throws {
        let read = try Reader.read(bytes, source: source)
        #expect(read.format == format && read.year == truth.year && read.form == truth.form)
        #expect(read.organ?.name == truth.organ?.name && read.area.code == "410311")
        let comparison = FilingComparison(read: read, truth: truth)
        #expect(comparison.wrong.isEmpty, "\(comparison.wrong.prefix(3))")
        #expect(comparison.open.isEmpty, "\(comparison.open.prefix(5).map { Measures[$0].code })")
        #expect(read.facts.map(\.kind) == ["published.wechat"])
        #expect(read.sections.map(\.number) == [1, 2, 3, 4, 5, 6])
        #expect(read.notes.isEmpty, "\(read.notes.map(\.english))")
    }

    @Test(arguments: [2019, 2024], 0..<2) func figuresOrganYearAndForm(_ year: Int, _ seed: Int) throws {
        let truth = RandomFiling.make(seed: seed, year: year)
        let sheet = FilingSheet(truth)
        try expectSame(Array(FilingLayout.rectangle.text(sheet).utf8), "a", truth, format: "text")
        try expectSame(Array(FilingLayout.markdown.text(sheet).utf8), "a", truth, format: "markdown")
        for document in FilingDocument.complete {
            try expectSame(document.bytes(sheet), "a", truth, format: document == .docx ? "docx" : "html")
        }
    }

    @Test(arguments: [2019, 2024], 0..<2) func aNoBreakSpaceForZeroIsNoOtherNumber(_ year: Int, _ seed: Int) throws {
        let truth = RandomFiling.make(seed: seed, year: year)
        let read = try Reader.read(FilingDocument.blankHTML.bytes(FilingSheet(truth)), source: "a")
        let comparison = FilingComparison(read: read, truth: truth)
        #expect(comparison.wrong.isEmpty, "\(comparison.wrong.prefix(3))")
        for id in AllForms.form(truth.form!).measures where truth.readings[id].value != .zero {
            #expect(read.readings[id].value == truth.readings[id].value, "\(Measures[id].code)")
        }
    }
}
