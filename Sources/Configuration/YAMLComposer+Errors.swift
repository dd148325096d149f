import Yams

extension YAMLComposer {
    func failure(_ problem: ConfigurationProblem, _ place: ConfigurationPlace) -> ConfigurationErrors {
        ConfigurationErrors([ConfigurationError(file: file, place: place, problem: problem)])
    }

    func failures(of error: YamlError) -> ConfigurationErrors {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let detail = [context?.text, problem].compactMap { $0 }.joined(separator: ", ")
            return failure(.syntax(detail), ConfigurationPlace(line: mark.line, column: mark.column))
        case .reader(let problem, let offset, _, _):
            return failure(.syntax(problem), place(ofCharacter: offset ?? 0))
        case .duplicatedKeysInMapping(let keys, let context):
            let first = ConfigurationPlace(line: context.mark.line, column: context.mark.column)
            return ConfigurationErrors(
                keys.map { key in
                    ConfigurationError(
                        file: file, place: placeOfRepeated(key, after: first), problem: .duplicateKey(key))
                })
        default:
            return failure(.syntax("\(error)"), ConfigurationPlace(line: 1, column: 1))
        }
    }

    private func place(ofCharacter offset: Int) -> ConfigurationPlace {
        let before = text.prefix(offset)
        let line = before.reduce(1) { $1.isNewline ? $0 + 1 : $0 }
        let column = before.reversed().prefix { !$0.isNewline }.count + 1
        return ConfigurationPlace(line: line, column: column)
    }

    /// Yams names the place of the first of the equal keys; the one who must act looks for the second.
    /// It stands at the same indentation; in a flow mapping it is not looked for.
    private func placeOfRepeated(_ key: String, after first: ConfigurationPlace) -> ConfigurationPlace {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        var isRepeated = false
        for (index, line) in lines.enumerated() where index + 1 >= first.line {
            let indentation = line.prefix(first.column - 1)
            guard indentation.allSatisfy({ $0 == " " || $0 == "-" }) else { continue }
            guard Self.isKey(key, in: line.dropFirst(first.column - 1)) else { continue }
            if isRepeated { return ConfigurationPlace(line: index + 1, column: first.column) }
            isRepeated = true
        }
        return first
    }

    private static func isKey(_ key: String, in line: Substring) -> Bool {
        [key, "\"\(key)\"", "'\(key)'"].contains { line.hasPrefix($0 + ":") || line.hasPrefix($0 + " :") }
    }
}
