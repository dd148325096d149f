import Testing

@testable import Filings

/// Cells are kept small and come back as they were.
@Suite struct ReadingTableTests {
    private let id = Measures.known("proactive.fees.amount")
    private let place = Place(line: 12, column: 3, page: 4)

    @Test func everyReadingComesBack() {
        let readings = [
            Reading(.reported, value: 0, text: "0", place: place),
            Reading(.reported, value: 12, text: "12件", place: place),
            Reading(.reported, value: ExactDecimal("0.9292"), text: "0.9292", place: place),
            Reading(.reported, value: 202, text: "202.00"),
            Reading(.reported, value: -3, text: "－3", reason: .identities),
            Reading(.nilMark, value: 0, text: "/", place: place), Reading(.blank, place: place), .absent, .notAsked,
            Reading(.ambiguous, text: "801", place: place, candidates: [1, 80]), Reading(.illegible, text: "？？"),
        ]
        var table = ReadingTable(form: .form2021)
        for reading in readings {
            table[id] = reading
            #expect(table[id] == reading)
            #expect(table.state(of: id) == reading.state && table.value(of: id) == reading.value)
        }
        table[id] = .absent
        #expect(table == ReadingTable(form: .form2021), "nothing is left of what was there")
    }

    @Test func printedFiguresAreTheSameReadings() {
        let price = Measures.known("proactive.fees.amount")
        let count = Measures.known("requests.received.total")
        let figures = [
            ReadingTable.Figure(count, mantissa: 5, scale: 0, isPlain: true, line: 7, column: 2),
            ReadingTable.Figure(price, mantissa: 202, scale: 0, isPlain: false, line: 8, column: 4),
        ]
        var (one, other) = (ReadingTable(form: .form2021), ReadingTable(form: .form2021))
        #expect(figures.withUnsafeBufferPointer { one.print($0, texts: [price: "202.00"]) })
        other[count] = Reading(.reported, value: 5, text: "5", place: Place(line: 7, column: 2))
        other[price] = Reading(.reported, value: 202, text: "202.00", place: Place(line: 8, column: 4))
        #expect(one == other)
        // A cell takes one figure.
        #expect(!figures.withUnsafeBufferPointer { one.print($0, texts: [:]) })
    }
}
