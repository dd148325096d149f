import FilingTable
import Filings
import Metrics

/// What `--of` names: an organ or a division, as a condition on filings.
struct Subject {
    let name: String
    let label: String
    let filter: RowFilter
    let isOrgan: Bool

    /// Reads a list of names and codes; throws every one that fits nothing, or several places.
    static func list(_ text: String, in filings: FilingColumns) throws(RunError) -> [Subject] {
        let names = try listed(text, option: "--of")
        var subjects: [Subject] = []
        var problems: [Words] = []
        for name in names {
            switch find(name, filings) {
            case .success(let subject): subjects.append(subject)
            case .failure(let problem): problems.append(problem.words)
            }
        }
        guard problems.isEmpty else { throw .arguments(problems) }
        return subjects
    }

    private struct Problem: Error { var words: Words }

    /// A code, else an organ's name, else a division's name; `名称@代码` picks one of several places.
    private static func find(_ name: String, _ filings: FilingColumns) -> Result<Subject, Problem> {
        let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
        let word = parts.first ?? name
        let districts = filings.strings(.district).dictionary
        if districts.contains(word) {
            let filter = RowFilter([.init(.district, .equal, [word])])
            let label = filter.rows(in: filings).indices.last.flatMap { filings.value(.districtName, at: $0) } ?? word
            return .success(Subject(name: name, label: label, filter: filter, isOrgan: false))
        }
        let isOrgan = filings.strings(.organ).dictionary.contains(word)
        guard isOrgan || filings.strings(.districtName).dictionary.contains(word) else {
            let known = filings.strings(.organ).dictionary + filings.strings(.districtName).dictionary + districts
            return .failure(Problem(words: Unknown.near(word, Words("机关或地区", "organ or district"), known)))
        }
        var conditions = [RowFilter.Condition(isOrgan ? .organ : .district, .equal, [word])]
        if parts.count > 1 { conditions.append(.init(.district, .equal, [parts[1]])) }
        let filter = RowFilter(conditions)
        let codes = Set(filter.rows(in: filings).indices.map { filings.value(.district, at: $0) ?? "" }).sorted()
        guard codes.count <= 1 else {
            let choices = codes.map { "\(word)@\($0)" }.joined(separator: ", ")
            return .failure(
                Problem(
                    words: Words(
                        "“\(word)”在多个地区都有，请写明：\(choices)", "“\(word)” is in several places; write one of: \(choices)")))
        }
        return .success(Subject(name: name, label: word, filter: filter, isOrgan: isOrgan))
    }
}
