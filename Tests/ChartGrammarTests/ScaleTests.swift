import Testing

@testable import ChartGrammar

@Suite struct ScaleTests {
    @Test func ticksAreRound() {
        #expect(LinearScale(covering: 23...218, spec: ScaleSpec(), range: (0, 1)).ticks == [0, 50, 100, 150, 200, 250])
        #expect(LinearScale(covering: 44...63, spec: ScaleSpec(), range: (0, 1)).ticks == [0, 20, 40, 60, 80])
        #expect(LinearScale(covering: 0...0, spec: ScaleSpec(), range: (0, 1)).ticks.count >= 4)
        let negative = LinearScale(covering: -12...9, spec: ScaleSpec(), range: (0, 1))
        #expect(negative.ticks.contains(0) && negative.domain.lowerBound <= -12)
    }

    @Test func ticksStayFewOverAllMagnitudes() {
        var generator = SeededGenerator(state: 5)
        for _ in 0..<2000 {
            let high =
                (0..<Int.random(in: 0...12, using: &generator)).reduce(1e-4) { value, _ in value * 10 }
                * Double.random(in: 1...10, using: &generator)
            let scale = LinearScale(covering: 0...high, spec: ScaleSpec(), range: (0, 1))
            #expect((4...7).contains(scale.ticks.count), "\(high): \(scale.ticks)")
            #expect(scale.domain.upperBound >= high)
        }
    }

    @Test func classesHavePrintedBounds() {
        let scale = ThresholdColorScale(breaks: [30, 40, 50, 60, 70], palette: Theme.light.sequential)
        #expect([29.9, 30, 69.9, 70].map(scale.classIndex) == [0, 1, 4, 5])
        #expect(ThresholdColorScale(breaks: [1], palette: Theme.light.sequential).colors.count == 2)
    }

    @Test func spreadKeepsOrderPitchAndBounds() {
        #expect(spread([10, 100], pitch: 25, within: 0...200) == [10, 100])
        #expect(spread([50, 50], pitch: 20, within: 0...200) == [40, 60])
        #expect(spread([0, 0, 0], pitch: 20, within: 0...200) == [0, 20, 40])
        var generator = SeededGenerator(state: 9)
        for _ in 0..<200 {
            let targets = (0..<8).map { _ in Double.random(in: 0...200, using: &generator) }
            let sorted = spread(targets, pitch: 25, within: 0...200).sorted()
            #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 25 - 1e-9 })
            #expect(sorted.first! >= 0 && sorted.last! <= 200 + 1e-9)
        }
    }

    @Test func numbersArePrintedInPlainDigits() {
        #expect(decimalText(1_234_567.25, places: 1, isGrouped: true) == "1,234,567.3")
        #expect(decimalText(-0.04, places: 1) == "0.0")
        #expect(decimalText(-10.5, places: 1) == "−10.5")
        #expect(decimalText(999, places: 0, isGrouped: true) == "999")
        #expect(shortDecimal(12.50) == "12.5")
        #expect(shortDecimal(-3) == "-3")
    }
}
