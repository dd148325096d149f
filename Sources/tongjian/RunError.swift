import Configuration
import Filings
import Metrics

/// What stops a run, each with what to do. The wording lives here.
enum RunError: Error {
    case noFilings(ReadSummary)
    case unreadable(path: String, reason: Words)
    case configuration(ConfigurationErrors)
    case severalProjectFiles([String])
    /// Mistakes of a register, each line complete.
    case register([Words])
    /// Unknown words on the command line, each line complete.
    case arguments([Words])
    case output(Words)

    /// A selection that leaves nothing to show.
    static var nothingSelected: RunError {
        .output(Words("没有报告符合 --where 和 --years 的条件", "no filing satisfies --where and --years"))
    }

    static func unknown(_ names: UnknownNames) -> RunError {
        .arguments(names.names.map { Unknown.word($0, names.kind, names.valid) })
    }

    var exitStatus: ExitStatus {
        switch self {
        case .arguments: .usage
        default: .failed
        }
    }

    /// One line or more for a person.
    func lines(_ language: Language) -> [String] {
        switch self {
        case .noFilings(let summary):
            let head = Words(
                "没有读到任何年度报告。请检查路径，或用 tongjian list formats 查看支持的格式。",
                "No annual report was found. Check the paths, or see the formats with: tongjian list formats")
            return [head[language]]
                + (summary.failed + summary.skipped).prefix(20).map { "  \($0.source): \($0.words[language])" }
        case .unreadable(let path, let reason): return ["\(path): \(reason[language])"]
        case .configuration(let errors): return errors.errors.map { language == .zh ? $0.zh : $0.en }
        case .severalProjectFiles(let paths):
            let head = Words("有多个项目文件，请用 --overrides 指定一个：", "several project files; choose one with --overrides:")
            return [head[language]] + paths.map { "  " + $0 }
        case .arguments(let words), .register(let words): return words.map { $0[language] }
        case .output(let words): return [words[language]]
        }
    }
}

/// The exit codes that scripts rely on.
enum ExitStatus: Int32 {
    case done = 0
    /// Done, with findings at or above `--fail-on`.
    case findings = 1
    case failed = 2
    case usage = 64
}
