import Filings

/// The same numbers on every machine and in every run. Source: Steele, Lea, Flood 2014, SplitMix64.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Filings with random figures for which every sum of the form holds.
package struct RandomFiling {
    private var filing: Filing
    private var generator: SeededGenerator

    package static func make(seed: Int, year: Int, organ: String = "洛龙区教育局") -> Filing {
        var random = RandomFiling(seed: seed, year: year, organ: organ)
        random.fillTableTwo()
        random.fillTableThree()
        random.fillTableFour()
        return random.filing
    }

    private init(seed: Int, year: Int, organ: String) {
        filing = FilingBuilder(year, organ: organ, district: nil).filing
        generator = SeededGenerator(seed: seed &* 31 &+ year)
    }

    private var form: StatutoryForm { AllForms.form(filing.form!) }

    /// 0 in most draws, else up to `limit`: statutory tables are mostly empty.
    private mutating func count(_ limit: Int, zero share: Int) -> Int {
        Int.random(in: 0..<100, using: &generator) < share ? 0 : Int.random(in: 0...limit, using: &generator)
    }

    private mutating func set(_ id: MeasureID, _ value: ExactDecimal) {
        filing.readings[id] = Reading(.reported, value: value, text: value.description)
    }

    private mutating func set(_ id: MeasureID, _ value: Int) { set(id, ExactDecimal(Int64(value))) }

    private mutating func fillTableTwo() {
        for id in form.tableTwo.flatMap(\.measures) {
            let measure = Measures[id]
            if measure.isMoney {
                set(id, ExactDecimal(mantissa: Int64(count(9_999_999, zero: 30)), scale: 4))
            } else if measure.isSigned {
                set(id, count(40, zero: 50) - count(20, zero: 50))
            } else {
                set(id, count(9_000, zero: 40))
            }
        }
    }

    private mutating func fillTableThree() {
        let lines = Dictionary(uniqueKeysWithValues: form.tableThree.map { ($0.key, $0.measures) })
        var totals = Array(repeating: 0, count: form.tableThree.count)
        for column in 0..<6 {
            var resolved = 0
            for line in form.tableThree where line.group != nil || line.key.hasSuffix("ranted") {
                let value = column == 0 ? count(60, zero: 60) : count(9, zero: 90)
                set(line.measures[column], value)
                resolved += value
            }
            let forward = count(12, zero: 70)
            let over = count(min(12, resolved + forward), zero: 70)
            set(lines["resolved"]![column], resolved)
            set(lines["carriedForward"]![column], forward)
            set(lines["carriedOver"]![column], over)
            set(lines["received"]![column], resolved + forward - over)
            for (index, line) in form.tableThree.enumerated() {
                totals[index] += Int(filing.readings[line.measures[column]].value!.mantissa)
            }
        }
        for (line, total) in zip(form.tableThree, totals) { set(line.measures[6], total) }
    }

    private mutating func fillTableFour() {
        for block in form.tableFour {
            var total = 0
            for id in block.measures.dropLast() {
                let value = count(20, zero: 60)
                set(id, value)
                total += value
            }
            set(block.measures.last!, total)
        }
    }
}
