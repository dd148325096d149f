import Filings
import Ingest
import Parsing

/// Filings in the order of the inputs, of which only a window is held at a time.
///
/// Doubtful figures that neighbouring years decide need filings from anywhere in the inputs: what comes behind the first
/// of them is read twice, once to find the neighbours and once to be handed over.
struct FilingStream {
    let intake: FileIntake
    let files: [InputFile]
    /// So many files are held at a time.
    var window = 2_048

    /// A cell that a neighbouring year decided.
    private struct Decision {
        var measure: MeasureID
        var reading: Reading
    }

    /// Calls `body` with some filings after the other; gives what became of every input.
    func forEach(_ body: ([Filing]) -> Void) -> ReadSummary {
        var first = ReadResult()
        first.summary = intake.openingSummary
        guard files.count > window else {
            intake.add(files[...], to: &first)
            body(YearResolution.resolve(first.filings))
            return first.summary
        }
        var keys: [YearResolution.Key?] = []
        /// Per file the number of filings in front of it.
        var starts: [Int] = []
        var handedOver = 0
        for files in windows {
            var count = keys.count
            for filings in intake.add(files, to: &first) {
                starts.append(count)
                count += filings
            }
            keys += first.filings.map(YearResolution.Key.init)
            if handedOver == files.startIndex, !keys[(keys.count - first.filings.count)...].contains(where: \.isOpen) {
                body(first.filings)
                handedOver = files.endIndex
            }
            first.filings = []
        }
        let decisions = decisions(keys, starts)
        for files in windows where files.startIndex >= handedOver {
            var again = ReadResult()
            intake.add(files, to: &again)
            for index in again.filings.indices {
                for decision in decisions[starts[files.startIndex] + index] ?? [] {
                    again.filings[index].readings[decision.measure] = decision.reading
                }
            }
            body(again.filings)
        }
        return first.summary
    }

    private var windows: [ArraySlice<InputFile>] {
        stride(from: 0, to: files.count, by: window).map { files[$0..<min($0 + window, files.count)] }
    }

    /// What neighbouring years decide, by the filing's number; the filings concerned are read again, a window at a time.
    private func decisions(_ keys: [YearResolution.Key?], _ starts: [Int]) -> [Int: [Decision]] {
        var decisions: [Int: [Decision]] = [:]
        var groups = YearResolution.involved(keys)[...]
        while !groups.isEmpty {
            var members: [Int] = []
            while let group = groups.first, members.isEmpty || members.count + group.count <= window {
                members += group
                groups.removeFirst()
            }
            let filings = filings(members, starts)
            for (number, (before, after)) in zip(members, zip(filings, YearResolution.resolve(filings))) {
                for measure in before.form.map({ AllForms.form($0).tableTwo.flatMap(\.measures) }) ?? []
                where before.readings[measure] != after.readings[measure] {
                    decisions[number, default: []].append(
                        Decision(measure: measure, reading: after.readings[measure]))
                }
            }
        }
        return decisions
    }

    /// The filings with these numbers.
    private func filings(_ numbers: [Int], _ starts: [Int]) -> [Filing] {
        // The last file that starts at or before a number: files without filings share a start with the next.
        let wanted = Dictionary(grouping: numbers) { number in starts.partitioningIndex { $0 > number } - 1 }
        let chosen = wanted.keys.sorted()
        let read = ConcurrentMap.values(count: chosen.count, jobs: intake.jobs) { index in
            let filings = intake.filings(of: files[chosen[index]])
            return wanted[chosen[index]]!.map { ($0, filings[$0 - starts[chosen[index]]]) }
        }
        let byNumber = Dictionary(uniqueKeysWithValues: read.joined())
        return numbers.map { byNumber[$0]! }
    }
}

extension [Int] {
    /// The first index of which the element satisfies a predicate that holds for all behind it as well.
    fileprivate func partitioningIndex(_ holds: (Int) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension YearResolution.Key? {
    fileprivate var isOpen: Bool { self?.isOpen ?? false }
}
