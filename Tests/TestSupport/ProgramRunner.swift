import Dispatch
import Foundation

/// Runs the built `tongjian` as a person would: as a process of its own.
package enum ProgramRunner {
    /// What a run gave.
    package struct Result: Sendable {
        package var output: String
        package var errors: String
        /// The exit status; the number of the signal when one ended the run.
        package var status: Int32
        package var endedBySignal: Bool

        /// Lines on standard error.
        package var messages: [String] { errors.split(separator: "\n").map(String.init) }
    }

    /// A run longer than this hangs; it is ended by signal 9, which no test expects.
    package static let patience = DispatchTimeInterval.seconds(120)

    package static func run(
        _ arguments: String..., in folder: String? = nil, environment: [String: String] = [:]
    ) -> Result {
        run(arguments, in: folder, environment: environment)
    }

    package static func run(
        _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
    ) -> Result {
        let run = start(arguments, in: folder, environment: environment)
        return run.finish()
    }

    /// Starts a run without waiting, for tests that disturb it.
    package static func start(
        _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
    ) -> ProgramRun {
        ProgramRun(executable: executable, arguments, in: folder, environment: environment)
    }

    /// The program beside the test bundle.
    package static let executable: String = {
        let start = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        var folder = start.deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appendingPathComponent("tongjian").path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue,
                FileManager.default.isExecutableFile(atPath: candidate)
            {
                return candidate
            }
            folder.deleteLastPathComponent()
        }
        preconditionFailure("no built tongjian above \(start.path); build it first: swift build --build-tests")
    }()
}

/// One run. Standard output and error go to files, so that no pipe can fill up.
package final class ProgramRun {
    private let process = Process()
    private let folder = ProgramFolder()
    private let ended = DispatchSemaphore(value: 0)

    init(executable: String, _ arguments: [String], in workingFolder: String?, environment: [String: String]) {
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        if let workingFolder { process.currentDirectoryURL = URL(fileURLWithPath: workingFolder) }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = Self.handle(folder.path("out"))
        process.standardError = Self.handle(folder.path("err"))
        let ended = ended
        process.terminationHandler = { _ in ended.signal() }
        do { try process.run() } catch { preconditionFailure("cannot run \(executable): \(error)") }
    }

    package var isRunning: Bool { process.isRunning }

    package func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    package func finish() -> ProgramRunner.Result {
        if ended.wait(timeout: .now() + ProgramRunner.patience) == .timedOut {
            send(SIGKILL)
            ended.wait()
        }
        return ProgramRunner.Result(
            output: folder.text("out"), errors: folder.text("err"), status: process.terminationStatus,
            endedBySignal: process.terminationReason == .uncaughtSignal)
    }

    private static func handle(_ path: String) -> FileHandle {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        return FileHandle(forWritingAtPath: path)!
    }
}
