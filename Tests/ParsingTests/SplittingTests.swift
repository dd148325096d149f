import Filings
import TestSupport
import Testing

@testable import Parsing

/// Digits run together are parted by the sums of the form, and left open where the sums do not decide.
@Suite struct SplittingTests {
    private static let sums = [RowSum(parts: 0..<6, total: 6)]

    private func readings(_ text: String) throws -> Set<[String]> {
        let tokens = try #require(ValueScanner.tokens(in: text, at: Place(line: 1, column: 1)))
        let candidates = SplitCandidates(tokens: tokens, width: 7, sums: Self.sums).all()
        return Set(candidates.map { $0.slots.map { $0.value?.description ?? "?" } })
    }

    @Test(arguments: [
        ("0000000", "0 0 0 0 0 0 0"), ("801000081", "80 1 0 0 0 0 81"), ("640020470", "64 0 0 2 0 4 70"),
        ("21710000218", "217 1 0 0 0 0 218"), ("4910000 50", "49 1 0 0 0 0 50"), ("160 02 0 018", "16 0 0 2 0 0 18"),
        ("5800000 58", "58 0 0 0 0 0 58"), ("10 0 0 0 01", "1 0 0 0 0 0 1"), ("2600000 26", "26 0 0 0 0 0 26"),
    ])
    func theSumDecides(_ digits: String, _ expected: String) throws {
        #expect(try readings(digits) == [expected.split(separator: " ").map(String.init)])
    }

    /// 11 natural persons, or 1 and 10 enterprises.
    @Test func severalReadingsAreAllKept() throws {
        #expect(
            try readings("110000011") == [
                ["11", "0", "0", "0", "0", "0", "11"], ["1", "10", "0", "0", "0", "0", "11"],
            ])
    }

    /// Of those, the columns decide when they can; where they cannot, both stay.
    @Test func whatTheSumsLeaveOpenStaysOpen() throws {
        var truth = FilingBuilder(2024, organ: "洛龙区教育局", district: nil)
        truth.receive(11)
        let read = try Reader.read(FilingLayout.glued.text(FilingSheet(truth.filing)))
        for (column, candidates) in [("naturalPerson", ["1", "11"]), ("enterprise", ["0", "10"])] {
            let reading = read.readings[Measures.known("requests.granted." + column)]
            #expect(reading.state == .ambiguous && reading.candidates.map(\.description) == candidates)
        }
        #expect(read.readings[Measures.known("requests.granted.total")].value == ExactDecimal(11))
    }

    /// No parting satisfies the sum: the print is kept in every way it can be parted, and no figure invented.
    @Test func aViolatedPrintIsKept() throws {
        let found = try readings("2000001")
        #expect(found == [["2", "0", "0", "0", "0", "0", "1"]])
    }

    @Test func noNumberStartsWithAZero() throws {
        for reading in try readings("1002003012") { #expect(reading.allSatisfy { $0 == "0" || !$0.hasPrefix("0") }) }
    }

    @Test func tooFewDigitsAreNoRow() throws { #expect(try readings("00000").isEmpty) }

    /// Each piece points at its own characters.
    @Test func piecesHavePlaces() throws {
        let tokens = try #require(ValueScanner.tokens(in: "801000081", at: Place(line: 4, column: 10)))
        let slots = try #require(SplitCandidates(tokens: tokens, width: 7, sums: Self.sums).all().first).slots
        let places = slots.compactMap { slot -> Int? in
            if case .figure(_, let token) = slot { return token.place.column }
            return nil
        }
        #expect(places == [10, 12, 13, 14, 15, 16, 17])
    }

    @Test func anAmbiguousLineKeepsItsCandidates() throws {
        let truth = RandomFiling.make(seed: 5, year: 2024)
        var sheet = FilingSheet(truth)
        sheet.two[3].cells = ["12", "3", "45"]
        let read = try Reader.read(FilingLayout.glued.text(sheet))
        let line = AllForms.form(.form2021).tableTwo[1]
        let readings = line.measures.map { read.readings[$0] }
        #expect(readings.map(\.state) == [.ambiguous, .ambiguous, .ambiguous])
        #expect(readings.map(\.text) == ["12345", "12345", "12345"])
        #expect(
            readings.map { $0.candidates.map(\.description) } == [
                ["1", "12", "123"], ["2", "3", "4", "23", "34", "234"], ["5", "45", "345"],
            ])
        #expect(readings.allSatisfy { $0.value == nil })
    }

    @Test func zerosPartAGluedLineOfTableTwo() throws {
        var sheet = FilingSheet(RandomFiling.make(seed: 5, year: 2024))
        sheet.two[3].cells = ["0", "0", "0"]
        let read = try Reader.read(FilingLayout.glued.text(sheet))
        #expect(AllForms.form(.form2021).tableTwo[1].measures.map { read.readings[$0].value } == [.zero, .zero, .zero])
    }
}
