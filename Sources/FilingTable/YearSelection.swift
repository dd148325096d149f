/// The language of `--years`: `2021-2025`, `2021,2023`, `2019,2021-2023`.
package struct YearSelection: Hashable, Sendable {
    /// Distinct, ascending.
    package let years: [Int]

    package init(_ years: some Sequence<Int>) { self.years = Set(years).sorted() }

    package func contains(_ year: Int) -> Bool { years.contains(year) }

    /// Reads the language of `--years`; throws all problems at once.
    package init(parsing text: String) throws(SelectionProblems) {
        var years: [Int] = []
        var problems: [SelectionProblem] = []
        var position = 1
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            switch Self.range(String(item), at: position) {
            case .success(let range): years += range
            case .failure(let problem): problems += problem.problems
            }
            position += item.count + 1
        }
        guard problems.isEmpty else { throw SelectionProblems(text: text, problems: problems) }
        self.init(years)
    }

    /// A reporting year: four ASCII digits.
    static func year(_ text: String) -> Int? {
        guard text.count == 4, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int(text).flatMap { (1949...2999).contains($0) ? $0 : nil }
    }

    private static func range(_ item: String, at position: Int) -> Result<ClosedRange<Int>, SelectionProblems> {
        func failure(_ kind: SelectionProblem.Kind, _ found: String) -> Result<ClosedRange<Int>, SelectionProblems> {
            .failure(SelectionProblems(text: item, problems: [SelectionProblem(kind, at: position, found: found)]))
        }
        let bounds = item.split(whereSeparator: { "-–—".contains($0) }).map { $0.filter { !$0.isWhitespace } }
        guard !bounds.isEmpty, bounds.count <= 2 else { return failure(.notAYear, item) }
        var numbers: [Int] = []
        for bound in bounds {
            guard let number = year(bound) else { return failure(.notAYear, bound) }
            numbers.append(number)
        }
        if item.contains(where: { "-–—".contains($0) }), numbers.count < 2 { return failure(.notAYear, item) }
        guard numbers[0] <= numbers[numbers.count - 1] else { return failure(.reversedRange, item) }
        return .success(numbers[0]...numbers[numbers.count - 1])
    }
}
