import Checks
import FilingTable
import Filings
import Foundation
import Synchronization

/// Everything said to a person: on standard error, so that data on standard output stays clean.
final class ConsoleReporter: Sendable {
    let language: Language
    private let isQuiet: Bool
    private let isTerminal: Bool
    private let start = ContinuousClock.now
    private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

    init(language: Language, isQuiet: Bool) {
        self.language = language
        self.isQuiet = isQuiet
        isTerminal = isatty(STDERR_FILENO) == 1
    }

    func say(_ text: String) {
        guard !isQuiet else { return }
        write(text + "\n")
    }

    func say(_ words: Words) { say(words[language]) }

    /// Errors are said even when quiet.
    func complain(_ lines: [String]) {
        for line in lines { write("tongjian: \(line)\n") }
    }

    /// A counter that is redrawn ten times a second, on a terminal, once a run takes longer than a second.
    func progress(_ done: Int, of total: Int) {
        guard isTerminal, !isQuiet, ContinuousClock.now - start > .seconds(1) else { return }
        let isDue = lastShown.withLock { last in
            if let last, ContinuousClock.now - last < .milliseconds(100), done < total { return false }
            last = ContinuousClock.now
            return true
        }
        if isDue { write("\r" + Words("已读 \(done)/\(total)", "read \(done) of \(total)")[language]) }
    }

    func endProgress() {
        let wasShown = lastShown.withLock { last in
            defer { last = nil }
            return last != nil
        }
        if wasShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

extension ConsoleReporter {
    /// For commands that give data: what was read, where something was corrected, left aside or not read.
    func remark(on summary: ReadSummary, isVerbose: Bool) {
        if isVerbose || summary.isNoteworthy { report(summary) }
    }

    /// Values asked for that no filing has.
    func remark(on filter: RowFilter, over filings: FilingColumns) {
        for unmatched in filter.unmatchedValues(in: filings) {
            say(Words("没有报告符合条件“\(unmatched.value)”", "no filing matches “\(unmatched.value)”"))
        }
    }

    /// What was read, in a few lines.
    func report(_ summary: ReadSummary) {
        let formats = summary.read.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        say(
            Words(
                "读取年度报告 \(summary.filingCount) 份（\(formats)）", "read \(summary.filingCount) annual reports (\(formats))"
            ))
        for file in summary.settings { say(Words("项目文件：\(file)", "project file: \(file)")) }
        list(summary.overridden, Words("按项目文件更正", "corrected by the project file"))
        list(summary.remarks, Words("未全部读取", "not read in full"))
        list(summary.failed, Words("未能读取", "could not be read"))
        list(summary.skipped, Words("不是年度报告", "no annual report"))
    }

    /// Waivers that no longer hold, and those that fit nothing. When only some rules ran, the others' are not unused.
    func report(_ outcome: Waivers.Outcome, isWhole: Bool) {
        func entries(_ waivers: [Waivers.Entry]) -> [ReadSummary.Entry] {
            waivers.map { entry in
                let words =
                    "\(entry.decision.kind.rawValue) \(entry.fingerprint ?? entry.rule ?? "") \(entry.decision.author) \(entry.decision.date): \(entry.decision.reason)"
                let expiry = entry.decision.expiry.map { " (< \($0))" } ?? ""
                return ReadSummary.Entry(source: entry.place, words: Words(words + expiry, words + expiry))
            }
        }
        let settled = outcome.findings.count(where: \.isSettled)
        if settled > 0 { say(Words("按处理决定不再计入 \(settled) 项", "settled by waivers: \(settled)")) }
        list(entries(outcome.expired), Words("处理决定已过期", "waivers expired"))
        if isWhole { list(entries(outcome.unused), Words("处理决定没有对应的问题", "waivers that fit no finding")) }
    }

    private func list(_ entries: [ReadSummary.Entry], _ head: Words) {
        guard !entries.isEmpty else { return }
        say(Words("\(head.zh) \(entries.count) 个：", "\(head.en): \(entries.count)"))
        for entry in entries.prefix(10) { say("  \(entry.source): \(entry.words[language])") }
        if entries.count > 10 { say("  …") }
    }
}
