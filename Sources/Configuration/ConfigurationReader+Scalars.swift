extension ConfigurationReader {
    package func string(_ key: String) -> String { required(key).flatMap { text($0, key) } ?? "" }
    package func optionalString(_ key: String) -> String? { optionalNode(key).flatMap { text($0, key) } }

    package func integer(_ key: String, in range: ClosedRange<Int>? = nil) -> Int {
        required(key).flatMap { integer($0, key, range) } ?? range?.lowerBound ?? 0
    }

    package func optionalInteger(_ key: String, in range: ClosedRange<Int>? = nil) -> Int? {
        optionalNode(key).flatMap { integer($0, key, range) }
    }

    package func number(_ key: String, in range: ClosedRange<Double>? = nil) -> Double {
        required(key).flatMap { number($0, key, range) } ?? range?.lowerBound ?? 0
    }

    package func boolean(_ key: String) -> Bool { required(key).flatMap { boolean($0, key) } ?? false }
    package func optionalBoolean(_ key: String) -> Bool? { optionalNode(key).flatMap { boolean($0, key) } }

    /// One of a closed set of words; anything else is an error with the nearest of them.
    package func word(_ key: String, of allowed: [String]) -> String {
        required(key).flatMap { word($0, key, allowed) } ?? allowed.first ?? ""
    }

    package func optionalWord(_ key: String, of allowed: [String]) -> String? {
        optionalNode(key).flatMap { word($0, key, allowed) }
    }

    /// The same for an enum whose raw values are the words. A stand-in after an error is the first case.
    package func word<Word: CaseIterable & RawRepresentable<String>>(_ key: String, as type: Word.Type) -> Word {
        Word(rawValue: word(key, of: Word.allCases.map(\.rawValue))) ?? Word.allCases.first!
    }

    package func optionalWord<Word: CaseIterable & RawRepresentable<String>>(
        _ key: String, as type: Word.Type
    ) -> Word? {
        optionalWord(key, of: Word.allCases.map(\.rawValue)).flatMap(Word.init(rawValue:))
    }
}

extension ConfigurationReader {
    func scalar(_ node: ConfigurationNode, _ key: String, _ expected: ConfigurationKind) -> String? {
        if case .scalar(let text, _) = node.content, !node.isNull { return text }
        sink.report(.wrongKind(key: path(key), found: node.kind, expected: expected), at: node.place)
        return nil
    }

    func text(_ node: ConfigurationNode, _ key: String) -> String? { scalar(node, key, .string) }

    func word(_ node: ConfigurationNode, _ key: String, _ allowed: [String]) -> String? {
        guard let text = text(node, key) else { return nil }
        if allowed.contains(text) { return text }
        let suggestion = nearestWord(to: text, among: allowed)
        sink.report(
            .unknownWord(key: path(key), found: node.excerpt, suggestion: suggestion, allowed: allowed), at: node.place)
        return nil
    }

    private func integer(_ node: ConfigurationNode, _ key: String, _ range: ClosedRange<Int>?) -> Int? {
        guard let text = scalar(node, key, .integer) else { return nil }
        guard let value = Int(text) else { return unreadable(node, key, .integer) }
        return checked(value, in: range, node, key)
    }

    private func number(_ node: ConfigurationNode, _ key: String, _ range: ClosedRange<Double>?) -> Double? {
        guard let text = scalar(node, key, .number) else { return nil }
        guard let value = Double(text), value.isFinite else { return unreadable(node, key, .number) }
        return checked(value, in: range, node, key)
    }

    private func boolean(_ node: ConfigurationNode, _ key: String) -> Bool? {
        guard let text = scalar(node, key, .boolean) else { return nil }
        return Bool(text) ?? unreadable(node, key, .boolean)
    }

    private func checked<Value: Comparable>(
        _ value: Value, in range: ClosedRange<Value>?, _ node: ConfigurationNode, _ key: String
    ) -> Value? {
        guard let range, !range.contains(value) else { return value }
        let wording = "\(range.lowerBound)…\(range.upperBound)"
        sink.report(.outOfRange(key: path(key), found: node.excerpt, range: wording), at: node.place)
        return nil
    }

    private func unreadable<Value>(_ node: ConfigurationNode, _ key: String, _ kind: ConfigurationKind) -> Value? {
        sink.report(.unreadable(key: path(key), found: node.excerpt, expected: kind), at: node.place)
        return nil
    }
}
