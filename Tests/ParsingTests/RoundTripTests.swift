import Filings
import TestSupport
import Testing

@testable import Parsing

/// Reading a rendering of a filing gives the filing back.
@Suite struct RoundTripTests {
    private static let separated = FilingLayout.allCases.filter { $0 != .glued }

    @Test(arguments: separated, [2019, 2024]) func everyFigureComesBack(_ layout: FilingLayout, _ year: Int) throws {
        for seed in 0..<12 {
            let truth = RandomFiling.make(seed: seed, year: year)
            let read = try Reader.read(layout.text(FilingSheet(truth)))
            #expect(read.year == year && read.form == truth.form)
            #expect(read.organ?.name == "洛龙区教育局" && read.area.code == "410311")
            let comparison = FilingComparison(read: read, truth: truth)
            #expect(comparison.wrong.isEmpty && comparison.open.isEmpty, "seed \(seed)")
            let states = Set(AllForms.form(truth.form!).measures.map { read.readings[$0].state })
            #expect(states == [.reported], "seed \(seed)")
            #expect(read.derived.isEmpty)
            #expect(read.notes.isEmpty, "seed \(seed): \(read.notes.map(\.english))")
        }
    }

    @Test(arguments: separated, [2020, 2021]) func everyPlacePointsAtItsCharacters(_ layout: FilingLayout, _ year: Int)
        throws
    {
        let text = layout.text(FilingSheet(RandomFiling.make(seed: 99, year: year)))
        let read = try Reader.read(text)
        for id in AllForms.form(read.form!).measures {
            let reading = read.readings[id]
            #expect(Characters(text).at(reading) == reading.text, "\(Measures[id].code)")
        }
    }

    @Test(arguments: [2019, 2023]) func gluedFiguresAreRightOrOpen(_ year: Int) throws {
        for seed in 0..<12 {
            let truth = RandomFiling.make(seed: seed, year: year)
            let read = try Reader.read(FilingLayout.glued.text(FilingSheet(truth)))
            let comparison = FilingComparison(read: read, truth: truth)
            #expect(comparison.wrong.isEmpty, "seed \(seed)")
            #expect(comparison.open.count < 60, "seed \(seed): \(comparison.open.count) open")
            #expect(read.year == year && read.organ?.name == "洛龙区教育局")
        }
    }

    @Test func sectionsFactsAndSignature() throws {
        for layout in FilingLayout.allCases {
            let read = try Reader.read(layout.text(FilingSheet(RandomFiling.make(seed: 3, year: 2024))))
            #expect(read.sections.map(\.number) == [1, 2, 3, 4, 5, 6], "\(layout)")
            #expect(read.facts.map(\.kind) == ["published.wechat"], "\(layout)")
            #expect(read.signature.map { [$0.year, $0.month, $0.day] } == [2025, 1, 20], "\(layout)")
        }
    }
}

/// The characters of a text by line and column.
struct Characters {
    private let lines: [[Unicode.Scalar]]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    }

    /// As many characters as the reading's text has, from its place on; nil when it points outside.
    func at(_ reading: Reading) -> String? {
        guard let place = reading.place else { return nil }
        return text(at: place, count: reading.text.unicodeScalars.count)
    }

    func text(at place: Place, count: Int) -> String? {
        let start = place.column - 1
        guard lines.indices.contains(place.line - 1), start >= 0, start + count <= lines[place.line - 1].count else {
            return nil
        }
        return String(String.UnicodeScalarView(lines[place.line - 1][start..<(start + count)]))
    }
}
