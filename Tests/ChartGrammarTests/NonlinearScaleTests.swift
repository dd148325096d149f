import Testing

@testable import ChartGrammar

/// Scales of decades, and what charts say of them.
@Suite struct NonlinearScaleTests {
    private func log(_ values: ClosedRange<Double>) -> LogScale {
        LogScale(covering: values, spec: ScaleSpec(.log), range: (0, 100))
    }

    private func symlog(_ values: ClosedRange<Double>) -> SymlogScale {
        SymlogScale(covering: values, spec: ScaleSpec(.symlog), range: (0, 100))
    }

    @Test func logarithmicTicksAreRound() {
        #expect(log(23...218).ticks == [20, 50, 100, 200, 500])
        #expect(log(1...100_000).ticks == [1, 10, 100, 1000, 10_000, 100_000])
        #expect(log(0.004...0.03).ticks == [0.002, 0.005, 0.01, 0.02, 0.05])
        #expect(log(5...5).domain == 5...10)
        #expect(log(-4...0).domain == 1...10, "an axis without a value is still one")
    }

    @Test func symlogHasZeroAndBothSides() {
        #expect(symlog(0...4000).ticks == [0, 10, 100, 1000])
        #expect(symlog(-50...4000).ticks == [-10, 0, 10, 100, 1000])
        #expect(symlog(-50...4000).domain == -50...5000)
        #expect(symlog(0...0).domain == 0...1)
        #expect(symlog(0...0.4).ticks.contains(0))
    }

    @Test func equalRatiosAreEqualDistances() {
        let scale = log(1...10_000)
        #expect([1, 10, 100, 1000, 10_000].map(scale.callAsFunction) == [0, 25, 50, 75, 100])
        #expect(scale(0) == 0 && scale(-3) == 0)
    }

    /// Every scale over every magnitude: few ticks within the domain, ascending, the data inside, order kept.
    @Test func ticksStayFewOverAllMagnitudes() {
        var generator = SeededGenerator(state: 11)
        for round in 0..<2000 {
            let low =
                Decades.power(Int.random(in: -6...9, using: &generator)) * Double.random(in: 1...9, using: &generator)
            let high = low * (1 + Decades.power(Int.random(in: -3...8, using: &generator)))
            let values = round % 3 == 0 ? -high...low : low...high
            let scales: [any ValueScale] = (round % 3 == 0 ? [] : [log(values)]) + [symlog(values)]
            for scale in scales {
                #expect((1...9).contains(scale.ticks.count), "\(scale): \(scale.ticks)")
                #expect(scale.ticks == scale.ticks.sorted() && scale.ticks.allSatisfy(scale.domain.contains))
                #expect(scale.domain.lowerBound <= values.lowerBound && scale.domain.upperBound >= values.upperBound)
                #expect(scale(values.lowerBound) <= scale(values.upperBound))
                #expect((-1e-6...100 + 1e-6).contains(scale(values.upperBound)))
            }
        }
    }

    // MARK: In charts

    private func chart(_ mark: MarkSpec, _ kind: ScaleSpec.Kind, _ values: [Double]) -> SampleChart {
        var table = ChartTable(fields: ["year", "value"])
        for (index, value) in values.enumerated() { table.append(.year(2021 + index), .number(value)) }
        let value = Channel("value", .quantitative, scale: ScaleSpec(kind))
        let year = Channel("year", mark.orientation == .horizontal ? .nominal : .temporal)
        let isHorizontal = mark.orientation == .horizontal
        let encoding = Encoding(x: isHorizontal ? value : year, y: isHorizontal ? year : value)
        return SampleChart(spec: ChartSpec(mark: mark, encoding: encoding, titles: SampleCharts.titles), table: table)
    }

    private func errors(_ chart: SampleChart) -> [ChartError] {
        do throws(ChartErrors) {
            _ = try compile(chart.spec, chart.table, measurer: FixedTextMeasurer())
            return []
        } catch {
            return error.errors
        }
    }

    @Test func aBarHasNoLogarithm() {
        let wrong = ChartError.wrongScale(channel: "y", kind: .log, allowed: [.linear])
        #expect(errors(chart(.groupedBar, .log, [1, 10])) == [wrong])
        #expect(errors(chart(MarkSpec(.area), .log, [1, 10])) == [wrong])
        #expect(wrong.en.contains("from zero") && wrong.zh.contains("从 0 开始"))
        var wide = chart(.line, .log, [1, 10])
        wide.spec.encoding.y.scale.domain = 0...10
        #expect(errors(wide) == [.domainNotPositive(channel: "y")])
        wide.spec.encoding.x.scale.kind = .symlog
        #expect(errors(wide).count == 2, "years have no such scale")
    }

    @Test func whatHasNoLogarithmIsSaid() throws {
        for mark in [MarkSpec.line, .rankedPoint] {
            let scene = try chart(mark, .log, [5, 0, -2, 4000]).scene()
            #expect(scene.description.contains("2 个值未画出"))
            #expect(scene.textFaults(FixedTextMeasurer()).isEmpty)
            #expect(try !chart(mark, .log, [5, 4000]).scene().description.contains("未画出"))
        }
        let texts = try chart(.rankedPoint, .log, [5, 0]).scene().textBoxes(FixedTextMeasurer()).map(\.string)
        #expect(texts.contains("0"), "the figure itself is printed")
        #expect(try chart(.line, .symlog, [5, 0, -2, 4000]).scene().description.contains("对称对数刻度"))
    }

    @Test(arguments: [MarkSpec.line, .rankedPoint]) func hostileValuesStayInside(mark: MarkSpec) throws {
        for kind in ScaleSpec.Kind.allCases {
            for values in [[0.0], [0, 0], [1e-6, 1e12], [-1e12, 1e-9, 7], [.infinity, 3], [1, 1.000001]] {
                let chart = chart(mark, kind, values)
                let faults = try chart.scene().textFaults(FixedTextMeasurer())
                #expect(faults.isEmpty, "\(kind) \(values): \(faults)")
                for case .circle(let circle) in try chart.scene().flattened {
                    #expect((0...1200).contains(circle.center.x) && (0...700).contains(circle.center.y))
                }
            }
        }
    }
}
