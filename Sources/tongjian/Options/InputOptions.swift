import ArgumentParser
import Filings
import Foundation

extension Language: ExpressibleByArgument {}

/// The options that every command shares.
struct CommonOptions: ParsableArguments {
    @Option(help: "Language of messages and outputs: zh or en.")
    var language = Language.zh

    @Option(help: "How many files are read at a time.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Say nothing but errors.")
    var quiet = false

    @Flag(help: "Say more.")
    var verbose = false

    @Option(help: "A project file with corrections and extra places, instead of the input folder's tongjian.yml.")
    var overrides: String?

    @Option(help: "A file that says which column of other people's tables (CSV, XLSX) holds what.")
    var mapping: String?

    func validate() throws {
        guard (1...256).contains(jobs) else {
            throw ValidationError("--jobs takes a number from 1 to 256, not \(jobs).")
        }
    }
}

/// Inputs and how to read them, as plain values.
struct InputOptions {
    var inputs: [String]
    var jobs: Int
    var overrides: String?
    var mapping: String?
}

/// A command that reads filings: runs the body and turns what stops it into messages and an exit status.
protocol FilingCommand: ParsableCommand {
    var common: CommonOptions { get }
    var inputs: [String] { get }
    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus
}

extension FilingCommand {
    func run() throws {
        let console = ConsoleReporter(language: common.language, isQuiet: common.quiet)
        let options = InputOptions(
            inputs: inputs, jobs: common.jobs, overrides: common.overrides, mapping: common.mapping)
        let status: ExitStatus
        do {
            status = try run(Pipeline(options: options, console: console))
        } catch {
            throw console.stopped(by: error)
        }
        if status != .done { throw ExitCode(status.rawValue) }
    }
}

extension ConsoleReporter {
    /// Says what stops a run; the exit code to end it with.
    func stopped(by error: RunError) -> ExitCode {
        complain(error.lines(language))
        return ExitCode(error.exitStatus.rawValue)
    }
}

/// The words of an option that takes a list; an empty list is a mistake, not a choice.
func listed(_ text: String, option: String) throws(RunError) -> [String] {
    let words = text.split(separator: ",").map { String($0) }
    guard !words.isEmpty else { throw .arguments([Words("\(option) 不能为空", "\(option) must not be empty")]) }
    return words
}

/// The same where only some words have a meaning: throws all others at once.
func listed(
    _ text: String, option: String, _ kind: Words, among valid: [String]
) throws(RunError) -> [String] {
    let words = try listed(text, option: option)
    let unknown = words.filter { !valid.contains($0) }
    guard unknown.isEmpty else { throw .arguments(unknown.map { Unknown.word($0, kind, valid) }) }
    return words
}

/// Writes data to standard output as it is; ends the run where it cannot be written, without a word when the reader
/// has gone.
func writeOutput(_ text: String) {
    var bytes = ArraySlice(text.utf8)
    while !bytes.isEmpty {
        let written = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        if written > 0 {
            bytes = bytes.dropFirst(written)
        } else if errno != EINTR {
            if errno != EPIPE { perror("tongjian") }
            exit(ExitStatus.failed.rawValue)
        }
    }
}
