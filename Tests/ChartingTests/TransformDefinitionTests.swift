import ChartGrammar
import Charting
import Configuration
import Filings
import TestSupport
import Testing

/// `transform` and `encoding` of definitions: read, checked and drawn.
@Suite struct TransformDefinitionTests {
    private let data = "indicators: [requests-received]\nby: [districtName]\nyears: latest"

    private func definition(_ rest: String, mark: String = "{type: line}", data: String? = nil) throws
        -> ChartDefinition
    {
        try SmallCharts.definition(data ?? self.data, mark: mark, rest + "\nheadline: change")
    }

    private func mistakes(_ rest: String, mark: String = "{type: line}", data: String? = nil) -> [String] {
        do {
            _ = try definition(rest, mark: mark, data: data)
            return []
        } catch let errors as ConfigurationErrors {
            return errors.errors.map(\.en)
        } catch {
            return ["\(error)"]
        }
    }

    private func chart(_ definition: ChartDefinition, _ counts: [Int]) throws -> DrawableChart {
        let filings = counts.enumerated().map { index, count in
            SmallCharts.received(
                2024, count, organ: "\(index)区教育局", district: SmallCharts.district(index + 1, "\(index)区"))
        }
        return try #require(SmallCharts.chart(definition, filings))
    }

    @Test func allStepsAreRead() throws {
        let definition = try definition(
            """
            transform:
              - {sort: [{field: value, order: descending}, {field: group}]}
              - {top: 4, field: group, by: value, op: mean}
              - {fold: [numerator, denominator], as: [part, count]}
              - {stack: count, groupby: [year], sort: {field: count}, offset: normalize, as: [from, to]}
              - {bin: {step: 5}, field: to, as: band}
              - {aggregate: [{op: count, as: rows}, {op: median, field: to, as: middle}], groupby: [band]}
            encoding: {x: {field: band, title: {zh: 组, en: class}}, y: {field: rows, scale: {type: symlog, zero: false}}}
            """)
        #expect(definition.transforms.map(\.word) == [.sort, .top, .fold, .stack, .bin, .aggregate])
        #expect(
            definition.transforms[3]
                == .stack(
                    StackRows("count", by: ["year"], sort: [.init("count")], offset: .normalize, as: "from", "to")))
        #expect(definition.channels[.y]?.scale == .symlog && definition.channels[.y]?.includesZero == false)
        #expect(definition.channels[.x]?.title == Words("组", "class"))
    }

    @Test func everyMistakeHasItsPlaceAndTheNearestWord() {
        let found = mistakes(
            """
            transform:
              - {srot: [{field: value}]}
              - {bin: true, field: valeu, as: band}
              - {aggregate: [{op: cuont, as: organs}], groupby: [band, bnad]}
              - {}
            encoding: {x: {field: bandd}, y: {field: organs, scale: {type: lgo}}, detail: {field: band}}
            """)
        #expect(found.contains { $0.contains(":8:6: unknown key 'transform[1].srot'; did you mean") })
        #expect(found.contains { $0.contains(":9:") && $0.contains("did you mean 'value'?") })
        #expect(found.contains { $0.contains(":10:") && $0.contains("did you mean 'count'?") })
        #expect(found.contains { $0.contains(":10:") && $0.contains("did you mean 'band'?") })
        #expect(found.contains { $0.contains(":11:") && $0.contains("a transform has one of: sort, top") })
        #expect(found.contains { $0.contains(":12:") && $0.contains("did you mean 'band'?") })
        #expect(found.contains { $0.contains(":12:") && $0.contains("did you mean 'log'?") })
        #expect(found.contains { $0.contains(":12:") && $0.contains("no channel 'detail'") })
    }

    @Test func ratesAreNotAddedUp() {
        let rates = "indicators: [disclosure-rate]\nby: [districtName]"
        for step in [
            "{top: 3}", "{stack: value}", "{aggregate: [{op: sum, field: value, as: value}], groupby: [year, group]}",
        ] {
            let found = mistakes("transform: [\(step)]", data: rates)
            #expect(found.count == 1 && found[0].contains("rates cannot be added up"), "\(step): \(found)")
            #expect(mistakes("transform: [\(step)]").isEmpty)
        }
        #expect(mistakes("transform: [{top: 3, op: mean}]", data: rates).isEmpty)
        #expect(mistakes("transform: [{top: 3, by: denominator}]", data: rates).isEmpty)
    }

    @Test func scalesAreThoseThatTheMarkCanHave() {
        let log = "encoding: {y: {scale: {type: log}}}"
        #expect(mistakes(log).isEmpty)
        let bars = mistakes(log, mark: "{type: bar}")
        #expect(bars.count == 1 && bars[0].contains("from zero"))
        #expect(mistakes("encoding: {x: {scale: {type: log}}}").count == 1, "years")
        #expect(mistakes("encoding: {y: {scale: {type: log, domain: [0, 10]}}}").count == 1)
        #expect(mistakes("encoding: {y: {scale: {domain: [10, 1]}}}").count == 1)
        #expect(mistakes("encoding: {y: {scale: {domain: [10, 20]}}}", mark: "{type: bar}").count == 1)
        #expect(mistakes("encoding: {y: {scale: {zero: false, domain: [10, 20]}}}").isEmpty)
        #expect(mistakes("encoding: {y: {scale: {zero: false}}}", mark: "{type: bar}").count == 1)
        #expect(mistakes("encoding: {color: {scale: {domain: [0, 9]}}}", mark: "{type: cell, color: value}").count == 1)
        #expect(mistakes("encoding: {y: {field: group}}").count == 1, "names are no values")
        #expect(mistakes("transform: [{sort: [{field: value}]}]", mark: "{type: flow}").count == 1)
    }

    @Test func aFieldThatIsGoneIsAMistakeOfTheDefinition() {
        let bands = """
            transform:
              - {bin: true, field: value, as: band}
              - {aggregate: [{op: count, as: organs}], groupby: [band]}
            """
        let found = mistakes(bands, mark: "{type: bar}")
        #expect(found.count == 2, "\(found)")
        #expect(found.allSatisfy { $0.contains("is not in the table, which has: band, organs") })
        #expect(mistakes(bands + "\nencoding: {x: {field: band}}", mark: "{type: bar}").count == 1)
        #expect(mistakes(bands + "\nencoding: {x: {field: band}, y: {field: organs}}", mark: "{type: bar}").isEmpty)
    }

    @Test func whatIsMergedIsSaidEverywhere() throws {
        let bars = try definition(
            "transform: [{top: 2}, {sort: [{field: value}]}]", mark: "{type: bar, orientation: horizontal}")
        let chart = try chart(bars, [5, 40, 9, 30, 1])
        #expect(chart.table.column("group")?.map(\.text) == ["其余 3 个", "3区", "1区"])
        #expect(chart.table.column("value")?.map(\.text) == ["15.0", "30.0", "40.0"])
        #expect(chart.spec.titles.notes.contains("“其余 3 个”为合计。"))
        #expect(chart.data.count == 6, "the data table has every group")
    }

    @Test func aHistogramCountsOrgans() throws {
        let bars = try definition(
            """
            unit: {zh: 个, en: organs}
            transform:
              - {bin: {step: 10}, field: value, as: band}
              - {aggregate: [{op: count, as: organs}], groupby: [band]}
            encoding: {x: {field: band}, y: {field: organs}}
            """, mark: "{type: bar}")
        let chart = try chart(bars, [5, 41, 9, 30, 1])
        #expect(chart.table.column("band")?.map(\.text) == ["0—9", "10—19", "20—29", "30—39", "40—49"])
        #expect(chart.table.column("organs")?.map(\.text) == ["3.0", "0.0", "0.0", "1.0", "1.0"])
        #expect(chart.spec.titles.subtitle.hasSuffix("（个）"))
    }
}
