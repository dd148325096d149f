extension ConfigurationProblem {
    package var zh: String {
        switch self {
        case .syntax(let detail): "YAML 语法错误：\(detail)"
        case .empty: "文件为空，应为一组键值"
        case .tooLarge(let bytes, let limit): "文件 \(bytes) 字节，超过上限 \(limit) 字节"
        case .tooDeep(let limit): "嵌套超过 \(limit) 层"
        case .anchor: "不支持锚点（&）和别名（*），请直接写出内容；文字以 & 或 * 开头时请加引号"
        case .duplicateKey(let key): "键“\(key)”重复"
        case .keyIsNotText: "键应为文字"
        case .missingKey(let key): "缺少键“\(key)”"
        case .unknownKey(let key, let suggestion, let allowed):
            "未知的键“\(key)”" + Self.hint(suggestion, allowed, zh: true)
        case .wrongKind(let key, let found, let expected):
            "“\(key)”应为\(expected.zh)，实为\(found.zh)"
        case .unreadable(let key, let found, let expected): "“\(key)”应为\(expected.zh)，实为“\(found)”"
        case .unknownWord(let key, let found, let suggestion, let allowed):
            "“\(key)”不能是“\(found)”" + Self.hint(suggestion, allowed, zh: true)
        case .outOfRange(let key, let found, let range): "“\(key)”为 \(found)，应在 \(range) 之内"
        case .custom(let zh, _): zh
        }
    }

    package var en: String {
        switch self {
        case .syntax(let detail): "YAML syntax: \(detail)"
        case .empty: "the file is empty; expected a mapping"
        case .tooLarge(let bytes, let limit): "the file has \(bytes) bytes, more than \(limit)"
        case .tooDeep(let limit): "nested more than \(limit) levels"
        case .anchor: "anchors (&) and aliases (*) are not supported: write the value out, or quote text that begins so"
        case .duplicateKey(let key): "duplicate key '\(key)'"
        case .keyIsNotText: "a key must be text"
        case .missingKey(let key): "missing key '\(key)'"
        case .unknownKey(let key, let suggestion, let allowed):
            "unknown key '\(key)'" + Self.hint(suggestion, allowed, zh: false)
        case .wrongKind(let key, let found, let expected):
            "'\(key)' must be \(expected.en), found \(found.en)"
        case .unreadable(let key, let found, let expected): "'\(key)' must be \(expected.en), found '\(found)'"
        case .unknownWord(let key, let found, let suggestion, let allowed):
            "'\(key)' cannot be '\(found)'" + Self.hint(suggestion, allowed, zh: false)
        case .outOfRange(let key, let found, let range): "'\(key)' is \(found), must be within \(range)"
        case .custom(_, let en): en
        }
    }

    /// The nearest word if one is near; else the words allowed, when few enough to read.
    private static func hint(_ suggestion: String?, _ allowed: [String], zh: Bool) -> String {
        if let suggestion { return zh ? "，是否为“\(suggestion)”？" : "; did you mean '\(suggestion)'?" }
        guard !allowed.isEmpty, allowed.count <= 16 else { return "" }
        return zh
            ? "，可用：\(allowed.joined(separator: "、"))" : "; allowed: \(allowed.joined(separator: ", "))"
    }
}

extension ConfigurationKind {
    var zh: String {
        switch self {
        case .string: "文字"
        case .integer: "整数"
        case .number: "数字"
        case .boolean: "true 或 false"
        case .list: "列表"
        case .mapping: "一组键值"
        case .nothing: "空"
        }
    }

    var en: String {
        switch self {
        case .string: "text"
        case .integer: "an integer"
        case .number: "a number"
        case .boolean: "true or false"
        case .list: "a list"
        case .mapping: "a mapping"
        case .nothing: "nothing"
        }
    }
}
