import ChartGrammar
import Charting
import Configuration
import Filings
import Metrics
import Testing

/// Reading `Charts/*.yml`.
@Suite struct ChartDefinitionTests {
    private func mistakes(_ text: String) -> [String] {
        do {
            _ = try ChartDefinition(text: text, file: "Charts/x.yml")
            return []
        } catch {
            return error.errors.map(\.en)
        }
    }

    @Test func allKeysAreRead() throws {
        let definition = try ChartDefinition(
            text: """
                title: {zh: 甲, en: A}
                data:
                  indicators: [disclosure-rate, refusal-rate]
                  compare: year-over-year
                  by: [organ]
                  years: latest-two
                  scope: subject
                  where: coverage!=wholeArea
                  top: 7
                  order: denominator
                mark: {type: bar, orientation: horizontal, stack: none, denominators: false, color: year, palette: pair, reference: pooled, size: bars, classes: [30, 40.5]}
                headline: largest
                headline-indicator: refusal-rate
                notes:
                  - {zh: 注, en: note}
                """, file: "Charts/some-name.yml")
        #expect(definition.name == "some-name")
        #expect(definition.title == Words("甲", "A"))
        #expect(definition.indicators.map(\.id) == ["disclosure-rate", "refusal-rate"])
        #expect(definition.comparison.id == "year-over-year")
        #expect(definition.by == [.organ] && definition.years == .latestTwo && definition.scope == .subject)
        #expect(definition.filter.conditions.count == 1 && definition.top == 7 && definition.order == .denominator)
        #expect(definition.mark == MarkSpec(.bar, orientation: .horizontal, showsDenominator: false))
        #expect(definition.color == .year && definition.palette == .pair && definition.reference == .pooled)
        #expect(definition.classes == [30, 40.5] && definition.headline == .largest)
        #expect(definition.headlineIndicator?.id == "refusal-rate" && definition.notes == [Words("注", "note")])
    }

    @Test func defaultsAreTheUsualChart() throws {
        let definition = try SmallCharts.definition("indicators: [requests-received]")
        #expect(definition.comparison.id == "level" && definition.by.isEmpty && definition.years == .all)
        #expect(definition.scope == .all && definition.top == nil && definition.order == .value)
        #expect(definition.mark == .line && definition.color == .none && definition.headlineIndicator == nil)
    }

    @Test func fiveMistakesAreFiveMessagesWithPlaceAndNearestWord() {
        let text = """
            title: {zh: 甲, en: A}
            data:
              indicators: [requests-recieved]
              years: lates
              top: 0
            mark: {type: lin}
            headline: chnge
            """
        #expect(
            mistakes(text) == [
                "Charts/x.yml:3:16: 'data.indicators' cannot be 'requests-recieved'; did you mean 'requests-received'?",
                "Charts/x.yml:4:10: 'data.years' cannot be 'lates'; did you mean 'latest'?",
                "Charts/x.yml:5:8: 'data.top' is 0, must be within 1…60",
                "Charts/x.yml:6:14: 'mark.type' cannot be 'lin'; did you mean 'line'?",
                "Charts/x.yml:7:11: 'headline' cannot be 'chnge'; did you mean 'change'?",
            ])
    }

    @Test func selectionsAreReadWithTheDefinition() {
        let text = """
            title: {zh: 甲, en: A}
            data: {indicators: [requests-received], where: "distrct=1,yeer=2"}
            mark: {type: cell, classes: [30, x]}
            headline: change
            """
        let found = mistakes(text)
        #expect(found.count == 3)
        #expect(found.allSatisfy { $0.hasPrefix("Charts/x.yml:2:") || $0.hasPrefix("Charts/x.yml:3:") })
        #expect(found.contains { $0.contains("district") } && found.contains { $0.contains("x” is no number") })
    }

    @Test func missingAndUnknownKeys() {
        let found = mistakes(
            "title: {zh: 甲}\ndata: {indicators: [requests-received]}\nmark: {type: line}\nheadlin: change\n")
        #expect(found.contains { $0.contains("missing key 'title.en'") })
        #expect(found.contains { $0.contains("unknown key 'headlin'; did you mean 'headline'?") })
        #expect(found.count == 2, "the key that was meant is not called missing, too")
        #expect(mistakes("title: {zh: 甲, en: A}\n").count == 3, "data, mark and headline")
    }

    @Test func aChartNeedsAnIndicator() {
        let head = "title: {zh: 甲, en: A}\nmark: {type: line}\nheadline: change\n"
        #expect(!mistakes(head + "data: {indicators: []}\n").isEmpty)
        #expect(!mistakes(head + "data: {years: all}\n").isEmpty)
    }

    /// What no mark can draw is a mistake of the definition, not of the run.
    @Test func marksThatDoNotExist() {
        let head = "title: {zh: 甲, en: A}\ndata: {indicators: [requests-received]}\nheadline: change\n"
        #expect(!mistakes(head + "mark: {type: line, orientation: horizontal}\n").isEmpty)
    }
}
