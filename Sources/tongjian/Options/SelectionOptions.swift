import ArgumentParser
import FilingTable
import Filings

/// The selection that commands and definitions share: `--where` and `--years`.
struct SelectionOptions: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help:
            "Comma-separated name=value, !=, <, >=, name=a|b over district, city, province, organ, function, level, year, form."
    )
    var condition: String?

    @Option(help: "Years: 2021-2025 or 2021,2023.")
    var years: String?

    /// All mistakes of both at once.
    func parsed() throws(RunError) -> (filter: RowFilter, years: YearSelection?) {
        var problems: [Words] = []
        var filter = RowFilter()
        var selection: YearSelection?
        if let condition {
            do { filter = try RowFilter(parsing: condition) } catch { problems += Self.words("--where", error) }
        }
        if let years {
            do { selection = try YearSelection(parsing: years) } catch { problems += Self.words("--years", error) }
        }
        guard problems.isEmpty else { throw .arguments(problems) }
        return (filter, selection)
    }

    private static func words(_ option: String, _ problems: SelectionProblems) -> [Words] {
        problems.problems.map { Words("\(option) \($0.chinese)", "\(option) \($0.english)") }
    }
}

/// Where definitions come from.
struct DefinitionOptions: ParsableArguments {
    @Option(help: "A folder with Charts/ and Reports/ to use instead of the shipped definitions.")
    var definitions: String?
}
