import Filings
import TestSupport
import Testing

@testable import Parsing

/// Damage to a document ends in the right value, a derived value or an open cell, never in a wrong number.
@Suite struct MutationTests {
    /// Layouts in which the mutation leaves a document that a reader could still understand.
    private static func makesSense(_ mutation: SheetMutation, _ layout: FilingLayout) -> Bool {
        switch mutation {
        case .zerosBlank, .blankTotals: layout != .glued && layout != .aligned
        default: layout != .glued
        }
    }

    @Test(arguments: SheetMutation.allCases, FilingLayout.allCases)
    func noWrongNumber(_ mutation: SheetMutation, _ layout: FilingLayout) throws {
        guard Self.makesSense(mutation, layout) else { return }
        try check(mutation, layout)
    }

    private func check(_ mutation: SheetMutation, _ layout: FilingLayout) throws {
        for year in [2020, 2024] {
            for seed in 0..<2 {
                let truth = RandomFiling.make(seed: seed, year: year)
                let text = layout.text(mutation.apply(to: FilingSheet(truth)))
                let comparison = FilingComparison(read: try Reader.read(text), truth: truth)
                #expect(comparison.wrong.isEmpty, "\(year), seed \(seed): \(comparison.wrong.prefix(3))")
            }
        }
    }

    private func expectNoWrong(_ seed: Int, _ year: Int, _ layout: FilingLayout, _ mutations: SheetMutation...) throws {
        let truth = RandomFiling.make(seed: seed, year: year)
        let sheet = mutations.reduce(FilingSheet(truth)) { $1.apply(to: $0) }
        let comparison = FilingComparison(read: try Reader.read(layout.text(sheet)), truth: truth)
        #expect(comparison.wrong.isEmpty, "\(mutations): \(comparison.wrong.prefix(3))")
    }

    @Test func aRepeatedColumnAmongTies() throws {
        try expectNoWrong(11, 2024, .rectangle, .repeatedColumn)
    }

    @Test func emptyCellsThatTheLayoutSwallowed() throws {
        try expectNoWrong(0, 2024, .aligned, .zerosBlank)
        try expectNoWrong(4, 2024, .aligned, .blankTotals)
    }

    @Test func lostLabelsAndEmptyRows() throws {
        try expectNoWrong(0, 2024, .rectangle, .lostLabels, .zerosBlank)
    }

    /// What a mutation may cost: most of them nothing.
    @Test(arguments: SheetMutation.allCases) func littleIsLost(_ mutation: SheetMutation) throws {
        for seed in 0..<5 {
            let truth = RandomFiling.make(seed: seed, year: 2024)
            let text = FilingLayout.rectangle.text(mutation.apply(to: FilingSheet(truth)))
            let comparison = FilingComparison(read: try Reader.read(text), truth: truth)
            #expect(
                comparison.open.count <= Self.allowed(mutation),
                "seed \(seed): \(comparison.open.map { Measures[$0].code })")
        }
    }

    private static func allowed(_ mutation: SheetMutation) -> Int {
        switch mutation {
        case .zerosBlank: 60
        case .glueRows: 60
        case .gluePairs: 20
        case .repeatedColumn: 12
        default: 0
        }
    }

    @Test(arguments: SheetMutation.allCases) func damageIsNoted(_ mutation: SheetMutation) throws {
        let truth = RandomFiling.make(seed: 2, year: 2024)
        let read = try Reader.read(FilingLayout.rectangle.text(mutation.apply(to: FilingSheet(truth))))
        let isDamage = [
            .dropOtherColumn, .repeatedColumn, .lostLabels, .labelsAsZero, .splitFigures, .subtotalColumn, .lookAlikes,
        ].contains(mutation)
        #expect(read.notes.contains { $0.kind == .tableShape } == isDamage, "\(read.notes.map(\.english))")
    }
}
