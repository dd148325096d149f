extension FormulaProblem {
    package var chinese: String { "公式第 \(position) 个字符：" + chineseFact + (nearest.map { "，是否为“\($0)”？" } ?? "") }
    package var english: String {
        "formula, character \(position): " + englishFact + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }

    private var chineseFact: String {
        switch kind {
        case .unexpectedEnd: "公式没有写完"
        case .unexpected: "此处不应有“\(found)”"
        case .unclosedParenthesis: "括号没有闭合"
        case .unknownMeasure: "没有名为“\(found)”的单元格"
        case .unknownGroup: "没有单元格符合“\(found)”"
        case .unknownFact: "没有名为“\(found)”的正文数字"
        case .innerRatio: "除法和指数只能在最外层（之后可再乘以一个数）"
        case .fewTerms: "“\(found)”至少需要两项"
        }
    }

    private var englishFact: String {
        switch kind {
        case .unexpectedEnd: "the formula is not finished"
        case .unexpected: "'\(found)' cannot stand here"
        case .unclosedParenthesis: "the parenthesis is not closed"
        case .unknownMeasure: "there is no cell '\(found)'"
        case .unknownGroup: "no cell fits '\(found)'"
        case .unknownFact: "there is no fact '\(found)'"
        case .innerRatio: "a division or an index may only stand at the top (times a number)"
        case .fewTerms: "'\(found)' needs two terms or more"
        }
    }
}

extension UnitMismatch {
    package var chinese: String { isProduct ? "单位“\(left)”与“\(right)”不能相乘" : "单位“\(left)”与“\(right)”不能加减" }
    package var english: String {
        isProduct ? "'\(left)' and '\(right)' cannot be multiplied" : "'\(left)' and '\(right)' cannot be added"
    }
}
