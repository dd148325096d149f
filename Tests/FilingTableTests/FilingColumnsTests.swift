import ColumnStore
import Filings
import TestSupport
import Testing

@testable import FilingTable

@Suite struct FilingColumnsTests {
    let received = Measures.known("requests.received.total")

    @Test func oneRowPerFilingWithYearAndOrgan() {
        let noYear = FilingBuilder(2024).filing { $0.filing.year = nil }
        let neither = FilingBuilder(2024).filing {
            $0.filing.year = nil
            $0.filing.organ = nil
        }
        let table = FilingColumns([noYear, FilingBuilder(2023).filing, neither, FilingBuilder(2021).filing])
        #expect(table.rowCount == 2)
        #expect(table.inputPositions == [1, 3])
        #expect(table.yearRange == 2021...2023)
        #expect(table.excluded.map(\.inputPosition) == [0, 2])
        #expect(table.excluded.map(\.reasons) == [[.noYear], [.noYear, .noOrgan]])
        #expect(table.table.checkInvariants())
        #expect(FilingColumns([]).rowCount == 0)
    }

    @Test func theNumberOfThreadsChangesNothing() {
        let filings = (0..<2_500).map { index in
            FilingBuilder(2019 + index % 6, organ: "洛龙区第\(index / 6)局").filing { builder in
                builder.set("requests.received.total", "\(index)")
                if index % 7 == 0 { builder.set("requests.carriedOver.total", state: .illegible) }
                if index % 11 == 0 { builder.set("requests.granted.total", "99") }
            }
        }
        let (one, four) = (FilingColumns(filings), FilingColumns(filings, jobs: 4))
        for measure in Measures.all {
            #expect(one[measure.id].values == four[measure.id].values)
            #expect(one[measure.id].doubtful == four[measure.id].doubtful)
        }
        let column = four[Measures.known("requests.carriedOver.total")]
        #expect(filings.indices.allSatisfy { (column.reason(at: $0) == .illegible) == ($0 % 7 == 0) })
        for dimension in Dimension.allCases where !dimension.isNumber {
            #expect(one.strings(dimension) == four.strings(dimension))
        }
    }

    @Test func everyReadingStateHasItsReason() {
        let filing = FilingBuilder(2019).filing { builder in
            builder.set("requests.received.total", state: .ambiguous)
            builder.set("requests.carriedOver.total", state: .illegible)
            builder.set("requests.granted.total", state: .absent)
            builder.set("requests.partiallyGranted.total", state: .nilMark)
            builder.set("requests.resolved.total", state: .blank)
            builder.set("requests.carriedForward.total", state: .blank)
            builder.derive("requests.carriedForward.total", "0")
            builder.set("proactive.licensing.decisions", state: .absent)
            builder.derive("proactive.licensing.decisions", "7")
        }
        let table = FilingColumns([filing])
        func cell(_ code: String) -> CellColumn { table[Measures.known(code)] }
        #expect(cell("requests.received.total").reason(at: 0) == .ambiguous)
        #expect(cell("requests.carriedOver.total").reason(at: 0) == .illegible)
        #expect(cell("requests.granted.total").reason(at: 0) == .absent)
        #expect(cell("requests.resolved.total").reason(at: 0) == .blank)
        #expect(cell("proactive.fees.amount").reason(at: 0) == .notAsked)
        #expect(cell("requests.partiallyGranted.total").values.exact(at: 0) == .zero)
        #expect(cell("requests.partiallyGranted.total").assumedZero?.indices == [0])
        #expect(cell("requests.partiallyGranted.total").derived == nil)
        #expect(cell("requests.carriedForward.total").assumedZero?.indices == [0])
        #expect(cell("requests.carriedForward.total").derived?.indices == [0])
        #expect(cell("proactive.licensing.decisions").values.exact(at: 0) == ExactDecimal(7))
        #expect(cell("proactive.licensing.decisions").assumedZero == nil)
        #expect(cell("proactive.fees.itemsChange").reason(at: 0) == nil)
    }

    @Test func factsAreTakenWhenTheyAgree() {
        let filing = FilingBuilder(2024).filing { builder in
            builder.state("published.wechat", "126")
            builder.state("published.wechat", "126")
            builder.state("published.website", "10")
            builder.state("published.website", "11")
        }
        let table = FilingColumns([filing])
        #expect(table.fact("published.wechat")?.values.exact(at: 0) == ExactDecimal(126))
        #expect(table.fact("published.website")?.reason(at: 0) == .conflicting)
        #expect(table.fact("published.total")?.reason(at: 0) == .notStated)
        #expect(table.fact("published.nothing") == nil)
    }

    @Test func feesKeepSixDecimalsAndRefuseWhatCannotBeExact() {
        let table = FilingColumns([
            FilingBuilder(2023, figures: ["proactive.fees.amount": "167.4792"]).filing,
            FilingBuilder(2024, figures: ["proactive.fees.amount": "24252.167479"]).filing,
            FilingBuilder(2025, figures: ["proactive.fees.amount": "0.123456789"]).filing,
        ])
        let fees = table[Measures.known("proactive.fees.amount")]
        #expect(fees.values.exact(at: 0)?.description == "167.4792")
        #expect(fees.values.exact(at: 1)?.description == "24252.167479")
        #expect(fees.reason(at: 2) == .unrepresentable)
        #expect(fees.values.exact(fees.values.sum())?.description == "24419.646679")
    }

    @Test func consistencyOfTableThreeAndFour() {
        let good = FilingBuilder(2020, figures: ["requests.received.total": "0"]).filing
        let bad = FilingBuilder(2020).filing { builder in
            builder.set("requests.received.total", "21")
            builder.set("requests.resolved.total", "21")
            builder.set("requests.granted.total", "27")
            builder.set("review.reconsideration.total", state: .absent)
        }
        let columnOnly = FilingBuilder(2024).filing { builder in
            // 自然人 one too many, 其他 one too few among the outcomes: the totals hold.
            builder.set("requests.received.total", "5")
            builder.set("requests.resolved.total", "5")
            builder.set("requests.granted.total", "5")
            builder.set("requests.granted.naturalPerson", "6")
            builder.set("requests.granted.total", "5")
            builder.filing.readings[Measures.known("requests.granted.naturalPerson")] = Reading(
                .reported, value: ExactDecimal(6))
            builder.filing.readings[Measures.known("requests.granted.enterprise")] = Reading(
                .absent)
        }
        let table = FilingColumns([good, bad, columnOnly])
        func states(_ part: ConsistencyPart) -> [Consistency] { (0..<3).map { table.consistency(part, at: $0) } }
        #expect(states(.requestsTotal) == [.holds, .violated, .notAssessable])
        #expect(states(.requests) == [.holds, .violated, .violated])
        #expect(states(.reconsideration) == [.holds, .notAssessable, .holds])
        #expect(table[Measures.known("requests.resolved.total")].doubtful?.indices == [1])
        #expect(table[received].doubtful == nil)
    }

    @Test func areasByLevel() {
        let places = [
            Places.county, Places.zone, Places.prefecture, Places.beijing, Places.chaoyang, Places.xiantao,
            Places.gulou,
        ]
        let table = FilingColumns(
            places.map { FilingBuilder(2024, district: $0).filing } + [
                FilingBuilder(2024, district: nil).filing
            ])
        func column(_ dimension: Dimension) -> [String?] { (0..<8).map { table.value(dimension, at: $0) } }
        #expect(column(.city) == ["测试市", "测试市", "测试市", "", "北京市", "仙桃市", "福州市", nil])
        #expect(column(.area) == ["测试市", "测试实验区", "测试市", "北京市", "朝阳区", "仙桃市", "福州市", nil])
        #expect(column(.province)[6] == "福建省")
        #expect(column(.district)[1] == "900190")
        #expect(column(.level)[1] == "functionalZone")
        #expect(column(.function)[0] == "教育")
        #expect(column(.year)[0] == "2024")
        #expect(table.form(at: 0) == .form2021)
    }
}
