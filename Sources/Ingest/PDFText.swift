import Foundation
import Synchronization

/// Runs `pdftotext` as a process of its own, within limits on time and output; it is never linked.
enum PDFText {
    private static let program = "pdftotext"
    private static let seconds = 60
    private static let outputBytes = 64 << 20

    /// The words of a document with their boxes, as tab-separated text.
    static func words(of bytes: [UInt8]) throws(IngestError) -> [UInt8] {
        guard let path = executable else { throw .toolMissing(program: program, package: "poppler-utils") }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-tsv", "-enc", "UTF-8", "-", "-"]
        process.environment = ["LC_ALL": "C.UTF-8"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw .toolMissing(program: program, package: "poppler-utils")
        }
        // A child that stops reading must not end this program by a signal.
        signal(SIGPIPE, SIG_IGN)
        let data = Data(bytes)
        let writer = input.fileHandleForWriting
        DispatchQueue.global().async {
            try? writer.write(contentsOf: data)
            try? writer.close()
        }
        let watchdog = DispatchWorkItem { if process.isRunning { process.terminate() } }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: watchdog)
        let text = read(output.fileHandleForReading, process)
        process.waitUntilExit()
        watchdog.cancel()
        guard let text, process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw .brokenDocument
        }
        return text
    }

    private static func read(_ handle: FileHandle, _ process: Process) -> [UInt8]? {
        var bytes: [UInt8] = []
        while let chunk = try? handle.read(upToCount: 1 << 16), !chunk.isEmpty {
            bytes += chunk
            if bytes.count > outputBytes {
                process.terminate()
                return nil
            }
        }
        return bytes
    }

    /// Looked up once in the folders of PATH.
    private static let executable: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()
}
