/// One mistake in a definition, with its place. The wording is in `ConfigurationProblem+Wording.swift`.
package struct ConfigurationError: Error, Hashable, Sendable {
    package var file: String
    package var place: ConfigurationPlace
    package var problem: ConfigurationProblem

    package init(file: String, place: ConfigurationPlace, problem: ConfigurationProblem) {
        self.file = file
        self.place = place
        self.problem = problem
    }

    package var line: Int { place.line }
    package var column: Int { place.column }
    /// `file:line:column: message`, the form editors and terminals make clickable.
    package var zh: String { "\(file):\(line):\(column): \(problem.zh)" }
    package var en: String { "\(file):\(line):\(column): \(problem.en)" }
}

/// All mistakes of one document (or of several, joined), in order of file and place; never empty when thrown.
package struct ConfigurationErrors: Error, Hashable, Sendable {
    package var errors: [ConfigurationError]

    package init(_ errors: [ConfigurationError]) {
        self.errors = errors.sorted { ($0.file, $0.place) < ($1.file, $1.place) }
    }

    package var zh: String { errors.map(\.zh).joined(separator: "\n") }
    package var en: String { errors.map(\.en).joined(separator: "\n") }
}

extension ConfigurationErrors: CustomStringConvertible {
    package var description: String { en }
}

package enum ConfigurationProblem: Hashable, Sendable {
    case syntax(String)
    case empty
    case tooLarge(bytes: Int, limit: Int)
    case tooDeep(limit: Int)
    /// `&name` or `*name`: refused, so that a small file can never unfold into a huge one.
    case anchor
    case duplicateKey(String)
    case keyIsNotText
    case missingKey(String)
    case unknownKey(String, suggestion: String?, allowed: [String])
    case wrongKind(key: String, found: ConfigurationKind, expected: ConfigurationKind)
    case unreadable(key: String, found: String, expected: ConfigurationKind)
    case unknownWord(key: String, found: String, suggestion: String?, allowed: [String])
    case outOfRange(key: String, found: String, range: String)
    /// A rule of the one who reads the definition, already worded.
    case custom(zh: String, en: String)
}
