import Filings

/// Differences of applicant columns that add up to nothing: the total column is in balance and hides them.
enum Cancelling {
    /// The findings of one rule about one filing, each with the columns that cancel it out.
    static func marked(_ findings: [Finding]) -> [Finding] {
        let columns = findings.compactMap(column)
        guard findings.count > 1, columns.count == findings.count, !columns.contains(.total),
            findings.reduce(ExactDecimal.zero, { $0 + ($1.difference ?? .zero) }).isZero
        else { return findings }
        let sides = zip(columns, findings).map { Finding.Side(text: $0.label, value: $1.difference ?? .zero) }
        return zip(findings, sides).map { finding, own in
            marked(finding, with: sides.filter { ($0.value > .zero) != (own.value > .zero) })
        }
    }

    /// The one column in which all of a finding's measures stand.
    static func column(_ finding: Finding) -> ApplicantColumn? {
        let names = Set(finding.measures.map { Measures[$0].code.split(separator: ".").last ?? "" })
        return names.count == 1 ? ApplicantColumn(rawValue: String(names.first!)) : nil
    }

    private static func marked(_ finding: Finding, with others: [Finding.Side]) -> Finding {
        var finding = finding
        finding.cancels = others
        finding.message.zh +=
            "；与\(others.map { "“\($0.text)”（\(signed($0.value))）" }.joined(separator: "、"))相互抵消，总计列不受影响"
        finding.message.en +=
            "; cancelled out in the total by \(others.map { "\($0.text) (\(signed($0.value)))" }.joined(separator: ", "))"
        return finding
    }
}
