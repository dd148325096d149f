import Configuration
import Filings

/// What people decided about findings, kept in a file: by fingerprint, or by a selector that may fit several.
package struct Waivers: Sendable {
    package struct Entry: Sendable {
        package var fingerprint: String?
        package var rule: String?
        package var organ: String?
        package var district: String?
        package var year: Int?
        package var measure: MeasureID?
        /// The end of the file's path.
        package var source: String?
        package var decision: Decision
        /// `waivers.yml:3`
        package var place: String

        func fits(_ finding: Finding, _ fingerprint: String) -> Bool {
            func agrees<Value: Equatable>(_ wanted: Value?, _ found: Value?) -> Bool {
                wanted == nil || wanted == found
            }
            return agrees(self.fingerprint, fingerprint) && agrees(rule, finding.rule) && agrees(organ, finding.organ)
                && agrees(district, finding.district) && agrees(year, finding.year)
                && (measure.map(finding.measures.contains) ?? true)
                && (source.map { finding.source == $0 || finding.source.hasSuffix("/" + $0) } ?? true)
        }
    }

    package private(set) var entries: [Entry] = []
    /// Another file that a project file names instead of listing waivers itself.
    package private(set) var reference: String?

    package init() {}

    /// Reads `waivers:` of a waiver file, or of a project file with other keys beside it; throws all mistakes at once.
    package init(text: String, file: String, isProjectFile: Bool = false) throws(ConfigurationErrors) {
        let document = try ConfigurationDocument(text: text, file: file)
        self = try document.read { reader in
            if isProjectFile { _ = reader.keys }
            var waivers = Waivers()
            if isProjectFile, let node = reader.optionalNode("waivers"), node.kind == .string {
                waivers.reference = reader.optionalString("waivers")
            } else {
                let read: (ConfigurationReader) -> Entry = { Self.entry($0, file) }
                waivers.entries =
                    isProjectFile ? reader.optionalList("waivers", of: read) ?? [] : reader.list("waivers", of: read)
            }
            return waivers
        }
    }

    private static func entry(_ reader: ConfigurationReader, _ file: String) -> Entry {
        let rules = AllChecks.all.map(\.id)
        let entry = Entry(
            fingerprint: reader.optionalString("fingerprint"), rule: reader.optionalWord("rule", of: rules),
            organ: reader.optionalString("organ"), district: reader.optionalString("district"),
            year: reader.optionalInteger("year", in: FilingYears.plausible),
            measure: reader.optionalWord("measure", of: Measures.all.map(\.code)).flatMap(Measures.id),
            source: reader.optionalString("source"),
            decision: Decision(
                kind: reader.word("decision", as: Decision.Kind.self), author: reader.string("author"),
                date: reader.string("date"), reason: reader.string("reason"), expiry: reader.optionalString("expiry")),
            place: "\(file):\(reader.node.place.line)")
        verify(entry, reader)
        return entry
    }

    private static func verify(_ entry: Entry, _ reader: ConfigurationReader) {
        let hasSelector =
            entry.organ != nil || entry.district != nil || entry.year != nil || entry.measure != nil
            || entry.source != nil
        if entry.fingerprint == nil, entry.rule == nil || !hasSelector {
            reader.report(
                zh: "须有 fingerprint，或者 rule 加上 organ、district、year、measure、source 中至少一项",
                en: "needs a fingerprint, or a rule with at least one of organ, district, year, measure, source")
        }
        if let fingerprint = entry.fingerprint, fingerprint.utf8.count != 16 || !fingerprint.allSatisfy(\.isHexDigit) {
            reader.report(
                zh: "fingerprint 应为 16 位十六进制数", en: "a fingerprint has 16 hexadecimal digits", at: "fingerprint")
        }
        for (key, date) in [("date", entry.decision.date), ("expiry", entry.decision.expiry ?? "2000-01-01")]
        where !CalendarDay.isWellFormed(date) {
            if reader.has(key) {
                reader.report(
                    zh: "日期应写作 2026-03-01，现为“\(date)”", en: "a date is written 2026-03-01, not “\(date)”", at: key)
            }
        }
        if let expiry = entry.decision.expiry, expiry < entry.decision.date {
            reader.report(zh: "expiry 早于 date", en: "expiry lies before date", at: "expiry")
        }
    }

    package mutating func add(_ other: Waivers) { entries += other.entries }

    /// What a run with waivers says beside its findings.
    package struct Outcome: Sendable {
        package var findings: [Finding]
        /// Entries past their expiry that would have fitted a finding.
        package var expired: [Entry]
        /// Entries that fit no finding: what they were about is gone, or never was.
        package var unused: [Entry]
    }

    /// Gives findings their decisions; the first entry that fits and has not expired decides.
    ///
    /// - Parameter day: the day on which expiry is judged, as `2026-03-01`; an entry holds up to and on its expiry.
    package func apply(to findings: [Finding], on day: String) -> Outcome {
        let byFingerprint = Dictionary(
            grouping: entries.indices.filter { entries[$0].fingerprint != nil }, by: { entries[$0].fingerprint! })
        let selectors = entries.indices.filter { entries[$0].fingerprint == nil }
        let lapsed = Set(entries.indices.filter { entries[$0].decision.expiry.map { $0 < day } ?? false })
        var used: Set<Int> = []
        let decided = findings.map { finding -> Finding in
            let fingerprint = finding.fingerprint
            let fitting = ((byFingerprint[fingerprint] ?? []) + selectors).filter {
                entries[$0].fits(finding, fingerprint)
            }
            used.formUnion(fitting)
            guard let first = fitting.first(where: { !lapsed.contains($0) }) else { return finding }
            var finding = finding
            finding.decision = entries[first].decision
            return finding
        }
        return Outcome(
            findings: decided, expired: lapsed.intersection(used).sorted().map { entries[$0] },
            unused: entries.indices.filter { !used.contains($0) }.map { entries[$0] })
    }
}
