extension ExampleFiling {
    /// A filing whose only requests are `total` new ones, all granted to natural persons, so that every sum holds.
    static func requests(
        _ year: Int, _ total: String, organ: String = "示例区教育局", district: String = "900101"
    ) -> ExampleFiling {
        let lines = ["received", "granted", "resolved"]
        var filing = ExampleFiling(year, organ: organ, district: district)
        filing.figures = lines.flatMap { line in
            ["naturalPerson", "total"].map { (name: "requests.\(line).\($0)", value: total) }
        }
        return filing
    }
}

extension IndicatorExample {
    /// A filing of 2025 in which one outcome line has `part` requests and the rest of `total` is granted.
    static func outcome(_ line: String, _ part: String, of total: String, shows text: String) -> IndicatorExample {
        let granted = String(Int(total)! - Int(part)!)
        return IndicatorExample(
            [
                ExampleFiling(
                    2025,
                    [
                        "requests.received.total": total, "requests.received.naturalPerson": total,
                        "requests.granted.total": granted, "requests.granted.naturalPerson": granted,
                        line + ".total": part, line + ".naturalPerson": part,
                        "requests.resolved.total": total, "requests.resolved.naturalPerson": total,
                    ])
            ], numerator: part, denominator: total, shows: text)
    }

    /// An empty year: 0 over 0 is no rate.
    static let noRequests = IndicatorExample([ExampleFiling(2025)], numerator: "0", denominator: "0", shows: "—")
}
