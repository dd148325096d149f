/// How serious a finding is, worst first.
package enum Severity: String, CaseIterable, Comparable, Sendable {
    case error, warning, note

    private var rank: Int { Self.allCases.firstIndex(of: self)! }
    /// Worse findings come first.
    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// What a rule concluded. The organ's own arithmetic is never mixed with our doubt about a reading.
package enum Verdict: String, CaseIterable, Sendable {
    case violated
    case doubtful
    case notAssessable = "not-assessable"
}

/// What a check found, with the characters on both sides. Bad data gives findings; it never stops a run.
package struct Finding: Hashable, Sendable {
    /// One side of a comparison: the words of the form and the figure.
    package struct Side: Hashable, Sendable {
        package var text: String
        package var value: ExactDecimal

        package init(text: String, value: ExactDecimal) {
            self.text = text
            self.value = value
        }
    }

    /// Evidence in a named file; a finding across years points into both.
    package struct Citation: Hashable, Sendable {
        package var source: String
        package var evidence: Evidence

        package init(source: String, evidence: Evidence) {
            self.source = source
            self.evidence = evidence
        }
    }

    /// The stable id of the rule, e.g. `requests-balance`.
    package var rule: String
    package var severity: Severity
    package var verdict: Verdict
    package var source: String
    /// Other filings concerned.
    package var sources: [String]
    package var organ: String?
    package var year: Int?
    package var measures: [MeasureID]
    package var left: Side?
    package var right: Side?
    package var message: Words
    package var evidence: [Citation]

    package init(
        rule: String, severity: Severity, verdict: Verdict, filing: Filing, sources: [String] = [],
        measures: [MeasureID] = [], left: Side? = nil, right: Side? = nil, message: Words,
        evidence: [Citation] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.verdict = verdict
        source = filing.source
        self.sources = sources
        organ = filing.organ?.name
        year = filing.year
        self.measures = measures
        self.left = left
        self.right = right
        self.message = message
        self.evidence = evidence
    }
}

extension Finding {
    /// Identifies the finding over re-runs: what it says about whom, not where the file lies or how it is worded.
    ///
    /// 64-bit FNV-1a over rule, organ, year, measures and figures, in hexadecimal.
    package var fingerprint: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ text: String) {
            for byte in text.utf8 {
                hash ^= UInt64(byte)
                hash &*= 0x100_0000_01b3
            }
            hash ^= 0x1f
            hash &*= 0x100_0000_01b3
        }
        mix(rule)
        mix(organ ?? source)
        mix(year.map(String.init) ?? "")
        for measure in measures { mix(Measures[measure].code) }
        mix(left?.value.description ?? "")
        mix(right?.value.description ?? "")
        if left == nil {
            mix(evidence.first?.evidence.text ?? "")
            for source in sources { mix(source) }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
