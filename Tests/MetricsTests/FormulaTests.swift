import FilingTable
import Filings
import TestSupport
import Testing

@testable import Metrics

@Suite struct FormulaTests {
    @Test(arguments: [
        "requests.received.total", "requests.received.total + requests.carriedOver.total",
        "requests.carriedForward.total - requests.carriedOver.total",
        "requests.resolved.total - requests.notProcessed.*.total - requests.otherHandling.*.total",
        "requests.resolved.total - (requests.notProcessed.*.total + requests.otherHandling.*.total)",
        "(requests.granted.total + requests.partiallyGranted.total) / requests.resolved.total",
        "fact published.wechat", "requests.received.total * 10000",
        "(requests.received.total + 1) * (requests.granted.total - 2)",
        "requests.received.total / (requests.granted.total * 2)",
    ])
    func printsWhatItReads(text: String) throws {
        #expect(try Formula(parsing: text).description == text)
    }

    @Test(arguments: [
        ("", "unexpectedEnd 1 "), ("requests.received.total +", "unexpectedEnd 26 "),
        ("(requests.received.total", "unclosedParenthesis 25 "),
        ("requests.received.totl", "unknownMeasure 1 requests.received.totl"),
        ("requests.refuse.*.total", "unknownGroup 1 requests.refuse.*.total"),
        ("fact published.wechatt", "unknownFact 6 published.wechatt"),
        ("requests.received.total ) 3", "unexpected 25 )"), ("3 / 4 / 5", "innerRatio 1 3 / 4 / 5"),
        ("1 + 2 / 3", "innerRatio 1 1 + 2 / 3"), ("+ 3", "unexpected 1 +"),
    ])
    func saysWhatIsWrong(text: String, problem: String) {
        #expect {
            try Formula(parsing: text)
        } throws: { error in
            (error as? FormulaProblem).map { "\($0.kind) \($0.position) \($0.found)" } == problem
        }
    }

    @Test func namesTheNearestMeasure() {
        #expect {
            try Formula(parsing: "requests.received.totl")
        } throws: { ($0 as? FormulaProblem)?.nearest == "requests.received.total" }
    }

    @Test func groupsSumTheLinesOfTheRowsForm() {
        let old = FilingBuilder(2020, figures: ["requests.otherHandling.other.total": "4"]).filing
        let new = FilingBuilder(
            2021,
            figures: ["requests.otherHandling.other.total": "4", "requests.otherHandling.unpaid.total": "3"]
        ).filing
        let lost = FilingBuilder(2021).filing { $0.set("requests.otherHandling.unpaid.total", state: .absent) }
        let formula = Formula.known("requests.otherHandling.*.total").evaluate(over: FilingColumns([old, new, lost]))
        #expect((0..<3).map { formula.values.exact(at: $0) } == [ExactDecimal(4), ExactDecimal(7), nil])
        #expect(formula.reason(at: 2) == .absent)
        let onlyNew = Formula.known("requests.otherHandling.unpaid.total").evaluate(over: FilingColumns([old]))
        #expect(onlyNew.reason(at: 0) == .notAsked)
        let fees = Formula.known("proactive.regulations.*").evaluate(over: FilingColumns([old, new]))
        #expect(fees.values.validity.setCount == 2)
    }

    /// Columns against a plain walk over the tree, filing by filing.
    @Test func evaluationAgreesWithNaiveCode() throws {
        let codes = ["requests.received.total", "requests.carriedOver.total", "proactive.fees.amount"]
        let filings = (0..<40).map { index in
            FilingBuilder(2021 + index % 4).filing { builder in
                for (place, code) in codes.enumerated() {
                    let number = (index * 7 + place * 13) % 29
                    if number % 5 == 0 {
                        builder.set(code, state: .blank)
                    } else {
                        builder.set(code, "\(number).\(place)")
                    }
                }
            }
        }
        let text = "(requests.received.total - requests.carriedOver.total) * (proactive.fees.amount + 2)"
        let formula = try Formula(parsing: text)
        let column = formula.evaluate(over: FilingColumns(filings)).values
        for (row, filing) in filings.enumerated() {
            let figures = codes.map { filing.figure(Measures.known($0))?.value.double }
            guard let a = figures[0], let b = figures[1], let c = figures[2] else {
                #expect(column[row] == nil)
                continue
            }
            let value = try #require(column.exact(at: row))
            #expect(abs(value.double - (a - b) * (c + 2)) < 1e-9)
        }
    }
}
