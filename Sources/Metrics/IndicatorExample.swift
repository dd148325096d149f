import FilingTable
import Filings

/// Filings of one organ and year group, and what an indicator over them must give.
package struct IndicatorExample: Sendable {
    package var filings: [ExampleFiling]
    package var numerator: String?
    package var denominator: String?
    /// The value as shown in Chinese.
    package var text: String

    package init(
        _ filings: [ExampleFiling], numerator: String? = nil, denominator: String? = nil, shows text: String
    ) {
        self.filings = filings
        self.numerator = numerator
        self.denominator = denominator
        self.text = text
    }
}

/// A filing for examples: the named cells as given, every other cell of the form 0, no fact but the named ones.
package struct ExampleFiling: Sendable {
    package var year: Int
    package var organ: String
    package var district: String
    package var figures: [(name: String, value: String)]
    /// What stands beside the filing.
    package var supplement = FilingSupplement()
    /// In an example over the register: whether the expected filing exists.
    package var isFiled: Bool?

    /// Names are measure codes or `fact ` and a kind.
    package init(
        _ year: Int, organ: String = "示例区教育局", district: String = "900101",
        _ figures: KeyValuePairs<String, String> = [:]
    ) {
        self.year = year
        self.organ = organ
        self.district = district
        self.figures = figures.map { (name: $0.key, value: $0.value) }
    }

    func with(population: Int64? = nil, timeliness: FilingSupplement.Timeliness? = nil) -> ExampleFiling {
        var filing = self
        filing.supplement = FilingSupplement(population: population, timeliness: timeliness)
        return filing
    }

    func expected(filed: Bool) -> ExampleFiling {
        var filing = self
        filing.isFiled = filed
        return filing
    }

    package var filing: Filing {
        let form = FormID.prescribed(for: year)
        var filing = Filing(source: "\(organ)/\(year).txt", digest: "", format: "text", form: form)
        filing.year = year
        filing.organ = Organ(name: organ, function: OrganFunctions.function(ofOrganNamed: organ), coverage: .oneOrgan)
        filing.area = AreaIdentification(
            code: district,
            district: District(
                code: district, name: "示例" + district, level: .county, parent: String(district.prefix(4)) + "00",
                province: "示例省", prefecture: "示例市"))
        for measure in Measures.all where form.map(measure.forms.contains) ?? false {
            filing.readings[measure.id] = Reading(.reported, value: .zero, text: "0")
        }
        for (name, value) in figures { filing.set(name, value) }
        return filing
    }
}

extension Filing {
    fileprivate mutating func set(_ name: String, _ text: String) {
        guard let value = ExactDecimal(text) else { preconditionFailure("\(name): '\(text)' is no number") }
        if name.hasPrefix("fact ") {
            facts.append(Fact(kind: String(name.dropFirst(5)), value: value, unit: "", text: text, place: nil))
        } else {
            readings[Measures.known(name)] = Reading(.reported, value: value, text: text)
        }
    }
}

extension [ExampleFiling] {
    /// The table of the filings with what stands beside them.
    package var table: FilingColumns { FilingColumns(map(\.filing), supplements: map(\.supplement)) }

    /// The table of the expected filings among them; nil when none is.
    package var register: FilingColumns? {
        let expected = compactMap { example -> ExpectedFiling? in
            guard let isFiled = example.isFiled, let organ = example.filing.organ else { return nil }
            return ExpectedFiling(
                organ: organ, area: example.filing.area, year: example.year,
                source: isFiled ? example.filing.source : nil)
        }
        return expected.isEmpty ? nil : FilingColumns(expected: expected)
    }
}
