import Checks
import Filings
import Foundation

/// All rules over filings made up in memory, at a quarter, a half and the whole of a number: processor seconds per rule,
/// the growth from step to step, and the memory in use at its highest.
enum CheckBenchmark {
    static func run(_ count: Int) {
        var before: (count: Int, seconds: Double)?
        for size in [count / 4, count / 2, count] where size > 0 {
            let set = FilingSet(ManyFilings.make(size))
            let held = memory("VmRSS:")
            var total = 0.0
            var findings = 0
            var slowest: [(id: String, seconds: Double)] = []
            for rule in AllChecks.all {
                let start = processorSeconds
                findings += AllChecks.findings(in: set, rules: [rule]).count
                let seconds = processorSeconds - start
                total += seconds
                slowest.append((rule.id, seconds))
            }
            let top = slowest.sorted { $0.seconds > $1.seconds }.prefix(5).map { "\($0.id) \(fixed($0.seconds)) s" }
                .joined(separator: ", ")
            print(
                "\(size) filings: \(fixed(total)) s, \(findings) findings, \(held) MB with the filings, \(memory("VmHWM:")) MB at most; \(top)"
            )
            if let before {
                let expected = Double(size) * log2(Double(size)) / (Double(before.count) * log2(Double(before.count)))
                print(
                    "  \(fixed(total / before.seconds)) times the time of \(before.count); n log n gives \(fixed(expected))"
                )
            }
            before = (size, total)
        }
    }

    /// Of this process alone, so that others on the machine do not count.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func fixed(_ value: Double) -> String { String(format: "%.2f", value) }

    /// Megabytes of a line of the process's status.
    private static func memory(_ name: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
        return (line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0)
            / 1024
    }
}
