import Configuration
import FilingTable
import Filings
import Testing

@testable import Metrics

/// Indicators, peers and residents in YAML: read, or all mistakes at once with their place.
@Suite struct DefinitionTests {
    private func problems(_ text: String) -> [String] {
        do {
            _ = try MetricSettings(text: text, file: "x.yml")
            return []
        } catch { return error.errors.map(\.en) }
    }

    @Test func anIndicatorIsReadAndComputes() throws {
        let settings = try MetricSettings(
            text: """
                indicators:
                  - id: share-not-disclosed
                    version: 3
                    name: {zh: 未公开率, en: share not disclosed}
                    formula: (requests.refused.*.total + requests.unavailable.*.total) / requests.resolved.total
                    unit: "%"
                    direction: lower
                    caveats: [{zh: 注意, en: mind}]
                    minimum-shown: 2
                  - {id: fees-per-licence, name: {zh: 每件收费, en: fees a licence}, formula: proactive.fees.amount / proactive.licensing.decisions}
                  - id: review-union-rate
                    name: {zh: 争议率（含复议后起诉）, en: dispute rate with appeals}
                    formula: (review.reconsideration.total + review.litigationDirect.total + review.litigationAfterReview.total) / requests.received.total
                """, file: "x.yml")
        let indicator = settings.indicators[0]
        #expect(indicator.version == 3 && indicator.unit == .percent && indicator.direction == .lower)
        #expect(indicator.forms == [.form2019, .form2021] && indicator.minimums.forShowing == 2)
        let filings = [ExampleFiling.outcomes(["granted": 1, "refused.security": 2, "unavailable.notHeld": 1])]
        #expect(MetricQuery([indicator]).run(on: filings.table)[0].points[0].value.number == 75)
        #expect(settings.indicators[1].unit.rawValue == "万元/件" && settings.indicators[1].forms == [.form2021])
        let disputes = ExampleFiling.disputes(
            ["reconsideration.upheld": 1, "litigationDirect.upheld": 1, "litigationAfterReview.upheld": 1], received: 60
        )
        #expect(MetricQuery([settings.indicators[2]]).run(on: [disputes].table)[0].points[0].value.number == 5)
    }

    @Test func allMistakesAreSaidAtOnceWithTheirPlace() {
        let found = problems(
            """
            indicators:
              - id: Bad Id
                name: {zh: 甲, en: a}
                formula: requests.refussed.*.total / requests.resolved.totl
                direction: hihger
              - id: disclosure-rate
                name: {zh: 乙, en: b}
                formula: "fact published.wechatt + 1"
              - id: mixed
                name: {zh: 丙, en: c}
                formula: proactive.fees.amount + requests.received.total
              - id: wrong-unit
                name: {zh: 丁, en: d}
                formula: requests.received.total
                unit: "%"
              - id: wrong-form
                name: {zh: 戊, en: e}
                formula: proactive.fees.amount
                forms: [2019]
                colour: red
              - id: nested
                name: {zh: 己, en: f}
                formula: 1 + requests.granted.total / requests.resolved.total
            """)
        let expected = [
            "x.yml:2:9: the id 'Bad Id' may only have small letters, digits and hyphens",
            "x.yml:4:14: formula, character 1: no cell fits 'requests.refussed.*.total'; did you mean 'requests.refused.*.total'?",
            "x.yml:4:42: formula, character 29: there is no cell 'requests.resolved.totl'; did you mean 'requests.resolved.total'?",
            "x.yml:5:16: 'indicators[1].direction' cannot be 'hihger'; did you mean 'higher'?",
            "x.yml:6:9: the indicator 'disclosure-rate' exists already",
            "x.yml:8:20: formula, character 6: there is no fact 'published.wechatt'; did you mean 'published.wechat'?",
            "x.yml:11:14: '万元' and '件' cannot be added",
            "x.yml:15:11: the formula is in '件', not '%'",
            "x.yml:19:12: the 2019 form has no cell 'proactive.fees.amount'",
            "x.yml:20:5: unknown key 'indicators[5].colour'",
            "x.yml:23:14: formula, character 1: a division or an index may only stand at the top (times a number)",
        ]
        #expect(found.count == expected.count)
        for (message, start) in zip(found, expected) { #expect(message.hasPrefix(start), "\(message)") }
    }

    @Test func cellsOfDifferentFormsHaveNoFormInCommon() {
        let found = problems(
            """
            indicators:
              - id: impossible
                name: {zh: 甲, en: a}
                formula: proactive.fees.amount / proactive.regulations.newlyMade
            """)
        #expect(found == ["x.yml:4:14: no form has all cells of the formula"])
    }

    @Test func peersAndResidentsAreRead() throws {
        let settings = try MetricSettings(
            text: """
                peers:
                  - {name: 城区组, members: ["410311", 瀍河回族区]}
                population:
                  - {district: "410311", year: 2024, residents: 655000, source: 统计年鉴2025}
                """, file: "x.yml")
        #expect(settings.peers == [.init(name: "城区组", members: ["410311", "瀍河回族区"])])
        #expect(settings.population == [.init(district: "410311", year: 2024, residents: 655000, source: "统计年鉴2025")])
        #expect(
            problems(
                "population:\n  - {district: a, year: 2024, residents: 1, source: s}\n  - {district: a, year: 2024, residents: 0}\n"
            ).count == 3)
    }

    @Test func unitsFollowFromCells() throws {
        func unit(_ text: String) throws -> String? { try? Formula(parsing: text).unit.get().rawValue }
        #expect(try unit("requests.received.total / requests.resolved.total") == "%")
        #expect(try unit("proactive.fees.amount * 2") == "万元")
        #expect(try unit("requests.received.total / population * 10000") == "件/万人")
        #expect(try unit("hhi(requests.received.naturalPerson, requests.received.enterprise)") == "index")
        #expect(try unit("requests.received.total * requests.resolved.total") == nil)
        #expect(try unit("requests.received.total + 1") == nil)
    }
}
