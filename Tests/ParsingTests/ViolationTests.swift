import Filings
import TestSupport
import Testing

@testable import Parsing

/// A print that breaks the form's sums stays as printed: identities choose among readings of the same characters and
/// never overwrite a figure.
@Suite struct ViolationTests {
    /// A filing with `faults` figures that are not what the sums ask for.
    private static func faulty(seed: Int, year: Int, faults: Int) -> Filing {
        var filing = RandomFiling.make(seed: seed, year: year)
        var generator = SeededGenerator(seed: seed + 1000)
        let form = AllForms.form(filing.form!)
        let cells = form.tableThree.flatMap(\.measures) + form.tableFour.flatMap(\.measures)
        for _ in 0..<faults {
            let value = ExactDecimal(Int64.random(in: 0...99, using: &generator))
            filing.readings[cells.randomElement(using: &generator)!] = Reading(
                .reported, value: value, text: "\(value)")
        }
        return filing
    }

    /// Printed figures that were read as another figure.
    private static func misread(_ read: Filing, _ printed: Filing) -> [String] {
        AllForms.form(printed.form!).measures.compactMap { id in
            guard let value = read.readings[id].value, value != printed.readings[id].value else { return nil }
            return "\(Measures[id].code) read \(value), printed \(printed.readings[id].text)"
        }
    }

    @Test(arguments: FilingLayout.allCases.filter { $0 != .glued }, [1, 3, 12])
    func thePrintIsKept(_ layout: FilingLayout, _ faults: Int) throws {
        for year in [2019, 2024] {
            for seed in 0..<4 {
                let printed = Self.faulty(seed: seed, year: year, faults: faults)
                let read = try Reader.read(layout.text(FilingSheet(printed)))
                #expect(Self.misread(read, printed).isEmpty, "\(year), seed \(seed)")
                for id in AllForms.form(printed.form!).measures { #expect(read.readings[id].value != nil) }
            }
        }
    }

    private static let mutations = SheetMutation.allCases.filter {
        ![.glueRows, .gluePairs, .labelsAsZero].contains($0)
    }

    @Test(arguments: mutations, [FilingLayout.rectangle, .cellPerLine, .markdown])
    func damageAndFaultsTogether(_ mutation: SheetMutation, _ layout: FilingLayout) throws {
        try withKnownIssue(
            "of eight figures the one at fault is left out, not the repeated column", isIntermittent: true
        ) {
            for seed in 0..<4 {
                let printed = Self.faulty(seed: seed, year: 2024, faults: 2)
                let read = try Reader.read(layout.text(mutation.apply(to: FilingSheet(printed))))
                #expect(Self.misread(read, printed).isEmpty, "seed \(seed)")
            }
        } when: {
            mutation == .repeatedColumn
        }
    }

    /// Glued lines whose sums hold are read rightly though another line is at fault.
    @Test func aGluedFilingWithAFault() throws {
        for seed in 0..<12 {
            let printed = Self.faulty(seed: seed, year: 2024, faults: 1)
            let read = try Reader.read(FilingLayout.glued.text(FilingSheet(printed)))
            let wrong = Self.misread(read, printed)
            #expect(wrong.isEmpty, "seed \(seed)")
        }
    }
}
