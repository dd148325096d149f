import FilingTable
import Filings
import Foundation
import Testing

@testable import Metrics

/// Against the facts beside the repository, where they are present; skipped elsewhere.
@Suite struct SharedFactsTests {
    static let shared = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared")
        .standardizedFileURL
    static let isPresent = FileManager.default.fileExists(atPath: shared.appending(path: "vocabulary").path)

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.shared.appending(path: path), encoding: .utf8)
    }

    @Test(.enabled(if: isPresent, "the folder of shared facts is absent")) func indicatorsAreThoseOfTheVocabulary()
        throws
    {
        let lines = try text("vocabulary/indicators.tsv").split(separator: "\n").dropFirst()
        for line in lines {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard let indicator = AllIndicators.indicator(fields[0]) else { continue }
            #expect(indicator.name == Words(fields[1], fields[2]))
            #expect(indicator.unit.rawValue == fields[4], "\(fields[0])")
            #expect(indicator.direction.rawValue == fields[5], "\(fields[0])")
            #expect(indicator.forms.map(\.rawValue).joined(separator: ",") == fields[6], "\(fields[0])")
            // The vocabulary shortens the terms of the entropy.
            if fields[3].contains("*"), indicator.formula.shares == nil {
                #expect(indicator.formula.description == fields[3])
            }
        }
        let ids = lines.map { String($0.prefix { $0 != "\t" }) }
        #expect(AllIndicators.all.map(\.id) == ids)
    }

    private func filing(_ object: [String: Any], year: Int, organ: String) -> Filing {
        var filing = Filing(source: "\(organ)/\(year)", digest: "", format: "text", form: FormID.prescribed(for: year))
        filing.year = year
        filing.organ = Organ(name: organ)
        for (code, number) in object {
            guard let id = Measures.id(code), let value = ExactDecimal("\(number)") else { continue }
            filing.readings[id] = Reading(.reported, value: value, text: "\(number)")
        }
        return filing
    }

    private func json(_ text: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// The worked example of the domain dossier, section 2.1, to the printed digit.
    @Test(.enabled(if: isPresent, "the folder of shared facts is absent")) func theWorkedExample() throws {
        let object = try json(try text("real/city-scale-2025.measures.json"))
        let measures = object["measures"] as? [String: Any] ?? object
        let table = FilingColumns([filing(measures, year: 2025, organ: "某市")])
        let expected: KeyValuePairs = [
            "requests-received": "14,069", "requests-handled": "14,629", "full-disclosure-rate": "40.2%",
            "partial-disclosure-rate": "15.7%", "disclosure-rate": "55.9%", "refusal-rate": "5.3%",
            "unavailable-rate": "24.8%", "not-processed-rate": "3.3%", "other-handling-rate": "10.8%",
            "comparable-disclosure-rate": "65.0%", "carried-forward-rate": "5.6%", "completion-rate": "94.4%",
            "net-carry": "259", "applicant-share-natural-person": "96.8%", "reconsideration-correction-rate": "14.5%",
            "reconsideration-correction-rate-filed": "12.3%", "litigation-correction-rate": "1.5%",
        ]
        func shown(_ indicator: Indicator) -> (text: String, fraction: String?) {
            let value = MetricQuery([indicator]).run(on: table)[0].points[0].value
            return (ValueFormat(.zh).text(value, of: indicator), ValueFormat(.zh).fraction(value))
        }
        for (id, expected) in expected {
            #expect(shown(try #require(AllIndicators.indicator(id))).text == expected, "\(id)")
        }
        let fractions: KeyValuePairs = [
            "refusal-rate": "730÷13,810", "unavailable-share-not-held": "3,222÷3,421",
            "comparable-disclosure-rate": "7,716÷11,867",
            "reconsideration-correction-rate": "97÷669", "reconsideration-correction-rate-filed": "97÷790",
            "litigation-correction-rate": "2÷134",
        ]
        for (id, fraction) in fractions {
            #expect(shown(try #require(AllIndicators.indicator(id))).fraction == fraction, "\(id)")
        }
        // The dossier's other denominators, as a person would write them down.
        let settings = try MetricSettings(
            text: """
                indicators:
                  - id: dispute-rate-all
                    name: {zh: 争议率（三类合计）, en: dispute rate over all three blocks}
                    formula: (review.reconsideration.total + review.litigationDirect.total + review.litigationAfterReview.total) / requests.received.total
                  - id: litigation-correction-rate-filed
                    name: {zh: 诉讼纠错率（按立案）, en: litigation correction rate of all filed}
                    formula: (review.litigationDirect.corrected + review.litigationAfterReview.corrected) / (review.litigationDirect.total + review.litigationAfterReview.total)
                  - id: other-handling
                    name: {zh: 其他处理量, en: other handling}
                    formula: requests.otherHandling.other.total
                """, file: "example.yml")
        #expect(settings.indicators.map { shown($0).text } == ["7.1%", "0.9%", "965"])
    }

    /// The seven years as published: nothing crosses the change of form, the failing year has no rate.
    @Test(.enabled(if: isPresent, "the folder of shared facts is absent")) func pingtan() throws {
        let filings = try text("real/truth.jsonl").split(separator: "\n").map(json)
            .filter { $0["organ"] as? String == "平潭综合实验区" }
            .map { object in
                let measures = (object["measures"] as? [String: Any] ?? [:]).filter { !($0.value is NSNull) }
                return filing(measures, year: object["year"] as? Int ?? 0, organ: "平潭综合实验区")
            }
        #expect(filings.count == 7)
        let table = FilingColumns(filings)
        for series in MetricQuery(AllIndicators.all, by: [.organ], compare: AllComparisons.all).run(on: table) {
            expectNothingCrosses(series)
        }
        let rate = MetricQuery([.disclosureRate], by: [.organ]).run(on: table)[0]
        #expect(
            rate.points.map { ValueFormat(.zh).text($0.value, of: rate.indicator) } == [
                "34.8%", "—", "50.7%", "40.0%", "51.9%", "45.9%", "48.0%",
            ])
        #expect((0..<7).map { table.consistency(.requests, at: $0) == .violated }.firstIndex(of: true) == 1)
    }

    /// No number of a year rests on a filing of the other form, but the values of single years stand on both sides.
    private func expectNothingCrosses(_ series: MetricSeries) {
        let name = "\(series.indicator.id) \(series.comparison.id)"
        switch series.comparison.id {
        case "year-over-year":
            #expect(series[2021]?.number == nil && series[2021]?.flags.contains(.formBreak) == true, "\(name)")
        case "rolling-three", "index-to-base", "compound-growth", "trend":
            for point in series.points where point.value.number != nil {
                let forms = Set(point.value.rows.map { FormID.prescribed(for: 2019 + $0) })
                #expect(forms.count == 1, "\(name) \(point.year)")
                if case .span(let span) = point.value.detail {
                    #expect(
                        !FormBreak.lies(between: span.years.lowerBound, and: span.years.upperBound),
                        "\(name) \(point.year)")
                }
                if case .trend(let trend) = point.value.detail {
                    #expect(
                        !FormBreak.lies(between: trend.years.lowerBound, and: trend.years.upperBound),
                        "\(name) \(point.year)")
                }
            }
        case "proportion-difference", "contribution", "leave-one-out", "shift-share":
            #expect(series[2021]?.number == nil, "\(name)")
            #expect(series[2021]?.state != .ordinary, "\(name) says why")
        default:
            for point in series.points {
                #expect(Set(point.value.rows.map { 2019 + $0 }).isSubset(of: [point.year]), "\(name)")
            }
        }
        #expect(series.breaks == [2021])
    }
}
