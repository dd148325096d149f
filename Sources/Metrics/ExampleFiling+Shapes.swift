// Consistent filings in few words, so that examples show what matters and every printed sum holds.
extension ExampleFiling {
    /// A filing whose only requests are `total` new ones, all granted to natural persons.
    static func requests(
        _ year: Int, _ total: String, organ: String = "示例区教育局", district: String = "900101"
    ) -> ExampleFiling {
        var filing = ExampleFiling(year, organ: organ, district: district)
        for line in ["received", "granted", "resolved"] { filing.add(line, "naturalPerson", total) }
        return filing
    }

    /// A filing in which `count` of `base` requests are granted and the others refused.
    static func rate(
        _ year: Int, _ count: Int, of base: Int, organ: String = "示例区教育局", district: String = "900101"
    ) -> ExampleFiling {
        var filing = ExampleFiling(year, organ: organ, district: district)
        for (line, number) in [
            ("received", base), ("granted", count), ("refused.security", base - count), ("resolved", base),
        ] {
            filing.add(line, "naturalPerson", String(number))
        }
        return filing
    }

    /// New requests of natural persons with these outcomes by line (`granted`, `refused.security` ...); `forward` more
    /// are carried forward.
    static func outcomes(_ lines: KeyValuePairs<String, Int>, forward: Int = 0, over: Int = 0) -> ExampleFiling {
        var filing = ExampleFiling(2025)
        let resolved = lines.reduce(0) { $0 + $1.value }
        filing.add("received", "naturalPerson", String(resolved + forward - over))
        filing.add("carriedOver", "naturalPerson", String(over))
        for (line, number) in lines { filing.add(line, "naturalPerson", String(number)) }
        filing.add("resolved", "naturalPerson", String(resolved))
        filing.add("carriedForward", "naturalPerson", String(forward))
        return filing
    }

    /// New requests by applicant, all granted.
    static func applicants(_ columns: KeyValuePairs<String, Int>) -> ExampleFiling {
        var filing = ExampleFiling(2025)
        let total = String(columns.reduce(0) { $0 + $1.value })
        for line in ["received", "granted", "resolved"] {
            for (column, number) in columns { filing.figures.append(("requests.\(line).\(column)", String(number))) }
            filing.figures.append(("requests.\(line).total", total))
        }
        return filing
    }

    /// Disputes by `block.outcome` (`litigationDirect.corrected`), beside `received` new requests, all granted.
    static func disputes(_ cells: KeyValuePairs<String, Int>, received: Int = 0, year: Int = 2025) -> ExampleFiling {
        var filing = requests(year, String(received))
        var totals: [(block: String, sum: Int)] = []
        for (cell, number) in cells {
            filing.figures.append(("review." + cell, String(number)))
            let block = String(cell.split(separator: ".")[0])
            if let index = totals.firstIndex(where: { $0.block == block }) {
                totals[index].sum += number
            } else {
                totals.append((block, number))
            }
        }
        filing.figures += totals.map { ("review.\($0.block).total", String($0.sum)) }
        return filing
    }

    /// The number in one applicant column and, as the only applicant, in the total.
    private mutating func add(_ line: String, _ column: String, _ number: String) {
        figures.append(("requests.\(line).\(column)", number))
        figures.append(("requests.\(line).total", number))
    }
}

extension IndicatorExample {
    /// One filing, and what it must give.
    init(_ filing: ExampleFiling, _ numerator: Int, over denominator: Int? = nil, shows text: String) {
        self.init(
            [filing], numerator: String(numerator), denominator: denominator.map(String.init), shows: text)
    }

    /// An empty year: 0 over 0 is no rate.
    static let noRequests = IndicatorExample(ExampleFiling(2025), 0, over: 0, shows: "—")
}

extension [ExampleFiling] {
    /// One organ a district with that many new requests.
    static func districts(_ requests: KeyValuePairs<String, Int>, _ year: Int = 2024) -> [ExampleFiling] {
        requests.map { .requests(year, String($0.value), organ: "示例\($0.key)区教育局", district: $0.key) }
    }
}
