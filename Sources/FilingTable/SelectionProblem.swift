/// What is wrong with a `--where` or `--years` text, and where.
package struct SelectionProblem: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case emptyCondition, missingOperator, unknownOperator, unknownName, missingValue, unknownValue, notAYear
        case notOrdered, severalValues, reversedRange, fullWidthSign
    }

    package var kind: Kind
    /// 1-based, in characters of the text.
    package var position: Int
    package var found: String
    /// What may stand there, when that is a short list.
    package var expected: [String]
    /// The valid name that is most like what was found.
    package var nearest: String?

    package init(_ kind: Kind, at position: Int, found: String, expected: [String] = [], nearest: String? = nil) {
        self.kind = kind
        self.position = position
        self.found = found
        self.expected = expected
        self.nearest = nearest
    }
}

/// All problems of one text.
package struct SelectionProblems: Error, Hashable, Sendable {
    package var text: String
    package var problems: [SelectionProblem]
}

extension SelectionProblem {
    package var chinese: String {
        let hint = nearest.map { "，是否为“\($0)”？" } ?? (expected.isEmpty ? "" : "，可用：\(expected.joined(separator: "、"))")
        return "第 \(position) 个字符：" + chineseFact + hint
    }

    package var english: String {
        let hint =
            nearest.map { "; did you mean '\($0)'?" }
            ?? (expected.isEmpty ? "" : "; possible: \(expected.joined(separator: ", "))")
        return "character \(position): " + englishFact + hint
    }

    private var chineseFact: String {
        switch kind {
        case .emptyCondition: "条件为空"
        case .missingOperator: "“\(found)”缺少比较符"
        case .unknownOperator: "没有比较符“\(found)”"
        case .unknownName: "没有名为“\(found)”的条件"
        case .missingValue: "“\(found)”之后缺少值"
        case .unknownValue: "“\(found)”不是可用的值"
        case .notAYear: "“\(found)”不是年份"
        case .notOrdered: "“\(found)”只能用 = 或 != 比较"
        case .severalValues: "“\(found)”只能比较一个值"
        case .reversedRange: "“\(found)”的起始年份晚于终止年份"
        case .fullWidthSign: "“\(found)”是全角符号"
        }
    }

    private var englishFact: String {
        switch kind {
        case .emptyCondition: "the condition is empty"
        case .missingOperator: "'\(found)' has no operator"
        case .unknownOperator: "there is no operator '\(found)'"
        case .unknownName: "there is no condition named '\(found)'"
        case .missingValue: "a value is missing after '\(found)'"
        case .unknownValue: "'\(found)' is no possible value"
        case .notAYear: "'\(found)' is no year"
        case .notOrdered: "'\(found)' can only be compared by = and !="
        case .severalValues: "'\(found)' can only be compared with one value"
        case .reversedRange: "'\(found)' begins after it ends"
        case .fullWidthSign: "'\(found)' is a full-width sign"
        }
    }
}

/// The valid name most like a mistaken one.
package enum NearestName {
    /// The candidate at the smallest edit distance, if that is at most half the length; the first of equals.
    package static func nearest(to found: String, among candidates: [String]) -> String? {
        let wanted = Array(found.lowercased())
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let distance = editDistance(wanted, Array(candidate.lowercased()))
            guard distance * 2 <= max(candidate.count, wanted.count) else { continue }
            if best == nil || distance < best!.distance { best = (candidate, distance) }
        }
        return best?.name
    }

    /// Levenshtein's distance, row by row.
    private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
        var previous = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var current = [i + 1]
            for (j, right) in b.enumerated() {
                current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (left == right ? 0 : 1)))
            }
            previous = current
        }
        return previous[b.count]
    }
}
