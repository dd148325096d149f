import Filings
import Ingest
import TestSupport
import Testing

@testable import Parsing

/// The plain-text case files: one line, one case.
@Suite struct CaseFileTests {
    private static let place = Place(line: 1, column: 1)

    @Test(arguments: try CaseFiles.pairs("numbers.case")) func numbers(_ input: String, _ expected: String) {
        let tokens = ValueScanner.tokens(in: input, at: Self.place)
        let found = tokens.map { $0.isEmpty ? "blank" : $0.map(Self.words).joined(separator: " ") } ?? "words"
        #expect(found == expected, "\(input)")
    }

    private static func words(_ token: ValueToken) -> String {
        switch token.content {
        case .number(let value): value.description
        case .nilMark: "nil"
        case .digits: "digits"
        case .illegible: "illegible"
        }
    }

    @Test(arguments: try CaseFiles.pairs("labels.case")) func labels(_ input: String, _ expected: String) {
        let found =
            switch LabelScanner.requestLabel(in: NormalisedText(input)) {
            case .requestLine(let key): key
            case .group(let group): "[\(group.rawValue)]"
            case nil: "none"
            case .some(let label): "\(label)"
            }
        #expect(found == expected, "\(input)")
    }

    @Test(arguments: try CaseFiles.pairs("proactive-labels.case")) func proactiveLabels(
        _ input: String, _ expected: String
    ) {
        Self.expect(LabelScanner.proactiveLine(in: NormalisedText(input)), expected, input)
    }

    @Test(arguments: try CaseFiles.pairs("misspelt-labels.case")) func misspeltLabels(
        _ input: String, _ expected: String
    ) {
        Self.expect(LabelScanner.proactiveLine(like: NormalisedText(input)), expected, input)
    }

    private static func expect(_ line: ProactiveLine?, _ expected: String, _ input: String) {
        #expect(line == (expected == "none" ? nil : LabelScanner.proactiveLine(labelled: expected)), "\(input)")
        #expect((line == nil) == (expected == "none"), "\(input)")
    }

    private static let places = PlaceNames(DistrictRegistry())

    @Test(arguments: try CaseFiles.pairs("titles.case")) func titles(_ input: String, _ expected: String) throws {
        let prose = try Self.prose(input)
        let headers = TitleReader.headers(in: prose)
        guard let title = TitleReader.title(in: prose, headers, [], KnownNames(), Self.places) else {
            #expect(expected == "no title", "\(input)")
            return
        }
        let year = YearIdentification.firstYear(in: title).map { String($0.0) } ?? "-"
        #expect("\(TitleReader.organ(in: title.text)), \(year)" == expected, "\(input)")
    }

    @Test(arguments: try CaseFiles.pairs("facts.case")) func facts(_ input: String, _ expected: String) throws {
        let facts = FactReading(
            try Self.prose("一、总体情况\n" + input), Lexicon(), PlaceNames(DistrictRegistry(adding: []))
        ).facts
        let found = facts.map { fact in
            "\(fact.kind) \(fact.value) \(fact.unit)" + (fact.partOf.map { " of \($0)" } ?? "")
                + (fact.mayBe.isEmpty ? "" : " or " + fact.mayBe.joined(separator: ", "))
        }
        #expect((found.isEmpty ? "none" : found.joined(separator: "; ")) == expected, "\(input)")
        for fact in facts {
            #expect(fact.place?.line == 2 && FactKinds.all.contains(fact.kind))
        }
    }

    private static func prose(_ text: String) throws -> Prose {
        Prose(
            ProseLine.lines(
                of: try TextFormat().read(Array(text.utf8), source: "", digest: "").rows.map(RowWords.init)),
            ProseText.Draft()
        )
    }
}
