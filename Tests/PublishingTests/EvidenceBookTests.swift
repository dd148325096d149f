import Filings
import Metrics
import Testing

@testable import Publishing

/// From a number back to its characters.
@Suite struct EvidenceBookTests {
    private func entry(_ indicator: Indicator, _ filings: [Filing], _ language: Language = .zh) throws
        -> EvidenceBook.Entry
    {
        let input = Inputs.input(filings, language: language)
        let value = try #require(MetricQuery([indicator]).run(on: input.columns).first?.points.last?.value)
        var book = EvidenceBook(input)
        #expect(book.anchor(value, indicator) == "e1")
        return try #require(book.entries.first)
    }

    @Test func itPointsAtFileLineAndColumn() throws {
        let filing = Inputs.placed(
            Inputs.rate(2024, 71, of: 148), "requests.granted.total", line: 41, column: 17, text: "71")
        let entry = try entry(.disclosureRate, [filing])
        #expect(entry.cells.contains("测试区教育局/2024.txt:41:17  71  sha256 abababababab"))
        #expect(
            entry.calculation.hasPrefix(
                "公开率：(requests.granted.total + requests.partiallyGranted.total) / requests.resolved.total；71÷148"))
        #expect(entry.calculation.contains("报告 1 份"))
        #expect(entry.rest == 0)
    }

    @Test func theLargestFigureFirstAndZerosUnsaid() throws {
        let filings = [("甲局", 5), ("乙局", 50), ("丙局", 0)].map { Inputs.rate(2024, $0.1, of: $0.1, organ: $0.0) }
        let cells = try entry(.requestsReceived, filings).cells
        #expect(cells.map { $0.prefix { $0 != "/" } } == ["乙局", "甲局"])
    }

    @Test func eightCellsThenACount() throws {
        let filings = (1...12).map { Inputs.rate(2024, $0, of: $0, organ: "第\($0)局") }
        let entry = try entry(.requestsReceived, filings)
        #expect(entry.cells.count == 8 && entry.rest == 4)
    }

    @Test func derivedFiguresSaySo() throws {
        var filing = Inputs.rate(2024, 7, of: 7)
        let id = Measures.known("requests.received.total")
        filing.readings[id] = Reading(.blank)
        filing.derived[id] = Derivation(value: ExactDecimal("7")!, equation: "sum")
        #expect(try entry(.requestsReceived, [filing]).cells[0].contains("7（推算）"))
        #expect(try entry(.requestsReceived, [filing], .en).cells[0].contains("7 (derived)"))
    }

    @Test func filingsLeftOutAreCounted() throws {
        var broken = Inputs.rate(2024, 7, of: 7, organ: "乙局")
        broken.readings[Measures.known("requests.resolved.total")] = Reading(.absent)
        let entry = try entry(.disclosureRate, [Inputs.rate(2024, 30, of: 60, organ: "甲局"), broken])
        #expect(entry.calculation.contains("30÷60") && entry.calculation.contains("另 1 份未计"))
    }

    @Test func anchorsCountUp() throws {
        let input = Inputs.input([Inputs.rate(2024, 7, of: 7)])
        var book = EvidenceBook(input)
        let value = try #require(MetricQuery([.requestsReceived]).run(on: input.columns).first?.points.last?.value)
        #expect((1...3).map { _ in book.anchor(value, .requestsReceived) } == ["e1", "e2", "e3"])
    }
}
