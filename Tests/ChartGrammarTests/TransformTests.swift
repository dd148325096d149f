import Testing

@testable import ChartGrammar

/// What each transform makes of a small table, and what it says of it.
@Suite struct TransformTests {
    /// Organs by years: name, year, value, state.
    private func table(_ rows: [(String, Int, Double?, MarkState)]) -> ChartTable {
        var table = ChartTable(fields: ["name", "year", "value", "n"])
        for (name, year, value, state) in rows {
            table.append(
                [.string(name), .year(year), value.map { .number($0) } ?? .null, .number(40)],
                facts: RowFacts(state: state, display: value.map { "\($0)" }, n: 40))
        }
        return table
    }

    private var five: ChartTable {
        table([
            ("甲", 2025, 5, .ordinary), ("乙", 2025, 50, .ordinary), ("丙", 2025, nil, .doubtful),
            ("丁", 2025, 20, .assumedZero), ("戊", 2025, 1, .ordinary),
        ])
    }

    private func done(_ table: ChartTable, _ transforms: TransformSpec...) throws -> (
        table: ChartTable, notes: [String]
    ) {
        var spec = SampleCharts.random("rankedBar", seed: 1).spec
        spec.titles.notes = []
        spec.transforms = transforms
        let result = try spec.transformed(table)
        #expect(result.spec.transforms.isEmpty)
        return (result.table, result.spec.titles.notes)
    }

    private func texts(_ table: ChartTable, _ field: String) -> [String] {
        (table.column(field) ?? []).map { value in
            switch value {
            case .string(let text): text
            case .number(let number): shortDecimal(number)
            case .year(let year): String(year)
            case .null: "—"
            }
        }
    }

    @Test func sortKeepsRowsWithoutAValueLast() throws {
        let down = try done(five, .sort(SortRows([.init("value", isDescending: true)])))
        #expect(texts(down.table, "name") == ["乙", "丁", "甲", "戊", "丙"] && down.notes.isEmpty)
        let up = try done(five, .sort(SortRows([.init("value")])))
        #expect(texts(up.table, "name") == ["戊", "甲", "丁", "乙", "丙"])
        #expect(up.table.facts[4].state == .doubtful && up.table.facts[2].state == .assumedZero)
        let two = try done(five, .sort(SortRows([.init("year"), .init("name", isDescending: true)])))
        #expect(Set(texts(two.table, "name")) == ["甲", "乙", "丙", "丁", "戊"])
    }

    @Test func topKeepsTheSumAndSaysWhatIsInTheRest() throws {
        let top = try done(five, .top(TopRows(2, of: "name", by: "value")))
        #expect(texts(top.table, "name") == ["乙", "丁", "其余 3 个"] && texts(top.table, "value") == ["50", "20", "6"])
        #expect(top.notes == ["“其余 3 个”为合计。", "1 项无数值，未计入（勾稽不符 1 项）。"])
        #expect(top.table.facts[1].state == .assumedZero && top.table.facts[2].display == nil)
        let mean = try done(five, .top(TopRows(1, of: "name", by: "value", .mean)))
        #expect(texts(mean.table, "value") == ["50", "8.67"] && mean.table.facts[1].n == 120)
        #expect(mean.notes == ["“其余 4 个”为简单平均。", "1 项无数值，未计入（勾稽不符 1 项）；含空白按 0 计 1 项。"])
    }

    @Test func oneNameAloneIsNoRest() throws {
        let top = try done(five, .top(TopRows(4, of: "name", by: "value")))
        #expect(top.table == five && top.notes.isEmpty)
    }

    @Test func theSubjectAndTheExceptionStayInTheTop() throws {
        var table = ChartTable(fields: ["name", "value"])
        for index in 0..<9 {
            table.append(.string("区\(index)"), .number(Double(90 - index)), facts: RowFacts(isAlert: index == 8))
        }
        let top = try done(table, .top(TopRows(2, of: "name", by: "value")))
        #expect(texts(top.table, "name") == ["区0", "区8", "其余 7 个"])
    }

    /// The rest of each year for itself; a year in which nobody has a value stays without one.
    @Test func theRestIsPutTogetherYearByYear() throws {
        let rows = table([
            ("甲", 2024, 9, .ordinary), ("乙", 2024, nil, .missing), ("丙", 2024, nil, .missing),
            ("甲", 2025, 9, .ordinary), ("乙", 2025, 2, .ordinary), ("丙", 2025, 3, .ordinary),
        ])
        let top = try done(rows, .top(TopRows(1, of: "name", by: "value")))
        #expect(texts(top.table, "value") == ["9", "9", "—", "5"])
        #expect(top.table.facts.map(\.state) == [.ordinary, .ordinary, .missing, .ordinary])
    }

    @Test func foldMakesARowOfEachField() throws {
        let fold = FoldFields(
            [.init("value", zh: "分子", en: "part"), .init("n", zh: "分母", en: "whole")], as: "part", "count")
        let folded = try done(five, .fold(fold))
        #expect(folded.table.fields == ["name", "year", "value", "n", "part", "count"] && folded.table.count == 10)
        #expect(texts(folded.table, "count").prefix(4) == ["5", "40", "50", "40"])
        #expect(texts(folded.table, "count")[4...5] == ["—", "—"], "a figure in doubt is in doubt with all its parts")
        #expect(folded.table.facts.allSatisfy { $0.display == nil })
        #expect(folded.table.facts[6].state == .assumedZero)
    }

    @Test func stackGivesRunningTotalsAndShares() throws {
        let keys = [SortRows.Key("value", isDescending: true)]
        let total = try done(five, .stack(StackRows("value", sort: keys, as: "from", "to")))
        #expect(texts(total.table, "from") == ["70", "0", "—", "50", "75"])
        #expect(texts(total.table, "to") == ["75", "50", "—", "70", "76"])
        #expect(total.notes == ["1 项无数值，未计入（勾稽不符 1 项）。"])
        let share = try done(five, .stack(StackRows("value", sort: keys, offset: .normalize, as: "from", "to")))
        #expect(texts(share.table, "to") == ["98.68", "65.79", "—", "92.11", "100"])
        let none = try done(table([("甲", 2025, 0, .zero)]), .stack(StackRows("value", offset: .normalize)))
        #expect(texts(none.table, "end") == ["0"])
        let signs = try done(
            table([("甲", 2025, 3, .ordinary), ("乙", 2025, -2, .ordinary), ("丙", 2025, 4, .ordinary)]),
            .stack(StackRows("value", by: ["year"])))
        #expect(texts(signs.table, "end") == ["3", "-2", "7"])
    }

    @Test func binLeavesNoClassOut() throws {
        let bins = try done(
            five, .bin(BinField("value", as: "band", step: 10)),
            .aggregate(AggregateRows([.init(.count, as: "organs")], by: ["band"])))
        #expect(texts(bins.table, "band") == ["0—9", "10—19", "20—29", "30—39", "40—49", "50—59"])
        #expect(texts(bins.table, "organs") == ["2", "0", "1", "0", "0", "1"])
        #expect(bins.notes == ["1 项无数值，不在任何一组（勾稽不符 1 项）。", "含空白按 0 计 1 项。"])
    }

    @Test func binStepsAreRoundAndFew() throws {
        var generator = SeededGenerator(state: 3)
        for round in 0..<300 {
            let scale = Decades.power(round % 12 - 4)
            let values = (0..<50).map { _ in Double.random(in: -1...1, using: &generator) * scale }
            let rows = table(values.map { ("甲", 2025, $0, .ordinary) })
            let bins = try done(rows, .bin(BinField("value", as: "band", most: 8)))
            let labels = texts(bins.table, "band")
            #expect((2...9).contains(Set(labels).count), "\(scale): \(Set(labels))")
            #expect(bins.notes == ["各组含下界、不含上界。"])
        }
        let same = try done(table([("甲", 2025, 7, .ordinary)]), .bin(BinField("value", as: "band")))
        #expect(texts(same.table, "band") == ["7"])
        #expect(try done(table([]), .bin(BinField("value", as: "band"))).table.isEmpty)
        let far = try done(
            table([("甲", 2025, 0, .ordinary), ("乙", 2025, 1e15, .ordinary)]),
            .bin(BinField("value", as: "band", step: 1)))
        #expect(far.table.domains["band"]!.count <= BinField.limit)
    }

    @Test func aggregateOperationsAreThoseOfTheWord() throws {
        let kinds = AggregateKind.allCases
        let operations = kinds.map { AggregateRows.Operation($0, of: "value", as: $0.rawValue) }
        let result = try done(five, .aggregate(AggregateRows(operations, by: ["year"])))
        let values = Dictionary(uniqueKeysWithValues: kinds.map { ($0, texts(result.table, $0.rawValue)[0]) })
        #expect(
            values == [
                .sum: "76", .mean: "19", .median: "12.5", .min: "1", .max: "50", .count: "5", .valid: "4",
                .missing: "1",
            ])
        #expect(result.notes == ["1 项无数值，未计入（勾稽不符 1 项）；含空白按 0 计 1 项。"])
    }

    @Test func aGroupOfOneKeepsItsState() throws {
        let sum = AggregateRows([.init(.sum, of: "value", as: "value")], by: ["name"])
        let result = try done(five, .aggregate(sum))
        #expect(result.table.facts == five.facts)
    }

    @Test func allMissingFieldsComeTogetherWithTheirStep() {
        #expect(throws: ChartErrors.self) {
            try done(five, .sort(SortRows([.init("wert"), .init("jahr")])))
        }
        do {
            _ = try done(five, .fold(FoldFields([.init("value")], as: "k", "v")), .sort(SortRows([.init("wert")])))
        } catch let errors as ChartErrors {
            #expect(errors.errors.map(\.en).joined().contains("transform[2].sort"))
        } catch { Issue.record(error) }
    }

    /// No step loses a value: sums stay what they are over any table, and what has no value is counted.
    @Test func sumsAreKeptAndGapsAreCounted() throws {
        func total(_ table: ChartTable, _ field: String) -> Double {
            (table.column(field) ?? []).compactMap(\.number).reduce(0, +)
        }
        for seed in 0..<60 as Range<UInt64> {
            let table = SampleCharts.random("line", seed: seed).table
            let sum = total(table, "value")
            let gaps = table.facts.count { !$0.state.isDrawn }
            let top = try done(table, .top(TopRows(2, of: "organ", by: "value")))
            let years = AggregateRows(
                [.init(.sum, of: "value", as: "sum"), .init(.missing, of: "value", as: "gaps")], by: ["year"])
            let yearly = try done(table, .aggregate(years))
            let stacked = try done(table, .stack(StackRows("value", by: ["year"])))
            for (other, field) in [(top.table, "value"), (yearly.table, "sum")] {
                #expect(abs(total(other, field) - sum) <= 1e-9 * max(1, sum))
            }
            let lengths = total(stacked.table, "end") - total(stacked.table, "start")
            #expect(abs(lengths - sum) <= 1e-9 * max(1, sum))
            #expect(total(yearly.table, "gaps") == Double(gaps))
            #expect(yearly.notes.isEmpty == (gaps == 0 && !table.facts.contains(where: Self.isFlagged)))
        }
    }

    private static func isFlagged(_ facts: RowFacts) -> Bool {
        [.derived, .assumedZero, .smallDenominator, .revised].contains(facts.state)
    }

    /// A chart with transforms is the chart of their table.
    @Test func theSceneIsThatOfTheTransformedTable() throws {
        var chart = SampleCharts.random("rankedBar", seed: 4)
        chart.spec.transforms = [.top(TopRows(3, of: "organ", by: "value")), .sort(SortRows([.init("value")]))]
        let (spec, table) = try chart.spec.transformed(chart.table)
        #expect(try chart.scene() == SampleChart(spec: spec, table: table).scene())
        #expect(try chart.scene().description.contains("合计"))
        chart.spec.language = .en
        #expect(try !chart.scene().description.contains("合计"))
    }
}
